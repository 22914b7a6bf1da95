//! Every figure, date, name, status and link in a rendered reply is in its receipts, or derived by a named rule.
//!
//! Random orders are told and rendered. From the text everything is taken away that the record licenses: its texts as
//! they are, its instants in the one form that this module spells out for itself, days since by the rule, counts of
//! parcels. What is left must be words of the templates: no digit, no link, no quotation, no name.

use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use crate::context::{Context, Page};
use crate::evidence::{Evidence, Receipt};
use crate::lookup::{Answer, Found, Lookup};
use crate::money::{Currency, Money};
use crate::proof::{OnRecord, Sealed};
use crate::record::{Hold, Line, Order, Parcel, ParcelStage, Payment, Refund, Return, ReturnStage, Scan};
use crate::state::State;
use crate::turn::{self, Step};
use crate::wording::{self, Shape};
use crate::workflow::Modes;

const NOW: &str = "2026-11-20T11:00:00Z";

/// Names that no template uses, so that one that slips in is seen.
fn name() -> impl Strategy<Value = String> {
    "Q[xyz]{2,6}( Q[xyz]{2,5})?"
}

fn instant() -> impl Strategy<Value = Timestamp> {
    let now: Timestamp = NOW.parse().expect("valid");
    (-600_i64..400).prop_map(move |hours| now.checked_add(hours.hours()).expect("near"))
}

fn stage() -> impl Strategy<Value = ParcelStage> {
    use ParcelStage as P;
    prop::sample::select(vec![
        P::LabelMade,
        P::Sent,
        P::InTransit,
        P::Delayed,
        P::OutForDelivery,
        P::AttemptFailed,
        P::ReadyForPickup,
        P::Delivered,
        P::PickedUp,
        P::Failed,
        P::Cancelled,
        P::Unknown,
    ])
}

fn scan() -> impl Strategy<Value = Scan> {
    (stage(), instant(), prop::option::of(name()), prop::option::of(name()))
        .prop_map(|(stage, at, message, place)| Scan { stage, at, message, place })
}

fn parcel() -> impl Strategy<Value = Parcel> {
    let times = (instant(), prop::option::of(instant()), prop::option::of(instant()));
    let tracking = prop::option::of("https://track\\.example/[a-z]{4}[0-9]{4}");
    let items = prop::collection::vec((name(), 1_u32..4), 0..3);
    (stage(), prop::option::of(name()), tracking, items, times, prop::collection::vec(scan(), 0..4)).prop_map(
        |(stage, carrier, tracking_url, items, (created, delivered, expected), scans)| Parcel {
            stage,
            carrier,
            tracking_number: None,
            tracking_url,
            items,
            created,
            delivered,
            expected,
            scans,
        },
    )
}

fn line() -> impl Strategy<Value = Line> {
    (name(), 1_u32..4, 0_u32..3, any::<bool>()).prop_map(|(title, quantity, unshipped, needs_shipping)| Line {
        id: "gid".into(),
        title,
        variant: None,
        quantity,
        unshipped,
        needs_shipping,
    })
}

fn order() -> impl Strategy<Value = Order> {
    use ReturnStage as R;
    let payment = prop::sample::select(vec![
        Payment::Pending,
        Payment::Paid,
        Payment::PartlyRefunded,
        Payment::Refunded,
        Payment::Voided,
        Payment::Other,
    ]);
    let hold = (prop::option::of(name()), prop::collection::vec(name(), 0..3))
        .prop_map(|(reason, items)| Hold { reason, items });
    let returned = prop::sample::select(vec![R::Requested, R::Open, R::Closed, R::Declined, R::Cancelled])
        .prop_map(|stage| Return { name: "#Qxx-R".into(), stage });
    let refund = (instant(), 1_i64..1_000_000)
        .prop_map(|(at, minor)| Refund { at, amount: Money { minor, currency: Currency::EUR } });
    (
        (1000_u64..9999, instant(), prop::option::of(instant()), payment, -720_i32..840),
        prop::collection::vec(line(), 0..3),
        prop::collection::vec(parcel(), 0..4),
        (prop::collection::vec(hold, 0..2), prop::collection::vec(returned, 0..2), prop::collection::vec(refund, 0..2)),
    )
        .prop_map(
            |((number, placed, cancelled, payment, utc_offset_minutes), lines, parcels, (holds, returns, refunds))| {
                Order {
                    id: format!("gid://shopify/Order/{number}"),
                    name: format!("#{number}"),
                    placed,
                    cancelled,
                    payment,
                    lines,
                    parcels,
                    holds,
                    returns,
                    refunds,
                    customer_tags: Vec::new(),
                    utc_offset_minutes,
                }
            },
        )
}

/// Tells the order through the front door and gives every text that a shopper would see.
fn told(order: &Order) -> Vec<String> {
    let context = Context { now: NOW.parse().expect("valid"), page: Page::default(), modes: Modes::AUTO };
    let Step::Need(lookups, pending) = turn::begin(State::default(), &format!("{} a@example.com", order.name), context)
    else {
        panic!("an order number and an e-mail are enough");
    };
    let [Lookup::ClaimedOrder(claim)] = lookups.as_slice() else { panic!("one lookup: {lookups:?}") };
    let on_record = OnRecord { name: order.name.clone(), email: Some("a@example.com".into()), postcodes: Vec::new() };
    let found = Found::ClaimedOrder(Sealed::new(on_record, order.clone()).open(claim));
    let evidence = Evidence { receipt: Receipt(1), read_at: NOW.parse().expect("valid"), record: found };
    let Step::Done(end) = pending.resume(vec![Answer { lookup: lookups[0].clone(), outcome: Ok(evidence) }]) else {
        panic!("one round is enough");
    };
    let mut texts = Vec::new();
    for line in end.replies.iter().flat_map(|reply| wording::render(reply, end.language)) {
        texts.push(line.text);
        if let Shape::Parcel(view) = line.shape {
            texts.extend([view.title, view.status]);
            texts.extend(view.items.into_iter().chain(view.expected));
            texts.extend(view.tracking.map(|(_, url)| url));
            for scan in view.scans {
                texts.extend([scan.text, scan.when]);
                texts.extend(scan.place);
            }
        }
    }
    texts
}

/// Everything that the record licenses, longest first so that parts do not spoil wholes.
fn licensed(order: &Order) -> Vec<String> {
    let mut texts = vec![order.name.clone()];
    let mut instants = vec![order.placed];
    instants.extend(order.cancelled);
    for parcel in &order.parcels {
        texts.extend(parcel.carrier.clone());
        texts.extend(parcel.tracking_url.clone());
        texts
            .extend(parcel.items.iter().flat_map(|(title, quantity)| [title.clone(), format!("{quantity} × {title}")]));
        instants.extend([Some(parcel.created), parcel.delivered, parcel.expected].into_iter().flatten());
        for scan in &parcel.scans {
            texts.extend([scan.message.clone(), scan.place.clone()].into_iter().flatten());
            instants.push(scan.at);
        }
    }
    texts.extend(order.lines.iter().map(|line| line.title.clone()));
    texts.extend(order.holds.iter().flat_map(|hold| hold.reason.iter().chain(&hold.items).cloned()));
    texts.extend(order.returns.iter().map(|returned| returned.name.clone()));
    for refund in &order.refunds {
        instants.push(refund.at);
        texts.push(format!("€{}.{:02}", in_thousands(refund.amount.minor / 100), refund.amount.minor % 100));
    }
    let offset = Offset::from_seconds(order.utc_offset_minutes * 60).expect("within a day");
    let today = offset.to_datetime(NOW.parse().expect("valid")).date();
    for instant in instants {
        let local = offset.to_datetime(instant);
        texts.push(local.strftime("%-d %B, %H:%M").to_string());
        texts.push(local.strftime("%A %-d %B at %H:%M").to_string());
        texts.push(local.strftime("%A %-d %B").to_string());
        texts.push(local.strftime(" at %H:%M").to_string());
        // The rule "days since".
        let days = (today - local.date()).get_days();
        texts.push(format!("for {days} days"));
        texts.extend(
            match days {
                0 => Some("today"),
                1 => Some("yesterday"),
                -1 => Some("tomorrow"),
                _ => None,
            }
            .map(str::to_owned),
        );
    }
    // The rule "count", over the parcels that are not cancelled.
    let live = order.parcels.iter().filter(|parcel| parcel.stage != ParcelStage::Cancelled).count();
    texts.push(format!("{live} parcels"));
    texts.extend((1..=live).flat_map(|n| [format!("Parcel {n} of {live}"), format!("parcel {n} of {live}")]));
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

/// 1234567 as people write it: 1,234,567.
fn in_thousands(whole: i64) -> String {
    if whole < 1000 { whole.to_string() } else { format!("{},{:03}", in_thousands(whole / 1000), whole % 1000) }
}

fn is_unlicensed(rest: &str) -> bool {
    let relative = ["today", "yesterday", "tomorrow", "Today", "Yesterday", "Tomorrow"];
    rest.chars().any(|c| c.is_ascii_digit())
        || rest.contains("http")
        || rest.contains('Q')
        || rest.contains('€')
        || relative.iter().any(|word| rest.split(|c: char| !c.is_alphabetic()).any(|other| other == *word))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_is_said_of_an_order_that_its_record_does_not_say(order in order()) {
        let licensed = licensed(&order);
        for text in told(&order) {
            let mut rest = text.clone();
            for known in &licensed {
                rest = rest.replace(known.as_str(), " ");
                let mut capital = known.clone();
                if let Some(first) = capital.get_mut(..1) { first.make_ascii_uppercase(); }
                rest = rest.replace(&capital, " ");
            }
            prop_assert!(!is_unlicensed(&rest), "left over {:?} of {:?}", rest, text);
        }
    }
}

/// Words of status, and the reported stages that license them.
const STATUS_WORDS: [(&str, &[ParcelStage]); 8] = [
    ("was delivered", &[ParcelStage::Delivered]),
    ("is out for delivery", &[ParcelStage::OutForDelivery]),
    ("is on its way", &[ParcelStage::Sent, ParcelStage::InTransit, ParcelStage::Delayed]),
    ("but delayed", &[ParcelStage::Sent, ParcelStage::InTransit, ParcelStage::Delayed]),
    ("at a pickup point", &[ParcelStage::ReadyForPickup]),
    ("tried to deliver", &[ParcelStage::AttemptFailed]),
    ("will not be delivered", &[ParcelStage::Failed]),
    ("has been picked up", &[ParcelStage::PickedUp]),
];

proptest! {
    #[test]
    fn no_status_is_said_that_nobody_reported(order in order()) {
        let told = told(&order).join("\n");
        for (words, stages) in STATUS_WORDS {
            let is_reported = order.parcels.iter().any(|parcel| stages.contains(&parcel.stage));
            prop_assert!(!told.contains(words) || is_reported, "{words:?} in {told:?}");
        }
        prop_assert!(!told.contains("was cancelled") || order.cancelled.is_some());
        prop_assert!(!told.contains("refunded") || !order.refunds.is_empty() || order.payment == Payment::Refunded);
    }
}

#[test]
fn the_property_sees_an_invented_date() {
    assert!(is_unlicensed("It is expected on Friday 4"));
    assert!(is_unlicensed("See https"));
    assert!(is_unlicensed("It comes tomorrow."));
    assert!(!is_unlicensed("Order   is on its way by  , last seen in    ."));
}
