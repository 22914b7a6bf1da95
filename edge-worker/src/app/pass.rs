//! What a page shows when it says hello, so that we know who is signed in.

use jiff::{SignedDuration, Timestamp};

use crate::signature;

/// Who the shop says is signed in, for one conversation and a few minutes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pass {
    /// Numeric id; none for a visitor who is not signed in.
    pub customer: Option<String>,
    expires: Timestamp,
}

/// Long enough to open a socket with, too short to be worth stealing.
const LIFE: SignedDuration = SignedDuration::from_mins(5);

impl Pass {
    /// A new one.
    pub fn issue(customer: Option<String>, now: Timestamp) -> Self {
        Self { customer, expires: now.saturating_add(LIFE).unwrap_or(now) }
    }

    /// The pass as text: `{customer}.{expiry in Unix seconds}.{signature}`. Shop and conversation are signed with it.
    pub fn print(&self, secret: &str, shop: &str, conversation: &str) -> String {
        let (customer, expires) = (self.customer.as_deref().unwrap_or_default(), self.expires.as_second());
        format!("{customer}.{expires}.{}", self.signature(secret, shop, conversation))
    }

    /// Reads a pass. `None` for one of another shop or conversation, an expired one, and anything that we did not print.
    pub fn parse(text: &str, secret: &str, shop: &str, conversation: &str, now: Timestamp) -> Option<Self> {
        let (customer, rest) = text.split_once('.')?;
        let (expires, given) = rest.split_once('.')?;
        let expires = Timestamp::from_second(expires.parse().ok()?).ok()?;
        let pass = Self { customer: (!customer.is_empty()).then(|| customer.to_owned()), expires };
        let is_ours = !secret.is_empty() && signature::is_equal(&pass.signature(secret, shop, conversation), given);
        (is_ours && now < expires).then_some(pass)
    }

    fn signature(&self, secret: &str, shop: &str, conversation: &str) -> String {
        let (customer, expires) = (self.customer.as_deref().unwrap_or_default(), self.expires.as_second());
        signature::hmac_hex(secret, format!("pass\n{shop}\n{conversation}\n{customer}\n{expires}").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_is_good_for_one_conversation_and_five_minutes() {
        let now = Timestamp::from_second(1_700_000_000).expect("a time");
        let later = |seconds: i64| Timestamp::from_second(1_700_000_000 + seconds).expect("a time");
        for customer in [Some("42".to_owned()), None] {
            let pass = Pass::issue(customer, now);
            let text = pass.print("secret", "shop", "conversation");
            let read =
                |secret: &str, shop: &str, conversation: &str, at| Pass::parse(&text, secret, shop, conversation, at);
            assert_eq!(read("secret", "shop", "conversation", later(299)), Some(pass));
            assert_eq!(read("secret", "shop", "conversation", later(300)), None);
            assert_eq!(read("another", "shop", "conversation", now), None);
            assert_eq!(read("secret", "another", "conversation", now), None);
            assert_eq!(read("secret", "shop", "another", now), None);
        }
        let forged = Pass::issue(Some("42".into()), now).print("secret", "s", "c").replacen("42.", "43.", 1);
        for text in ["", ".", "..", "42.x.y", &forged] {
            assert_eq!(Pass::parse(text, "secret", "s", "c", now), None, "{text}");
        }
        let unsigned = Pass::issue(None, now).print("", "s", "c");
        assert_eq!(Pass::parse(&unsigned, "", "s", "c", now), None, "no secret signs nothing");
    }
}
