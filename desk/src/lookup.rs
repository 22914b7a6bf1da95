//! What the desk asks for, and what comes back.

use serde::Serialize;

use crate::entity::OrderNumber;
use crate::evidence::Evidence;
use crate::identity::CustomerProof;
use crate::intent::Intent;
use crate::language::Language;
use crate::proof::{Claim, OrderProof};
use crate::record::{Kin, Order, OrderHead, Policy, PolicyKind, Product, Recommended, Report, Tracked};
use crate::retrieval::{DocumentKind, Hit};

/// A record that the desk wants read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Lookup {
    /// The order that a claim names, opened only if the claim holds.
    ClaimedOrder(Claim),
    /// An order that was proven before in this conversation, read again.
    ProvenOrder(OrderProof),
    /// The latest orders of a customer who is signed in, or the one of this number if it is theirs.
    CustomerOrders(CustomerProof, Option<OrderNumber>),
    /// A code by e-mail to the owner of an order, in this language. Sent again, only the newest counts.
    SendCode(OrderProof, Language),
    /// Whether a code is the one that was sent. Counts the try.
    CheckCode(Code),
    /// What fits a question, in the mirror of the shop.
    Search(Search),
    /// One product by its handle, live.
    Product(String),
    /// What the shop recommends with the product of this handle.
    Recommended(Kin, String),
    Policy(PolicyKind),
    /// What the carriers say of a parcel of an order that was opened before.
    Tracking(Tracked),
}

/// Six digits that the shopper typed. They are not written down with the receipts.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Code {
    #[serde(skip)]
    pub digits: String,
}

/// What became of a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub enum CodeCheck {
    Right,
    Wrong {
        /// Tries that are left.
        left: u8,
    },
    /// It is too old, or was guessed at too often; or there was none.
    Over,
}

/// A search of the mirror.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Search {
    /// The shopper's words; [`crate::retrieval::Query::of_search`] reads them.
    pub text: String,
    pub language: Language,
    /// What they were understood to want.
    pub topic: Option<Intent>,
    /// What may be found.
    pub among: Vec<DocumentKind>,
}

/// What a lookup brought. Answers come in the order of their lookups.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub lookup: Lookup,
    pub outcome: Result<Evidence<Found>, Outage>,
}

/// A record, or its absence, which is an answer too.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Found {
    /// Proof and order when the claim held; nothing when the order is unknown or the claim failed, which nobody can
    /// tell apart from here on.
    ClaimedOrder(Option<(OrderProof, Order)>),
    /// So many claims on the order, or from the shopper's network, were wrong within an hour that none is compared.
    TooManyTries,
    ProvenOrder(Option<Order>),
    /// The newest first, five at most. Empty where they have none, or none of that number.
    CustomerOrders(Vec<(OrderProof, OrderHead)>),
    /// Where it went, as its owner knows the address again; nothing where there is none, or too many were sent.
    CodeSent(Option<String>),
    CodeChecked(CodeCheck),
    /// Best first; empty where nothing fits.
    Hits(Vec<Hit>),
    Product(Option<Product>),
    /// Nothing where there is no such product.
    Recommended(Option<Recommended>),
    Policy(Option<Policy>),
    /// One report for each source that knows the parcel.
    Tracking(Vec<Report>),
}

/// The upstream could not be asked: slow, refused, throttled, or it answered nonsense.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Outage;
