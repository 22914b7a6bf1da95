//! The desk alone as WASM, with the Worker's settings: for measuring, never shipped.

use std::path::PathBuf;

use super::worker;
use crate::setup::{Tools, tool, toolchain};
use crate::{Result, place, run};

/// Builds the crate `desk-wasm`; gives the directory of `desk.js` and `desk_bg.wasm`.
pub fn build(tools: &Tools) -> Result<PathBuf> {
    let mut cargo = tools.cargo();
    cargo.args(["build", "--quiet", "--release", "--package", "desk-wasm", "--target", toolchain::WASM]);
    run::shown(cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", worker::OPT_LEVEL))?;
    let out = place::at("target/desk-wasm");
    for tool in tool::all().iter().filter(|tool| tool.name == "wasm-bindgen") {
        let mut bind = tools.command(tool.program());
        bind.args(["--target", "web", "--no-typescript", "--out-name", "desk", "--out-dir"]).arg(&out);
        run::shown(bind.arg(place::at("target").join(toolchain::WASM).join("release/desk_wasm.wasm")))?;
    }
    worker::shrink(&out.join("desk_bg.wasm"))?;
    Ok(out)
}
