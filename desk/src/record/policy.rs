//! A policy page of the shop, in its own words.

use serde::{Deserialize, Serialize};

/// Which policy.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
pub enum PolicyKind {
    Refund,
    Shipping,
    Privacy,
    Terms,
    Contact,
}

/// One policy page, its HTML already taken apart.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
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
    pub fn is_heading(&self) -> bool {
        self.kind == PolicyBlockKind::Heading
    }

    /// The words without their marks.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Runs of blocks, each with its heading. A heading without a text of its own belongs to what follows.
pub fn passages(blocks: &[PolicyBlock]) -> Vec<&[PolicyBlock]> {
    let is_heading = |at: usize| blocks.get(at).is_some_and(PolicyBlock::is_heading);
    let is_start = |at: &usize| *at == 0 || (is_heading(*at) && !is_heading(*at - 1));
    let mut starts: Vec<usize> = (0..blocks.len()).filter(is_start).collect();
    starts.push(blocks.len());
    starts.windows(2).filter_map(|pair| blocks.get(*pair.first()?..*pair.last()?)).collect()
}
