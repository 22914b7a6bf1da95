//! A computer that others use: who noted id and token of a conversation before somebody proved who they are in it is shut
//! out then, and the browser in which it was proven goes on.

use protocol::shopper::{Hello, Page, Refusal};
use serde_json::Value;
use worker_tests::heard::words;
use worker_tests::scene::Conversation;
use worker_tests::{Scene, Tab};

use crate::proxy::{ask, greet};

/// Where somebody reads who noted the token.
const ELSEWHERE: &str = "203.0.113.77";

pub fn who_noted_the_token_before_a_sign_in_reads_no_further(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.ask("hello");
    let noted = conversation.noted();
    let mut spy = enter(&noted, ELSEWHERE);
    let cookie = scene.demo_shop.sign_in("ben@example.com");
    let mut signed_in = greet(&conversation, &ask(scene, &conversation, &cookie).json()["pass"]);
    assert!(words(&signed_in.ask("where is my order?")).contains("#1002"));
    spy.closed();
    tab.closed();
    assert!(!format!("{:?}{:?}", spy.heard(), tab.heard()).contains("1002"), "{:?}", spy.heard());
    let conversation_goes_on = conversation.tab();
    assert_eq!(conversation_goes_on.heard().messages().len(), 4, "the next page of the same browser");
    is_shut_out(&noted);
    // Once more, by whoever was at the computer while nobody was signed in.
    drop((signed_in, conversation_goes_on));
    let noted = conversation.noted();
    crate::proxy::turned_away(&conversation, &ask(scene, &conversation, "").json()["pass"]);
    greet(&conversation, &ask(scene, &conversation, &cookie).json()["pass"]).settle();
    is_shut_out(&noted);
}

pub fn who_noted_the_token_before_an_order_was_proven_reads_no_further(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let noted = conversation.noted();
    let mut spy = enter(&noted, ELSEWHERE);
    assert!(words(&tab.ask("where is order 1004? eve@example.com")).contains("I can't find an order"));
    spy.wait("the answer", |heard| heard.answer_after(1));
    assert!(words(&tab.ask("sorry, dev@example.com")).contains("#1004"));
    spy.closed();
    assert_eq!(spy.heard().seqs(), [1, 2, 3], "what was told from then on is told to one");
    is_shut_out(&noted);
    // What a code opens is opened to the one who had it, too.
    let noted = conversation.noted();
    let mut spy = enter(&noted, ELSEWHERE);
    let offer = tab.ask("please change the delivery address of order 1004");
    let choices = offer.parts.iter().find_map(|part| part.choices.clone()).expect("choices to press");
    tab.ask(&choices.options[1]);
    tab.ask(&crate::code::newest_code(scene, "dev@example.com"));
    spy.closed();
    is_shut_out(&noted);
}

pub fn tabs_of_one_browser_go_on_with_the_new_token(scene: &Scene) {
    let conversation = scene.open();
    let (mut first, mut second) = (conversation.tab(), conversation.tab());
    first.ask("where is order 1002? ben@example.com");
    second.closed();
    let mut second = conversation.tab();
    assert_eq!(second.heard().messages(), first.heard().messages());
    assert!(words(&second.ask("and where is my order now?")).contains("#1002"));
    first.wait("the other tab's answer", |heard| heard.answer_after(3));
    // Another order in the second tab: now the first one enters again.
    assert!(words(&second.ask("and order 1003? chloe@example.com")).contains("#1003"));
    first.closed();
    assert_eq!(conversation.tab().heard().messages().len(), 6);
}

pub fn a_page_of_the_customers_without_the_new_token_enters_by_its_pass(scene: &Scene) {
    let conversation = scene.open();
    conversation.tab().ask("hello");
    let late = conversation.noted();
    let (cookie, other) = (scene.demo_shop.sign_in("ben@example.com"), scene.demo_shop.sign_in("chloe@example.com"));
    let mut tab = greet(&conversation, &ask(scene, &conversation, &cookie).json()["pass"]);
    let pass = ask(scene, &conversation, &cookie).json()["pass"].clone();
    let mut second = greet(&late, &pass);
    assert_eq!(second.heard().messages().len(), 2);
    assert_ne!(late.token(), conversation.token(), "each has a token that opens");
    tab.ask("thank you");
    second.wait("the other page's answer", |heard| heard.answer_after(3));
    let nobody = ask(scene, &conversation, "").json()["pass"].clone();
    for pass in [pass, ask(scene, &conversation, &other).json()["pass"].clone(), nobody, Value::Null] {
        let mut tab = late.socket();
        let pass = pass.as_str().map(str::to_owned);
        tab.hello_with(Hello { token: "noted".into(), after: 0, page: Page::default(), pass });
        tab.closed();
        assert!(tab.heard().messages().is_empty(), "a replay, somebody else's, nobody's, none: {:?}", tab.heard());
    }
    tab.ask("thanks");
}

pub fn a_page_that_is_left_between_line_and_answer_comes_back_from_its_network(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let noted = conversation.noted();
    let mut spy = enter(&noted, ELSEWHERE);
    tab.told("where is order 1003? chloe@example.com");
    drop(tab);
    // That is when the answer is there.
    spy.closed();
    is_shut_out_from(&noted, ELSEWHERE);
    let mut back = conversation.tab();
    assert_eq!(back.heard().seqs(), [1, 2]);
    back.ask("thank you");
    drop(back);
    assert_eq!(conversation.history().len(), 4);
    is_shut_out(&noted);
}

fn enter(noted: &Conversation, address: &str) -> Tab {
    let mut tab = noted.socket_from(address);
    tab.hello(&noted.token(), 0, Page::default());
    tab.welcomed();
    tab
}

/// From anywhere, the shopper's own network included.
fn is_shut_out(noted: &Conversation) {
    is_shut_out_from(noted, ELSEWHERE);
    is_shut_out_from(noted, &noted.address);
}

fn is_shut_out_from(noted: &Conversation, address: &str) {
    let mut tab = noted.socket_from(address);
    tab.hello(&noted.token(), 0, Page::default());
    tab.closed();
    let codes: Vec<_> = tab.heard().refusals().iter().map(|refused| refused.code).collect();
    assert_eq!((codes, tab.heard().frames.len()), (vec![Refusal::Forbidden], 1), "from {address}");
}
