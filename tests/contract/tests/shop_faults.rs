//! Whatever goes wrong at the shop, every port answers in time, honestly, and the fault names the upstream.

#![allow(clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "tests")]

use std::time::{Duration, Instant};

use contract_tests::native_http::NativeHttp;
use contract_tests::shop::Shop;
use desk::entity::{Email, OrderNumber};
use desk::lookup::Outage;
use desk::proof::{Claim, Contact};
use desk::record::{Kin, Order, PolicyKind};
use edge_worker::adapters::shopify::Shopify;
use edge_worker::fault::Upstream::{self, ShopifyAdmin, ShopifyStorefront};
use edge_worker::ports::{Catalog, Market, Orders, Policies};
use edge_worker::pulse;
use futures_executor::block_on;

/// What a turn may take in all.
const LONGEST: Duration = Duration::from_secs(6);

/// What the ports can be asked, by name, and whom they ask.
const PORTS: [(&str, Upstream); 4] = [
    ("order", ShopifyAdmin),
    ("product", ShopifyStorefront),
    ("recommended", ShopifyStorefront),
    ("policy", ShopifyStorefront),
];

/// Whether what was asked for is there.
fn ask(shopify: &Shopify<NativeHttp>, port: &str) -> Result<bool, Outage> {
    let market = Market::parse("DE", "en");
    match port {
        "order" => block_on(shopify.claimed(&claim("#1002"))).map(|found| found.is_some()),
        "product" => block_on(shopify.product("ridgeline-rain-jacket", &market)).map(|found| found.is_some()),
        "recommended" => {
            let found = block_on(shopify.recommended(Kin::Companion, "ridgeline-rain-jacket", &market));
            found.map(|found| found.is_some_and(|found| !found.handles.is_empty()))
        }
        "policy" => block_on(shopify.policy(PolicyKind::Refund, &market)).map(|found| found.is_some()),
        other => panic!("no port {other}"),
    }
}

fn claim(number: &str) -> Claim {
    let contact = Contact::Email(Email::parse("ben@example.com").expect("an e-mail"));
    Claim { order: OrderNumber::parse(number).expect("a number"), contact }
}

#[test]
fn every_fault_is_an_outage_in_time_that_names_its_upstream() {
    let shop = Shop::start("shop-faults");
    let shopify = shop.shopify(&[]);
    let rows = [
        (r#"{"fault":"throttled"}"#, ["THROTTLED", "status 430"]),
        (r#"{"fault":"error"}"#, ["status 500", "status 500"]),
        (r#"{"fault":"slow","delay_ms":8000}"#, ["Timeout", "Timeout"]),
        (r#"{"fault":"reset"}"#, ["Unreachable", "Unreachable"]),
        (r#"{"fault":"refused"}"#, ["Unreachable", "Unreachable"]),
        (r#"{"fault":"malformed"}"#, ["answer is no JSON", "answer is no JSON"]),
        (r#"{"fault":"revoked"}"#, ["status 401", "status 401"]),
        (r#"{"fault":"huge"}"#, ["TooLarge", "TooLarge"]),
        (r#"{"fault":"deep"}"#, ["answer is no JSON", "answer is no JSON"]),
        (r#"{"fault":"html"}"#, ["answer is no JSON", "answer is no JSON"]),
        (r#"{"fault":"redirect"}"#, ["status 302", "status 302"]),
    ];
    let mut wrong = Vec::new();
    for (fault, [admin, storefront]) in rows {
        shop.set_fault("admin", fault);
        shop.set_fault("storefront_api", fault);
        for (port, upstream) in PORTS {
            pulse::forget_all();
            let begun = Instant::now();
            let outcome = ask(&shopify, port);
            let said = pulse::fault(upstream);
            let wanted = if upstream == ShopifyAdmin { admin } else { storefront };
            if outcome != Err(Outage) || begun.elapsed() > LONGEST || !said.contains(wanted) {
                wrong.push(format!("{fault} {port}: {outcome:?} after {:?}, {said:?}", begun.elapsed()));
            }
        }
        shop.clear_faults();
    }
    pulse::forget_all();
    for (port, _) in PORTS {
        assert_eq!(ask(&shopify, port), Ok(true), "{port} once the shop is back");
    }
    assert!(shop.asked("elsewhere").is_empty(), "no redirect is followed, with our token least of all");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_found_is_an_answer() {
    let shop = Shop::start("shop-empty");
    let shopify = shop.shopify(&[]);
    assert!(block_on(shopify.claimed(&claim("#99999"))).expect("answered").is_none());
    assert!(block_on(shopify.product("no-such-thing", &Market::default())).expect("answered").is_none());
    let recommended = block_on(shopify.recommended(Kin::Similar, "no-such-thing", &Market::default()));
    assert_eq!(recommended, Ok(None));
    shop.set_fault("admin", r#"{"fault":"empty"}"#);
    shop.set_fault("storefront_api", r#"{"fault":"empty"}"#);
    for port in ["order", "product", "recommended"] {
        assert_eq!(ask(&shopify, port), Ok(false), "{port}");
    }
}

#[test]
fn a_version_that_is_gone_is_an_outage() {
    let shop = Shop::start("shop-versions");
    let shopify = shop.shopify(&[]);
    shop.put("versions", r#"{"supported":["2026-07"]}"#);
    for (port, upstream) in PORTS {
        assert_eq!(ask(&shopify, port), Err(Outage), "{port}");
        assert!(pulse::fault(upstream).contains("no such shop or API version"), "{}", pulse::fault(upstream));
    }
    let older = shop.shopify(&[("SHOPIFY_API_VERSION", "2026-07")]);
    for (port, _) in PORTS {
        assert_eq!(ask(&older, port), Ok(true), "{port}");
    }
}

#[test]
fn what_passes_in_time_is_waited_for() {
    let shop = Shop::start("shop-passing");
    let shopify = shop.shopify(&[]);
    for fault in ["throttled", "error"] {
        pulse::forget_all();
        // The order, and what of it is on hold.
        shop.set_fault("admin", &format!(r#"{{"fault":"{fault}","times":1}}"#));
        assert_eq!(ask(&shopify, "order"), Ok(true), "{fault}");
    }
    shop.set_fault("storefront_api", r#"{"fault":"error","times":1}"#);
    assert_eq!(ask(&shopify, "product"), Ok(true));
    shop.put("bucket", r#"{"maximum":2000,"restore":2000,"available":1}"#);
    assert_eq!(ask(&shopify, "order"), Ok(true), "the bucket fills within the turn");
    shop.put("bucket", r#"{"maximum":2000,"restore":1,"available":1}"#);
    let begun = Instant::now();
    assert_eq!(ask(&shopify, "order"), Err(Outage), "this one does not");
    assert!(begun.elapsed() < Duration::from_secs(2), "and nobody waits for it: {:?}", begun.elapsed());
}

#[test]
fn an_upstream_that_is_down_is_left_alone() {
    let shop = Shop::start("shop-breaker");
    let shopify = shop.shopify(&[]);
    shop.set_fault("storefront_api", r#"{"fault":"malformed"}"#);
    for _ in 0..5 {
        assert_eq!(ask(&shopify, "product"), Err(Outage));
    }
    let asked = shop.asked("storefront_api").len();
    assert_eq!(ask(&shopify, "product"), Err(Outage));
    assert_eq!(shop.asked("storefront_api").len(), asked, "it was not asked a sixth time");
    assert_eq!(ask(&shopify, "order"), Ok(true), "another upstream is another matter");
}

#[test]
fn lent_tokens_are_renewed_when_they_end_and_when_they_are_refused() {
    let shop = Shop::start("shop-tokens");
    let lent = [
        ("SHOPIFY_ADMIN_TOKEN", ""),
        ("SHOPIFY_CLIENT_ID", "demo_client_id"),
        ("SHOPIFY_CLIENT_SECRET", "demo_client_secret"),
    ];
    let shopify = shop.shopify(&lent);
    assert_eq!(ask(&shopify, "order"), Ok(true));
    assert_eq!(ask(&shopify, "order"), Ok(true), "with the token that is there");
    shop.revoke_tokens();
    shop.restore_tokens();
    assert_eq!(ask(&shopify, "order"), Ok(true), "a new one is lent where the old one is refused");
    let wrong = shop.shopify(&[lent[0], lent[1], ("SHOPIFY_CLIENT_SECRET", "wrong")]);
    assert_eq!(ask(&wrong, "order"), Err(Outage));
    assert!(pulse::fault(ShopifyAdmin).contains("no token was lent"), "{}", pulse::fault(ShopifyAdmin));
}

#[test]
fn a_permanent_token_that_was_revoked_is_an_outage_and_no_absence() {
    let shop = Shop::start("shop-revoked");
    let revoked = shop.shopify(&[("SHOPIFY_ADMIN_TOKEN", "revoked"), ("SHOPIFY_STOREFRONT_TOKEN", "revoked")]);
    for (port, _) in PORTS {
        assert_eq!(ask(&revoked, port), Err(Outage), "{port}");
    }
}

#[test]
fn an_order_is_told_where_only_its_holds_are_withheld() {
    let shop = Shop::start("shop-scopes");
    let shopify = shop.shopify(&[]);
    // Beside what a claim is compared with.
    let asked = || shop.asked("admin").into_iter().filter(|operation| operation == "Orders").count();
    assert_eq!(ask(&shopify, "order"), Ok(true));
    assert_eq!(asked(), 1, "one request tells an order with its holds");
    shop.put("scopes", r#"{"scopes":["read_orders","read_customers","read_returns"]}"#);
    assert_eq!(ask(&shopify, "order"), Ok(true));
    assert!(pulse::fault(ShopifyAdmin).contains("ACCESS_DENIED"), "{}", pulse::fault(ShopifyAdmin));
    assert_eq!(asked(), 3, "refused, and asked without them");
    assert_eq!(ask(&shopify, "order"), Ok(true));
    assert_eq!(asked(), 4, "and not asked for them again");
    shop.put("scopes", r#"{"scopes":["read_customers"]}"#);
    assert_eq!(ask(&shopify, "order"), Err(Outage), "what was not granted is not taken for not found");
}

#[test]
fn an_order_is_told_with_its_holds_where_both_at_once_cost_too_much() {
    let shop = Shop::start("shop-costs");
    let shopify = shop.shopify(&[]);
    let asked = || shop.asked("admin").into_iter().filter(|operation| operation == "Orders").count();
    let on_hold = || -> Order {
        let contact = Contact::Email(Email::parse("liam@example.com").expect("an e-mail"));
        let claim = Claim { order: OrderNumber::parse("#1013").expect("a number"), contact };
        let sealed = block_on(shopify.claimed(&claim)).expect("an answer").expect("an order");
        sealed.open(&claim).expect("their own").1
    };
    let whole = on_hold();
    assert!(!whole.holds.is_empty() && !whole.lines.is_empty(), "{whole:?}");
    assert_eq!(asked(), 1);
    shop.set_fault("admin", r#"{"fault":"costly"}"#);
    assert_eq!(on_hold(), whole, "in two requests, neither of which costs too much by any rule there was");
    assert_eq!(asked(), 4, "refused, and asked in two");
    assert!(pulse::fault(ShopifyAdmin).contains("MAX_COST_EXCEEDED"), "{}", pulse::fault(ShopifyAdmin));
    assert_eq!(on_hold(), whole);
    assert_eq!(asked(), 6, "and not asked as one again");
    shop.put("scopes", r#"{"scopes":["read_orders","read_customers","read_returns"]}"#);
    assert_eq!(on_hold(), Order { holds: Vec::new(), ..whole.clone() }, "the holds alone are withheld");
    assert_eq!(asked(), 8);
    assert_eq!(on_hold().holds, []);
    assert_eq!(asked(), 9, "and not asked for again");
}
