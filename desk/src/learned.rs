//! What was learnt from phrases: hashed features of a text, and tables of what each says about some labels.
//!
//! Knows no label by name. [`crate::intent`] and [`crate::language`] each have a table.

pub mod feature;
pub mod table;

pub use feature::{Feature, features};
pub use table::Table;
