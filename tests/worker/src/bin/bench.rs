//! `cargo xtask bench`: what a grounded answer costs beside the least that it could.
//!
//! One run on one workerd: an empty echo through Worker and Durable Object over the socket, one static upstream fetch
//! through the Worker, and an order answer (one lookup round) against upstreams of zero delay. The three take turns,
//! so that a noisy machine is noisy for all.
//!
//! Then the same question with upstreams that take their time, of an order whose parcel two carriers' services are
//! asked for: the order is read first, then both at once.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a benchmark reads the clock, and stops when it cannot go on"
)]

use std::time::{Duration, Instant};

use worker_tests::{Scene, Setting};

/// Conversations, and answers in each: below the limit of lines in a minute.
const CONVERSATIONS: usize = 12;
const ANSWERS: usize = 15;

/// The answer may take this many echoes, beside one fetch.
const ECHOES: u32 = 2;

fn main() {
    let scene = Scene::start(&Setting::named("bench")).expect("a stack");
    // Kept alive, like the socket: a handshake is not what is measured.
    let agent = ureq::Agent::new_with_defaults();
    let get = |path: &str| {
        let request = agent.get(format!("{}{path}", scene.worker)).header("Authorization", "Bearer demo_owner_secret");
        let mut answer = request.call().expect("the Worker answers");
        drop(answer.body_mut().read_to_vec());
    };
    let (mut echoes, mut requests, mut fetches, mut answers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..CONVERSATIONS {
        let mut tab = scene.open().tab();
        // Warm, and the order proven: from here on every answer reads it anew, in one round.
        // It has no parcel, so nobody else is asked.
        tab.ask("where is order #1004? dev@example.com");
        for _ in 0..ANSWERS {
            echoes.push(timed(|| tab.settle()));
            requests.push(timed(|| get("/health")));
            fetches.push(timed(|| get("/health/admin")));
            answers.push(timed(|| drop(tab.ask("any update on my order?"))));
        }
    }
    let (echo, answer) = (median(&mut echoes), median(&mut answers));
    // The way to the Worker and back is not the fetch's: what the same request takes without one is taken off.
    let fetch = median(&mut fetches).saturating_sub(median(&mut requests));
    let allowed = echo * ECHOES + fetch;
    println!("echo   {echo:>9.2?}  (median of {}; through Worker and Durable Object, over the socket)", echoes.len());
    println!("fetch  {fetch:>9.2?}  (one static upstream fetch, beyond the request that asks for it)");
    println!("answer {answer:>9.2?}  (an order read and told; one lookup round)");
    println!(
        "allowed {allowed:>8.2?}  = {ECHOES} × echo + 1 × fetch; the answer takes {:.2} of it",
        answer.as_secs_f64() / allowed.as_secs_f64()
    );
    let behind = behind_slow_upstreams(&scene);
    let delays = behind.as_secs_f64() / f64::from(DELAY_MS) * 1000.0;
    println!(
        "behind upstreams of {DELAY_MS} ms, an order and two carriers: {behind:.2?}, or {delays:.2} delays of {MOST_DELAYS}"
    );
    if answer > allowed || delays > MOST_DELAYS {
        println!("over the bar");
        std::process::exit(1);
    }
}

/// What every upstream takes, and how many of its delays an answer may take that reads an order and then two carriers.
const DELAY_MS: u32 = 400;
const MOST_DELAYS: f64 = 3.5;

/// Orders under way, each asked for once: what a carrier said is kept for a while, and would not be asked again.
const UNDER_WAY: [&str; 5] = [
    "where is order #1003? chloe@example.com",
    "where is order #1007? fatima@example.com",
    "where is order #1008? george@example.com",
    "where is order #1010? ivan@example.com",
    "where is order #1006? emil@example.com",
];

fn behind_slow_upstreams(scene: &Scene) -> Duration {
    for upstream in ["admin", "aftership", "dhl"] {
        scene.demo_shop.fail(upstream, &serde_json::json!({ "fault": "slow", "delay_ms": DELAY_MS }));
    }
    let first = |line: &&str| {
        let mut tab = scene.open().tab();
        timed(|| drop(tab.ask(line)))
    };
    let mut answers: Vec<Duration> = UNDER_WAY.iter().map(first).collect();
    scene.demo_shop.recover();
    median(&mut answers)
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
