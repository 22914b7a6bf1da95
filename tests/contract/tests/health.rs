//! The report of health says what is wrong, by name, and which answers suffer.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use contract_tests::shop::{Shop, TODAY};
use contract_tests::sqlite::Sqlite;
use edge_worker::adapters::health::report;
use edge_worker::adapters::mirror::{self, Filling};
use edge_worker::pulse;
use futures_executor::block_on;
use jiff::Timestamp;
use serde_json::Value;

fn now() -> Timestamp {
    format!("{TODAY}T06:30:00Z").parse().expect("a time")
}

fn filling(shop: &Shop) -> Filling {
    block_on(mirror::state(&shop.mirror().sql)).expect("a state")
}

/// As the first isolate of a new deployment would report.
fn ask(shop: &Shop, changed: &[(&str, &str)], filling: Option<&Filling>) -> Value {
    pulse::forget_all();
    block_on(report(&shop.shopify(changed), &Sqlite::kept(), filling, now()))
}

fn problems(report: &Value) -> Vec<&str> {
    report["problems"].as_array().expect("a list").iter().map(|problem| problem.as_str().expect("a text")).collect()
}

#[test]
fn a_shop_that_is_well_has_no_problems() {
    let shop = Shop::start("health-well");
    let filling = filling(&shop);
    let report = ask(&shop, &[], Some(&filling));
    assert_eq!(problems(&report), [""; 0]);
    assert_eq!(report["ok"], true);
    assert_eq!(report["shopify"]["token"], "permanent");
    assert_eq!(report["shopify"]["version_answered"], "2026-10");
    let names: Vec<_> = report["upstreams"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["ShopifyAdmin", "ShopifyStorefront"], "nobody else was asked");
    let text = report.to_string();
    for secret in ["shpat_", "shpss_", "demo_owner_secret"] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn whatever_is_wrong_is_told_with_what_it_affects() {
    let shop = Shop::start("health-wrong");
    let filling = filling(&shop);
    let rows: [(&dyn Fn(), &str); 6] = [
        (
            &|| shop.put("scopes", r#"{"scopes":["read_orders","read_customers","read_returns"]}"#),
            "lacks the scope read_merchant",
        ),
        (
            &|| shop.put("scopes", r#"{"scopes":["read_customers"]}"#),
            "lacks the scope read_orders. Affected: where orders are",
        ),
        (&|| shop.set_fault("storefront_api", r#"{"fault":"html"}"#), "ShopifyStorefront fails: answer is no JSON"),
        (&|| shop.set_fault("admin", r#"{"fault":"error"}"#), "ShopifyAdmin fails: status 500"),
        (&|| shop.clear_faults(), "lacks the scope"),
        (
            &|| shop.put("versions", r#"{"supported":["2026-07"]}"#),
            "ShopifyAdmin fails: status 404: no such shop or API version",
        ),
    ];
    for (change, wanted) in rows {
        change();
        let report = ask(&shop, &[], Some(&filling));
        assert!(problems(&report).iter().any(|problem| problem.contains(wanted)), "{wanted}: {report:#}");
        assert_eq!(report["ok"], false);
    }
}

#[test]
fn an_older_version_that_the_shop_still_has_is_no_problem() {
    let shop = Shop::start("health-version");
    let report = ask(&shop, &[("SHOPIFY_API_VERSION", "2026-07")], None);
    assert!(!problems(&report).iter().any(|problem| problem.contains("SHOPIFY_API_VERSION")), "{report:#}");
    assert!(problems(&report)[0].contains("mirror cannot be asked"), "{report:#}");
}

#[test]
fn a_mirror_that_is_old_or_empty_is_told() {
    let shop = Shop::start("health-mirror");
    let mut filling = filling(&shop);
    filling.ended_at = "2026-11-20T03:00:00Z".into();
    assert!(problems(&ask(&shop, &[], Some(&filling)))[0].contains("the mirror is of 2026-11-20T03:00:00Z"));
    filling.ended_at = String::new();
    assert!(problems(&ask(&shop, &[], Some(&filling)))[0].contains("never filled"));
}

#[test]
fn what_other_isolates_saw_is_told_too() {
    let shop = Shop::start("health-isolates");
    let (filling, database) = (filling(&shop), Sqlite::kept());
    let ask = || block_on(report(&shop.shopify(&[]), &database, Some(&filling), now()));
    pulse::forget_all();
    pulse::failed(edge_worker::fault::Upstream::HandOffWebhook, "status 410");
    ask();
    pulse::forget_all();
    let report = ask();
    assert_eq!(
        problems(&report),
        ["HandOffWebhook fails: status 410. Affected: none: hand-offs are kept and tried again"]
    );
}
