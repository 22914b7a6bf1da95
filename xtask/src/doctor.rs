//! `cargo xtask doctor URL`: what is wrong with a deployment, in words.

use crate::setup::Tools;
use crate::{Result, run};

/// Asks the Worker at `url` for its report of health and prints it. The owner's secret comes from `OWNER_SECRET`.
///
/// # Errors
/// When anything is wrong, or the Worker does not answer.
pub fn run(tools: &Tools, url: &str) -> Result<()> {
    run::shown(tools.packaged("node").args(["xtask/doctor.mjs", url]))
}
