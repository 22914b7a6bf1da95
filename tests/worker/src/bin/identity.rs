//! `cargo xtask bench identity [ROUNDS]`: whether the time of an answer tells that there is an order.
//!
//! In each round one shopper claims an order that there is not, one with a wrong e-mail and one with a wrong postcode,
//! and a customer who is signed in asks for somebody else's order and for one that there is not; in turns, so that a noisy
//! machine is noisy for all. The medians of what is refused must be as one.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark reads the clock, and stops when it cannot go on"
)]

use std::time::{Duration, Instant};

use protocol::shopper::{Hello, Page};
use worker_tests::heard::words;
use worker_tests::{Scene, Setting, Tab};

/// Fewer say nothing.
const LEAST_ROUNDS: usize = 60;

/// How far a median may be from that of what there is not, either way; and where there are fewer rounds than
/// [`ENOUGH_ROUNDS`], whose medians scatter.
const MOST_APART: f64 = 0.10;
const MOST_APART_OF_FEW: f64 = 0.25;
const ENOUGH_ROUNDS: usize = 200;

/// Between two lines: what is noted of one behind its answer must not slow down the next.
const REST: Duration = Duration::from_millis(100);

/// Rounds that warm up.
const WARM: usize = 5;

/// What is asked, beside what there is not. Always the same two numbers: the object that counts claims on a number is
/// made with the first of an hour, which takes its time whether there is such an order or not.
const CLAIMS: [(&str, &str); 3] = [
    ("unknown order", "where is #9999? eve@example.com"),
    ("wrong e-mail", "where is #1003? eve@example.com"),
    ("wrong postcode", "where is #1003? my postcode is 20095"),
];
const OWN: [(&str, &str); 2] = [("unknown order", "where is #9999?"), ("somebody else's", "where is #1003?")];

fn main() {
    let rounds =
        std::env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(ENOUGH_ROUNDS).max(LEAST_ROUNDS);
    let scene = Scene::start(&Setting::named("identity").with_var("CLAIMS_PER_HOUR", "1000000")).expect("a stack");
    let cookie = scene.demo_shop.sign_in("ben@example.com");
    let claimed = measured(rounds, &CLAIMS, "I can't find an order", || scene.tab());
    let asked = measured(rounds, &OWN, "", || signed_in(&scene, &cookie));
    println!("medians of {rounds}, in turns");
    let most = if rounds < ENOUGH_ROUNDS { MOST_APART_OF_FEW } else { MOST_APART };
    let is_one = [told(&CLAIMS, claimed, most), told(&OWN, asked, most)];
    if is_one != [true; 2] {
        println!("over the bar of {most}");
        std::process::exit(1);
    }
}

/// How long each line was answered in, line by line. The same words must be in each answer, whose numbers differ.
fn measured(rounds: usize, lines: &[(&str, &str)], said: &str, tab: impl Fn() -> Tab) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::new(); lines.len()];
    for round in 0..rounds + WARM {
        let mut tab = tab();
        tab.ask("hello");
        for turn in 0..lines.len() {
            // Forwards and backwards, so that none always follows the same.
            let place = if round % 2 == 0 { turn } else { lines.len() - 1 - turn };
            let at = (round / 2 + place) % lines.len();
            let line = lines[at].1;
            // What the answer before left to do is not to be counted here.
            std::thread::sleep(REST);
            let begun = Instant::now();
            let answer = tab.ask(line);
            let time = begun.elapsed();
            assert!(words(&answer).contains(said), "{line}: {answer:?}");
            if round >= WARM {
                times[at].push(time);
            }
        }
    }
    times
}

/// Prints the medians, and tells whether they are as one.
fn told(lines: &[(&str, &str)], times: Vec<Vec<Duration>>, most: f64) -> bool {
    let medians: Vec<Duration> = times.into_iter().map(median).collect();
    let share = |time: &Duration| time.as_secs_f64() / medians[0].as_secs_f64();
    for ((name, _), time) in lines.iter().zip(&medians) {
        println!("{name:<16} {time:>9.2?}  {:.3}", share(time));
    }
    medians.iter().all(|time| (share(time) - 1.0).abs() <= most)
}

fn signed_in(scene: &Scene, cookie: &str) -> Tab {
    let conversation = scene.open();
    let path = format!("/pass?conversation={}&origin={}", conversation.id, scene.demo_shop.storefront);
    let pass = scene.demo_shop.through_the_proxy(&path, cookie).json()["pass"].as_str().map(str::to_owned);
    let mut tab = conversation.socket();
    tab.hello_with(Hello { token: conversation.token(), after: 0, page: Page::default(), pass });
    tab.welcomed();
    tab
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
