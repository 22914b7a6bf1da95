//! Counting what may be done only so often in an hour.

use serde::{Deserialize, Serialize};

/// An hour that begins with the first thing counted.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Window {
    used: u32,
    /// Milliseconds since 1970.
    ends: u64,
}

/// What one key may use in an hour.
const HOUR_MS: u64 = 3_600_000;

impl Window {
    pub fn new(now_ms: u64) -> Self {
        Self { used: 0, ends: now_ms + HOUR_MS }
    }

    /// When it can be forgotten.
    pub fn ends(self) -> u64 {
        self.ends
    }

    pub fn is_over(self, now_ms: u64) -> bool {
        self.ends <= now_ms
    }

    /// With `count` more used, if at most `most` are then.
    #[must_use]
    pub fn take(self, count: u32, most: u32) -> Option<Self> {
        let used = self.used.checked_add(count)?;
        (used <= most).then_some(Self { used, ..self })
    }

    /// With `count` given back.
    #[must_use]
    pub fn give_back(self, count: u32) -> Self {
        Self { used: self.used.saturating_sub(count), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_are_taken_and_no_sixth_until_the_hour_is_over() {
        let mut window = Window::new(1_000);
        for n in 1..=5 {
            window = window.take(1, 5).unwrap_or_else(|| panic!("{n} of five"));
        }
        assert_eq!(window.take(1, 5), None);
        assert!(window.give_back(1).take(1, 5).is_some(), "what was given back can be taken again");
        assert_eq!(window.take(u32::MAX, u32::MAX), None);
        assert!(!window.is_over(3_600_999) && window.is_over(3_601_000));
        assert_eq!(Window::new(0).give_back(3).take(6, 5), None, "nobody saves up");
    }
}
