//! The adapters read every answer that Shopify's schemas allow to their documents, and refuse all others by name.
//!
//! `samples/` is made from the schemas by `demo-shop/test/documents.test.ts`: an answer with everything filled, and which
//! of its members may be null or are one of many values.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod answers;
mod row;

use std::fs;
use std::path::Path;

use desk::lookup::Outage;
use edge_worker::adapters::shopify::Shopify;
use edge_worker::ports::{Catalog, Market};
use edge_worker::pulse;
use futures_executor::block_on;
use serde_json::{Value, json};

use answers::{Answers, answers, sample, shop};
use row::{ROWS, Row, claimed, named, order};

/// What may be null, and is no answer then.
const NEEDED: &str = "/productsCount";

/// What comes of a row where its document is answered with `data`.
fn outcome(row: &Row, data: Value) -> Result<(), String> {
    let mut answers = answers();
    answers.data.insert(row.operation.to_owned(), data);
    (row.ask)(&shop(&answers)).map_err(|Outage| pulse::fault(row.upstream))
}

fn pointers<'a>(sample: &'a Value, kind: &str) -> Vec<&'a str> {
    sample[kind].as_array().expect("pointers").iter().map(|pointer| pointer.as_str().expect("a pointer")).collect()
}

fn with(data: &Value, pointer: &str, value: Value) -> Value {
    let mut data = data.clone();
    *data.pointer_mut(pointer).expect("a member") = value;
    data
}

#[test]
fn whatever_the_schemas_allow_is_read() {
    let mut wrong = Vec::new();
    for row in &ROWS {
        let sample = sample(row.document);
        let data = &sample["data"];
        let mut tried = vec![(String::from("everything"), data.clone())];
        let nulls = pointers(&sample, "nullable").into_iter().filter(|at| *at != NEEDED);
        tried.extend(nulls.map(|at| (format!("null {at}"), with(data, at, Value::Null))));
        let news = pointers(&sample, "enums").into_iter();
        tried.extend(news.map(|at| (format!("new value {at}"), with(data, at, json!("SOMETHING_NEW")))));
        for (what, data) in tried {
            if let Err(fault) = outcome(row, data) {
                wrong.push(format!("{} with {what}: {fault}", row.document));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn whatever_else_it_is_is_refused_by_name() {
    let mut wrong = Vec::new();
    for row in &ROWS {
        let sample = sample(row.document);
        let data = &sample["data"];
        let read = pointers(&sample, "members").into_iter().filter(|at| !at.starts_with(row.unread));
        for at in read {
            let (parent, name) = at.rsplit_once('/').expect("a pointer");
            let mut renamed = data.clone();
            renamed.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").remove(name);
            for data in [renamed, with(data, at, json!(1.5))] {
                match outcome(row, data) {
                    Err(fault) if fault.starts_with("answer without ") => {}
                    other => wrong.push(format!("{} without {at}: {other:?}", row.document)),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_order_is_searched_for_as_the_shop_prints_its_number() {
    let usual = r##"name:"#1002" OR name:"1002""##;
    let rows = [
        ("#", "", "#1002", vec![usual]),
        ("#", "", "#7", vec![usual]),
        // Asked in both ways whatever is found in one, so that the time tells nothing.
        ("EN-", "-A", "EN-1002-A", vec![usual, r#"name:"EN-1002-A""#]),
        ("EN-", "-A", "#7", vec![usual, r#"name:"EN-1002-A""#]),
        // No search could be written for it.
        ("\"", "", "#7", vec![usual]),
    ];
    for (prefix, suffix, name, wanted) in rows {
        for (email, customer) in [("a@example.com", "1"), ("b@example.com", "2")] {
            let mut answers = answers();
            let heads = answers.data.get_mut("OrderHeads").expect("a sample");
            heads["shop"]["orderNumberFormatPrefix"] = prefix.into();
            heads["shop"]["orderNumberFormatSuffix"] = suffix.into();
            heads["orders"]["nodes"][0]["customer"]["id"] = format!("gid://shopify/Customer/{customer}").into();
            for operation in ["OrderHeads", "Orders"] {
                let order = &mut answers.data.get_mut(operation).expect("a sample")["orders"]["nodes"][0];
                order["name"] = name.into();
                order["email"] = email.into();
            }
            let is_theirs = customer == "1" && name != "#7";
            for ask in [claimed, named] {
                answers.searched.borrow_mut().clear();
                assert_eq!(ask(&shop(&answers)), Ok(is_theirs), "{prefix}1002{suffix}, found {name}");
                let mut searched = answers.searched.borrow().clone();
                searched.dedup();
                assert_eq!(searched, wanted, "{prefix}1002{suffix}, found {name} of {email}");
            }
        }
    }
}

#[test]
fn what_cannot_be_true_is_refused() {
    let rows = [
        ("product", "/product/variants/nodes/0/price/amount", "-5.00", false),
        ("product", "/product/variants/nodes/0/price/amount", "99999999999999999999", false),
        ("product", "/product/variants/nodes/0/price/amount", "12,50", false),
        ("product", "/product/variants/nodes/0/price/currencyCode", "EURO", false),
        ("product", "/product/title", "<script>alert(1)</script>{{ shop.name }}", true),
        ("orders", "/orders/nodes/0/refunds/0/totalRefundedSet/presentmentMoney/amount", "-1.00", false),
        ("orders", "/orders/nodes/0/createdAt", "+123456-01-01T00:00:00Z", false),
        ("orders", "/orders/nodes/0/createdAt", "yesterday", false),
        ("orders", "/orders/nodes/0/fulfillments/0/estimatedDeliveryAt", "9999-12-30T00:00:00Z", true),
        ("orders", "/orders/nodes/0/lineItems/nodes/0/title", "<b>Bold</b>", true),
    ];
    let mut wrong = Vec::new();
    for (document, at, value, is_read) in rows {
        let row = ROWS.iter().find(|row| row.document == document).expect("a row");
        let outcome = outcome(row, with(&sample(document)["data"], at, value.into()));
        if outcome.is_ok() != is_read {
            wrong.push(format!("{at} {value}: {outcome:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_storefront_is_told_whom_it_is_asked_for() {
    let answers = answers();
    let shop = shop(&answers).for_buyer("203.0.113.7".into());
    let told = |ask: fn(&Shopify<&Answers>) -> Result<(), Outage>| {
        answers.headers.borrow_mut().clear();
        ask(&shop).expect("an answer");
        let is_buyer =
            |(name, value): &(&str, String)| *name == "Shopify-Storefront-Buyer-IP" && value == "203.0.113.7";
        answers.headers.borrow().iter().all(|headers| headers.iter().any(is_buyer))
    };
    assert!(told(|shop| block_on(shop.product("text", &Market::default())).map(drop)));
    assert!(!told(order));
}

#[test]
fn no_document_is_left_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = fs::read_dir(folder).expect("samples").map(|file| file.expect("a file").path());
    let names = files.map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned());
    // What changes subscriptions has tests of its own.
    let is_other = |name: &str| name.starts_with("webhook_");
    let left: Vec<String> =
        names.filter(|name| !is_other(name) && ROWS.iter().all(|row| row.document != name)).collect();
    assert!(left.is_empty(), "{left:?}");
}
