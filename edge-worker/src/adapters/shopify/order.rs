//! Orders of the Admin API: the query, its shape, and what it becomes.

use desk::lookup::Outage;
use desk::money::{Currency, Money};
use desk::proof::{Claim, OnRecord, OrderProof, Sealed};
use desk::record::{self, Hold, Line, Order, Parcel, ParcelStage, Payment, Refund, Return, ReturnStage};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use super::{Shopify, graphql};
use crate::ports::Orders;
use crate::ports::http::Http;

const ORDERS: &str = include_str!("documents/orders.graphql");

impl<H: Http> Orders for Shopify<H> {
    /// The shop's search is loose: what it found is compared again where the seal is opened.
    async fn claimed(&self, claim: &Claim) -> Result<Option<Sealed>, Outage> {
        // Only digits get here, so there is nothing to escape. Shops may have changed the `#` for another prefix.
        let number = claim.order.value();
        let found = self.orders(format!("name:\"#{number}\" OR name:\"{number}\"")).await?;
        Ok(found.into_iter().find(|sealed| sealed.names(claim.order)))
    }

    async fn proven(&self, proof: &OrderProof) -> Result<Option<Sealed>, Outage> {
        let id = proof.id().rsplit('/').next().unwrap_or_default();
        Ok(self.orders(format!("id:{id}")).await?.into_iter().next())
    }
}

impl<H: Http> Shopify<H> {
    async fn orders(&self, query: String) -> Result<Vec<Sealed>, Outage> {
        let data: Data = graphql::query(&self.http, &self.admin, ORDERS, json!({ "query": query })).await?;
        let offset = data.shop.timezone_offset_minutes;
        Ok(data.orders.nodes.into_iter().map(|node| sealed(node, offset)).collect())
    }
}

#[derive(Deserialize)]
struct Data {
    shop: Shop,
    orders: Nodes<OrderNode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shop {
    timezone_offset_minutes: i32,
}

#[derive(Deserialize)]
struct Nodes<T> {
    nodes: Vec<T>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrderNode {
    id: String,
    name: String,
    email: Option<String>,
    created_at: Timestamp,
    cancelled_at: Option<Timestamp>,
    display_financial_status: Option<String>,
    shipping_address: Option<Address>,
    billing_address: Option<Address>,
    customer: Option<Customer>,
    line_items: Nodes<LineNode>,
    fulfillments: Vec<FulfillmentNode>,
    fulfillment_orders: Nodes<FulfillmentOrderNode>,
    refunds: Vec<RefundNode>,
    returns: Nodes<ReturnNode>,
}

#[derive(Deserialize)]
struct Address {
    zip: Option<String>,
}

#[derive(Deserialize)]
struct Customer {
    tags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineNode {
    id: String,
    title: String,
    variant_title: Option<String>,
    current_quantity: u32,
    unfulfilled_quantity: u32,
    requires_shipping: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FulfillmentNode {
    display_status: Option<String>,
    created_at: Timestamp,
    delivered_at: Option<Timestamp>,
    estimated_delivery_at: Option<Timestamp>,
    tracking_info: Vec<TrackingInfo>,
    fulfillment_line_items: Nodes<FulfillmentLine>,
    events: Nodes<EventNode>,
}

#[derive(Deserialize)]
struct TrackingInfo {
    company: Option<String>,
    number: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FulfillmentLine {
    quantity: Option<u32>,
    line_item: Titled,
}

#[derive(Deserialize)]
struct Titled {
    title: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EventNode {
    status: String,
    happened_at: Timestamp,
    message: Option<String>,
    city: Option<String>,
    province: Option<String>,
    country: Option<String>,
    estimated_delivery_at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FulfillmentOrderNode {
    status: String,
    fulfillment_holds: Vec<HoldNode>,
    line_items: Nodes<HeldLine>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HoldNode {
    display_reason: String,
    reason_notes: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HeldLine {
    remaining_quantity: u32,
    line_item: Titled,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RefundNode {
    created_at: Option<Timestamp>,
    total_refunded_set: MoneyBag,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MoneyBag {
    presentment_money: super::product::MoneyNode,
}

#[derive(Deserialize)]
struct ReturnNode {
    name: String,
    status: String,
}

fn sealed(node: OrderNode, utc_offset_minutes: i32) -> Sealed {
    let postcodes = [&node.shipping_address, &node.billing_address];
    let on_record = OnRecord {
        name: node.name.clone(),
        email: node.email.clone(),
        postcodes: postcodes.into_iter().flatten().filter_map(|address| address.zip.clone()).collect(),
    };
    let order = Order {
        id: node.id,
        name: node.name,
        placed: node.created_at,
        cancelled: node.cancelled_at,
        payment: payment(node.display_financial_status.as_deref()),
        lines: node.line_items.nodes.into_iter().map(line).collect(),
        parcels: node.fulfillments.into_iter().map(parcel).collect(),
        holds: node.fulfillment_orders.nodes.into_iter().filter_map(hold).collect(),
        returns: node.returns.nodes.into_iter().map(returned).collect(),
        refunds: node.refunds.into_iter().filter_map(refund).collect(),
        customer_tags: node.customer.map(|customer| customer.tags).unwrap_or_default(),
        utc_offset_minutes,
    };
    Sealed::new(on_record, order)
}

/// `OrderDisplayFinancialStatus`.
fn payment(status: Option<&str>) -> Payment {
    match status {
        Some("PENDING" | "AUTHORIZED") => Payment::Pending,
        Some("PAID" | "PARTIALLY_PAID") => Payment::Paid,
        Some("PARTIALLY_REFUNDED") => Payment::PartlyRefunded,
        Some("REFUNDED") => Payment::Refunded,
        Some("VOIDED" | "EXPIRED") => Payment::Voided,
        _ => Payment::Other,
    }
}

fn line(node: LineNode) -> Line {
    Line {
        id: node.id,
        title: node.title,
        variant: node.variant_title.filter(|title| title != "Default Title"),
        quantity: node.current_quantity,
        unshipped: node.unfulfilled_quantity,
        needs_shipping: node.requires_shipping,
    }
}

fn parcel(node: FulfillmentNode) -> Parcel {
    let events = node.events.nodes;
    // The newest event that states a date knows more than the fulfillment, which keeps its first estimate.
    let expected = events.iter().find_map(|event| event.estimated_delivery_at).or(node.estimated_delivery_at);
    let tracking = node.tracking_info.into_iter().next();
    let (carrier, tracking_number, tracking_url) = tracking.map(|t| (t.company, t.number, t.url)).unwrap_or_default();
    Parcel {
        stage: display_status(node.display_status.as_deref()),
        carrier: carrier.filter(|company| company != "Other"),
        tracking_number,
        tracking_url: tracking_url.filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        items: (node.fulfillment_line_items.nodes.into_iter())
            .map(|line| (line.line_item.title, line.quantity.unwrap_or(1)))
            .collect(),
        created: node.created_at,
        delivered: node.delivered_at,
        expected,
        scans: events.into_iter().map(scan).collect(),
    }
}

/// `FulfillmentDisplayStatus`.
fn display_status(status: Option<&str>) -> ParcelStage {
    match status {
        Some("LABEL_PRINTED" | "LABEL_PURCHASED") => ParcelStage::LabelMade,
        Some("FULFILLED" | "MARKED_AS_FULFILLED" | "SUBMITTED" | "CONFIRMED") => ParcelStage::Sent,
        Some("IN_TRANSIT" | "CARRIER_PICKED_UP") => ParcelStage::InTransit,
        Some("DELAYED") => ParcelStage::Delayed,
        Some("OUT_FOR_DELIVERY") => ParcelStage::OutForDelivery,
        Some("ATTEMPTED_DELIVERY") => ParcelStage::AttemptFailed,
        Some("READY_FOR_PICKUP") => ParcelStage::ReadyForPickup,
        Some("DELIVERED") => ParcelStage::Delivered,
        Some("PICKED_UP") => ParcelStage::PickedUp,
        Some("NOT_DELIVERED" | "FAILURE") => ParcelStage::Failed,
        Some("CANCELED" | "LABEL_VOIDED") => ParcelStage::Cancelled,
        _ => ParcelStage::Unknown,
    }
}

/// `FulfillmentEventStatus`.
fn event_status(status: &str) -> ParcelStage {
    match status {
        "CONFIRMED" => ParcelStage::Sent,
        known => display_status(Some(known)),
    }
}

fn scan(node: EventNode) -> record::Scan {
    let places: Vec<String> =
        [node.city, node.province, node.country].into_iter().flatten().filter(|place| !place.is_empty()).collect();
    record::Scan {
        stage: event_status(&node.status),
        at: node.happened_at,
        message: node.message.filter(|message| !message.trim().is_empty()),
        place: (!places.is_empty()).then(|| places.join(", ")),
    }
}

fn hold(node: FulfillmentOrderNode) -> Option<Hold> {
    (node.status == "ON_HOLD").then(|| {
        let reason = node.fulfillment_holds.into_iter().next();
        Hold {
            reason: reason
                .map(|hold| hold.reason_notes.filter(|notes| !notes.is_empty()).unwrap_or(hold.display_reason)),
            items: (node.line_items.nodes.into_iter())
                .filter(|line| line.remaining_quantity > 0)
                .map(|line| line.line_item.title)
                .collect(),
        }
    })
}

/// `ReturnStatus`.
fn returned(node: ReturnNode) -> Return {
    let stage = match node.status.as_str() {
        "REQUESTED" => ReturnStage::Requested,
        "OPEN" => ReturnStage::Open,
        "CLOSED" => ReturnStage::Closed,
        "DECLINED" => ReturnStage::Declined,
        "CANCELED" => ReturnStage::Cancelled,
        _ => ReturnStage::Unknown,
    };
    Return { name: node.name, stage }
}

/// A refund whose amount cannot be read is left out rather than guessed.
fn refund(node: RefundNode) -> Option<Refund> {
    let money = node.total_refunded_set.presentment_money;
    let amount = Money::parse(&money.amount, Currency::parse(&money.currency_code).ok()?).ok()?;
    Some(Refund { at: node.created_at?, amount })
}
