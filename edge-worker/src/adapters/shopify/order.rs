//! Orders of the Admin API: how they are asked for, and what they become.

mod parcel;
mod stage;

use desk::lookup::Outage;
use desk::proof::{Claim, OnRecord, OrderProof, Sealed};
use desk::record::{Hold, Line, Order, Refund, Return};
use serde_json::json;

use super::Shopify;
use super::part::Part;
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
        Ok(self.orders(["id:", id].concat()).await?.into_iter().next())
    }
}

impl<H: Http> Shopify<H> {
    async fn orders(&self, query: String) -> Result<Vec<Sealed>, Outage> {
        let take = |data: Part| {
            let offset = data.integer("shop.timezoneOffsetMinutes").try_into().unwrap_or_default();
            data.list("orders.nodes").map(|node| sealed(node, offset)).collect()
        };
        self.admin.ask(&self.http, ORDERS, json!({ "query": query }), take).await
    }
}

fn sealed(node: Part, utc_offset_minutes: i32) -> Sealed {
    let order = Order {
        id: node.owned("id"),
        name: node.owned("name"),
        placed: node.time("createdAt"),
        cancelled: node.maybe_time("cancelledAt"),
        payment: stage::payment(node.maybe_text("displayFinancialStatus").unwrap_or_default()),
        lines: node.list("lineItems.nodes").map(line).collect(),
        parcels: node.list("fulfillments").map(parcel::parcel).collect(),
        holds: node.list("fulfillmentOrders.nodes").filter_map(hold).collect(),
        returns: node.list("returns.nodes").map(returned).collect(),
        refunds: node.list("refunds").filter_map(refund).collect(),
        customer_tags: node.maybe("customer").map(|customer| customer.texts("tags")).unwrap_or_default(),
        utc_offset_minutes,
    };
    let addresses = [node.maybe("shippingAddress"), node.maybe("billingAddress")];
    let on_record = OnRecord {
        name: order.name.clone(),
        email: node.maybe_owned("email"),
        postcodes: addresses.into_iter().flatten().filter_map(|address| address.maybe_owned("zip")).collect(),
    };
    Sealed::new(on_record, order)
}

fn line(node: Part) -> Line {
    Line {
        id: node.owned("id"),
        title: node.owned("title"),
        variant: node.maybe_owned("variantTitle").filter(|title| title != "Default Title"),
        quantity: node.count("currentQuantity"),
        unshipped: node.count("unfulfilledQuantity"),
        needs_shipping: node.is_true("requiresShipping"),
    }
}

fn hold(node: Part) -> Option<Hold> {
    let of_hold = |hold: Part| hold.maybe_owned("reasonNotes").unwrap_or_else(|| hold.owned("displayReason"));
    let held = Hold {
        reason: node.list("fulfillmentHolds").map(of_hold).next(),
        items: (node.list("lineItems.nodes"))
            .filter(|line| line.count("remainingQuantity") > 0)
            .map(|line| line.owned("lineItem.title"))
            .collect(),
    };
    (node.text("status") == "ON_HOLD").then_some(held)
}

fn returned(node: Part) -> Return {
    Return { name: node.owned("name"), stage: stage::returned(node.text("status")) }
}

/// A refund that has no date was not made yet.
fn refund(node: Part) -> Option<Refund> {
    let amount = node.part("totalRefundedSet.presentmentMoney").money()?;
    Some(Refund { at: node.maybe_time("createdAt")?, amount })
}
