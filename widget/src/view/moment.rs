//! When something was said, as the shopper's language writes it.

use js_sys::{Date, Object, Reflect};
use parts::{Piece, el};

/// The furthest instant that a JavaScript date can be.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// The time of day, with the day before it where that is not today.
pub fn view(at: u64, locale: &str) -> Piece {
    #[expect(clippy::cast_precision_loss, reason = "instants are exact up to 2^53")]
    let date = Date::new(&(at.min(LAST_MS) as f64).into());
    let is_today = date.to_date_string() == Date::new_0().to_date_string();
    let options = Object::new();
    let parts = [("hour", "numeric"), ("minute", "2-digit"), ("day", "numeric"), ("month", "short")];
    for (part, style) in parts.into_iter().take(if is_today { 2 } else { 4 }) {
        let _ = Reflect::set(&options, &part.into(), &style.into());
    }
    let shown = String::from(date.to_locale_string(locale, &options));
    el("time").with("datetime", &String::from(date.to_iso_string())).text(&shown)
}
