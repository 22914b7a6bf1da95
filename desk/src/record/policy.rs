//! A policy page of the shop, in its own words.

use serde::{Deserialize, Serialize};

/// Which policy.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum PolicyKind {
    Refund,
    Shipping,
    Privacy,
    Terms,
    Contact,
}

/// One policy page, its HTML already taken apart.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Policy {
    pub kind: PolicyKind,
    pub title: String,
    pub url: String,
    pub blocks: Vec<PolicyBlock>,
}

/// A heading, paragraph or list item.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct PolicyBlock {
    pub kind: PolicyBlockKind,
    pub spans: Vec<PolicySpan>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum PolicyBlockKind {
    Heading,
    Paragraph,
    Item,
}

/// A run of text.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct PolicySpan {
    pub text: String,
    pub strong: bool,
    /// Absolute.
    pub href: Option<String>,
}

impl PolicyBlock {
    /// The words without their marks.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}
