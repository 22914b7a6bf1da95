//! Tracking numbers, told by their carriers' check digits.

use std::ops::Range;

use super::lexicon::Class;
use super::scan::{Kind, Scan};

/// A number that a carrier follows a parcel by. Whether the parcel exists only the carrier can say.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TrackingNumber {
    /// Whose form and check digit it has; `None` where only the words around it say what it is.
    pub carrier: Option<Carrier>,
    /// Letters and digits only, upper case.
    pub text: String,
}

/// Who numbers parcels so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Carrier {
    Ups,
    FedEx,
    Usps,
    Dhl,
    /// A national post, by the S10 standard of the Universal Postal Union.
    Post,
}

impl Carrier {
    /// Whose number this is, by its form and check digit; spaces and hyphens are skipped. Short numbers of digits only
    /// fit by chance at times, so ask this of what is known to be a tracking number.
    pub fn of(number: &str) -> Option<Self> {
        let code: String = number.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        carrier(&code.to_ascii_lowercase(), true)
    }
}

impl TrackingNumber {
    /// Reads the number that begins at a token, with its tokens.
    ///
    /// One that is digits only must be announced ("tracking", "Sendungsnummer", a carrier's name), or have at least
    /// twelve and the check digit of one carrier alone. One that is announced need not be known to any carrier.
    pub(super) fn read(scan: &Scan, from: usize) -> Option<(Self, Range<usize>)> {
        // "1Z…", "RB…", "JVGL…", or digits; in one piece or in groups, as on a label.
        let is_start = scan.digits(from).is_some()
            || (scan.is_word(from) && scan.text(from).len() <= 4 && scan.digits(from + 1).is_some());
        if !is_start || scan.is_inside(from) || scan.is_sign(from.wrapping_sub(1), "#+") {
            return None;
        }
        let is_announced = scan.is_announced(from, Class::Tracking);
        let is_an_order = scan.is_announced(from, Class::Order) || scan.is_announced(from, Class::Phone);
        // Fours amid other fours are of a card.
        let is_behind_digits = scan.digits(from.wrapping_sub(1)).is_some();
        let mut code = String::new();
        let mut groups = Groups::default();
        let mut best = None;
        for at in from.. {
            match scan.kind(at) {
                Some(Kind::Sign('-')) if at > from && code.len() < LONGEST => continue,
                Some(Kind::Word | Kind::Digits) if code.len() + scan.text(at).len() <= LONGEST => {}
                _ => break,
            }
            groups.add(scan.text(at).len(), scan.is_inside(at));
            code.push_str(scan.text(at));
            if scan.goes_on(at) || !code.is_ascii() {
                continue;
            }
            let digits = code.bytes().filter(u8::is_ascii_digit).count();
            let is_bare = digits == code.len();
            if is_bare && groups.is_uneven && !is_announced {
                break;
            }
            let carrier = carrier(&code, is_announced);
            let is_sure = match carrier {
                Some(_) if is_announced || !is_bare => true,
                Some(_) => {
                    let is_amid = groups.count > 1 && (is_behind_digits || scan.digits(at + 1).is_some());
                    digits >= 12 && groups.are_of_a_label() && !is_amid && !is_an_order
                }
                None => is_announced && groups.count == 1 && digits >= 8 && best.is_none(),
            };
            if is_sure {
                best = Some((carrier, code.len(), at + 1));
            }
        }
        let (carrier, length, behind) = best?;
        Some((Self { carrier, text: code.get(..length)?.to_ascii_uppercase() }, from..behind))
    }
}

/// The longest code: a USPS number behind the ZIP code that it goes to.
const LONGEST: usize = 34;

/// How a number is written in groups.
#[derive(Default)]
struct Groups {
    count: usize,
    last: usize,
    /// Before the last group, one was not of four.
    is_uneven: bool,
}

impl Groups {
    fn add(&mut self, length: usize, is_inside: bool) {
        if is_inside {
            self.last += length;
        } else {
            self.is_uneven |= self.count > 0 && self.last != 4;
            (self.count, self.last) = (self.count + 1, length);
        }
    }

    /// In one piece, or in fours, as labels print it; other groups are of a phone number, or numbers side by side.
    fn are_of_a_label(&self) -> bool {
        self.count == 1 || (!self.is_uneven && self.last <= 4)
    }
}

/// Whose number a code in lower case is.
fn carrier(code: &str, is_announced: bool) -> Option<Carrier> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(rest) = code.strip_prefix("1z") {
        return (code.len() == 18 && is_ups(rest)).then_some(Carrier::Ups);
    }
    if !is_digits(code) {
        // S10: "RB123456785GB".
        let is_s10 = code.len() == 13
            && code.get(2..11).is_some_and(|digits| is_digits(digits) && is_s10(digits))
            && [code.get(..2), code.get(11..)]
                .iter()
                .all(|part| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_alphabetic())));
        // The piece numbers of DHL, and of its parcels across the Atlantic.
        let digits = code.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = code.get(..code.len() - digits.len()).unwrap_or_default();
        let is_piece = (["jjd", "jvgl", "jd"].contains(&letters) && (10..=20).contains(&digits.len()))
            || (letters == "gm" && (16..=20).contains(&digits.len()));
        return match (is_s10, is_piece && is_digits(digits)) {
            (true, _) => Some(Carrier::Post),
            (_, true) => Some(Carrier::Dhl),
            _ => None,
        };
    }
    let has_mod10 = || is_mod10(code, 3, 1);
    let is_of = |prefixes: &[&str]| prefixes.iter().any(|prefix| code.starts_with(prefix));
    let is_package = is_of(&["91", "92", "93", "94", "95"]) && has_mod10();
    match code.len() {
        10 | 11 if is_announced && is_mod7(code) => Some(Carrier::Dhl),
        12 => match (is_fedex(code), is_mod10(code, 4, 9)) {
            (true, false) => Some(Carrier::FedEx),
            (false, true) => Some(Carrier::Dhl),
            _ => None,
        },
        15 if is_mod10(code, 3, 1) => Some(Carrier::FedEx),
        20 if has_mod10() && is_of(&["003404"]) => Some(Carrier::Dhl),
        // The check digit may count a "91" before the number that is not printed: 28 more.
        20 if is_of(&["03", "70", "71", "73", "77", "81"]) && matches!(mod10(code, 3, 1), 0 | 2) => Some(Carrier::Usps),
        22 if is_of(&["96"]) && code.get(7..).is_some_and(|code| is_mod10(code, 3, 1)) => Some(Carrier::FedEx),
        22 | 26 if is_package => Some(Carrier::Usps),
        // Behind "420" and a ZIP code of five or nine digits.
        30 | 34 if is_of(&["420"]) => {
            let inner = [8, 12].iter().filter_map(|at| code.get(*at..)).find(|code| code.starts_with('9'))?;
            carrier(inner, false).filter(|carrier| *carrier == Carrier::Usps)
        }
        _ => None,
    }
}

fn digits(code: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    code.bytes().map(|b| u32::from(b.wrapping_sub(b'0')))
}

/// The check digit fills a sum up to the next ten; the digits before it count by two weights in turn, `near` first,
/// from the right.
fn is_mod10(code: &str, near: u32, far: u32) -> bool {
    mod10(code, near, far) == 0
}

fn mod10(code: &str, near: u32, far: u32) -> u32 {
    let weight = |at: usize| match at {
        0 => 1,
        at if at % 2 == 1 => near,
        _ => far,
    };
    digits(code).rev().enumerate().map(|(at, digit)| digit * weight(at)).sum::<u32>() % 10
}

/// Letters count as their place in the alphabet, moved by two, ten of them a round.
fn is_ups(code: &str) -> bool {
    let value = |b: u8| u32::from(if b.is_ascii_digit() { b - b'0' } else { b.wrapping_sub(b'a') + 2 }) % 10;
    let sum: u32 =
        code.bytes().rev().enumerate().map(|(at, b)| value(b) * if at > 0 && at % 2 == 0 { 2 } else { 1 }).sum();
    code.bytes().all(|b| b.is_ascii_alphanumeric())
        && code.bytes().next_back().is_some_and(|b| b.is_ascii_digit())
        && sum.is_multiple_of(10)
}

fn is_fedex(code: &str) -> bool {
    let sum: u32 = digits(code).zip([3, 1, 7].into_iter().cycle()).take(11).map(|(digit, weight)| digit * weight).sum();
    digits(code).next_back() == Some(sum % 11 % 10)
}

fn is_s10(code: &str) -> bool {
    let sum: u32 = digits(code).zip([8, 6, 4, 2, 3, 5, 9, 7]).map(|(digit, weight)| digit * weight).sum();
    let check = match sum % 11 {
        0 => 5,
        1 => 0,
        rest => 11 - rest,
    };
    digits(code).next_back() == Some(check)
}

fn is_mod7(code: &str) -> bool {
    let Some((serial, check)) = code.split_at_checked(code.len().saturating_sub(1)) else { return false };
    let rest = digits(serial).fold(0, |rest, digit| (rest * 10 + digit) % 7);
    check.parse() == Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;

    fn read(line: &str) -> Option<(Option<Carrier>, String)> {
        let message = Message::parse(line);
        let scan = Scan::new(message.text());
        (0..scan.len()).find_map(|at| TrackingNumber::read(&scan, at)).map(|(number, _)| (number.carrier, number.text))
    }

    #[test]
    fn numbers_are_told_by_form_and_check_digit() {
        use Carrier::{Dhl, FedEx, Post, Ups, Usps};
        // Published samples of each carrier.
        let rows = [
            ("1Z5R89390357567127", Ups),
            ("where is 1Z879E930346834440?", Ups),
            ("1z 410e7w 03 9275 1591", Ups),
            ("1Z8V92A70367203024.", Ups),
            ("986578788855", FedEx),
            ("477179081230", FedEx),
            ("041441760228964", FedEx),
            ("my parcel is 5682 8361 0012 734", FedEx),
            ("9611020987654312345672", FedEx),
            ("0307 1790 0005 2348 3741", Usps),
            ("7196 9010 7560 0307 7385", Usps),
            ("9505 5110 6960 5048 6006 24", Usps),
            ("9400 1112 0108 0805 4830 16", Usps),
            ("92748931507708513018050063", Usps),
            ("420221539101026837331000039521", Usps),
            ("4201002334249200190132607600833457", Usps),
            ("RB123456785GB", Post),
            ("rb 123 456 785 gb", Post),
            ("AA123456785GB", Post),
            ("00340434292135100186", Dhl),
            ("563102430313", Dhl),
            ("JJD000390007882500", Dhl),
            ("JVGL0999999990", Dhl),
            ("GM2951173225174494", Dhl),
            ("DHL 3318810025", Dhl),
            ("my tracking number is 8487135506", Dhl),
            ("Sendungsnummer: 3821724944", Dhl),
            ("le numéro de suivi est 1099255990", Dhl),
            ("número de seguimiento 3318810036", Dhl),
            ("il codice di tracciamento è 3318810014", Dhl),
            ("mijn trackingnummer is 73891051146", Dhl),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(line, carrier)| read(line).is_none_or(|(read, _)| read != Some(*carrier)))
            .map(|(line, carrier)| format!("{line}: want {carrier:?}, got {:?}", read(line)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_number_alone_tells_its_carrier() {
        let rows = [
            ("1Z 5R89 3903 5756 7127", Some(Carrier::Ups)),
            ("9865-7878-8855", Some(Carrier::FedEx)),
            ("9400111202808054830160", None),
            ("9400 1112 0108 0805 4830 16", Some(Carrier::Usps)),
            ("3318810025", Some(Carrier::Dhl)),
            ("rb123456785gb", Some(Carrier::Post)),
            ("1Z5R89390357567128", None),
            ("ééééééééé", None),
            ("", None),
        ];
        for (number, carrier) in rows {
            assert_eq!(Carrier::of(number), carrier, "{number}");
        }
    }

    #[test]
    fn what_is_announced_needs_no_carrier() {
        let rows = [
            ("tracking 05162345678901", "05162345678901"),
            ("DPD 05162345678901 says delivered", "05162345678901"),
            ("Sendungsnummer H1000123456789", "H1000123456789"),
            ("the tracking number 986578788856 does not work", "986578788856"),
        ];
        for (line, text) in rows {
            assert_eq!(read(line), Some((None, text.to_owned())), "{line}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        let rows = [
            "2Z5R89390357567127",
            "1Z5R89390357567128",
            "1Z1111111111111111",
            "996578788855",
            "5682 8361 0012 732",
            "0307 1790 0005 2348 3742",
            "RB123456786US",
            "3318810025",
            "order 986578788855",
            "#986578788855",
            "my card is 4111 1111 1111 1111",
            "tracking 1042",
            "tracking says nothing, order 12345678",
            "where is order 1042?",
            "call me on 0151 2345 6789",
            "10115 Berlin",
            "EN-1042-A",
            "",
        ];
        let wrong: Vec<_> = rows.into_iter().filter_map(|line| read(line).map(|read| (line, read))).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
