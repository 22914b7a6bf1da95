//! Identity as types: an order is read only with proof that it is the shopper's.
//!
//! A [`Claim`] names an order together with something only its owner is likely to know. Ports hand over what they
//! found as [`Sealed`]; comparing the claim is the one way to open it. An order read without either does not compile:
//!
//! ```compile_fail
//! use desk::{lookup::Lookup, entity::OrderNumber};
//! let number = OrderNumber::parse("#1002").unwrap();
//! let lookup = Lookup::ClaimedOrder(number); // a number alone proves nothing
//! ```

use serde::{Deserialize, Serialize};

use crate::entity::{Email, OrderNumber, Postcode};
use crate::record::Order;

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

/// A record that nobody may look at yet.
pub struct Sealed {
    on_record: OnRecord,
    order: Order,
}

/// Proof that the shopper may see this order. Made by [`Sealed::open`] only.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct OrderProof {
    number: OrderNumber,
    /// The platform's id of the order.
    id: String,
}

impl Sealed {
    pub fn new(on_record: OnRecord, order: Order) -> Self {
        Self { on_record, order }
    }

    /// Whether the record goes by this number. Says nothing about who may see it.
    pub fn names(&self, number: OrderNumber) -> bool {
        OrderNumber::parse(&self.on_record.name) == Some(number)
    }

    /// The order, if the claim holds: the number is that of the record and the contact is one on record.
    ///
    /// Compared here and not in the shop's search, which tokenises and matches loosely.
    pub fn open(self, claim: &Claim) -> Option<(OrderProof, Order)> {
        let is_named = self.names(claim.order);
        let is_known = match &claim.contact {
            Contact::Email(email) => self.on_record.email.as_deref().and_then(Email::parse).as_ref() == Some(email),
            Contact::Postcode(postcode) => {
                self.on_record.postcodes.iter().filter_map(|text| Postcode::parse(text)).any(|known| known == *postcode)
            }
        };
        (is_named && is_known).then(|| (OrderProof { number: claim.order, id: self.order.id.clone() }, self.order))
    }

    /// The order, if it is the one that was proven before in this conversation.
    pub fn reopen(self, proof: &OrderProof) -> Option<Order> {
        (self.order.id == proof.id).then_some(self.order)
    }
}

impl OrderProof {
    pub fn number(&self) -> OrderNumber {
        self.number
    }

    pub fn id(&self) -> &str {
        &self.id
    }
}
