//! `FedEx` Track v1: <https://developer.fedex.com/api/en-us/catalog/track.html>.

use desk::record::ParcelStage::{
    AttemptFailed, Cancelled, Delayed, Delivered, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup,
    Returning, Unknown,
};
use desk::record::{Report, Scan};
use form_urlencoded::byte_serialize;
use serde_json::json;

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let Some(response) = said.first() else {
        let escaped = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
        let (client, secret) = (escaped(&call.source.client), escaped(&call.source.secret));
        let form = ["grant_type=client_credentials&client_id=", &client, "&client_secret=", &secret].concat();
        let body = json!({
            "includeDetailedScans": true,
            "trackingInfo": [{ "trackingNumberInfo": { "trackingNumber": call.number } }],
        });
        let request = call.post("/track/v1/trackingnumbers", &body).with_header("X-locale", "en_US");
        return Ok(Next::SendAsClient { lend: call.post_form("/oauth/token", form), request });
    };
    let answer = json(response, &[404])?;
    let answer = Node::new(&answer);
    if response.status == 404 {
        return absent(answer.want_text("errors.0.code")?);
    }
    // The number's newest use comes first.
    let result = answer.want_list("output.completeTrackResults")?.next().map(|all| all.at("trackResults.0"));
    let Some(result) = result else { return Ok(Next::Done(None)) };
    match result.text("error.code") {
        Some(code) => absent(code),
        None => read(result).map(|report| Next::Done(Some(report))),
    }
}

/// Nothing is found, or the number is none: that is an answer, any other code is not.
fn absent(code: &str) -> Result<Next, Refusal> {
    match code.rsplit('.').next() {
        Some("NOTFOUND" | "INVALID") => Ok(Next::Done(None)),
        _ => Err(Refusal::code(code)),
    }
}

fn read(result: Node<'_>) -> Result<Report, Refusal> {
    let latest = result.at("latestStatusDetail");
    let date = |kind: &str| {
        let mut dates = result.list("dateAndTimes").filter(|date| date.text("type") == Some(kind));
        dates.next().and_then(|date| date.text("dateTime"))
    };
    let frame = result.at("estimatedDeliveryTimeWindow.window");
    let estimate = date("ESTIMATED_DELIVERY");
    let delayed = latest.text("delayDetail.status").filter(|status| *status == "DELAYED");
    // `derivedCode` is of the parcel, `code` of its newest scan.
    let stage = match stage(WORDS, &[latest.text("derivedCode"), Some(latest.want_text("code")?)]) {
        InTransit if delayed.is_some() => Delayed,
        stage => stage,
    };
    let why = latest.at("ancillaryDetails.0");
    Ok(Report {
        reason: why.owned("reasonDescription").or_else(|| latest.owned("description")),
        expected: window(frame.text("begins").or(estimate), frame.text("ends").or(estimate)),
        delivered: date("ACTUAL_DELIVERY").and_then(|at| instant(at, None)),
        scans: result.list("scanEvents").filter_map(scan).collect(),
        ..blank(stage)
    })
}

fn scan(event: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage(WORDS, &[event.text("eventType"), event.text("derivedStatusCode")]),
        // With an offset; where there is none, on the wall clock of the scan's place.
        at: instant(event.text("date")?, None)?,
        message: event.owned("exceptionDescription").or_else(|| event.owned("eventDescription")),
        place: place(event.at("scanLocation"), &["city", "stateOrProvinceCode", "countryCode"]),
    })
}

/// `code`, `derivedCode`, `eventType`; UNVERIFIED.
pub(super) const WORDS: &Words = &[
    ("OC", LabelMade),
    ("IN", LabelMade),
    ("OX", LabelMade),
    ("PU", InTransit),
    ("PX", InTransit),
    ("IT", InTransit),
    ("IX", InTransit),
    ("AR", InTransit),
    ("AF", InTransit),
    ("DP", InTransit),
    ("LO", InTransit),
    ("FD", InTransit),
    ("CC", InTransit),
    ("CP", InTransit),
    ("CD", Held),
    ("OD", OutForDelivery),
    ("DL", Delivered),
    // Tried and not handed over; the reason stands beside it.
    ("DE", AttemptFailed),
    ("SE", Held),
    ("DD", Delayed),
    ("DY", Delayed),
    ("PD", Delayed),
    // Kept at a counter for the shopper to come.
    ("HL", ReadyForPickup),
    ("HP", ReadyForPickup),
    ("RS", Returning),
    ("CA", Cancelled),
    ("SP", Unknown),
];
