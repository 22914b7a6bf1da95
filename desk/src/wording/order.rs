//! An order and its parcels in words.

use super::time::{day, on_day, on_day_at, stamp};
use super::{Line, ParcelView, ScanView, Shape, listed};
use crate::record::{ParcelStage, Payment, ReturnStage, Scan};
use crate::reply::{Headline, OrderStatus, ParcelStatus, ShopClock, Situation};

pub(super) fn status(status: &OrderStatus) -> Vec<Line> {
    let order = status.order.value();
    let mut lines = Vec::new();
    if let Some(text) = headline(order, status) {
        lines.push(Line::words(text));
    }
    lines.extend(status.parcels.iter().flat_map(|parcel| self::parcel(parcel, order, &status.clock)));
    if let Some(unshipped) = &status.unshipped {
        lines.push(Line::words(format!("Not sent yet: {}. I see no date for it.", listed(unshipped.value()))));
    }
    for returned in &status.returns {
        let returned = returned.value();
        let stage = match returned.stage {
            ReturnStage::Requested => "has been requested and waits for the shop's approval",
            ReturnStage::Open => "is approved and in progress",
            ReturnStage::Closed => "is finished",
            ReturnStage::Declined => "was declined",
            ReturnStage::Cancelled | ReturnStage::Unknown => continue,
        };
        lines.push(Line::words(format!("Your return {} {stage}.", returned.name)));
    }
    lines
}

/// Nothing, where one parcel says it all.
fn headline(order: &str, status: &OrderStatus) -> Option<String> {
    let clock = &status.clock;
    let text = match &status.headline {
        Headline::Cancelled { at, payment, refund } => {
            let money = match (refund, payment.value()) {
                (Some((at, amount)), _) => format!(" {} was refunded {}.", amount.value(), on_day(*at.value(), clock)),
                (None, Payment::Refunded) => " It has been refunded.".into(),
                (None, Payment::Voided) => " You were not charged.".into(),
                (None, _) => " I see no refund on record yet.".into(),
            };
            format!("Order {order} was cancelled {}.{money}", on_day(*at.value(), clock))
        }
        Headline::NothingToShip { items } => {
            format!(
                "Order {order} has nothing to ship: {} comes digitally, by e-mail, so there is no parcel to track.",
                listed(items.value())
            )
        }
        Headline::OnHold { reason, items } => {
            let reason =
                reason.as_ref().map(|reason| format!(" The reason given: “{}”.", reason.value())).unwrap_or_default();
            let waiting =
                if items.value().is_empty() { String::new() } else { format!(" Waiting: {}.", listed(items.value())) };
            format!(
                "Order {order} is on hold in the warehouse and has not been sent.{reason}{waiting} I see no date for it."
            )
        }
        Headline::NotShipped { placed, payment } => {
            let paid = match payment.value() {
                Payment::Paid => " It is paid,",
                Payment::Pending => " The payment is still pending,",
                _ => " It is recorded,",
            };
            format!(
                "Order {order}, placed {}, has not been sent yet.{paid} and I see no parcel or date for it so far.",
                on_day(*placed.value(), clock)
            )
        }
        Headline::Shipped if status.parcels.len() == 1 => return None,
        Headline::Shipped => format!("Order {order} is in {} parcels.", status.parcels.len()),
    };
    Some(text)
}

/// A sentence, and the parcel to draw. Whoever cannot draw it reads the sentence and the link.
fn parcel(parcel: &ParcelStatus, order: &str, clock: &ShopClock) -> [Line; 2] {
    let (number, of) = parcel.position;
    let carrier = parcel.carrier.as_ref().map(|carrier| carrier.value().as_str());
    let subject = if of == 1 { format!("Order {order}") } else { format!("Parcel {number} of {of}") };
    let (status, sentence) = situation(&parcel.situation, &subject, carrier, clock);
    let expected = parcel.expected.as_ref().map(|expected| *expected.value());
    let is_late = expected.is_some_and(|expected| clock.days_since(expected) > 0);
    let expectation = match expected {
        None => String::new(),
        Some(expected) if is_late => format!(" It was expected {}, which has passed.", on_day(expected, clock)),
        Some(expected) => {
            let now = if matches!(parcel.situation, Situation::Delayed { .. }) { "now " } else { "" };
            format!(" It is {now}expected {}.", on_day(expected, clock))
        }
    };
    let tracking = parcel.tracking.as_ref().map(|url| ("Track this parcel".to_owned(), url.value().clone()));
    let title = match (of, carrier) {
        (1, carrier) => carrier.unwrap_or("Parcel").to_owned(),
        (_, Some(carrier)) => format!("{subject}, {carrier}"),
        (_, None) => subject,
    };
    let link = tracking.as_ref().map(|(_, url)| format!(" Tracking: {url}")).unwrap_or_default();
    let text = format!("{title}: {}.{link}", status.to_lowercase());
    let view = ParcelView {
        title,
        status,
        stage: stage(&parcel.situation),
        items: parcel.items.value().iter().map(|(title, quantity)| counted(title, *quantity)).collect(),
        expected: expected.map(|expected| {
            let day = day(expected, clock);
            if is_late { format!("{day} (has passed)") } else { day }
        }),
        scans: parcel.scans.value().iter().map(|scan| scan_view(scan, clock)).collect(),
        tracking,
    };
    [Line::words(format!("{sentence}{expectation}")), Line { text, shape: Shape::Parcel(view) }]
}

/// A status of few words and a sentence.
fn situation(situation: &Situation, subject: &str, carrier: Option<&str>, clock: &ShopClock) -> (String, String) {
    let by = carrier.map(|carrier| format!(" by {carrier}")).unwrap_or_default();
    let the_carrier = carrier.unwrap_or("the carrier");
    let inside = lower(subject);
    let seen = |scan: &Scan| {
        let place = scan.place.as_ref().map(|place| format!(" in {place}")).unwrap_or_default();
        let message = scan.message.as_ref().map(|message| format!(": “{message}”")).unwrap_or_default();
        format!("last seen{place} {}{message}", on_day_at(scan.at, clock))
    };
    let (status, sentence) = match situation {
        Situation::LabelOnly { since } => (
            "Label made, not handed over",
            format!(
                "{subject} has a label, made {}, but {the_carrier} has not scanned the parcel yet.",
                on_day(*since.value(), clock)
            ),
        ),
        Situation::Sent { since } => {
            ("Sent", format!("{subject} was sent{by} {}. There is no carrier scan yet.", on_day(*since.value(), clock)))
        }
        Situation::Moving { last } => ("On its way", format!("{subject} is on its way{by}, {}.", seen(last.value()))),
        Situation::Delayed { last } => {
            ("Delayed", format!("{subject} is on its way{by} but delayed, {}.", seen(last.value())))
        }
        Situation::Silent { last, days } => (
            "No recent scan",
            format!(
                "{subject} is on its way{by}, but has not been scanned for {} days: {}. That is longer than usual, and no new date is given.",
                days.value(),
                seen(last.value())
            ),
        ),
        Situation::OutForDelivery { last } => {
            let since = last.as_ref().map(|last| format!(", {}", seen(last.value()))).unwrap_or_default();
            ("Out for delivery", format!("{subject} is out for delivery{by}{since}."))
        }
        Situation::AttemptFailed { last } => {
            let seen = last.as_ref().map(|last| format!(" ({})", seen(last.value()))).unwrap_or_default();
            ("Delivery attempted", format!("{} tried to deliver {} and could not{seen}.", capital(the_carrier), inside))
        }
        Situation::ReadyForPickup { last, attempt } => {
            let attempt = attempt
                .as_ref()
                .map(|attempt| format!(" after a failed delivery attempt {}", on_day(attempt.value().at, clock)));
            let seen = last.as_ref().map(|last| format!(", {}", seen(last.value()))).unwrap_or_default();
            (
                "Waiting at a pickup point",
                format!("{subject} waits for you at a pickup point{}{seen}.", attempt.unwrap_or_default()),
            )
        }
        Situation::Delivered { at, place } => {
            let at = at.as_ref().map(|at| format!(" {}", on_day_at(*at.value(), clock))).unwrap_or_default();
            let place = place.as_ref().map(|place| format!(" in {}", place.value())).unwrap_or_default();
            ("Delivered", format!("{subject} was delivered{by}{at}{place}."))
        }
        Situation::PickedUp => ("Picked up", format!("{subject} has been picked up.")),
        Situation::Failed { last } => {
            let seen = last.as_ref().map(|last| format!(", {}", seen(last.value()))).unwrap_or_default();
            ("Not delivered", format!("{} reports that {} will not be delivered{seen}.", capital(the_carrier), inside))
        }
        Situation::Cancelled => ("Cancelled", format!("{subject} was cancelled.")),
        Situation::Unknown => ("Unknown", format!("There is a record of {inside}, but I see no status for it.")),
    };
    (status.into(), sentence)
}

fn stage(situation: &Situation) -> ParcelStage {
    match situation {
        Situation::LabelOnly { .. } => ParcelStage::LabelMade,
        Situation::Sent { .. } => ParcelStage::Sent,
        Situation::Moving { .. } => ParcelStage::InTransit,
        Situation::Delayed { .. } | Situation::Silent { .. } => ParcelStage::Delayed,
        Situation::OutForDelivery { .. } => ParcelStage::OutForDelivery,
        Situation::AttemptFailed { .. } => ParcelStage::AttemptFailed,
        Situation::ReadyForPickup { .. } => ParcelStage::ReadyForPickup,
        Situation::Delivered { .. } => ParcelStage::Delivered,
        Situation::PickedUp => ParcelStage::PickedUp,
        Situation::Failed { .. } => ParcelStage::Failed,
        Situation::Cancelled => ParcelStage::Cancelled,
        Situation::Unknown => ParcelStage::Unknown,
    }
}

fn scan_view(scan: &Scan, clock: &ShopClock) -> ScanView {
    let stage = match scan.stage {
        ParcelStage::LabelMade => "Label made",
        ParcelStage::Sent => "Sent",
        ParcelStage::InTransit => "In transit",
        ParcelStage::Delayed => "Delayed",
        ParcelStage::OutForDelivery => "Out for delivery",
        ParcelStage::AttemptFailed => "Delivery attempted",
        ParcelStage::ReadyForPickup => "Ready for pickup",
        ParcelStage::Delivered => "Delivered",
        ParcelStage::PickedUp => "Picked up",
        ParcelStage::Failed => "Not delivered",
        ParcelStage::Cancelled => "Cancelled",
        ParcelStage::Unknown => "Scanned",
    };
    ScanView {
        text: scan.message.clone().unwrap_or_else(|| stage.into()),
        place: scan.place.clone(),
        when: stamp(scan.at, clock),
        at: scan.at.to_string(),
    }
}

fn counted(title: &str, quantity: u32) -> String {
    if quantity == 1 { title.to_owned() } else { format!("{quantity} × {title}") }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
