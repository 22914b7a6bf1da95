//! Reads what the desk asked for: all lookups of a round at once.

use desk::evidence::{Evidence, Receipt};
use desk::lookup::{Answer, Found, Lookup, Outage};
use futures_util::future::join_all;
use jiff::Timestamp;

use crate::ports::{Catalog, Market, Orders, Policies};

/// Everything that a turn may read.
pub trait Shop: Orders + Catalog + Policies {}

impl<T: Orders + Catalog + Policies> Shop for T {}

/// Reads every lookup, in parallel, and gives the answers in the same order. Receipts count up from `first`; `now`
/// is asked once everything is there.
pub async fn read_all(
    shop: &impl Shop,
    market: &Market,
    lookups: Vec<Lookup>,
    first: u64,
    now: impl Fn() -> Timestamp,
) -> Vec<Answer> {
    let found = join_all(lookups.iter().map(|lookup| read(shop, market, lookup))).await;
    let read_at = now();
    (lookups.into_iter().zip(found).zip(first..))
        .map(|((lookup, found), receipt)| Answer {
            lookup,
            outcome: found.map(|record| Evidence { receipt: Receipt(receipt), read_at, record }),
        })
        .collect()
}

async fn read(shop: &impl Shop, market: &Market, lookup: &Lookup) -> Result<Found, Outage> {
    match lookup {
        Lookup::ClaimedOrder(claim) => {
            Ok(Found::ClaimedOrder(shop.claimed(claim).await?.and_then(|sealed| sealed.open(claim))))
        }
        Lookup::ProvenOrder(proof) => {
            Ok(Found::ProvenOrder(shop.proven(proof).await?.and_then(|sealed| sealed.reopen(proof))))
        }
        Lookup::Products(search) => shop.search(search, market).await.map(Found::Products),
        Lookup::Product(handle) => shop.product(handle, market).await.map(Found::Product),
        Lookup::Policy(kind) => shop.policy(*kind, market).await.map(Found::Policy),
    }
}
