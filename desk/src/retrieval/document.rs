//! What the mirror of a shop holds for search, and what search finds.

use serde::Serialize;

use crate::language::Language;
use crate::reason::Reason;
use crate::record::PolicyBlock;

/// What kind of text it is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Product,
    /// Of a blog, such as the shop's help.
    Article,
    /// A page of the theme.
    Page,
    Policy,
}

impl DocumentKind {
    pub const ALL: [Self; 4] = [Self::Product, Self::Article, Self::Page, Self::Policy];

    /// As the mirror and data files have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Article => "article",
            Self::Page => "page",
            Self::Policy => "policy",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A product, or a passage of a page, that shares terms with a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub kind: DocumentKind,
    pub handle: String,
    pub language: Language,
    pub title: String,
    pub url: String,
    /// The passage itself; empty for products, which are read live.
    pub blocks: Vec<PolicyBlock>,
    pub fields: Fields,
    /// The lowest price when it was mirrored, in hundredths; absent for pages.
    pub price_hundredths: Option<i64>,
    pub is_available: bool,
}

/// Terms of the parts of a text, made by [`super::indexed`] and separated by spaces.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Fields {
    pub title: String,
    /// The product's type, or the heading of a passage.
    pub kind: String,
    pub tags: String,
    /// Option values that can be had.
    pub options: String,
    pub body: String,
}

/// What fits a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    pub kind: DocumentKind,
    pub handle: String,
    pub title: String,
    pub url: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<PolicyBlock>,
    /// The lowest when it was mirrored, for ordering only: what is stated is read live.
    #[serde(default)]
    pub price_hundredths: Option<i64>,
    /// In thousandths; one thousand says all that was asked.
    pub score: u16,
    /// Words of the question that it answers, as they were written.
    pub matched: Vec<String>,
    /// Words of the question that it does not.
    pub unmatched: Vec<String>,
    pub reason: Reason,
}
