//! Order numbers as shops print them and people write them.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Expecting;

/// A number that names one order in the shop, such as `#1042`.
///
/// Invariant: one to twelve decimal digits, no leading zero. Whether the order exists only the shop can say.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct OrderNumber(u64);

impl OrderNumber {
    /// Reads a whole text that is an order number: `#1042`, `1042`, `EN1042`, `1042-A`. The shop's prefix and suffix
    /// are settings of the shop and do not count.
    pub fn parse(text: &str) -> Option<Self> {
        let is_affix = |c: char| c.is_ascii_alphabetic() || c == '-' || c == '#';
        let digits = text.trim().trim_matches(is_affix);
        let is_number =
            (1..=12).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        is_number.then(|| digits.parse().ok().map(Self)).flatten()
    }

    /// The likeliest order number in `text`, with its place.
    ///
    /// A `#` or a word such as "order" before it makes any number one. Without, it takes four digits or more, and
    /// none that reads as a year, unless an order number is what was asked for. Where several remain the first wins,
    /// and a number behind "postcode" is none.
    pub fn find(text: &str, expecting: Expecting) -> Option<(Self, Range<usize>)> {
        let mut candidates: Vec<(u8, Self, Range<usize>)> = Vec::new();
        let mut before = "";
        for word in words(text) {
            let token = text.get(word.clone()).unwrap_or_default();
            if let Some(number) = Self::parse(token).filter(|_| token.chars().any(|c| c.is_ascii_digit())) {
                let score = score(token, before, expecting);
                if score > 0 {
                    candidates.push((score, number, word.clone()));
                }
            }
            // "order no. 1042", "order number is 1042": fillers keep the word that counts in sight.
            if !["no", "no.", "nr", "nr.", "number", "is", "id", "code", "the", ":", "#"].contains(&token)
                || before.is_empty()
            {
                before = token;
            }
        }
        // The first of the best: `max_by_key` would take the last.
        candidates.into_iter().rev().max_by_key(|(score, ..)| *score).map(|(_, number, span)| (number, span))
    }

    pub fn value(self) -> u64 {
        self.0
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// How much speaks for an order number: 0 nothing, 3 everything.
fn score(token: &str, before: &str, expecting: Expecting) -> u8 {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let is_year = digits == 4 && (token.starts_with("19") || token.starts_with("20"));
    if token.starts_with('#') {
        return 3;
    }
    match before.trim_matches(|c: char| !c.is_alphanumeric()) {
        "postcode" | "zip" | "zipcode" | "postal" | "plz" | "postleitzahl" => return 0,
        "order" | "orders" | "no" | "nr" | "number" | "bestellung" | "bestellnummer" | "auftrag" | "purchase" => {
            return 3;
        }
        _ => {}
    }
    match expecting {
        // Somebody asked for it, yet "3 days ago" is no answer.
        Expecting::Order if digits >= 3 => 2,
        Expecting::Nothing if digits >= 4 && !is_year => 1,
        _ => 0,
    }
}

/// The places of words: runs without white space, bare of punctuation at either end (a leading `#` stays).
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split(|c: char| c.is_whitespace() || ",;()/".contains(c)).filter_map(move |piece| {
        let at = start;
        start = at
            + piece.len()
            + text.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let is_edge = |c: char| ".!?:\"'".contains(c);
        let inner = piece.trim_start_matches(is_edge);
        let from = at + (piece.len() - inner.len());
        let inner = inner.trim_end_matches(is_edge);
        (!inner.is_empty()).then(|| from..from + inner.len())
    })
}
