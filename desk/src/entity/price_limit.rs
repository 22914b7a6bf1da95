//! The most that a shopper wants to pay.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// An upper limit in major units: "under 150", "max €80", "less than 99.90".
///
/// The currency is that of the shop's market; a symbol that the shopper wrote is not converted.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct PriceLimit {
    /// Hundredths of the major unit.
    pub hundredths: i64,
}

impl PriceLimit {
    /// The limit in `text`, with the place of the amount.
    pub fn find(text: &str) -> Option<(Self, Range<usize>)> {
        let opener = OPENERS.iter().filter_map(|opener| find_word(text, opener).map(|at| at + opener.len())).min()?;
        let rest = text.get(opener..)?;
        let filler = |c: char| c.is_whitespace() || "€$£:".contains(c);
        let skipped = rest.trim_start_matches(filler);
        let skipped = ["eur", "usd", "gbp", "euro", "euros"]
            .iter()
            .find_map(|word| skipped.strip_prefix(word))
            .unwrap_or(skipped);
        let skipped = skipped.trim_start_matches(filler);
        let amount: String = skipped.chars().take_while(|c| c.is_ascii_digit() || *c == '.' || *c == ',').collect();
        let amount = amount.trim_end_matches(['.', ',']);
        let start = opener + (rest.len() - skipped.len());
        let (whole, fraction) = amount.split_once(['.', ',']).unwrap_or((amount, ""));
        let fraction = match fraction.len() {
            0 => 0,
            1 => fraction.parse::<i64>().ok()? * 10,
            2 => fraction.parse::<i64>().ok()?,
            _ => return None,
        };
        let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fraction)?;
        Some((Self { hundredths }, start..start + amount.len()))
    }
}

const OPENERS: [&str; 14] = [
    "under",
    "below",
    "less than",
    "cheaper than",
    "max",
    "maximum",
    "up to",
    "at most",
    "no more than",
    "not more than",
    "within",
    "budget of",
    "budget is",
    "unter",
];

/// Where `word` stands in `text` with no letter on either side.
fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|head| head.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|tail| tail.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_with_and_without_currency() {
        let rows = [
            ("for hiking, under 150?", Some(15000)),
            ("max €80", Some(8000)),
            ("less than 99.90 please", Some(9990)),
            ("up to eur 1200", Some(120_000)),
            ("under the weather", None),
            ("my budget is 60 euros", Some(6000)),
            ("thunder 150", None),
            ("under 1.500", None),
        ];
        for (text, hundredths) in rows {
            assert_eq!(PriceLimit::find(text).map(|(limit, _)| limit.hundredths), hundredths, "{text}");
        }
    }
}
