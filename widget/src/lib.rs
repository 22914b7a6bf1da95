//! The shopper's chat.
//!
//! `view → conversation ← shell`: the conversation is plain Rust and knows neither; the view draws it and passes on
//! what the shopper wants; the shell carries out what it asks for, and with `boot`, which ties the three together
//! when the loader says so, is the only one to name the browser's interfaces.

pub mod boot;
pub mod conversation;
pub mod settings;
pub mod shell;
pub mod sight;
pub mod view;
pub mod wire;
pub mod words;
