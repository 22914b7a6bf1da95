//! The orders of a customer, as far as it takes to tell them apart.

use desk::entity::OrderNumber;
use desk::identity::CustomerProof;
use desk::lookup::Outage;
use desk::proof::{OnRecord, OrderHead, OrderProof, SealedHead};
use serde_json::json;

use super::Shopify;
use super::order::on_record;
use super::part::Part;
use crate::ports::http::Http;

const EMAIL: &str = include_str!("documents/order_email.graphql");
const HEADS: &str = include_str!("documents/order_heads.graphql");

/// How the shop prints order numbers.
pub(super) struct Format {
    prefix: String,
    suffix: String,
}

impl Format {
    /// The search for a number as the shop prints it, where that is a way of its own, and one that can be searched for.
    pub(super) fn spelt(&self, number: OrderNumber) -> Option<String> {
        let Self { prefix, suffix } = self;
        let is_usual = suffix.is_empty() && matches!(prefix.as_str(), "" | "#");
        let is_quotable = !prefix.contains(['"', '\\']) && !suffix.contains(['"', '\\']);
        (!is_usual && is_quotable).then(|| named(&[prefix, &number.value().to_string(), suffix]))
    }
}

/// The search for a number as most shops print it.
pub(super) fn spelt(number: OrderNumber) -> String {
    let number = number.value().to_string();
    [named(&["#", &number]), named(&[&number])].join(" OR ")
}

/// Only digits and what the shop itself prints get here, so there is nothing to escape.
fn named(name: &[&str]) -> String {
    ["name:\"", &name.concat(), "\""].concat()
}

impl<H: Http> Shopify<H> {
    /// By number where there is one, so that an order of somebody else's takes as long as an unknown one.
    pub(super) async fn heads(
        &self,
        customer: &CustomerProof,
        number: Option<OrderNumber>,
    ) -> Result<Vec<SealedHead>, Outage> {
        let query = number.map_or_else(|| ["customer_id:", customer.id()].concat(), spelt);
        let (mut heads, format) = self.ask_heads(query).await?;
        // The same for every number: nothing is to be learnt from the time that it takes.
        if let Some(query) = number.and_then(|number| format.spelt(number)) {
            let (own, _) = self.ask_heads(query).await?;
            heads = if own.is_empty() { heads } else { own };
        }
        Ok(heads.into_iter().map(|(_, head)| head).collect())
    }

    /// What is on record for each order, and its head; and how the shop prints numbers.
    pub(super) async fn ask_heads(&self, query: String) -> Result<(Vec<(OnRecord, SealedHead)>, Format), Outage> {
        self.admin.ask(&self.http, HEADS, json!({ "query": query }), heads).await
    }

    pub(super) async fn email(&self, order: &OrderProof) -> Result<Option<String>, Outage> {
        let take = |data: Part| data.maybe("order").and_then(|order| order.maybe_owned("email"));
        self.admin.ask(&self.http, EMAIL, json!({ "id": order.id() }), take).await
    }
}

fn heads(data: Part) -> (Vec<(OnRecord, SealedHead)>, Format) {
    let offset = data.integer("shop.timezoneOffsetMinutes").try_into().unwrap_or_default();
    let format = Format {
        prefix: data.owned("shop.orderNumberFormatPrefix"),
        suffix: data.owned("shop.orderNumberFormatSuffix"),
    };
    (data.list("orders.nodes").map(|order| (on_record(order), head(order, offset))).collect(), format)
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
            for absent in ["email", "shippingAddress", "billingAddress"] {
                order[absent] = serde_json::Value::Null;
            }
            let shop = json!({
                "timezoneOffsetMinutes": 60, "orderNumberFormatPrefix": "#", "orderNumberFormatSuffix": ""
            });
            let data = json!({ "shop": shop, "orders": { "nodes": [order] } });
            let (heads, _) = part::read(&data, heads).expect("well formed");
            let opened: Vec<_> =
                heads.into_iter().filter_map(|(_, head)| head.open(&CustomerProof::of(&Voucher("7")))).collect();
            assert_eq!(opened.iter().map(|(_, head)| head.is_open).collect::<Vec<_>>(), [is_open], "{data}");
        }
        let renamed = json!({ "shop": {}, "orders": { "nodes": [] } });
        assert!(part::read(&renamed, heads).is_err(), "a member that is missing is no absence");
    }
}
