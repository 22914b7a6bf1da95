//! Replies in words: sentences in the conversation's language, and what can be drawn besides.
//!
//! Style: short, warm, concrete. Nothing here decides anything, and nothing here knows a figure that is not in the
//! reply. A text always says the whole of its line, since mail, helpdesks and older widgets show nothing else.

mod order;
mod policy;
mod product;
mod talk;
mod time;
mod voice;

use crate::intent::Intent;
use crate::language::Language;
use crate::record::{ParcelStage, PolicyBlock, ProductImage};
use crate::reply::{Reason, Reply};
use crate::workflow::Workflow;
use voice::{Slot, Voice};

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
    /// What stands before the expected day, the items and the older scans.
    pub labels: Vec<String>,
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
pub fn render(reply: &Reply, language: Language) -> Vec<Line> {
    let voice = Voice { language };
    match reply {
        Reply::OrderStatus(status) => order::status(status, voice),
        Reply::WhichOrder(own) => vec![order::which(own, voice)],
        Reply::Products(list) => product::list(list, voice),
        Reply::Availability(availability) => product::availability(availability, voice),
        Reply::Product { card, description, is_silent } => product::one(card, description.value(), *is_silent, voice),
        Reply::NoCompanion(title) => vec![Line::words(product::no_companion(title.value(), voice))],
        Reply::NoProduct { words } => vec![Line::words(product::nothing(words, voice))],
        Reply::Policy(excerpt) => policy::excerpt(excerpt, voice),
        Reply::NoPolicy(kind) => vec![Line::words(policy::unpublished(*kind, voice))],
        other => talk::lines(other, voice),
    }
}

/// What two wishes are called when the shopper is asked to choose between them.
pub fn choices(pair: [Intent; 2], language: Language) -> [String; 2] {
    talk::choices(pair, Voice { language })
}

/// What can be pressed when a person is offered: yes, no.
pub fn consents(language: Language) -> [String; 2] {
    talk::consents(Voice { language })
}

/// What is said where too much is asked in too short a time, in Markdown.
pub fn busy(contact_url: &str, language: Language) -> String {
    Voice { language }.say("busy", &[("url", Slot::Text(contact_url))])
}

/// What can be pressed to get a code.
pub fn code_choice(language: Language) -> String {
    talk::code_choice(Voice { language })
}

/// The mail that a code comes in: subject and text.
pub fn code_mail(code: &str, language: Language) -> [String; 2] {
    let voice = Voice { language };
    [voice.plain("code-mail-subject"), voice.say("code-mail", &[("code", Slot::Text(code))])]
}

/// What the shopper sees when a person is asked for: what happened.
pub fn hand_off_notice(reason: Reason, language: Language) -> String {
    talk::hand_off_notice(reason, Voice { language })
}

/// What is said to go on while lookups run.
pub fn looking_up(workflow: Workflow, language: Language) -> String {
    let workflow = match workflow {
        Workflow::OrderStatus => "order_status",
        Workflow::Product => "product",
        Workflow::Policy => "policy",
        Workflow::Conversation => "conversation",
    };
    Voice { language }.say("looking-up", &[("workflow", Slot::Text(workflow))])
}

/// Where a fact comes from, and when it was read, such as `14:05 UTC`.
pub fn source(source: Source<'_>, time: &str, language: Language) -> String {
    let (what, order) = match source {
        Source::Order(order) => ("order", order),
        Source::Carrier(name) => ("carrier", name),
        Source::Catalog => ("catalog", ""),
        Source::Policy => ("policy", ""),
    };
    let slots = [("what", Slot::Text(what)), ("order", Slot::Text(order)), ("time", Slot::Text(time))];
    Voice { language }.say("source", &slots)
}

/// A system of record.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// By its number, as the shopper knows it.
    Order(&'a str),
    /// Who was asked for a parcel.
    Carrier(&'a str),
    Catalog,
    Policy,
}

impl Line {
    pub(crate) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), shape: Shape::Words }
    }
}
