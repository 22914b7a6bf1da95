//! Guessing at orders: who guessed wrong five times within an hour is not compared any more, right or wrong, and known
//! orders are answered as unknown ones are.

use worker_tests::Scene;
use worker_tests::heard::words;

const WITHHELD: &str = "I can't check any more details here";

pub fn the_sixth_wrong_claim_from_one_network_is_not_compared(scene: &Scene) {
    let ask = |address: &str, line: &str| {
        let mut tab = scene.open_from(address).tab();
        let answer = tab.ask(line);
        (words(&answer), answer.sources.len(), tab.heard().progress(1).join("|"))
    };
    // One household, each time from another address of its network.
    for guess in 1..=5 {
        let told = ask(&format!("2001:db8:0:7::{guess}"), &format!("where is #77{guess}? eve@example.com")).0;
        assert!(told.contains("I can't find an order"), "guess {guess}: {told}");
    }
    let rows = ["#1006 emil@example.com", "#1006 eve@example.com", "#9999 eve@example.com"];
    let told = rows.map(|claim| ask("2001:db8:0:7:9::", &format!("where is {claim}?")));
    assert!(told[0].0.contains(WITHHELD), "{told:?}");
    assert!(told.iter().all(|answer| *answer == told[0]), "right, wrong and unknown are the same: {told:?}");
    let other = ask("2001:db8:0:8::1", "where is #1006? emil@example.com").0;
    assert!(other.contains("Order #1006"), "the next household is served: {other}");
}

pub fn the_sixth_wrong_claim_on_one_order_is_not_compared(scene: &Scene) {
    let ask = |claim: &str| words(&scene.tab().ask(&format!("where is {claim}?")));
    for guess in 1..=5 {
        assert!(ask(&format!("#1009 eve{guess}@example.com")).contains("I can't find an order"));
        assert!(ask(&format!("#8888 eve{guess}@example.com")).contains("I can't find an order"));
    }
    for claim in ["#1009 hana@example.com", "#1009 eve@example.com", "#8888 eve@example.com"] {
        assert!(ask(claim).contains(WITHHELD), "{claim}");
    }
}

pub fn claims_that_hold_are_not_counted(scene: &Scene) {
    for _ in 0..7 {
        let told = words(&scene.open_from("198.51.100.200").tab().ask("where is #1008? george@example.com"));
        assert!(told.contains("Order #1008"), "{told}");
    }
}
