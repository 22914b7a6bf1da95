//! DHL Shipment Tracking - Unified: <https://developer.dhl.com/api-reference/shipment-tracking>.
//!
//! Free access is 250 questions a day and one every five seconds. A new label is known after ten to thirty minutes.

use desk::record::ParcelStage::{
    self, AttemptFailed, Delivered, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup, Returning, Unknown,
};
use desk::record::{Report, Scan};

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let Some(response) = said.first() else {
        let path = ["/track/shipments?language=en&trackingNumber=", call.number].concat();
        return Ok(Next::Send(call.get(&path).with_header("DHL-API-Key", &call.source.secret)));
    };
    let answer = json(response, &[404])?;
    let answer = Node::new(&answer);
    if response.status == 404 {
        // RFC 7807; an address that is gone is answered otherwise.
        answer.want_text("title")?;
        return Ok(Next::Done(None));
    }
    Ok(Next::Done(answer.want_list("shipments")?.next().map(read)))
}

fn read(shipment: Node<'_>) -> Report {
    let due = shipment.at("estimatedDeliveryTimeFrame");
    let moment = shipment.text("estimatedTimeOfDelivery");
    let status = shipment.at("status");
    Report {
        reason: status.owned("remark").or_else(|| status.owned("description")),
        expected: window(due.text("estimatedFrom").or(moment), due.text("estimatedThrough").or(moment)),
        scans: shipment.list("events").filter_map(scan).collect(),
        url: shipment.owned("serviceUrl"),
        ..blank(stage_of(status))
    }
}

fn scan(event: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage_of(event),
        // The wall clock of the event's place, often without its offset.
        at: instant(event.text("timestamp")?, None)?,
        message: event.owned("description").or_else(|| event.owned("status")),
        // The locality names its country where that is another.
        place: place(event.at("location.address"), &["addressLocality"]),
    })
}

/// The code, and of what is open the phrase that says more.
fn stage_of(status: Node<'_>) -> ParcelStage {
    let code = stage(WORDS, &[status.text("statusCode")]);
    if !matches!(code, InTransit | Held) {
        return code;
    }
    let texts = ["status", "description"].map(|name| status.text(name).unwrap_or_default().to_ascii_lowercase());
    let is_said = |phrase: &str| texts.iter().any(|text| text.contains(phrase));
    let says_not = is_said(" not ");
    let known = PHRASES.iter().find(|(phrase, stage)| is_said(phrase) && (code == Held || !says_not) && *stage != code);
    known.map_or(code, |(_, stage)| *stage)
}

/// Of DHL's English texts, in small letters; UNVERIFIED, as they differ by service and year. Those it never writes do
/// no harm: the code stands.
const PHRASES: &Words = &[
    ("out for delivery", OutForDelivery),
    ("out with courier", OutForDelivery),
    ("with delivery courier", OutForDelivery),
    ("loaded onto the delivery vehicle", OutForDelivery),
    ("ready for collection", ReadyForPickup),
    ("ready for pick", ReadyForPickup),
    ("awaiting collection", ReadyForPickup),
    ("return to sender", Returning),
    ("returned to sender", Returning),
    ("returned to the sender", Returning),
    ("returned to shipper", Returning),
    ("delivery attempt", AttemptFailed),
    ("on hold", Held),
];

/// `statusCode`. UNVERIFIED whether there are more; what a failure is stands in words beside it.
pub(super) const WORDS: &Words = &[
    ("pre-transit", LabelMade),
    ("transit", InTransit),
    ("delivered", Delivered),
    ("failure", Held),
    ("unknown", Unknown),
];
