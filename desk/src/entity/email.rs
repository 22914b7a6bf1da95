//! E-mail addresses.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// An e-mail address for comparing: trimmed, lower case.
///
/// Invariant: one `@` with something before it and a dotted name behind it, at most 254 bytes, no white space.
/// Whether it exists is nobody's claim.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.split_once('@')?;
        let is_dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        let is_plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\"\\".contains(c));
        (!local.is_empty() && !domain.contains('@') && is_dotted && is_plain && text.len() <= 254).then_some(Self(text))
    }

    /// The first address in `text`, with its place.
    pub fn find(text: &str) -> Option<(Self, Range<usize>)> {
        if !text.contains('@') {
            return None;
        }
        let is_edge = |c: char| c.is_whitespace() || "<>()[],;:\"\\'".contains(c);
        let mut start = 0;
        text.split(is_edge).find_map(|word| {
            let at = start;
            // Every edge is one ASCII byte or a white space character of known length.
            start = at
                + word.len()
                + text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let address = word.trim_end_matches(['.', '!', '?']);
            Self::parse(address).map(|email| (email, at..at + address.len()))
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
