//! What the desk asks for, and what comes back.

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::proof::{Claim, OrderProof};
use crate::record::{Order, Policy, PolicyKind, Product};

/// A record that the desk wants read.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Lookup {
    /// The order that a claim names, opened only if the claim holds.
    ClaimedOrder(Claim),
    /// An order that was proven before in this conversation, read again.
    ProvenOrder(OrderProof),
    Products(ProductSearch),
    /// One product by its handle.
    Product(String),
    Policy(PolicyKind),
}

/// A search of the catalog.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct ProductSearch {
    /// Every one must match.
    pub terms: Vec<String>,
    /// In hundredths of the market's major unit.
    pub price_limit_hundredths: Option<i64>,
}

/// What a lookup brought. Answers come in the order of their lookups.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub lookup: Lookup,
    pub outcome: Result<Evidence<Found>, Outage>,
}

/// A record, or its absence, which is an answer too.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Found {
    /// Proof and order when the claim held; nothing when the order is unknown or the claim failed, which nobody can
    /// tell apart from here on.
    ClaimedOrder(Option<(OrderProof, Order)>),
    ProvenOrder(Option<Order>),
    Products(Vec<Product>),
    Product(Option<Product>),
    Policy(Option<Policy>),
}

/// The upstream could not be asked: slow, refused, throttled, or it answered nonsense.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Outage;
