//! Article numbers.

use std::ops::Range;

use super::lexicon::Class;
use super::scan::{Kind, Scan};

/// A code that names an article in the shop's books, as `RJ-220-M-SLT`. Upper case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sku(String);

/// Longer codes are none that a person types.
const LONGEST: usize = 40;

impl Sku {
    /// Reads the code that begins at a token, with its tokens: letters and digits in three parts or more, or whatever
    /// is announced as one. `EN-1042-A` is an order number.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        if !matches!(scan.kind(from), Some(Kind::Word | Kind::Digits))
            || scan.is_inside(from)
            || scan.is_sign(from.wrapping_sub(1), "#-_") && scan.is_joined(from)
        {
            return None;
        }
        let mut behind = from + 1;
        let mut code = scan.text(from).to_owned();
        while scan.is_joined(behind) && code.len() <= LONGEST {
            let is_part = matches!(scan.kind(behind), Some(Kind::Word | Kind::Digits));
            let is_joint = scan.is_sign(behind, "-_./")
                && scan.is_joined(behind + 1)
                && matches!(scan.kind(behind + 1), Some(Kind::Word | Kind::Digits));
            if !(is_part || is_joint) {
                break;
            }
            code.push_str(scan.text(behind));
            behind += 1;
        }
        let digits = code.bytes().filter(u8::is_ascii_digit).count();
        let has_letters = code.bytes().any(|b| b.is_ascii_alphabetic());
        let is_plain = code.len() <= LONGEST && code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
        let is_announced = scan.is_announced(from, Class::Sku);
        let is_sku = if is_announced {
            digits >= 4 || (digits > 0 && has_letters && code.len() >= 4)
        } else {
            has_letters && is_in_parts(&code) && !scan.is(from, Class::Order)
        };
        (is_plain && is_sku).then(|| (Self(code.to_ascii_uppercase()), from..behind))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Three parts, one of them with two digits or more, and not in the form of an order number: letters, digits, a short
/// suffix of letters.
fn is_in_parts(code: &str) -> bool {
    let parts: Vec<&str> = code.split(['-', '_']).collect();
    let is_all = |part: &str, is: fn(&u8) -> bool| !part.is_empty() && part.as_bytes().iter().all(is);
    let is_order = match parts.as_slice() {
        [prefix, number, suffix] => {
            is_all(prefix, u8::is_ascii_alphabetic)
                && is_all(number, u8::is_ascii_digit)
                && is_all(suffix, u8::is_ascii_alphabetic)
                && suffix.len() <= 2
        }
        _ => false,
    };
    let has_number = parts.iter().any(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 2);
    parts.len() >= 3 && has_number && !is_order && code.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<String> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        (0..scan.len()).find_map(|at| Sku::read(&scan, at)).map(|(sku, _)| sku.as_str().to_owned())
    }

    #[test]
    fn codes_are_told_by_their_parts_or_by_a_cue() {
        let rows = [
            ("is RJ-220-M-SLT in stock?", "RJ-220-M-SLT"),
            ("rj_220_slate", "RJ_220_SLATE"),
            ("SKU: 12345", "12345"),
            ("item no. AB12", "AB12"),
            ("Artikelnummer 4711-08", "4711-08"),
            ("Art.-Nr. 998877", "998877"),
            ("la référence 55.120", "55.120"),
            ("referencia: TX90-B", "TX90-B"),
            ("codice articolo HK8812", "HK8812"),
            ("artikelnummer is 77/1234", "77/1234"),
            ("part number 7Z-55", "7Z-55"),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, want)| read(line).as_deref() != Some(*want))
            .map(|(line, want)| format!("{line}: want {want}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn order_numbers_and_words_are_none() {
        let rows = [
            "EN-1042-A",
            "#EN-1042-A",
            "SHOP-1042",
            "order-1042-2026-x",
            "a 2-in-1 jacket",
            "t-shirt",
            "wi-fi-6",
            "24-7",
            "item 2 of 3",
            "which article is it?",
            "10115",
            "2026-11-12",
            "+49-30-1234567",
        ];
        let wrong: Vec<_> = rows.into_iter().filter_map(|line| read(line).map(|read| (line, read))).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
