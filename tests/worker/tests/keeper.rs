//! What isolates share outlives them: tokens are not renewed by a restart, and a carrier that has enough is left alone.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use std::time::Duration;

use serde_json::{Value, json};
use worker_tests::heard::words;
use worker_tests::wait::until;
use worker_tests::{Order, Scene, Setting, case, cases};

fn main() {
    let cases = cases![
        a_restart_renews_no_token,
        a_carrier_that_has_enough_is_left_alone_even_after_a_restart,
        a_carrier_that_answers_again_is_well,
    ];
    // The app's own credentials instead of a permanent token.
    let setting =
        Setting::named("keeper").with_var("SHOPIFY_ADMIN_TOKEN", "").with_var("SHOPIFY_CLIENT_ID", "demo_client_id");
    case::run(setting, Order::OneByOne, cases);
}

fn count(scene: &Scene, upstream: &str, ending: &str) -> usize {
    let is_that = |request: &&Value| request["operation"].as_str().is_some_and(|name| name.ends_with(ending));
    scene.demo_shop.requests(upstream).iter().filter(is_that).count()
}

fn restart(scene: &Scene) {
    scene.kill_worker();
    scene.start_worker_again();
}

fn a_restart_renews_no_token(scene: &Scene) {
    let ask = || words(&scene.tab().ask("where is order 1021? tara@example.com"));
    let lent = || (count(scene, "admin", "access_token"), count(scene, "ups", "/oauth/token"));
    assert!(ask().contains("#1021"));
    assert_eq!(lent(), (1, 1));
    let asked = scene.demo_shop.requests("ups").len();
    restart(scene);
    assert!(ask().contains("#1021"));
    assert!(scene.demo_shop.requests("ups").len() > asked, "UPS was asked again: what was read is gone");
    assert_eq!(lent(), (1, 1), "with the tokens that were lent before");
}

fn a_carrier_that_has_enough_is_left_alone_even_after_a_restart(scene: &Scene) {
    let asked = || scene.demo_shop.requests("dhl").len();
    scene.demo_shop.fail("dhl", &json!({ "fault": "throttled", "retry_after": 600 }));
    let before = asked();
    assert!(words(&scene.tab().ask("where is order 1020? sven@example.com")).contains("#1020"));
    assert_eq!(asked(), before + 1);
    scene.demo_shop.recover();
    let paused =
        || scene.as_owner("GET", "/health/report").json()["services"]["paused_until"]["DHL"].as_str().map(drop);
    until("word of the pause", Duration::from_secs(10), paused);
    let again = |order: &str, email: &str| {
        let answer = scene.tab().ask(&format!("where is order {order}? {email}"));
        assert!(words(&answer).contains(order), "{answer:?}");
    };
    again("1018", "quinn@example.com");
    restart(scene);
    again("1014", "mia@example.com");
    assert_eq!(asked(), before + 1, "it was not asked again");
}

fn a_carrier_that_answers_again_is_well(scene: &Scene) {
    let is_failing = || {
        let report = scene.as_owner("GET", "/health/report").json();
        report["problems"].to_string().contains("AfterShip")
    };
    scene.demo_shop.fail("aftership", &json!({ "fault": "error" }));
    scene.tab().ask("where is order 1016? otto@example.com");
    until("word of the failure", Duration::from_secs(10), || is_failing().then_some(()));
    scene.demo_shop.recover();
    scene.tab().ask("where is order 1016? otto@example.com");
    until("word of the recovery", Duration::from_secs(10), || (!is_failing()).then_some(()));
}
