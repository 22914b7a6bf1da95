//! An order with what is on hold of it: in one request, and in two or without where the shop declines that.
//!
//! The shop prices a query before it answers, by what it asks for at most, and a single one may cost 1,000. By the rule
//! that Shopify published first, an object one and a connection two and each of its items, the whole document costs
//! 1,427, the order alone 895, its holds alone 537. Answers seen since were priced far lower, so it is asked as one
//! (UNVERIFIED), and being wrong costs one more round trip.

use std::cell::Cell;

use desk::lookup::Outage;
use desk::proof::{OnRecord, Sealed};
use desk::record::{Hold, Order};
use futures_util::future::try_join;
use serde_json::json;

use super::super::Shopify;
use super::super::graphql::{Declined, Endpoint};
use super::super::part::Part;
use super::{holds, order};
use crate::ports::http::Http;

const ORDERS: &str = include_str!("../documents/orders.graphql");

/// A comment of the document that begins so parts its pieces from each other.
const SEAM: &str = "#/";

/// The pieces between the way to an order and the end.
const ORDER: usize = 1;
const HOLDS: usize = 2;

thread_local! {
    /// How this isolate was declined, and until when it does not ask for the whole again, in milliseconds since 1970.
    static DECLINED: Cell<Option<(Declined, i64)>> = const { Cell::new(None) };
}

/// So long a shop that declined to tell an order with its holds is not asked for both at once.
const DECLINED_MS: i64 = 600_000;

type Told = Vec<(OnRecord, Order)>;

impl<H: Http> Shopify<H> {
    /// What a search finds. Holds that are withheld, or cost too much even alone, leave an order that is told all the
    /// same; all requests together take no longer than one may.
    pub(super) async fn orders(&self, query: String) -> Result<Vec<Sealed>, Outage> {
        let began = self.http.now().as_millisecond();
        let variables = json!({ "query": query });
        let (mut declined, until) = if let Some(known) = DECLINED.get().filter(|(_, until)| began < *until) {
            known
        } else {
            let whole = self.admin.ask_unless_declined(&self.http, ORDERS, variables.clone(), told_with_holds);
            match whole.await? {
                Ok(told) => return Ok(sealed(told)),
                Err(declined) => (declined, began + DECLINED_MS),
            }
        };
        let spent = self.http.now().as_millisecond() - began;
        let left = self.admin.timeout_ms.saturating_sub(spent.try_into().unwrap_or(u32::MAX));
        let admin = Endpoint { timeout_ms: left, ..self.admin.clone() };
        let (order_alone, holds_alone) = (without(HOLDS), without(ORDER));
        let orders = admin.ask(&self.http, &order_alone, variables.clone(), told);
        let told = if declined == Declined::TooCostly {
            let held = admin.ask_unless_declined(&self.http, &holds_alone, variables, held);
            let (mut told, held) = try_join(orders, held).await?;
            match held {
                Ok(held) => put(&mut told, held),
                Err(_) => declined = Declined::Withheld,
            }
            told
        } else {
            orders.await?
        };
        DECLINED.set(Some((declined, until)));
        Ok(sealed(told))
    }
}

/// The document without one of its pieces.
fn without(piece: usize) -> String {
    let kept = ORDERS.split(SEAM).enumerate().filter(|(at, _)| *at != piece).map(|(_, text)| text);
    kept.collect::<Vec<_>>().join("#")
}

fn told(data: Part) -> Told {
    let offset = data.integer("shop.timezoneOffsetMinutes").try_into().unwrap_or_default();
    data.list("orders.nodes").map(|node| order(node, offset)).collect()
}

fn told_with_holds(data: Part) -> Told {
    let mut told = told(data);
    put(&mut told, held(data));
    told
}

/// What is on hold, by the order's id.
fn held(data: Part) -> Vec<(String, Vec<Hold>)> {
    data.list("orders.nodes").map(|node| (node.owned("id"), holds(node))).collect()
}

fn put(told: &mut Told, held: Vec<(String, Vec<Hold>)>) {
    for (id, holds) in held {
        if let Some((_, order)) = told.iter_mut().find(|(_, order)| order.id == id) {
            order.holds = holds;
        }
    }
}

fn sealed(told: Told) -> Vec<Sealed> {
    told.into_iter().map(|(on_record, order)| Sealed::new(on_record, order)).collect()
}
