//! Who is signed in: only the shop's own word counts, for one conversation.

use protocol::shopper::{Hello, Page};
use serde_json::Value;
use worker_tests::http::{self, Answer};
use worker_tests::scene::Conversation;
use worker_tests::{Scene, Tab};

pub fn a_signed_in_customer_is_known_by_the_shops_word(scene: &Scene) {
    let conversation = scene.open();
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let answer = ask(scene, &conversation, &cookie);
    assert_eq!((answer.status, answer.json()["signed_in"].as_bool()), (200, Some(true)), "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    let customer = handed_over_with(scene, &conversation, &answer.json()["pass"]);
    assert!(customer.as_str().is_some_and(|id| id.bytes().all(|b| b.is_ascii_digit())), "{customer}");
}

pub fn a_visitor_who_is_not_signed_in_is_nobody(scene: &Scene) {
    let conversation = scene.open();
    let answer = ask(scene, &conversation, "");
    assert_eq!((answer.status, answer.json()["signed_in"].as_bool()), (200, Some(false)), "{}", answer.body);
    assert_eq!(handed_over_with(scene, &conversation, &answer.json()["pass"]), Value::Null);
}

pub fn what_the_shop_did_not_sign_is_refused(scene: &Scene) {
    let conversation = scene.open();
    let shop = "shop=kestrel-and-fern.myshopify.com&timestamp=1763636400";
    let signature = "0".repeat(64);
    for query in [
        format!("conversation={}", conversation.id),
        format!("conversation={}&{shop}&logged_in_customer_id=1&signature={signature}", conversation.id),
        format!("{shop}&{shop}&signature={signature}"),
    ] {
        let answer = http::send("GET", &format!("{}/proxy/pass?{query}", scene.worker), &[], "");
        assert_eq!((answer.status, answer.code().as_str()), (401, "not-proxied"), "{query}");
    }
    let nowhere = scene.demo_shop.through_the_proxy("/pass?conversation=mine&origin=x", "");
    assert_eq!(nowhere.status, 404, "signed, but for no conversation");
}

pub fn a_pass_of_another_conversation_or_origin_says_nothing(scene: &Scene) {
    let (mine, other) = (scene.open(), scene.open());
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let pass = ask(scene, &other, &cookie).json()["pass"].clone();
    assert!(pass.is_string());
    assert_eq!(handed_over_with(scene, &mine, &pass), Value::Null);
    let forged = Value::from(format!("1.{}", pass.as_str().and_then(|pass| pass.split_once('.')).expect("parts").1));
    assert_eq!(handed_over_with(scene, &other, &forged), Value::Null);

    let elsewhere = scene.open();
    let pass = ask_from(scene, &elsewhere, &cookie, "https://kestrel-and-fern.myshopify.com").json()["pass"].clone();
    assert!(pass.is_string(), "an origin of the shop's, but not the one that the socket comes from");
    assert_eq!(handed_over_with(scene, &elsewhere, &pass), Value::Null);
    for origin in ["", "https://evil.example"] {
        let refused = ask_from(scene, &elsewhere, &cookie, origin);
        assert_eq!((refused.status, refused.code().as_str()), (403, "origin"), "{origin}");
    }
}

pub fn a_pass_that_was_shown_before_says_nothing(scene: &Scene) {
    let conversation = scene.open();
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let pass = ask(scene, &conversation, &cookie).json()["pass"].clone();
    greet(&conversation, &pass);
    let nobody = ask(scene, &conversation, "").json()["pass"].clone();
    greet(&conversation, &nobody);
    assert_eq!(handed_over_with(scene, &conversation, &pass), Value::Null, "a replay signs nobody in again");
}

pub fn signing_out_lowers_and_a_hello_without_a_pass_changes_nothing(scene: &Scene) {
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let (left, stayed) = (scene.open(), scene.open());
    for conversation in [&left, &stayed] {
        greet(conversation, &ask(scene, conversation, &cookie).json()["pass"]);
    }
    assert_eq!(handed_over_with(scene, &left, &ask(scene, &left, "").json()["pass"]), Value::Null);
    assert!(handed_over_with(scene, &stayed, &Value::Null).is_string());
}

fn ask(scene: &Scene, conversation: &Conversation, cookie: &str) -> Answer {
    ask_from(scene, conversation, cookie, &scene.demo_shop.storefront)
}

fn ask_from(scene: &Scene, conversation: &Conversation, cookie: &str, origin: &str) -> Answer {
    scene.demo_shop.through_the_proxy(&format!("/pass?conversation={}&origin={origin}", conversation.id), cookie)
}

/// Says hello with a pass on a socket of its own.
fn greet(conversation: &Conversation, pass: &Value) -> Tab {
    let mut tab = conversation.socket();
    let pass = pass.as_str().map(str::to_owned);
    tab.hello_with(Hello { token: conversation.token.clone(), after: 0, page: Page::default(), pass });
    tab.welcomed();
    tab
}

/// Says hello with a pass, asks for a person, and gives the customer of the record.
fn handed_over_with(scene: &Scene, conversation: &Conversation, pass: &Value) -> Value {
    greet(conversation, pass).ask_for_a_person("press");
    scene.demo_shop.first_received(&conversation.id)["customer"].clone()
}
