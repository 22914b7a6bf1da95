//! Talk that needs no record: greetings, yes and no, and what was not understood.

use crate::intent::Intent;
use crate::message::Message;
use crate::reply::{Reason, Reply};
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::wording;
use crate::workflow::Workflow;

/// Reads the answer to "shall I bring in a person?". Anything but a plain yes or no is a message of its own.
pub(super) fn answer_to_offer(turn: &mut Turn, message: &Message) -> Option<fn(Turn) -> Move> {
    let awaiting = turn.state.awaiting?;
    let is_plain = matches!(turn.reading.intent(), None | Some(Intent::GreetingSmalltalk | Intent::HumanAgent))
        && message.words().count() <= 5;
    let [yes, no] = wording::consents(turn.language());
    let pressed = |words: &str| Message::parse(words) == *message;
    let first = message.words().next().filter(|_| is_plain || pressed(&yes) || pressed(&no))?;
    if pressed(&no) || ["no", "nope", "nah", "not", "nein", "don't", "non", "nee", "n"].contains(&first) {
        turn.state.awaiting = None;
        return Some(|turn| turn.end(Workflow::Conversation, vec![Reply::CarryOn]));
    }
    if !matches!(awaiting, Awaiting::HandOffConsent(_)) {
        return None;
    }
    (pressed(&yes)
        || [
            "yes",
            "yeah",
            "yep",
            "yup",
            "sure",
            "please",
            "ok",
            "okay",
            "ja",
            "y",
            "oui",
            "si",
            "sí",
            "sì",
            "bitte",
            "gerne",
            "claro",
            "graag",
            "volontiers",
            "certo",
        ]
        .contains(&first))
    .then_some(|turn| {
        let reason = match turn.state.awaiting {
            Some(Awaiting::HandOffConsent(reason)) => reason,
            _ => Reason::Asked,
        };
        turn.hand_off(Workflow::Conversation, Vec::new(), reason)
    })
}

/// Greets, thanks, or says what the assistant is.
pub(super) fn small_talk(turn: Turn, message: &Message) -> Move {
    let text = message.text();
    let asks = ["who are you", "are you", "what can you do", "bot", "robot", "ai"];
    let reply = if asks.iter().any(|cue| format!(" {text} ").contains(cue)) {
        Reply::AboutMe
    } else if ["thank", "thx", "cheers", "bye"].iter().any(|cue| text.contains(cue)) {
        Reply::Thanks
    } else {
        Reply::Greeting
    };
    turn.end(Workflow::Conversation, vec![reply])
}
