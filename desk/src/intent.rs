//! What the shopper wants, with the reasons for thinking so.

mod reading;

use serde::{Deserialize, Serialize};

pub use reading::{Candidate, Confidence, Reading, classify, is_taught, teach};
pub(crate) use reading::{MOST_PARTS, is_gibberish};

/// What the shopper wants done or to know; the label goes by the wish, not by the words used.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Where an order or parcel is, when it comes, whether it shipped, what is in it.
    OrderStatus,
    /// Marked delivered but not there, or long overdue and feared lost.
    MissingDelivery,
    /// Broken, faulty, incomplete or the wrong thing.
    DamagedOrWrongItem,
    /// Wants to send something back.
    ReturnRequest,
    /// Wants another size, colour or thing instead.
    ExchangeRequest,
    /// Asks where the money is.
    RefundStatus,
    /// Asks what the return, refund or warranty rules are.
    RefundPolicy,
    CancelOrder,
    /// Wants items, quantity or options of an order changed.
    ChangeOrder,
    ChangeAddress,
    /// Shipping options, cost, countries and times in general.
    DeliveryInfo,
    /// Size, fit, material, compatibility, care of a product.
    ProductQuestion,
    /// Whether or when something is available.
    StockAvailability,
    /// Wants help to choose, or looks for something.
    Recommendation,
    /// Codes, sales, price match, loyalty points.
    DiscountPromo,
    /// A payment failed, was doubled or looks wrong.
    PaymentIssue,
    Invoice,
    /// Sign-in, password, profile, registration, deletion of the account, personal data.
    Account,
    /// Subscription, membership or newsletter.
    Subscription,
    /// Something on the shop's site or app does not work.
    TechnicalIssue,
    /// Is unhappy with the shop or its service as such.
    Complaint,
    /// Wants to leave feedback or a review.
    FeedbackReview,
    /// Wants a person.
    HumanAgent,
    /// Greets, thanks, chats, asks who or what it is talking to.
    GreetingSmalltalk,
    /// No business of a shop's support.
    OutOfScope,
}

impl Intent {
    /// Every intent, in the order of the classifier's table.
    pub const ALL: [Self; 25] = [
        Self::OrderStatus,
        Self::MissingDelivery,
        Self::DamagedOrWrongItem,
        Self::ReturnRequest,
        Self::ExchangeRequest,
        Self::RefundStatus,
        Self::RefundPolicy,
        Self::CancelOrder,
        Self::ChangeOrder,
        Self::ChangeAddress,
        Self::DeliveryInfo,
        Self::ProductQuestion,
        Self::StockAvailability,
        Self::Recommendation,
        Self::DiscountPromo,
        Self::PaymentIssue,
        Self::Invoice,
        Self::Account,
        Self::Subscription,
        Self::TechnicalIssue,
        Self::Complaint,
        Self::FeedbackReview,
        Self::HumanAgent,
        Self::GreetingSmalltalk,
        Self::OutOfScope,
    ];

    /// The label, as data files and the wire have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OrderStatus => "order_status",
            Self::MissingDelivery => "missing_delivery",
            Self::DamagedOrWrongItem => "damaged_or_wrong_item",
            Self::ReturnRequest => "return_request",
            Self::ExchangeRequest => "exchange_request",
            Self::RefundStatus => "refund_status",
            Self::RefundPolicy => "refund_policy",
            Self::CancelOrder => "cancel_order",
            Self::ChangeOrder => "change_order",
            Self::ChangeAddress => "change_address",
            Self::DeliveryInfo => "delivery_info",
            Self::ProductQuestion => "product_question",
            Self::StockAvailability => "stock_availability",
            Self::Recommendation => "recommendation",
            Self::DiscountPromo => "discount_promo",
            Self::PaymentIssue => "payment_issue",
            Self::Invoice => "invoice",
            Self::Account => "account",
            Self::Subscription => "subscription",
            Self::TechnicalIssue => "technical_issue",
            Self::Complaint => "complaint",
            Self::FeedbackReview => "feedback_review",
            Self::HumanAgent => "human_agent",
            Self::GreetingSmalltalk => "greeting_smalltalk",
            Self::OutOfScope => "out_of_scope",
        }
    }

    /// Whether it is a question about a product: one thing in several forms.
    pub fn is_about_products(self) -> bool {
        matches!(self, Self::ProductQuestion | Self::StockAvailability | Self::Recommendation)
    }

    /// Whether nothing is wanted that a shop can look up or do: small talk, and what is no business of its support.
    pub fn is_idle(self) -> bool {
        matches!(self, Self::GreetingSmalltalk | Self::OutOfScope)
    }

    /// Reads a label.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.name() == name)
    }
}
