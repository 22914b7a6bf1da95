//! Frames as JSON, by hand.
//!
//! The browser parses the text; [`read`] picks the members out of whatever it made, and [`write`] puts a frame into
//! text. Written by hand because a deserializer weighs more than the rest of the conversation
//! (docs/decisions/0001-json-in-the-widget.md); held to what serde makes of the same types by the tests of both.

pub mod read;
pub mod write;

/// A parsed JSON value, wherever it lives.
///
/// Asking is total: a member that is missing, null or of another type is as good as absent.
pub trait Value: Sized {
    /// The member of this name.
    fn member(&self, name: &str) -> Option<Self>;
    /// The elements, if this is an array.
    fn items(&self) -> Vec<Self>;
    /// The text, if this is a string.
    fn text(&self) -> Option<String>;
    /// The number, if this is one.
    fn number(&self) -> Option<f64>;
    /// Whether this is `true`.
    fn is_true(&self) -> bool;
}
