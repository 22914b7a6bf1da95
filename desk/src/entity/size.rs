//! Sizes of clothes and shoes.

use std::ops::Range;

use super::lexicon::Class;
use super::scan::Scan;

/// A size as the shopper wrote it, upper case: `M`, `42`, `10.5`, `UK 9`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Size(String);

impl Size {
    /// Reads the size that begins at a token, with its tokens. `XL` is one anywhere; `M` needs "size" or "in" before
    /// it, and a number "size" or the name of a system.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        if scan.is_inside(from) {
            return None;
        }
        let before = from.wrapping_sub(1);
        let before = if scan.is_sign(before, ":.=") { before.wrapping_sub(1) } else { before };
        let is_announced = matches!(scan.says(before, Class::Size), Some((0, _)));
        if let Some((1, at)) = scan.says(from, Class::Size) {
            // "us" and "fr" are words too.
            let is_system = is_announced || ["eu", "uk"].contains(&scan.text(from));
            let (number, behind) = number(scan, at).filter(|_| is_system)?;
            return Some((Self(format!("{} {number}", scan.text(from).to_uppercase())), from..behind));
        }
        if let Some((kind, behind)) = scan.says(from, Class::Letter) {
            let is_invited = is_announced
                || kind == 0
                || (scan.text(from).len() == 1
                    && (scan.is(before, Class::In) || scan.is(before, Class::Number))
                    && !scan.is_joined(from));
            let is_whole = !scan.is_joined(behind) || scan.is_sign(behind, ".,?!;)");
            return (is_invited && is_whole).then(|| (Self(scan.text(from).to_uppercase()), from..behind));
        }
        // "2xl".
        if scan.digits(from).is_some_and(|digits| digits.len() == 1)
            && scan.is_inside(from + 1)
            && ["xl", "xs"].contains(&scan.text(from + 1))
        {
            return Some((Self(format!("{}{}", scan.text(from), scan.text(from + 1).to_uppercase())), from..from + 2));
        }
        let (number, behind) = number(scan, from).filter(|_| is_announced)?;
        Some((Self(number), from..behind))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `42`, `10.5`, `42,5`, `128`.
fn number(scan: &Scan, at: usize) -> Option<(String, usize)> {
    let whole = scan.digits(at).filter(|digits| digits.len() <= 3)?;
    let half = scan
        .digits(at + 2)
        .filter(|half| *half == "5" && scan.is_sign(at + 1, ".,") && scan.is_joined(at + 1) && scan.is_joined(at + 2));
    let behind = if half.is_some() { at + 3 } else { at + 1 };
    let is_whole = !(scan.is_joined(behind) && scan.is_word(behind));
    is_whole.then(|| (half.map_or_else(|| whole.to_owned(), |half| format!("{whole}.{half}")), behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<String> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        (0..scan.len()).find_map(|at| Size::read(&scan, at)).map(|(size, _)| size.as_str().to_owned())
    }

    #[test]
    fn sizes_are_read_in_six_languages() {
        let rows = [
            ("do you have it in size M?", Some("M")),
            ("size 42 please", Some("42")),
            ("Size: 10.5", Some("10.5")),
            ("is there an XL?", Some("XL")),
            ("2xl", Some("2XL")),
            ("in m?", Some("M")),
            ("UK 9", Some("UK 9")),
            ("size US 10", Some("US 10")),
            ("Größe 38 bitte", Some("38")),
            ("in Gr. L", Some("L")),
            ("taille 40", Some("40")),
            ("pointure 42,5", Some("42.5")),
            ("talla S", Some("S")),
            ("taglia 48", Some("48")),
            ("maat EU 43", Some("EU 43")),
            ("size small", Some("SMALL")),
            ("a small problem", None),
            ("call us 10 times", None),
            ("it's mine", None),
            ("10 m of rope", None),
            ("size matters", None),
            ("order 1042", None),
            ("size 1042", None),
            ("l'article", None),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, want)| read(line).as_deref() != *want)
            .map(|(line, want)| format!("{line}: want {want:?}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
