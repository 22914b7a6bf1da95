//! Fulfillments, which are parcels to the shopper, and their events, which are scans.

use desk::record::{Parcel, Scan};

use super::stage;
use crate::adapters::shopify::part::Part;

pub(super) fn parcel(node: Part) -> Parcel {
    let newest_estimate = node.list("events.nodes").find_map(|event| event.maybe_time("estimatedDeliveryAt"));
    let tracking = node.list("trackingInfo").next();
    let of_tracking = |path| tracking.and_then(|tracking| tracking.maybe_owned(path));
    Parcel {
        stage: stage::parcel(node.maybe_text("displayStatus").unwrap_or_default()),
        carrier: of_tracking("company").filter(|company| company != "Other"),
        tracking_number: of_tracking("number"),
        tracking_url: of_tracking("url").filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        items: node.list("fulfillmentLineItems.nodes").map(item).collect(),
        created: node.time("createdAt"),
        delivered: node.maybe_time("deliveredAt"),
        // The newest event that states a date knows more than the fulfillment, which keeps its first estimate.
        expected: newest_estimate.or(node.maybe_time("estimatedDeliveryAt")),
        scans: node.list("events.nodes").map(scan).collect(),
    }
}

fn item(node: Part) -> (String, u32) {
    (node.owned("lineItem.title"), node.maybe_count("quantity").unwrap_or(1))
}

fn scan(node: Part) -> Scan {
    let places: Vec<&str> = ["city", "province", "country"]
        .into_iter()
        .filter_map(|path| node.maybe_text(path).filter(|place| !place.is_empty()))
        .collect();
    Scan {
        stage: stage::parcel(node.text("status")),
        at: node.time("happenedAt"),
        message: node.maybe_owned("message").filter(|message| !message.trim().is_empty()),
        place: (!places.is_empty()).then(|| places.join(", ")),
    }
}
