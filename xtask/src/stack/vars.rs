//! The Worker's variables and secrets in front of demo-shop. All are public constants of the demo; none opens anything.

use super::DemoShop;

/// What proves to the Worker's owner routes that the owner asks.
pub const OWNER_SECRET: &str = "demo_owner_secret";

/// The shop that demo-shop plays.
pub const SHOP_DOMAIN: &str = "kestrel-and-fern.myshopify.com";

const CONSTANT: [(&str, &str); 12] = [
    ("SHOP_DOMAIN", SHOP_DOMAIN),
    ("SHOPIFY_ADMIN_TOKEN", "shpat_demo_admin_token"),
    ("SHOPIFY_STOREFRONT_TOKEN", "shpss_demo_storefront_token"),
    ("SHOPIFY_CLIENT_SECRET", "demo_client_secret"),
    ("TOKEN_SECRET", "demo_token_secret"),
    ("OWNER_SECRET", OWNER_SECRET),
    ("HAND_OFF_SECRET", "demo_hand_off_secret"),
    ("AFTERSHIP_WEBHOOK_SECRET", "demo_aftership_secret"),
    ("EASYPOST_WEBHOOK_SECRET", "demo_easypost_secret"),
    ("MODES", "auto"),
    ("JURISDICTION", ""),
    // Lets upstreams be plain HTTP on loopback.
    ("DEMO", "1"),
];

/// The variables of a Worker in front of `shop`; those in `own` replace ours.
pub fn of(shop: &DemoShop, own: &[(String, String)]) -> Vec<(String, String)> {
    let addresses = [
        ("SHOPIFY_ADMIN_URL", &shop.admin),
        ("SHOPIFY_STOREFRONT_URL", &shop.storefront_api),
        ("HAND_OFF_URL", &shop.hand_offs),
        ("ALLOWED_ORIGINS", &shop.storefront),
    ];
    let ours = CONSTANT.into_iter().chain(addresses.map(|(name, value)| (name, value.as_str())));
    let kept = ours.filter(|(name, _)| !own.iter().any(|(owned, _)| owned == name));
    kept.map(|(name, value)| (name.to_owned(), value.to_owned())).chain(own.iter().cloned()).collect()
}

/// The same as the text of an env file.
pub fn text(vars: &[(String, String)]) -> String {
    let lines: Vec<_> = vars.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    lines.join("\n")
}
