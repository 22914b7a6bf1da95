//! What a turn may know of its surroundings.

use jiff::Timestamp;

use crate::identity::Identity;
use crate::workflow::Modes;

/// Everything about a turn that is neither the message nor the conversation's memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    pub now: Timestamp,
    pub page: Page,
    pub modes: Modes,
    pub identity: Identity,
}

/// The storefront page that the shopper says they are on: a hint, never proof.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Page {
    /// The product's handle, on a product page.
    pub product: Option<String>,
    /// The chosen variant's numeric id, as text.
    pub variant: Option<String>,
    /// BCP 47.
    pub locale: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}
