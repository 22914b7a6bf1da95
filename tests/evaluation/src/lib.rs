//! Trains the desk's classifier from our phrases, and measures the desk on labelled lines.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a tool for the developer: it says why and stops"
)]

pub mod lexicon;
pub mod measure;
pub mod model;
pub mod needs;
pub mod nlpjs;
mod node;
pub mod phrase;
mod shape;
pub mod speed;
pub mod trainer;
pub mod vectors;
pub mod wasm;
