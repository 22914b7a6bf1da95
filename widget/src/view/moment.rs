//! When something was said, as the shopper's language writes it.

use parts::{Piece, el};

use super::Room;

/// The furthest instant that a JavaScript date can be.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// The time of day, with the day before it where that is not today.
pub fn view(at: u64, room: Room) -> Piece {
    let told = (room.moment)(at.min(LAST_MS));
    let (instant, shown) = told.split_once(' ').unwrap_or_default();
    el("time").with("datetime", instant).text(shown)
}
