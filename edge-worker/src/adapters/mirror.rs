//! The mirror of the shop's texts, in a database with full-text search: filled from the Storefront API, asked by search.

mod document;
mod fill;
mod find;

pub use fill::{Filling, fill, state};

/// The mirror, over its database.
#[derive(Clone, Debug)]
pub struct SqlMirror<S> {
    pub sql: S,
}
