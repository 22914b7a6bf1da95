//! USPS tracking v3r2: <https://developers.usps.com>.
//!
//! Since April 2026 only the shipper whose Mailer ID a number carries may ask for it. Others get 403, which says nothing
//! about the parcel: it is no outage, and the log has it. UNVERIFIED: members of the request besides the number, and
//! the event codes.

use desk::record::ParcelStage::{
    AttemptFailed, Delivered, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup, Returned, Returning,
};
use desk::record::{Report, Scan};
use serde_json::{Value, json};

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::fault::Fault;
use crate::ports::http::Response;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let Some(response) = said.first() else {
        let grant = json!({
            "grant_type": "client_credentials",
            "client_id": call.source.client,
            "client_secret": call.source.secret,
            "scope": "tracking",
        });
        let request = call.post("/tracking/v3r2/tracking", &json!([{ "trackingNumber": call.number }]));
        return Ok(Next::SendAsClient { lend: call.post("/oauth2/v3/token", &grant), request });
    };
    let answer = json(response, &[403, 404])?;
    if response.status >= 400 {
        Node::new(&answer).want("error")?;
        if response.status == 403 {
            Fault::upstream(call.upstream(), "no access to this parcel").log_aside();
        }
        return Ok(Next::Done(None));
    }
    // A list for a list; the older version has one object.
    let one = match &answer {
        Value::Array(all) => match all.first() {
            Some(one) => Node::new(one),
            None => return Ok(Next::Done(None)),
        },
        one => Node::new(one),
    };
    one.want_text("trackingNumber")?;
    // Of a number that is not known it has no more than that.
    Ok(Next::Done(one.text("statusCategory").map(|_| read(one))))
}

fn read(one: Node<'_>) -> Report {
    let due = one.text("expectedDeliveryTimeStamp").or_else(|| one.text("predictedDeliveryTimeStamp"));
    let (from, to) = (one.text("predictedDeliveryWindowStartTime"), one.text("predictedDeliveryWindowEndTime"));
    let scans: Vec<Scan> = one.list("trackingEvents").filter_map(scan).collect();
    let stage = match stage(WORDS, &[one.text("status"), one.text("statusCategory")]) {
        // An alert says no more than that: its event says what, if any table knows it.
        Held => match scans.iter().max_by_key(|scan| scan.at).map(|scan| scan.stage) {
            Some(stage @ (AttemptFailed | Returning | Returned)) => stage,
            _ => Held,
        },
        stage => stage,
    };
    Report {
        reason: one.owned("statusSummary").or_else(|| one.owned("status")),
        // Hours without their day and zone are left out: the day beside them is what can be told.
        expected: window(from, to).or_else(|| window(due, None)),
        scans,
        ..blank(stage)
    }
}

fn scan(event: Node<'_>) -> Option<Scan> {
    let at = event.text("GMTTimestamp").and_then(|at| instant(at, None));
    Some(Scan {
        stage: stage(WORDS, &[event.text("eventCode")]),
        at: at.or_else(|| instant(event.text("eventTimestamp")?, event.text("GMTOffset")))?,
        message: event.owned("eventType"),
        place: place(event, &["eventCity", "eventState", "eventCountry"]),
    })
}

/// `statusCategory`, and the `status` that says more; then `eventCode`.
pub(super) const WORDS: &Words = &[
    ("Pre-Shipment", LabelMade),
    ("Accepted", InTransit),
    ("In Transit", InTransit),
    ("Out for Delivery", OutForDelivery),
    ("Delivered", Delivered),
    ("Alert", Held),
    ("Available for Pickup", ReadyForPickup),
    ("Returned to Sender", Returned),
    ("Delivery Attempt", AttemptFailed),
    ("Return to Sender", Returning),
    ("GX", LabelMade),
    ("MA", LabelMade),
    ("03", InTransit),
    ("OA", InTransit),
    ("07", InTransit),
    ("10", InTransit),
    ("OF", OutForDelivery),
    ("01", Delivered),
    ("02", AttemptFailed),
    ("14", ReadyForPickup),
    ("04", Held),
    ("05", Held),
    ("09", Returning),
    ("21", Returning),
    ("22", Returning),
    ("23", Returning),
    ("24", Returning),
    ("25", Returning),
    ("26", Returning),
    ("27", Returning),
    ("28", Returning),
    ("29", Returning),
];
