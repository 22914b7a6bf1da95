//! Requests that came through Shopify's app proxy, which signs what it forwards.
//!
//! Source: shopify.dev, "Authenticate app proxies"; hardening as in `@shopify/shopify-api` 15.

use form_urlencoded::parse;
use jiff::Timestamp;

use crate::signature;

/// What a signed query says. The signature proves that Shopify forwarded it and who was signed in, and nothing about
/// what else the page asks for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proxied {
    pub shop: String,
    /// Numeric id of the customer who is signed in.
    pub customer: Option<String>,
    pairs: Vec<(String, String)>,
}

/// Why a query is not believed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Disbelief {
    /// A parameter that must be there once is missing or repeated.
    Malformed,
    Signature,
    /// Signed more than 90 seconds ago, or ahead of time: somebody may be replaying it.
    Stale,
}

const FRESH_SECONDS: i64 = 90;

impl Proxied {
    /// Reads the query of a forwarded request, without its question mark.
    ///
    /// # Errors
    /// See [`Disbelief`].
    pub fn parse(query: &str, secret: &str, now: Timestamp) -> Result<Self, Disbelief> {
        let proxied = Self::signed(query, secret)?;
        let signed_at: i64 = proxied.asked("timestamp").and_then(|at| at.parse().ok()).ok_or(Disbelief::Malformed)?;
        let age = now.as_second().checked_sub(signed_at).ok_or(Disbelief::Stale)?;
        if age.unsigned_abs() > FRESH_SECONDS.unsigned_abs() { Err(Disbelief::Stale) } else { Ok(proxied) }
    }

    /// A parameter of the page's own, or Shopify's.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn signed(query: &str, secret: &str) -> Result<Self, Disbelief> {
        let pairs: Vec<(String, String)> = parse(query.as_bytes()).into_owned().collect();
        let count = |name: &str| pairs.iter().filter(|(key, _)| key == name).count();
        if ["shop", "timestamp", "signature"].iter().any(|name| count(name) != 1)
            || ["hmac", "logged_in_customer_id"].iter().any(|name| count(name) > 1)
        {
            return Err(Disbelief::Malformed);
        }
        let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let wanted = signature::hmac_hex(secret, message(&pairs).as_bytes());
        if !signature::is_equal(&wanted, &value("signature").unwrap_or_default()) {
            return Err(Disbelief::Signature);
        }
        Ok(Self {
            shop: value("shop").unwrap_or_default(),
            customer: value("logged_in_customer_id").filter(|id| !id.is_empty()),
            pairs,
        })
    }
}

/// What is signed: `key=value` for every key but the signature itself, in the order of the keys, repeated values
/// joined with commas, nothing in between.
fn message(pairs: &[(String, String)]) -> String {
    let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| key.as_str()).collect();
    keys.retain(|key| !matches!(*key, "signature" | "hmac"));
    keys.sort_unstable();
    keys.dedup();
    let values = |key: &str| -> Vec<&str> {
        pairs.iter().filter(|(known, _)| known == key).map(|(_, value)| value.as_str()).collect()
    };
    let mut signed: Vec<String> = keys.into_iter().map(|key| format!("{key}={}", values(key).join(","))).collect();
    signed.sort_unstable();
    signed.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN: &str = "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555";
    const OUT: &str = "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555";
    const IN_SIGNED: &str = "4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb";
    const OUT_SIGNED: &str = "e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn shopifys_own_vectors_are_believed() {
        for (query, signature, customer) in [(IN, IN_SIGNED, Some("1")), (OUT, OUT_SIGNED, None)] {
            let proxied = Proxied::parse(&format!("{query}&signature={signature}"), "hush", at(1_317_327_600));
            let proxied = proxied.expect("Shopify's own");
            assert_eq!((proxied.shop.as_str(), proxied.customer.as_deref()), ("shop-name.myshopify.com", customer));
            assert_eq!(proxied.asked("extra"), Some("1"));
        }
    }

    #[test]
    fn anything_else_is_not() {
        let good = format!("{IN}&signature={IN_SIGNED}");
        let rows = [
            ("nothing", String::new(), 1_317_327_555, Disbelief::Malformed),
            ("no signature", IN.into(), 1_317_327_555, Disbelief::Malformed),
            ("two shops", format!("{good}&shop=evil.myshopify.com"), 1_317_327_555, Disbelief::Malformed),
            ("two signatures", format!("{good}&signature=0"), 1_317_327_555, Disbelief::Malformed),
            ("two times", format!("{good}&timestamp=1"), 1_317_327_555, Disbelief::Malformed),
            ("another's customer", good.replace("customer_id=1", "customer_id=2"), 1_317_327_555, Disbelief::Signature),
            ("one more parameter", format!("{good}&conversation=x"), 1_317_327_555, Disbelief::Signature),
            ("one less", good.replacen("extra=1&", "", 1), 1_317_327_555, Disbelief::Signature),
            ("upper case", good.replace(IN_SIGNED, &IN_SIGNED.to_uppercase()), 1_317_327_555, Disbelief::Signature),
            ("91 seconds old", good.clone(), 1_317_327_646, Disbelief::Stale),
            ("91 seconds early", good.clone(), 1_317_327_464, Disbelief::Stale),
        ];
        for (what, query, now, why) in rows {
            assert_eq!(Proxied::parse(&query, "hush", at(now)), Err(why), "{what}");
        }
        assert!(Proxied::parse(&good, "hush", at(1_317_327_645)).is_ok(), "90 seconds are fresh");
        assert_eq!(Proxied::parse(&good, "hushed", at(1_317_327_555)), Err(Disbelief::Signature));
    }
}
