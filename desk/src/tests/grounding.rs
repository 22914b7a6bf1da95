//! Every figure, date, name, status and link in a rendered reply is in its receipts, or derived by a named rule.
//!
//! Random orders are told and rendered, with random reports of carriers beside them, and then asked about once more. From the text everything is taken away that the record licenses: its texts as
//! they are, its instants in the one form that this module spells out for itself, days since by the rule, counts of
//! parcels. What is left must be words of the templates: no digit, no link, no quotation, no name.

use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use crate::context::{Context, Page};
use crate::evidence::{Evidence, Receipt};
use crate::identity::Identity;
use crate::lookup::{Answer, Found, Lookup, Outage};
use crate::money::{Currency, Money};
use crate::proof::{OnRecord, Sealed};
use crate::record::{
    Hold, Line, Order, Parcel, ParcelStage, Payment, Refund, Report, Return, ReturnStage, Scan, Window,
};
use crate::state::State;
use crate::turn::{self, Step, TurnEnd};
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
        P::Held,
        P::ReadyForPickup,
        P::Delivered,
        P::PickedUp,
        P::Failed,
        P::Returning,
        P::Returned,
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
    let tracking = (prop::option::of("https://track\\.example/[a-z]{4}[0-9]{4}"), prop::option::of("1Q[0-9]{8}"));
    let items = prop::collection::vec((name(), 1_u32..4), 0..3);
    (stage(), prop::option::of(name()), tracking, items, times, prop::collection::vec(scan(), 0..4)).prop_map(
        |(stage, carrier, (tracking_url, tracking_number), items, (created, delivered, expected), scans)| Parcel {
            stage,
            carrier,
            tracking_number,
            tracking_url,
            items,
            created,
            delivered,
            expected,
            scans,
        },
    )
}

fn report() -> impl Strategy<Value = Report> {
    let window = (instant(), prop::sample::select(vec![0, 4, 30, 72]))
        .prop_map(|(from, hours)| Window { from, to: from.checked_add(i64::from(hours).hours()).expect("near") });
    let url = prop::option::of("https://carrier\\.example/[a-z]{4}[0-9]{4}");
    let told = (name(), prop::option::of(name()), url);
    let times = (prop::option::of(window), prop::option::of(instant()));
    (stage(), told, times, prop::collection::vec(scan(), 0..4)).prop_map(
        |(stage, (source, reason, url), (expected, delivered), scans)| Report {
            source,
            stage,
            reason,
            expected,
            delivered,
            scans,
            url,
        },
    )
}

/// What each carrier that is asked says; `None`: it cannot be asked.
fn reports() -> impl Strategy<Value = Vec<Option<Vec<Report>>>> {
    prop::collection::vec(prop::option::of(prop::collection::vec(report(), 0..3)), 4)
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

/// What is asked once the order is told.
const FOLLOW_UPS: [&str; 6] = [
    "so when will it arrive?",
    "where exactly is it now?",
    "which carrier?",
    "what's the tracking number?",
    "has my return arrived?",
    "it says delivered but it is not here",
];

/// Tells the order through the front door, answers what is asked about it, and gives every text that a shopper would
/// see.
fn told(order: &Order, reports: &[Option<Vec<Report>>]) -> Vec<String> {
    let mut end = play(State::default(), &format!("{} a@example.com", order.name), order, reports);
    let mut texts = texts(&end);
    for line in FOLLOW_UPS {
        end = play(end.state, line, order, reports);
        texts.extend(self::texts(&end));
    }
    texts
}

fn play(state: State, line: &str, order: &Order, reports: &[Option<Vec<Report>>]) -> TurnEnd {
    let now: Timestamp = NOW.parse().expect("valid");
    let context = Context { now, page: Page::default(), modes: Modes::AUTO, identity: Identity::default() };
    let on_record = OnRecord { name: order.name.clone(), email: Some("a@example.com".into()), postcodes: Vec::new() };
    let mut step = turn::begin(state, line, context);
    let mut receipt = 0;
    loop {
        let (lookups, pending) = match step {
            Step::Done(end) => return end,
            Step::Need(lookups, pending) => (lookups, pending),
        };
        let mut carriers = reports.iter();
        let answers = lookups.into_iter().map(|lookup| {
            receipt += 1;
            let sealed = Sealed::new(on_record.clone(), order.clone());
            let found = match &lookup {
                Lookup::ClaimedOrder(claim) => Ok(Found::ClaimedOrder(sealed.open(claim))),
                Lookup::ProvenOrder(proof) => Ok(Found::ProvenOrder(sealed.reopen(proof))),
                Lookup::Tracking(_) => carriers.next().cloned().flatten().map(Found::Tracking).ok_or(Outage),
                other => panic!("nobody asked for {other:?}"),
            };
            let outcome = found.map(|record| Evidence { receipt: Receipt(receipt), read_at: now, record });
            Answer { lookup, outcome }
        });
        step = pending.resume(answers.collect());
    }
}

fn texts(end: &TurnEnd) -> Vec<String> {
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
fn licensed(order: &Order, reports: &[Option<Vec<Report>>]) -> Vec<String> {
    let mut texts = vec![order.name.clone()];
    let mut instants = vec![order.placed];
    instants.extend(order.cancelled);
    for parcel in &order.parcels {
        texts.extend(parcel.carrier.clone());
        texts.extend(parcel.tracking_url.iter().chain(&parcel.tracking_number).cloned());
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
    let time = |instant: Timestamp| offset.to_datetime(instant).strftime("%H:%M").to_string();
    for report in reports.iter().flatten().flatten() {
        texts.push(report.source.clone());
        texts.extend(report.reason.iter().chain(&report.url).cloned());
        instants.extend(report.delivered);
        if let Some(Window { from, to }) = report.expected {
            instants.extend([from, to]);
            texts.push(format!("between {} and {}", time(from), time(to)));
        }
        for scan in &report.scans {
            texts.extend([scan.message.clone(), scan.place.clone()].into_iter().flatten());
            instants.push(scan.at);
        }
    }
    // The shop's clock.
    let (sign, minutes) = (if order.utc_offset_minutes < 0 { '-' } else { '+' }, order.utc_offset_minutes.abs());
    texts.push(match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    });
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
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_is_said_of_an_order_that_no_record_says(order in order(), reports in reports()) {
        let licensed = licensed(&order, &reports);
        for text in told(&order, &reports) {
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
const STATUS_WORDS: [(&str, &[ParcelStage]); 11] = [
    ("was delivered", &[ParcelStage::Delivered]),
    ("is out for delivery", &[ParcelStage::OutForDelivery]),
    ("is on its way", &[ParcelStage::Sent, ParcelStage::InTransit, ParcelStage::Delayed, ParcelStage::Returning]),
    ("but delayed", &[ParcelStage::Sent, ParcelStage::InTransit, ParcelStage::Delayed]),
    ("at a pickup point", &[ParcelStage::ReadyForPickup]),
    ("tried to deliver", &[ParcelStage::AttemptFailed]),
    ("will not be delivered", &[ParcelStage::Failed]),
    ("has been picked up", &[ParcelStage::PickedUp]),
    ("is being held", &[ParcelStage::Held]),
    ("is on its way back", &[ParcelStage::Returning]),
    ("is back with the sender", &[ParcelStage::Returned]),
];

proptest! {
    #[test]
    fn no_status_is_said_that_nobody_reported(order in order(), reports in reports()) {
        let told = told(&order, &reports).join("\n");
        for (words, stages) in STATUS_WORDS {
            let mut reports = reports.iter().flatten().flatten();
            let is_reported = order.parcels.iter().any(|parcel| stages.contains(&parcel.stage))
                || reports.any(|report| stages.contains(&report.stage));
            prop_assert!(!told.contains(words) || is_reported, "{words:?} in {told:?}");
        }
        // A carrier says of a label that it is void.
        let is_void = reports.iter().flatten().flatten().any(|report| report.stage == ParcelStage::Cancelled);
        prop_assert!(!told.contains("was cancelled") || order.cancelled.is_some() || is_void);
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
