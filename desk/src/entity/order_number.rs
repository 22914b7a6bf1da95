//! Order numbers as shops print them and people write them.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Expecting;
use super::lexicon::Class;
use super::scan::{Kind, Scan};

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

    /// The likeliest order number in a text, with its tokens.
    ///
    /// A `#` or a word such as "order" before it makes any number one. Without, it takes four digits or more, and
    /// none that reads as a year, unless an order number is what was asked for. Where several remain the first wins,
    /// and a number behind "postcode" is none.
    pub(super) fn find(scan: &Scan, expecting: Expecting) -> Option<(Self, Range<usize>)> {
        let candidates = (0..scan.len()).filter_map(|at| {
            let (tokens, number) = Self::at(scan, at)?;
            let score = score(scan, at, &tokens, expecting);
            (score > 0).then_some((score, number, tokens))
        });
        // The first of the best: `max_by_key` would take the last.
        candidates
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, number, tokens)| (number, tokens))
    }

    /// The number whose digits stand at `at`, with the tokens of its prefix and suffix: `EN1042`, `#EN-1042-A`, `# 1042`.
    fn at(scan: &Scan, at: usize) -> Option<(Range<usize>, Self)> {
        let number = Self::parse(scan.digits(at)?)?;
        let mut from = at;
        while scan.is_joined(from) && (scan.is_sign(from - 1, "-#_") || scan.is_affix(from - 1)) {
            from -= 1;
        }
        if from == at && scan.is_sign(from.wrapping_sub(1), "#") {
            from -= 1;
        }
        let mut behind = at + 1;
        while scan.is_joined(behind)
            && (scan.is_affix(behind) || (scan.is_sign(behind, "-_") && scan.is_joined(behind + 1)))
        {
            behind += 1;
        }
        // The year that some shops count by: "1042/2026", "2026/1042".
        let is_year = |at: usize| scan.digits(at).is_some_and(|digits| digits.len() == 4 && digits.starts_with("20"));
        if scan.is_joined(behind) && scan.is_sign(behind, "/") && scan.is_joined(behind + 1) && is_year(behind + 1) {
            behind += 2;
        } else if scan.is_joined(from) && scan.is_sign(from - 1, "/") && scan.is_joined(from - 1) && is_year(from - 2) {
            from -= 2;
        }
        // "10:30", "3.5", "1042-2", "20%" and "500ml" are no order numbers.
        let touches = |edge: usize, other: usize| {
            scan.is_joined(edge) && (scan.digits(other).is_some() || scan.kind(other) == Some(Kind::Taken))
        };
        let is_split = |sign: usize, edge: usize, other: usize| {
            scan.is_sign(sign, ".:") && scan.is_joined(sign.max(from)) && touches(edge, other)
        };
        let is_torn = touches(from, from.wrapping_sub(1))
            || touches(behind, behind)
            || is_split(from.wrapping_sub(1), from.wrapping_sub(1), from.wrapping_sub(2))
            || (scan.is_joined(behind) && is_split(behind, behind + 1, behind + 1))
            || (scan.is_joined(behind) && scan.is_sign(behind, "%°"))
            || (scan.is_joined(behind) && scan.is_word(behind))
            || (scan.is_joined(from) && scan.is_word(from - 1))
            || (scan.is_inside(at + 1) && scan.is(at + 1, Class::Measure));
        (!is_torn).then_some((from..behind, number))
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
fn score(scan: &Scan, at: usize, tokens: &Range<usize>, expecting: Expecting) -> u8 {
    let text = scan.text(at);
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && tokens.len() == 1;
    if tokens.clone().any(|token| scan.is_sign(token, "#")) {
        return 3;
    }
    let cue = scan.cue(tokens.start);
    let is_cue = |class: Class| cue.is_some_and(|cue| scan.is(cue, class));
    if is_cue(Class::Order) {
        return 3;
    }
    if is_cue(Class::Postcode) || is_cue(Class::Phone) || is_cue(Class::Size) {
        return 0;
    }
    // "No. 1042" of nothing else; "numero 45" is a shoe.
    let numbered = (cue.map_or(0, |cue| cue + 1)..tokens.start).any(|token| scan.is(token, Class::Numbered));
    match expecting {
        _ if numbered && text.len() >= 3 && !is_cue(Class::Sku) && !is_cue(Class::Tracking) => 3,
        // Somebody asked for it, yet "3 days ago" is no answer.
        Expecting::Order if text.len() >= 3 => 2,
        Expecting::Nothing if text.len() >= 4 && !is_year => 1,
        _ => 0,
    }
}
