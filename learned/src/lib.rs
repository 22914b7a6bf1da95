//! What was learnt from phrases: hashed features of a text, and tables of what each says about some labels.
//!
//! Knows no label by name: wishes, moods and languages each have a table in the desk. A crate of its own because it is
//! arithmetic in loops, which is compiled for speed where all around it is compiled for size.

pub mod feature;
pub mod table;

pub use feature::{Feature, features, unaccented};
pub use table::Table;
