//! Time and chance, which the conversation must not read itself.

use js_sys::{Date, Math};

/// A client id: unique in its conversation, and no secret.
pub fn id() -> String {
    [now().to_string(), fraction(1e9).to_string()].join("-")
}

/// Thousandths for spreading tries.
pub fn jitter() -> u16 {
    u16::try_from(fraction(1001.0)).unwrap_or_default()
}

/// Milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
pub fn now() -> u64 {
    Date::now() as u64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and `below`")]
fn fraction(below: f64) -> u32 {
    (Math::random() * below) as u32
}
