//! A product of the catalog, in the shopper's market.

use serde::Serialize;

use crate::money::Money;

/// One product.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Product {
    pub handle: String,
    pub title: String,
    /// The shop's product type, such as `Rain jackets`.
    pub kind: String,
    /// Plain text.
    pub description: String,
    pub url: Option<String>,
    pub image: Option<ProductImage>,
    pub available: bool,
    /// At least one.
    pub variants: Vec<Variant>,
    pub options: Vec<ProductOption>,
}

/// What the shop recommends with a product.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Recommended {
    /// What the product itself is called.
    pub title: String,
    /// Handles of others that can be had, the best first.
    pub handles: Vec<String>,
}

/// What products may be to another.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub enum Kin {
    /// They may do instead.
    Similar,
    /// They go with it.
    Companion,
}

/// A picture from the shop's own servers.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct ProductImage {
    pub url: String,
    pub alt: String,
}

/// An option and its values, in the shop's order.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct ProductOption {
    pub name: String,
    pub values: Vec<String>,
}

/// What is actually sold: one combination of option values.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Variant {
    pub id: String,
    pub title: String,
    /// Name and value of each option.
    pub options: Vec<(String, String)>,
    pub price: Money,
    pub available: bool,
}

impl Product {
    /// Lowest and highest price over the variants; absent where there are none, or in several currencies.
    pub fn price_range(&self) -> Option<(Money, Money)> {
        let lowest = self.variants.iter().map(|v| v.price).min_by_key(|price| price.minor)?;
        let highest = self.variants.iter().map(|v| v.price).max_by_key(|price| price.minor)?;
        self.variants.iter().all(|v| v.price.currency == lowest.currency).then_some((lowest, highest))
    }
}
