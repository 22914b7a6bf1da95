//! A flood of questions meets limits: of one network, and of all together. Who was let through is served.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a case that cannot go on says why and stops")]

use protocol::shopper::Message;
use worker_tests::heard::words;
use worker_tests::{Order, Scene, Setting, case, cases};

fn main() {
    let cases = cases![one_network_is_answered_so_often_in_an_hour, all_together_may_look_up_so_much_in_an_hour];
    let setting = Setting::named("flood").with_var("LINES_PER_HOUR", "20").with_var("LOOKUPS_PER_HOUR", "20");
    case::run(setting, Order::OneByOne, cases);
}

fn one_network_is_answered_so_often_in_an_hour(scene: &Scene) {
    let from = "192.0.2.1";
    let mut tabs = [scene.open_from(from).tab(), scene.open_from(from).tab()];
    for tab in &mut tabs {
        for _ in 0..10 {
            assert!(!is_declined(&tab.ask("are you a robot?")));
        }
    }
    let declined = scene.open_from(from).tab().ask("are you a robot?");
    assert!(is_declined(&declined), "the 21st line of one network: {declined:?}");
    let mut link = declined.parts[0].excerpt.iter().flat_map(|excerpt| &excerpt.blocks).flat_map(|block| &block.spans);
    let href = link.find_map(|span| span.href.as_deref()).unwrap_or_default();
    assert!(href.ends_with("/policies/contact-information"), "it says where else to ask: {declined:?}");
    assert!(!is_declined(&scene.open_from("192.0.2.2").tab().ask("are you a robot?")), "others are served");
    // Lines are counted behind their answers, so the conversations that were let through learn of it after one or two.
    for tab in &mut tabs {
        assert!(!is_declined(&tab.ask("are you a robot?")));
        assert!((0..2).any(|_| is_declined(&tab.ask("are you a robot?"))));
    }
}

fn all_together_may_look_up_so_much_in_an_hour(scene: &Scene) {
    let policy = "what is your return policy?";
    let (mut first, mut second) = (scene.tab(), scene.tab());
    assert!(!is_declined(&first.ask(policy)) && !is_declined(&second.ask(policy)));
    let before = scene.demo_shop.requests("storefront_api").len();
    let mut late = scene.tab();
    assert!(is_declined(&late.ask(policy)), "the hour is used up");
    assert_eq!(scene.demo_shop.requests("storefront_api").len(), before, "and costs nothing");
    assert!(!is_declined(&first.ask(policy)), "who was let through is served");
    assert!(!is_declined(&late.ask("are you a robot?")), "what needs no record is answered");
}

fn is_declined(answer: &Message) -> bool {
    words(answer).contains("More is being asked here at the moment")
}
