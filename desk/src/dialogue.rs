//! Which dialogue a message belongs to, and what happens in it.
//!
//! Each dialogue is two functions: `open` on a message, `go_on` with what was read. They share the turn and know
//! nothing of each other.

mod judge;
mod order_status;
mod policy;
mod product;
mod talk;

use serde::{Deserialize, Serialize};

use crate::entity::Entities;
use crate::intent::Intent;
use crate::lookup::Answer;
use crate::message::Message;
use crate::reply::{Reason, Reply, Unread};
use crate::state::Awaiting;
use crate::turn::{Move, Turn, TurnEnd};
use crate::workflow::{Mode, Workflow};

/// What the lookups of a turn are for.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) enum Topic {
    Order(order_status::Wish),
    Product(product::Wish),
    Policy(policy::Wish),
}

impl Topic {
    pub(crate) fn workflow(&self) -> Workflow {
        match self {
            Self::Order(_) => Workflow::OrderStatus,
            Self::Product(_) => Workflow::Product,
            Self::Policy(_) => Workflow::Policy,
        }
    }
}

/// Finds the dialogue for a message and opens it.
pub(crate) fn open(mut turn: Turn, message: &Message, entities: &Entities) -> Move {
    let intent = turn.reading.intent;
    let is_answer_to_offer = matches!(turn.state.awaiting, Some(Awaiting::HandOffConsent(_)));
    if is_answer_to_offer && let Some(decided) = talk::answer_to_offer(&mut turn, message) {
        return decided(turn);
    }
    turn.state.fill(entities);
    if intent.is_some() {
        turn.state.unclear = 0;
    }
    match intent {
        Some(Intent::HumanAgent) => turn.hand_off(Workflow::Conversation, Vec::new(), Reason::Asked),
        Some(Intent::Complaint) => turn.hand_off(Workflow::Conversation, Vec::new(), Reason::Complaint),
        Some(Intent::DamagedOrWrongItem) => {
            turn.hand_off(Workflow::Conversation, Vec::new(), Reason::DamagedOrWrongItem)
        }
        Some(Intent::OrderStatus) => {
            guarded(turn, Workflow::OrderStatus, |turn| order_status::open(turn, order_status::Wish::Status))
        }
        Some(Intent::MissingDelivery) => {
            guarded(turn, Workflow::OrderStatus, |turn| order_status::open(turn, order_status::Wish::Missing))
        }
        Some(Intent::ProductQuestion | Intent::StockAvailability | Intent::Recommendation) => {
            guarded(turn, Workflow::Product, |turn| product::open(turn, message, entities.price_limit))
        }
        Some(intent) if policy::answers(intent, message) => {
            guarded(turn, Workflow::Policy, |turn| policy::open(turn, intent, message))
        }
        // "Hi, #1002, ben@example.com" is about the order, however polite.
        Some(Intent::GreetingSmalltalk) | None if is_about_order(&turn, entities) => {
            guarded(turn, Workflow::OrderStatus, |turn| order_status::open(turn, order_status::Wish::Status))
        }
        Some(Intent::GreetingSmalltalk) => talk::small_talk(turn, message),
        Some(intent) => turn.offer_person(Workflow::Conversation, Vec::new(), Reason::NotHandled(intent)),
        None => talk::not_understood(turn, entities),
    }
}

/// Goes on with what the lookups brought.
pub(crate) fn go_on(turn: Turn, topic: Topic, message: &Message, answers: Vec<Answer>) -> Move {
    match topic {
        Topic::Order(wish) => order_status::go_on(turn, wish, answers),
        Topic::Product(wish) => product::go_on(turn, wish, message, answers),
        Topic::Policy(wish) => policy::go_on(turn, wish, message, answers),
    }
}

/// Ends a turn whose lookups cannot be waited for any longer.
pub(crate) fn give_up(turn: Turn, topic: &Topic) -> TurnEnd {
    let unread = match topic {
        Topic::Order(_) => Unread::Order,
        Topic::Product(_) => Unread::Catalog,
        Topic::Policy(_) => Unread::Policy,
    };
    let (state, reading) = (turn.state.clone(), turn.reading.clone());
    match outage(turn, topic.workflow(), unread) {
        Move::End(end) => end,
        Move::Look(..) => {
            TurnEnd { state, workflow: topic.workflow(), replies: vec![Reply::Outage(unread)], hand_off: None, reading }
        }
    }
}

/// What could not be read is said, and a person offered. What the shopper told stays known for another try.
fn outage(turn: Turn, workflow: Workflow, unread: Unread) -> Move {
    turn.offer_person(workflow, vec![Reply::Outage(unread)], Reason::Outage)
}

/// A workflow that is switched off reads nothing: a person is offered instead.
fn guarded(turn: Turn, workflow: Workflow, open: impl FnOnce(Turn) -> Move) -> Move {
    match (turn.context.modes.of(workflow), turn.reading.intent) {
        (Mode::Off, intent) => turn.offer_person(
            Workflow::Conversation,
            Vec::new(),
            Reason::NotHandled(intent.unwrap_or(Intent::OrderStatus)),
        ),
        (Mode::Draft | Mode::Auto, _) => open(turn),
    }
}

/// The message names an order or answers the question for one.
fn is_about_order(turn: &Turn, entities: &Entities) -> bool {
    let names_contact = entities.email.is_some() || entities.postcode.is_some();
    match turn.state.awaiting {
        Some(Awaiting::OrderNumber | Awaiting::Contact) => entities.order.is_some() || names_contact,
        _ => entities.order.is_some() || (names_contact && turn.state.order.is_some()),
    }
}
