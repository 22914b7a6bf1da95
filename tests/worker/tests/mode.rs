//! A merchant who has order status approved by a person, and the rest switched off.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use protocol::shopper::{Author, Owner};
use worker_tests::heard::words;
use worker_tests::{Order, Scene, Setting, case, cases};

fn main() {
    let cases = cases![
        an_order_answer_is_held_for_a_person,
        a_question_back_needs_no_approval,
        what_is_switched_off_offers_a_person_and_reads_nothing,
        small_talk_is_always_allowed,
    ];
    case::run(Setting::named("mode").with_var("MODES", "order_status=draft,product=off"), Order::SideBySide, cases);
}

fn an_order_answer_is_held_for_a_person(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.told("where is order 1002? ben@example.com");
    tab.wait("a person", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
    tab.settle();
    assert!(tab.heard().by(Author::Assistant).is_empty(), "{:?}", tab.heard());
    let notice = words(tab.heard().by(Author::Notice)[0]);
    assert!(notice.contains("asked to check the answer"), "{notice}");
    let frames = serde_json::to_string(&tab.heard().frames).expect("frames");
    assert!(!frames.contains("FedEx"), "nothing of the answer gets out: {frames}");
    let record = scene.demo_shop.first_received(&conversation.id);
    assert_eq!(record["reason"], "draft");
    let draft = record["draft"].as_str().unwrap_or_default();
    assert!(draft.contains("Order #1002 is on its way by FedEx"), "the person gets the draft: {record}");
    tab.told("hello?");
    tab.settle();
    assert_eq!(tab.heard().seqs(), [1, 2, 3], "and the assistant is silent");
}

fn a_question_back_needs_no_approval(scene: &Scene) {
    let mut tab = scene.tab();
    assert!(words(&tab.ask("where is my parcel?")).contains("order number"));
    let refused = words(&tab.ask("#1002, mallory@example.com"));
    assert!(refused.contains("I can't find an order #1002"), "{refused}");
    assert_eq!(tab.heard().owner(), Some(Owner::Assistant));
}

fn what_is_switched_off_offers_a_person_and_reads_nothing(scene: &Scene) {
    // The mirror was filled before.
    let before = scene.demo_shop.requests("storefront_api");
    // `policy` is left out of the list, and so is as in a fresh deployment: off.
    for question in ["do you have anything waterproof for hiking, under 150?", "what is your return policy?"] {
        let mut tab = scene.open().tab_on_product("ridgeline-rain-jacket");
        let answer = tab.ask(question);
        assert!(answer.parts.iter().any(|part| part.choices.is_some()), "{answer:?}");
        assert!(tab.heard().progress(1).is_empty(), "nothing is looked up: {:?}", tab.heard());
        tab.ask("yes please");
        tab.wait("a person", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
    }
    assert_eq!(scene.demo_shop.requests("storefront_api"), before);
}

fn small_talk_is_always_allowed(scene: &Scene) {
    let answer = words(&scene.tab().ask("are you a robot?"));
    assert!(answer.contains("AI assistant"), "{answer}");
}
