//! A shop that answers from samples.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use edge_worker::adapters::shopify::Shopify;
use edge_worker::ports::http::{Http, HttpError, Request, Response};
use edge_worker::pulse;
use edge_worker::settings::Settings;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::row::ROWS;

/// Answers each document with the data that stands here under its operation's name.
pub struct Answers {
    pub data: BTreeMap<String, Value>,
    /// The headers that came with each question.
    pub headers: RefCell<Vec<Vec<(&'static str, String)>>>,
    /// What orders were searched for, each document's search after the other's.
    pub searched: RefCell<Vec<String>>,
}

impl Http for &Answers {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let body: Value = serde_json::from_str(&request.body).expect("JSON");
        let query = body["query"].as_str().expect("a document");
        let name = query.split("query ").nth(1).expect("a query").split(['(', ' ']).next().expect("a name");
        let data = self.data.get(name).cloned().unwrap_or_else(|| panic!("no sample of {name}"));
        self.searched.borrow_mut().extend(body["variables"]["query"].as_str().map(str::to_owned));
        self.headers.borrow_mut().push(request.headers);
        let headers = vec![("x-shopify-api-version".to_owned(), "2026-10".to_owned())];
        Ok(Response { status: 200, headers, body: json!({ "data": data }).to_string().into_bytes() })
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn sleep(&self, _ms: u32) {}
}

pub fn sample(document: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(document).with_extension("json");
    serde_json::from_str(&fs::read_to_string(file).expect("a sample")).expect("JSON")
}

pub fn answers() -> Answers {
    let data = ROWS.iter().map(|row| (row.operation.to_owned(), sample(row.document)["data"].clone())).collect();
    Answers { data, headers: RefCell::default(), searched: RefCell::default() }
}

/// The adapters as production makes them, in a new isolate.
pub fn shop(answers: &Answers) -> Shopify<&Answers> {
    let variable = |name: &str| match name {
        "SHOP_DOMAIN" => Some("kestrel-and-fern.myshopify.com".to_owned()),
        "SHOPIFY_ADMIN_TOKEN" | "SHOPIFY_STOREFRONT_TOKEN" | "OWNER_SECRET" => Some("secret".to_owned()),
        _ => None,
    };
    pulse::forget_all();
    Settings::from_variables(variable).expect("settings").shop(answers)
}
