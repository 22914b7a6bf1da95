//! Identity as types: an order is read only with proof that it is the shopper's.
//!
//! A [`Claim`] names an order together with something only its owner is likely to know. Ports hand over what they
//! found as [`Sealed`]; comparing the claim is the one way to open it. A customer who is signed in proves an order by its
//! being theirs ([`SealedHead`]). An order read without any of that does not compile:
//!
//! ```compile_fail
//! use desk::{lookup::Lookup, entity::OrderNumber};
//! let number = OrderNumber::parse("#1002").unwrap();
//! let lookup = Lookup::ClaimedOrder(number); // a number alone proves nothing
//! ```

use serde::{Deserialize, Serialize};

use crate::entity::{Email, OrderNumber, Postcode};
use crate::identity::{CustomerProof, Identity};
use crate::record::Order;
pub use crate::record::OrderHead;

/// "It is my order, and here is how you can tell."
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Claim {
    pub order: OrderNumber,
    pub contact: Contact,
}

/// What a claim is compared with.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Contact {
    Email(Email),
    Postcode(Postcode),
}

/// What is on record for an order, for comparing only.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct OnRecord {
    /// The order's name as the shop writes it, such as `#1002`.
    pub name: String,
    pub email: Option<String>,
    /// Of the shipping and of the billing address.
    pub postcodes: Vec<String>,
}

impl Claim {
    /// Whether the claim holds: the number is that of the record and the contact is one on record.
    ///
    /// Compared here and not in the shop's search, which tokenises and matches loosely.
    pub fn holds(&self, on_record: &OnRecord) -> bool {
        on_record.names(self.order)
            && match &self.contact {
                Contact::Email(email) => on_record.email.as_deref().and_then(Email::parse).as_ref() == Some(email),
                Contact::Postcode(postcode) => {
                    on_record.postcodes.iter().filter_map(|text| Postcode::parse(text)).any(|known| known == *postcode)
                }
            }
    }
}

impl OnRecord {
    fn names(&self, number: OrderNumber) -> bool {
        OrderNumber::parse(&self.name) == Some(number)
    }
}

/// A record that nobody may look at yet.
pub struct Sealed {
    on_record: OnRecord,
    order: Order,
}

/// Proof that the shopper may see this order. Made by [`Sealed::open`] and [`SealedHead::open`] only.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct OrderProof {
    number: OrderNumber,
    /// The platform's id of the order.
    id: String,
    /// The customer by whom it was proven, where it was by being theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<CustomerProof>,
}

/// The head of an order that nobody may look at yet.
pub struct SealedHead {
    /// The platform's id of the customer who placed it.
    customer: Option<String>,
    head: OrderHead,
}

impl Sealed {
    pub fn new(on_record: OnRecord, order: Order) -> Self {
        Self { on_record, order }
    }

    /// Whether the record goes by this number. Says nothing about who may see it.
    pub fn names(&self, number: OrderNumber) -> bool {
        self.on_record.names(number)
    }

    /// The order, if the claim holds.
    pub fn open(self, claim: &Claim) -> Option<(OrderProof, Order)> {
        claim
            .holds(&self.on_record)
            .then(|| (OrderProof { number: claim.order, id: self.order.id.clone(), customer: None }, self.order))
    }

    /// The order, if it is the one that was proven before in this conversation.
    pub fn reopen(self, proof: &OrderProof) -> Option<Order> {
        (self.order.id == proof.id).then_some(self.order)
    }
}

impl SealedHead {
    pub fn new(customer: Option<String>, head: OrderHead) -> Self {
        Self { customer, head }
    }

    /// The head, if the order is this customer's.
    ///
    /// Compared here and not in the shop's search, which matches loosely.
    pub fn open(self, customer: &CustomerProof) -> Option<(OrderProof, OrderHead)> {
        let number = OrderNumber::parse(&self.head.name)?;
        let is_theirs = self.customer.as_deref()?.rsplit('/').next() == Some(customer.id());
        let proof = OrderProof { number, id: self.head.id.clone(), customer: Some(customer.clone()) };
        is_theirs.then_some((proof, self.head))
    }
}

impl OrderProof {
    pub fn number(&self) -> OrderNumber {
        self.number
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it still proves something: what was proven by being a customer's does while they are signed in.
    pub fn holds_for(&self, identity: &Identity) -> bool {
        self.customer.is_none() || self.customer == identity.customer
    }
}
