//! Views of message parts.
//!
//! [`draw`] draws what [`protocol::part`] describes, with nodes and never with HTML text: a title that contains markup
//! shows it. A part whose kind this build does not know shows its plain text. Styles are the host's: the class names
//! here are drawn by `assets/widget.css`.

mod address;
mod buying;
mod choices;
mod comparison;
mod excerpt;
mod form;
mod link;
mod parcel;
mod photos;
pub mod piece;
mod product;
mod rating;
#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use protocol::part::Part;

pub use buying::{Buy, Buying, Step, Variant};
pub use piece::{Piece, el, relabel};
pub use words::{Words, numbered};

/// What every part needs to know about where it is drawn.
#[derive(Clone)]
pub struct Place {
    /// Texts of the reader's language.
    pub words: &'static Words,
    /// The page's own origin: links to another one open beside it.
    pub origin: &'static str,
    /// Whether answers can be pressed: on the newest message only, since an older question was answered.
    pub is_newest: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Takes the text of a pressed answer.
    pub on_choice: Arc<dyn Fn(String) + Send + Sync>,
    /// How many stars what has this id was given; zero for none yet.
    pub stars: Arc<dyn Fn(&str) -> u32 + Send + Sync>,
    /// Takes what was rated and how many stars it got.
    pub on_rate: Arc<dyn Fn(String, u32) + Send + Sync>,
    /// Puts a product into the cart, where there is one.
    pub buy: Option<Buy>,
    /// The address of the cart.
    pub cart: &'static str,
}

/// The parts of one message, in order.
pub fn draw<'a>(parts: &'a [Part], place: &'a Place) -> impl Iterator<Item = Piece> + 'a {
    parts.iter().map(move |part| match part {
        Part { parcel: Some(parcel), .. } => parcel::view(parcel, place),
        Part { product: Some(product), .. } => product::view(product, place),
        Part { excerpt: Some(excerpt), .. } => excerpt::view(excerpt, place),
        Part { choices: Some(choices), text, .. } => choices::view(text, choices, place),
        Part { comparison: Some(comparison), text, .. } => comparison::view(text, comparison),
        Part { form: Some(form), text, .. } => form::view(text, form, place),
        Part { rating: Some(rating), text, .. } => rating::view(text, rating, place),
        Part { photos, text, .. } if !photos.is_empty() => photos::view(text, photos, place),
        Part { text, .. } => words(text),
    })
}

/// Plain words; the styles keep line ends.
fn words(text: &str) -> Piece {
    el("p").class("words").with("dir", "auto").text(text.trim())
}
