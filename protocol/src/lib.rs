//! The frames that browser and Worker exchange, and the message parts that both ends draw.
//!
//! Deliberately knows nothing of shops, lookups or rules: that is the desk's. JSON text over a WebSocket, one frame
//! a text message. Frames and parts are structs of optional members, one of which is set: a member that the reader
//! does not know is skipped, so an older widget shows a newer part's plain text instead of failing.

pub mod part;
pub mod shopper;

/// The version that this build speaks. It rises only when an older peer would misunderstand, never for an added
/// member.
pub const VERSION: u32 = 1;
