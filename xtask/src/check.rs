//! `cargo xtask check`: what can be said of the code without running it.

use crate::setup::{self, Need, Tools, toolchain};
use crate::step::Steps;
use crate::{Result, edges, evaluation, place, run, theme};

/// The crates that are compiled for WASM.
const ON_WASM: [&str; 2] = ["widget", "edge-worker"];

/// What TypeScript checks, where it is there.
const TYPED: [&str; 3] = ["demo-shop", "tests/browser", "tests/evaluation"];

/// Runs all checks, prints the minutes of each, and fails when one failed.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    steps_of(&mut steps)?;
    steps.sum_up()
}

/// Adds the checks.
pub fn steps_of(steps: &mut Steps) -> Result<()> {
    let tools = setup::ready(&[Need::Lints, Need::Packages])?;
    steps.run("edges", |_| edges::run());
    steps.run("tables", |_| evaluation::train(&["--check"]));
    steps.run("format", |_| run::shown(tools.cargo().args(["fmt", "--all", "--check"])));
    for dir in TYPED.iter().filter(|dir| place::at(dir).join("tsconfig.json").exists()) {
        steps.run(&format!("types of {dir}"), |_| types(&tools, dir));
    }
    steps.run("theme copies", |_| theme::compare(&tools));
    steps.run("theme check", |_| theme::check(&tools));
    steps.run("lints", |_| clippy(&tools, &["--workspace", "--all-targets"]));
    let mut wasm = vec!["--target", toolchain::WASM];
    wasm.extend(ON_WASM.iter().flat_map(|package| ["--package", package]));
    steps.run("lints for WASM", |_| clippy(&tools, &wasm));
    Ok(())
}

fn types(tools: &Tools, dir: &str) -> Result<()> {
    run::shown(tools.packaged("tsc").args(["--noEmit", "-p"]).arg(place::at(dir)))
}

fn clippy(tools: &Tools, what: &[&str]) -> Result<()> {
    run::shown(tools.cargo().args(["clippy", "--quiet"]).args(what).args(["--", "-D", "warnings"]))
}
