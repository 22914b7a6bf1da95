//! workerd is killed and started again: nothing lost, nothing doubled, nothing that needs somebody to be there.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use std::thread;
use std::time::Duration;

use protocol::shopper::{Author, Owner};
use serde_json::json;
use worker_tests::heard::words;
use worker_tests::wait::{SOON, until};
use worker_tests::{Heard, Order, Scene, Setting, Tab, case, cases};

/// How long the Admin interface takes, below the 4 s after which the Worker gives up on a call.
const CALL: Duration = Duration::from_secs(3);

fn main() {
    let cases = cases![
        what_was_said_is_the_same_after_a_crash,
        lines_caught_by_a_crash_are_answered_once_whether_somebody_is_there_or_not,
        a_code_that_was_being_sent_is_sent_once,
        a_turn_that_dies_twice_ends_with_an_honest_line,
        a_hand_off_that_the_queue_lost_is_announced_again,
    ];
    case::run(Setting::named("restart"), Order::OneByOne, cases);
}

fn what_was_said_is_the_same_after_a_crash(scene: &Scene) {
    let (conversation, handed_over) = (scene.open(), scene.open());
    let mut tab = conversation.tab();
    tab.ask("where is order 1002? ben@example.com");
    tab.ask("what is your return policy?");
    let mut waiting = handed_over.tab();
    waiting.ask_for_a_person("press");
    scene.demo_shop.first_received(&handed_over.id);
    let before = (conversation.history(), handed_over.history());
    scene.kill_worker();
    tab.closed();
    scene.start_worker_again();
    assert_eq!((conversation.history(), handed_over.history()), before);
    let mut tab = conversation.tab_after(3);
    assert_eq!(tab.heard().seqs(), [4]);
    let answer = tab.ask("and where is my order now?");
    assert!(words(&answer).contains("Order #1002"), "what was proven stays proven: {answer:?}");
    assert_eq!(tab.heard().seqs(), [4, 5, 6], "numbers go on without a gap");
    let mut waiting = handed_over.tab();
    assert_eq!(waiting.heard().owner(), Some(Owner::Waiting));
    waiting.told("hello?");
    waiting.settle();
    assert!(waiting.heard().by(Author::Assistant).is_empty(), "still a person's");
    assert!(scene.kept_record(&handed_over.id).is_some(), "the record is kept");
}

fn lines_caught_by_a_crash_are_answered_once_whether_somebody_is_there_or_not(scene: &Scene) {
    let (attended, deserted) = (scene.open(), scene.open());
    slow(scene, CALL);
    let (mut tab, mut other) = (attended.tab(), deserted.tab());
    in_the_middle(&mut tab, "where is order 1003? chloe@example.com");
    assert_eq!(tab.told("thank you"), 2);
    in_the_middle(&mut other, "where is order 1001? ana@example.com");
    scene.kill_worker();
    tab.closed();
    scene.demo_shop.recover();
    // The shop still answers the calls that were caught, to nobody. Nothing tells when the last of them is over.
    thread::sleep(CALL * 3 / 2);
    let caught = scene.demo_shop.reads("1001");
    scene.start_worker_again();

    let mut back = attended.tab_after(1);
    back.wait("an answer to the second line", |heard| (heard.by(Author::Assistant).len() == 2).then_some(()));
    back.settle();
    assert_eq!(back.heard().seqs(), [2, 3, 4], "{:?}", back.heard());
    assert!(words(back.heard().by(Author::Assistant)[0]).contains("Order #1003"), "in their order");

    // Nobody says hello to the other one: its own alarm takes it up, eight seconds after the lookup began.
    until("a lookup without a shopper", Duration::from_secs(30), || {
        (scene.demo_shop.reads("1001") > caught).then_some(())
    });
    let history =
        until("its answer", Duration::from_secs(5), || Some(deserted.history()).filter(|kept| kept.len() == 2));
    assert!(words(&history[1]).contains("Order #1001"), "{history:?}");
    assert_eq!(scene.demo_shop.reads("1001"), caught + 1, "it is read once more, not by each who wakes it");
    // The other alarm has rung by now as well.
    assert_eq!(attended.history().len(), 4, "nothing is answered twice");
}

fn a_code_that_was_being_sent_is_sent_once(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let offer = tab.ask("please change the delivery address of order 1008, george@example.com");
    let choices = offer.parts.iter().find_map(|part| part.choices.as_ref()).expect("choices to press");
    scene.demo_shop.fail("mail", &json!({ "fault": "slow", "delay_ms": CALL.as_millis() }));
    let line = tab.told(&choices.options[1]);
    tab.wait("progress", |heard| heard.progress(line).first().map(|_| ()));
    // Nothing tells when the call is out, which takes a few milliseconds from here.
    thread::sleep(CALL / 3);
    scene.kill_worker();
    scene.demo_shop.recover();
    scene.start_worker_again();
    let mut tab = conversation.tab();
    tab.wait("an answer", |heard| heard.answer_after(line));
    let handed_in = until("the call that was caught", SOON, || {
        Some(scene.demo_shop.requests("mail")).filter(|requests| requests.len() == 2)
    });
    assert_eq!(handed_in[0]["variables"], handed_in[1]["variables"], "one key");
    let mails = scene.demo_shop.mails("george@example.com");
    assert_eq!(mails.len(), 1, "{mails:?}");
    let code: String = mails[0]["text"].as_str().expect("a text").chars().filter(char::is_ascii_digit).collect();
    assert!(words(&tab.ask(&code)).contains("it is confirmed"));
}

fn a_turn_that_dies_twice_ends_with_an_honest_line(scene: &Scene) {
    let conversation = scene.open();
    // Longer than the Worker waits: should starting take so long that a try runs out before it can be killed, the
    // shopper is told the same.
    slow(scene, Duration::from_secs(10));
    let mut tab = conversation.tab();
    in_the_middle(&mut tab, "where is order 1004? dev@example.com");
    scene.kill_worker();
    scene.start_worker_again();
    let mut tab = conversation.tab();
    let is_tried = |heard: &Heard| !heard.progress(1).is_empty() || heard.answer_after(1).is_some();
    tab.wait("the second try", |heard| is_tried(heard).then_some(()));
    scene.kill_worker();
    scene.demo_shop.recover();
    scene.start_worker_again();
    let mut tab = conversation.tab();
    let answer = tab.wait("an answer", |heard| heard.answer_after(1));
    assert!(words(&answer).contains("I can't reach the shop's order records"), "{answer:?}");
    assert!(answer.parts.iter().any(|part| part.choices.is_some()), "a person is offered: {answer:?}");
    assert!(
        words(&tab.ask("no, where is order 1004? dev@example.com")).contains("#1004"),
        "and the conversation goes on"
    );
}

/// The local queue keeps its messages in memory, so a crash loses them, as the last of a queue's retries does.
fn a_hand_off_that_the_queue_lost_is_announced_again(scene: &Scene) {
    scene.demo_shop.fail("hand_offs", &json!({ "fault": "error" }));
    let conversation = scene.open();
    conversation.tab().ask_for_a_person("press");
    let tried = || scene.kept_record(&conversation.id).filter(|record| record["delivery"]["last_error"].is_string());
    until("a delivery that failed", SOON, tried);
    scene.kill_worker();
    scene.demo_shop.recover();
    scene.start_worker_again();
    let strike = |hours: u64| scene.strike(scene.handed_over_at(&conversation.id) + hours * 3_600_000);
    strike(0);
    assert!(scene.demo_shop.received(&conversation.id).is_empty(), "the queue may still be at it for half an hour");
    strike(2);
    scene.delivered_record(&conversation.id, SOON);
    strike(3);
    assert_eq!(scene.demo_shop.received(&conversation.id).len(), 1);
    assert_eq!(scene.demo_shop.received(&conversation.id)[0]["duplicates"], 0);
}

/// Sends a line and returns when its lookup runs.
fn in_the_middle(tab: &mut Tab, line: &str) {
    assert_eq!(tab.told(line), 1);
    tab.wait("progress", |heard| heard.progress(1).first().map(|_| ()));
}

fn slow(scene: &Scene, delay: Duration) {
    scene.demo_shop.fail("admin", &json!({ "fault": "slow", "delay_ms": delay.as_millis() }));
}
