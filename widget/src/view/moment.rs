//! When something was said, as a language writes it, and in which language.

use parts::{Piece, el};

use super::Room;

/// The furthest instant that a JavaScript date can be.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// The time of day, with the day before it where that is not today, in the language of what was said.
pub fn view(at: u64, lang: Option<&str>, room: Room) -> Piece {
    let told = (room.moment)(at.min(LAST_MS), lang.unwrap_or_default());
    let (instant, shown) = told.split_once(' ').unwrap_or_default();
    in_language(el("time"), lang).with("datetime", instant).text(shown)
}

/// Says that an element is in a language that the page is not in.
pub fn in_language(piece: Piece, lang: Option<&str>) -> Piece {
    match lang {
        Some(lang) => piece.with("lang", lang),
        None => piece,
    }
}
