//! What the assistant says, as values; words come last (see [`crate::wording`]).

mod order_status;
mod product;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use order_status::{Advice, Dispute, Fact, Headline, OrderStatus, ParcelStatus, Said, ShopClock, Situation, Word};
pub use product::{Availability, Choice, ProductCard, ProductList};

use crate::entity::OrderNumber;
use crate::evidence::Grounded;
use crate::intent::Intent;
use crate::record::{PolicyBlock, PolicyKind};
use crate::seen::Seen;

/// One thing that the assistant says.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    Greeting,
    Thanks,
    /// What it is and what it can do.
    AboutMe,
    /// Order number, with e-mail or postcode in the same go.
    AskOrderNumber,
    /// E-mail or postcode of this order, as the shopper named it.
    AskContact(OrderNumber),
    AskProduct,
    /// The shopper is asked to say it in other words.
    AskAgain,
    /// Which of the customer's own orders is meant.
    WhichOrder(OwnOrders),
    /// A code before a person is asked for this.
    OfferCode(Intent),
    /// To this address, masked.
    CodeSent(Grounded<String>),
    /// With tries that are left.
    CodeWrong(u8),
    CodeOver,
    /// None can be sent.
    NoCode,
    CodeRight,
    /// Unknown order or wrong contact: the same words for both, so that guessing teaches nothing.
    ClaimFailed(OrderNumber),
    OrderStatus(Box<OrderStatus>),
    Products(ProductList),
    Availability(Box<Availability>),
    /// One product in full.
    Product {
        card: Box<ProductCard>,
        description: Grounded<String>,
        /// Whether it says nothing of what was asked.
        is_silent: bool,
    },
    /// The shop says of nothing that it goes with the product of this title.
    NoCompanion(Grounded<String>),
    /// Nothing in the catalog matches the shopper's words.
    NoProduct {
        words: Vec<String>,
    },
    Policy(PolicyExcerpt),
    /// The shop has not published this page.
    NoPolicy(PolicyKind),
    /// What was needed could not be read just now.
    Outage(Unread),
    /// Outside what it knows.
    DontKnow,
    /// No business of a shop's.
    OutOfScope,
    /// Which of two wishes is meant.
    WhichOf([Intent; 2]),
    /// The order's record holds no refund.
    NoRefund,
    /// The shopper writes in a language that the assistant does not speak.
    OtherLanguage,
    /// Which thing of an order was understood to be meant.
    AboutItem(Seen),
    OfferPerson(Reason),
    /// The offer of a person was declined.
    CarryOn,
    HandingOver(Reason),
}

impl Reply {
    /// What kind of thing is said, for tests and statistics. Stable.
    pub fn act(&self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Thanks => "thanks",
            Self::AboutMe => "about-me",
            Self::AskOrderNumber => "ask-order-number",
            Self::AskContact(_) => "ask-contact",
            Self::AskProduct => "ask-product",
            Self::AskAgain => "ask-again",
            Self::WhichOrder(_) => "which-order",
            Self::OfferCode(_) => "offer-code",
            Self::CodeSent(_) => "code-sent",
            Self::CodeWrong(_) => "code-wrong",
            Self::CodeOver => "code-over",
            Self::NoCode => "no-code",
            Self::CodeRight => "code-right",
            Self::ClaimFailed(_) => "claim-failed",
            Self::OrderStatus(_) => "order-status",
            Self::Products(_) => "products",
            Self::Availability(_) => "availability",
            Self::Product { .. } => "product",
            Self::NoCompanion(_) => "no-companion",
            Self::NoProduct { .. } => "no-product",
            Self::Policy(_) => "policy",
            Self::NoPolicy(_) => "no-policy",
            Self::Outage(_) => "outage",
            Self::DontKnow => "dont-know",
            Self::OutOfScope => "out-of-scope",
            Self::WhichOf(_) => "which-of",
            Self::NoRefund => "no-refund",
            Self::OtherLanguage => "other-language",
            Self::AboutItem(_) => "about-item",
            Self::OfferPerson(_) => "offer-person",
            Self::CarryOn => "carry-on",
            Self::HandingOver(_) => "handing-over",
        }
    }
}

/// Orders to choose from: name, and when each was placed.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnOrders {
    pub orders: Vec<(Grounded<String>, Grounded<Timestamp>)>,
    pub clock: ShopClock,
}

/// The shop's own wording on something, with where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyExcerpt {
    pub title: Grounded<String>,
    pub blocks: Grounded<Vec<PolicyBlock>>,
    pub url: Grounded<String>,
}

/// What could not be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unread {
    Order,
    Catalog,
    Policy,
}

/// Why a person is brought in, or offered.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The shopper asked for one.
    Asked,
    Complaint,
    Legal,
    Safety,
    SelfHarm,
    Chargeback,
    Press,
    /// A refund is argued about.
    RefundConflict,
    /// What was answered did not help.
    Repeated,
    DamagedOrWrongItem,
    MissingDelivery,
    /// Tagged as such by the merchant.
    Vip,
    /// The carrier has been silent for too long.
    SilentParcel,
    /// The carrier will not deliver it.
    FailedParcel,
    /// The carrier keeps it back.
    HeldParcel,
    /// A label, and no carrier has the parcel.
    NotHandedOver,
    ReturnInProgress,
    TooManyClaims,
    NotUnderstood,
    OtherLanguage,
    Outage,
    /// A workflow that the merchant has not switched on, or that does not exist yet.
    NotHandled(Intent),
    /// A reply waits for an agent's approval.
    Draft,
}
