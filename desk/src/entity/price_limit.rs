//! The most and the least that a shopper wants to pay.

use std::ops::Range;

use serde::Serialize;

use super::amount::{Written, currency};
use super::lexicon::Class;
use super::scan::Scan;

/// An upper limit in major units: "under 150", "max €80", "less than 99.90".
///
/// The currency is that of the shop's market; a symbol that the shopper wrote is not converted.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct PriceLimit {
    /// Hundredths of the major unit.
    pub hundredths: i64,
}

/// A lower limit, likewise: "over 100", "ab 50 €", "from 20 euros".
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct PriceFloor {
    /// Hundredths of the major unit.
    pub hundredths: i64,
}

/// What a price should lie between; at least one end is given.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PriceRange {
    pub least: Option<PriceFloor>,
    pub most: Option<PriceLimit>,
}

/// Below this a floor without a currency is a number of things: "at least 2".
const LEAST_BARE_FLOOR: i64 = 20_00;

impl PriceRange {
    /// The first limit or range in a normalized text, with the place of its amount, or of both amounts.
    pub fn find(text: &str) -> Option<(Self, Range<usize>)> {
        // Amounts are written in digits, and most questions have none.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut scan = Scan::new(text);
        let (range, tokens) = (0..scan.len()).find_map(|at| Self::read(&scan, at))?;
        Some((range, scan.take(tokens)?))
    }

    /// Whether something can be had for a price within the range, where it costs from `lowest` to `highest` hundredths.
    pub fn admits(&self, (lowest, highest): (i64, i64)) -> bool {
        self.most.is_none_or(|most| lowest <= most.hundredths)
            && self.least.is_none_or(|least| highest >= least.hundredths)
    }

    /// Whether neither end is given.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Reads the limit or range whose words or amount begin at a token, with the tokens of the amounts.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        if let Some((_, behind)) = scan.says(from, Class::Between)
            && let Some(range) = between(scan, behind, scan.says(from, Class::Between)?.0 == 0)
        {
            return Some(range);
        }
        if let Some((weak, behind)) = scan.says(from, Class::Under) {
            let amount = Written::read(scan, filled(scan, behind))?;
            let is_price = is_price(scan, &amount, weak != 0) || amount.currency.is_some();
            return is_price.then(|| (Self::up_to(amount.hundredths), amount.number));
        }
        if let Some((weak, behind)) = scan.says(from, Class::Over) {
            let amount = Written::read(scan, filled(scan, behind))?;
            let is_alone = !scan.is_word(amount.tokens.end) || scan.is(amount.tokens.end, Class::Joint);
            let is_price = amount.currency.is_some()
                || (amount.hundredths >= LEAST_BARE_FLOOR && is_alone && is_price(scan, &amount, weak != 0));
            let least = Some(PriceFloor { hundredths: amount.hundredths });
            return is_price.then_some((Self { least, most: None }, amount.number));
        }
        if let Some(range) = between(scan, from, false) {
            return Some(range);
        }
        let amount = Written::read(scan, from).filter(|amount| amount.currency.is_some())?;
        scan.says(amount.tokens.end, Class::OrLess)?;
        Some((Self::up_to(amount.hundredths), amount.tokens))
    }

    fn up_to(hundredths: i64) -> Self {
        Self { least: None, most: Some(PriceLimit { hundredths }) }
    }
}

/// Two amounts with "and" or "to" between them. Where the words before them say nothing of prices, a currency must.
fn between(scan: &Scan, from: usize, is_said: bool) -> Option<(PriceRange, Range<usize>)> {
    let least = Written::read(scan, from)?;
    let (_, behind) = scan
        .says(least.tokens.end, Class::And)
        .or_else(|| scan.is_sign(least.tokens.end, "-").then_some((0, least.tokens.end + 1)))?;
    let most = Written::read(scan, behind)?;
    let is_price = most.currency.is_some() || (is_said && is_price(scan, &most, false));
    let range = PriceRange {
        least: Some(PriceFloor { hundredths: least.hundredths }),
        most: Some(PriceLimit { hundredths: most.hundredths }),
    };
    (is_price && least.hundredths < most.hundredths).then_some((range, least.tokens.start..most.tokens.end))
}

/// Behind ":" and words such as "about", to where the amount should stand.
fn filled(scan: &Scan, mut at: usize) -> usize {
    while scan.is_sign(at, ":=<>") || (scan.is(at, Class::Filler) && !scan.is(at, Class::Currency)) {
        at += 1;
    }
    if currency(scan, at).is_some_and(|(_, behind)| scan.is_sign(behind, ":")) { at + 1 } else { at }
}

/// Whether an amount without a currency is one of money: nothing that is counted or measured, and no share. Behind a
/// word that limits other things too it must not look like an order number or a year.
fn is_price(scan: &Scan, amount: &Written, is_weak: bool) -> bool {
    let next = amount.tokens.end;
    let is_other = [Class::Measure, Class::Unit, Class::Counted, Class::Month, Class::Quantity]
        .iter()
        .any(|class| scan.is(next, *class) && !scan.is(next, Class::Joint));
    let is_long = scan.digits(amount.number.start).is_some_and(|digits| digits.len() >= 4);
    !(is_other || scan.is_sign(next, "%:°/-") || (is_weak && is_long))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> (Option<i64>, Option<i64>) {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        let range =
            (0..scan.len()).find_map(|at| PriceRange::read(&scan, at)).map(|(range, _)| range).unwrap_or_default();
        (range.least.map(|least| least.hundredths), range.most.map(|most| most.hundredths))
    }

    fn check(rows: &[(&str, Option<i64>, Option<i64>)]) {
        let wrong: Vec<_> = rows
            .iter()
            .filter(|(line, least, most)| read(line) != (*least, *most))
            .map(|(line, least, most)| format!("{line}: want {:?}, got {:?}", (least, most), read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn limits_are_read_with_and_without_currency() {
        check(&[
            ("for hiking, under 150?", None, Some(15000)),
            ("max €80", None, Some(8000)),
            ("less than 99.90 please", None, Some(9990)),
            ("up to eur 1200", None, Some(120_000)),
            ("under the weather", None, None),
            ("my budget is 60 euros", None, Some(6000)),
            ("thunder 150", None, None),
            ("under 1.500", None, None),
            ("unter 100 Euro", None, Some(10_000)),
            ("bis 80 €", None, Some(8000)),
            ("bis zu 80", None, Some(8000)),
            ("höchstens 49,90", None, Some(4990)),
            ("maximal 50,- €", None, Some(5000)),
            ("moins de 1 200 €", None, Some(120_000)),
            ("jusqu'à 60 euros", None, Some(6000)),
            ("pas plus de 30", None, Some(3000)),
            ("menos de 40 euros", None, Some(4000)),
            ("hasta 25", None, Some(2500)),
            ("meno di 75 €", None, Some(7500)),
            ("fino a 75", None, Some(7500)),
            ("al massimo 20 euro", None, Some(2000)),
            ("onder de 90", None, Some(9000)),
            ("tot 90 euro", None, Some(9000)),
            ("maximaal 35", None, Some(3500)),
            ("50 euro max", None, Some(5000)),
            ("30 € ou moins", None, Some(3000)),
        ]);
    }

    #[test]
    fn floors_and_ranges_are_read() {
        check(&[
            ("over 100", Some(10_000), None),
            ("over 100 euros please", Some(10_000), None),
            ("ab 50", Some(5000), None),
            ("mindestens 50 €", Some(5000), None),
            ("plus de 80 euros", Some(8000), None),
            ("más de 60 €", Some(6000), None),
            ("più di 60 euro", Some(6000), None),
            ("vanaf 40 euro", Some(4000), None),
            ("between 50 and 80", Some(5000), Some(8000)),
            ("50-80 euro", Some(5000), Some(8000)),
            ("from $50 to $80", Some(5000), Some(8000)),
            ("zwischen 50 und 80 Euro", Some(5000), Some(8000)),
            ("50 bis 80 €", Some(5000), Some(8000)),
            ("entre 50 et 80", Some(5000), Some(8000)),
            ("entre 50 y 80 euros", Some(5000), Some(8000)),
            ("tra 50 e 80 euro", Some(5000), Some(8000)),
            ("tussen de 50 en 80", None, None),
            ("tussen 50 en 80", Some(5000), Some(8000)),
        ]);
    }

    #[test]
    fn what_is_no_money_limits_nothing() {
        let rows = [
            "within 14 days",
            "under 30 minutes",
            "less than 2 kg",
            "at least 2",
            "at least 3 pairs",
            "more than 100 reviews",
            "zwischen 10 und 12 Uhr",
            "bis 18 Uhr",
            "bis 2026",
            "over 1042",
            "vraag over 1042",
            "between 2 and 3 days",
            "more than 50% off",
            "de 50 à 80",
            "menos de 3 semanas",
            "meer dan 3 weken",
            "plus de 2 semaines",
        ];
        check(&rows.map(|line| (line, None, None)));
    }
}
