//! Who is signed in: only the shop's own word counts, for one conversation.

use protocol::shopper::{Hello, Page};
use serde_json::{Value, json};
use worker_tests::heard::words;
use worker_tests::http::{self, Answer};
use worker_tests::scene::Conversation;
use worker_tests::wait::{SOON, until};
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
    turned_away(&conversation, &ask(scene, &conversation, "").json()["pass"]);
    turned_away(&conversation, &pass);
    assert!(handed_over_with(scene, &conversation, &ask(scene, &conversation, &cookie).json()["pass"]).is_string());
}

pub fn after_signing_out_nothing_is_shown_and_a_hello_without_a_pass_changes_nothing(scene: &Scene) {
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let (left, stayed) = (scene.open(), scene.open());
    for conversation in [&left, &stayed] {
        greet(conversation, &ask(scene, conversation, &cookie).json()["pass"]).told("for my eyes only");
    }
    let mut open = left.tab();
    turned_away(&left, &ask(scene, &left, "").json()["pass"]);
    open.closed();
    turned_away(&left, &Value::Null);
    greet(&left, &ask(scene, &left, &cookie).json()["pass"]).settle();
    assert!(handed_over_with(scene, &stayed, &Value::Null).is_string(), "the shop's word counts for an hour");
}

pub fn a_customer_hears_of_their_own_order_and_of_nobody_elses(scene: &Scene) {
    let conversation = scene.open();
    let cookie = scene.demo_shop.sign_in("ben@example.com");
    let mut tab = greet(&conversation, &ask(scene, &conversation, &cookie).json()["pass"]);
    let told = tab.ask("where is my order?");
    assert!(words(&told).contains("Order #1002 is on its way by FedEx"), "{told:?}");
    assert!(told.sources.iter().any(|source| source.starts_with("Order #1002")), "{told:?}");
    let (others, unknown) = (words(&tab.ask("where is #1003?")), words(&tab.ask("where is #9999?")));
    assert_eq!(others.replace("1003", "N"), unknown.replace("9999", "N"));
    turned_away(&conversation, &ask(scene, &conversation, "").json()["pass"]);
    tab.closed();
}

pub fn a_customer_finds_the_open_conversation_on_another_device(scene: &Scene) {
    let cookie = scene.demo_shop.sign_in("chloe@example.com");
    let first = scene.open();
    greet(&first, &ask(scene, &first, &cookie).json()["pass"]).told("hello from my phone");
    let origin = &scene.demo_shop.storefront;
    let body = |cookie: &str| {
        let answer = scene.demo_shop.through_the_proxy(&format!("/pass?conversation=&origin={origin}"), cookie);
        json!({ "pass": answer.json()["pass"] }).to_string()
    };
    // The index is written behind the answer.
    let mut used = String::new();
    let second = until("the same conversation", SOON, || {
        used = body(&cookie);
        Some(scene.open_with("198.51.100.77", &used)).filter(|opened| opened.id == first.id)
    });
    assert_ne!(second.token(), first.token(), "each device has a token of its own");
    assert_eq!(words(&second.history()[0]), "hello from my phone");
    first.tab();
    let others =
        [used, body(""), body(&scene.demo_shop.sign_in("dev@example.com")), r#"{"pass":"1.2.3.4"}"#.to_owned()];
    for other in others {
        assert_ne!(scene.open_with("198.51.100.78", &other).id, first.id, "a replay, nobody, somebody else, nonsense");
    }
    turned_away(&second, &ask(scene, &second, "").json()["pass"]);
    let third = scene.open_with("198.51.100.79", &body(&cookie));
    assert_eq!(third.id, first.id, "who signed out and in again has it still");
    assert_eq!(greet(&third, &ask(scene, &third, &cookie).json()["pass"]).heard().messages().len(), 2);
}

pub fn another_customer_is_sent_to_a_conversation_of_their_own(scene: &Scene) {
    let conversation = scene.open();
    let [ben, chloe] = ["ben@example.com", "chloe@example.com"].map(|email| scene.demo_shop.sign_in(email));
    greet(&conversation, &ask(scene, &conversation, &ben).json()["pass"]).told("something for my eyes only");
    turned_away(&conversation, &ask(scene, &conversation, &chloe).json()["pass"]);
    turned_away(&conversation, &ask(scene, &conversation, "").json()["pass"]);
    turned_away(&conversation, &ask(scene, &conversation, &chloe).json()["pass"]);
    greet(&conversation, &ask(scene, &conversation, &ben).json()["pass"]);
}

pub fn ask(scene: &Scene, conversation: &Conversation, cookie: &str) -> Answer {
    ask_from(scene, conversation, cookie, &scene.demo_shop.storefront)
}

fn ask_from(scene: &Scene, conversation: &Conversation, cookie: &str, origin: &str) -> Answer {
    scene.demo_shop.through_the_proxy(&format!("/pass?conversation={}&origin={origin}", conversation.id), cookie)
}

/// Says hello with a pass on a socket of its own.
pub fn greet(conversation: &Conversation, pass: &Value) -> Tab {
    let mut tab = conversation.socket();
    let pass = pass.as_str().map(str::to_owned);
    tab.hello_with(Hello { token: conversation.token(), after: 0, page: Page::default(), pass });
    tab.welcomed();
    tab
}

/// Says hello with a pass, and is let in by no means.
pub fn turned_away(conversation: &Conversation, pass: &Value) {
    let mut tab = conversation.socket();
    let pass = pass.as_str().map(str::to_owned);
    tab.hello_with(Hello { token: conversation.token(), after: 0, page: Page::default(), pass });
    tab.closed();
    assert_eq!((tab.heard().refusals().len(), tab.heard().frames.len()), (1, 1), "{:?}", tab.heard());
}

/// Says hello with a pass, asks for a person, and gives the customer of the record.
fn handed_over_with(scene: &Scene, conversation: &Conversation, pass: &Value) -> Value {
    greet(conversation, pass).ask_for_a_person("press");
    scene.demo_shop.first_received(&conversation.id)["customer"].clone()
}
