//! The mirror holds what the shop publishes, finds it by whatever is asked, and is honest about what it has not.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use contract_tests::shop::Shop;
use contract_tests::sqlite::Sqlite;
use desk::language::Language;
use desk::lookup::{Outage, Search};
use desk::retrieval::{DocumentKind, Hit};
use edge_worker::adapters::mirror::{SqlMirror, fill, state};
use edge_worker::app::lookup::search;
use edge_worker::ports::Mirror;
use edge_worker::ports::sql::{Sql, Statement};
use futures_executor::block_on;
use jiff::Timestamp;

fn at(time: &str) -> Timestamp {
    format!("2026-11-20T{time}Z").parse().expect("a time")
}

fn find(mirror: &impl Mirror, text: &str, language: Language) -> Vec<Hit> {
    let wanted = Search { text: text.into(), language, topic: None, among: DocumentKind::ALL.to_vec() };
    block_on(search(mirror, &wanted)).expect("a filled mirror")
}

fn handles(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.handle.as_str()).collect()
}

#[test]
fn everything_that_is_published_is_there_once_however_often_it_is_filled() {
    let shop = Shop::start("mirror-fill");
    let shopify = shop.shopify(&[]);
    let sql = Sqlite::mirror();
    let first = block_on(fill(&shopify, &sql, at("06:00:00"))).expect("filled");
    assert!(first.products >= 200, "{first:?}");
    assert!(first.passages >= 100, "{first:?}");
    assert_eq!(first.ended_at, first.began_at);
    let second = block_on(fill(&shopify, &sql, at("07:00:00"))).expect("filled");
    assert_eq!((second.products, second.passages), (first.products, first.passages));
    let rows = block_on(sql.rows(Statement::new(
        "SELECT CAST((SELECT count(*) FROM term) AS TEXT), CAST((SELECT count(*) FROM document) AS TEXT)",
        [""; 0],
    )));
    let counts = rows.expect("counts").remove(0);
    assert_eq!(counts[0], counts[1], "as many indexed texts as kept ones");
}

#[test]
fn what_the_shop_no_longer_has_is_gone_after_a_filling() {
    let shop = Shop::start("mirror-gone");
    let sql = Sqlite::mirror();
    let gone = "INSERT INTO document (kind, handle, passage, language, title, url, content, is_available, filling) \
        VALUES ('product', 'gone', 0, 'en', 'Zeppelin', '', '[]', 1, 'long ago')";
    let indexed = "INSERT INTO term (rowid, title, kind, tags, options, body) \
        SELECT id, 'zeppelin', '', '', '', '' FROM document WHERE handle = 'gone'";
    block_on(sql.batch(vec![Statement::new(gone, [""; 0]), Statement::new(indexed, [""; 0])])).expect("kept");
    let mirror = SqlMirror { sql };
    assert_eq!(handles(&find(&mirror, "zeppelin", Language::En)), ["gone"]);
    block_on(fill(&shop.shopify(&[]), &mirror.sql, at("06:00:00"))).expect("filled");
    assert!(find(&mirror, "zeppelin", Language::En).is_empty());
}

#[test]
fn a_filling_that_fails_leaves_what_was_there_and_is_taken_up() {
    let shop = Shop::start("mirror-fails");
    let sql = Sqlite::mirror();
    let whole = block_on(fill(&shop.shopify(&[]), &sql, at("06:00:00"))).expect("filled");
    shop.set_fault("storefront_api", r#"{"fault":"error"}"#);
    assert_eq!(block_on(fill(&shop.shopify(&[]), &sql, at("07:00:00"))), Err(Outage));
    shop.clear_faults();
    let kept = block_on(state(&sql)).expect("a state");
    assert_eq!((kept.products, &kept.ended_at), (whole.products, &whole.ended_at));
    // The one that died counts as running for a while.
    let waiting = block_on(fill(&shop.shopify(&[]), &sql, at("07:05:00"))).expect("answered");
    assert_eq!(waiting.ended_at, whole.ended_at);
    // And is taken up where it stopped when nothing came of it for long.
    let next = block_on(fill(&shop.shopify(&[]), &sql, at("07:20:00"))).expect("filled");
    assert_eq!((next.began_at.as_str(), &next.began_at), ("2026-11-20T07:00:00Z", &next.ended_at));
    assert_eq!((next.products, next.passages), (whole.products, whole.passages));
}

#[test]
fn a_mirror_that_was_never_filled_is_an_outage() {
    let mirror = SqlMirror { sql: Sqlite::mirror() };
    let wanted = Search { text: "tent".into(), language: Language::En, topic: None, among: DocumentKind::ALL.to_vec() };
    assert_eq!(block_on(search(&mirror, &wanted)), Err(Outage));
}

#[test]
fn whatever_is_written_is_a_term_and_never_an_operator() {
    let shop = Shop::start("mirror-input");
    let mirror = shop.mirror();
    let long = "tent ".repeat(5_000);
    for text in [
        "\" OR 1=1 --",
        "tent NEAR(a b) NOT x*",
        "title:tent",
        "'; DROP TABLE document; --",
        "{{ shop.name }} <b>tent</b>",
        "\u{202e}tnet \u{0}",
        "🙂🙂🙂",
        "* ^ ( ) : -",
        &long,
    ] {
        let _ = find(&mirror, text, Language::En);
    }
    assert!(!find(&mirror, "tent", Language::En).is_empty(), "and everything is still there");
}

#[test]
fn things_are_found_by_other_words_in_other_languages_and_misspelt() {
    let shop = Shop::start("mirror-words");
    let mirror = shop.mirror();
    let rows = [
        ("ridgeline rain jacket", Language::En, "ridgeline-rain-jacket"),
        ("rigdeline raincoat", Language::En, "ridgeline-rain-jacket"),
        ("Regenjacke", Language::De, "ridgeline-rain-jacket"),
        ("veste imperméable", Language::Fr, "ridgeline-rain-jacket"),
    ];
    let missed: Vec<_> = (rows.iter())
        .map(|(text, language, want)| (text, want, find(&mirror, text, *language)))
        .filter(|(_, want, hits)| !handles(hits).contains(want))
        .map(|(text, want, hits)| format!("{text}: want {want}, got {:?}", handles(&hits)))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn nothing_is_found_for_what_the_shop_does_not_have() {
    let shop = Shop::start("mirror-nothing");
    let mirror = shop.mirror();
    for (text, language) in [
        ("lawn mower", Language::En),
        ("violin strings", Language::En),
        ("Kühlschrank", Language::De),
        ("xyzzy", Language::En),
    ] {
        let hits = find(&mirror, text, language);
        assert!(hits.is_empty(), "{text}: {:?} {}", handles(&hits), hits[0].reason);
    }
}

#[test]
fn what_costs_less_than_it_did_is_on_sale() {
    let mirror = Shop::start("mirror-sale").mirror();
    for (text, language) in [("jackets on sale", Language::En), ("reduzierte Jacken", Language::De)] {
        let hits = find(&mirror, text, language);
        let first = handles(&hits)[..3].to_vec();
        for reduced in ["stablemere-quilted-jacket", "shearling-brook-pile-fleece", "harbour-road-raincoat"] {
            assert!(first.contains(&reduced), "{text}: {first:?}");
        }
    }
}
