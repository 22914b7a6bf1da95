//! Two wishes in one message, or two that its words do not decide between: the shopper is asked which.

use super::clarify::is_of_an_order;
use crate::entity::{Entities, Expecting, OrderNumber};
use crate::intent::{self, Intent};
use crate::message::Message;
use crate::reply::Reply;
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

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
    let is_settled = pair.iter().any(|intent| intent.is_idle())
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
    entities.order?;
    let numbers = message.words().filter(|word| OrderNumber::parse(word).is_some()).take(2).count();
    // In a clause of its own a postcode is read as a number, too.
    if numbers < 2 || entities.postcode.is_some() {
        return None;
    }
    let calendar = turn.state.calendar(turn.context.now, &turn.context.page);
    let mut told = message.parts().take(intent::MOST_PARTS).filter_map(|clause| {
        let order = Entities::read(clause, Expecting::Nothing, calendar).order?;
        let wish = intent::classify(clause).intent().filter(|wish| is_of_an_order(*wish))?;
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
pub(super) fn answer(turn: &mut Turn, message: &Message) -> Option<Intent> {
    let Some(Awaiting::Choice(pair)) = turn.state.awaiting else { return None };
    turn.state.awaiting = None;
    let offered = std::mem::take(&mut turn.state.offered);
    let words: Vec<&str> = message.words().collect();
    let says = |forms: &[&str]| words.len() <= 3 && words.iter().any(|word| forms.contains(word));
    let counted = || match () {
        () if says(&FIRST) => Some(0),
        () if says(&SECOND) => Some(1),
        () => None,
    };
    let choices = crate::wording::choices(pair, turn.language()).map(|words| Message::parse(&words));
    let pressed = choices.iter().position(|choice| choice == message);
    // "The address first": a word that only one of them has says more than how it counts.
    let has = |choice: &Message| {
        let is_shared = |word: &&str| word.len() > 3 && choice.words().any(|other| other == *word);
        words.len() <= MOST_WORDS_OF_CHOICE && words.iter().any(is_shared)
    };
    let named = || match choices.each_ref().map(has) {
        [true, false] => Some(0),
        [false, true] => Some(1),
        _ => None,
    };
    let mut read = turn.reading.candidates.iter().map(|candidate| candidate.intent);
    let told = pressed.or_else(named).or_else(counted).and_then(|index| pair.get(index).copied());
    let chosen = told.or_else(|| read.find(|intent| pair.contains(intent)));
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
