//! `cargo xtask webhooks URL`: has the shop tell a deployment what changes.

use crate::setup::Tools;
use crate::{Result, run};

/// Asks the Worker at `url` to subscribe to what it needs, and prints what that changed. The owner's secret comes from
/// `OWNER_SECRET`.
///
/// # Errors
/// When the Worker does not answer, or the shop refuses a subscription.
pub fn run(tools: &Tools, url: &str) -> Result<()> {
    run::shown(tools.packaged("node").args(["xtask/webhooks.mjs", url]))
}
