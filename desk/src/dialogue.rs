//! Which dialogue a message belongs to, and what happens in it.
//!
//! Each dialogue is two functions: `open` on a message, `go_on` with what was read. They share the turn and know
//! nothing of each other.

mod account;
mod advice;
mod choice;
mod clarify;
mod code;
mod fact;
mod judge;
mod order_status;
mod own_order;
mod page;
mod policy;
mod product;
mod talk;

use crate::entity::Entities;
use crate::hand_off;
use crate::intent::Intent;
use crate::lookup::Answer;
use crate::message::Message;
use crate::reply::{Reason, Reply, Unread};
use crate::state::Awaiting;
use crate::turn::{Move, Turn, TurnEnd};
use crate::workflow::{Mode, Workflow};

/// What the lookups of a turn are for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Topic {
    Order(order_status::Wish),
    Parcels(Box<order_status::Opened>),
    Product(product::Wish),
    Kin(Box<product::kin::Wish>),
    Policy(policy::Wish),
    Page(page::Wish),
    Code(Intent),
}

impl Topic {
    pub(crate) fn workflow(&self) -> Workflow {
        match self {
            Self::Order(_) | Self::Parcels(_) => Workflow::OrderStatus,
            Self::Product(_) | Self::Kin(_) => Workflow::Product,
            Self::Policy(_) | Self::Page(_) => Workflow::Policy,
            Self::Code(_) => Workflow::Conversation,
        }
    }
}

/// Finds the dialogue for a message and opens it: an answer to what was asked, else what the hand-off policy says,
/// else the wish, else a question.
pub(crate) fn open(mut turn: Turn, message: &Message, entities: &Entities) -> Move {
    let answered = product::with_question(&mut turn, message, entities);
    let message = answered.as_ref().unwrap_or(message);
    turn = match code::answer(turn, message) {
        Ok(decided) => return decided,
        Err(other) => *other,
    };
    let mut wish = clarify::wish(&turn, message, entities);
    if let Some(decided) = talk::answer_to_offer(&mut turn, message, entities) {
        return decided(turn);
    }
    // An offer is good for the next message: a yes to something else must not bring anybody in.
    if matches!(turn.state.awaiting, Some(Awaiting::HandOffConsent(_) | Awaiting::CodeConsent(_))) {
        turn.state.awaiting = None;
    }
    let picked = choice::answer(&mut turn, message);
    wish = picked.or(wish);
    let chosen = own_order::answer_to_choice(&mut turn, message, entities);
    turn.state.fill(entities);
    if chosen.is_some() {
        turn.state.order = chosen;
        wish = turn.state.topic.filter(|topic| clarify::is_of_an_order(*topic)).or(Some(Intent::OrderStatus));
    }
    let is_unhappy = turn.mood.is_unhappy();
    let stated = wish.filter(|_| picked.is_some() || turn.reading.intent().is_some());
    let has_failed = turn.state.follow(stated, is_unhappy);
    let mut wishes = turn.reading.wishes();
    let is_plain = |wish: &Intent| match wish {
        Intent::Complaint => is_unhappy,
        Intent::HumanAgent => false,
        _ => true,
    };
    wishes.extend(wish.filter(is_plain));
    if let Some(reason) = hand_off::decide(&wishes, &turn.mood, has_failed) {
        return turn.hand_off(Workflow::Conversation, Vec::new(), reason);
    }
    if let Some([first, second]) = choice::two_orders(&turn, message, entities) {
        turn.state.offered = vec![first.0, second.0];
        return choice::ask(turn, [first.1, second.1]);
    }
    match wish {
        _ if product::is_sought(&turn, message) => {
            guarded(turn, Intent::Recommendation, Workflow::Product, |turn| product::seek(turn, message))
        }
        None => guess(turn, message, entities),
        Some(wish) => match choice::torn(&turn, wish, entities) {
            Some(pair) => choice::ask(turn, pair),
            None => follow(turn, wish, message, entities),
        },
    }
}

/// A line in a language that the desk does not speak: what it names is looked up all the same, else it is said which
/// languages are spoken, and a person offered.
pub(crate) fn open_foreign(mut turn: Turn, message: &Message, entities: &Entities) -> Move {
    if entities.order.is_some() || entities.email.is_some() {
        return open(turn, message, entities);
    }
    turn.state.unclear = 0;
    turn.offer_person(Workflow::Conversation, vec![Reply::OtherLanguage], Reason::OtherLanguage)
}

/// What happens on each wish.
fn follow(mut turn: Turn, wish: Intent, message: &Message, entities: &Entities) -> Move {
    if wish != Intent::GreetingSmalltalk {
        turn.state.unclear = 0;
    }
    point_out(&mut turn, wish, message);
    match wish {
        Intent::GreetingSmalltalk if talk::names_a_thing(&turn, message) => product::guess(turn, message),
        wish if is_of_the_last(&turn, wish, message) => more_of_the_last(turn, message),
        Intent::GreetingSmalltalk
            if talk::is_beside_the_question(&turn, message) || talk::is_no_greeting(&turn, message) =>
        {
            clarify::not_understood(turn, entities)
        }
        Intent::GreetingSmalltalk => talk::small_talk(turn, message),
        Intent::OutOfScope => beside_the_point(turn, message),
        Intent::ProductQuestion | Intent::StockAvailability | Intent::Recommendation => {
            guarded(turn, wish, Workflow::Product, |turn| product::open(turn, message))
        }
        Intent::Account if policy::answers(wish, message) => {
            guarded(turn, wish, Workflow::Policy, |turn| policy::open(turn, wish, message))
        }
        Intent::RefundPolicy | Intent::ReturnRequest | Intent::ExchangeRequest | Intent::DeliveryInfo => {
            guarded(turn, wish, Workflow::Policy, |turn| policy::open(turn, wish, message))
        }
        // What can be done to an order depends on how far it is: its records come first.
        Intent::OrderStatus
        | Intent::MissingDelivery
        | Intent::RefundStatus
        | Intent::CancelOrder
        | Intent::ChangeOrder
        | Intent::ChangeAddress => guarded(turn, wish, Workflow::OrderStatus, |turn| order_status::open(turn, wish)),
        // Those that leave no doubt were handed over before.
        Intent::HumanAgent => turn.offer_person(Workflow::Conversation, Vec::new(), Reason::Asked),
        Intent::Complaint => turn.offer_person(Workflow::Conversation, Vec::new(), Reason::Complaint),
        Intent::DamagedOrWrongItem => {
            let about = about_item(&turn);
            turn.offer_person(Workflow::Conversation, about, Reason::DamagedOrWrongItem)
        }
        Intent::DiscountPromo
        | Intent::PaymentIssue
        | Intent::Invoice
        | Intent::Account
        | Intent::Subscription
        | Intent::TechnicalIssue
        | Intent::FeedbackReview => guarded(turn, wish, Workflow::Policy, |turn| page::open(turn, wish, message)),
    }
}

/// Whoever wants to send something back, or has it broken, may name it by what was read in this conversation.
fn point_out(turn: &mut Turn, wish: Intent, message: &Message) {
    if matches!(wish, Intent::ReturnRequest | Intent::ExchangeRequest | Intent::DamagedOrWrongItem) {
        let item = clarify::bought(turn, message);
        if let Some(order) = item.as_ref().and_then(|item| item.order) {
            turn.state.order = Some(order);
        }
        turn.state.item = item;
    }
}

/// No business of a shop's, unless the shop knows what it names: "something to keep my tea hot".
fn beside_the_point(turn: Turn, message: &Message) -> Move {
    // A shop's own words are known to nobody else, and typed as one thinks they are spelt.
    let may_be_ours = message.query(turn.language()).names_a_thing() || product::may_be_misspelt(&turn, message);
    if turn.may_search() && may_be_ours {
        product::guess(turn, message)
    } else {
        turn.end(Workflow::Conversation, vec![Reply::OutOfScope])
    }
}

/// "How long would that take?" is asked of what was looked for last.
fn is_of_the_last(turn: &Turn, wish: Intent, message: &Message) -> bool {
    let is_of_no_product =
        || wish.is_about_products() && !turn.has_product() && !message.query(turn.language()).has_thing();
    let asks = || policy::asks_cost(message) || policy::asks_time(message);
    turn.may_search() && turn.state.search.is_some() && (wish.is_idle() || is_of_no_product()) && asks()
}

fn more_of_the_last(turn: Turn, message: &Message) -> Move {
    let last = turn.state.search.clone().unwrap_or_default();
    product::guess(turn, &Message::parse(&[last.as_str(), " ", message.text()].concat()))
}

/// Says which thing was understood to be meant, so that a wrong one can be put right.
fn about_item(turn: &Turn) -> Vec<Reply> {
    turn.state.item.clone().map(Reply::AboutItem).into_iter().collect()
}

/// A message that was not understood may still name what the shop has.
fn guess(mut turn: Turn, message: &Message, entities: &Entities) -> Move {
    turn.reading.candidates.clear();
    if turn.state.awaiting.is_none() && turn.may_search() && product::may_be_named(message, turn.language()) {
        product::guess(turn, message)
    } else {
        clarify::not_understood(turn, entities)
    }
}

/// Goes on with what the lookups brought.
pub(crate) fn go_on(turn: Turn, topic: Topic, message: &Message, answers: Vec<Answer>) -> Move {
    match topic {
        Topic::Order(wish) => order_status::go_on(turn, wish, answers),
        Topic::Parcels(opened) => Move::End(order_status::go_on_with(turn, *opened, answers)),
        Topic::Product(wish) => product::go_on(turn, wish, message, answers),
        Topic::Kin(wish) => product::kin::go_on(turn, *wish, message, answers),
        Topic::Policy(wish) => policy::go_on(turn, wish, message, answers),
        Topic::Page(wish) => page::go_on(turn, wish, answers),
        Topic::Code(wish) => code::go_on(turn, wish, answers),
    }
}

/// Ends a turn whose lookups cannot be waited for any longer.
pub(crate) fn give_up(turn: Turn, topic: Topic) -> TurnEnd {
    let workflow = topic.workflow();
    let unread = match topic {
        // What the shop knows is known; only the carriers were too slow.
        Topic::Parcels(opened) => return order_status::go_on_with(turn, *opened, Vec::new()),
        Topic::Order(_) | Topic::Code(_) => Unread::Order,
        Topic::Product(_) => Unread::Catalog,
        Topic::Kin(wish) => match wish.said() {
            said if said.is_empty() => Unread::Catalog,
            said => return turn.ending(workflow, said),
        },
        Topic::Policy(_) | Topic::Page(_) => Unread::Policy,
    };
    turn.offering_person(workflow, vec![Reply::Outage(unread)], Reason::Outage)
}

/// What could not be read is said, and a person offered. What the shopper told stays known for another try.
fn outage(turn: Turn, workflow: Workflow, unread: Unread) -> Move {
    turn.offer_person(workflow, vec![Reply::Outage(unread)], Reason::Outage)
}

/// A workflow that is switched off reads nothing: a person is offered instead.
fn guarded(turn: Turn, wish: Intent, workflow: Workflow, open: impl FnOnce(Turn) -> Move) -> Move {
    match turn.context.modes.of(workflow) {
        Mode::Off => turn.offer_person(Workflow::Conversation, Vec::new(), Reason::NotHandled(wish)),
        Mode::Draft | Mode::Auto => open(turn),
    }
}
