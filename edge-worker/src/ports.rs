//! What the application needs from outside, as traits.
//!
//! A port says `Result<Option<T>, Outage>`: absence is an answer, an outage is an error. It does not say which shop
//! system or carrier stands behind it.

pub mod door;
pub mod http;
pub mod keeper;
pub mod sql;

use desk::entity::OrderNumber;
use desk::identity::CustomerProof;
use desk::lookup::Outage;
use desk::proof::{Claim, OrderProof, Sealed, SealedHead};
use desk::record::{Kin, Policy, PolicyKind, Product, Recommended, Report, Tracked};
use desk::retrieval::query::Frequencies;
use desk::retrieval::{Candidate, DocumentKind};
use jiff::Timestamp;

/// Orders of the shop. Every way in needs something that only the order's owner has.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Orders {
    /// What the shop has under the claimed number, still sealed.
    async fn claimed(&self, claim: &Claim) -> Result<Option<Sealed>, Outage>;
    /// The newest orders of a customer, five at most, or those of this number; still sealed, and perhaps another's.
    async fn of_customer(
        &self,
        customer: &CustomerProof,
        number: Option<OrderNumber>,
    ) -> Result<Vec<SealedHead>, Outage>;
    /// The e-mail on record of an order that was proven before.
    async fn email_of(&self, proof: &OrderProof) -> Result<Option<String>, Outage>;
    /// An order that was proven before, read again.
    async fn proven(&self, proof: &OrderProof) -> Result<Option<Sealed>, Outage>;
}

/// The catalog, as the shopper's market sees it.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Catalog {
    async fn product(&self, handle: &str, market: &Market) -> Result<Option<Product>, Outage>;
    /// What the shop itself recommends with a product, some at most; nothing where there is no such product.
    async fn recommended(&self, kin: Kin, handle: &str, market: &Market) -> Result<Option<Recommended>, Outage>;
}

/// The shop's texts, mirrored for search. Used to find; what is stated of a product is read live.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Mirror {
    /// How often these terms occur.
    async fn frequencies(&self, terms: &[&str]) -> Result<Frequencies, Outage>;
    /// Terms that begin like this one and are about as long, each with how often it occurs.
    async fn near(&self, term: &str) -> Result<Vec<(String, u32)>, Outage>;
    /// Texts of these kinds with any of the terms, some dozens at most, the likeliest first.
    async fn candidates(&self, terms: &[String], among: &[DocumentKind]) -> Result<Vec<Candidate>, Outage>;
}

/// The shop's published pages.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Policies {
    async fn policy(&self, kind: PolicyKind, market: &Market) -> Result<Option<Policy>, Outage>;
}

/// Carriers, and services that ask carriers.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Tracking {
    /// What each source says that knows the parcel; nothing where no source is configured or knows it.
    ///
    /// # Errors
    /// [`Outage`] where sources were asked and none could answer.
    async fn track(&self, parcel: &Tracked) -> Result<Told, Outage>;
}

/// What the sources say of a parcel.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Told {
    pub reports: Vec<Report>,
    /// When the oldest of it was read, where that was a moment before it was asked for.
    pub read_at: Option<Timestamp>,
}

/// Where and in which language the shopper shops. Unknown values are left out, and the shop's own apply.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Market {
    /// ISO 3166-1 alpha-2, upper case.
    pub country: Option<String>,
    /// ISO 639-1, upper case, as Shopify writes it.
    pub language: Option<String>,
}

impl Market {
    /// Reads what the page said. Anything that is not two letters is left out.
    pub fn parse(country: &str, locale: &str) -> Self {
        let two = |code: &str| {
            (code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic())).then(|| code.to_ascii_uppercase())
        };
        Self { country: two(country), language: two(locale.split(['-', '_']).next().unwrap_or_default()) }
    }
}
