//! What a message wants, in the light of the conversation; and the right question where that is not clear.

use crate::entity::Entities;
use crate::intent::{self, Confidence, Intent};
use crate::message::Message;
use crate::reply::{Fact, Reason, Reply};
use crate::seen::{self, Seen};
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

use super::{fact, policy, product, talk};

/// Questions in a row after which a person is offered.
const MOST_QUESTIONS: u8 = 2;

/// The wish. What the words alone leave open is decided by what they mention, where the shopper is, and what was
/// talked about.
pub(super) fn wish(turn: &Turn, message: &Message, entities: &Entities) -> Option<Intent> {
    let read = read(turn, message);
    let is_loose = !turn.reading.is_sure() || read.is_some_and(Intent::is_idle);
    let is_idle = read.is_none_or(Intent::is_idle);
    let of_the_told = is_idle.then(|| of_the_told(turn, message)).flatten();
    match read {
        _ if policy::asks_for_privacy(message) => Some(Intent::Account),
        _ if asks_for_a_fact(turn, message, read) => Some(Intent::OrderStatus),
        // Whoever gives number and address wants to hear of the order, whatever they say besides.
        Some(intent) if claims_an_order(entities) && intent.is_about_products() => Some(Intent::OrderStatus),
        // So does whoever says hardly more than that.
        Some(intent) if claims_an_order(entities) && is_of_an_order(intent) && !turn.reading.is_sure() => {
            Some(Intent::OrderStatus)
        }
        // An account has no number.
        Some(Intent::Account) if entities.order.is_some() => Some(Intent::OrderStatus),
        Some(intent) if gives_what_was_asked(turn, message, entities) && !is_of_an_order(intent) => {
            Some(turn.state.topic.filter(|topic| is_of_an_order(*topic)).unwrap_or(Intent::OrderStatus))
        }
        // "Hi, #1002, ben@example.com" is about the order, however polite; so is "and what about 1005?".
        _ if is_idle && is_about_order(turn, entities) => {
            // What was asked of one order, and answered, is not asked of the next.
            let is_told = turn.state.order.is_some_and(|order| turn.state.proof_of(order).is_some());
            let is_the_same = !is_told || entities.order.is_none() || entities.order == turn.state.order;
            let topic = turn.state.topic.filter(|topic| is_the_same && is_of_an_order(*topic));
            Some(topic.unwrap_or(Intent::OrderStatus))
        }
        // What has not left yet is changed, and not exchanged.
        Some(Intent::ExchangeRequest) if turn.state.topic.is_some_and(changes_an_order) => Some(Intent::ChangeOrder),
        _ if goes_on_about_rules(turn, message, read) => match turn.state.topic {
            Some(Intent::DeliveryInfo) => Some(Intent::DeliveryInfo),
            _ => Some(Intent::RefundPolicy),
        },
        _ if of_the_told.is_some() => of_the_told,
        _ if product::is_refined(turn, message) => {
            Some(turn.reading.product_intent().unwrap_or(Intent::Recommendation))
        }
        // "Got it, thanks" asks nothing of it.
        _ if turn.reading.is_sure() && is_idle && talk::gives_thanks(message) => read,
        _ if is_loose && !talk::declines(message) && product::is_followed_up(turn, message) => {
            Some(turn.reading.product_intent().unwrap_or(Intent::ProductQuestion))
        }
        read => read,
    }
}

/// "And how long do I have?", after the rules of returns, is asked of them; so is who pays for the way.
fn goes_on_about_rules(turn: &Turn, message: &Message, read: Option<Intent>) -> bool {
    let is_of_returns = |topic| matches!(topic, Intent::RefundPolicy | Intent::ReturnRequest | Intent::ExchangeRequest);
    let Some(topic) = turn.state.topic.filter(|topic| is_of_returns(*topic) || *topic == Intent::DeliveryInfo) else {
        return false;
    };
    let is_short = message.length() <= MOST_WORDS_OF_ANSWER;
    let is_open = match read {
        _ if read.is_none_or(Intent::is_idle) => true,
        Some(Intent::DeliveryInfo) => {
            is_of_returns(topic) && message.words().next().is_some_and(|first| AND.contains(&first))
        }
        _ => false,
    };
    is_short && is_open && (policy::asks_cost(message) || policy::asks_time(message))
}

fn changes_an_order(intent: Intent) -> bool {
    matches!(intent, Intent::CancelOrder | Intent::ChangeOrder | Intent::ChangeAddress)
}

const AND: [&str; 6] = ["and", "und", "et", "y", "e", "en"];

/// What may be wanted of the order that was told last, by a message that says nothing else: "will it be here by six?",
/// "can you leave it with my neighbour?".
fn of_the_told(turn: &Turn, message: &Message) -> Option<Intent> {
    let is_told = turn.state.told.is_some() && turn.state.told == turn.state.order;
    let says_something = message.length() > MOST_WORDS_OF_MANNERS && !talk::gives_thanks(message);
    if !is_told
        || !says_something
        || !turn.state.topic.is_none_or(is_of_an_order)
        || message.query(turn.language()).has_thing()
    {
        return None;
    }
    let best = turn.reading.candidates.iter().find(|candidate| !candidate.intent.is_idle())?;
    match best.intent {
        _ if best.confidence < LEAST_OF_THE_TOLD => None,
        Intent::DeliveryInfo => Some(Intent::OrderStatus),
        intent => Some(intent).filter(|intent| is_of_an_order(*intent)),
    }
}

/// How sure, in thousandths, the likeliest wish must be, where an order was told and nothing else is meant.
const LEAST_OF_THE_TOLD: Confidence = Confidence(100);

/// "Ok, got it." Longer messages say more than that.
const MOST_WORDS_OF_MANNERS: usize = 3;

/// What the words alone say. Small talk, and what is no business of a shop's, is what is left where no clause states a
/// wish; several weak readings as something about an order are one good reading.
fn read(turn: &Turn, message: &Message) -> Option<Intent> {
    let read = turn.reading.intent();
    if !read.is_none_or(Intent::is_idle) {
        return read;
    }
    let stated = turn.reading.also.first().copied().filter(|intent| *intent != Intent::HumanAgent);
    // A thing that was bought, and words that may be of its damage or return.
    let of_goods = turn.reading.candidates.iter().find(|candidate| {
        let intent = candidate.intent;
        candidate.confidence >= Confidence::GUESS
            && matches!(intent, Intent::DamagedOrWrongItem | Intent::ReturnRequest | Intent::ExchangeRequest)
    });
    if let Some(candidate) = of_goods.filter(|_| bought(turn, message).is_some()) {
        return Some(candidate.intent);
    }
    let of_orders = || turn.reading.candidates.iter().filter(|candidate| is_of_an_order(candidate.intent));
    let is_of_orders = || of_orders().map(|candidate| candidate.confidence.0).sum::<u16>() >= LEAST_TOGETHER;
    match read {
        _ if stated.is_some() => stated,
        None if is_of_orders() => Some(Intent::OrderStatus),
        read => read.filter(|_| !intent::is_gibberish(message, turn.language())),
    }
}

/// The thing of an order that the message points at, where one was read in this conversation.
pub(super) fn bought(turn: &Turn, message: &Message) -> Option<Seen> {
    let bought: Vec<Seen> = turn.state.seen.iter().filter(|seen| seen.order.is_some()).cloned().collect();
    seen::pointed_at(message, turn.language(), &bought).cloned()
}

/// What several readings as something about an order must have together.
const LEAST_TOGETHER: u16 = 400;

/// Gives the number, address or postcode that was asked for, with few words about it.
fn gives_what_was_asked(turn: &Turn, message: &Message, entities: &Entities) -> bool {
    let is_short = message.length() <= MOST_WORDS_OF_ANSWER;
    match turn.state.awaiting {
        Some(Awaiting::OrderNumber) => is_short && entities.order.is_some() && !turn.reading.is_sure(),
        Some(Awaiting::Contact) => {
            let has_contact = entities.email.is_some() || entities.postcode.is_some();
            is_short && has_contact && !message.text().contains('?')
        }
        _ => false,
    }
}

/// Longer messages say more than what was asked for.
const MOST_WORDS_OF_ANSWER: usize = 10;

/// Asks for one thing about the order that was told last. "Has my return arrived?" is asked of an order in any case.
fn asks_for_a_fact(turn: &Turn, message: &Message, read: Option<Intent>) -> bool {
    if fact::asks_for_return(message) {
        return true;
    }
    let is_told = turn.state.told.is_some() && turn.state.told == turn.state.order;
    if !is_told || !turn.state.topic.is_none_or(is_of_an_order) {
        return false;
    }
    let Some(asked) = fact::asked(message) else { return false };
    let is_open = read
        .is_none_or(|intent| intent.is_idle() || matches!(intent, Intent::OrderStatus | Intent::DeliveryInfo))
        || (matches!(asked, Fact::Contents | Fact::Carrier | Fact::TrackingNumber)
            && read.is_some_and(Intent::is_about_products));
    is_open && fact::is_of_the_order(asked, message)
}

fn claims_an_order(entities: &Entities) -> bool {
    entities.order.is_some() && (entities.email.is_some() || entities.postcode.is_some())
}

/// The message names an order or answers the question for one.
fn is_about_order(turn: &Turn, entities: &Entities) -> bool {
    let names_contact = entities.email.is_some() || entities.postcode.is_some();
    match turn.state.awaiting {
        Some(Awaiting::OrderNumber | Awaiting::Contact) => entities.order.is_some() || names_contact,
        _ => entities.order.is_some() || entities.email.is_some() || (names_contact && turn.state.order.is_some()),
    }
}

pub(super) fn is_of_an_order(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::OrderStatus
            | Intent::MissingDelivery
            | Intent::RefundStatus
            | Intent::CancelOrder
            | Intent::ChangeOrder
            | Intent::ChangeAddress
    )
}

/// Asks again once, repeating the open question where there is one; the second time a person is offered.
pub(super) fn not_understood(mut turn: Turn, entities: &Entities) -> Move {
    turn.state.unclear = turn.state.unclear.saturating_add(1);
    if turn.state.unclear >= MOST_QUESTIONS || turn.mood.is_unhappy() {
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
