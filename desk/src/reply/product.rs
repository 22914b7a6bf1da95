//! What is said about products.

use crate::evidence::Grounded;
use crate::money::Money;
use crate::record::{Kin, ProductImage, ProductOption, Variant};

/// Several products that fit a wish.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductList {
    /// Best first; at least one.
    pub cards: Vec<ProductCard>,
    pub fit: Choice,
    /// For each handle, the shopper's words that the product answers.
    pub reasons: Vec<(String, Vec<String>)>,
}

/// How well the products fit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Choice {
    /// Every word of the shopper matches.
    All,
    /// Nothing matches every word; these match the named ones. Without any, it is a guess.
    Some(Vec<String>),
    /// The shop recommends them with the product of this title.
    Kin(Kin, Grounded<String>),
}

/// The facts of one product that fit on a card.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductCard {
    pub handle: String,
    pub title: Grounded<String>,
    /// Lowest and highest; equal where there is one price.
    pub price: Option<Grounded<(Money, Money)>>,
    pub available: Grounded<bool>,
    pub options: Grounded<Vec<ProductOption>>,
    pub variants: Grounded<Vec<Variant>>,
    pub url: Option<Grounded<String>>,
    pub image: Option<ProductImage>,
}

/// Whether certain variants can be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Availability {
    pub card: ProductCard,
    /// The option values that the shopper named and the product has: option, value.
    pub wanted: Vec<(String, String)>,
    /// A size that the shopper named and the product does not come in, as they wrote it.
    pub unheard_of: Option<String>,
    /// The variants with all wanted values.
    pub matching: Grounded<Vec<Variant>>,
}
