//! Reads what the desk asked for: all lookups of a round at once.

use desk::evidence::{Evidence, Receipt};
use desk::lookup::{Answer, Found, Lookup, Outage, Search};
use desk::proof::{Claim, OrderProof};
use desk::retrieval::query::Slip;
use desk::retrieval::{Hit, Query, near_terms, rank, spelling};
use futures_util::future::{join_all, try_join};
use jiff::Timestamp;

use crate::ports::door::Door;
use crate::ports::{Catalog, Market, Mirror, Orders, Policies, Tracking};

/// Everything that a turn may read live.
pub trait Shop: Orders + Catalog + Policies {}

impl<T: Orders + Catalog + Policies> Shop for T {}

/// Unknown words of one question that are looked up as misspelt.
const MOST_CORRECTED: usize = 3;

/// Where records are read, for one shopper's market.
pub struct Records<'a, S, M, T, D> {
    pub shop: &'a S,
    pub mirror: &'a M,
    pub carriers: &'a T,
    pub door: &'a D,
    pub market: Market,
}

impl<S: Shop, M: Mirror, T: Tracking, D: Door> Records<'_, S, M, T, D> {
    /// Reads every lookup, in parallel, and gives the answers in the same order. Receipts count up from `first`; `now`
    /// is asked once everything is there.
    pub async fn read_all(&self, lookups: Vec<Lookup>, first: u64, now: impl Fn() -> Timestamp) -> Vec<Answer> {
        let found = join_all(lookups.iter().map(|lookup| self.read(lookup))).await;
        let now = now();
        (lookups.into_iter().zip(found).zip(first..))
            .map(|((lookup, found), receipt)| Answer {
                lookup,
                outcome: found.map(|(record, read_at)| Evidence {
                    receipt: Receipt(receipt),
                    read_at: read_at.unwrap_or(now),
                    record,
                }),
            })
            .collect()
    }

    /// What was found, and when it was read if that was before it was asked for.
    async fn read(&self, lookup: &Lookup) -> Result<(Found, Option<Timestamp>), Outage> {
        match lookup {
            Lookup::Tracking(tracked) => {
                let told = self.carriers.track(tracked).await?;
                Ok((Found::Tracking(told.reports), told.read_at))
            }
            lookup => Ok((self.read_now(lookup).await?, None)),
        }
    }

    async fn read_now(&self, lookup: &Lookup) -> Result<Found, Outage> {
        let Self { shop, mirror, market, .. } = self;
        match lookup {
            Lookup::ClaimedOrder(claim) => self.claimed(claim).await,
            Lookup::ProvenOrder(proof) => {
                Ok(Found::ProvenOrder(shop.proven(proof).await?.and_then(|sealed| sealed.reopen(proof))))
            }
            Lookup::CustomerOrders(customer, number) => {
                let sealed = shop.of_customer(customer, *number).await?;
                let is_named = |proof: &OrderProof| number.is_none_or(|number| number == proof.number());
                let own = sealed.into_iter().filter_map(|sealed| sealed.open(customer));
                Ok(Found::CustomerOrders(own.filter(|(proof, _)| is_named(proof)).collect()))
            }
            Lookup::SendCode(order, language) => self.door.send_code(order, *language).await.map(Found::CodeSent),
            Lookup::CheckCode(code) => self.door.check_code(code).await.map(Found::CodeChecked),
            Lookup::Search(wanted) => search(*mirror, wanted).await.map(Found::Hits),
            Lookup::Product(handle) => shop.product(handle, market).await.map(Found::Product),
            Lookup::Recommended(kin, handle) => shop.recommended(*kin, handle, market).await.map(Found::Recommended),
            Lookup::Policy(kind) => shop.policy(*kind, market).await.map(Found::Policy),
            // Read above; what is not lists no parcel.
            Lookup::Tracking(_) => Ok(Found::Tracking(Vec::new())),
        }
    }
}

impl<S: Shop, M: Mirror, T: Tracking, D: Door> Records<'_, S, M, T, D> {
    /// Only tries that turn out wrong count. Known or unknown, an order costs the same reads.
    async fn claimed(&self, claim: &Claim) -> Result<Found, Outage> {
        if !self.door.may_try(claim.order).await? {
            return Ok(Found::TooManyTries);
        }
        let opened = self.shop.claimed(claim).await.map(|sealed| sealed.and_then(|sealed| sealed.open(claim)));
        if !matches!(opened, Ok(None)) {
            self.door.forgive(claim.order).await;
        }
        opened.map(Found::ClaimedOrder)
    }
}

/// Finds what fits: the mirror gives what shares words or meanings with the question, the desk decides.
///
/// # Errors
/// [`Outage`] where the mirror cannot be asked.
pub async fn search(mirror: &impl Mirror, search: &Search) -> Result<Vec<Hit>, Outage> {
    let mut query = Query::of_search(&search.text, search.language, search.topic);
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let mut frequencies = mirror.frequencies(&query.stems().collect::<Vec<_>>()).await?;
    let mut slips = Vec::new();
    for unknown in query.unknown(&frequencies).into_iter().take(MOST_CORRECTED) {
        let near = mirror.near(unknown.stem).await?;
        let known = near.iter().map(|(term, count)| (term.as_str(), *count));
        if let Some(read) = spelling::read(unknown, search.language, known) {
            frequencies.of.extend(near.into_iter().filter(|(term, _)| *term == read));
            slips.push(Slip { word: unknown.word.to_owned(), read });
        }
    }
    if !slips.is_empty() {
        query = Query::respelt(&search.text, &slips, search.language, search.topic);
    }
    // What shares no word with the question may still be what it is about.
    let (terms, near) = (query.terms(), near_terms(&query));
    let of_words = mirror.candidates(&terms, &search.among);
    let (mut candidates, near) = try_join(of_words, mirror.candidates(&near, &search.among)).await?;
    for near in near {
        if !candidates.contains(&near) {
            candidates.push(near);
        }
    }
    Ok(rank(&query, &frequencies, &candidates))
}
