//! What the merchant set, read from the Worker's variables and secrets.

mod carriers;
mod check;

pub use check::BadSetting;
use check::{is_shop_domain, malformed};
use desk::workflow::Modes;

use crate::adapters::carriers::{Carriers, Clock, Source};
use crate::adapters::mail::Mail;
use crate::adapters::shopify::{Endpoint, Shopify, Token};
use crate::adapters::token::Lender;
use crate::adapters::webhook::Webhook;
use crate::fault::Upstream;
use crate::http::webhook::Secrets;
use crate::ports::keeper::Shared;
use crate::signature;

/// The settings of one deployment.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `kestrel.myshopify.com`.
    pub shop_domain: String,
    pub allowed_origins: Vec<String>,
    pub modes: Modes,
    /// Nothing that states a record is said while this is on.
    pub is_killed: bool,
    pub owner_secret: String,
    pub hand_off: Option<Webhook>,
    /// Markdown, in the merchant's words: when a person answers.
    pub hand_off_notice: String,
    pub retention_days: u32,
    /// The Shopify app's client secret, with which its app proxy signs. Without it nobody is known to be signed in.
    pub client_secret: Option<String>,
    /// Signs what we give out ourselves.
    pub token_secret: Option<String>,
    /// Where the shop can be reached without the chat.
    pub contact_url: String,
    /// Sends codes. Without it none is offered.
    pub mail: Option<Mail>,
    pub limits: Limits,
    /// What webhooks are signed with.
    pub webhook_secrets: Secrets,
    admin: Endpoint,
    storefront: Endpoint,
    shop_url: String,
    sources: Vec<Source>,
}

/// What may be used in an hour.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Wrong claims on orders, from one network address and on one order.
    pub claims: u32,
    /// Lines that are answered, from one network address.
    pub lines: u32,
    /// Records that are looked up, by all conversations together.
    pub lookups: u32,
}

/// How long one call to Shopify may take. Together with the budget of a turn's rounds it stays within six seconds.
const TIMEOUT_MS: u32 = 4_000;

impl Settings {
    /// Reads settings; `read` gives the value of a variable or secret, if it is set.
    ///
    /// # Errors
    /// Every setting that is missing or malformed, so that all are mended at once.
    pub fn from_variables(read: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<BadSetting>> {
        let mut bad = Vec::new();
        let value = |name: &str| read(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let mut required = |name: &'static str| {
            value(name).unwrap_or_else(|| {
                bad.push(BadSetting { name, why: "is not set" });
                String::new()
            })
        };
        let shop_domain = required("SHOP_DOMAIN");
        // Without a permanent token the app's own credentials are exchanged for one that ends.
        let client = value("SHOPIFY_CLIENT_ID").zip(value("SHOPIFY_CLIENT_SECRET"));
        let permanent = value("SHOPIFY_ADMIN_TOKEN");
        if permanent.is_none() && client.is_none() {
            required("SHOPIFY_ADMIN_TOKEN");
        }
        let storefront_token = required("SHOPIFY_STOREFRONT_TOKEN");
        let owner_secret = required("OWNER_SECRET");
        if !shop_domain.is_empty() && !is_shop_domain(&shop_domain) {
            bad.push(BadSetting { name: "SHOP_DOMAIN", why: "is no shop's domain, such as name.myshopify.com" });
        }
        let modes = Modes::parse(&value("MODES").unwrap_or_default()).unwrap_or_else(|_| {
            bad.push(BadSetting { name: "MODES", why: "is no list such as order_status=auto,policy=draft" });
            Modes::FRESH
        });
        bad.extend(malformed(&value));
        let sources = carriers::sources(&value, &mut bad);
        // EasyPost normalizes a secret before it signs with it, which would take Unicode's tables.
        if value("EASYPOST_WEBHOOK_SECRET").is_some_and(|secret| !secret.is_ascii()) {
            bad.push(BadSetting { name: "EASYPOST_WEBHOOK_SECRET", why: "has letters beyond ASCII" });
        }
        if !bad.is_empty() {
            return Err(bad);
        }
        let shop_url = value("SHOP_URL").unwrap_or_else(|| format!("https://{shop_domain}"));
        let shop_url = shop_url.trim_end_matches('/').to_owned();
        let version = value("SHOPIFY_API_VERSION").unwrap_or_else(|| "2026-10".into());
        let base = |name: &str| value(name).unwrap_or_else(|| format!("https://{shop_domain}"));
        let admin_token = permanent.map(Token::Permanent).or_else(|| {
            let (client_id, client_secret) = client?;
            let url = [&base("SHOPIFY_ADMIN_URL"), "/admin/oauth/access_token"].concat();
            Some(Token::lent(Upstream::ShopifyAdmin.name(), url, &client_id, &client_secret))
        });
        let limit = |name: &str, most: u32| value(name).and_then(|number| number.parse().ok()).unwrap_or(most);
        let origins = value("ALLOWED_ORIGINS").unwrap_or_default();
        let hand_off =
            value("HAND_OFF_URL").map(|url| Webhook { url, secret: value("HAND_OFF_SECRET").unwrap_or_default() });
        let admin = Endpoint {
            url: format!("{}/admin/api/{version}/graphql.json", base("SHOPIFY_ADMIN_URL")),
            token_header: "X-Shopify-Access-Token",
            token: admin_token.unwrap_or(Token::Permanent(String::new())),
            timeout_ms: TIMEOUT_MS,
            version: version.clone(),
            buyer: String::new(),
            keeper: None,
            upstream: Upstream::ShopifyAdmin,
        };
        Ok(Self {
            allowed_origins: origins
                .split(',')
                .map(|origin| origin.trim().trim_end_matches('/').to_owned())
                .chain([shop_url.clone(), format!("https://{shop_domain}")])
                .filter(|origin| !origin.is_empty())
                .collect(),
            modes,
            is_killed: value("KILL_SWITCH").is_some_and(|value| value == "on"),
            owner_secret,
            hand_off,
            hand_off_notice: value("HAND_OFF_NOTICE").unwrap_or_else(|| notice(&shop_url)),
            retention_days: value("RETENTION_DAYS").and_then(|days| days.parse().ok()).unwrap_or(90),
            webhook_secrets: Secrets {
                shopify: value("SHOPIFY_CLIENT_SECRET"),
                aftership: value("AFTERSHIP_WEBHOOK_SECRET"),
                easypost: value("EASYPOST_WEBHOOK_SECRET"),
                track17: value("TRACK17_KEY"),
            },
            client_secret: value("SHOPIFY_CLIENT_SECRET"),
            token_secret: value("TOKEN_SECRET"),
            contact_url: contact(&shop_url),
            mail: value("MAIL_API_KEY").zip(value("MAIL_FROM")).map(|(key, from)| Mail {
                url: value("MAIL_URL")
                    .map_or_else(|| "https://api.resend.com".into(), |url| url.trim_end_matches('/').to_owned()),
                key,
                from,
            }),
            limits: Limits {
                claims: limit("CLAIMS_PER_HOUR", 5),
                lines: limit("LINES_PER_HOUR", 500),
                lookups: limit("LOOKUPS_PER_HOUR", 20_000),
            },
            storefront: Endpoint {
                url: format!("{}/api/{version}/graphql.json", base("SHOPIFY_STOREFRONT_URL")),
                token_header: "Shopify-Storefront-Private-Token",
                token: Token::Permanent(storefront_token),
                upstream: Upstream::ShopifyStorefront,
                ..admin.clone()
            },
            admin,
            shop_url,
            shop_domain,
            sources,
        })
    }

    /// A digest of something that must not be read from what we keep, such as a network address.
    pub fn keyed(&self, text: &str) -> String {
        let secret = self.token_secret.as_deref().unwrap_or(&self.owner_secret);
        signature::hmac_hex(secret, ["keyed", text].join("\n").as_bytes())
    }

    /// The carriers that the merchant set up.
    pub fn carriers<H>(&self, http: H, clock: Clock) -> Carriers<H> {
        Carriers::new(http, self.sources.clone(), clock).with_keeper(self.admin.keeper.clone())
    }

    /// With what all isolates of the deployment share.
    #[must_use]
    pub fn with_keeper(mut self, keeper: Shared) -> Self {
        self.admin.keeper = keeper;
        self
    }

    /// Who lends tokens under this name, for the keeper to ask.
    pub fn lender(&self, name: &str) -> Option<Lender> {
        match &self.admin.token {
            Token::Lent(lender) if lender.name == name => Some(lender.clone()),
            _ => self.sources.iter().find(|source| source.service.name() == name)?.lender(),
        }
    }

    /// The shop's systems, reached through `http`.
    pub fn shop<H>(&self, http: H) -> Shopify<H> {
        Shopify::new(http, self.admin.clone(), self.storefront.clone(), self.shop_url.clone())
    }
}

/// Said where the merchant says nothing about when people answer. Promises no more than a record can keep, which
/// carries the address that the shopper gave.
fn notice(shop_url: &str) -> String {
    format!(
        "This conversation is with the shop's team now. They answer by e-mail if you gave your address; you can also \
         reach them through the [contact page]({}).",
        contact(shop_url)
    )
}

fn contact(shop_url: &str) -> String {
    [shop_url, "/policies/contact-information"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, Vec<BadSetting>> {
        Settings::from_variables(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    const LEAST: [(&str, &str); 4] = [
        ("SHOP_DOMAIN", "kestrel.myshopify.com"),
        ("SHOPIFY_ADMIN_TOKEN", "a"),
        ("SHOPIFY_STOREFRONT_TOKEN", "s"),
        ("OWNER_SECRET", "o"),
    ];

    #[test]
    fn the_least_settings_are_safe_ones() {
        let settings = read(&LEAST).expect("complete");
        assert_eq!(settings.modes, Modes::FRESH);
        assert_eq!(settings.admin.url, "https://kestrel.myshopify.com/admin/api/2026-10/graphql.json");
        assert_eq!(settings.allowed_origins, ["https://kestrel.myshopify.com", "https://kestrel.myshopify.com"]);
        assert!(!settings.is_killed && settings.hand_off.is_none());
    }

    #[test]
    fn every_bad_setting_is_named_at_once() {
        let names: Vec<_> =
            read(&[("MODES", "always")]).expect_err("incomplete").into_iter().map(|bad| bad.name).collect();
        assert_eq!(names, ["SHOP_DOMAIN", "SHOPIFY_ADMIN_TOKEN", "SHOPIFY_STOREFRONT_TOKEN", "OWNER_SECRET", "MODES"]);
    }

    #[test]
    fn an_apps_credentials_stand_for_a_permanent_token() {
        let with = |last: &[(&'static str, &'static str)]| read(&[&[LEAST[0], LEAST[2], LEAST[3]], last].concat());
        let settings = with(&[("SHOPIFY_CLIENT_ID", "i"), ("SHOPIFY_CLIENT_SECRET", "c")]).expect("complete");
        let lender = settings.lender("ShopifyAdmin").expect("one who lends");
        assert_eq!(
            lender.request.url, "https://kestrel.myshopify.com/admin/oauth/access_token",
            "asked for at the shop"
        );
        assert_eq!(lender.request.body, r#"{"client_id":"i","client_secret":"c","grant_type":"client_credentials"}"#);
        let bad = with(&[("SHOPIFY_CLIENT_ID", "i")]).expect_err("half of them opens nothing");
        assert_eq!(bad[0].name, "SHOPIFY_ADMIN_TOKEN");
    }
}
