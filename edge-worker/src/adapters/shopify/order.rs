//! Orders of the Admin API: how they are asked for, and what they become.

mod parcel;
mod stage;

use std::cell::Cell;

use desk::entity::OrderNumber;
use desk::identity::CustomerProof;
use desk::lookup::Outage;
use desk::proof::{Claim, OnRecord, OrderProof, Sealed, SealedHead};
use desk::record::{Hold, Line, Order, Refund, Return};
use serde_json::json;

use super::Shopify;
use super::part::Part;
use crate::ports::Orders;
use crate::ports::http::Http;

const ORDERS: &str = include_str!("documents/orders.graphql");

impl<H: Http> Orders for Shopify<H> {
    /// The shop's search is loose: what it found is compared again where the seal is opened.
    ///
    /// The number is asked for as most shops print it; where that finds nothing, and the shop prints numbers in a way
    /// of its own, in that.
    async fn claimed(&self, claim: &Claim) -> Result<Option<Sealed>, Outage> {
        // Only digits get here, so there is nothing to escape.
        let number = claim.order.value().to_string();
        let named = |name: &[&str]| ["name:\"", &name.concat(), "\""].concat();
        let found = self.orders([named(&["#", &number]), named(&[&number])].join(" OR ")).await?;
        let of_claim = |found: Vec<Sealed>| found.into_iter().find(|sealed| sealed.names(claim.order));
        let Format { prefix, suffix } = &found.format;
        let is_asked = suffix.is_empty() && matches!(prefix.as_str(), "" | "#");
        let is_quotable = !prefix.contains(['"', '\\']) && !suffix.contains(['"', '\\']);
        match (of_claim(found.orders), is_asked || !is_quotable) {
            (None, false) => Ok(of_claim(self.orders(named(&[prefix, &number, suffix])).await?.orders)),
            (sealed, _) => Ok(sealed),
        }
    }

    async fn of_customer(
        &self,
        customer: &CustomerProof,
        number: Option<OrderNumber>,
    ) -> Result<Vec<SealedHead>, Outage> {
        self.heads(customer, number).await
    }

    async fn email_of(&self, proof: &OrderProof) -> Result<Option<String>, Outage> {
        self.email(proof).await
    }

    async fn proven(&self, proof: &OrderProof) -> Result<Option<Sealed>, Outage> {
        let id = proof.id().rsplit('/').next().unwrap_or_default();
        Ok(self.orders(["id:", id].concat()).await?.orders.into_iter().next())
    }
}

struct Asked {
    orders: Vec<Sealed>,
    format: Format,
}

/// How the shop prints order numbers.
struct Format {
    prefix: String,
    suffix: String,
}

thread_local! {
    /// Until when this isolate asks no more what is on hold, in milliseconds since 1970.
    static WITHHELD: Cell<i64> = const { Cell::new(0) };
}

/// So long a shop that withheld what is on hold is not asked for it again.
const WITHHELD_MS: i64 = 600_000;

/// Where that stands in the document.
const HOLDS: [&str; 2] = ["# What is on hold", "# that much."];

impl<H: Http> Shopify<H> {
    /// In one request with what is on hold, and without where that is withheld: the rest is told all the same.
    async fn orders(&self, query: String) -> Result<Asked, Outage> {
        let variables = json!({ "query": query });
        let now = self.http.now().as_millisecond();
        let is_withheld = now < WITHHELD.get();
        if !is_withheld {
            let take = |data: Part| asked(data, holds);
            let told = self.admin.ask_if_allowed(&self.http, ORDERS, variables.clone(), take).await?;
            if let Some(told) = told {
                return Ok(told);
            }
        }
        let told = self.admin.ask(&self.http, &without_holds(), variables, |data| asked(data, |_| Vec::new())).await?;
        if !is_withheld {
            WITHHELD.set(now + WITHHELD_MS);
        }
        Ok(told)
    }
}

fn without_holds() -> String {
    let [begin, end] = HOLDS;
    let before = ORDERS.split(begin).next().unwrap_or_default();
    let after = ORDERS.rsplit(end).next().unwrap_or_default();
    [before, after].concat()
}

fn asked(data: Part, holds: fn(Part) -> Vec<Hold>) -> Asked {
    let offset = data.integer("shop.timezoneOffsetMinutes").try_into().unwrap_or_default();
    let format = Format {
        prefix: data.owned("shop.orderNumberFormatPrefix"),
        suffix: data.owned("shop.orderNumberFormatSuffix"),
    };
    let seal = |node: Part| {
        let (on_record, order) = order(node, offset);
        Sealed::new(on_record, Order { holds: holds(node), ..order })
    };
    Asked { orders: data.list("orders.nodes").map(seal).collect(), format }
}

fn order(node: Part, utc_offset_minutes: i32) -> (OnRecord, Order) {
    let order = Order {
        id: node.owned("id"),
        name: node.owned("name"),
        placed: node.time("createdAt"),
        cancelled: node.maybe_time("cancelledAt"),
        payment: stage::payment(node.maybe_text("displayFinancialStatus").unwrap_or_default()),
        lines: node.list("lineItems.nodes").map(line).collect(),
        parcels: node.list("fulfillments").map(parcel::parcel).collect(),
        holds: Vec::new(),
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
    (on_record, order)
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

fn holds(node: Part) -> Vec<Hold> {
    node.list("fulfillmentOrders.nodes").filter_map(hold).collect()
}

/// Reasons of holds that a shopper may hear.
const SPEAKABLE: [&str; 3] = ["AWAITING_PAYMENT", "INVENTORY_OUT_OF_STOCK", "INCORRECT_ADDRESS"];

fn hold(node: Part) -> Option<Hold> {
    // What staff noted is for staff, and a suspicion is told to nobody.
    let of_hold = |hold: Part| {
        let displayed = hold.text("displayReason");
        SPEAKABLE.contains(&hold.text("reason")).then(|| displayed.to_owned())
    };
    let held = Hold {
        reason: node.list("fulfillmentHolds").find_map(of_hold),
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
