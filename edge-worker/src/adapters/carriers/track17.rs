//! 17TRACK v2.4: <https://api.17track.net>.
//!
//! It follows only numbers that were registered, and has data minutes after. One that it does not know is registered
//! with the same question; each counts against the merchant's quota there, and registering again is free.

use desk::record::ParcelStage::{
    AttemptFailed, Cancelled, Delayed, Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup,
    Returned, Returning, Unknown,
};
use desk::record::{Report, Scan};
use serde_json::{Value, json};

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;

/// Refusals of one number: it is registered already, or not yet; it is no number; its carrier cannot be told; nothing is
/// known so far. UNVERIFIED: the last, and the third.
const REGISTERED: i64 = -18_019_901;
const NOT_REGISTERED: i64 = -18_019_902;
const NO_NUMBER: i64 = -18_010_012;
const NO_CARRIER: i64 = -18_019_903;
const NO_DATA: i64 = -18_019_909;

/// What one method says of the one number that it was asked for.
enum Said {
    Accepted(Value),
    Rejected(i64),
}

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let info = || Ok(ask(call, "gettrackinfo"));
    match said {
        [] => info(),
        [first] => match heard(first)? {
            Said::Rejected(NOT_REGISTERED) => Ok(ask(call, "register")),
            said => read(said),
        },
        [_, made] => match heard(made)? {
            Said::Accepted(_) | Said::Rejected(REGISTERED) => info(),
            // Else such as a quota that is used up.
            said @ Said::Rejected(_) => read(said),
        },
        [.., last] => read(heard(last)?),
    }
}

/// The carrier is left to be told from the number: a guess of ours would be another registration.
fn ask(call: &Call<'_>, method: &str) -> Next {
    let request = call.post(&["/track/v2.4/", method].concat(), &json!([{ "number": call.number }]));
    Next::Send(request.with_header("17token", &call.source.secret))
}

fn heard(response: &Response) -> Result<Said, Refusal> {
    let answer = json(response, &[])?;
    let node = Node::new(&answer);
    match node.want_integer("code")? {
        0 => {}
        code => return Err(Refusal::code(&code.to_string())),
    }
    if !node.at("data.accepted.0").is_null() {
        return Ok(Said::Accepted(answer));
    }
    Ok(Said::Rejected(node.want_integer("data.rejected.0.error.code")?))
}

fn read(said: Said) -> Result<Next, Refusal> {
    match said {
        Said::Accepted(answer) => report(Node::new(&answer).at("data.accepted.0.track_info")).map(Next::Done),
        Said::Rejected(NOT_REGISTERED | NO_CARRIER | NO_NUMBER | NO_DATA) => Ok(Next::Done(None)),
        Said::Rejected(code) => Err(Refusal::code(&code.to_string())),
    }
}

fn report(info: Node<'_>) -> Result<Option<Report>, Refusal> {
    // Registered a moment ago.
    if info.at("latest_status").is_null() {
        return Ok(None);
    }
    let said = [info.text("latest_status.sub_status"), Some(info.want_text("latest_status.status")?)];
    let due = info.at("time_metrics.estimated_delivery_date");
    Ok(Some(Report {
        reason: info.owned("latest_status.sub_status_descr").or_else(|| info.owned("latest_event.description")),
        expected: window(due.text("from"), due.text("to")),
        // One provider for each leg of the way; the same scan at two of them is the desk's to see.
        scans: info.list("tracking.providers").flat_map(|provider| provider.list("events")).filter_map(scan).collect(),
        ..blank(stage(WORDS, &said))
    }))
}

fn scan(event: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage(WORDS, &[event.text("sub_status"), event.text("stage")]),
        at: instant(event.text("time_utc").or_else(|| event.text("time_iso"))?, None)?,
        message: event.owned("description"),
        place: event.owned("location"),
    })
}

/// `status`, then `sub_status`; `stage` of an event has the same words and some of its own.
pub(super) const WORDS: &Words = &[
    ("NotFound", Unknown),
    ("InfoReceived", LabelMade),
    ("InTransit", InTransit),
    // Nothing was heard for long; its last scans say what was.
    ("Expired", Unknown),
    ("AvailableForPickup", ReadyForPickup),
    ("OutForDelivery", OutForDelivery),
    ("DeliveryFailure", AttemptFailed),
    ("Delivered", Delivered),
    ("Exception", Held),
    ("NotFound_Other", Unknown),
    ("NotFound_InvalidCode", Unknown),
    ("InTransit_PickedUp", InTransit),
    ("InTransit_Other", InTransit),
    ("InTransit_Departure", InTransit),
    ("InTransit_Arrival", InTransit),
    ("InTransit_CustomsProcessing", InTransit),
    ("InTransit_CustomsReleased", InTransit),
    ("InTransit_CustomsRequiringInformation", Held),
    ("Expired_Other", Unknown),
    ("AvailableForPickup_Other", ReadyForPickup),
    ("OutForDelivery_Other", OutForDelivery),
    ("DeliveryFailure_Other", AttemptFailed),
    ("DeliveryFailure_NoBody", AttemptFailed),
    ("DeliveryFailure_Security", Held),
    ("DeliveryFailure_Rejected", Held),
    ("DeliveryFailure_InvalidAddress", Held),
    ("Delivered_Other", Delivered),
    ("Exception_Other", Held),
    ("Exception_Returning", Returning),
    ("Exception_Returned", Returned),
    ("Exception_NoBody", Held),
    ("Exception_Security", Held),
    // UNVERIFIED which of the two is written.
    ("Exception_Damage", Held),
    ("Exception_Damaged", Held),
    ("Exception_Rejected", Held),
    ("Exception_Delayed", Delayed),
    ("Exception_Lost", Failed),
    ("Exception_Destroyed", Failed),
    ("Exception_Cancel", Cancelled),
    ("PickedUp", InTransit),
    ("Departure", InTransit),
    ("Arrival", InTransit),
    ("Returning", Returning),
    ("Returned", Returned),
];
