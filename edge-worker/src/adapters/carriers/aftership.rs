//! `AfterShip` Tracking API, 2026-07: <https://www.aftership.com/docs/tracking>.
//!
//! It follows only parcels that it was told of, so one that it does not know is registered with the same question and
//! known minutes later. Each counts against the merchant's quota there.

use desk::record::ParcelStage::{
    AttemptFailed, Delayed, Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery, PickedUp, ReadyForPickup,
    Returned, Returning, Unknown,
};
use desk::record::{Report, Scan};
use serde_json::json;

use super::call::{Call, Next, Refusal, json};
use super::report::{Words, blank, instant, place, stage, window};
use crate::adapters::json::{Malformed, Node};
use crate::ports::http::{Request, Response};

const PATH: &str = "/tracking/2026-07/trackings";

/// `meta.code`: no such tracking.
const ABSENT: i64 = 4004;

/// `meta.code`: there already (another turn was quicker); the number is none; no courier can be told from it.
const NOT_FOLLOWED: [i64; 5] = [4003, 4005, 4010, 4012, 4017];

pub(super) fn next(call: &Call<'_>, said: &[Response]) -> Result<Next, Refusal> {
    let with_key = |request: Request| Next::Send(request.with_header("as-api-key", &call.source.secret));
    let Some(known) = said.first() else {
        return Ok(with_key(call.get(&[PATH, "?tracking_numbers=", call.number].concat())));
    };
    let Some(made) = said.get(1) else {
        return Ok(match read(Node::new(&json(known, &[404])?))? {
            Some(report) => Next::Done(Some(report)),
            None => with_key(call.post(PATH, &json!({ "tracking_number": call.number }))),
        });
    };
    let made = json(made, &[400, 404])?;
    let code = code(Node::new(&made))?;
    if (200..300).contains(&code) || NOT_FOLLOWED.contains(&code) {
        return Ok(Next::Done(read_one(Node::new(&made).at("data"))));
    }
    Err(Refusal::code(&code.to_string()))
}

fn code(answer: Node<'_>) -> Result<i64, Malformed> {
    answer.want_integer("meta.code")
}

/// The tracking that has most to say: couriers share numbers.
fn read(answer: Node<'_>) -> Result<Option<Report>, Refusal> {
    match code(answer)? {
        ABSENT => Ok(None),
        200 => {
            let all = answer.want_list("data.trackings")?;
            Ok(all.max_by_key(|tracking| tracking.list("checkpoints").count()).and_then(read_one))
        }
        other => Err(Refusal::code(&other.to_string())),
    }
}

fn read_one(tracking: Node<'_>) -> Option<Report> {
    let said = [tracking.text("subtag"), Some(tracking.text("tag")?)];
    let due = tracking.at("latest_estimated_delivery");
    let moment = due.text("datetime");
    let courier = tracking.text("courier_estimated_delivery_date.estimated_delivery_date");
    Some(Report {
        reason: tracking.owned("subtag_message"),
        expected: window(due.text("datetime_min").or(moment), due.text("datetime_max").or(moment))
            .or_else(|| window(courier, None)),
        delivered: tracking.text("shipment_delivery_date").and_then(|at| instant(at, None)),
        scans: tracking.list("checkpoints").rev().filter_map(scan).collect(),
        url: tracking.owned("courier_tracking_link"),
        ..blank(stage(WORDS, &said))
    })
}

fn scan(checkpoint: Node<'_>) -> Option<Scan> {
    Some(Scan {
        stage: stage(WORDS, &[checkpoint.text("subtag"), checkpoint.text("tag")]),
        // Of the checkpoint's own place, and without an offset where the courier gives none.
        at: instant(checkpoint.text("checkpoint_time")?, None)?,
        message: checkpoint.owned("message").or_else(|| checkpoint.owned("subtag_message")),
        place: checkpoint.owned("location").or_else(|| place(checkpoint, &["city", "state", "country_region_name"])),
    })
}

/// `tag`, and those of `subtag` that say more.
pub(super) const WORDS: &Words = &[
    // Nothing is known yet; nothing was heard for a month.
    ("Pending", Unknown),
    ("Expired", Unknown),
    ("InfoReceived", LabelMade),
    ("InTransit", InTransit),
    ("OutForDelivery", OutForDelivery),
    ("AttemptFail", AttemptFailed),
    ("Delivered", Delivered),
    ("AvailableForPickup", ReadyForPickup),
    ("Exception", Held),
    ("Delivered_002", PickedUp),
    ("Exception_002", Held),
    ("Exception_003", Held),
    ("Exception_004", Held),
    ("Exception_005", Delayed),
    ("Exception_006", Held),
    ("Exception_007", Held),
    ("Exception_008", Held),
    ("Exception_009", Failed),
    ("Exception_010", Returning),
    ("Exception_011", Returned),
    ("Exception_012", Held),
    ("Exception_013", Failed),
    ("Exception_016", Delayed),
    ("Exception_017", Delayed),
    ("Exception_018", Held),
];
