//! Orders of the Admin API: how they are asked for, and what they become.

mod asking;
mod parcel;
mod stage;

use desk::entity::OrderNumber;
use desk::identity::CustomerProof;
use desk::lookup::Outage;
use desk::proof::{Claim, OnRecord, OrderProof, Sealed, SealedHead};
use desk::record::{Hold, Line, Order, Refund, Return};
use futures_util::future::try_join;

use super::Shopify;
use super::order_head::{Format, spelt};
use super::part::Part;
use crate::ports::Orders;
use crate::ports::http::Http;

impl<H: Http> Orders for Shopify<H> {
    /// The shop's search is loose: what it found is compared again where the seal is opened.
    ///
    /// Whoever claims an order must not learn from the time that it takes whether there is one. So what is on record is
    /// compared first, from a document that is as small for any order as for none, and what does not hold ends there. The
    /// order itself, which takes the shop longer, is asked for at the same time: who is right does not wait twice.
    async fn claimed(&self, claim: &Claim) -> Result<Option<Sealed>, Outage> {
        let (sealed, format) = self.claimed_as(spelt(claim.order), claim).await?;
        match format.spelt(claim.order) {
            // Whatever came of the first, for the same reason.
            Some(query) => Ok(self.claimed_as(query, claim).await?.0.or(sealed)),
            None => Ok(sealed),
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
        Ok(self.orders(["id:", id].concat()).await?.into_iter().next())
    }
}

impl<H: Http> Shopify<H> {
    /// The order that a claim opens, and how the shop prints numbers.
    async fn claimed_as(&self, query: String, claim: &Claim) -> Result<(Option<Sealed>, Format), Outage> {
        let check = async {
            let (heads, format) = self.ask_heads(query.clone()).await.map_err(Err)?;
            if heads.iter().any(|(on_record, _)| claim.holds(on_record)) { Ok(format) } else { Err(Ok(format)) }
        };
        let whole = async { self.orders(query.clone()).await.map_err(Err) };
        match try_join(check, whole).await {
            Ok((format, orders)) => Ok((orders.into_iter().find(|sealed| sealed.names(claim.order)), format)),
            Err(not_held) => not_held.map(|format| (None, format)),
        }
    }
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
    (on_record(node), order)
}

/// What a claim is compared with.
pub(super) fn on_record(node: Part) -> OnRecord {
    let addresses = [node.maybe("shippingAddress"), node.maybe("billingAddress")];
    OnRecord {
        name: node.owned("name"),
        email: node.maybe_owned("email"),
        postcodes: addresses.into_iter().flatten().filter_map(|address| address.maybe_owned("zip")).collect(),
    }
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
