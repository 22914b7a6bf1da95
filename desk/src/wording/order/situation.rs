//! What has become of a parcel, in words.

use crate::evidence::Grounded;
use crate::record::{ParcelStage, Scan};
use crate::reply::Situation;
use crate::wording::ScanView;
use crate::wording::time::Calendar;
use crate::wording::voice::Slot;

pub(super) fn sentence(situation: &Situation, subject: &str, carrier: Option<&str>, calendar: Calendar<'_>) -> String {
    let voice = calendar.voice;
    let seen = |scan: &Grounded<Scan>| {
        let scan = scan.value();
        let at = calendar.on_day_at(scan.at);
        let place = scan.place.as_deref().map(place);
        let slots = [
            ("place", Slot::Maybe(place.as_deref())),
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
    // The carrier's word for it is told once: as the reason, or with the scan.
    let why = |reason: &Option<Grounded<String>>, last: &Option<Grounded<Scan>>| {
        let is_told = |reason: &&Grounded<String>| {
            last.as_ref().and_then(|scan| scan.value().message.as_ref()) != Some(reason.value())
        };
        reason.as_ref().filter(is_told).map(|reason| reason.value().clone())
    };
    match situation {
        Situation::LabelOnly { since } | Situation::NotHandedOver { since } | Situation::Sent { since } => {
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
        Situation::OutForDelivery { last } | Situation::Failed { last } | Situation::Returned { last } => {
            say(&[("seen", last.as_ref().map(seen))])
        }
        Situation::AttemptFailed { last, reason }
        | Situation::Held { last, reason }
        | Situation::Returning { last, reason } => {
            say(&[("seen", last.as_ref().map(seen)), ("reason", why(reason, last))])
        }
        Situation::ReadyForPickup { last, attempt } => {
            let attempt = attempt.as_ref().map(|attempt| calendar.on_day(attempt.value().at));
            say(&[("seen", last.as_ref().map(seen)), ("attempt", attempt)])
        }
        Situation::Delivered { at, place } => {
            let at = at.as_ref().map(|at| calendar.on_day_at(*at.value()));
            say(&[("at", at), ("place", place.as_ref().map(|place| self::place(place.value())))])
        }
        Situation::PickedUp | Situation::Cancelled | Situation::Unknown => say(&[]),
    }
}

/// What a situation is called in the names of sentences.
pub(super) fn name(situation: &Situation) -> &'static str {
    match situation {
        Situation::LabelOnly { .. } => "label-only",
        Situation::NotHandedOver { .. } => "not-handed-over",
        Situation::Sent { .. } => "sent",
        Situation::Moving { .. } => "moving",
        Situation::Delayed { .. } => "delayed",
        Situation::Silent { .. } => "silent",
        Situation::OutForDelivery { .. } => "out-for-delivery",
        Situation::AttemptFailed { .. } => "attempt-failed",
        Situation::Held { .. } => "held",
        Situation::ReadyForPickup { .. } => "ready",
        Situation::Delivered { .. } => "delivered",
        Situation::PickedUp => "picked-up",
        Situation::Failed { .. } => "failed",
        Situation::Returning { .. } => "returning",
        Situation::Returned { .. } => "returned",
        Situation::Cancelled => "cancelled",
        Situation::Unknown => "unknown",
    }
}

pub(super) fn stage(situation: &Situation) -> ParcelStage {
    match situation {
        Situation::LabelOnly { .. } | Situation::NotHandedOver { .. } => ParcelStage::LabelMade,
        Situation::Sent { .. } => ParcelStage::Sent,
        Situation::Moving { .. } => ParcelStage::InTransit,
        Situation::Delayed { .. } | Situation::Silent { .. } => ParcelStage::Delayed,
        Situation::OutForDelivery { .. } => ParcelStage::OutForDelivery,
        Situation::AttemptFailed { .. } => ParcelStage::AttemptFailed,
        Situation::Held { .. } => ParcelStage::Held,
        Situation::ReadyForPickup { .. } => ParcelStage::ReadyForPickup,
        Situation::Delivered { .. } => ParcelStage::Delivered,
        Situation::PickedUp => ParcelStage::PickedUp,
        Situation::Failed { .. } => ParcelStage::Failed,
        Situation::Returning { .. } => ParcelStage::Returning,
        Situation::Returned { .. } => ParcelStage::Returned,
        Situation::Cancelled => ParcelStage::Cancelled,
        Situation::Unknown => ParcelStage::Unknown,
    }
}

/// What a stage that a source reports is called in the names of `status-` sentences.
pub(super) fn status_of(stage: ParcelStage) -> &'static str {
    match stage {
        ParcelStage::LabelMade => "label-only",
        ParcelStage::Sent => "sent",
        ParcelStage::InTransit => "moving",
        ParcelStage::Delayed => "delayed",
        ParcelStage::OutForDelivery => "out-for-delivery",
        ParcelStage::AttemptFailed => "attempt-failed",
        ParcelStage::Held => "held",
        ParcelStage::ReadyForPickup => "ready",
        ParcelStage::Delivered => "delivered",
        ParcelStage::PickedUp => "picked-up",
        ParcelStage::Failed => "failed",
        ParcelStage::Returning => "returning",
        ParcelStage::Returned => "returned",
        ParcelStage::Cancelled => "cancelled",
        ParcelStage::Unknown => "unknown",
    }
}

pub(super) fn scan_view(scan: &Scan, calendar: Calendar<'_>) -> ScanView {
    let stage = match scan.stage {
        ParcelStage::LabelMade => "scan-label",
        ParcelStage::InTransit => "scan-moving",
        ParcelStage::ReadyForPickup => "scan-ready",
        ParcelStage::Unknown => "scan-unknown",
        // The same words as for the parcel as a whole.
        stage => &format!("status-{}", status_of(stage)),
    };
    ScanView {
        text: scan.message.clone().unwrap_or_else(|| calendar.voice.plain(stage)),
        place: scan.place.as_deref().map(place),
        when: calendar.stamp(scan.at),
        at: scan.at.to_string(),
    }
}

/// A place without the code of its region, which tells nobody anything: `Shibuya-ku, JP-13, JP`. Where people write it
/// in every address it stays.
fn place(place: &str) -> String {
    let is_code = |part: &str| part.len() <= 6 && part.chars().all(|c| c.is_ascii_uppercase() || !c.is_alphabetic());
    let parts: Vec<&str> = place.split(", ").collect();
    let (Some(country), Some(city)) = (parts.last(), parts.first()) else { return place.to_owned() };
    let is_told = |part: &&&str| *part == city || *part == country || !is_code(part);
    if parts.len() < 3 || NAMES_REGIONS.contains(country) {
        return place.to_owned();
    }
    let mut told: Vec<&str> = parts.iter().filter(is_told).copied().collect();
    told.dedup();
    told.join(", ")
}

const NAMES_REGIONS: [&str; 6] = ["US", "USA", "United States", "CA", "Canada", "AU"];
