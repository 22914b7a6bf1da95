//! `EasyPost` Trackers v2: <https://docs.easypost.com/docs/trackers>.
//!
//! Asking is registering: the same number again is answered with the same tracker for three months, after that with a
//! new one. Trackers may cost the merchant a fee there.

use desk::entity::Carrier;
use desk::record::ParcelStage::{
    self, AttemptFailed, Cancelled, Delayed, Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery,
    ReadyForPickup, Returning, Unknown,
};
use desk::record::{Report, Scan};
use serde_json::json;

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;
use crate::signature::base64;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    if let Some(response) = said.first() {
        return read(Node::new(&json(response, &[422])?)).map(Next::Done);
    }
    let carrier = match call.carrier {
        Some(Carrier::Ups) => Some("UPS"),
        Some(Carrier::FedEx) => Some("FedEx"),
        Some(Carrier::Usps) => Some("USPS"),
        // DHL is half a dozen carriers there: it tells them apart by the number.
        _ => None,
    };
    let mut tracker = json!({ "tracking_code": call.number });
    if let (Some(carrier), Some(members)) = (carrier, tracker.as_object_mut()) {
        members.insert("carrier".into(), carrier.into());
    }
    let key = ["Basic ", &base64([&call.source.secret, ":"].concat().as_bytes())].concat();
    let request = call.post("/v2/trackers", &json!({ "tracker": tracker })).with_header("Authorization", &key);
    Ok(Next::Send(request))
}

fn read(answer: Node<'_>) -> Result<Option<Report>, Refusal> {
    // A number that no carrier there can be told from.
    if !answer.at("error").is_null() {
        answer.want_text("error.code")?;
        return Ok(None);
    }
    answer.want_text("status")?;
    let newest = answer.list("tracking_details").next_back();
    Ok(Some(Report {
        reason: newest.and_then(|detail| detail.owned("message")),
        expected: window(answer.text("est_delivery_date"), None),
        scans: answer.list("tracking_details").rev().filter_map(scan).collect(),
        url: answer.owned("public_url"),
        ..blank(stage_of(answer))
    }))
}

fn scan(detail: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage_of(detail),
        at: instant(detail.text("datetime")?, None)?,
        message: detail.owned("message"),
        place: place(detail.at("tracking_location"), &["city", "state", "country"]),
    })
}

/// Details say more of a parcel on its way; what has come to an end has come to that end, damaged or not.
fn stage_of(node: Node<'_>) -> ParcelStage {
    let status = node.text("status");
    let is_open = matches!(status, None | Some("in_transit" | "failure" | "error" | "unknown"));
    stage(WORDS, &[node.text("status_detail").filter(|_| is_open), status])
}

/// `status`, then `status_detail`.
pub(super) const WORDS: &Words = &[
    ("unknown", Unknown),
    // Of the service's, not of the parcel's.
    ("error", Unknown),
    ("pre_transit", LabelMade),
    ("in_transit", InTransit),
    ("out_for_delivery", OutForDelivery),
    ("delivered", Delivered),
    ("available_for_pickup", ReadyForPickup),
    ("return_to_sender", Returning),
    // Why is in the details; that it never arrives is not said.
    ("failure", Held),
    ("cancelled", Cancelled),
    ("address_correction", Held),
    ("arrived_at_destination", Unknown),
    ("arrived_at_facility", Unknown),
    ("arrived_at_pickup_location", ReadyForPickup),
    ("awaiting_information", Unknown),
    ("damaged", Held),
    ("delayed", Delayed),
    ("delivery_exception", AttemptFailed),
    ("departed_facility", Unknown),
    ("departed_origin_facility", Unknown),
    ("expired", Unknown),
    ("held", Held),
    ("label_created", LabelMade),
    ("lost", Failed),
    ("missorted", Delayed),
    ("received_at_destination_facility", Unknown),
    ("received_at_origin_facility", Unknown),
    ("refused", Held),
    ("return", Returning),
    ("status_update", Unknown),
    ("transferred_to_destination_carrier", Unknown),
    ("transit_exception", Delayed),
    ("weather_delay", Delayed),
];
