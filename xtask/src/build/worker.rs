//! The Worker: compiled and bundled by worker-build, which downloads nothing when it is told where its tools are.

use std::path::Path;

use super::stamp::Stamp;
use crate::setup::{Tools, package, tool};
use crate::{Result, place, run};

const SOURCES: [&str; 7] =
    ["learned", "edge-worker", "desk", "protocol", "Cargo.toml", "Cargo.lock", "package-lock.json"];

/// What the bundle consists of, beside a module of JavaScript that imports it.
pub const BUNDLE: [&str; 2] = ["edge-worker/build/index.js", "edge-worker/build/index_bg.wasm"];

/// The Worker waits for others most of its time; its size is what a cold start costs.
pub const OPT_LEVEL: &str = "z";

/// Builds it when its sources changed.
pub fn build(tools: &Tools) -> Result<()> {
    let stamp = Stamp::of("worker", &SOURCES, &tools.identity(), &BUNDLE)?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("Building the Worker (two minutes from nothing, half a minute after a change).");
    let mut command = tools.command("worker-build");
    command.args(["--release", "--no-opt", "edge-worker"]);
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", OPT_LEVEL);
    for tool in tool::all().iter().filter(|tool| tool.name == "wasm-bindgen") {
        command.env("WASM_BINDGEN_BIN", tool.program());
    }
    command.env("ESBUILD_BIN", package::program("esbuild"));
    run::shown(&mut command)?;
    shrink(&place::at(BUNDLE[1]))?;
    stamp.keep()
}

/// What rustc and wasm-bindgen use, and every Workers runtime knows.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimizes for size, and drops the names of functions: a tenth of the whole, and the message of a panic tells file
/// and line without them. worker-build would keep them.
pub fn shrink(module: &Path) -> Result<()> {
    let mut command = run::command(package::program("wasm-opt"));
    command.args(["-O", "--strip-debug", "--strip-producers"]).args(FEATURES);
    command.arg(module).arg("-o").arg(module);
    run::shown(&mut command)
}
