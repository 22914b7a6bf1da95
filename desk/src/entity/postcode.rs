//! Postcodes of the main markets, for comparing with the one on an order.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Expecting;

/// A postcode for comparing: letters and digits only, upper case.
///
/// Invariant: three to ten ASCII letters or digits, at least one digit. Which country it belongs to is left open.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Postcode(String);

impl Postcode {
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-');
        let code: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let is_code = (3..=10).contains(&code.len()) && code.bytes().any(|b| b.is_ascii_digit());
        (is_plain && is_code).then_some(Self(code))
    }

    /// The likeliest postcode in `text`, with its place: one or two neighbouring words in the shape of a market's
    /// postcodes. A shape of four or five bare digits counts only where one is spoken of, behind an order number (which
    /// the caller has blanked), or when a contact was asked for; "ordered 5000 of them" has none.
    pub(super) fn find(text: &str, is_spoken_of: bool, expecting: Expecting) -> Option<(Self, Range<usize>)> {
        // Every one has a digit, and few lines have one.
        if !text.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let words: Vec<Range<usize>> = words(text).collect();
        let word = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
        let is_invited = expecting == Expecting::Contact || is_spoken_of || words.len() <= 2;
        let is_pair =
            |first: &Range<usize>, second: &Range<usize>| is_spaced_shape(&[word(first), " ", word(second)].concat());
        let pair = words.windows(2).find_map(|pair| match pair {
            // Not where something was blanked between them.
            [first, second] if second.start - first.end == 1 && is_pair(first, second) => Some(first.start..second.end),
            _ => None,
        });
        let is_bare = |word: &str| is_digits(word) && (is_invited || word.len() == 5);
        let span = pair
            .or_else(|| words.iter().find(|span| is_lettered_shape(word(span))).cloned())
            .or_else(|| words.iter().find(|span| is_bare(word(span))).cloned())?;
        Some((Self::parse(&text.get(span.clone())?.replace([',', ';', '(', ')', '/'], " "))?, span))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `SW1A 1AA`, `1012 AB`, `114 55`, `K1A 0B1`.
fn is_spaced_shape(pair: &str) -> bool {
    let shapes = ["A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "9999 AA", "999 99", "A9A 9A9"];
    is_of_shape(pair, &shapes)
}

/// `SW1A1AA`, `1012AB`, `150-0001`, `00-001`, `K1A0B1`.
fn is_lettered_shape(word: &str) -> bool {
    let shapes = [
        "A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA", "9999AA", "999-9999", "99-999", "9999-999",
        "A9A9A9",
    ];
    is_of_shape(word, &shapes)
}

fn is_digits(word: &str) -> bool {
    (3..=7).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text has one of these shapes: letters as `A`, digits as `9`, the rest as it is.
fn is_of_shape(text: &str, shapes: &[&str]) -> bool {
    let shape = |byte: u8| match byte {
        b'0'..=b'9' => b'9',
        b'a'..=b'z' | b'A'..=b'Z' => b'A',
        byte => byte,
    };
    shapes.iter().any(|wanted| wanted.len() == text.len() && text.bytes().map(shape).eq(wanted.bytes()))
}

/// The places of words, bare of punctuation at their ends.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive(|c: char| c.is_whitespace() || ",;()/".contains(c)).filter_map(move |piece| {
        let at = start;
        start += piece.len();
        let is_edge = |c: char| !c.is_alphanumeric();
        let inner = piece.trim_start_matches(is_edge);
        let from = at + piece.len() - inner.len();
        let inner = inner.trim_end_matches(is_edge);
        (!inner.is_empty()).then(|| from..from + inner.len())
    })
}
