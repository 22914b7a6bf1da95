//! `cargo xtask evaluate retrieval FILE.jsonl [--json]`: how well search finds what was judged to fit, on the demo shop.
//!
//! Rows are `{"query", "locale", "relevant": ["handle", "article:handle", "policy:refund"]}`; none where the shop has
//! nothing that fits.
#![allow(clippy::expect_used, clippy::cast_precision_loss, reason = "a tool for the developer: it says why and stops")]

use std::process::ExitCode;
use std::{env, fs};

use contract_tests::shop::Shop;
use desk::intent::classify;
use desk::language::Language;
use desk::lookup::Search;
use desk::message::Message;
use desk::retrieval::{DocumentKind, Hit, Query};
use edge_worker::app::lookup::search;
use edge_worker::ports::Mirror;
use futures_executor::block_on;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Row {
    query: String,
    #[serde(default)]
    locale: String,
    relevant: Vec<String>,
}

/// How far down the list a hit still counts.
const CUT: usize = 5;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (flags, files): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| arg.starts_with("--"));
    let [file] = files.as_slice() else {
        eprintln!("evaluate retrieval FILE.jsonl [--json]");
        return ExitCode::FAILURE;
    };
    let text = fs::read_to_string(file).expect("a file");
    let rows: Vec<Row> = (text.lines().filter(|line| !line.trim().is_empty()))
        .map(|line| serde_json::from_str(line).expect("a row: query, locale, relevant"))
        .collect();
    let shop = Shop::start("retrieval");
    let mirror = shop.mirror();
    let (mut recall, mut ranks, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let hits = find(&mirror, row);
        let names: Vec<String> = hits.iter().take(CUT).map(name).collect();
        if row.relevant.is_empty() {
            wrong.push(f64::from(u8::from(!hits.is_empty())));
        } else {
            let found = names.iter().filter(|name| row.relevant.contains(name)).count();
            recall.push(found as f64 / row.relevant.len().min(CUT) as f64);
            let first = names.iter().position(|name| row.relevant.contains(name));
            ranks.push(first.map_or(0.0, |at| 1.0 / (at + 1) as f64));
        }
        if flags.iter().any(|flag| *flag == "--list") {
            println!("{:?}", Query::of_search(&row.query, Language::parse(&row.locale).unwrap_or_default(), None));
            println!("{} -> {}\n   want {}", row.query, names.join(", "), row.relevant.join(", "));
            if let Some(best) = hits.first() {
                print!("{}", best.reason);
            }
        }
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    println!("queries with something that fits  {}", recall.len());
    println!("recall@{CUT}                          {:.3}", mean(&recall));
    println!("mean reciprocal rank              {:.3}", mean(&ranks));
    println!("queries with nothing that fits    {}", wrong.len());
    println!("answered all the same             {:.3}", mean(&wrong));
    if flags.iter().any(|flag| *flag == "--json") {
        let report =
            json!({ "rows": rows.len(), "recall_at_5": mean(&recall), "mrr": mean(&ranks), "wrong": mean(&wrong) });
        println!("{report}");
    }
    ExitCode::SUCCESS
}

fn find(mirror: &impl Mirror, row: &Row) -> Vec<Hit> {
    let language = Language::parse(&row.locale).unwrap_or_default();
    let topic = classify(&Message::parse(&row.query)).sure_intent();
    let search_for = Search { text: row.query.clone(), language, topic, among: DocumentKind::ALL.to_vec() };
    block_on(search(mirror, &search_for)).expect("a filled mirror")
}

/// As rows name it: products by their handle alone.
fn name(hit: &Hit) -> String {
    match hit.kind {
        DocumentKind::Product => hit.handle.clone(),
        kind => format!("{}:{}", kind.name(), hit.handle),
    }
}
