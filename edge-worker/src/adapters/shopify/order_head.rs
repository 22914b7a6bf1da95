//! The orders of a customer, as far as it takes to tell them apart.

use desk::entity::OrderNumber;
use desk::identity::CustomerProof;
use desk::lookup::Outage;
use desk::proof::{OrderHead, OrderProof, SealedHead};
use serde_json::json;

use super::Shopify;
use super::part::Part;
use crate::ports::http::Http;

const EMAIL: &str = include_str!("documents/order_email.graphql");
const HEADS: &str = include_str!("documents/order_heads.graphql");

impl<H: Http> Shopify<H> {
    /// By number where there is one, so that an order of somebody else's takes as long as an unknown one.
    pub(super) async fn heads(
        &self,
        customer: &CustomerProof,
        number: Option<OrderNumber>,
    ) -> Result<Vec<SealedHead>, Outage> {
        let query = match number.map(OrderNumber::value) {
            Some(number) => format!("name:\"#{number}\" OR name:\"{number}\""),
            None => ["customer_id:", customer.id()].concat(),
        };
        self.admin.ask(&self.http, HEADS, json!({ "query": query }), heads).await
    }

    pub(super) async fn email(&self, order: &OrderProof) -> Result<Option<String>, Outage> {
        let take = |data: Part| data.maybe("order").and_then(|order| order.maybe_owned("email"));
        self.admin.ask(&self.http, EMAIL, json!({ "id": order.id() }), take).await
    }
}

fn heads(data: Part) -> Vec<SealedHead> {
    let offset = data.integer("shop.timezoneOffsetMinutes").try_into().unwrap_or_default();
    data.list("orders.nodes").map(|order| head(order, offset)).collect()
}

fn head(order: Part, utc_offset_minutes: i32) -> SealedHead {
    let is_cancelled = order.maybe_time("cancelledAt").is_some();
    let is_unsent = is_unsent(order.text("displayFulfillmentStatus"));
    let parcels_under_way =
        order.list("fulfillments").filter(|parcel| is_under_way(parcel.maybe_text("displayStatus"))).count();
    let head = OrderHead {
        id: order.owned("id"),
        name: order.owned("name"),
        placed: order.time("createdAt"),
        is_open: !is_cancelled && (is_unsent || parcels_under_way > 0),
        utc_offset_minutes,
    };
    SealedHead::new(order.maybe("customer").map(|customer| customer.owned("id")), head)
}

/// `OrderDisplayFulfillmentStatus`. One that this build does not know is better asked about than hidden.
fn is_unsent(status: &str) -> bool {
    !matches!(status, "FULFILLED" | "FULFILLMENT_NOT_REQUIRED" | "RESTOCKED")
}

/// `FulfillmentDisplayStatus`.
fn is_under_way(status: Option<&str>) -> bool {
    !matches!(status, Some("DELIVERED" | "PICKED_UP" | "CANCELED" | "LABEL_VOIDED"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters::shopify::part;

    struct Voucher(&'static str);

    impl desk::identity::Vouches for Voucher {
        fn customer(&self) -> &str {
            self.0
        }
    }

    #[test]
    fn an_order_is_open_while_anything_is_to_come() {
        let rows = [
            (json!({ "displayFulfillmentStatus": "UNFULFILLED", "fulfillments": [] }), true),
            (json!({ "displayFulfillmentStatus": "SOMETHING_NEW", "fulfillments": [] }), true),
            (
                json!({ "displayFulfillmentStatus": "UNFULFILLED", "cancelledAt": "2026-11-20T10:00:00Z", "fulfillments": [] }),
                false,
            ),
            (
                json!({ "displayFulfillmentStatus": "FULFILLED", "fulfillments": [{ "displayStatus": "IN_TRANSIT" }] }),
                true,
            ),
            (
                json!({ "displayFulfillmentStatus": "FULFILLED", "fulfillments": [{ "displayStatus": "DELIVERED" }] }),
                false,
            ),
            (json!({ "displayFulfillmentStatus": "FULFILLMENT_NOT_REQUIRED", "fulfillments": [] }), false),
        ];
        for (order, is_open) in rows {
            let mut order = order;
            let cancelled = order["cancelledAt"].take();
            order["cancelledAt"] = cancelled;
            order["id"] = "gid://shopify/Order/1".into();
            order["name"] = "#1".into();
            order["createdAt"] = "2026-11-01T10:00:00Z".into();
            order["customer"] = json!({ "id": "gid://shopify/Customer/7" });
            let data = json!({ "shop": { "timezoneOffsetMinutes": 60 }, "orders": { "nodes": [order] } });
            let heads = part::read(&data, heads).expect("well formed");
            let opened: Vec<_> =
                heads.into_iter().filter_map(|head| head.open(&CustomerProof::of(&Voucher("7")))).collect();
            assert_eq!(opened.iter().map(|(_, head)| head.is_open).collect::<Vec<_>>(), [is_open], "{data}");
        }
        let renamed = json!({ "shop": {}, "orders": { "nodes": [] } });
        assert!(part::read(&renamed, heads).is_err(), "a member that is missing is no absence");
    }
}
