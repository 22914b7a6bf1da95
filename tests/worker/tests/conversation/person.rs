//! Handing over: a visible line, a silent assistant, one record with everything known.

use protocol::shopper::{Author, Owner};
use serde_json::json;
use worker_tests::Scene;
use worker_tests::heard::words;
use worker_tests::wait::{SOON, until};

pub fn a_person_gets_the_conversation_with_everything_known(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.ask("where is order 1002? ben@example.com");
    let seq = tab.ask_for_a_person("press-1");
    tab.settle();
    assert_eq!(tab.heard().owner(), Some(Owner::Waiting));
    let notice = tab.heard().by(Author::Notice)[0].clone();
    assert_eq!((notice.seq, notice.id.as_deref()), (seq, Some("press-1")));
    assert!(
        words(&notice).contains("stays silent") && words(&notice).contains("by e-mail"),
        "what happens next: {notice:?}"
    );

    let record = scene.demo_shop.first_received(&conversation.id);
    assert_eq!(record["id"], format!("{}-1", conversation.id));
    assert_eq!(record["reason"], "asked");
    assert_eq!(record["order"], json!({ "number": "#1002", "proven": true }));
    assert_eq!(record["email"], "ben@example.com");
    assert_eq!(record["shop"], "kestrel-and-fern.myshopify.com");
    let authors: Vec<_> = record["transcript"].as_array().expect("lines").iter().map(|line| &line["author"]).collect();
    assert_eq!(authors, ["shopper", "assistant", "notice"]);
    assert_eq!(record["receipts"].as_array().map(Vec::len), Some(2), "the order, and its carriers: {record}");
    assert!(!record.to_string().contains(&conversation.token()), "the token is nobody else's");
}

pub fn the_assistant_stays_silent_once_a_person_was_asked_for(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.ask_for_a_person("press-1");
    for line in ["where is order 1002? ben@example.com", "hello?", "what is your return policy?"] {
        tab.told(line);
    }
    tab.settle();
    assert_eq!(tab.heard().by(Author::Assistant), Vec::<&protocol::shopper::Message>::new());
    assert_eq!(tab.heard().seqs(), [1, 2, 3, 4], "the shopper's lines are kept all the same");
    assert_eq!(conversation.history().len(), 4);
}

pub fn what_a_shopper_adds_reaches_the_merchant_too(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.told("Where is order 1002?");
    tab.settle();
    tab.ask_for_a_person("press-1");
    let lines = ["it is urgent, I leave on Friday", "my mail is ben@example.com"];
    let seqs = lines.map(|line| tab.told(line));
    let follow_ups = || {
        let records = scene.demo_shop.received(&conversation.id);
        let mut added: Vec<_> = records
            .iter()
            .map(|taken| &taken["payload"]["shopdesk"])
            .filter(|r| r["follows"].is_string())
            .cloned()
            .collect();
        added.sort_by_key(|record| record["id"].to_string());
        (added.len() == lines.len()).then_some(added)
    };
    let added = until("both lines at the webhook", SOON, follow_ups);
    for ((record, line), seq) in added.iter().zip(lines).zip(seqs) {
        assert_eq!(record["follows"], format!("{}-1", conversation.id));
        assert_eq!(record["id"], format!("{}-1-{seq}", conversation.id));
        assert_eq!((&record["line"]["text"], &record["line"]["author"]), (&json!(line), &json!("shopper")));
    }
    assert_eq!(scene.demo_shop.received(&conversation.id).len(), 3, "the hand-off and two lines, each once");
}

pub fn asking_twice_hands_over_once(scene: &Scene) {
    let conversation = scene.open();
    let (mut tab, mut other) = (conversation.tab(), conversation.tab());
    let seq = tab.ask_for_a_person("press-1");
    assert_eq!(tab.ask_for_a_person("press-1"), seq, "the same press");
    other.ask_for_a_person("press-2");
    other.settle();
    assert_eq!(other.heard().by(Author::Notice).len(), 1);
    scene.delivered_record(&conversation.id, SOON);
    assert_eq!(scene.demo_shop.received(&conversation.id).len(), 1);
}

pub fn asking_in_words_hands_over_too(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let answer = tab.ask("I want to talk to a human please");
    assert!(words(&answer).contains("handing you over"), "{answer:?}");
    tab.wait("the notice", |heard| (heard.by(Author::Notice).len() == 1).then_some(()));
    let record = scene.demo_shop.first_received(&conversation.id);
    let read = &record["reading"]["candidates"][0]["intent"];
    assert_eq!((&record["reason"], read), (&json!("asked"), &json!("human_agent")), "{record}");
}

pub fn an_offer_is_taken_with_a_yes(scene: &Scene) {
    let mut tab = scene.tab();
    let answer = tab.ask("I want to return my boots");
    let choices = answer.parts.iter().find_map(|part| part.choices.as_ref()).expect("choices to press");
    let yes = choices.options[0].clone();
    tab.ask(&yes);
    tab.wait("the owner", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
}

pub fn a_vip_is_answered_and_gets_a_person(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let answer = tab.ask("where is order 1012? kim@example.com");
    assert!(words(&answer).contains("Order #1012 was delivered"), "{answer:?}");
    tab.wait("the owner", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
    assert_eq!(scene.demo_shop.first_received(&conversation.id)["reason"], "vip");
}
