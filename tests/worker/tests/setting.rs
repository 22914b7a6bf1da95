//! A Worker whose settings are incomplete: it says so to whoever looks after it, and no more than that to shoppers.
//!
//! Started here and not by the stack, which would wait for it to be well.
#![allow(clippy::expect_used, reason = "a case that cannot go on says why and stops")]

use std::fs;
use std::path::PathBuf;
use std::process;
use std::time::Duration;

use protocol::shopper::Refusal;
use worker_tests::{Tab, http};
use xtask::place;
use xtask::stack::child::Child;
use xtask::stack::port;

const SHOP: &str = "https://kestrel-and-fern.myshopify.com";

/// Everything that is needed, but for the owner's secret and a shop's domain that is one.
const VARS: &str = "SHOP_DOMAIN=kestrel.example\nSHOPIFY_ADMIN_TOKEN=a\nSHOPIFY_STOREFRONT_TOKEN=s\n";

#[test]
fn a_missing_secret_is_named_and_no_conversation_is_opened() {
    let worker = Unwell::start();
    let health = http::send("GET", &format!("{}/health", worker.url), &[], "");
    let (status, body) = (health.status, health.json());
    assert_eq!(status, 503, "{}", health.body);
    let named = [
        "SHOP_DOMAIN is no shop's domain, such as name.myshopify.com (set it in wrangler.toml: SHOP_DOMAIN)",
        "OWNER_SECRET is not set (npx wrangler secret put OWNER_SECRET)",
    ];
    let told: Vec<_> =
        body["settings"].as_array().expect("a list").iter().filter_map(|setting| setting.as_str()).collect();
    assert!(named.iter().all(|setting| told.contains(setting)), "{body}");
    assert_eq!(told.len(), named.len(), "and nothing that is well: {body}");

    for (method, path) in [("POST", "/v1/conversations"), ("GET", "/v1/hand-offs")] {
        let refused = http::send(method, &format!("{}{path}", worker.url), &[("Origin", SHOP)], "");
        assert_eq!((refused.status, refused.code().as_str()), (503, "unavailable"), "{path}");
        assert!(!refused.body.contains("SECRET"), "a page learns no more: {}", refused.body);
        assert_eq!(refused.header("access-control-allow-origin"), SHOP, "which the page may read");
    }
    // A browser asks first whether it may.
    let url = format!("{}/v1/conversations", worker.url);
    let preflight = http::send("OPTIONS", &url, &[("Origin", SHOP), ("Access-Control-Request-Method", "POST")], "");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, SHOP));
    let mut tab = Tab::connect(&worker.url, &"0123456789abcdef".repeat(4), Some(SHOP)).expect("a socket");
    tab.closed();
    let codes: Vec<_> = tab.heard().refusals().iter().map(|refused| refused.code).collect();
    assert_eq!((codes, tab.heard().frames.len()), (vec![Refusal::Unavailable], 1), "{:?}", tab.heard());
}

/// A Worker that answers, and is not well.
struct Unwell {
    url: String,
    dir: PathBuf,
    _child: Child,
}

impl Unwell {
    fn start() -> Self {
        let dir = place::at("target/stack").join(format!("setting-{}", process::id()));
        fs::create_dir_all(&dir).expect("a directory");
        let vars = dir.join("vars.env");
        fs::write(&vars, VARS).expect("variables");
        let [port, inspector] = [(), ()].map(|()| port::free().expect("a port").to_string());
        let url = format!("http://127.0.0.1:{port}");
        let [script, state, vars] = [place::at("node_modules/wrangler/bin/wrangler.js"), dir.join("state"), vars]
            .map(|path| path.display().to_string());
        let args =
            [&script, "dev", "--local", "--ip", "127.0.0.1", "--show-interactive-dev-session=false", "--port", &port]
                .into_iter()
                .chain(["--inspector-port", &inspector, "--persist-to", &state, "--env-file", &vars])
                .map(str::to_owned);
        let registry = dir.join("registry").display().to_string();
        let environment = [
            ("WRANGLER_SEND_METRICS", "false".to_owned()),
            ("CI", "1".to_owned()),
            ("SHOPDESK_BUILT", "1".to_owned()),
            ("WRANGLER_REGISTRY_PATH", registry),
        ];
        let log = dir.join("worker.log");
        let mut child = Child::start("worker", &args.collect::<Vec<_>>(), &environment, &log).expect("node");
        let health = format!("{url}/health");
        let is_up = |_: &str| xtask::stack::http::send("GET", &health, "");
        child.until(Duration::from_mins(1), is_up).expect("an answer");
        Self { url, dir, _child: child }
    }
}

impl Drop for Unwell {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}
