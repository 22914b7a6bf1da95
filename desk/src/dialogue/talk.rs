//! Talk that needs no record: greetings, yes and no, and what was not understood.

use super::policy;
use crate::entity::Entities;
use crate::message::Message;
use crate::reply::{Reason, Reply};
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::wording;
use crate::workflow::Workflow;

/// Reads the answer to "shall I bring in a person?": what was offered to press, or words that begin with yes or no.
/// A line that names an order or asks something is a message of its own.
pub(super) fn answer_to_offer(turn: &mut Turn, message: &Message, entities: &Entities) -> Option<fn(Turn) -> Move> {
    let awaiting = turn.state.awaiting?;
    let [yes, no] = wording::consents(turn.language());
    let pressed = |words: &str| Message::parse(words) == *message;
    let is_own = entities.order.is_some() || entities.email.is_some() || message.text().contains('?');
    let length = message.length();
    let is_offer = matches!(awaiting, Awaiting::HandOffConsent(_) | Awaiting::CodeConsent(_));
    let first = first_word(message).filter(|_| !is_own).unwrap_or_default();
    let most = if is_offer { MOST_WORDS_OF_NO } else { MOST_WORDS_OF_NO_ANSWER };
    if pressed(&no) || (NO.contains(&first) && length <= most && !states_another_wish(turn, length)) {
        turn.state.awaiting = None;
        return Some(|turn| turn.end(Workflow::Conversation, vec![Reply::CarryOn]));
    }
    (is_offer && (pressed(&yes) || (!is_own && is_yes(message)))).then_some(|turn| {
        let reason = match turn.state.awaiting {
            Some(Awaiting::HandOffConsent(reason)) => reason,
            Some(Awaiting::CodeConsent(wish)) => Reason::NotHandled(wish),
            _ => Reason::Asked,
        };
        turn.hand_off(Workflow::Conversation, Vec::new(), reason)
    })
}

/// Whether more than a reason follows a no: "no, I've changed my mind, I just want my money back".
fn states_another_wish(turn: &Turn, length: usize) -> bool {
    let wish = turn.reading.sure_intent().filter(|wish| !wish.is_idle());
    length > MOST_WORDS_OF_A_REASON && wish.is_some_and(|wish| turn.state.topic != Some(wish))
}

/// Whether a line begins with yes. "OK, thanks" takes leave and asks for nobody, other than "yes, thanks".
pub(super) fn is_yes(message: &Message) -> bool {
    let first = first_word(message).unwrap_or_default();
    let asks = || message.has(&QUESTIONS);
    let is_weak = WEAK_YES.contains(&first) && (gives_thanks(message) || asks());
    YES.contains(&first) && message.length() <= MOST_WORDS_OF_YES && !is_weak
}

/// Whether a line begins with no: "nah, leave it for now".
pub(super) fn declines(message: &Message) -> bool {
    first_word(message).is_some_and(|first| NO.contains(&first)) && !message.text().contains('?')
}

/// The first word that is no mere sound: "pues sí", "hm, no".
fn first_word(message: &Message) -> Option<&str> {
    message.words().find(|word| !FILLERS.contains(word))
}

const FILLERS: [&str; 21] = [
    "well", "oh", "hm", "hmm", "ah", "um", "uh", "ach", "na", "also", "tja", "bon", "ben", "eh", "euh", "pues",
    "bueno", "beh", "ma", "nou", "och",
];

/// "OK, and when does it come?" agrees to nothing.
const QUESTIONS: [&str; 27] = [
    "when", "where", "what", "how", "why", "which", "wann", "wo", "was", "wie", "warum", "welche", "quand", "où",
    "comment", "pourquoi", "cuándo", "dónde", "cómo", "qué", "quando", "dove", "come", "perché", "wanneer", "waar",
    "hoe",
];

/// A no is often given with its reason, a yes seldom.
const MOST_WORDS_OF_NO: usize = 14;
const MOST_WORDS_OF_YES: usize = 8;
/// Of a no to a question that is no offer: "no, I haven't got it".
const MOST_WORDS_OF_NO_ANSWER: usize = 5;

/// So many words behind a no give its reason, or ask to be left alone.
const MOST_WORDS_OF_A_REASON: usize = 7;

const NO: [&str; 11] = ["no", "nope", "nah", "not", "nein", "nö", "ne", "don't", "non", "nee", "n"];
/// Words that agree as often as they end a talk.
const WEAK_YES: [&str; 7] = ["ok", "okay", "prima", "vale", "d'accord", "sure", "claro"];
const YES: [&str; 26] = [
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
    "d'accord",
    "vale",
    "prima",
    "gern",
    "jo",
    "dale",
];

/// Chat that answers nothing while the number or address of an order is waited for: the question is asked again.
pub(super) fn is_beside_the_question(turn: &Turn, message: &Message) -> bool {
    let waits = matches!(turn.state.awaiting, Some(Awaiting::OrderNumber | Awaiting::Contact));
    waits && reply_to(message) == Reply::Greeting && message.length() > 1
}

/// Chat in the middle of a conversation that greets nobody, or a question: a hello would be no answer to it.
pub(super) fn is_no_greeting(turn: &Turn, message: &Message) -> bool {
    (is_under_way(turn) || asks_for_a_figure(message))
        && reply_to(message) == Reply::Greeting
        && (!is_short(message) || asks_for_a_figure(message))
        && !greets(message)
        && !declines(message)
}

/// A line that a hello would be the answer to, and that names what shops sell or do: "do you have a two-person tent",
/// "do you repair zips".
pub(super) fn names_a_thing(turn: &Turn, message: &Message) -> bool {
    let query = message.query(turn.language());
    turn.may_search() && reply_to(message) == Reply::Greeting && (query.has_thing() || query.asks_service())
}

fn asks_for_a_figure(message: &Message) -> bool {
    policy::asks_cost(message) || policy::asks_time(message)
}

/// Something was talked about before.
fn is_under_way(turn: &Turn) -> bool {
    turn.state.topic.is_some() || turn.state.told.is_some()
}

fn is_short(message: &Message) -> bool {
    message.length() <= MOST_WORDS_OF_A_NOD
}

/// "Alright then", "ja gern".
const MOST_WORDS_OF_A_NOD: usize = 3;

fn greets(message: &Message) -> bool {
    message.says(&GREETINGS)
}

const GREETINGS: [&str; 22] = [
    "hi ",
    "hello",
    "hey ",
    "good morning",
    "good evening",
    "how are you",
    "hallo",
    "guten ",
    "moin",
    "wie geht",
    "bonjour",
    "bonsoir",
    "salut",
    "ça va",
    "hola",
    "buenos",
    "buenas",
    "qué tal",
    "ciao",
    "buongiorno",
    "goede",
    "hoi",
];

/// Greets, thanks, or says what the assistant is.
pub(super) fn small_talk(turn: Turn, message: &Message) -> Move {
    let reply = match reply_to(message) {
        Reply::Greeting if is_under_way(&turn) && !greets(message) => Reply::CarryOn,
        reply => reply,
    };
    turn.end(Workflow::Conversation, vec![reply])
}

pub(super) fn gives_thanks(message: &Message) -> bool {
    message.says(&THANKS)
}

fn reply_to(message: &Message) -> Reply {
    if message.says(&ABOUT_ME) {
        Reply::AboutMe
    } else if gives_thanks(message) {
        Reply::Thanks
    } else {
        Reply::Greeting
    }
}

/// Asked who or what is speaking.
const ABOUT_ME: [&str; 43] = [
    "am i speaking to",
    "am i talking to",
    "mit wem spreche",
    "à qui je parle",
    "con quién hablo",
    "con chi parlo",
    "met wie spreek",
    "who are you",
    "are you a ",
    "are you an ",
    "are you real",
    "are you human",
    "are you sure you",
    "what can you do",
    "bot ",
    "robot ",
    "ai ",
    "machine",
    "a human",
    "human being",
    "real person",
    "wer bist",
    "wer sind sie",
    "bist du ein",
    "sind sie ein",
    "ki ",
    "maschine",
    "echter mensch",
    "qui es-tu",
    "qui êtes",
    "êtes-vous un",
    "es-tu un",
    "vraie personne",
    "quién eres",
    "eres un",
    "máquina",
    "chi sei",
    "sei un",
    "macchina",
    "wie ben je",
    "ben je een",
    "bent u een",
    "computer",
];

/// Thanked, or said goodbye to.
const THANKS: [&str; 20] = [
    "thank",
    "thx",
    "cheers ",
    "bye",
    "ta ",
    "danke",
    "tschüss",
    "tschuess",
    "merci",
    "au revoir",
    "gracias",
    "adiós",
    "adios",
    "grazie",
    "arrivederci",
    "ciao ",
    "bedankt",
    "dank je",
    "dank u",
    "doei",
];
