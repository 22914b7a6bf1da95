//! One-time codes: six digits by e-mail, which show that the shopper reads the mail of an order's owner.

use desk::identity::Confirms;
use desk::lookup::CodeCheck;
use serde::{Deserialize, Serialize};

use crate::signature;

/// A code that was sent. The code itself is not kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Sent {
    /// The platform's id of the order whose owner got it.
    order: String,
    salt: String,
    digest: String,
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
    pub fn new(order: &str, code: &str, salt: String, now_ms: u64) -> Self {
        let digest = digest(&salt, code);
        Self { order: order.to_owned(), salt, digest, expires: now_ms + LIFE_MS, tries: 0 }
    }

    /// Compares, in a time that tells nothing, and counts. What is kept must be this value again, or nothing where
    /// there is a confirmation.
    pub fn check(&mut self, code: &str, now_ms: u64) -> (CodeCheck, Option<Confirmed>) {
        if self.expires <= now_ms || self.tries >= MOST_TRIES {
            return (CodeCheck::Over, None);
        }
        self.tries += 1;
        if signature::is_equal(&digest(&self.salt, code), &self.digest) {
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

fn digest(salt: &str, code: &str) -> String {
    signature::hmac_hex(salt, code.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent() -> Sent {
        Sent::new("gid://shopify/Order/1", "012345", "salt".into(), 1_000)
    }

    #[test]
    fn the_code_that_was_sent_confirms_its_order_for_a_quarter_of_an_hour() {
        let (check, confirmed) = sent().check("012345", 600_999);
        assert_eq!(check, CodeCheck::Right);
        let confirmed = confirmed.expect("confirmed");
        assert_eq!(confirmed.order(), "gid://shopify/Order/1");
        assert!(!confirmed.is_over(600_999 + 899_999) && confirmed.is_over(600_999 + 900_000));
        assert!(!serde_json::to_string(&sent()).expect("plain data").contains("012345"), "only a digest is kept");
    }

    #[test]
    fn five_wrong_tries_and_ten_minutes_end_it() {
        let mut sent = sent();
        let checks: Vec<_> = (0..5).map(|n| sent.check(&format!("99999{n}"), 2_000).0).collect();
        let wrong = |left| CodeCheck::Wrong { left };
        assert_eq!(checks, [wrong(4), wrong(3), wrong(2), wrong(1), CodeCheck::Over]);
        let (late, confirmed) = sent.check("012345", 2_000);
        assert_eq!((late, confirmed.is_none()), (CodeCheck::Over, true), "the right one comes too late");
        assert_eq!(self::sent().check("012345", 601_000).0, CodeCheck::Over);
        for other in ["", "12345", "0123456", "012345 "] {
            assert_eq!(self::sent().check(other, 2_000).0, wrong(4), "{other:?}");
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
