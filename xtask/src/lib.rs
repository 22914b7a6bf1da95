//! Sets up, builds, runs, tests and measures Shopdesk. Tests use it too, to start the stack they talk to.
//!
//! Knows every tool by name and version; knows nothing of what the crates do. It is built by whatever cargo the
//! reader has, and starts every other cargo under the toolchain that [`setup`] chose.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "the tooling measures wall-clock time and may stop at a surprise; nothing here is shipped"
)]

pub mod bench;
pub mod build;
pub mod cargo;
pub mod check;
pub mod ci;
pub mod dev;
pub mod doctor;
pub mod edges;
pub mod evaluation;
pub mod fuzz;
pub mod lighthouse;
pub mod pictures;
pub mod place;
pub mod problem;
pub mod run;
pub mod setup;
pub mod size;
pub mod stack;
pub mod step;
pub mod tally;
pub mod test;
pub mod theme;
pub mod webhooks;

pub use problem::{Problem, Result};
