//! `cargo xtask bench`: what a grounded answer costs, measured by `tests/worker/src/bin/bench.rs` on one workerd.
//! `cargo xtask bench identity`: whether its time tells that there is an order, by `tests/worker/src/bin/identity.rs`.
//! `cargo xtask bench desk`: what of it the desk takes, measured by `tests/evaluation/src/bin/bench.rs`.
//! `cargo xtask sync`: how long a large shop takes to mirror, natively by `sync.rs` of `tests/contract`, on
//! workerd by `mirror.rs` of `tests/worker`: two programs of one name would be one file.

use std::process::Command;

use crate::setup::{self, Need};
use crate::{Problem, Result, build, place};

/// Builds what is measured, with the assets that it reads, and measures. Fails above the bar.
pub fn run() -> Result<()> {
    on_workerd("bench", None)
}

/// Measures whether the time of an answer tells that there is an order, in so many rounds. Fails above the bar.
pub fn identity(rounds: Option<&str>) -> Result<()> {
    on_workerd("identity", rounds)
}

fn on_workerd(bin: &str, argument: Option<&str>) -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::all(&tools)?;
    let mut bench = tools.cargo();
    bench
        .args(["run", "--quiet", "--release", "--package", "worker-tests", "--bin", bin, "--"])
        .args(argument)
        .current_dir(place::root());
    ended(&mut bench)
}

/// Measures the desk on the lines of the repository, or of a file: natively, as WASM, and beside NLP.js.
pub fn desk(file: Option<&str>) -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    let module = build::desk(&tools)?;
    let mut bench = tools.cargo();
    bench.args(["run", "--quiet", "--profile", "tool", "--package", "evaluation", "--bin", "bench", "--"]);
    // Compiled as whoever cares for speed would, and for this processor, as V8 compiles what it is compared with. In a
    // folder of its own: other flags would have everything else compiled anew.
    bench.env("CARGO_PROFILE_TOOL_LTO", "fat").env("CARGO_PROFILE_TOOL_CODEGEN_UNITS", "1");
    bench.env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-cpu=native").env("CARGO_TARGET_DIR", place::at("target/native"));
    ended(bench.arg(module).args(file).current_dir(place::root()))
}

/// Measures on workerd how long it takes to mirror a shop of so many products. Fails above five minutes.
pub fn sync_on_workerd(products: &str) -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::all(&tools)?;
    let mut bench = tools.cargo();
    bench.args(["run", "--quiet", "--package", "worker-tests", "--bin", "mirror", "--", products]);
    ended(bench.current_dir(place::root()))
}

/// The same natively, over the same adapters.
pub fn sync(products: &str) -> Result<()> {
    let tools = setup::ready(&[Need::Packages])?;
    let mut bench = tools.cargo();
    bench.args(["run", "--quiet", "--profile", "tool", "--package", "contract-tests", "--bin", "sync", "--", products]);
    ended(bench.current_dir(place::root()))
}

fn ended(bench: &mut Command) -> Result<()> {
    match bench.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Problem::new("the benchmark is over its bar, or could not run")),
        Err(error) => Err(Problem::new(format!("cargo did not start: {error}"))),
    }
}
