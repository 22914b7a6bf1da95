//! A code by e-mail, before a person is asked to change an order.

use protocol::shopper::Owner;
use serde_json::json;
use worker_tests::heard::words;
use worker_tests::{Scene, Tab};

pub fn a_change_is_confirmed_by_a_code_before_a_person_makes_it(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let offer = tab.ask("please change the delivery address of order 1004, dev@example.com");
    let choices = offer.parts.iter().find_map(|part| part.choices.as_ref()).expect("choices to press");
    let sent = words(&tab.ask(&choices.options[1]));
    assert!(sent.contains("d•••@e•••.com") && !sent.contains("dev@"), "{sent}");
    let code = newest_code(scene, "dev@example.com");
    let wrong = if code == "111111" { "222222" } else { "111111" };
    assert!(words(&tab.ask(wrong)).contains("4 tries are left"));
    let right = words(&tab.ask(&code));
    assert!(right.contains("it is confirmed"), "{right}");
    tab.wait("the owner", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
    let record = scene.demo_shop.first_received(&conversation.id);
    assert_eq!(record["identity"], "stepped_up", "{record}");
    assert_eq!(record["reason"], json!({ "not_handled": "change_address" }));
    let text = scene.demo_shop.received(&conversation.id)[0]["payload"]["text"].to_string();
    assert!(text.contains("Identity confirmed by code"), "{text}");
    let receipts = record["receipts"].to_string();
    assert!(!receipts.contains(&code), "{receipts}");
}

pub fn a_fourth_code_within_an_hour_is_not_sent(scene: &Scene) {
    let ask = || -> (Tab, String) {
        let mut tab = scene.tab();
        tab.ask("please change the delivery address of order 1010, ivan@example.com");
        let told = words(&tab.ask("Send me a code first"));
        (tab, told)
    };
    for n in 1..=3 {
        let (_, told) = ask();
        assert!(told.contains("i•••@e•••.com"), "code {n}: {told}");
    }
    let (mut tab, told) = ask();
    assert!(told.contains("I can't send a code right now"), "{told}");
    assert_eq!(scene.demo_shop.mails("ivan@example.com").len(), 3);
    // Another conversation's code is worth nothing here.
    let told = words(&tab.ask(&newest_code(scene, "ivan@example.com")));
    assert!(!told.contains("confirmed"), "{told}");
}

pub fn newest_code(scene: &Scene, to: &str) -> String {
    let mails = scene.demo_shop.mails(to);
    let text = mails.last().expect("a mail")["text"].as_str().expect("a text").to_owned();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{text}");
    digits
}
