//! The desk: understands a shopper's message and decides the reply.
//!
//! Pure: no input or output, no clock, no randomness, no platform. [`turn::begin`] and [`turn::Pending::resume`] are
//! the only way in; what has to be read comes back as [`lookup::Lookup`] values for somebody else to fetch.
//! Any text at all is handled: an unknown message is an answer, not an error.

pub mod turn;

pub mod context;
pub mod seen;
pub mod state;
pub mod workflow;

mod cue;
pub mod hand_off;
pub mod identity;
pub mod signal;

pub mod entity;
pub mod intent;
pub mod language;
pub mod message;

pub use learned;
mod hashed;
mod taught;

pub mod evidence;
pub mod lookup;
pub mod money;
pub mod proof;
pub mod reason;
pub mod record;
pub mod retrieval;

mod dialogue;
pub mod reply;
pub mod wording;

#[cfg(test)]
mod tests;
