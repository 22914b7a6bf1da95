//! The report of health, as the Worker gives it: to the owner alone, with what its isolates saw.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use std::process::Command;

use serde_json::json;
use worker_tests::heard::words;
use worker_tests::{Order, Scene, Setting, case, cases, http};
use xtask::place;

fn main() {
    let cases = cases![
        a_larger_shop_is_mirrored_whole_in_so_many_steps,
        only_the_owner_reads_the_report,
        what_fails_is_told_and_the_doctor_says_so,
    ];
    case::run(Setting { products: Some(PRODUCTS), ..Setting::named("health") }, Order::OneByOne, cases);
}

/// More than are written, and two of its own besides.
const PRODUCTS: u32 = 500;

const BEARER: (&str, &str) = ("Authorization", "Bearer demo_owner_secret");

/// The queue carried one step after the other, each once: pages of a hundred and three lists more in both languages,
/// after the beginning. That they cost what they may is told by `tests/contract/tests/limits.rs`.
fn a_larger_shop_is_mirrored_whole_in_so_many_steps(scene: &Scene) {
    let mirror = scene.as_owner("GET", "/v1/mirror").json();
    assert_eq!((&mirror["products"], &mirror["position"]), (&json!(PRODUCTS + 2), &json!("")), "{mirror}");
    assert_eq!(mirror["step"], 1 + 2 * ((PRODUCTS + 2).div_ceil(100) + 3), "{mirror}");
}

fn only_the_owner_reads_the_report(scene: &Scene) {
    let ask = |path: &str, headers: &[(&str, &str)]| {
        http::send("GET", &format!("{}{path}", scene.worker.as_str()), headers, "")
    };
    for headers in [&[][..], &[("Authorization", "Bearer wrong")], &[("Authorization", "Basic b3duZXI6d3Jvbmc=")]] {
        assert_eq!(ask("/health/report", headers).status, 401);
        let page = ask("/health/page", headers);
        assert_eq!((page.status, page.header("www-authenticate").starts_with("Basic")), (401, true));
    }
    let report = ask("/health/report", &[BEARER]);
    assert_eq!(report.status, 200, "{}", report.body);
    assert_eq!(report.json()["shopify"]["version_answered"], "2026-10", "{}", report.body);
    // "owner:demo_owner_secret"
    let page = ask("/health/page", &[("Authorization", "Basic b3duZXI6ZGVtb19vd25lcl9zZWNyZXQ=")]);
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("<h1>Shopdesk: health</h1>") && page.body.contains("ShopifyAdmin"), "{}", page.body);
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
}

fn what_fails_is_told_and_the_doctor_says_so(scene: &Scene) {
    let (is_well, said) = doctor(scene);
    assert!(is_well, "{said}");
    scene.demo_shop.fail("admin", &json!({ "fault": "error" }));
    let mut tab = scene.tab();
    assert!(words(&tab.ask("where is order 1002? ben@example.com")).contains("can't reach"));
    let (is_well, said) = doctor(scene);
    scene.demo_shop.recover();
    assert!(!is_well && said.contains("ShopifyAdmin fails: status 500"), "{said}");
    assert!(said.contains("where orders are"), "{said}");
    let (is_well, said) = doctor(scene);
    assert!(is_well && said.contains("last fault: status 500"), "well again, and remembers: {said}");
}

/// Whether the doctor finds nothing wrong, and what it says.
fn doctor(scene: &Scene) -> (bool, String) {
    let script = place::at("xtask/doctor.mjs");
    let node = place::at("node_modules/.bin/node");
    let mut command = Command::new(node);
    command.arg(script).arg(&scene.worker).env("OWNER_SECRET", "demo_owner_secret");
    let output = command.output().expect("node");
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (output.status.success(), said)
}
