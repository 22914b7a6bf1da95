//! Phone numbers as people write them.

use std::ops::Range;

use super::lexicon::Class;
use super::scan::Scan;

/// A phone number for dialling: digits only, with a `+` before a country's code.
///
/// Invariant: six to fifteen digits. Whether anybody answers is nobody's claim.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phone(String);

/// E.164 allows no more.
const MOST_DIGITS: usize = 15;

impl Phone {
    /// Reads the number that begins at a token, with its tokens: international, or national in a shape that nothing
    /// else has. Digits in another shape must be announced: "call me on", "Tel.".
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        let is_plus = scan.is_sign(from, "+") && scan.digits(from + 1).is_some();
        let is_bracketed = scan.is_sign(from, "(") && (scan.digits(from + 1).is_some() || scan.is_sign(from + 1, "+"));
        let is_start = is_plus || is_bracketed || scan.digits(from).is_some();
        let is_amid =
            scan.is_joined(from) && scan.is_sign(from - 1, "-./") && scan.digits(from.wrapping_sub(2)).is_some();
        if !is_start || is_amid || scan.is_inside(from) || scan.is_sign(from.wrapping_sub(1), "#") {
            return None;
        }
        let mut number = String::new();
        let mut groups: Vec<usize> = Vec::new();
        let mut behind = from;
        let mut has_plus = false;
        for at in from..from + MOST_TOKENS {
            if let Some(digits) = scan.digits(at) {
                let is_enough = number.len() >= 10 && !scan.is_joined(at);
                let prefix = if number.starts_with("00") { 2 } else { 0 };
                let length = number.len() + digits.len() - prefix;
                if length > MOST_DIGITS || (is_enough && length > 13) {
                    break;
                }
                // "(0)" behind a country's code is not dialled.
                if !(digits == "0" && has_plus && scan.is_sign(at.wrapping_sub(1), "(")) {
                    number.push_str(digits);
                    groups.push(digits.len());
                }
                behind = at + 1;
            } else if scan.is_sign(at, "+") && number.is_empty() {
                has_plus = true;
            } else if !scan.is_sign(at, "-./()") {
                break;
            }
        }
        if scan.is_joined(behind) && scan.is_word(behind) {
            return None;
        }
        if !has_plus && number.starts_with("00") && !number.starts_with("000") {
            number.drain(..2);
            has_plus = true;
        }
        let is_announced = scan.is_announced(from, Class::Phone);
        let is_other = scan.is_announced(from, Class::Order) || scan.is_announced(from, Class::Postcode);
        let is_phone = match number.len() {
            8..=MOST_DIGITS if has_plus => true,
            6..=MOST_DIGITS if is_announced => true,
            _ if is_other => false,
            length => is_national(&number, &groups, length),
        };
        if has_plus {
            number.insert(0, '+');
        }
        is_phone.then_some((Self(number), from..behind))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Groups of two with a sign between each are the longest that is written.
const MOST_TOKENS: usize = 24;

/// The shapes of national numbers: with a zero before the area, as in most of Europe; 3-3-4 in North America and of
/// Italian mobiles; 3-3-3 in Spain.
fn is_national(number: &str, groups: &[usize], length: usize) -> bool {
    // A postcode may begin with a zero too, and an order number stand behind it.
    let is_postcode_first = groups.first() == Some(&5) && groups.len() == 2 && length < 10;
    match groups {
        _ if number.starts_with('0') => {
            (9..=12).contains(&length) && (groups.len() > 1 || length >= 10) && !is_postcode_first
        }
        [3, 3, 4] | [1, 3, 3, 4] => true,
        [3, 3, 3] | [3, 2, 2, 2] => number.starts_with(['6', '7', '8', '9']),
        [3, 7] => number.starts_with('3'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<String> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        (0..scan.len()).find_map(|at| Phone::read(&scan, at)).map(|(phone, _)| phone.as_str().to_owned())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let rows = [
            ("+49 30 1234567", "+49301234567"),
            ("+49 (0)30 123 45 67", "+49301234567"),
            ("0049 151 2345 6789", "+4915123456789"),
            ("00 33 6 12 34 56 78", "+33612345678"),
            ("call me on +1 (555) 123-4567 please", "+15551234567"),
            ("(555) 123-4567", "5551234567"),
            ("555-123-4567", "5551234567"),
            ("555.123.4567", "5551234567"),
            ("my mobile is 07700 900123", "07700900123"),
            ("07700 900123", "07700900123"),
            ("meine Handynummer ist 0151/23456789", "015123456789"),
            ("(030) 123 456-78", "03012345678"),
            ("mon portable: 06.12.34.56.78", "0612345678"),
            ("06 12 34 56 78", "0612345678"),
            ("mi teléfono es 612 345 678", "612345678"),
            ("612 34 56 78", "612345678"),
            ("il mio cellulare è 347 123 4567", "3471234567"),
            ("333 1234567", "3331234567"),
            ("mijn telefoonnummer is 06-12345678", "0612345678"),
            ("phone 5551234", "5551234"),
            ("tel. 5551234567", "5551234567"),
            ("0612345678 1042", "0612345678"),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, want)| read(line).as_deref() != Some(*want))
            .map(|(line, want)| format!("{line}: want {want}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn other_numbers_are_none() {
        let rows = [
            "order 1042",
            "order 5551234567",
            "1001 10115",
            "01067 1001",
            "150-0001",
            "#5551234567",
            "the tent for 1.139,50",
            "5551234567",
            "12.11.2026",
            "2026-11-12",
            "10:30 - 12:45",
            "00-001",
            "I ordered 3 of 12",
        ];
        let wrong: Vec<_> = rows.into_iter().filter_map(|line| read(line).map(|read| (line, read))).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
