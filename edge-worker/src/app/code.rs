//! One-time codes: six digits by e-mail, which show that the shopper reads the mail of an order's owner.
//!
//! A code is made of a secret of the Worker's and of what is kept of it, so that whoever has begun to send it can send
//! the same again, and nobody reads it from what is kept.

use desk::identity::Confirms;
use desk::lookup::CodeCheck;
use serde::{Deserialize, Serialize};

use crate::signature;

/// A code that was sent. The code itself is not kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Sent {
    /// The platform's id of the order whose owner got it.
    order: String,
    /// The sequence number of the line that it was sent for.
    #[serde(default)]
    line: u64,
    salt: String,
    /// Milliseconds since 1970.
    expires: u64,
    tries: u8,
}

/// That a code matched. Made by [`Sent::check`], and by nothing else.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Confirmed {
    order: String,
    /// Milliseconds since 1970.
    until: u64,
}

const LIFE_MS: u64 = 10 * 60_000;
const MOST_TRIES: u8 = 5;

/// How long a matching code counts.
const STEPPED_UP_MS: u64 = 15 * 60_000;

/// Six digits out of hexadecimal ones that nobody can guess.
pub fn digits(random: &str) -> String {
    let number = random.get(..12).and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or_default();
    format!("{:06}", number % 1_000_000)
}

/// An address as its owner knows it again and nobody else learns it: `j•••@e•••.com`.
pub fn masked(email: &str) -> String {
    let (name, host) = email.rsplit_once('@').unwrap_or((email, ""));
    let (domain, top) = host.rsplit_once('.').unwrap_or((host, ""));
    let first = |text: &str| text.chars().take(1).collect::<String>();
    [&first(name), "•••@", &first(domain), "•••.", top].concat()
}

impl Sent {
    /// A new one for this order and line. `salt` is like no other.
    pub fn new(order: &str, line: u64, salt: String, now_ms: u64) -> Self {
        Self { order: order.to_owned(), line, salt, expires: now_ms + LIFE_MS, tries: 0 }
    }

    /// Whether it was sent for this line already.
    pub fn is_for(&self, order: &str, line: u64) -> bool {
        self.order == order && self.line == line
    }

    /// The code itself. `keyed` makes a digest that takes the Worker's secret.
    pub fn code(&self, keyed: impl Fn(&str) -> String) -> String {
        digits(&keyed(&["code", &self.order, &self.salt].join("\n")))
    }

    /// Compares with the code itself, in a time that tells nothing, and counts. What is kept must be this value again,
    /// or nothing where there is a confirmation.
    pub fn check(&mut self, given: &str, code: &str, now_ms: u64) -> (CodeCheck, Option<Confirmed>) {
        if self.expires <= now_ms || self.tries >= MOST_TRIES {
            return (CodeCheck::Over, None);
        }
        self.tries += 1;
        if signature::is_equal(given, code) {
            let confirmed = Confirmed { order: self.order.clone(), until: now_ms + STEPPED_UP_MS };
            return (CodeCheck::Right, Some(confirmed));
        }
        match MOST_TRIES - self.tries {
            0 => (CodeCheck::Over, None),
            left => (CodeCheck::Wrong { left }, None),
        }
    }
}

impl Confirmed {
    pub fn is_over(&self, now_ms: u64) -> bool {
        self.until <= now_ms
    }
}

impl Confirms for Confirmed {
    fn order(&self) -> &str {
        &self.order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent() -> Sent {
        Sent::new("gid://shopify/Order/1", 3, "salt".into(), 1_000)
    }

    #[test]
    fn the_same_code_is_sent_again_for_the_same_line_and_is_not_what_is_kept() {
        let keyed = |secret: &'static str| move |text: &str| signature::hmac_hex(secret, text.as_bytes());
        let code = sent().code(keyed("a"));
        assert_eq!((code.len(), &sent().code(keyed("a"))), (6, &code));
        let salted = Sent::new("gid://shopify/Order/1", 3, "another".into(), 1_000);
        assert!(code != sent().code(keyed("b")) && code != salted.code(keyed("a")));
        assert!(!serde_json::to_string(&sent()).expect("plain data").contains(&code));
        let rows = [("gid://shopify/Order/1", 3, true), ("gid://shopify/Order/1", 5, false), ("other", 3, false)];
        for (order, line, is) in rows {
            assert_eq!(sent().is_for(order, line), is, "{order} {line}");
        }
    }

    #[test]
    fn the_code_that_was_sent_confirms_its_order_for_a_quarter_of_an_hour() {
        let (check, confirmed) = sent().check("012345", "012345", 600_999);
        assert_eq!(check, CodeCheck::Right);
        let confirmed = confirmed.expect("confirmed");
        assert_eq!(confirmed.order(), "gid://shopify/Order/1");
        assert!(!confirmed.is_over(600_999 + 899_999) && confirmed.is_over(600_999 + 900_000));
    }

    #[test]
    fn five_wrong_tries_and_ten_minutes_end_it() {
        let mut sent = sent();
        let checks: Vec<_> = (0..5).map(|n| sent.check(&format!("99999{n}"), "012345", 2_000).0).collect();
        let wrong = |left| CodeCheck::Wrong { left };
        assert_eq!(checks, [wrong(4), wrong(3), wrong(2), wrong(1), CodeCheck::Over]);
        let (late, confirmed) = sent.check("012345", "012345", 2_000);
        assert_eq!((late, confirmed.is_none()), (CodeCheck::Over, true), "the right one comes too late");
        assert_eq!(self::sent().check("012345", "012345", 601_000).0, CodeCheck::Over);
        for other in ["", "12345", "0123456", "012345 "] {
            assert_eq!(self::sent().check(other, "012345", 2_000).0, wrong(4), "{other:?}");
        }
    }

    #[test]
    fn codes_have_six_digits_and_addresses_show_three_letters() {
        let rows =
            [("000000000000", "000000"), ("00000000002a", "000042"), ("ffffffffffff", "710655"), ("no", "000000")];
        for (random, code) in rows {
            assert_eq!(digits(random), code, "{random}");
        }
        let rows = [("jo@example.com", "j•••@e•••.com"), ("öl@sub.example.co.uk", "ö•••@s•••.uk"), ("x", "x•••@•••.")];
        for (email, want) in rows {
            assert_eq!(masked(email), want);
        }
    }
}
