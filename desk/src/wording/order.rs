//! An order and its parcels in words.

use super::time::Calendar;
use super::voice::{Slot, Voice};
use super::{Line, ParcelView, ScanView, Shape};
use crate::evidence::Grounded;
use crate::record::{ParcelStage, Payment, ReturnStage, Scan};
use crate::reply::{Headline, OrderStatus, ParcelStatus, Situation};

pub(super) fn status(status: &OrderStatus, voice: Voice) -> Vec<Line> {
    let calendar = Calendar { voice, clock: &status.clock };
    let order = status.order.value();
    let mut lines: Vec<Line> = headline(order, status, calendar).map(Line::words).into_iter().collect();
    lines.extend(status.parcels.iter().flat_map(|parcel| self::parcel(parcel, order, calendar)));
    if let Some(unshipped) = &status.unshipped {
        let items = voice.list(unshipped.value());
        lines.push(Line::words(voice.say("order-unshipped", &[("items", Slot::Text(&items))])));
    }
    for (at, amount) in &status.refunds {
        let (day, amount) = (calendar.on_day(*at.value()), voice.money(*amount.value()));
        lines.push(Line::words(
            voice.say("order-refunded", &[("amount", Slot::Text(&amount)), ("day", Slot::Text(&day))]),
        ));
    }
    for returned in &status.returns {
        let returned = returned.value();
        let sentence = match returned.stage {
            ReturnStage::Requested => "return-requested",
            ReturnStage::Open => "return-open",
            ReturnStage::Closed => "return-closed",
            ReturnStage::Declined => "return-declined",
            ReturnStage::Cancelled | ReturnStage::Unknown => continue,
        };
        lines.push(Line::words(voice.say(sentence, &[("name", Slot::Text(&returned.name))])));
    }
    lines
}

/// Nothing, where one parcel says it all.
fn headline(order: &str, status: &OrderStatus, calendar: Calendar<'_>) -> Option<String> {
    let voice = calendar.voice;
    let of_order = ("order", Slot::Text(order));
    let sentences = match &status.headline {
        Headline::Cancelled { at, payment, refund } => {
            let day = calendar.on_day(*at.value());
            let money = match (refund, payment.value()) {
                (Some((at, amount)), _) => {
                    let (day, amount) = (calendar.on_day(*at.value()), voice.money(*amount.value()));
                    let slots = [("amount", Slot::Text(&amount)), ("day", Slot::Text(&day))];
                    voice.say("order-cancelled-refunded-on", &slots)
                }
                (None, Payment::Refunded) => voice.plain("order-cancelled-refunded"),
                (None, Payment::Voided) => voice.plain("order-cancelled-not-charged"),
                (None, _) => voice.plain("order-cancelled-no-refund"),
            };
            vec![voice.say("order-cancelled", &[of_order, ("day", Slot::Text(&day))]), money]
        }
        Headline::NothingToShip { items } => {
            let items = voice.list(items.value());
            vec![voice.say("order-nothing-to-ship", &[of_order, ("items", Slot::Text(&items))])]
        }
        Headline::OnHold { reason, items } => {
            let reason = reason
                .as_ref()
                .map(|reason| voice.say("order-on-hold-reason", &[("reason", Slot::Text(reason.value()))]));
            let waiting = (!items.value().is_empty())
                .then(|| voice.say("order-on-hold-items", &[("items", Slot::Text(&voice.list(items.value())))]));
            let held = voice.say("order-on-hold", &[of_order]);
            [held].into_iter().chain(reason).chain(waiting).chain([voice.plain("order-no-date")]).collect()
        }
        Headline::NotShipped { placed, payment } => {
            let payment = match payment.value() {
                Payment::Paid => "paid",
                Payment::Pending => "pending",
                _ => "other",
            };
            let day = calendar.on_day(*placed.value());
            let slots = [of_order, ("day", Slot::Text(&day)), ("payment", Slot::Text(payment))];
            vec![voice.say("order-not-shipped", &slots)]
        }
        Headline::Shipped if status.parcels.len() == 1 => return None,
        Headline::Shipped => {
            vec![voice.say("order-parcels", &[of_order, ("count", Slot::Count(status.parcels.len()))])]
        }
    };
    Some(sentences.join(" "))
}

/// A sentence, and the parcel to draw. Whoever cannot draw it reads the sentence and the link.
fn parcel(parcel: &ParcelStatus, order: &str, calendar: Calendar<'_>) -> [Line; 2] {
    let voice = calendar.voice;
    let (number, of) = parcel.position;
    let carrier = parcel.carrier.as_ref().map(|carrier| carrier.value().as_str());
    let subject = if of == 1 {
        voice.say("subject-order", &[("order", Slot::Text(order))])
    } else {
        voice.say("subject-parcel", &[("number", Slot::Count(number)), ("of", Slot::Count(of))])
    };
    let status = voice.plain(&format!("status-{}", name(&parcel.situation)));
    let sentence = sentence(&parcel.situation, &subject, carrier, calendar);
    let expected = parcel.expected.as_ref().map(|expected| *expected.value());
    let is_late = expected.is_some_and(|expected| calendar.clock.days_since(expected) > 0);
    let expectation = expected.map(|expected| {
        let wording = match parcel.situation {
            _ if is_late => "expected-passed",
            Situation::Delayed { .. } => "expected-now",
            _ => "expected",
        };
        voice.say(wording, &[("day", Slot::Text(&calendar.on_day(expected)))])
    });
    let tracking = parcel.tracking.as_ref().map(|url| (voice.plain("tracking-link"), url.value().clone()));
    let title = match (of, carrier) {
        (1, Some(carrier)) => carrier.to_owned(),
        (1, None) => voice.plain("parcel"),
        (_, Some(carrier)) => format!("{subject}, {carrier}"),
        (_, None) => subject,
    };
    let link = tracking.as_ref().map(|(_, url)| voice.say("tracking", &[("url", Slot::Text(url))]));
    let text = [format!("{title}: {}.", status.to_lowercase())].into_iter().chain(link).collect::<Vec<_>>().join(" ");
    let view = ParcelView {
        title,
        status,
        stage: stage(&parcel.situation),
        items: parcel.items.value().iter().map(|(title, quantity)| counted(title, *quantity)).collect(),
        expected: expected.map(|expected| {
            let day = calendar.day(expected);
            if is_late { voice.say("expected-short-passed", &[("day", Slot::Text(&day))]) } else { day }
        }),
        scans: parcel.scans.value().iter().map(|scan| scan_view(scan, calendar)).collect(),
        tracking,
    };
    let told = [sentence].into_iter().chain(expectation).collect::<Vec<_>>().join(" ");
    [Line::words(told), Line { text, shape: Shape::Parcel(view) }]
}

fn sentence(situation: &Situation, subject: &str, carrier: Option<&str>, calendar: Calendar<'_>) -> String {
    let voice = calendar.voice;
    let seen = |scan: &Grounded<Scan>| {
        let scan = scan.value();
        let at = calendar.on_day_at(scan.at);
        let slots = [
            ("place", Slot::Maybe(scan.place.as_deref())),
            ("at", Slot::Text(&at)),
            ("message", Slot::Maybe(scan.message.as_deref())),
        ];
        voice.say("last-seen", &slots)
    };
    let say = |further: &[(&'static str, Option<String>)]| {
        let slots: Vec<(&str, Slot<'_>)> = [("subject", Slot::Text(subject)), ("carrier", Slot::Maybe(carrier))]
            .into_iter()
            .chain(further.iter().map(|(slot, value)| (*slot, Slot::Maybe(value.as_deref()))))
            .collect();
        voice.say(&format!("parcel-{}", name(situation)), &slots)
    };
    match situation {
        Situation::LabelOnly { since } | Situation::Sent { since } => {
            say(&[("day", Some(calendar.on_day(*since.value())))])
        }
        Situation::Moving { last } | Situation::Delayed { last } => say(&[("seen", Some(seen(last)))]),
        Situation::Silent { last, days } => {
            let (seen, days) = (seen(last), usize::try_from(*days.value()).unwrap_or_default());
            let slots = [
                ("subject", Slot::Text(subject)),
                ("carrier", Slot::Maybe(carrier)),
                ("days", Slot::Count(days)),
                ("seen", Slot::Text(&seen)),
            ];
            voice.say("parcel-silent", &slots)
        }
        Situation::OutForDelivery { last } | Situation::AttemptFailed { last } | Situation::Failed { last } => {
            say(&[("seen", last.as_ref().map(seen))])
        }
        Situation::ReadyForPickup { last, attempt } => {
            let attempt = attempt.as_ref().map(|attempt| calendar.on_day(attempt.value().at));
            say(&[("seen", last.as_ref().map(seen)), ("attempt", attempt)])
        }
        Situation::Delivered { at, place } => {
            let at = at.as_ref().map(|at| calendar.on_day_at(*at.value()));
            say(&[("at", at), ("place", place.as_ref().map(|place| place.value().clone()))])
        }
        Situation::PickedUp | Situation::Cancelled | Situation::Unknown => say(&[]),
    }
}

/// What a situation is called in the names of sentences.
fn name(situation: &Situation) -> &'static str {
    match situation {
        Situation::LabelOnly { .. } => "label-only",
        Situation::Sent { .. } => "sent",
        Situation::Moving { .. } => "moving",
        Situation::Delayed { .. } => "delayed",
        Situation::Silent { .. } => "silent",
        Situation::OutForDelivery { .. } => "out-for-delivery",
        Situation::AttemptFailed { .. } => "attempt-failed",
        Situation::ReadyForPickup { .. } => "ready",
        Situation::Delivered { .. } => "delivered",
        Situation::PickedUp => "picked-up",
        Situation::Failed { .. } => "failed",
        Situation::Cancelled => "cancelled",
        Situation::Unknown => "unknown",
    }
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

fn scan_view(scan: &Scan, calendar: Calendar<'_>) -> ScanView {
    let stage = match scan.stage {
        ParcelStage::LabelMade => "scan-label",
        ParcelStage::Sent => "scan-sent",
        ParcelStage::InTransit => "scan-moving",
        ParcelStage::Delayed | ParcelStage::Held => "scan-delayed",
        ParcelStage::OutForDelivery => "scan-out-for-delivery",
        ParcelStage::AttemptFailed => "scan-attempt-failed",
        ParcelStage::ReadyForPickup => "scan-ready",
        ParcelStage::Delivered => "scan-delivered",
        ParcelStage::PickedUp => "scan-picked-up",
        ParcelStage::Failed | ParcelStage::Returning | ParcelStage::Returned => "scan-failed",
        ParcelStage::Cancelled => "scan-cancelled",
        ParcelStage::Unknown => "scan-unknown",
    };
    ScanView {
        text: scan.message.clone().unwrap_or_else(|| calendar.voice.plain(stage)),
        place: scan.place.clone(),
        when: calendar.stamp(scan.at),
        at: scan.at.to_string(),
    }
}

fn counted(title: &str, quantity: u32) -> String {
    if quantity == 1 { title.to_owned() } else { format!("{quantity} × {title}") }
}
