//! `cargo xtask bench`: what a grounded answer costs, measured by `tests/worker/src/bin/bench.rs` on one workerd.

use crate::setup::{self, Need};
use crate::{Problem, Result, build, place};

/// Builds what is measured, and measures. Fails above the bar.
pub fn run() -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::worker(&tools)?;
    let mut bench = tools.cargo();
    bench
        .args(["run", "--quiet", "--release", "--package", "worker-tests", "--bin", "bench"])
        .current_dir(place::root());
    match bench.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Problem::new("the benchmark is over its bar, or could not run")),
        Err(error) => Err(Problem::new(format!("cargo did not start: {error}"))),
    }
}
