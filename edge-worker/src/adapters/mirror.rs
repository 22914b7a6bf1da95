//! The mirror of the shop's texts, in a database with full-text search: filled from the Storefront API, asked by search.

mod document;
mod fill;
mod find;
mod product;
mod run;

pub use fill::{fill, repair};
pub use product::{refresh, remove, remove_all};
pub use run::{Filling, Step, start, state};

/// The mirror, over its database.
#[derive(Clone, Debug)]
pub struct SqlMirror<S> {
    pub sql: S,
}
