//! The Worker's variables and secrets in front of demo-shop. All are public constants of the demo; none opens anything.

use super::DemoShop;

/// What proves to the Worker's owner routes that the owner asks.
pub const OWNER_SECRET: &str = "demo_owner_secret";

/// The shop that demo-shop plays.
pub const SHOP_DOMAIN: &str = "kestrel-and-fern.myshopify.com";

const CONSTANT: [(&str, &str); 14] = [
    ("SHOP_DOMAIN", SHOP_DOMAIN),
    ("SHOPIFY_ADMIN_TOKEN", "shpat_demo_admin_token"),
    ("SHOPIFY_STOREFRONT_TOKEN", "shpss_demo_storefront_token"),
    ("SHOPIFY_CLIENT_SECRET", "demo_client_secret"),
    ("TOKEN_SECRET", "demo_token_secret"),
    ("OWNER_SECRET", OWNER_SECRET),
    ("HAND_OFF_SECRET", "demo_hand_off_secret"),
    ("AFTERSHIP_WEBHOOK_SECRET", "demo_aftership_secret"),
    ("EASYPOST_WEBHOOK_SECRET", "demo_easypost_secret"),
    ("MAIL_API_KEY", "mail_demo_key"),
    ("MAIL_FROM", "Kestrel & Fern <hello@kestrel-and-fern.example>"),
    ("MODES", "auto"),
    ("JURISDICTION", ""),
    // Lets upstreams be plain HTTP on loopback.
    ("DEMO", "1"),
];

/// A tracking service as demo-shop plays it: its path there, the variable of its address, and what opens it.
pub type Service = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

pub const SERVICES: [Service; 8] = [
    ("aftership", "AFTERSHIP_URL", &[("AFTERSHIP_API_KEY", "aftership_demo_key")]),
    ("easypost", "EASYPOST_URL", &[("EASYPOST_API_KEY", "easypost_demo_key")]),
    ("shippo", "SHIPPO_URL", &[("SHIPPO_TOKEN", "shippo_demo_token")]),
    ("17track", "TRACK17_URL", &[("TRACK17_KEY", "track17_demo_key")]),
    ("dhl", "DHL_URL", &[("DHL_API_KEY", "dhl_demo_key")]),
    ("ups", "UPS_URL", &[("UPS_CLIENT_ID", "ups_demo_client"), ("UPS_CLIENT_SECRET", "ups_demo_secret")]),
    ("fedex", "FEDEX_URL", &[("FEDEX_CLIENT_ID", "fedex_demo_client"), ("FEDEX_CLIENT_SECRET", "fedex_demo_secret")]),
    ("usps", "USPS_URL", &[("USPS_CLIENT_ID", "usps_demo_client"), ("USPS_CLIENT_SECRET", "usps_demo_secret")]),
];

/// Those that a Worker in front of demo-shop asks: one for every parcel, and two carriers.
const ASKED: [&str; 3] = ["aftership", "dhl", "ups"];

/// What sets up these services at the `carriers` listener.
pub fn services(carriers: &str, names: &[&str]) -> Vec<(String, String)> {
    let chosen = SERVICES.iter().filter(|(name, ..)| names.contains(name));
    let vars = chosen.flat_map(|(name, url, keys)| {
        let url = (url.to_string(), format!("{carriers}/{name}"));
        keys.iter().map(|(key, value)| (key.to_string(), value.to_string())).chain([url])
    });
    vars.collect()
}

/// The variables of a Worker in front of `shop`; those in `own` replace ours.
pub fn of(shop: &DemoShop, own: &[(String, String)]) -> Vec<(String, String)> {
    let addresses = [
        ("SHOPIFY_ADMIN_URL", &shop.admin),
        ("SHOPIFY_STOREFRONT_URL", &shop.storefront_api),
        ("HAND_OFF_URL", &shop.hand_offs),
        ("ALLOWED_ORIGINS", &shop.storefront),
        ("MAIL_URL", &shop.mail),
    ];
    let ours = CONSTANT.into_iter().chain(addresses.map(|(name, value)| (name, value.as_str())));
    let ours = ours.map(|(name, value)| (name.to_owned(), value.to_owned())).chain(services(&shop.carriers, &ASKED));
    ours.filter(|(name, _)| !own.iter().any(|(owned, _)| owned == name)).chain(own.iter().cloned()).collect()
}

/// The same as the text of an env file.
pub fn text(vars: &[(String, String)]) -> String {
    let lines: Vec<_> = vars.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    lines.join("\n")
}
