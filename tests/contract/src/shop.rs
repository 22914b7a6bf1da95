//! A running demo-shop and the production adapters pointed at it.

use std::path::Path;
use std::sync::LazyLock;

use edge_worker::adapters::carriers::Carriers;
use edge_worker::adapters::mirror::{SqlMirror, fill};
use edge_worker::adapters::shopify::Shopify;
use edge_worker::settings::Settings;
use futures_executor::block_on;
use jiff::Timestamp;
use xtask::stack::{DemoShop, Setting, vars};

use crate::native_http::NativeHttp;
use crate::sqlite::Sqlite;

/// The day that written conversations take for today.
pub const TODAY: &str = "2026-11-20";

/// A demo-shop of one test file.
pub struct Shop {
    demo_shop: DemoShop,
}

impl Shop {
    /// Starts demo-shop; `name` tells its logs apart.
    pub fn start(name: &str) -> Self {
        Self::start_with(name, None)
    }

    /// The same with so many products.
    pub fn start_with(name: &str, products: Option<u32>) -> Self {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/contract").join(name);
        std::fs::create_dir_all(&dir).expect("a directory for logs");
        let setting = Setting { products, ..Setting::named(name).with_today(TODAY) };
        Self { demo_shop: DemoShop::start(&setting, &dir).expect("demo-shop starts") }
    }

    /// The Shopify adapters as production makes them, with these settings changed.
    pub fn shopify(&self, changed: &[(&str, &str)]) -> Shopify<NativeHttp> {
        self.settings(changed).shop(NativeHttp::default())
    }

    /// The same, sending through this client.
    pub fn shopify_by(&self, http: NativeHttp) -> Shopify<NativeHttp> {
        self.settings(&[]).shop(http)
    }

    /// The carriers as production makes them, with these settings changed.
    pub fn carriers(&self, changed: &[(&str, &str)]) -> Carriers<NativeHttp> {
        self.settings(changed).carriers(NativeHttp::default(), clock)
    }

    /// The same with these of demo-shop's tracking services set up.
    pub fn tracking(&self, services: &[&str]) -> Carriers<NativeHttp> {
        let set: Vec<_> = services.iter().flat_map(|service| self.tracking_settings(service)).collect();
        self.carriers(&set.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
    }

    /// What sets up one of demo-shop's tracking services.
    pub fn tracking_settings(&self, service: &str) -> Vec<(String, String)> {
        vars::services(&self.demo_shop.carriers, &[service])
    }

    /// The four carriers' own services, set up with demo-shop's accounts there.
    pub fn own_carriers(&self) -> Carriers<NativeHttp> {
        let accounts = [
            ("DHL", vec![("DHL_API_KEY", "dhl_demo_key")]),
            ("UPS", vec![("UPS_CLIENT_ID", "ups_demo_client"), ("UPS_CLIENT_SECRET", "ups_demo_secret")]),
            ("FEDEX", vec![("FEDEX_CLIENT_ID", "fedex_demo_client"), ("FEDEX_CLIENT_SECRET", "fedex_demo_secret")]),
            ("USPS", vec![("USPS_CLIENT_ID", "usps_demo_client"), ("USPS_CLIENT_SECRET", "usps_demo_secret")]),
        ];
        let mut settings: Vec<(String, String)> = Vec::new();
        for (name, account) in accounts {
            settings.push((format!("{name}_URL"), format!("{}/{}", self.demo_shop.carriers, name.to_lowercase())));
            settings.extend(account.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())));
        }
        let changed: Vec<(&str, &str)> = settings.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        self.carriers(&changed)
    }

    /// Settings as production reads them, with these changed.
    pub fn settings(&self, changed: &[(&str, &str)]) -> Settings {
        let variable = |name: &str| -> Option<String> {
            if let Some((_, value)) = changed.iter().find(|(key, _)| *key == name) {
                return Some((*value).to_owned());
            }
            Some(match name {
                "SHOP_DOMAIN" => "kestrel-and-fern.myshopify.com".into(),
                "SHOPIFY_ADMIN_TOKEN" => "shpat_demo_admin_token".into(),
                "SHOPIFY_STOREFRONT_TOKEN" => "shpss_demo_storefront_token".into(),
                "SHOPIFY_ADMIN_URL" => self.demo_shop.admin.clone(),
                "SHOPIFY_STOREFRONT_URL" => self.demo_shop.storefront_api.clone(),
                "OWNER_SECRET" => "demo_owner_secret".into(),
                _ => return None,
            })
        };
        Settings::from_variables(variable).expect("complete settings")
    }

    /// A mirror of the shop, filled as production fills it.
    pub fn mirror(&self) -> SqlMirror<Sqlite> {
        let sql = Sqlite::mirror();
        let now = format!("{TODAY}T06:00:00Z").parse().expect("a time");
        block_on(fill(&self.shopify(&[]), &sql, now)).expect("a filled mirror");
        SqlMirror { sql }
    }

    /// `text` with the storefront's address, whose port is another every time, as `SHOP`.
    pub fn without_port(&self, text: &str) -> String {
        text.replace(&self.demo_shop.storefront, "SHOP")
    }

    /// What the Admin interface answers to something that the adapters never ask.
    pub fn admin(&self, query: &str) -> serde_json::Value {
        let url = format!("{}/admin/api/2026-10/graphql.json", self.demo_shop.admin);
        let body = serde_json::json!({ "query": query }).to_string();
        let request = ureq::post(&url).header("Content-Type", "application/json");
        let request = request.header("X-Shopify-Access-Token", "shpat_demo_admin_token");
        let answer = request.send(body).expect("an answer").body_mut().read_to_string().expect("a text");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer.get("errors").is_none(), "{answer}");
        answer.get("data").cloned().unwrap_or_default()
    }

    /// Makes an upstream fail as `fault` says, such as `{"fault":"error"}`.
    pub fn set_fault(&self, upstream: &str, fault: &str) {
        let url = format!("{}/_demo/faults/{upstream}", self.demo_shop.storefront);
        ureq::put(&url).header("Content-Type", "application/json").send(fault).expect("a fault is set");
    }

    /// Tells demo-shop something by one of its control routes, such as `scopes`.
    pub fn put(&self, route: &str, body: &str) {
        let url = format!("{}/_demo/{route}", self.demo_shop.storefront);
        ureq::put(&url).header("Content-Type", "application/json").send(body).expect("demo-shop takes it");
    }

    /// Tokens that were lent so far open nothing any more, and the permanent one neither until it is restored.
    pub fn revoke_tokens(&self) {
        ureq::post(&format!("{}/_demo/tokens/revoke", self.demo_shop.storefront)).send_empty().expect("revoked");
    }

    pub fn restore_tokens(&self) {
        ureq::delete(&format!("{}/_demo/tokens/revoke", self.demo_shop.storefront)).call().expect("restored");
    }

    /// The operations that an upstream was asked for, oldest first.
    pub fn asked(&self, upstream: &str) -> Vec<String> {
        let url = format!("{}/_demo/requests", self.demo_shop.storefront);
        let text = ureq::get(&url).call().expect("a log").body_mut().read_to_string().expect("a text");
        let log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let member = |request: &serde_json::Value, name: &str| {
            request.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
        };
        let all = log.as_array().or_else(|| log.get("requests")?.as_array()).expect("a list");
        let of_upstream = all.iter().filter(|request| member(request, "upstream") == upstream);
        of_upstream.map(|request| member(request, "operation")).collect()
    }

    /// Every upstream works again.
    pub fn clear_faults(&self) {
        ureq::delete(&format!("{}/_demo/faults", self.demo_shop.storefront)).call().expect("faults are cleared");
    }
}

/// From ten in the morning of [`TODAY`] on.
pub fn clock() -> Timestamp {
    static BEGUN: LazyLock<Timestamp> = LazyLock::new(Timestamp::now);
    let morning: Timestamp = format!("{TODAY}T10:00:00Z").parse().expect("a time");
    morning + Timestamp::now().duration_since(*BEGUN)
}
