//! Whether what was typed can be sent.

use protocol::shopper::LONGEST_LINE;

/// Why a draft cannot be sent as it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unsayable {
    /// Nothing but white space.
    Empty,
    /// Longer than the Worker takes.
    TooLong {
        /// By how many characters.
        over: usize,
    },
}

/// The line to send, without white space around it.
///
/// # Errors
/// [`Unsayable`], with the draft left as it is for the shopper to change.
pub fn sayable(draft: &str) -> Result<&str, Unsayable> {
    let line = draft.trim();
    match line.chars().count() {
        0 => Err(Unsayable::Empty),
        length if length > LONGEST_LINE => Err(Unsayable::TooLong { over: length - LONGEST_LINE }),
        _ => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_white_space_around_a_line_is_not() {
        let full = "ü".repeat(LONGEST_LINE);
        let rows = [
            ("", Err(Unsayable::Empty)),
            (" \n\t\u{a0} ", Err(Unsayable::Empty)),
            ("  hi\n", Ok("hi")),
            (full.as_str(), Ok(full.as_str())),
        ];
        for (draft, expected) in rows {
            assert_eq!(sayable(draft), expected, "{draft:.20?}");
        }
        assert_eq!(sayable(&format!("{full}👋🏽")), Err(Unsayable::TooLong { over: 2 }));
    }
}
