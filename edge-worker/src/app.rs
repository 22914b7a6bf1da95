//! What a conversation does, apart from where it is kept: who owns it, what a turn reads, what may be committed, what
//! a hand-off tells.
//!
//! Knows the ports and the desk; knows no platform, no storage, no route.

pub mod code;
pub mod gate;
pub mod hand_off;
pub mod lookup;
pub mod ownership;
pub mod pass;
pub mod subject;
pub mod window;
