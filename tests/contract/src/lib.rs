//! What the native tests across crates share: demo-shop, an `Http` port that reaches it, and a player for
//! conversations that are written down.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on says why and stops"
)]

pub mod doorman;
pub mod keeper;
pub mod native_http;
pub mod player;
pub mod shop;
pub mod sqlite;
pub mod transcript;
