//! Typed parts of a message. Each carries plain text that says the same, for whoever cannot draw it.

use serde::{Deserialize, Serialize};

/// One part of a message.
///
/// `text` always says the whole part in plain words. At most one of the other members is set; when none is, or none
/// that the reader knows, the text is what is shown.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Part {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parcel: Option<Parcel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Product>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Choices>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Pictures, each shown small with a link to itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Image>,
}

/// One parcel's way, drawn as a timeline.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Parcel {
    /// "Parcel 1 of 2", or the carrier's name where there is one parcel.
    pub title: String,
    /// One line of status, such as "Out for delivery".
    pub status: String,
    pub stage: Stage,
    /// Names of the things inside, with quantity where above one.
    pub items: Vec<String>,
    /// The expected day in words; absent where nobody stated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// Newest first.
    pub scans: Vec<Scan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking: Option<Link>,
    /// What stands before the expected day, the items and the older scans, in the language of the rest; the reader's own
    /// words where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
}

/// How far a parcel has come; drives the drawing only, the words are in `status`.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    Preparing,
    Moving,
    OutForDelivery,
    /// Needs somebody: a failed attempt, waiting at a pickup point, an exception.
    Attention,
    Delivered,
    #[default]
    #[serde(other)]
    Unknown,
}

/// One carrier scan.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Scan {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// In the shop's time zone, in words: "18 November, 14:05".
    pub when: String,
    /// RFC 3339, for `<time datetime>`.
    pub at: String,
}

/// One product as a card.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Product {
    pub title: String,
    /// Formatted, with currency: "€139.00" or "from €12.00".
    pub price: String,
    pub availability: String,
    pub in_stock: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Each option with its values: "Size: S, M, L (sold out)".
    pub options: Vec<String>,
}

/// A picture from the shop.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Image {
    pub url: String,
    pub alt: String,
}

/// A passage of the shop's own words, quoted unchanged, with where it stands.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Excerpt {
    pub title: String,
    pub blocks: Vec<Block>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// A paragraph-like piece of an excerpt.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Block {
    pub kind: BlockKind,
    pub spans: Vec<Span>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    Heading,
    Item,
    #[default]
    #[serde(other)]
    Paragraph,
}

/// A run of text inside a block.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Span {
    pub text: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// An absolute http(s), mailto or tel address; the reader checks the scheme again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A link with words of its own.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Link {
    pub text: String,
    pub href: String,
}

/// Answers that can be pressed. Pressing one sends its text as the shopper's line.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Choices {
    pub options: Vec<String>,
}

/// Things side by side, one a column.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Comparison {
    /// What is compared, such as the names of two products.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// One property of everything that is compared, in the order of the columns.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Row {
    pub name: String,
    pub values: Vec<String>,
}

/// Fields to fill in. What is filled in is sent as the shopper's line, its values joined by commas; so whoever reads it
/// needs no form.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Form {
    pub fields: Vec<Field>,
}

/// What a field asks for. The widget has the words, the keyboard and the autocompletion of each; one that it does not
/// know it leaves out.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    OrderNumber,
    Email,
    #[default]
    #[serde(other)]
    Unknown,
}

/// A question for one to five stars; the question is the part's text.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Rating {
    /// Names what is rated, and comes back with the score.
    pub id: String,
}

impl Part {
    /// A part that is only words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
