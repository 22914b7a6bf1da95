//! Any bytes as a conversation, to its end. `cargo xtask fuzz [SECONDS]` runs it.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../src/conversation.rs"]
mod conversation;

fuzz_target!(|bytes: &[u8]| conversation::play(bytes));
