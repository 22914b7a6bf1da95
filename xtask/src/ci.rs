//! `cargo xtask ci`: everything that must hold before a change lands, with the minutes of each step.

use crate::setup::{self, Need, Tools};
use crate::stack::worker;
use crate::step::Steps;
use crate::{Problem, Result, build, check, lighthouse, place, run, size, test};

/// Runs every step, whatever came of the one before. Ends with the plain line of all tests.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("set-up", |_| setup::ready(&[Need::Lints, Need::Packages, Need::Builders, Need::Chromium]).map(drop));
    if steps.is_well() {
        check::steps_of(&mut steps)?;
        test::steps_of(&test::ALL, &mut steps)?;
        steps.run("deploy, dry", |_| deploy());
        steps.run("sizes", |_| size::run());
        // One pair shows that it runs; what it costs is measured where nothing else runs.
        steps.run("lighthouse, one pair", |_| lighthouse::run(Some(1)));
    }
    steps.sum_up()
}

/// Bundles and checks all that a deployment would upload, and uploads nothing.
fn deploy() -> Result<()> {
    let tools: Tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::all(&tools)?;
    let mut wrangler = worker::wrangler();
    let told = run::told(wrangler.args(["deploy", "--dry-run", "--outdir"]).arg(place::at("target/deploy")))?;
    if told.ok { Ok(()) } else { Err(Problem::new("`wrangler deploy --dry-run` failed")) }
}
