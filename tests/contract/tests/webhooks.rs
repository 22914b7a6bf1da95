//! The ledger lets each event have its effect once and in order, finds what the law asks for, and forgets in time; the
//! shop is asked to send what we need, and nothing of others is touched.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use contract_tests::shop::Shop;
use contract_tests::sqlite::Sqlite;
use edge_worker::adapters::ledger::{Ledger, Standing};
use edge_worker::app::subject;
use edge_worker::event::{Effect, Event};
use edge_worker::ports::sql::{Sql, Statement};
use futures_executor::block_on;
use jiff::Timestamp;
use serde_json::json;

fn at(time: &str) -> Timestamp {
    format!("2026-11-{time}:00:00Z").parse().expect("a time")
}

fn event(id: &str, at: i64, effect: Effect) -> Event {
    Event { id: id.into(), topic: "a/topic".into(), at, effect }
}

fn ledger() -> Ledger<Sqlite> {
    Ledger { sql: Sqlite::kept() }
}

fn run(ledger: &Ledger<Sqlite>, statement: &'static str) {
    block_on(ledger.sql.batch(vec![Statement::new(statement, [""; 0])])).expect("run");
}

#[test]
fn each_event_has_its_effect_once_and_an_older_one_none() {
    let ledger = ledger();
    let changed = |id: &str, at| event(id, at, Effect::Refresh("7".into()));
    let rows = [
        ("the first", changed("a", 2_000), Standing::Fresh),
        ("the first again", changed("a", 2_000), Standing::Repeated),
        ("of the same moment", changed("b", 2_000), Standing::Fresh),
        ("older", changed("c", 1_999), Standing::Outdated),
        ("older, again", changed("c", 1_999), Standing::Repeated),
        ("older, a deletion", event("d", 1_000, Effect::Remove("7".into())), Standing::Outdated),
        ("older, but of another thing", event("e", 1_000, Effect::Remove("8".into())), Standing::Fresh),
        ("nothing that has an order", event("f", 1, Effect::Note), Standing::Fresh),
        ("newer, a deletion", event("g", 3_000, Effect::Remove("7".into())), Standing::Fresh),
        ("what it overtook", changed("h", 2_500), Standing::Outdated),
    ];
    for (what, event, want) in rows {
        assert_eq!(block_on(ledger.standing(&event)), Ok(want), "{what}");
        block_on(ledger.note(&event, at("20T06"))).expect("noted");
    }
    let told = block_on(ledger.told()).expect("told");
    assert_eq!(told["topics"], json!([{ "topic": "a/topic", "times": 8, "last_at": "2026-11-20T06:00:00Z" }]));
}

#[test]
fn an_app_that_was_put_back_is_not_taken_away_by_an_old_event() {
    let ledger = ledger();
    let away = |id: &str, at: Timestamp| event(id, at.as_millisecond(), Effect::Uninstall);
    assert_eq!(block_on(ledger.standing(&away("a", at("20T06")))), Ok(Standing::Fresh));
    block_on(ledger.uninstall("2026-11-20T06:00:00Z")).expect("noted");
    assert_eq!(block_on(ledger.uninstalled_at()), Ok(Some("2026-11-20T06:00:00Z".into())));
    block_on(ledger.install(at("20T08"))).expect("noted");
    assert_eq!(block_on(ledger.uninstalled_at()), Ok(None));
    assert_eq!(block_on(ledger.standing(&away("b", at("20T07")))), Ok(Standing::Outdated));
    assert_eq!(block_on(ledger.standing(&away("c", at("20T09")))), Ok(Standing::Fresh));
}

#[test]
fn what_the_law_asks_for_is_found_by_whom_it_is_about_copied_whole_and_recorded() {
    let ledger = ledger();
    let ana = [subject::customer("1"), subject::email("ana@example.com"), subject::order("1001")];
    let ids: Vec<String> = (0..10).map(|n| format!("{n:064}")).collect();
    for (n, id) in ids.iter().enumerate() {
        // One of Ana's subjects each, the last two somebody else's.
        let subject = if n < 8 { ana[n % 3].clone() } else { subject::customer("2") };
        block_on(ledger.index(id, &subject)).expect("indexed");
        block_on(ledger.index(id, &subject)).expect("indexed twice");
    }
    run(
        &ledger,
        "INSERT INTO hand_offs (id, conversation, created_at, record) \
        VALUES ('h', '0000000000000000000000000000000000000000000000000000000000000003', '', '{\"id\":\"h\"}')",
    );
    let request = event("request", 1, Effect::Export(ana.to_vec()));
    block_on(ledger.begin(&request, at("20T06"))).expect("begun");
    block_on(ledger.begin(&request, at("20T07"))).expect("begun again");
    assert_eq!(block_on(ledger.left_behind(at("20T07"))), Ok(Vec::new()), "the queue may still be at it");
    let left = block_on(ledger.left_behind(at("20T08"))).expect("left");
    assert_eq!(serde_json::from_str::<Event>(&left[0]).expect("an event"), request);

    let long = format!(r#"{{"messages":["{}"]}}"#, "ä 🙂 ".repeat(400_000));
    let mut copied = Vec::new();
    loop {
        let next = block_on(ledger.uncopied(&ana, "request")).expect("found");
        assert!(next.len() <= 4, "a piece at a time");
        if next.is_empty() {
            break;
        }
        for id in next {
            let hand_offs = block_on(ledger.hand_offs(&id)).expect("counted");
            block_on(ledger.copy("request", &id, &long)).expect("copied");
            block_on(ledger.add("request", &hand_offs)).expect("added");
            copied.push(id);
        }
    }
    assert_eq!(copied, ids[..8], "all of hers and none of anybody else's");
    block_on(ledger.finish("request", at("20T09"))).expect("finished");
    let requests = block_on(ledger.requests()).expect("listed");
    let request = &requests["requests"][0];
    assert_eq!((&request["conversations"], &request["hand_offs"]), (&json!(8), &json!(1)));
    assert_eq!(request["done_at"], "2026-11-20T09:00:00Z");
    assert_eq!(request["copies"].as_array().map(Vec::len), Some(8));
    assert_eq!(block_on(ledger.left_behind(at("29T08"))), Ok(Vec::new()), "what is done names nobody any more");
    let copy = block_on(ledger.copied("request", &ids[3])).expect("read").expect("a copy");
    let copy: serde_json::Value = serde_json::from_str(&copy).expect("JSON");
    assert_eq!(copy["log"], serde_json::from_str::<serde_json::Value>(&long).expect("JSON"));
    assert_eq!(copy["hand_offs"], json!([{ "id": "h" }]));
    assert_eq!(block_on(ledger.copied("request", &ids[8])), Ok(None));
}

#[test]
fn what_nobody_needs_is_dropped_in_time_and_the_record_of_a_request_stays() {
    let ledger = ledger();
    let old = event("old", at("01T00").as_millisecond(), Effect::Refresh("7".into()));
    block_on(ledger.note(&old, at("01T00"))).expect("noted");
    block_on(ledger.begin(&event("request", 1, Effect::Export(Vec::new())), at("01T00"))).expect("begun");
    block_on(ledger.copy("request", "c", "{}")).expect("copied");
    block_on(ledger.prune(at("07T00"))).expect("pruned");
    assert_eq!(block_on(ledger.standing(&old)), Ok(Standing::Repeated));
    block_on(ledger.prune(at("09T00"))).expect("pruned");
    assert_eq!(block_on(ledger.standing(&old)), Ok(Standing::Fresh), "nobody sends it any more");
    assert!(block_on(ledger.copied("request", "c")).expect("read").is_some());
    let december = "2026-12-02T00:00:00Z".parse().expect("a time");
    block_on(ledger.prune(december)).expect("pruned");
    assert_eq!(block_on(ledger.copied("request", "c")), Ok(None));
    let requests = block_on(ledger.requests()).expect("listed");
    assert_eq!(requests["requests"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_shop_is_asked_for_what_we_need_and_nothing_of_others_is_touched() {
    let shop = Shop::start("webhooks-subscribe");
    let shopify = shop.shopify(&[]);
    let (ours, theirs) = ("https://desk.example/webhooks", "https://elsewhere.example/webhooks");
    let first = block_on(shopify.subscribe(theirs)).expect("subscribed");
    assert!(first.iter().all(|change| change.what == "created"), "{first:?}");
    assert_eq!(block_on(shopify.subscribe(ours)).expect("subscribed").len(), first.len());
    assert_eq!(block_on(shopify.subscribe(ours)), Ok(Vec::new()), "nothing is left to change");
    let known = block_on(shopify.subscriptions()).expect("listed");
    assert_eq!(known.len(), 2 * first.len());
    assert!(known.iter().all(|one| one.fields.contains(&"updated_at".to_owned())), "{known:?}");

    // One is missing, one sends more than we want, one is of no use.
    let id = |topic: &str| {
        shop.admin(&format!(
            r#"{{ webhookSubscriptions(first: 1, uri: "{ours}", topics: [{topic}]) {{ nodes {{ id }} }} }}"#
        ))["webhookSubscriptions"]["nodes"][0]["id"]
            .clone()
    };
    shop.admin(&format!(
        r"mutation {{ webhookSubscriptionDelete(id: {}) {{ userErrors {{ message }} }} }}",
        id("PRODUCTS_DELETE")
    ));
    shop.admin(&format!(r"mutation {{ webhookSubscriptionUpdate(id: {}, webhookSubscription: {{ includeFields: [] }}) {{ userErrors {{ message }} }} }}", id("ORDERS_UPDATED")));
    shop.admin(&format!(r#"mutation {{ webhookSubscriptionCreate(topic: THEMES_PUBLISH, webhookSubscription: {{ uri: "{ours}" }}) {{ userErrors {{ message }} }} }}"#));
    let changes: Vec<_> =
        block_on(shopify.subscribe(ours)).expect("subscribed").into_iter().map(|c| (c.topic, c.what)).collect();
    let want = [("PRODUCTS_DELETE", "created"), ("ORDERS_UPDATED", "updated"), ("THEMES_PUBLISH", "deleted")];
    assert_eq!(changes, want.map(|(topic, what)| (topic.to_owned(), what)));
    assert_eq!(block_on(shopify.subscriptions()).expect("listed").len(), 2 * first.len());

    let refused = block_on(shopify.subscribe("http://desk.example/webhooks")).expect("asked");
    assert!(refused.iter().all(|change| change.what == "refused" && !change.why.is_empty()), "{refused:?}");
    shop.set_fault("admin", r#"{"fault":"throttled"}"#);
    assert!(block_on(shopify.subscribe(ours)).is_err());
    shop.clear_faults();
}
