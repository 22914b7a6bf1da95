//! Guesses at orders open nothing, counted or not.
//!
//! `GUESSES=10000 cargo test -p contract-tests --test guessing` makes as many as the acceptance wants.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use contract_tests::doorman::Doorman;
use contract_tests::player::Player;
use contract_tests::shop::{Shop, TODAY};

/// Order numbers that exist and such that do not, and contacts that exist, but of others.
fn guess(n: u64) -> String {
    // A linear congruential generator: Knuth's MMIX.
    let roll = |salt: u64, sides: u64| {
        let rolled = (n + salt).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (rolled >> 33) % sides
    };
    let names = ["ana", "ben", "chloe", "dev", "emil", "fatima", "george", "hana", "ivan", "jo", "kim", "liam"];
    // These eight are the orders of the last eight people, one each.
    let number = 1006 + roll(1, 8);
    let owner = usize::try_from(number - 1002).expect("small");
    let other = (owner + 1 + usize::try_from(roll(2, 11)).expect("small")) % 12;
    let other = names[other];
    match roll(3, 4) {
        0 => format!("where is #{number}? {other}@example.com"),
        1 => format!("where is #{number}? {other}.{}@example.org", roll(4, 1_000_000)),
        2 => format!("where is #{number}? my postcode is {:05}", 20_000 + roll(5, 7_000)),
        _ => format!("where is #{}? {other}@example.com", 500_000 + roll(6, 400_000)),
    }
}

#[test]
fn thousands_of_guesses_open_nothing() {
    let shop = Shop::start("guessing");
    let (shopify, mirror, carriers) = (shop.shopify(&[]), shop.mirror(), shop.carriers(&[]));
    let now = format!("{TODAY}T11:00:00Z").parse().expect("an instant");
    let guesses: u64 = std::env::var("GUESSES").ok().and_then(|text| text.parse().ok()).unwrap_or(400);
    // Even if nobody counted, comparing alone keeps them out; counted, the shop is not even asked any more.
    for (most, told) in [(u32::MAX, "claim-failed"), (5, "offer-person")] {
        let door = Doorman::with_most(most);
        let mut acts: Vec<(u64, Vec<&str>)> = Vec::new();
        for n in 0..guesses {
            let mut player = Player::new(&shopify, &mirror, &carriers, &door, now);
            acts.push((n, player.say(&guess(n)).acts));
        }
        let opened: Vec<_> = acts.iter().filter(|(_, acts)| acts.contains(&"order-status")).collect();
        assert!(opened.is_empty(), "{opened:?}: {}", guess(opened[0].0));
        let late = acts.iter().skip(5).filter(|(_, acts)| acts.contains(&told)).count();
        assert_eq!(
            late,
            acts.len() - 5,
            "each is told {told}: {:?}",
            acts.iter().find(|(_, acts)| !acts.contains(&told))
        );
    }
}
