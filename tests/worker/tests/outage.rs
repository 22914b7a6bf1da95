//! An upstream fails, in each way that it can: an honest line that offers a person, and on it goes when it is back.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use std::time::Duration;

use protocol::shopper::{Message, Owner};
use serde_json::{Value, json};
use worker_tests::heard::words;
use worker_tests::wait::{SOON, timed, until};
use worker_tests::{Conversation, Order, Scene, Setting, case, cases};

fn main() {
    let cases = cases![
        order_records_that_fail_are_owned_up_to,
        a_catalog_that_fails_is_owned_up_to,
        policy_pages_that_fail_are_owned_up_to,
        an_outage_of_one_upstream_leaves_the_others,
        hand_offs_wait_for_a_webhook_that_fails_and_arrive_once,
        a_senseless_answer_of_success_is_a_success,
        a_delivery_whose_answer_is_lost_is_repeated_under_the_same_id,
    ];
    case::run(Setting::named("outage"), Order::OneByOne, cases);
}

/// Within this the shopper knows, whatever fails.
const PATIENCE: Duration = Duration::from_secs(6);

fn order_records_that_fail_are_owned_up_to(scene: &Scene) {
    each_fault(scene, "admin", "where is order 1002? ben@example.com", "the shop's order records", "Order #1002");
}

fn a_catalog_that_fails_is_owned_up_to(scene: &Scene) {
    let question = "do you have anything waterproof for hiking, under 150?";
    each_fault(scene, "storefront_api", question, "the shop's catalog", "that fit");
}

fn policy_pages_that_fail_are_owned_up_to(scene: &Scene) {
    each_fault(scene, "storefront_api", "what is your return policy?", "the shop's pages", "Returns and refunds");
}

fn an_outage_of_one_upstream_leaves_the_others(scene: &Scene) {
    scene.demo_shop.fail("admin", &json!({ "fault": "error" }));
    let mut tab = scene.tab();
    assert!(words(&tab.ask("where is order 1002? ben@example.com")).contains("can't reach"));
    assert!(words(&tab.ask("what is your return policy?")).contains("Returns and refunds"));
    scene.demo_shop.recover();
}

/// Every fault of an upstream in a conversation of its own; all that is wrong is told at once.
fn each_fault(scene: &Scene, upstream: &str, question: &str, unread: &str, answer: &str) {
    let wrong: Vec<String> = faults()
        .iter()
        .filter_map(|fault| {
            let mut tab = scene.tab();
            scene.demo_shop.fail(upstream, fault);
            let (told, took) = timed(|| tab.ask(question));
            scene.demo_shop.recover();
            let later = tab.ask(question);
            let is_right = is_honest(&told, unread)
                && took < PATIENCE
                && words(&later).contains(answer)
                && !later.sources.is_empty();
            (!is_right).then(|| format!("{fault}: after {took:?} {told:?}\nlater {later:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// It says what could not be read, states nothing, and offers a person.
fn is_honest(told: &Message, unread: &str) -> bool {
    words(told).contains(&format!("I can't reach {unread} right now"))
        && told.sources.is_empty()
        && told.parts.iter().any(|part| part.choices.as_ref().is_some_and(|choices| !choices.options.is_empty()))
}

/// Slow is slower than the Worker waits.
fn faults() -> [Value; 5] {
    [
        json!({ "fault": "throttled" }),
        json!({ "fault": "slow", "delay_ms": 6_000 }),
        json!({ "fault": "error" }),
        json!({ "fault": "refused" }),
        json!({ "fault": "malformed" }),
    ]
}

fn hand_offs_wait_for_a_webhook_that_fails_and_arrive_once(scene: &Scene) {
    let failing = [
        json!({ "fault": "throttled" }),
        json!({ "fault": "error" }),
        json!({ "fault": "refused" }),
        json!({ "fault": "slow", "delay_ms": 11_000 }),
    ];
    let handed_over: Vec<Conversation> = failing
        .iter()
        .map(|fault| {
            scene.demo_shop.fail("hand_offs", fault);
            let conversation = scene.open();
            let mut tab = conversation.tab();
            let ((), took) = timed(|| {
                tab.ask_for_a_person("press");
                tab.wait("the owner", |heard| (heard.owner() == Some(Owner::Waiting)).then_some(()));
            });
            assert!(took < PATIENCE, "the shopper waits for no webhook: {fault} {took:?}");
            let tried =
                || scene.kept_record(&conversation.id).filter(|record| record["delivery"]["last_error"].is_string());
            let record = until("a delivery that failed", SOON, tried);
            assert!(record["delivery"]["delivered_at"].is_null(), "{fault}: {record}");
            assert_eq!(record["transcript"].as_array().map(Vec::len), Some(1), "kept whole: {record}");
            assert!(scene.demo_shop.received(&conversation.id).is_empty(), "{fault}");
            conversation
        })
        .collect();
    scene.demo_shop.recover();
    for conversation in handed_over {
        let record = scene.delivered_record(&conversation.id, Duration::from_mins(1));
        assert!(record["delivery"]["attempts"].as_u64() >= Some(2), "{record}");
        assert_eq!(scene.demo_shop.received(&conversation.id).len(), 1, "{record}");
    }
}

fn a_senseless_answer_of_success_is_a_success(scene: &Scene) {
    scene.demo_shop.fail("hand_offs", &json!({ "fault": "malformed" }));
    let conversation = scene.open();
    conversation.tab().ask_for_a_person("press");
    let record = scene.delivered_record(&conversation.id, SOON);
    scene.demo_shop.recover();
    assert_eq!(record["delivery"]["attempts"], 1);
    assert_eq!(scene.demo_shop.received(&conversation.id)[0]["duplicates"], 0);
}

fn a_delivery_whose_answer_is_lost_is_repeated_under_the_same_id(scene: &Scene) {
    scene.demo_shop.fail("hand_offs", &json!({ "fault": "stale", "times": 1 }));
    let conversation = scene.open();
    conversation.tab().ask_for_a_person("press");
    let repeated = || scene.demo_shop.received(&conversation.id).into_iter().find(|taken| taken["duplicates"] == 1);
    let taken = until("a repetition that the receiver knew", Duration::from_secs(30), repeated);
    assert_eq!(taken["delivery"], taken["payload"]["shopdesk"]["id"], "the id is the record's");
    assert_eq!(scene.demo_shop.received(&conversation.id).len(), 1);
}
