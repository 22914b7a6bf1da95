//! Who gets in: pages of the shop, addresses that exist, the merchant with the secret.

use serde_json::json;
use worker_tests::http::{self, Answer};
use worker_tests::{Scene, Tab};

pub fn a_worker_that_is_well_says_so(scene: &Scene) {
    let health = http::send("GET", &format!("{}/health", scene.worker), &[], "");
    assert_eq!((health.status, health.header("cache-control")), (200, "no-store"));
    assert_eq!(health.json(), json!({ "ok": true, "protocol": protocol::VERSION }));
}

pub fn a_page_of_the_shop_may_open_a_conversation_and_read_the_answer(scene: &Scene) {
    let shop = &scene.demo_shop.storefront;
    let opened = scene.ask_to_open(shop, "203.0.113.1");
    assert_eq!((opened.status, opened.header("access-control-allow-origin")), (200, shop.as_str()));
    assert_eq!((opened.header("vary"), opened.header("cache-control")), ("Origin", "no-store"));
    let url = format!("{}/v1/conversations", scene.worker);
    let preflight = http::send("OPTIONS", &url, &[("Origin", shop), ("Access-Control-Request-Method", "POST")], "");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, shop.as_str()));
    assert!(preflight.header("access-control-allow-methods").contains("POST"));
}

pub fn a_page_of_another_origin_gets_nothing_and_may_not_even_read_that(scene: &Scene) {
    let url = format!("{}/v1/conversations", scene.worker);
    let close_to_ours = format!("{}0", scene.demo_shop.storefront);
    let others = ["https://evil.example", "null", "", &close_to_ours];
    let mut wrong: Vec<String> = Vec::new();
    let mut check = |what: String, answer: &Answer| {
        if answer.status != 403 || answer.code() != "origin" || !answer.header("access-control-allow-origin").is_empty()
        {
            wrong.push(format!("{what}: {answer:?}"));
        }
    };
    for origin in others {
        check(format!("open from {origin:?}"), &scene.ask_to_open(origin, "203.0.113.2"));
        check(format!("preflight from {origin:?}"), &http::send("OPTIONS", &url, &[("Origin", origin)], ""));
    }
    check("open from nowhere".into(), &http::send("POST", &url, &[], ""));
    let conversation = scene.open();
    for origin in others.map(Some).into_iter().chain([None]) {
        let refused = Tab::connect(&scene.worker, &conversation.id, origin).err();
        if refused != Some(403) {
            wrong.push(format!("socket from {origin:?}: {refused:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

pub fn addresses_that_are_none_say_so(scene: &Scene) {
    let shop = &scene.demo_shop.storefront;
    let id = scene.open().id;
    let rows = [
        ("GET", "/v1/nothing".to_owned(), 404, "not-found"),
        ("GET", "/v1/conversations".to_owned(), 405, "method"),
        ("POST", "/v1/hand-offs".to_owned(), 405, "method"),
        ("POST", format!("/v1/conversations/{id}/socket"), 405, "method"),
        ("GET", format!("/v1/conversations/{id}/socket"), 426, "upgrade-required"),
        ("GET", format!("/v1/conversations/{id}"), 404, "not-found"),
    ];
    let asked = |(method, path, status, code): (&str, String, u16, &str)| {
        let answer = http::send(method, &format!("{}{path}", scene.worker), &[("Origin", shop)], "");
        (answer.status != status || answer.code() != code).then(|| format!("{method} {path}: {answer:?}"))
    };
    let wrong: Vec<String> = rows.into_iter().filter_map(asked).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

pub fn an_id_that_nobody_minted_opens_no_socket(scene: &Scene) {
    let known = scene.open().id;
    let ids = [
        "0123456789abcdef".repeat(4),
        "f".repeat(64),
        known[1..].to_owned(),
        format!("{known}0"),
        "../../health".to_owned(),
    ];
    let refused = |id: &String| Tab::connect(&scene.worker, id, Some(&scene.demo_shop.storefront)).err();
    assert_eq!(ids.iter().map(refused).collect::<Vec<_>>(), [Some(404); 5], "{ids:?}");
}

pub fn too_many_conversations_from_one_address_are_refused(scene: &Scene) {
    let shop = &scene.demo_shop.storefront;
    let refused =
        (0..62).find_map(|_| Some(scene.ask_to_open(shop, "203.0.113.3")).filter(|answer| answer.status != 200));
    let refused = refused.expect("more than two windows' worth is refused");
    assert_eq!((refused.status, refused.code().as_str()), (429, "too-many"));
    assert_eq!(refused.header("access-control-allow-origin"), shop, "the page may read why");
    assert_eq!(scene.ask_to_open(shop, "203.0.113.4").status, 200, "others are not held up");
}

pub fn a_body_that_is_too_large_is_refused(scene: &Scene) {
    let headers = [("Origin", scene.demo_shop.storefront.as_str()), ("CF-Connecting-IP", "203.0.113.5")];
    let answer = http::send("POST", &format!("{}/v1/conversations", scene.worker), &headers, &"x".repeat(20_000));
    assert_eq!((answer.status, answer.code().as_str()), (413, "too-large"));
}

pub fn only_the_merchant_reads_hand_offs(scene: &Scene) {
    let statuses =
        ["", "Bearer", "Bearer wrong", "demo_owner_secret", "Basic demo_owner_secret", "Bearer demo_owner_secre"]
            .map(|authorization| scene.hand_offs(authorization).status);
    assert_eq!(statuses, [401; 6]);
    let list = scene.hand_offs("Bearer demo_owner_secret");
    assert_eq!((list.status, list.header("cache-control")), (200, "no-store"));
    assert!(list.json()["hand_offs"].is_array(), "{}", list.body);
    assert!(list.header("access-control-allow-origin").is_empty(), "no page reads it");
}
