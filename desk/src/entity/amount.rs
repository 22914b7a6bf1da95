//! Amounts of money.

use std::ops::Range;

use super::lexicon::{CURRENCIES, Class};
use super::scan::{Kind, Scan};
use crate::money::Currency;

/// An amount that names its currency: `1.139,50 €`, `€1,139.50`, `CHF 20`, "twenty" is none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Amount {
    /// Hundredths of the major unit.
    pub hundredths: i64,
    /// `None` for `$`, "dollars" and "kr", which several countries have.
    pub currency: Option<Currency>,
}

/// A number as it stands in the text, and whether a currency stands with it.
pub(super) struct Written {
    pub hundredths: i64,
    /// Without its currency.
    pub number: Range<usize>,
    /// Index into [`CURRENCIES`].
    pub currency: Option<usize>,
    /// With its currency.
    pub tokens: Range<usize>,
}

impl Amount {
    /// Reads the amount that begins at a token, with its tokens.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        let written = Written::read(scan, from)?;
        let code = CURRENCIES.get(written.currency?)?;
        let amount = Self { hundredths: written.hundredths, currency: Currency::parse(code).ok() };
        Some((amount, written.tokens))
    }
}

impl Written {
    /// Reads a number that begins at a token or behind a currency there.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<Self> {
        let before = currency(scan, from);
        let start = before.map_or(from, |(_, behind)| behind);
        let is_split = scan.is_joined(start)
            && scan.is_sign(start.wrapping_sub(1), ".,'")
            && scan.digits(start.wrapping_sub(2)).is_some();
        if before.is_none() && (scan.is_inside(start) || is_split) {
            return None;
        }
        let (mut number, mut end) = figure(scan, start)?;
        while scan.is_joined(end) && scan.is_sign(end, ".,'") && scan.is_joined(end + 1) {
            let (Some(digits), Some(Kind::Sign(sign))) = (scan.digits(end + 1), scan.kind(end)) else { break };
            number.add(digits, sign)?;
            end += 2;
        }
        let digits_end = end;
        // "50,-" and "20.–" are round.
        if scan.is_joined(end) && scan.is_sign(end, ",.") && scan.is_joined(end + 1) && scan.is_sign(end + 1, "-") {
            end += 2;
        }
        let behind = currency(scan, end).filter(|_| before.is_none());
        let is_money = before.or(behind).is_some();
        if !is_money && scan.is_joined(digits_end) && scan.is_word(digits_end) {
            return None;
        }
        let mut tokens_end = behind.map_or(end, |(_, behind)| behind);
        // "15€99".
        if let (Some(cents), true) = (scan.digits(end + 1), number.hundredths.is_none() && scan.is_sign(end, "€"))
            && cents.len() == 2
            && scan.is_joined(end)
            && scan.is_joined(end + 1)
        {
            number.hundredths = cents.parse().ok();
            tokens_end = end + 2;
        }
        Some(Self {
            hundredths: number.hundredths(is_money)?,
            number: start..end,
            currency: before.or(behind).map(|(currency, _)| currency),
            tokens: from..tokens_end,
        })
    }
}

/// The digits that a number begins with. In `1 139,50` a space stands between thousands, where the whole can be nothing
/// but an amount.
fn figure(scan: &Scan, at: usize) -> Option<(Figure, usize)> {
    let first = scan.digits(at)?;
    let whole: i64 = first.parse().ok()?;
    let is_short = first.len() <= 3;
    let second = scan.digits(at + 1).filter(|second| is_short && second.len() == 3);
    let is_money = || {
        currency(scan, at + 2).is_some()
            || (scan.is_joined(at + 2)
                && scan.is_sign(at + 2, ",")
                && scan.is_joined(at + 3)
                && scan.digits(at + 3).is_some_and(|digits| digits.len() == 2))
    };
    let thousands = second.filter(|_| is_money()).and_then(|second| second.parse::<i64>().ok());
    let (whole, behind) = thousands.map_or((whole, at + 1), |rest| (whole * 1000 + rest, at + 2));
    Some((Figure { whole, is_short, groups: 0, hundredths: None, separator: None }, behind))
}

/// Which currency stands at `at`, and what is behind it.
pub(super) fn currency(scan: &Scan, at: usize) -> Option<(usize, usize)> {
    match scan.kind(at)? {
        Kind::Sign('€') => Some((1, at + 1)),
        Kind::Sign('£') => Some((2, at + 1)),
        Kind::Sign('$') => Some((0, at + 1)),
        Kind::Word => {
            let (index, behind) = scan.says(at, Class::Currency)?;
            Some((usize::try_from(index).ok()?, behind))
        }
        _ => None,
    }
}

/// Digits with points and commas, not yet told apart.
struct Figure {
    whole: i64,
    /// Whether the first group can be one of thousands: "1042,500" is none.
    is_short: bool,
    /// Groups of three behind the first.
    groups: usize,
    hundredths: Option<i64>,
    separator: Option<char>,
}

impl Figure {
    /// Takes the digits behind a separator: three are thousands, one or two are the fraction and the end.
    fn add(&mut self, digits: &str, sign: char) -> Option<()> {
        let value: i64 = digits.parse().ok()?;
        match digits.len() {
            _ if self.hundredths.is_some() => return None,
            3 if self.separator.is_none_or(|separator| separator == sign) && self.is_short => {
                self.whole = self.whole.checked_mul(1000)?.checked_add(value)?;
                self.groups += 1;
            }
            1 if self.separator != Some(sign) => self.hundredths = Some(value * 10),
            2 if self.separator != Some(sign) => self.hundredths = Some(value),
            _ => return None,
        }
        self.separator = Some(sign);
        Some(())
    }

    /// Without a currency `1.500` is left open: a thousand and a half, or one and a half.
    fn hundredths(&self, is_money: bool) -> Option<i64> {
        if self.groups == 1 && self.hundredths.is_none() && !is_money {
            return None;
        }
        self.whole.checked_mul(100)?.checked_add(self.hundredths.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<(i64, String)> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        let (amount, _) = (0..scan.len()).find_map(|at| Amount::read(&scan, at))?;
        Some((amount.hundredths, amount.currency.map(|currency| currency.code().to_owned()).unwrap_or_default()))
    }

    #[test]
    fn amounts_are_read_in_both_styles() {
        let rows = [
            ("1.139,50 €", 113_950, "EUR"),
            ("€1,139.50", 113_950, "EUR"),
            ("1 139,50 €", 113_950, "EUR"),
            ("1'139.50 CHF", 113_950, "CHF"),
            ("CHF 20", 2_000, "CHF"),
            ("I paid £12.5 for it", 1_250, "GBP"),
            ("es hat 49,90 Euro gekostet", 4_990, "EUR"),
            ("50,- €", 5_000, "EUR"),
            ("€ 50,-", 5_000, "EUR"),
            ("1.500 €", 150_000, "EUR"),
            ("1.234.567 euros", 123_456_700, "EUR"),
            ("$20", 2_000, ""),
            ("20 dollars", 2_000, ""),
            ("299 kr", 29_900, ""),
            ("5€", 500, "EUR"),
            ("cuesta 30 euros", 3_000, "EUR"),
            ("mi è costato 15,99 euro", 1_599, "EUR"),
            ("ça coûte 15€99", 1_599, "EUR"),
            ("het kostte 12 euro", 1_200, "EUR"),
            ("20 francs suisses", 2_000, "CHF"),
            ("１２ €", 1_200, "EUR"),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, hundredths, code)| read(line) != Some((*hundredths, (*code).to_owned())))
            .map(|(line, hundredths, code)| format!("{line}: want {hundredths} {code}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        for line in ["1042", "12,345,67 €", "order 1042", "99999999999999999999 €", "under 150", "€", "1..2 €x"]
        {
            assert!(!matches!(read(line), Some((hundredths, _)) if hundredths > 200), "{line}: {:?}", read(line));
        }
    }
}
