//! What is set but cannot be right, and how it is mended.

/// A setting that is missing or makes no sense.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadSetting {
    pub name: &'static str,
    pub why: &'static str,
}

impl BadSetting {
    /// What is wrong, and how it is mended.
    pub fn told(&self) -> String {
        let Self { name, why } = self;
        let how = if PLAIN.contains(name) { "set it in wrangler.toml:" } else { "npx wrangler secret put" };
        format!("{name} {why} ({how} {name})")
    }
}

/// Settings that may stand in a file; all others are secrets.
const PLAIN: [&str; 4] = ["SHOP_DOMAIN", "SHOP_URL", "MODES", "MAIL_FROM"];

/// Secrets of one line, which are pasted and may bring a second.
const SECRETS: [&str; 9] = [
    "SHOPIFY_ADMIN_TOKEN",
    "SHOPIFY_STOREFRONT_TOKEN",
    "SHOPIFY_CLIENT_ID",
    "SHOPIFY_CLIENT_SECRET",
    "OWNER_SECRET",
    "TOKEN_SECRET",
    "HAND_OFF_URL",
    "HAND_OFF_SECRET",
    "MAIL_API_KEY",
];

/// Characters that a secret of our own must have at least, to be none that can be guessed.
const SHORTEST_SECRET: usize = 16;

/// What is set, but cannot be right.
pub(super) fn malformed(value: &impl Fn(&str) -> Option<String>) -> Vec<BadSetting> {
    let mut bad = Vec::new();
    for name in SECRETS {
        let text = value(name).unwrap_or_default();
        if text.chars().any(char::is_control) {
            bad.push(BadSetting { name, why: "has a line break or another control character in it" });
        } else if name == "TOKEN_SECRET" && !text.is_empty() && text.len() < SHORTEST_SECRET {
            bad.push(BadSetting { name, why: "is shorter than 16 characters" });
        }
    }
    for name in ["SHOP_URL", "HAND_OFF_URL", "MAIL_URL"] {
        if value(name).is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            bad.push(BadSetting { name, why: "is no address that begins with https://" });
        }
    }
    if value("MAIL_API_KEY").is_some() && value("MAIL_FROM").is_none() {
        bad.push(BadSetting { name: "MAIL_FROM", why: "is not set, but MAIL_API_KEY is" });
    }
    bad
}

/// Shopify's own sanitiser: nothing else may become part of a URL that we call with a token.
pub(super) fn is_shop_domain(domain: &str) -> bool {
    let suffixes = [".myshopify.com", ".shopify.com", ".myshopify.io", ".shop.dev"];
    suffixes.iter().filter_map(|suffix| domain.strip_suffix(suffix)).any(|name| {
        let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        is_plain && name.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_malformed_is_named_with_the_way_to_mend_it() {
        let malformed = [
            ("TOKEN_SECRET", "short"),
            ("SHOP_URL", "shop.example"),
            ("MAIL_API_KEY", "key"),
            ("HAND_OFF_SECRET", "two\nlines"),
        ];
        let value = |name: &str| malformed.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let told: Vec<String> = super::malformed(&value).iter().map(BadSetting::told).collect();
        assert_eq!(
            told,
            [
                "TOKEN_SECRET is shorter than 16 characters (npx wrangler secret put TOKEN_SECRET)",
                "HAND_OFF_SECRET has a line break or another control character in it (npx wrangler secret put HAND_OFF_SECRET)",
                "SHOP_URL is no address that begins with https:// (set it in wrangler.toml: SHOP_URL)",
                "MAIL_FROM is not set, but MAIL_API_KEY is (set it in wrangler.toml: MAIL_FROM)",
            ]
        );
    }

    #[test]
    fn only_a_shops_domain_becomes_a_host() {
        for domain in [
            "evil.example",
            "x.myshopify.com.evil.example",
            "a/b.myshopify.com",
            ".myshopify.com",
            "-a.myshopify.com",
            "a@b.myshopify.com",
        ] {
            assert!(!is_shop_domain(domain), "{domain}");
        }
        assert!(is_shop_domain("kestrel-and-fern.myshopify.com"));
    }
}
