//! What a message wants, in the light of the conversation; and the right question where that is not clear.

use crate::entity::{Entities, Expecting, OrderNumber};
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
    let is_loose = !turn.reading.is_sure() || matches!(read, Some(Intent::GreetingSmalltalk | Intent::OutOfScope));
    let is_idle = matches!(read, None | Some(Intent::GreetingSmalltalk | Intent::OutOfScope));
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
        None | Some(Intent::GreetingSmalltalk | Intent::OutOfScope) if is_about_order(turn, entities) => {
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
        None | Some(Intent::GreetingSmalltalk | Intent::OutOfScope) => true,
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
    let is_idle = |intent| matches!(intent, Intent::GreetingSmalltalk | Intent::OutOfScope);
    let best = turn.reading.candidates.iter().find(|candidate| !is_idle(candidate.intent))?;
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
    if !matches!(read, None | Some(Intent::GreetingSmalltalk | Intent::OutOfScope)) {
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
        read => read.filter(|_| !intent::is_gibberish(message)),
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
    let Some(asked) = fact::asked(message) else { return false };
    let is_open = matches!(
        read,
        None | Some(Intent::OrderStatus | Intent::DeliveryInfo | Intent::GreetingSmalltalk | Intent::OutOfScope)
    ) || (matches!(asked, Fact::Contents | Fact::Carrier | Fact::TrackingNumber)
        && read.is_some_and(Intent::is_about_products));
    let is_told = turn.state.told.is_some() && turn.state.told == turn.state.order;
    let goes_on = is_told && turn.state.topic.is_none_or(is_of_an_order) && fact::is_of_the_order(asked, message);
    asked == Fact::Returns || (is_open && goes_on)
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

/// Two wishes that the words do not decide between. Details of an order decide for it, and nobody is asked twice.
pub(super) fn torn(turn: &Turn, wish: Intent, entities: &Entities) -> Option<[Intent; 2]> {
    if turn.state.unclear > 0 {
        return None;
    }
    // Two wishes, each clearly told: one after the other.
    if let Some(other) = turn.reading.also.iter().copied().find(|other| is_another_matter(wish, *other)) {
        return Some([wish, other]);
    }
    let pair = turn.reading.torn().filter(|pair| pair[0] == wish)?;
    let is_idle = |intent: &Intent| matches!(intent, Intent::GreetingSmalltalk | Intent::OutOfScope);
    let is_settled = pair.iter().any(is_idle)
        || (turn.has_product() && turn.reading.product_intent().is_some())
        || pair.contains(&Intent::HumanAgent)
        || entities.order.is_some()
        || turn.state.awaiting.is_some()
        || turn.state.topic_before.is_some_and(|topic| pair.contains(&topic))
        // The same dialogue serves both.
        || pair.iter().all(|intent| is_of_an_order(*intent) && *intent != Intent::CancelOrder)
        || pair.iter().all(|intent| matches!(intent, Intent::RefundPolicy | Intent::ReturnRequest | Intent::ExchangeRequest));
    (!is_settled).then_some(pair)
}

/// Whether two wishes need different records, so that one answer cannot serve both.
fn is_another_matter(wish: Intent, other: Intent) -> bool {
    let is_rule = |intent: Intent| {
        matches!(intent, Intent::RefundPolicy | Intent::ReturnRequest | Intent::ExchangeRequest | Intent::DeliveryInfo)
    };
    (is_of_an_order(wish) && is_rule(other)) || (is_rule(wish) && is_of_an_order(other))
}

/// Two orders in one message, something else wanted of each: "cancel 1004, and where is 1003?".
pub(super) fn two_orders(turn: &Turn, message: &Message, entities: &Entities) -> Option<[(OrderNumber, Intent); 2]> {
    let numbers = message.words().filter(|word| OrderNumber::parse(word).is_some()).take(2).count();
    // In a clause of its own a postcode is read as a number, too.
    if numbers < 2 || entities.postcode.is_some() {
        return None;
    }
    let calendar = turn.state.calendar(turn.context.now, &turn.context.page);
    let mut told = intent::clauses(message.text()).into_iter().filter_map(|clause| {
        let clause = Message::parse(clause);
        let order = Entities::read(&clause, Expecting::Nothing, calendar).order?;
        let wish = intent::classify(&clause).intent().filter(|wish| is_of_an_order(*wish))?;
        Some((order, wish))
    });
    let (first, second) = (told.next()?, told.next()?);
    (first.0 != second.0 && first.1 != second.1).then_some([first, second])
}

/// Asks which of two wishes is meant.
pub(super) fn ask(mut turn: Turn, pair: [Intent; 2]) -> Move {
    turn.state.unclear = turn.state.unclear.saturating_add(1);
    turn.state.awaiting = Some(Awaiting::Choice(pair));
    turn.end(Workflow::Conversation, vec![Reply::WhichOf(pair)])
}

/// Reads the answer to a choice: its number, or words that are one of the two. Anything else is a message of its own.
pub(super) fn answer_to_choice(turn: &mut Turn, message: &Message) -> Option<Intent> {
    let Some(Awaiting::Choice(pair)) = turn.state.awaiting else { return None };
    turn.state.awaiting = None;
    let offered = std::mem::take(&mut turn.state.offered);
    let words: Vec<&str> = message.words().collect();
    let says = |forms: &[&str]| words.len() <= 3 && words.iter().any(|word| forms.contains(word));
    let chosen = if says(&FIRST) {
        Some(pair[0])
    } else if says(&SECOND) {
        Some(pair[1])
    } else {
        let read = turn.reading.candidates.iter().map(|candidate| candidate.intent);
        let choices = crate::wording::choices(pair, turn.language()).map(|words| Message::parse(&words));
        let pressed = choices.iter().position(|choice| choice == message);
        // "The order first": a word that only one of them has.
        let has = |choice: &Message| {
            let is_shared = |word: &&str| word.len() > 3 && choice.words().any(|other| other == *word);
            words.len() <= MOST_WORDS_OF_CHOICE && words.iter().any(is_shared)
        };
        let named = || match choices.each_ref().map(has) {
            [true, false] => Some(0),
            [false, true] => Some(1),
            _ => None,
        };
        pressed
            .or_else(named)
            .and_then(|index| pair.get(index).copied())
            .or_else(|| read.into_iter().find(|intent| pair.contains(intent)))
    };
    if let Some(chosen) = chosen {
        turn.state.unclear = 0;
        let place = usize::from(pair[0] != chosen);
        turn.state.order = offered.get(place).copied().or(turn.state.order);
    }
    chosen
}

/// Longer answers say it in words of their own.
const MOST_WORDS_OF_CHOICE: usize = 5;

pub(super) const FIRST: [&str; 13] = [
    "1",
    "first",
    "former",
    "one",
    "erste",
    "erstes",
    "ersteres",
    "premier",
    "première",
    "primero",
    "primo",
    "eerste",
    "a",
];
pub(super) const SECOND: [&str; 13] = [
    "2",
    "second",
    "latter",
    "two",
    "zweite",
    "zweites",
    "letzteres",
    "deuxième",
    "second",
    "segundo",
    "secondo",
    "tweede",
    "b",
];

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
