//! What one invocation of the Worker's asks of the shop and of the databases while it mirrors: within what Cloudflare's
//! free plan allows, and no more in a large shop than in a small one. `docs/health.md` states it.

#![allow(clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::Path;

use contract_tests::native_http::NativeHttp;
use contract_tests::shop::Shop;
use contract_tests::sqlite::{SqlCost, Sqlite};
use edge_worker::adapters::ledger::Ledger;
use edge_worker::adapters::mirror::{Step, fill, refresh, remove, start, state};
use edge_worker::event::{Effect, Event};
use edge_worker::ports::http::LARGEST_BODY;
use edge_worker::ports::sql::{Sql, Statement};
use futures_executor::block_on;
use jiff::Timestamp;

/// Requests to others, and statements of D1, that one invocation may make on the free plan.
const MOST_REQUESTS: usize = 50;
const MOST_STATEMENTS: usize = 50;

/// What an isolate tells of its upstreams after each invocation is a statement for each that it met: of all but carriers,
/// whom no queue asks.
const TOLD: usize = 6;

/// A request that was refused is tried once more.
const TRIES: usize = 2;

/// Languages that the desk reads, of which demo-shop publishes two.
const LANGUAGES: usize = 6;
const PUBLISHED: usize = 2;

fn now() -> Timestamp {
    "2026-11-20T06:00:00Z".parse().expect("a time")
}

/// What each step of a run through a shop of so many products costs: position, requests, statements and their like.
fn steps(products: u32) -> Vec<(String, usize, SqlCost)> {
    let shop = Shop::start_with(&format!("limits-{products}"), Some(products));
    let (http, sql) = (NativeHttp::default(), Sqlite::mirror());
    let shopify = shop.shopify_by(http.clone());
    let mut next = block_on(start(&sql, "", now())).expect("a database").map(|step| step.print());
    sql.take_cost();
    let mut costs = Vec::new();
    while let Some(message) = next {
        let step = Step::parse(&message).expect("a step");
        let following = block_on(step.take(&shopify, &sql)).expect("done");
        if let Some(following) = &following {
            block_on(step.close(&sql, following, now())).expect("noted");
        }
        let position = message.splitn(3, ' ').nth(2).unwrap_or_default().to_owned();
        costs.push((position, http.take_sent(), sql.take_cost()));
        next = following.map(|step| step.print());
    }
    assert!(block_on(state(&sql)).expect("a state").products >= products, "the mirror is whole");
    costs
}

#[test]
fn a_step_keeps_to_the_plan_and_costs_the_same_in_a_large_shop() {
    let (small, large) = (steps(100), steps(500));
    // Beginning and end; and in each language the pages of the catalog, then articles, pages and policies.
    let lists = |products: usize| 2 + PUBLISHED * ((products + 2).div_ceil(100) + 3);
    assert_eq!((small.len(), large.len()), (lists(100), lists(500)));
    for (position, requests, cost) in &large {
        assert!(requests * TRIES <= MOST_REQUESTS && *requests <= 1, "{position}: {requests} requests");
        assert!(cost.statements + TOLD <= MOST_STATEMENTS && cost.statements <= 8, "{position}: {cost:?}");
        // Made of one answer of the shop's, which is cut off at some size.
        assert!(cost.largest <= LARGEST_BODY, "{position}: {cost:?}");
    }
    let most_scanned = |steps: &[(String, usize, SqlCost)]| {
        steps.iter().filter(|(position, ..)| position != "end").map(|(.., cost)| cost.scanned).max().unwrap_or_default()
    };
    assert_eq!(most_scanned(&large), most_scanned(&small), "rows that a step reads do not grow with the shop");
}

#[test]
fn a_batch_of_webhooks_keeps_to_the_plan() {
    let shop = Shop::start("limits-webhooks");
    let (http, sql, ledger) = (NativeHttp::default(), Sqlite::mirror(), Ledger { sql: Sqlite::kept() });
    let shopify = shop.shopify_by(http.clone());
    block_on(fill(&shopify, &sql, now())).expect("filled");
    let number = "SELECT product FROM document WHERE handle = 'ridgeline-rain-jacket' LIMIT 1";
    let product = block_on(sql.rows(Statement::new(number, [""; 0]))).expect("rows").remove(0).remove(0);
    let batch = batch_of_webhooks();
    for effect in [Effect::Refresh(product.clone()), Effect::Remove(product)] {
        (_, _, _) = (http.take_sent(), sql.take_cost(), ledger.sql.take_cost());
        let event = event(&effect);
        block_on(ledger.standing(&event)).expect("asked");
        match &effect {
            Effect::Refresh(product) => block_on(refresh(&shopify, &sql, product)).expect("read again"),
            Effect::Remove(product) => block_on(remove(&sql, product, now())).expect("removed"),
            _ => {}
        }
        block_on(ledger.note(&event, now())).expect("noted");
        let requests = http.take_sent() * LANGUAGES / PUBLISHED * TRIES;
        let statements = sql.take_cost().statements + ledger.sql.take_cost().statements;
        assert!(requests * batch <= MOST_REQUESTS, "{effect:?}: {requests} requests, {batch} times");
        assert!(statements * batch + TOLD <= MOST_STATEMENTS, "{effect:?}: {statements} statements, {batch} times");
    }
}

fn event(effect: &Effect) -> Event {
    Event { id: "1".into(), topic: "products/update".into(), at: 1, effect: effect.clone() }
}

/// How many webhooks the queue hands to one invocation, here and in production.
fn batch_of_webhooks() -> usize {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../wrangler.toml");
    let text = fs::read_to_string(file).expect("wrangler.toml");
    let consumers = text.split("[[").filter(|part| part.contains("consumers") && part.contains("-webhooks\""));
    let sizes = consumers.filter_map(|part| part.split("max_batch_size = ").nth(1)?.lines().next()?.parse().ok());
    sizes.max().expect("a size")
}
