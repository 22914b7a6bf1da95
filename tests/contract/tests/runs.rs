//! A run through the shop is done step by step: repeated, lost and late messages do no harm, and what webhooks say wins.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use contract_tests::native_http::NativeHttp;
use contract_tests::shop::Shop;
use contract_tests::sqlite::Sqlite;
use edge_worker::adapters::mirror::{Filling, Step, fill, refresh, remove, repair, start, state};
use edge_worker::adapters::shopify::Shopify;
use edge_worker::ports::sql::{Sql, Statement};
use edge_worker::pulse;
use futures_executor::block_on;
use jiff::Timestamp;

fn at(time: &str) -> Timestamp {
    format!("2026-11-{time}Z").parse().expect("a time")
}

fn run(sql: &Sqlite, statement: &'static str, values: &[&str]) {
    block_on(sql.batch(vec![Statement::new(statement, values.iter().copied())])).expect("run");
}

fn one(sql: &Sqlite, statement: &'static str, values: &[&str]) -> String {
    let rows = block_on(sql.rows(Statement::new(statement, values.iter().copied()))).expect("rows");
    rows.into_iter().next().and_then(|row| row.into_iter().next()).unwrap_or_default()
}

fn known(sql: &Sqlite) -> Filling {
    block_on(state(sql)).expect("a state")
}

/// Does one step as a queue's consumer does, and gives what it sent.
fn deliver(message: &str, shopify: &Shopify<NativeHttp>, sql: &Sqlite) -> Option<String> {
    let step = Step::parse(message).expect("a step");
    let next = block_on(step.take(shopify, sql)).expect("done")?;
    block_on(step.close(sql, &next, at("20T06:01:00"))).expect("noted");
    Some(next.print())
}

const NUMBER: &str = "SELECT product FROM document WHERE handle = 'ridgeline-rain-jacket' LIMIT 1";
const TITLE: &str = "SELECT title FROM document WHERE handle = 'ridgeline-rain-jacket' AND language = 'en'";

#[test]
fn a_message_that_comes_twice_is_dropped_and_one_that_comes_early_is_done() {
    let shop = Shop::start("runs-twice");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    let begin = block_on(start(&sql, "", at("20T06:00:00"))).expect("a database").expect("a run").print();
    assert_eq!(begin, "2026-11-20T06:00:00Z 0 begin");
    assert_eq!(block_on(start(&sql, "", at("20T06:05:00"))), Ok(None), "one run at a time");
    let first = deliver(&begin, &shopify, &sql).expect("a next step");
    assert_eq!(deliver(&begin, &shopify, &sql), None, "done before");
    // The message of the next step was sent, and then the Worker died: this step's message comes again, and so does that.
    let step = Step::parse(&first).expect("a step");
    let second = block_on(step.take(&shopify, &sql)).expect("done").expect("a next step").print();
    let third = deliver(&second, &shopify, &sql).expect("early, and done");
    assert_eq!(deliver(&first, &shopify, &sql), None, "what comes after is done already");
    let mut last = third;
    while let Some(next) = deliver(&last, &shopify, &sql) {
        last = next;
    }
    assert_eq!(last.split(' ').nth(2), Some("end"));
    let whole = known(&sql);
    assert!(whole.products >= 200 && whole.position.is_empty(), "{whole:?}");
    assert_eq!((&whole.ended_at, &whole.full_at), (&whole.began_at, &whole.began_at));
    assert_eq!(deliver(&first, &shopify, &sql), None, "the run is over");
}

#[test]
fn a_run_that_lost_its_message_goes_on_where_it_was_and_an_older_one_is_dropped() {
    let shop = Shop::start("runs-lost");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    let begin = block_on(start(&sql, "", at("20T06:00:00"))).expect("a database").expect("a run").print();
    let lost = deliver(&begin, &shopify, &sql).expect("a next step");
    let again = block_on(start(&sql, "", at("20T06:20:00"))).expect("a database").expect("taken up");
    assert_eq!(again.print(), lost);
    let anew = block_on(start(&sql, "", at("20T12:30:00"))).expect("a database").expect("a new run");
    assert_eq!(anew.print(), "2026-11-20T12:30:00Z 0 begin");
    assert_eq!(deliver(&lost, &shopify, &sql), None, "of a run that is no more");
}

#[test]
fn a_page_that_fails_is_asked_for_again_in_smaller_pieces_after_longer_pauses() {
    let shop = Shop::start("runs-fail");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    let begin = block_on(start(&sql, "", at("20T06:00:00"))).expect("a database").expect("a run").print();
    let first = Step::parse(&deliver(&begin, &shopify, &sql).expect("a next step")).expect("a step");
    shop.set_fault("storefront_api", r#"{"fault":"throttled"}"#);
    let pauses: Vec<u32> = (0..7)
        .map(|_| {
            assert!(block_on(first.take(&shopify, &sql)).is_err());
            block_on(first.fail(&sql)).expect("noted")
        })
        .collect();
    assert_eq!(pauses, [10, 20, 40, 80, 160, 320, 320]);
    shop.clear_faults();
    // As it is tried again minutes later, when the shop is no longer left alone.
    pulse::forget_all();
    let next = deliver(&first.print(), &shopify, &sql).expect("it goes on");
    assert_eq!((known(&sql).failures, known(&sql).products), (0, 6), "a sixteenth of a page: {next}");
}

#[test]
fn a_webhook_replaces_a_product_and_one_that_is_gone_stays_gone() {
    let shop = Shop::start("runs-webhook");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    let whole = block_on(fill(&shopify, &sql, at("20T06:00:00"))).expect("filled");
    let (number, title) = (one(&sql, NUMBER, &[]), one(&sql, TITLE, &[]));
    run(&sql, "UPDATE document SET title = 'Old', handle = 'old' WHERE product = ?1", &[&number]);
    block_on(refresh(&shopify, &sql, &number)).expect("read again");
    assert_eq!((one(&sql, TITLE, &[]), known(&sql).products), (title, whole.products), "under its new handle only");
    block_on(refresh(&shopify, &sql, "1")).expect("the shop has none of that number");
    assert_eq!(known(&sql).products, whole.products);

    block_on(remove(&sql, &number, at("20T06:10:00"))).expect("removed");
    assert_eq!((one(&sql, TITLE, &[]), known(&sql).products), (String::new(), whole.products - 1));
    let terms = "SELECT CAST((SELECT count(*) FROM term) - (SELECT count(*) FROM document) AS TEXT)";
    assert_eq!(one(&sql, terms, &[]), "0", "its terms are gone with it");
    // A page that was read before it was deleted, or an update that overtook the deletion: both still have it.
    block_on(refresh(&shopify, &sql, &number)).expect("read");
    block_on(fill(&shopify, &sql, at("20T07:00:00"))).expect("filled");
    assert_eq!(one(&sql, TITLE, &[]), "", "numbers never come back");
}

#[test]
fn a_repair_reads_what_changed_and_a_drift_or_a_day_reads_everything() {
    let shop = Shop::start("runs-repair");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    let due = |time: &str| block_on(repair(&shopify, &sql, at(time))).expect("a database").map(|step| step.print());
    let go_on = |mut message: Option<String>| {
        while let Some(text) = message {
            message = deliver(&text, &shopify, &sql);
        }
        known(&sql)
    };
    let first = go_on(due("20T06:00:00"));
    assert_eq!((first.since.as_str(), &first.full_at), ("", &first.ended_at), "the first reads everything");
    let second = go_on(due("20T07:00:00"));
    assert_eq!((second.since.as_str(), &second.full_at), ("2026-11-20T05:50:00Z", &first.full_at));
    assert_eq!((second.products, second.passages), (first.products, first.passages), "nothing is lost by it");
    run(&sql, "DELETE FROM document WHERE handle = 'ridgeline-rain-jacket'", &[]);
    let third = go_on(due("20T08:00:00"));
    assert_eq!((third.since.as_str(), third.products), ("", first.products), "one is missing here and not there");
    let fourth = go_on(due("21T08:30:00"));
    assert_eq!((fourth.since.as_str(), &fourth.full_at), ("", &fourth.began_at), "a day is over");
    shop.set_fault("admin", r#"{"fault":"error"}"#);
    assert!(block_on(repair(&shopify, &sql, at("21T09:30:00"))).is_err(), "whether it has drifted is not known");
    shop.clear_faults();
}

#[test]
fn what_changed_is_read_by_a_repair() {
    let shop = Shop::start("runs-changed");
    let (shopify, sql) = (shop.shopify(&[]), Sqlite::mirror());
    block_on(fill(&shopify, &sql, at("20T06:00:00"))).expect("filled");
    run(&sql, "UPDATE document SET title = 'Old'", &[]);
    // The shop dates every change of its products into the two months before today.
    for (since, is_read) in [("2026-11-20T00:00:00Z", false), ("2026-09-01T00:00:00Z", true)] {
        let mut step = block_on(start(&sql, since, at("20T07:00:00"))).expect("a database").map(|step| step.print());
        while let Some(text) = step {
            step = deliver(&text, &shopify, &sql);
        }
        assert_eq!(one(&sql, TITLE, &[]) != "Old", is_read, "since {since}");
    }
}
