//! Finding products, articles and pages by a shopper's words.
//!
//! Pure. [`analysis`] makes the same kind of terms of the shop's texts and of questions; a mirror of the shop, which is
//! somebody else's, keeps those of every text and gives candidates for those of a question; [`rank`] decides which of
//! them fit and why, or that nothing does.

mod analysis;
mod compound;
mod meant;
mod sense;
mod stem;
mod tongue;

pub mod document;
pub mod lexicon;
pub mod needs;
pub mod query;
pub mod rank;
pub mod spelling;
pub mod vectors;

#[cfg(test)]
mod tests;

pub use analysis::{indexed, is_doing, phrase, reduced_term};
pub use document::{Candidate, DocumentKind, Fields, Hit};
pub use meant::Meant;
pub use query::Query;
pub use rank::rank;
pub use sense::near_terms;
pub use tongue::tongue;
