//! Shippo tracking: <https://docs.goshippo.com>.
//!
//! It is asked by carrier and number, so not where nobody says whose parcel it is. UNVERIFIED: the `ShippoToken` prefix.

use desk::entity::Carrier;
use desk::record::ParcelStage::{
    self, AttemptFailed, Delayed, Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup,
    Returning, Unknown,
};
use desk::record::{Report, Scan};

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let Some(response) = said.first() else {
        let Some(carrier) = carrier(call) else { return Ok(Next::Done(None)) };
        let request = call
            .get(&["/tracks/", &carrier, "/", call.number].concat())
            .with_header("Authorization", &["ShippoToken ", &call.source.secret].concat());
        return Ok(Next::Send(request));
    };
    let answer = json(response, &[400, 404])?;
    // Refuses a carrier's name that it does not know, and a number that is none of the carrier's.
    if response.status >= 400 { Ok(Next::Done(None)) } else { read(Node::new(&answer)).map(Next::Done) }
}

/// The carrier as Shippo writes it; a name that we do not know, in its manner: `royal_mail`.
fn carrier(call: &Call<'_>) -> Option<String> {
    let name = call.name.unwrap_or_default().to_ascii_lowercase();
    let token = match call.carrier {
        Some(Carrier::Ups) => "ups",
        Some(Carrier::FedEx) => "fedex",
        Some(Carrier::Usps) => "usps",
        Some(Carrier::Dhl) if name.contains("commerce") => "dhl_ecommerce",
        // Waybills of DHL Express have ten digits, or eleven.
        Some(Carrier::Dhl) if name.contains("express") || call.number.len() <= 11 => "dhl_express",
        Some(Carrier::Dhl) => "dhl_germany",
        _ => {
            let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
            return Some(words.join("_")).filter(|token| !token.is_empty());
        }
    };
    Some(token.to_owned())
}

fn read(track: Node<'_>) -> Result<Option<Report>, Refusal> {
    track.want_text("tracking_number")?;
    let now = track.at("tracking_status");
    Ok(Some(Report {
        reason: now.owned("status_details"),
        expected: window(track.text("eta"), None),
        scans: track.list("tracking_history").rev().filter_map(scan).collect(),
        ..blank(stage_of(now))
    }))
}

fn scan(status: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage_of(status),
        at: instant(status.text("status_date")?, None)?,
        message: status.owned("status_details"),
        place: place(status.at("location"), &["city", "state", "country"]),
    })
}

fn stage_of(status: Node<'_>) -> ParcelStage {
    stage(WORDS, &[status.text("substatus.code"), status.text("status")])
}

/// `status`, then `substatus.code`.
pub(super) const WORDS: &Words = &[
    ("UNKNOWN", Unknown),
    ("PRE_TRANSIT", LabelMade),
    ("TRANSIT", InTransit),
    ("DELIVERED", Delivered),
    // Returned, or on its way there.
    ("RETURNED", Returning),
    ("FAILURE", Held),
    ("information_received", Unknown),
    ("address_issue", Held),
    ("contact_carrier", Held),
    ("delayed", Delayed),
    // UNVERIFIED which of the two is written.
    ("delivery_delayed", Delayed),
    ("delivery_attempted", AttemptFailed),
    ("delivery_rescheduled", Delayed),
    ("delivery_scheduled", Unknown),
    ("location_inaccessible", AttemptFailed),
    ("notice_left", AttemptFailed),
    ("out_for_delivery", OutForDelivery),
    ("package_accepted", Unknown),
    ("package_arrived", Unknown),
    ("package_damaged", Held),
    ("package_departed", Unknown),
    ("package_disposed", Failed),
    ("package_forwarded", Unknown),
    ("package_held", Held),
    ("package_lost", Failed),
    ("package_processed", Unknown),
    ("package_processing", Unknown),
    ("package_unclaimed", Unknown),
    ("package_undeliverable", Failed),
    ("pickup_available", ReadyForPickup),
    ("reschedule_delivery", AttemptFailed),
    ("return_to_sender", Unknown),
    ("other", Unknown),
];
