//! Replies in words: English sentences, and what can be drawn besides.
//!
//! Style: short, warm, concrete. Nothing here decides anything, and nothing here knows a figure that is not in the
//! reply. A text always says the whole of its line, since mail, helpdesks and older widgets show nothing else.

mod order;
mod policy;
mod product;
mod talk;
mod time;

use crate::record::{ParcelStage, PolicyBlock, ProductImage};
use crate::reply::{Reason, Reply};
use crate::workflow::Workflow;

/// One line of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub text: String,
    pub shape: Shape,
}

/// How a line can be drawn by whoever can.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Words,
    Parcel(ParcelView),
    Product(ProductView),
    Excerpt(ExcerptView),
    /// Answers to press.
    Choices(Vec<String>),
}

/// A parcel, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ParcelView {
    pub title: String,
    pub status: String,
    pub stage: ParcelStage,
    pub items: Vec<String>,
    pub expected: Option<String>,
    /// Newest first: words, place, time in words, RFC 3339.
    pub scans: Vec<ScanView>,
    pub tracking: Option<(String, String)>,
}

/// A scan, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanView {
    pub text: String,
    pub place: Option<String>,
    pub when: String,
    pub at: String,
}

/// A product, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductView {
    pub title: String,
    pub price: String,
    pub availability: String,
    pub in_stock: bool,
    pub url: Option<String>,
    pub image: Option<ProductImage>,
    pub options: Vec<String>,
}

/// A quotation, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ExcerptView {
    pub title: String,
    pub blocks: Vec<PolicyBlock>,
    pub link: (String, String),
}

/// Words a reply.
pub fn render(reply: &Reply) -> Vec<Line> {
    match reply {
        Reply::OrderStatus(status) => order::status(status),
        Reply::Products(list) => product::list(list),
        Reply::Availability(availability) => product::availability(availability),
        Reply::Product { card, description } => product::one(card, description.value()),
        Reply::NoProduct { words } => vec![Line::words(product::nothing(words))],
        Reply::Policy(excerpt) => policy::excerpt(excerpt),
        Reply::NoPolicy(kind) => vec![Line::words(policy::unpublished(*kind))],
        other => talk::lines(other),
    }
}

/// What the shopper sees when a person is asked for: what happened and, in `next`, what happens when.
pub fn hand_off_notice(reason: Reason) -> &'static str {
    talk::hand_off_notice(reason)
}

/// What is said to go on while lookups run.
pub fn looking_up(workflow: Workflow) -> &'static str {
    match workflow {
        Workflow::OrderStatus => "Reading your order…",
        Workflow::Product => "Looking in the catalog…",
        Workflow::Policy => "Reading the shop's pages…",
        Workflow::Conversation => "One moment…",
    }
}

impl Line {
    pub(crate) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), shape: Shape::Words }
    }
}

/// "a", "a and b", "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
