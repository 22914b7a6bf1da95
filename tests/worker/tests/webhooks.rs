//! What the shop and the carriers tell has its effect once, in order and soon; what is not signed has none; and what the
//! law asks for leaves nothing of a real conversation.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use std::time::Duration;

use edge_worker::signature;
use serde_json::{Value, json};
use worker_tests::heard::words;
use worker_tests::wait::{SOON, timed, until};
use worker_tests::{Order, Scene, Setting, case, cases, http};

fn main() {
    let cases = cases![
        the_shop_is_subscribed_to_once,
        a_product_that_is_gone_is_gone_from_answers_within_a_minute,
        a_product_that_changed_is_found_by_its_new_name,
        what_comes_twice_or_late_has_one_effect,
        nothing_unsigned_is_taken,
        carriers_are_believed_by_their_signatures,
        a_customer_gets_a_copy_of_what_is_kept,
        a_customer_is_erased_with_every_trace,
        a_customer_who_only_signed_in_is_erased_too,
        a_shop_without_the_app_goes_to_a_person,
        a_shop_is_erased_whole,
    ];
    case::run(Setting::named("webhooks"), Order::OneByOne, cases);
}

const SHOP: &str = "kestrel-and-fern.myshopify.com";

fn the_shop_is_subscribed_to_once(scene: &Scene) {
    let first = scene.as_owner("POST", "/v1/webhooks");
    let changed = first.json()["changed"].as_array().cloned().unwrap_or_default();
    assert!(changed.len() >= 10 && changed.iter().all(|one| one["what"] == "created"), "{}", first.body);
    assert_eq!(scene.as_owner("POST", "/v1/webhooks").json()["changed"], json!([]), "nothing is left to change");
    let told = scene.as_owner("GET", "/v1/webhooks").json();
    assert_eq!(told["subscriptions"].as_array().map(Vec::len), Some(changed.len()), "{told}");
    assert_eq!(http::send("GET", &format!("{}/v1/webhooks", scene.worker), &[], "").status, 401);
}

fn a_product_that_is_gone_is_gone_from_answers_within_a_minute(scene: &Scene) {
    let question = "do you have a ridgeline rain jacket?";
    assert!(is_told_of(scene, question, "Ridgeline"), "it is there before");
    let before = products(scene);
    scene.demo_shop.delete_product("ridgeline-rain-jacket");
    let ((), took) = timed(|| {
        until("a product that is gone", Duration::from_mins(1), || (products(scene) == before - 1).then_some(()));
    });
    assert!(took < Duration::from_secs(20), "{took:?}");
    assert!(!is_told_of(scene, question, "Ridgeline"));
}

fn a_product_that_changed_is_found_by_its_new_name(scene: &Scene) {
    assert!(!is_told_of(scene, "do you have a zanzibar lantern?", "Zanzibar"));
    scene.demo_shop.change_product("storm-lantern", &json!({ "title": "Zanzibar Lantern" }));
    until("an answer by its new name", SOON, || {
        is_told_of(scene, "do you have a zanzibar lantern?", "Zanzibar").then_some(())
    });
}

fn what_comes_twice_or_late_has_one_effect(scene: &Scene) {
    let before = times(scene, "orders/updated");
    scene.demo_shop.tell(&json!({ "topic": "orders/updated", "id": "#1002", "duplicate": true }));
    until("an event that is noted", SOON, || (times(scene, "orders/updated") > before).then_some(()));
    // Told after both of the duplicates, and taken after them: the queue works on one batch at a time here.
    scene.demo_shop.tell(&json!({ "topic": "orders/updated", "id": "#1003", "family": "events" }));
    until("another event", SOON, || (times(scene, "orders/updated") >= before + 2).then_some(()));
    assert_eq!(times(scene, "orders/updated"), before + 2, "a duplicate counts once");

    // A deletion that is older than a change, which has read the product as it is and names a time to come.
    let (new, old) = ("2030-01-01T00:00:00Z", "2024-01-01T00:00:00Z");
    let id = scene.demo_shop.admin("{ products(first: 1, query: \"handle:trailhead-mug OR handle:markup-test-mug\") { nodes { legacyResourceId handle } } }");
    let product = &id["products"]["nodes"][0];
    let id: u64 = product["legacyResourceId"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    let before = products(scene);
    let (updates, deletions) = (times(scene, "products/update"), times(scene, "products/delete"));
    assert_eq!(shopify(scene, "products/update", new, &json!({ "id": id }).to_string()), 200);
    until("the change", SOON, || (times(scene, "products/update") > updates).then_some(()));
    assert_eq!(shopify(scene, "products/delete", old, &json!({ "id": id }).to_string()), 200);
    until("the deletion", SOON, || (times(scene, "products/delete") > deletions).then_some(()));
    assert_eq!(products(scene), before, "an older event undoes nothing");
}

fn nothing_unsigned_is_taken(scene: &Scene) {
    let url = format!("{}/webhooks", scene.worker);
    let body = r#"{"shop_id":954889}"#;
    let signed = signature::hmac_base64("demo_client_secret", body.as_bytes());
    let send = |hmac: &str, shop: &str, body: &str| {
        let headers = headers(hmac, "shop/redact", shop, "2026-11-20T10:00:00Z", "unsigned");
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        http::send("POST", &url, &headers, body).status
    };
    let flipped = signed.replacen(|_: char| true, if signed.starts_with('A') { "B" } else { "A" }, 1);
    let rows = [
        ("another signature", send(&flipped, SHOP, body)),
        ("another body", send(&signed, SHOP, r#"{"shop_id":954888}"#)),
        ("another shop", send(&signed, "evil.myshopify.com", body)),
        ("no signature", http::send("POST", &url, &[], body).status),
        ("a carrier's without", http::send("POST", &format!("{url}/aftership"), &[], body).status),
        ("one without a secret", http::send("POST", &format!("{url}/17track"), &[("sign", "x")], body).status),
    ];
    for (what, status) in rows {
        assert_eq!(status, 401, "{what}");
    }
    assert_eq!(http::send("POST", &format!("{url}/nobody"), &[], body).status, 404);
    assert_eq!(send(&signed, SHOP, &"x".repeat(1_100_000)), 413);
    assert_eq!(scene.as_owner("GET", "/v1/exports").json()["requests"], json!([]), "and nothing was erased");
}

fn carriers_are_believed_by_their_signatures(scene: &Scene) {
    let body = r#"{"event":"tracking_update","description":"tracker.updated"}"#;
    let signed = signature::hmac_base64("demo_aftership_secret", body.as_bytes());
    let hex = format!("hmac-sha256-hex={}", signature::hmac_hex("demo_easypost_secret", body.as_bytes()));
    for (path, header, value) in [("aftership", "aftership-hmac-sha256", signed), ("easypost", "x-hmac-signature", hex)]
    {
        let url = format!("{}/webhooks/{path}", scene.worker);
        let (answer, took) = timed(|| http::send("POST", &url, &[(header, &value)], body));
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        assert!(took < Duration::from_secs(1), "{path}: {took:?}");
    }
    until("both noted", SOON, || {
        (times(scene, "aftership tracking_update") == 1 && times(scene, "easypost tracker.updated") == 1).then_some(())
    });
}

fn a_customer_gets_a_copy_of_what_is_kept(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.ask("where is order 1003? chloe@example.com");
    tab.ask_for_a_person("press");
    scene.demo_shop.first_received(&conversation.id);
    scene.demo_shop.tell(&json!({ "topic": "customers/data_request", "id": "chloe@example.com" }));
    let request = done(scene, "customers/data_request");
    assert_eq!((&request["conversations"], &request["hand_offs"]), (&json!(1), &json!(1)), "{request}");
    let path = format!("/v1/exports/{}/{}", request["id"].as_str().unwrap_or_default(), conversation.id);
    let copy = scene.as_owner("GET", &path).json();
    assert!(copy["log"]["messages"].to_string().contains("where is order 1003?"), "{copy}");
    assert!(copy["log"]["receipts"].as_array().is_some_and(|receipts| !receipts.is_empty()), "{copy}");
    assert_eq!(copy["hand_offs"][0]["conversation"], conversation.id.as_str());
    assert_eq!(http::send("GET", &format!("{}{path}", scene.worker), &[], "").status, 401, "for the owner only");
}

fn a_customer_is_erased_with_every_trace(scene: &Scene) {
    // Found by the address, by the order, and of nobody who matters here.
    let (by_address, by_order, another) = (scene.open(), scene.open(), scene.open());
    let mut tab = by_address.tab();
    tab.ask("my address is chloe@example.com");
    tab.ask_for_a_person("press");
    by_order.tab().ask("where is order 1003? chloe@example.com");
    another.tab().ask("where is order 1002? ben@example.com");
    scene.demo_shop.first_received(&by_address.id);
    let copied = done(scene, "customers/data_request");
    assert_eq!(copied["copies"].as_array().map(Vec::len), Some(1));

    scene.demo_shop.tell(&json!({ "topic": "customers/redact", "id": "chloe@example.com" }));
    let erased = done(scene, "customers/redact");
    // With the one that was copied before.
    assert_eq!((&erased["conversations"], &erased["hand_offs"]), (&json!(3), &json!(2)), "{erased}");
    tab.closed();
    for gone in [&by_address, &by_order] {
        let mut tab = gone.socket();
        tab.hello(&gone.token(), 0, protocol::shopper::Page::default());
        tab.closed();
        assert!(tab.heard().messages().is_empty(), "nothing is left: {:?}", tab.heard());
        assert_eq!(scene.kept_record(&gone.id), None);
    }
    let copied = done(scene, "customers/data_request");
    assert_eq!(
        (&copied["copies"], &copied["conversations"]),
        (&json!([]), &json!(1)),
        "the copy is gone, the record stays"
    );
    assert!(!scene.as_owner("GET", "/v1/exports").body.contains("chloe"), "a record names nobody");
    assert_eq!(another.history().len(), 2, "nobody else is touched");
}

fn a_customer_who_only_signed_in_is_erased_too(scene: &Scene) {
    let conversation = scene.open();
    let (shop, cookie) = (&scene.demo_shop, scene.demo_shop.sign_in("ben@example.com"));
    let path = format!("/pass?conversation={}&origin={}", conversation.id, shop.storefront);
    let pass = shop.through_the_proxy(&path, &cookie).json()["pass"].as_str().map(str::to_owned);
    let mut tab = conversation.socket();
    let page = protocol::shopper::Page::default();
    tab.hello_with(protocol::shopper::Hello { token: conversation.token(), after: 0, page, pass });
    tab.welcomed();
    tab.told("what helps against hay fever on a hike?");
    shop.tell(&json!({ "topic": "customers/redact", "id": "ben@example.com" }));
    tab.closed();
}

fn a_shop_without_the_app_goes_to_a_person(scene: &Scene) {
    scene.demo_shop.tell(&json!({ "topic": "app/uninstalled" }));
    until("an app that is gone", SOON, || {
        scene.as_owner("GET", "/v1/webhooks").json()["uninstalled_at"].as_str().map(|_| ())
    });
    scene.demo_shop.fail("admin", &json!({ "fault": "revoked" }));
    let mut tab = scene.tab();
    tab.told("where is order 1002? ben@example.com");
    tab.wait("a person", |heard| (heard.owner() == Some(protocol::shopper::Owner::Waiting)).then_some(()));
    scene.demo_shop.recover();
    assert_eq!(scene.as_owner("POST", "/v1/webhooks").status, 200);
    assert_eq!(scene.as_owner("GET", "/v1/webhooks").json()["uninstalled_at"], Value::Null, "and back");
}

fn a_shop_is_erased_whole(scene: &Scene) {
    let conversations: Vec<_> = (0..6).map(|_| scene.open()).collect();
    conversations[0].tab().ask("where is order 1002? ben@example.com");
    scene.demo_shop.tell(&json!({ "topic": "shop/redact" }));
    let erased = done(scene, "shop/redact");
    assert!(erased["conversations"].as_u64() >= Some(6), "more than one message does: {erased}");
    assert_eq!(products(scene), 0);
    assert_eq!(scene.hand_offs("Bearer demo_owner_secret").json()["hand_offs"], json!([]));
    let mut tab = conversations[0].socket();
    tab.hello(&conversations[0].token(), 0, protocol::shopper::Page::default());
    tab.closed();
    assert!(tab.heard().messages().is_empty());
}

/// Whether the assistant's answer to a question names something.
fn is_told_of(scene: &Scene, question: &str, name: &str) -> bool {
    let answer = scene.tab().ask(question);
    format!("{} {:?}", words(&answer), answer.parts).contains(name)
}

fn products(scene: &Scene) -> u64 {
    scene.as_owner("GET", "/v1/mirror").json()["products"].as_u64().expect("a count")
}

/// How often a topic came.
fn times(scene: &Scene, topic: &str) -> u64 {
    let told = scene.as_owner("GET", "/v1/webhooks").json();
    let one = told["topics"].as_array().and_then(|all| all.iter().find(|one| one["topic"] == topic).cloned());
    one.and_then(|one| one["times"].as_u64()).unwrap_or_default()
}

/// The record of a request by law, once it is done.
fn done(scene: &Scene, topic: &str) -> Value {
    until(&format!("{topic} to be done"), SOON, || {
        let requests = scene.as_owner("GET", "/v1/exports").json();
        let is_done = |one: &&Value| one["topic"] == topic && one["done_at"] != "";
        requests["requests"].as_array()?.iter().find(is_done).cloned()
    })
}

fn shopify(scene: &Scene, topic: &str, at: &str, body: &str) -> u16 {
    let hmac = signature::hmac_base64("demo_client_secret", body.as_bytes());
    let headers = headers(&hmac, topic, SHOP, at, &format!("{topic} {at}"));
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    http::send("POST", &format!("{}/webhooks", scene.worker), &headers, body).status
}

fn headers(hmac: &str, topic: &str, shop: &str, at: &str, id: &str) -> [(&'static str, String); 5] {
    [
        ("x-shopify-hmac-sha256", hmac.to_owned()),
        ("x-shopify-topic", topic.to_owned()),
        ("x-shopify-shop-domain", shop.to_owned()),
        ("x-shopify-webhook-id", id.to_owned()),
        ("x-shopify-triggered-at", at.to_owned()),
    ]
}
