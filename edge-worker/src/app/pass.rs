//! What a page shows when it says hello, so that we know who is signed in.

use desk::identity::Vouches;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::signature;

/// Who the shop says is signed in, for one hello within a few minutes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pass {
    /// Numeric id; none for a visitor who is not signed in.
    customer: Option<String>,
    /// Random: what makes it good for one time.
    nonce: String,
    expires: Timestamp,
}

/// What a pass is good for: one conversation of one shop, from pages of one origin.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Purpose<'a> {
    pub shop: &'a str,
    pub conversation: &'a str,
    pub origin: &'a str,
}

/// A pass that was shown, and is ours, in time and for this purpose. Made by [`Shown::parse`] only.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shown(Pass);

/// The customer for whom a pass vouched, and until when its word is taken. Made of one that was shown, and of nothing
/// else.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct SignedIn {
    customer: String,
    /// Milliseconds since 1970.
    until: u64,
}

/// The passes that a conversation has seen and that could still be shown again.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Spent(Vec<(String, i64)>);

/// Long enough to open a socket with, too short to be worth stealing.
const LIFE: SignedDuration = SignedDuration::from_mins(5);

/// A page that stays open shows no new pass. After this long the shop's word is old.
const SIGNED_IN_MS: u64 = 3_600_000;

/// Passes that one conversation takes within the life of one. A page takes one for each socket.
const MOST_SPENT: usize = 64;

impl Pass {
    /// A new one. `nonce` is hexadecimal and like no other; a customer whose id is no number is nobody.
    pub fn issue(customer: Option<String>, nonce: String, now: Timestamp) -> Self {
        let is_id = |id: &String| (1..=20).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
        Self { customer: customer.filter(is_id), nonce, expires: now.saturating_add(LIFE).unwrap_or(now) }
    }

    pub fn is_signed_in(&self) -> bool {
        self.customer.is_some()
    }

    /// The pass as text: `{customer}.{expiry in Unix seconds}.{nonce}.{signature}`. Its purpose is signed with it.
    pub fn print(&self, secret: &str, purpose: Purpose<'_>) -> String {
        let text = self.text();
        let signature = signature(&text, secret, purpose);
        [text, signature].join(".")
    }

    fn text(&self) -> String {
        let customer = self.customer.as_deref().unwrap_or_default();
        [customer, &self.expires.as_second().to_string(), &self.nonce].join(".")
    }
}

impl Shown {
    /// Reads a pass. `None` for one of another shop, conversation or origin, an expired one, and anything that we did
    /// not print.
    pub fn parse(text: &str, secret: &str, purpose: Purpose<'_>, now: Timestamp) -> Option<Self> {
        let (text, given) = text.rsplit_once('.')?;
        if secret.is_empty() || !signature::is_equal(&signature(text, secret, purpose), given) {
            return None;
        }
        let [customer, expires, nonce] = text.split('.').collect::<Vec<_>>().try_into().ok()?;
        let expires = Timestamp::from_second(expires.parse().ok()?).ok()?;
        let customer = (!customer.is_empty()).then(|| customer.to_owned());
        (now < expires).then(|| Self(Pass { customer, nonce: nonce.to_owned(), expires }))
    }

    /// What is different in every pass.
    pub fn nonce(&self) -> &str {
        &self.0.nonce
    }

    /// Numeric id of the customer who is signed in.
    pub fn customer(&self) -> Option<&str> {
        self.0.customer.as_deref()
    }
}

impl SignedIn {
    /// The customer of a pass; nobody for a visitor who is not signed in.
    pub fn by(shown: &Shown, now_ms: u64) -> Option<Self> {
        shown.customer().map(|id| Self { customer: id.to_owned(), until: now_ms + SIGNED_IN_MS })
    }

    pub fn is_over(&self, now_ms: u64) -> bool {
        self.until <= now_ms
    }
}

impl Vouches for SignedIn {
    fn customer(&self) -> &str {
        &self.customer
    }
}

impl Spent {
    /// Uses up a pass. `false` for one that was shown before, and while too many were.
    pub fn spend(&mut self, shown: &Shown, now: Timestamp) -> bool {
        let Shown(pass) = shown;
        self.0.retain(|(_, expires)| now.as_second() < *expires);
        if self.0.len() >= MOST_SPENT || self.0.iter().any(|(nonce, _)| *nonce == pass.nonce) {
            return false;
        }
        self.0.push((pass.nonce.clone(), pass.expires.as_second()));
        true
    }
}

fn signature(text: &str, secret: &str, purpose: Purpose<'_>) -> String {
    let Purpose { shop, conversation, origin } = purpose;
    signature::hmac_hex(secret, ["pass", shop, conversation, origin, text].join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Purpose<'_> = Purpose { shop: "shop", conversation: "conversation", origin: "https://shop.example" };

    fn later(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).expect("a time")
    }

    fn printed(customer: Option<&str>, nonce: &str) -> String {
        Pass::issue(customer.map(str::to_owned), nonce.into(), later(0)).print("secret", HERE)
    }

    #[test]
    fn a_pass_is_good_for_one_purpose_and_five_minutes() {
        for customer in [Some("42"), None] {
            let text = printed(customer, "abc");
            let read = |secret: &str, purpose, at| Shown::parse(&text, secret, purpose, at);
            let shown = read("secret", HERE, later(299)).expect("good");
            assert_eq!(shown.customer(), customer);
            let rows = [
                ("expired", read("secret", HERE, later(300))),
                ("another secret", read("another", HERE, later(0))),
                ("another shop", read("secret", Purpose { shop: "other", ..HERE }, later(0))),
                ("another conversation", read("secret", Purpose { conversation: "other", ..HERE }, later(0))),
                ("another origin", read("secret", Purpose { origin: "https://shop.example.evil", ..HERE }, later(0))),
            ];
            for (what, read) in rows {
                assert_eq!(read, None, "{what}");
            }
        }
    }

    #[test]
    fn what_we_did_not_print_is_no_pass() {
        let good = printed(Some("42"), "abc");
        let mut bad: Vec<String> = ["", ".", "..", "...", "42.x.y.z", "42.1800000000.abc."].map(str::to_owned).into();
        bad.push(good.replacen("42.", "43.", 1));
        bad.push(good.replacen(".abc.", ".abd.", 1));
        bad.push(good.replacen(".17", ".18", 1));
        // Every single bit counts.
        bad.extend((0..good.len()).map(|at| {
            let flip = |(index, byte): (usize, u8)| char::from(if index == at { byte ^ 1 } else { byte });
            good.bytes().enumerate().map(flip).collect()
        }));
        for text in bad {
            assert_eq!(Shown::parse(&text, "secret", HERE, later(0)), None, "{text}");
        }
        let unsigned = Pass::issue(None, "abc".into(), later(0)).print("", HERE);
        assert_eq!(Shown::parse(&unsigned, "", HERE, later(0)), None, "no secret signs nothing");
        let odd = Pass::issue(Some("4.2".into()), "abc".into(), later(0));
        assert!(!odd.is_signed_in(), "an id that is no number is nobody's");
    }

    #[test]
    fn a_pass_is_shown_once() {
        let mut spent = Spent::default();
        let show = |nonce: &str, at: i64| Shown::parse(&printed(Some("42"), nonce), "secret", HERE, later(at));
        let one = show("one", 0).expect("good");
        assert!(spent.spend(&one, later(0)));
        assert!(!spent.spend(&one, later(1)), "a replay");
        assert!(spent.spend(&show("two", 1).expect("good"), later(1)), "another");
        for n in 0..MOST_SPENT {
            spent.spend(&show(&n.to_string(), 1).expect("good"), later(1));
        }
        assert!(!spent.spend(&show("late", 1).expect("good"), later(1)), "too many at a time");
        assert_eq!(spent.0.len(), MOST_SPENT);
        assert!(spent.spend(&show("late", 299).expect("good"), later(300)), "what expired is forgotten");
        assert_eq!(spent.0.len(), 1);
    }
}
