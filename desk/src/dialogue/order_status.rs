//! "Where is my order?": who asks, which order, what its records mean.

use jiff::{SignedDuration, Timestamp};

use super::{Topic, advice, code, fact, judge, outage, own_order};
use crate::evidence::{Evidence, Grounded, Rule};
use crate::intent::Intent;
use crate::lookup::{Answer, Found, Lookup};
use crate::money::Money;
use crate::record::{Order, Parcel, ParcelStage, Refund, Report, ReturnStage, Tracked};
use crate::reply::{Fact, Headline, OrderStatus, Reason, Reply, ShopClock, Unread};
use crate::seen::{self, Seen};
use crate::state::{Awaiting, MOST_CLAIMS, State};
use crate::turn::{Move, Turn, TurnEnd};
use crate::workflow::Workflow;

/// What is wanted of the order: one of the intents whose answer begins with its records.
pub(crate) type Wish = Intent;

/// An order that was opened, while the carriers are asked for its parcels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    wish: Wish,
    order: Evidence<Order>,
    /// Which of its parcels are asked for, in the order of the lookups.
    asked: Vec<usize>,
}

/// What the carriers said of the parcels that they were asked for.
type Reports = Vec<(usize, Evidence<Vec<Report>>)>;

/// Parcels that carriers are asked for in one turn.
const MOST_ASKED: usize = 4;

/// Nobody learns more of a parcel that arrived so long ago.
const OLD_NEWS_DAYS: i64 = 14;

/// Customers whom the merchant tagged so are answered, and a person is brought in.
const VIP_TAG: &str = "vip";

/// Looks among the orders of whoever is signed in, else asks for what is missing, or looks.
pub(super) fn open(turn: Turn, wish: Wish) -> Move {
    match own_order::lookups(&turn) {
        Some(lookups) => Move::Look(lookups, turn, Topic::Order(wish)),
        None => open_to_anybody(turn, wish),
    }
}

/// Asks for what is missing, or looks.
pub(super) fn open_to_anybody(mut turn: Turn, wish: Wish) -> Move {
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
pub(super) fn go_on(turn: Turn, wish: Wish, answers: Vec<Answer>) -> Move {
    let (mut turn, answers) = match own_order::go_on(turn, wish, answers) {
        Ok(decided) => return decided,
        Err(others) => *others,
    };
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
        Found::TooManyTries => return turn.offer_person(Workflow::OrderStatus, Vec::new(), Reason::TooManyClaims),
        _ => None,
    };
    match order {
        Some(order) => ask(turn, wish, Evidence { receipt, read_at, record: order }),
        None => refuse(turn),
    }
}

/// Asks the carriers, where there is something to ask.
fn ask(turn: Turn, wish: Wish, order: Evidence<Order>) -> Move {
    let now = turn.context.now;
    let live = if order.record.cancelled.is_some() { Vec::new() } else { live(&order.record) };
    let (asked, lookups): (Vec<usize>, Vec<Lookup>) = (live.into_iter())
        .filter_map(|index| {
            let parcel = order.record.parcels.get(index).filter(|parcel| !is_old_news(parcel, now))?;
            let number = parcel.tracking_number.clone()?;
            Some((index, Lookup::Tracking(Tracked { number, carrier: parcel.carrier.clone() })))
        })
        .take(MOST_ASKED)
        .unzip();
    if lookups.is_empty() {
        return Move::End(tell(turn, wish, &order, &Vec::new(), false));
    }
    Move::Look(lookups, turn, Topic::Parcels(Box::new(Opened { wish, order, asked })))
}

fn is_old_news(parcel: &Parcel, now: Timestamp) -> bool {
    let is_over = matches!(parcel.stage, ParcelStage::Delivered | ParcelStage::PickedUp);
    let since = parcel.delivered.or_else(|| parcel.scans.iter().map(|scan| scan.at).max());
    is_over && since.is_some_and(|since| now.duration_since(since) > SignedDuration::from_hours(24 * OLD_NEWS_DAYS))
}

/// Tells what the shop and its carriers know. That a carrier cannot be asked takes nothing from what the shop knows.
pub(super) fn go_on_with(turn: Turn, opened: Opened, answers: Vec<Answer>) -> TurnEnd {
    let Opened { wish, order, asked } = opened;
    let is_unread = answers.len() < asked.len() || answers.iter().any(|answer| answer.outcome.is_err());
    let reports = |(index, answer): (usize, Answer)| match answer.outcome {
        Ok(Evidence { receipt, read_at, record: Found::Tracking(record) }) => {
            Some((index, Evidence { receipt, read_at, record }))
        }
        _ => None,
    };
    let reports = asked.into_iter().zip(answers).filter_map(reports).collect();
    tell(turn, wish, &order, &reports, is_unread)
}

fn refuse(mut turn: Turn) -> Move {
    let number = turn.state.order;
    turn.state.failed_claims = turn.state.failed_claims.saturating_add(1);
    // An address that was given for another order is no mistake of the shopper's.
    let is_carried = !turn.state.proofs.is_empty() && !gives(turn.message.text(), &turn.state);
    (turn.state.email, turn.state.postcode) = (None, None);
    let reply = if is_carried { Reply::AskContact } else { Reply::ClaimFailed };
    let replies = number.map(reply).into_iter().collect();
    if turn.state.failed_claims >= MOST_CLAIMS {
        return turn.offer_person(Workflow::OrderStatus, replies, Reason::TooManyClaims);
    }
    turn.state.awaiting = Some(Awaiting::Contact);
    turn.end(Workflow::OrderStatus, replies)
}

/// Whether the line itself has the address or postcode that was tried.
fn gives(text: &str, state: &State) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    state.email.as_ref().is_some_and(|email| text.contains(email.as_str()))
        || state.postcode.as_ref().is_some_and(|postcode| letters.contains(&postcode.as_str().to_lowercase()))
}

fn tell(mut turn: Turn, wish: Wish, order: &Evidence<Order>, reports: &Reports, is_unread: bool) -> TurnEnd {
    turn.state.awaiting = None;
    turn.state.utc_offset_minutes = order.record.utc_offset_minutes;
    let mut status = status(order, reports, turn.context.now);
    if let Some(number) = turn.state.order {
        let lines = order.record.lines.iter().filter(|line| line.quantity > 0);
        seen::keep(&mut turn.state.seen, lines.map(|line| Seen::line(number, line)).collect());
        turn.state.shown = 0;
    }
    let fact = fact::asked(&turn.message);
    let is_told = turn.state.order.is_some() && turn.state.told == turn.state.order;
    let has_parcels = !status.parcels.is_empty();
    status.only = fact.filter(|fact| match fact {
        _ if wish != Intent::OrderStatus => false,
        Fact::Contents => true,
        Fact::Returns => is_told,
        _ => is_told && has_parcels,
    });
    status.contents = (status.only == Some(Fact::Contents)).then(|| contents(order));
    status.is_carrier_unread = is_unread;
    status.advice = advice::advice(&status, wish);
    status.names_clock = !turn.state.knows_clock && status.only.is_none() && status.tells_time();
    turn.state.knows_clock |= status.names_clock;
    turn.state.told = turn.state.order;
    let next = match status.only {
        Some(Fact::Returns) if status.returns.is_empty() => Some(Reason::NotHandled(Intent::ReturnRequest)),
        // Whoever asks for a number was told of the rest.
        Some(Fact::Carrier | Fact::TrackingNumber | Fact::Returns | Fact::Contents) => None,
        _ => advice::next_step(&status, wish),
    };
    let is_vip = order.record.customer_tags.iter().any(|tag| tag.eq_ignore_ascii_case(VIP_TAG));
    let has_no_refund = wish == Intent::RefundStatus && !status.tells_of_refund();
    let replies: Vec<Reply> =
        [Reply::OrderStatus(Box::new(status))].into_iter().chain(has_no_refund.then_some(Reply::NoRefund)).collect();
    match next {
        // What is missing is more urgent than whose it is.
        Some(reason @ Reason::MissingDelivery) if is_vip => turn.handing_off(Workflow::OrderStatus, replies, reason),
        _ if is_vip => turn.handing_off(Workflow::OrderStatus, replies, Reason::Vip),
        Some(reason) => code::or_person(turn, replies, reason),
        None => turn.ending(Workflow::OrderStatus, replies),
    }
}

/// What an order's records say at `now`.
fn status(order: &Evidence<Order>, reports: &Reports, now: Timestamp) -> OrderStatus {
    let record = &order.record;
    let clock = ShopClock::new(now, record.utc_offset_minutes);
    let live = live(record);
    let parcels = (live.iter().enumerate())
        .filter_map(|(position, index)| {
            let reports = reports.iter().find(|(of, _)| of == index).map(|(_, reports)| reports);
            judge::parcel(order, *index, (position + 1, live.len()), reports, &clock)
        })
        .collect::<Vec<_>>();
    let unshipped: Vec<String> = record
        .lines
        .iter()
        .filter(|line| line.needs_shipping && line.unshipped > 0)
        .map(|line| line.title.clone())
        .collect();
    OrderStatus {
        order: order.read("name", record.name.clone()),
        headline: headline(order, !parcels.is_empty(), is_digital(record)),
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
        is_carrier_unread: false,
        advice: None,
        only: None,
        contents: None,
        names_clock: false,
        clock,
    }
}

/// What is in an order, each thing with how many of it.
fn contents(order: &Evidence<Order>) -> Grounded<Vec<String>> {
    let lines = order.record.lines.iter().filter(|line| line.quantity > 0);
    let written = |line: &crate::record::Line| {
        let count = if line.quantity > 1 { format!("{} × ", line.quantity) } else { String::new() };
        let variant = line.variant.as_ref().map(|variant| format!(" ({variant})")).unwrap_or_default();
        [count.as_str(), &line.title, &variant].concat()
    };
    order.derive(Rule::Selection, "lines[quantity > 0]", lines.map(written).collect())
}

/// Which of an order's parcels there is anything to say of.
fn live(record: &Order) -> Vec<usize> {
    let is_live = |parcel: &Parcel| parcel.stage != ParcelStage::Cancelled && !is_digital(record);
    record.parcels.iter().enumerate().filter(|(_, parcel)| is_live(parcel)).map(|(index, _)| index).collect()
}

/// What is sent by e-mail has a "fulfillment" in some shops, and never a parcel.
fn is_digital(record: &Order) -> bool {
    !record.lines.is_empty() && record.lines.iter().all(|line| !line.needs_shipping)
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
