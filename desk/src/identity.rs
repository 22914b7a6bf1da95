//! How sure the desk may be of who is asking, and what that opens: the whole ladder is [`LADDER`].
//!
//! Every rung has a proof behind it, and a lookup takes the proof: reading what a rung opens without having reached it
//! does not compile. Nobody's word makes a proof. A number of a customer's is none:
//!
//! ```compile_fail
//! use desk::lookup::Lookup;
//! let lookup = Lookup::CustomerOrders("7200000000000".to_owned(), None);
//! ```
//!
//! and neither proof of identity can be written down by hand:
//!
//! ```compile_fail
//! use desk::identity::CustomerProof;
//! let proof = CustomerProof { id: "7200000000000".to_owned() };
//! ```
//!
//! ```compile_fail
//! use desk::identity::StepUp;
//! let proof = StepUp { order: "gid://shopify/Order/1".to_owned() };
//! ```

use serde::{Deserialize, Serialize};

use crate::proof::OrderProof;

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Reached by everybody.
    Anonymous,
    /// An order's number, with its e-mail or postcode: both compared in code, by [`crate::proof::Sealed::open`].
    ClaimsOrder,
    /// The shop's own word, by a pass that its app proxy signed.
    SignedIn,
    /// A code that was sent to the e-mail on record of the order, and typed here within a quarter of an hour.
    SteppedUp,
}

/// What a rung opens. A rung opens nothing of the others: who has a code for one order sees no other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Opens {
    /// Catalog, policies, delivery in general.
    Shop,
    /// The order that was claimed.
    ClaimedOrder,
    /// Every order of the customer's.
    OwnOrders,
    /// What changes money or where a parcel goes.
    Changes,
}

/// The ladder: what each level opens.
pub const LADDER: [(Level, Opens); 4] = [
    (Level::Anonymous, Opens::Shop),
    (Level::ClaimsOrder, Opens::ClaimedOrder),
    (Level::SignedIn, Opens::OwnOrders),
    (Level::SteppedUp, Opens::Changes),
];

/// What is known of who is asking, apart from the orders that were proven in the conversation.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Identity {
    pub customer: Option<CustomerProof>,
    pub step_up: Option<StepUp>,
    /// Whether codes can be sent.
    pub has_codes: bool,
}

/// Proof that a customer of the shop's is signed in. Made of what [`Vouches`] for one, and of nothing else.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct CustomerProof {
    id: String,
}

/// Proof that the shopper reads the mail of an order's owner. Made of what [`Confirms`] it, and of nothing else.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct StepUp {
    order: String,
}

/// Implemented by what only a checked pass becomes.
pub trait Vouches {
    /// Numeric id of the customer.
    fn customer(&self) -> &str;
}

/// Implemented by what only a matching code becomes.
pub trait Confirms {
    /// The platform's id of the order whose owner was sent the code.
    fn order(&self) -> &str;
}

impl Identity {
    /// Whether what is known opens this; of an order, whether it opens it for that order.
    pub fn opens(&self, what: Opens, order: Option<&OrderProof>) -> bool {
        LADDER.iter().any(|(level, opens)| *opens == what && self.has_reached(*level, order))
    }

    /// The highest rung that was reached, with this order.
    pub fn level(&self, order: Option<&OrderProof>) -> Level {
        let reached = LADDER.iter().map(|(level, _)| *level).filter(|level| self.has_reached(*level, order));
        reached.max().unwrap_or(Level::Anonymous)
    }

    fn has_reached(&self, level: Level, order: Option<&OrderProof>) -> bool {
        match level {
            Level::Anonymous => true,
            Level::ClaimsOrder => order.is_some(),
            Level::SignedIn => self.customer.is_some(),
            Level::SteppedUp => {
                order.is_some_and(|order| self.step_up.as_ref().is_some_and(|step_up| step_up.order == order.id()))
            }
        }
    }
}

impl CustomerProof {
    pub fn of(voucher: &impl Vouches) -> Self {
        Self { id: voucher.customer().to_owned() }
    }

    /// Numeric.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl StepUp {
    pub fn by(confirmation: &impl Confirms) -> Self {
        Self { order: confirmation.order().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::{OrderHead, SealedHead};

    struct Voucher(&'static str);

    impl Vouches for Voucher {
        fn customer(&self) -> &str {
            self.0
        }
    }

    impl Confirms for Voucher {
        fn order(&self) -> &str {
            self.0
        }
    }

    fn order(id: &str) -> OrderProof {
        let placed = "2026-11-20T10:00:00Z".parse().expect("a time");
        let head = OrderHead { id: id.into(), name: "#1002".into(), placed, is_open: true, utc_offset_minutes: 0 };
        let sealed = SealedHead::new(Some("gid://shopify/Customer/7".into()), head);
        sealed.open(&CustomerProof::of(&Voucher("7"))).expect("theirs").0
    }

    #[test]
    fn each_rung_opens_its_own_and_no_other() {
        use Opens as O;
        let (mine, other) = (order("gid://shopify/Order/1"), order("gid://shopify/Order/2"));
        let signed_in = Identity { customer: Some(CustomerProof::of(&Voucher("7"))), ..Identity::default() };
        let code = Some(StepUp::by(&Voucher("gid://shopify/Order/1")));
        let stepped_up = Identity { step_up: code.clone(), ..Identity::default() };
        let both = Identity { step_up: code, ..signed_in.clone() };
        let rows = [
            (Identity::default(), None, Level::Anonymous, vec![O::Shop]),
            (Identity::default(), Some(&mine), Level::ClaimsOrder, vec![O::Shop, O::ClaimedOrder]),
            (signed_in.clone(), None, Level::SignedIn, vec![O::Shop, O::OwnOrders]),
            (signed_in, Some(&mine), Level::SignedIn, vec![O::Shop, O::ClaimedOrder, O::OwnOrders]),
            (stepped_up.clone(), Some(&mine), Level::SteppedUp, vec![O::Shop, O::ClaimedOrder, O::Changes]),
            (stepped_up.clone(), Some(&other), Level::ClaimsOrder, vec![O::Shop, O::ClaimedOrder]),
            (stepped_up, None, Level::Anonymous, vec![O::Shop]),
            (both, Some(&mine), Level::SteppedUp, vec![O::Shop, O::ClaimedOrder, O::OwnOrders, O::Changes]),
        ];
        for (identity, order, level, opens) in rows {
            let opened: Vec<_> =
                LADDER.iter().map(|(_, what)| *what).filter(|what| identity.opens(*what, order)).collect();
            assert_eq!((identity.level(order), opened), (level, opens), "{identity:?} {order:?}");
        }
    }

    #[test]
    fn a_head_opens_for_its_customer_only() {
        let placed = "2026-11-20T10:00:00Z".parse().expect("a time");
        let seal = |customer: Option<&str>, name: &str| {
            let id = "gid://shopify/Order/1".into();
            let head = OrderHead { id, name: name.into(), placed, is_open: true, utc_offset_minutes: 0 };
            SealedHead::new(customer.map(str::to_owned), head)
        };
        let proof = CustomerProof::of(&Voucher("7"));
        let rows = [
            (Some("gid://shopify/Customer/7"), "#1002", true),
            (Some("7"), "#1002", true),
            (Some("gid://shopify/Customer/77"), "#1002", false),
            (Some("gid://shopify/Customer/"), "#1002", false),
            (None, "#1002", false),
            // What is no number cannot be named again.
            (Some("gid://shopify/Customer/7"), "draft", false),
        ];
        for (customer, name, opens) in rows {
            assert_eq!(seal(customer, name).open(&proof).is_some(), opens, "{customer:?} {name}");
        }
    }
}
