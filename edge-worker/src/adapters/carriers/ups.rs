//! UPS Track v1: <https://developer.ups.com/tag/Tracking>.

use desk::record::ParcelStage::{
    self, AttemptFailed, Cancelled, Delayed, Delivered, Held, InTransit, LabelMade, OutForDelivery, ReadyForPickup,
    Returned, Returning, Unknown,
};
use desk::record::{Report, Scan};
use jiff::Timestamp;

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::Node;
use crate::ports::http::Response;
use crate::signature::base64;

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let Some(response) = said.first() else {
        let source = call.source;
        let basic = ["Basic ", &base64([&source.client, ":", &source.secret].concat().as_bytes())].concat();
        let lend = call
            .post_form("/security/v1/oauth/token", "grant_type=client_credentials".into())
            .with_header("Authorization", &basic);
        let request = call
            .get(&["/api/track/v1/details/", call.number, "?locale=en_US"].concat())
            // Both are required: one question's id, and who asks.
            .with_header("transId", &call.began.as_millisecond().to_string())
            .with_header("transactionSrc", "shopdesk");
        return Ok(Next::SendAsClient { lend, request });
    };
    let answer = json(response, &[404])?;
    let answer = Node::new(&answer);
    if response.status == 404 {
        answer.want_text("response.errors.0.code")?;
        return Ok(Next::Done(None));
    }
    let shipment = answer.want_list("trackResponse.shipment")?.next();
    // A number that is not known is a shipment with warnings (UNVERIFIED: TW0001) and without a package.
    Ok(Next::Done(shipment.and_then(|shipment| {
        let own = shipment.list("package").find(|package| package.text("trackingNumber") == Some(call.number));
        own.or_else(|| shipment.list("package").next()).map(read)
    })))
}

fn read(package: Node<'_>) -> Report {
    let status = package.at("currentStatus");
    // Scheduled, or rescheduled; to the day, as the hours beside it are of a zone that is not named.
    let due = package.list("deliveryDate").filter(|date| date.text("type") != Some("DEL"));
    let due = due.filter_map(|date| date.text("date")).next_back();
    let scans: Vec<Scan> = package.list("activity").filter_map(scan).collect();
    let stage = match stage_of(status) {
        Unknown => scans.iter().max_by_key(|scan| scan.at).map_or(Unknown, |scan| scan.stage),
        known => known,
    };
    Report { reason: status.owned("description"), expected: window(due, None), scans, ..blank(stage) }
}

fn scan(activity: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage_of(activity.at("status")),
        at: at(activity)?,
        message: activity.owned("status.description"),
        place: place(activity.at("location.address"), &["city", "stateProvince", "countryCode"]),
    })
}

/// The letter is surer than the number, which only says more of an exception and of a parcel on its way.
fn stage_of(status: Node<'_>) -> ParcelStage {
    let letter = stage(LETTERS, &[status.text("type")]);
    let number = stage(NUMBERS, &[status.text("statusCode"), status.text("code")]);
    if matches!(letter, Held | InTransit | Unknown) && number != Unknown { number } else { letter }
}

/// The GMT pair where there is one, else the wall clock of the place with its offset.
fn at(activity: Node<'_>) -> Option<Timestamp> {
    let digits = |name: &str| activity.text(name).map(|text| text.replace([':', '-'], ""));
    let joined = |date: String, time: String| [&date, "T", &time].concat();
    if let (Some(date), Some(time)) = (digits("gmtDate"), digits("gmtTime")) {
        return instant(&joined(date, time), None);
    }
    instant(&joined(digits("date")?, digits("time")?), activity.text("gmtOffset"))
}

/// `type`; UNVERIFIED.
pub(super) const LETTERS: &Words = &[
    ("D", Delivered),
    ("I", InTransit),
    ("X", Held),
    ("P", InTransit),
    ("M", LabelMade),
    ("MV", Cancelled),
    ("O", OutForDelivery),
    ("RS", Returning),
    ("NA", Unknown),
];

/// `statusCode`, or `code` of the current status; UNVERIFIED. Those of clearance and of exceptions without more say
/// nothing beside the letter.
pub(super) const NUMBERS: &Words = &[
    ("003", LabelMade),
    ("005", Unknown),
    ("006", OutForDelivery),
    ("007", Cancelled),
    ("010", Unknown),
    ("011", Delivered),
    ("012", Unknown),
    ("013", Unknown),
    ("014", Unknown),
    ("016", Held),
    ("017", ReadyForPickup),
    ("021", OutForDelivery),
    ("022", AttemptFailed),
    ("023", AttemptFailed),
    ("024", AttemptFailed),
    ("026", Delivered),
    ("034", Returned),
    ("035", Returning),
    ("036", Returning),
    ("038", Unknown),
    ("040", ReadyForPickup),
    ("046", Delayed),
    ("047", Delayed),
    ("048", Delayed),
];
