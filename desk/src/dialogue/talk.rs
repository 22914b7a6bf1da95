//! Talk that needs no record: greetings, yes and no, and what was not understood.

use crate::entity::Entities;
use crate::intent::Intent;
use crate::message::Message;
use crate::reply::{Reason, Reply};
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// Reads the answer to "shall I bring in a person?". Anything but a plain yes or no is a message of its own.
pub(super) fn answer_to_offer(turn: &mut Turn, message: &Message) -> Option<fn(Turn) -> Move> {
    let is_plain =
        matches!(turn.reading.intent, None | Some(Intent::GreetingSmalltalk)) && message.words().count() <= 5;
    let first = message.words().next().filter(|_| is_plain)?;
    if ["no", "nope", "nah", "not", "nein", "don't"].contains(&first) {
        turn.state.awaiting = None;
        return Some(|turn| turn.end(Workflow::Conversation, vec![Reply::CarryOn]));
    }
    ["yes", "yeah", "yep", "yup", "sure", "please", "ok", "okay", "ja", "y"].contains(&first).then_some(|turn| {
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

/// Asks again once, repeating the open question where there is one; the second time a person is offered.
pub(super) fn not_understood(mut turn: Turn, entities: &Entities) -> Move {
    turn.state.unclear = turn.state.unclear.saturating_add(1);
    if turn.state.unclear >= 2 {
        turn.state.unclear = 0;
        return turn.offer_person(Workflow::Conversation, vec![Reply::DontKnow], Reason::NotUnderstood);
    }
    let reply = match (turn.state.awaiting, turn.state.order) {
        (Some(Awaiting::OrderNumber), _) => Reply::AskOrderNumber,
        (Some(Awaiting::Contact), Some(order)) => Reply::AskContact(order),
        _ if entities.email.is_some() => {
            turn.state.awaiting = Some(Awaiting::OrderNumber);
            Reply::AskOrderNumber
        }
        _ => Reply::AskAgain,
    };
    turn.end(Workflow::Conversation, vec![reply])
}
