//! `cargo xtask sync [PRODUCTS]`: fills the mirror from a large shop, step by step as the queue does, over `SQLite` in a
//! file. Every answer of the shop takes a while, as over a network, and some are refused.

#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "a measurement, which nothing ships")]

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use contract_tests::shop::Shop;
use contract_tests::sqlite::Sqlite;
use edge_worker::adapters::mirror::{start, state};
use futures_executor::block_on;
use jiff::Timestamp;

/// What an answer takes besides being made.
const ANSWER_MS: u32 = 300;

/// Each so many steps the shop refuses a request.
const REFUSED_EACH: u32 = 100;

const ALLOWED: Duration = Duration::from_mins(5);

fn main() {
    let products = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let shop = Shop::start_with("sync", Some(products));
    let slow = format!(r#"{{"fault":"slow","delay_ms":{ANSWER_MS}}}"#);
    shop.set_fault("storefront_api", &slow);
    let (sql, shopify) = (Sqlite::mirror_in_file("sync"), shop.shopify(&[]));
    let began = Instant::now();
    let (mut steps, mut refused, mut rested) = (0_u32, 0_u32, Duration::ZERO);
    let mut step = block_on(start(&sql, "", Timestamp::now())).expect("a database");
    while let Some(taken) = step {
        if steps % REFUSED_EACH == REFUSED_EACH - 1 && refused < steps / REFUSED_EACH + 1 {
            shop.set_fault("storefront_api", r#"{"fault":"throttled"}"#);
        }
        let next = loop {
            let outcome = block_on(taken.take(&shopify, &sql));
            shop.set_fault("storefront_api", &slow);
            if let Ok(next) = outcome {
                break next;
            }
            let pause = Duration::from_secs(block_on(taken.fail(&sql)).expect("a database").into());
            thread::sleep(pause);
            (refused, rested) = (refused + 1, rested + pause);
        };
        if let Some(next) = &next {
            block_on(taken.close(&sql, next, Timestamp::now())).expect("a database");
        }
        (steps, step) = (steps + 1, next);
    }
    let (took, held) = (began.elapsed(), block_on(state(&sql)).expect("a database"));
    println!("{} products and {} passages in {:.1} s", held.products, held.passages, took.as_secs_f64());
    println!("{steps} steps of {ANSWER_MS} ms and more; {refused} refused, with {} s of rest", rested.as_secs());
    println!("at most {} MB of memory, which does not grow with the shop", peak_mb());
    assert!(held.products >= products.min(200), "the mirror is not whole: {held:?}");
    assert!(took < ALLOWED, "more than {} s", ALLOWED.as_secs());
}

/// The most that this process ever held, as Linux counts it.
fn peak_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
