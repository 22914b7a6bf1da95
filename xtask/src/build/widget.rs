//! The widget: compiled and bound by trunk, minified by esbuild, laid out as the Worker serves it.

use std::fs;
use std::path::Path;

use super::stamp::Stamp;
use crate::problem::While;
use crate::setup::Tools;
use crate::{Result, place, run};

const SOURCES: [&str; 15] = [
    "desk/model/intent.bin",
    "desk/model/lexicon.bin",
    "desk/model/signal.bin",
    "desk/model/vectors.bin",
    "widget",
    "parts",
    "protocol",
    "assets",
    "trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "clippy.toml",
    "xtask/src/build",
    "xtask/shrink.mjs",
];
const OUT: &str = "dist/assets";
const SERVED: [&str; 9] = [
    TABLES[0],
    TABLES[1],
    TABLES[2],
    TABLES[3],
    "widget/panel.js",
    "widget/widget.js",
    "widget/widget_bg.wasm",
    "widget/widget.css",
    "_headers",
];

/// Tables that the Worker reads from its own assets: inside it, they would be most of its weight.
const TABLES: [&str; 4] = ["model/intent.bin", "model/lexicon.bin", "model/signal.bin", "model/vectors.bin"];

/// Builds it when its sources changed.
pub fn build(tools: &Tools) -> Result<()> {
    let outputs = SERVED.map(|file| format!("{OUT}/{file}"));
    let stamp = Stamp::of("widget", &SOURCES, &tools.identity(), &outputs.each_ref().map(String::as_str))?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("Building the widget (two minutes from nothing, seconds after a change).");
    let mut trunk = tools.command("trunk");
    // Trunk reads any value of NO_COLOR but true or false as a mistake.
    run::shown(trunk.args(["--config", "trunk.toml", "build", "--offline"]).env_remove("NO_COLOR"))?;
    lay_out(tools)?;
    stamp.keep()
}

fn lay_out(tools: &Tools) -> Result<()> {
    let out = place::at(OUT);
    let _ = fs::remove_dir_all(&out);
    run::shown(tools.packaged("node").args(["xtask/shrink.mjs", "dist/trunk", "dist/shrunk"]))?;
    minify(tools, "dist/shrunk/widget.js", &out.join("widget/widget.js"))?;
    minify(tools, "assets/panel.js", &out.join("widget/panel.js"))?;
    minify(tools, "assets/widget.css", &out.join("widget/widget.css"))?;
    copy(&place::at("dist/shrunk/widget_bg.wasm"), &out.join("widget/widget_bg.wasm"))?;
    copy(&place::at("assets/_headers"), &out.join("_headers"))?;
    for table in TABLES {
        copy(&place::at("desk").join(table), &out.join(table))?;
    }
    let locales = place::at("assets/locales");
    let files = fs::read_dir(&locales).or_say(|| format!("read {}", locales.display()))?;
    for file in files.filter_map(std::result::Result::ok) {
        copy(&file.path(), &out.join("widget/locales").join(file.file_name()))?;
    }
    Ok(())
}

/// A module stays one, and the address of the WASM beside it relative.
fn minify(tools: &Tools, from: &str, to: &Path) -> Result<()> {
    let mut esbuild = tools.packaged("esbuild");
    esbuild.arg(from).args(["--bundle", "--format=esm", "--minify", "--log-level=warning", "--target=es2022"]);
    run::captured(esbuild.arg(format!("--outfile={}", to.display()))).map(drop)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).or_say(|| format!("make {}", parent.display()))?;
    }
    fs::copy(from, to).map(drop).or_say(|| format!("copy {}", from.display()))
}
