//! "Where is my order?" of a customer who is signed in: which of their orders is meant.
//!
//! Nobody has to give number and address for what the shop knows to be theirs. An order that is not theirs is handled
//! exactly as one that does not exist: as anybody's, who has to prove it.

use super::choice::{FIRST, SECOND};
use super::order_status::{self, Wish};
use super::{Topic, outage};
use crate::entity::{Entities, OrderNumber};
use crate::evidence::Evidence;
use crate::identity::Opens;
use crate::lookup::{Answer, Found, Lookup};
use crate::message::Message;
use crate::proof::OrderProof;
use crate::record::OrderHead;
use crate::reply::{OwnOrders, Reply, ShopClock, Unread};
use crate::state::{Awaiting, MOST_CLAIMS};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What to read first for somebody who is signed in; nothing where the order was proven before.
pub(super) fn lookups(turn: &Turn) -> Option<Vec<Lookup>> {
    let (identity, state) = (&turn.context.identity, &turn.state);
    let customer = identity.customer.as_ref().filter(|_| identity.opens(Opens::OwnOrders, None))?;
    if state.order.is_some_and(|number| state.proof_of(number).is_some()) {
        return None;
    }
    // They may give the details of an order that was placed as a guest: both at once, so that nobody waits twice.
    let claim = state.claim().filter(|_| state.failed_claims < MOST_CLAIMS);
    let own = Lookup::CustomerOrders(customer.clone(), state.order);
    Some([own].into_iter().chain(claim.map(Lookup::ClaimedOrder)).collect())
}

/// Goes on with what was found among their orders.
///
/// # Errors
/// The turn again, with the answers that are not about their own orders, for whom they concern.
pub(super) fn go_on(mut turn: Turn, wish: Wish, answers: Vec<Answer>) -> Result<Move, Box<(Turn, Vec<Answer>)>> {
    let (own, others): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| matches!(answer.lookup, Lookup::CustomerOrders(..)));
    let Some(own) = own.into_iter().next() else { return Err(Box::new((turn, others))) };
    let Ok(Evidence { receipt, read_at, record: Found::CustomerOrders(heads) }) = own.outcome else {
        return if others.is_empty() {
            Ok(outage(turn, Workflow::OrderStatus, Unread::Order))
        } else {
            Err(Box::new((turn, others)))
        };
    };
    let Some(newest) = heads.first() else {
        return if others.is_empty() {
            Ok(order_status::open_to_anybody(turn, wish))
        } else {
            Err(Box::new((turn, others)))
        };
    };
    let is_new = |proof: &&OrderProof| turn.state.proof_of(proof.number()).is_none();
    let proofs: Vec<OrderProof> = heads.iter().map(|(proof, _)| proof).filter(is_new).cloned().collect();
    turn.state.proofs.extend(proofs);
    let open: Vec<&(OrderProof, OrderHead)> = heads.iter().filter(|(_, head)| head.is_open).collect();
    if turn.state.order.is_none() && open.len() > 1 {
        let heads: Vec<OrderHead> = open.iter().map(|(_, head)| head.clone()).collect();
        turn.state.offered = open.iter().map(|(proof, _)| proof.number()).collect();
        turn.state.awaiting = Some(Awaiting::WhichOrder);
        return Ok(ask(turn, &Evidence { receipt, read_at, record: heads }));
    }
    let (proof, _) = open.first().copied().unwrap_or(newest);
    turn.state.order = Some(proof.number());
    Ok(Move::Look(vec![Lookup::ProvenOrder(proof.clone())], turn, Topic::Order(wish)))
}

fn ask(turn: Turn, heads: &Evidence<Vec<OrderHead>>) -> Move {
    let offset = heads.record.first().map_or(0, |head| head.utc_offset_minutes);
    let orders = heads.record.iter().enumerate().map(|(index, head)| {
        let at = |member: &str| format!("[{index}].{member}");
        (heads.read(at("name"), head.name.clone()), heads.read(at("placed"), head.placed))
    });
    let own = OwnOrders { orders: orders.collect(), clock: ShopClock::new(turn.context.now, offset) };
    turn.end(Workflow::OrderStatus, vec![Reply::WhichOrder(own)])
}

/// Reads the answer to "which of your orders?": its number in the shop, its number in the list, or "the first".
/// Anything else is a message of its own.
pub(super) fn answer_to_choice(turn: &mut Turn, message: &Message, entities: &Entities) -> Option<OrderNumber> {
    if turn.state.awaiting != Some(Awaiting::WhichOrder) {
        return None;
    }
    turn.state.awaiting = None;
    let offered = std::mem::take(&mut turn.state.offered);
    let named = entities.order.filter(|number| offered.contains(number));
    let says = |forms: &[&str]| message.length() <= 4 && message.has(forms);
    // "The second one" has both words in it.
    let place = || match () {
        () if says(&SECOND) => Some(1),
        () if says(&FIRST) => Some(0),
        () => ["3", "4", "5"].iter().position(|digit| says(&[digit])).map(|at| at + 2),
    };
    named.or_else(|| offered.get(place()?).copied())
}
