//! How many of something.

use std::ops::Range;

use super::lexicon::Class;
use super::scan::Scan;

/// A number of things: "two of them", "3 pairs", "x2", "zwei Stück".
///
/// Invariant: 1 to 999.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Quantity(u16);

impl Quantity {
    /// Reads the quantity that begins at a token, with its tokens: a number before what is counted, behind "quantity",
    /// or beside an `x`.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        let is_times = |at: usize| (scan.is_word(at) && scan.text(at) == "x") || scan.is_sign(at, "×");
        if scan.is_inside(from) || scan.is_sign(from.wrapping_sub(1), "#.,-/") && scan.is_joined(from) {
            return None;
        }
        if is_times(from) {
            let number = scan.number(from + 1, 3)?;
            return Self::new(number, from..from + 2).filter(|_| !scan.is_joined(from + 2) || !scan.is_word(from + 2));
        }
        let number = scan.number(from, 3).or_else(|| {
            let (number, _) = scan.says(from, Class::Number)?;
            u16::try_from(number).ok()
        })?;
        let behind = from + 1;
        // "Ein paar" and "een paar" are a few.
        let is_few = scan.digits(from).is_none() && number == 1 && scan.text(behind) == "paar";
        if let Some((_, end)) = scan.says(behind, Class::Counted).filter(|_| !is_few) {
            return Self::new(number, from..end);
        }
        let before = from.wrapping_sub(1);
        let before = if scan.is_sign(before, ":=") { before.wrapping_sub(1) } else { before };
        let is_said = scan.is(before, Class::Quantity) && scan.digits(from).is_some();
        let is_crossed = is_times(behind) && scan.digits(from).is_some() && scan.digits(behind + 1).is_none();
        match (is_said, is_crossed) {
            (_, true) => Self::new(number, from..behind + 1),
            (true, _) => Self::new(number, from..behind),
            _ => None,
        }
    }

    fn new(number: u16, tokens: Range<usize>) -> Option<(Self, Range<usize>)> {
        (1..=999).contains(&number).then_some((Self(number), tokens))
    }

    pub fn value(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<u16> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        (0..scan.len()).find_map(|at| Quantity::read(&scan, at)).map(|(quantity, _)| quantity.value())
    }

    #[test]
    fn quantities_are_read_in_six_languages() {
        let rows = [
            ("I want two of them", Some(2)),
            ("3 pairs please", Some(3)),
            ("x2", Some(2)),
            ("2x the blue one", Some(2)),
            ("3 × the mug", Some(3)),
            ("qty: 12", Some(12)),
            ("one of those is broken", Some(1)),
            ("zwei Stück", Some(2)),
            ("ich brauche drei davon", Some(3)),
            ("fünf Paar Socken", Some(5)),
            ("Anzahl 4", Some(4)),
            ("deux paires", Some(2)),
            ("quatre pièces", Some(4)),
            ("tres unidades", Some(3)),
            ("cantidad: 7", Some(7)),
            ("sei pezzi", Some(6)),
            ("due paia", Some(2)),
            ("twaalf stuks", Some(12)),
            ("drie paar sokken", Some(3)),
            ("2026 pieces", None),
            ("in 2 days", None),
            ("order 1042", None),
            ("20x30 cm", None),
            ("size 42", None),
            ("0 pieces", None),
            ("1.5 pieces", None),
            ("ein paar Sterne", None),
            ("a fox", None),
            ("xbox", None),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, want)| read(line) != *want)
            .map(|(line, want)| format!("{line}: want {want:?}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
