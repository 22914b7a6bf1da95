//! The Worker: compiled and bundled by worker-build, which downloads nothing when it is told where its tools are.

use super::stamp::Stamp;
use crate::setup::{Tools, package, tool};
use crate::{Result, run};

const SOURCES: [&str; 6] = ["edge-worker", "desk", "protocol", "Cargo.toml", "Cargo.lock", "package-lock.json"];

/// What the bundle consists of, beside a module of JavaScript that imports it.
pub const BUNDLE: [&str; 2] = ["edge-worker/build/index.js", "edge-worker/build/index_bg.wasm"];

/// Builds it when its sources changed.
pub fn build(tools: &Tools) -> Result<()> {
    let stamp = Stamp::of("worker", &SOURCES, &tools.identity(), &BUNDLE)?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("Building the Worker (two minutes from nothing, half a minute after a change).");
    let mut command = tools.command("worker-build");
    command.args(["--release", "edge-worker"]);
    // The Worker waits for others most of its time; its size is what a cold start costs. Names of functions are a tenth
    // of it, and tell only what the message of a panic, with its file and line, tells better.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z").env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    for tool in tool::all().iter().filter(|tool| tool.name == "wasm-bindgen") {
        command.env("WASM_BINDGEN_BIN", tool.program());
    }
    command.env("WASM_OPT_BIN", package::program("wasm-opt")).env("ESBUILD_BIN", package::program("esbuild"));
    run::shown(&mut command)?;
    stamp.keep()
}
