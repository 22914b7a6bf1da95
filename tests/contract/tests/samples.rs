//! The adapters read every answer that Shopify's schemas allow to their documents, and refuse all others by name.
//!
//! `samples/` is made from the schemas by `demo-shop/test/documents.test.ts`: an answer with everything filled, and which
//! of its members may be null or are one of many values.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use desk::entity::{Email, OrderNumber};
use desk::language::Language;
use desk::lookup::Outage;
use desk::proof::{Claim, Contact};
use desk::record::PolicyKind;
use edge_worker::adapters::shopify::{Listed, Shopify};
use edge_worker::fault::Upstream::{self, ShopifyAdmin, ShopifyStorefront};
use edge_worker::ports::http::{Http, HttpError, Request, Response};
use edge_worker::ports::{Catalog, Market, Orders, Policies};
use edge_worker::pulse;
use edge_worker::settings::Settings;
use futures_executor::block_on;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Answers each document with the data that stands here under its operation's name.
struct Answers(RefCell<BTreeMap<String, Value>>);

impl Http for &Answers {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let body: Value = serde_json::from_str(&request.body).expect("JSON");
        let query = body["query"].as_str().expect("a document");
        let name = query.split("query ").nth(1).expect("a query").split(['(', ' ']).next().expect("a name");
        let data = self.0.borrow().get(name).cloned().unwrap_or_else(|| panic!("no sample of {name}"));
        let headers = vec![("x-shopify-api-version".to_owned(), "2026-10".to_owned())];
        Ok(Response { status: 200, headers, body: json!({ "data": data }).to_string().into_bytes() })
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn sleep(&self, _ms: u32) {}
}

/// A document with what asks it, and its members that are kept whole for others to read.
struct Row {
    document: &'static str,
    operation: &'static str,
    upstream: Upstream,
    ask: fn(&Shopify<&Answers>) -> Result<(), Outage>,
    unread: &'static str,
}

const ROWS: [Row; 12] = [
    Row { document: "orders", operation: "Orders", upstream: ShopifyAdmin, ask: order, unread: "-" },
    Row { document: "holds", operation: "Holds", upstream: ShopifyAdmin, ask: order, unread: "-" },
    Row {
        document: "installation",
        operation: "Installation",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.installation()).map(drop),
        unread: "-",
    },
    Row {
        document: "name",
        operation: "Name",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.check(ShopifyStorefront)),
        unread: "-",
    },
    Row {
        document: "product",
        operation: "Product",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.product("text", &Market::default())).map(drop),
        unread: "-",
    },
    Row {
        document: "policies",
        operation: "Policies",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.policy(PolicyKind::Refund, &Market::default())).map(drop),
        unread: "-",
    },
    Row {
        document: "languages",
        operation: "Languages",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.languages()).map(drop),
        unread: "-",
    },
    Row {
        document: "mirror_product",
        operation: "MirrorProduct",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.mirrored("1", Language::En)).map(drop),
        unread: "/product/",
    },
    Row {
        document: "product_count",
        operation: "ProductCount",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.product_count()).map(drop),
        unread: "-",
    },
    Row {
        document: "mirror_products",
        operation: "MirrorProducts",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Products),
        unread: "/products/nodes/0",
    },
    Row {
        document: "mirror_articles",
        operation: "MirrorArticles",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Articles),
        unread: "/articles/nodes/0",
    },
    Row {
        document: "mirror_pages",
        operation: "MirrorPages",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Pages),
        unread: "/pages/nodes/0",
    },
];

/// What may be null, and is no answer then.
const NEEDED: &str = "/productsCount";

fn order(shop: &Shopify<&Answers>) -> Result<(), Outage> {
    let contact = Contact::Email(Email::parse("a@example.com").expect("an e-mail"));
    let claim = Claim { order: OrderNumber::parse("#1002").expect("a number"), contact };
    block_on(shop.claimed(&claim)).map(drop)
}

fn leaf(shop: &Shopify<&Answers>, list: Listed) -> Result<(), Outage> {
    block_on(shop.leaf(list, Language::En, None, 50, "")).map(drop)
}

fn sample(document: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(document).with_extension("json");
    serde_json::from_str(&fs::read_to_string(file).expect("a sample")).expect("JSON")
}

/// What comes of a row where its document is answered with `data`.
fn outcome(row: &Row, data: Value) -> Result<(), String> {
    let mut answers: BTreeMap<String, Value> =
        ROWS.iter().map(|row| (row.operation.to_owned(), sample(row.document)["data"].clone())).collect();
    answers.insert(row.operation.to_owned(), data);
    let answers = Answers(RefCell::new(answers));
    let variable = |name: &str| match name {
        "SHOP_DOMAIN" => Some("kestrel-and-fern.myshopify.com".to_owned()),
        "SHOPIFY_ADMIN_TOKEN" | "SHOPIFY_STOREFRONT_TOKEN" | "OWNER_SECRET" => Some("secret".to_owned()),
        _ => None,
    };
    pulse::forget_all();
    let shop = Settings::from_variables(variable).expect("settings").shop(&answers);
    (row.ask)(&shop).map_err(|Outage| pulse::fault(row.upstream))
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
fn no_document_is_left_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = fs::read_dir(folder).expect("samples").map(|file| file.expect("a file").path());
    let names = files.map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned());
    // Subscriptions of webhooks have tests of their own.
    let is_other = |name: &str| name.starts_with("webhook");
    let left: Vec<String> =
        names.filter(|name| !is_other(name) && ROWS.iter().all(|row| row.document != name)).collect();
    assert!(left.is_empty(), "{left:?}");
}
