//! `cargo xtask size`: what a shopper downloads and what is deployed, against the budgets of `budgets.json`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::problem::{Problem, Result, While};
use crate::setup::{self, Need, Tools};
use crate::{build, place, run};

/// Bytes of something that is shipped.
#[derive(Clone, Copy, Debug, Default)]
struct Bytes {
    raw: usize,
    brotli: usize,
    gzip: usize,
}

/// What is fetched when the launcher is used, in the language whose texts are the longest.
const OPENED: [(&str, &str); 5] = [
    ("widget WASM", "widget_bg.wasm"),
    ("widget glue", "widget.js"),
    ("panel", "panel.js"),
    ("widget styles", "widget.css"),
    ("one language", "locales/pl.json"),
];

/// Builds what is out of date, prints the sizes, and fails when one is above its budget.
pub fn run() -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::all(&tools)?;
    let budgets = place::at("budgets.json");
    let budgets = fs::read_to_string(&budgets).or_say(|| format!("read {}", budgets.display()))?;
    let budgets: Value = serde_json::from_str(&budgets).or_say(|| "read budgets.json".into())?;

    let loader = loader(&tools)?;
    let widget = bytes(&tools, &OPENED.map(|(_, file)| place::at("dist/assets/widget").join(file)))?;
    let worker = bytes(&tools, &build::worker::BUNDLE.map(place::at))?;

    println!("{:<28} {:>9} {:>9} {:>9}", "bytes", "raw", "brotli", "gzip");
    row("loader", loader);
    for ((name, _), bytes) in OPENED.iter().zip(&widget) {
        row(name, *bytes);
    }
    row("everything on open", sum(&widget));
    row("Worker", sum(&worker));

    let checks =
        [("loader_brotli", loader.brotli), ("widget_brotli", sum(&widget).brotli), ("worker_gzip", sum(&worker).gzip)];
    println!();
    let above: Vec<_> = checks.into_iter().filter(|(name, size)| !is_within(&budgets, name, *size)).collect();
    let names: Vec<_> = above.iter().map(|(name, _)| *name).collect();
    if names.is_empty() { Ok(()) } else { Err(Problem::new(format!("above budget: {}", names.join(", ")))) }
}

/// The loader as a theme serves it: minified by the store's CDN.
fn loader(tools: &Tools) -> Result<Bytes> {
    let minified = place::at("target/loader.min.js");
    let mut esbuild = tools.packaged("esbuild");
    esbuild.args(["assets/loader.js", "--minify", "--log-level=warning"]);
    run::captured(esbuild.arg(format!("--outfile={}", minified.display())))?;
    Ok(sum(&bytes(tools, &[minified])?))
}

fn bytes(tools: &Tools, files: &[PathBuf]) -> Result<Vec<Bytes>> {
    let script = Path::new("xtask/compress.mjs");
    let told = run::captured(tools.packaged("node").arg(script).args(files))?;
    Ok(told.lines().map(parse).collect())
}

fn parse(line: &str) -> Bytes {
    let mut numbers = line.split_whitespace().map(|word| word.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    Bytes { raw: next(), brotli: next(), gzip: next() }
}

fn sum(all: &[Bytes]) -> Bytes {
    all.iter().fold(Bytes::default(), |sum, bytes| Bytes {
        raw: sum.raw + bytes.raw,
        brotli: sum.brotli + bytes.brotli,
        gzip: sum.gzip + bytes.gzip,
    })
}

fn row(name: &str, bytes: Bytes) {
    println!("{name:<28} {:>9} {:>9} {:>9}", bytes.raw, bytes.brotli, bytes.gzip);
}

/// A budget that is not there is a mistake, and never kept.
fn is_within(budgets: &Value, name: &str, size: usize) -> bool {
    let budget = budgets[name].as_u64().unwrap_or(0);
    let is_within = size as u64 <= budget;
    println!("{name:<28} {size:>9} of {budget:>9}  {}", if is_within { "ok" } else { "ABOVE BUDGET" });
    is_within
}
