//! Who is signed in: only the shop's own word counts, for one conversation.

use protocol::shopper::{Hello, Page};
use serde_json::Value;
use worker_tests::Scene;
use worker_tests::http::{self, Answer};
use worker_tests::scene::Conversation;

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
    let nowhere = scene.demo_shop.through_the_proxy("/pass?conversation=mine", "");
    assert_eq!(nowhere.status, 404, "signed, but for no conversation");
}

pub fn a_pass_of_another_conversation_says_nothing(scene: &Scene) {
    let (mine, other) = (scene.open(), scene.open());
    let cookie = scene.demo_shop.sign_in("ana@example.com");
    let pass = ask(scene, &other, &cookie).json()["pass"].clone();
    assert!(pass.is_string());
    assert_eq!(handed_over_with(scene, &mine, &pass), Value::Null);
    let forged = Value::from(format!("1.{}", pass.as_str().and_then(|pass| pass.split_once('.')).expect("parts").1));
    assert_eq!(handed_over_with(scene, &other, &forged), Value::Null);
}

fn ask(scene: &Scene, conversation: &Conversation, cookie: &str) -> Answer {
    scene.demo_shop.through_the_proxy(&format!("/pass?conversation={}", conversation.id), cookie)
}

/// Says hello with a pass, asks for a person, and gives the customer of the record.
fn handed_over_with(scene: &Scene, conversation: &Conversation, pass: &Value) -> Value {
    let mut tab = conversation.socket();
    let pass = pass.as_str().map(str::to_owned);
    tab.hello_with(Hello { token: conversation.token.clone(), after: 0, page: Page::default(), pass });
    tab.welcomed();
    tab.ask_for_a_person("press");
    scene.demo_shop.first_received(&conversation.id)["customer"].clone()
}
