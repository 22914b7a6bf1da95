//! What gets in while a lookup runs: a hand-off, further lines, the same line again, another tab.
//!
//! The Admin interface takes 2.2 s here, near the 2.8 s after which the Worker gives up on a call.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use protocol::shopper::{Author, Owner};
use serde_json::json;
use worker_tests::heard::words;
use worker_tests::wait::SOON;
use worker_tests::{Heard, Order, Scene, Setting, Tab, case, cases};

fn main() {
    let cases = cases![
        a_hand_off_in_the_middle_silences_the_answer,
        further_lines_are_kept_at_once_and_answered_in_their_order,
        a_line_sent_twice_is_kept_and_answered_once,
        a_tab_that_comes_in_the_middle_begins_no_second_turn,
        a_person_asked_for_in_words_waits_for_the_answer_before,
    ];
    case::run(Setting::named("interruption"), Order::SideBySide, cases);
}

fn a_hand_off_in_the_middle_silences_the_answer(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    in_the_middle(scene, &mut tab, "where is order 1001? ana@example.com");
    tab.ask_for_a_person("press");
    is_still_reading(tab.heard());
    tab.wait("the end of the lookup", |heard| (heard.progress(1).last() == Some(&"")).then_some(()));
    tab.settle();
    assert_eq!(scene.demo_shop.reads("1001"), 1, "the lookup was on its way");
    assert!(tab.heard().by(Author::Assistant).is_empty(), "{:?}", tab.heard());
    assert_eq!(tab.heard().owner(), Some(Owner::Waiting));
    assert_eq!(tab.heard().by(Author::Notice).len(), 1);
    assert_eq!(tab.heard().seqs(), [1, 2]);
    scene.delivered_record(&conversation.id, SOON);
    assert_eq!(scene.demo_shop.received(&conversation.id).len(), 1, "one record");
}

fn further_lines_are_kept_at_once_and_answered_in_their_order(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    in_the_middle(scene, &mut tab, "where is order 1002? ben@example.com");
    assert_eq!(tab.told("and what is your return policy?"), 2);
    assert_eq!(tab.told("thank you"), 3);
    is_still_reading(tab.heard());
    tab.wait("three answers", |heard| (heard.by(Author::Assistant).len() == 3).then_some(()));
    // Whatever a second run had begun would be over by the end of another lookup.
    tab.ask("and where is my order now?");
    tab.settle();
    assert_eq!(tab.heard().seqs(), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(scene.demo_shop.reads("1002"), 2, "once for each question");
    let answers: Vec<String> = tab.heard().by(Author::Assistant).into_iter().map(words).collect();
    for (answer, wanted) in answers.iter().zip(["Order #1002", "Returns and refunds", "You're welcome"]) {
        assert!(answer.contains(wanted), "{wanted} is answered in its turn: {answers:#?}");
    }
    assert_eq!(conversation.history().len(), 8);
}

fn a_line_sent_twice_is_kept_and_answered_once(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    slow(scene);
    let line = "where is order 1003? chloe@example.com";
    tab.say_as("once", line);
    tab.say_as("once", line);
    tab.wait("progress", |heard| heard.progress(1).first().map(|_| ()));
    let mut other = conversation.tab();
    other.say_as("once", line);
    assert_eq!(other.acknowledged("once"), 1);
    is_still_reading(other.heard());
    tab.wait("an answer", |heard| heard.answer_after(1));
    tab.settle();
    other.closed();
    assert_eq!(tab.heard().acks("once"), [1, 1]);
    assert_eq!(tab.heard().seqs(), [1, 2]);
    assert_eq!(conversation.tab().heard().seqs(), [1, 2]);
    assert_eq!(scene.demo_shop.reads("1003"), 1, "the order was read once");
}

fn a_tab_that_comes_in_the_middle_begins_no_second_turn(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    in_the_middle(scene, &mut tab, "where is order 1004? dev@example.com");
    let mut other = conversation.tab();
    is_still_reading(tab.heard());
    assert_eq!(other.heard().seqs(), [1], "it gets what is there");
    tab.wait("the answer", |heard| heard.answer_after(1));
    // The answer is for whoever proved that the order is theirs; the other tab enters again, with what they have.
    other.closed();
    assert_eq!(conversation.tab().heard().seqs(), [1, 2]);
    assert_eq!(scene.demo_shop.reads("1004"), 1);
}

fn a_person_asked_for_in_words_waits_for_the_answer_before(scene: &Scene) {
    let mut tab = scene.tab();
    in_the_middle(scene, &mut tab, "where is order 1006? emil@example.com");
    tab.told("I want to talk to a human");
    tab.told("are you still there?");
    is_still_reading(tab.heard());
    tab.wait("a person", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
    tab.settle();
    let authors: Vec<Author> = tab.heard().messages().iter().map(|message| message.author).collect();
    let shopper = Author::Shopper;
    assert_eq!(authors, [shopper, shopper, shopper, Author::Assistant, Author::Assistant, Author::Notice]);
}

/// Sends a line and returns when its lookup runs.
fn in_the_middle(scene: &Scene, tab: &mut Tab, line: &str) {
    slow(scene);
    assert_eq!(tab.told(line), 1);
    tab.wait("progress", |heard| heard.progress(1).first().map(|_| ()));
}

fn slow(scene: &Scene) {
    scene.demo_shop.fail("admin", &json!({ "fault": "slow", "delay_ms": 3_000 }));
}

/// What was just done was done while the first line's lookup ran.
fn is_still_reading(heard: &Heard) {
    assert!(
        !heard.progress(1).contains(&"") && heard.answer_after(1).is_none(),
        "the lookup ended too early: {heard:?}"
    );
}
