//! "Where is my order?": who asks, which order, what its records mean.

use jiff::Timestamp;

use super::{Topic, judge, outage};
use crate::evidence::{Evidence, Grounded, Rule};
use crate::intent::Intent;
use crate::lookup::{Answer, Found, Lookup};
use crate::money::Money;
use crate::record::{Order, ParcelStage, Refund, ReturnStage};
use crate::reply::{Headline, OrderStatus, Reason, Reply, ShopClock, Situation, Unread};
use crate::state::{Awaiting, MOST_CLAIMS};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What is wanted of the order: one of the intents whose answer begins with its records.
pub(crate) type Wish = Intent;

/// Customers whom the merchant tagged so are answered, and a person is brought in.
const VIP_TAG: &str = "vip";

/// Asks for what is missing, or looks.
pub(super) fn open(mut turn: Turn, wish: Wish) -> Move {
    let workflow = Workflow::OrderStatus;
    let Some(number) = turn.state.order else {
        turn.state.awaiting = Some(Awaiting::OrderNumber);
        return turn.end(workflow, vec![Reply::AskOrderNumber]);
    };
    if let Some(proof) = turn.state.proof_of(number).cloned() {
        return Move::Look(vec![Lookup::ProvenOrder(proof)], turn, Topic::Order(wish));
    }
    if turn.state.failed_claims >= MOST_CLAIMS {
        return turn.offer_person(workflow, Vec::new(), Reason::TooManyClaims);
    }
    if let Some(claim) = turn.state.claim() {
        return Move::Look(vec![Lookup::ClaimedOrder(claim)], turn, Topic::Order(wish));
    }
    turn.state.awaiting = Some(Awaiting::Contact);
    turn.end(workflow, vec![Reply::AskContact(number)])
}

/// Says what was found, in a way that does not tell a wrong e-mail from an unknown order.
pub(super) fn go_on(mut turn: Turn, wish: Wish, answers: Vec<Answer>) -> Move {
    let Some(Ok(evidence)) = answers.into_iter().next().map(|answer| answer.outcome) else {
        return outage(turn, Workflow::OrderStatus, Unread::Order);
    };
    let Evidence { receipt, read_at, record } = evidence;
    let order = match record {
        Found::ClaimedOrder(Some((proof, order))) => {
            turn.state.proofs.push(proof);
            Some(order)
        }
        Found::ProvenOrder(order) => order,
        _ => None,
    };
    match order {
        Some(order) => tell(turn, wish, &Evidence { receipt, read_at, record: order }),
        None => refuse(turn),
    }
}

fn refuse(mut turn: Turn) -> Move {
    let number = turn.state.order;
    turn.state.failed_claims = turn.state.failed_claims.saturating_add(1);
    (turn.state.email, turn.state.postcode) = (None, None);
    let replies = number.map(Reply::ClaimFailed).into_iter().collect();
    if turn.state.failed_claims >= MOST_CLAIMS {
        return turn.offer_person(Workflow::OrderStatus, replies, Reason::TooManyClaims);
    }
    turn.state.awaiting = Some(Awaiting::Contact);
    turn.end(Workflow::OrderStatus, replies)
}

fn tell(mut turn: Turn, wish: Wish, order: &Evidence<Order>) -> Move {
    turn.state.awaiting = None;
    turn.state.utc_offset_minutes = order.record.utc_offset_minutes;
    let status = status(order, turn.context.now);
    let next = next_step(&status, wish);
    let is_vip = order.record.customer_tags.iter().any(|tag| tag.eq_ignore_ascii_case(VIP_TAG));
    let has_no_refund = wish == Intent::RefundStatus && !status.tells_of_refund();
    let replies: Vec<Reply> =
        [Reply::OrderStatus(Box::new(status))].into_iter().chain(has_no_refund.then_some(Reply::NoRefund)).collect();
    match next {
        // What is missing is more urgent than whose it is.
        Some(reason @ Reason::MissingDelivery) if is_vip => turn.hand_off(Workflow::OrderStatus, replies, reason),
        _ if is_vip => turn.hand_off(Workflow::OrderStatus, replies, Reason::Vip),
        Some(reason) => turn.offer_person(Workflow::OrderStatus, replies, reason),
        None => turn.end(Workflow::OrderStatus, replies),
    }
}

/// Whether the answer leaves the shopper with something that only a person can do.
fn next_step(status: &OrderStatus, wish: Wish) -> Option<Reason> {
    let any = |is: fn(&Situation) -> bool| status.parcels.iter().any(|parcel| is(&parcel.situation));
    let is_silent = any(|situation| matches!(situation, Situation::Silent { .. }));
    let is_failed = any(|situation| matches!(situation, Situation::Failed { .. }));
    let is_delivered = any(|situation| matches!(situation, Situation::Delivered { .. }));
    let is_cancelled = matches!(status.headline, Headline::Cancelled { .. });
    match wish {
        Intent::CancelOrder | Intent::ChangeOrder | Intent::ChangeAddress if !is_cancelled => {
            Some(Reason::NotHandled(wish))
        }
        Intent::RefundStatus if !status.tells_of_refund() => Some(Reason::NotHandled(wish)),
        _ if is_failed => Some(Reason::FailedParcel),
        _ if is_silent => Some(Reason::SilentParcel),
        Intent::MissingDelivery if is_delivered => Some(Reason::MissingDelivery),
        _ => None,
    }
}

/// What an order's records say at `now`.
pub(super) fn status(order: &Evidence<Order>, now: Timestamp) -> OrderStatus {
    let record = &order.record;
    let clock = ShopClock::new(now, record.utc_offset_minutes);
    // What is sent by e-mail has a "fulfillment" in some shops, and never a parcel.
    let is_digital = !record.lines.is_empty() && record.lines.iter().all(|line| !line.needs_shipping);
    let is_live = |index: &usize| record.parcels.get(*index).is_some_and(|p| p.stage != ParcelStage::Cancelled);
    let live: Vec<usize> = (0..record.parcels.len()).filter(|index| !is_digital && is_live(index)).collect();
    let parcels = live
        .iter()
        .enumerate()
        .map(|(position, index)| judge::parcel(order, *index, (position + 1, live.len()), &clock))
        .collect::<Vec<_>>();
    let unshipped: Vec<String> = record
        .lines
        .iter()
        .filter(|line| line.needs_shipping && line.unshipped > 0)
        .map(|line| line.title.clone())
        .collect();
    OrderStatus {
        order: order.read("name", record.name.clone()),
        headline: headline(order, !parcels.is_empty(), is_digital),
        unshipped: (!parcels.is_empty() && !unshipped.is_empty() && record.cancelled.is_none())
            .then(|| order.derive(Rule::Selection, "lines[unshipped > 0].title", unshipped)),
        returns: (record.returns.iter().enumerate())
            .filter(|(_, r)| !matches!(r.stage, ReturnStage::Cancelled | ReturnStage::Unknown))
            .map(|(index, r)| order.read(format!("returns[{index}]"), r.clone()))
            .collect(),
        refunds: (record.refunds.iter().enumerate())
            .filter(|_| record.cancelled.is_none())
            .map(|(index, refund)| self::refund(order, index, refund))
            .collect(),
        parcels,
        clock,
    }
}

fn refund(order: &Evidence<Order>, index: usize, refund: &Refund) -> (Grounded<Timestamp>, Grounded<Money>) {
    let at = |member: &str| format!("refunds[{index}].{member}");
    (order.read(at("at"), refund.at), order.read(at("amount"), refund.amount))
}

fn headline(order: &Evidence<Order>, has_parcels: bool, is_digital: bool) -> Headline {
    let record = &order.record;
    let titles = || -> Vec<String> {
        record.lines.iter().filter(|line| line.quantity > 0).map(|line| line.title.clone()).collect()
    };
    if let Some(at) = record.cancelled {
        let refund = record.refunds.iter().enumerate().next_back();
        return Headline::Cancelled {
            at: order.read("cancelled", at),
            payment: order.read("payment", record.payment),
            refund: refund.map(|(index, refund)| self::refund(order, index, refund)),
        };
    }
    if has_parcels {
        return Headline::Shipped;
    }
    if is_digital {
        return Headline::NothingToShip { items: order.derive(Rule::Selection, "lines[].title", titles()) };
    }
    match record.holds.first() {
        Some(hold) => Headline::OnHold {
            reason: hold.reason.clone().map(|reason| order.read("holds[0].reason", reason)),
            items: order.read("holds[0].items", hold.items.clone()),
        },
        None => Headline::NotShipped {
            placed: order.read("placed", record.placed),
            payment: order.read("payment", record.payment),
        },
    }
}
