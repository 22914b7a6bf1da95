//! `cargo xtask ci`: everything that must hold before a change lands, with the minutes of each step.

use std::collections::BTreeSet;

use crate::setup::{self, Need, Tools};
use crate::stack::worker;
use crate::step::Steps;
use crate::{Problem, Result, bench, build, check, lighthouse, place, run, size, test};

/// Runs every step, whatever came of the one before. Ends with the plain line of all tests.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("set-up", |_| setup::ready(&[Need::Lints, Need::Packages, Need::Builders, Need::Chromium]).map(drop));
    if steps.is_well() {
        check::steps_of(&mut steps)?;
        test::steps_of(&test::ALL, &mut steps)?;
        steps.run("deploy, dry", |_| deploy());
        // The fewest rounds that say something.
        steps.run("identity, sixty rounds", |_| bench::identity(Some("60")));
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
    let [plain, production] = [bindings("")?, bindings("production")?];
    if plain == production { Ok(()) } else { Err(Problem::new("wrangler.toml binds other things in production")) }
}

/// What the Worker of an environment is bound to, by name.
fn bindings(environment: &str) -> Result<BTreeSet<String>> {
    let mut wrangler = worker::wrangler();
    wrangler.args(["deploy", "--dry-run", "--env", environment, "--outdir"]).arg(place::at("target/deploy"));
    let told = run::told(&mut wrangler)?;
    if !told.ok {
        return Err(Problem::new("`wrangler deploy --dry-run` failed"));
    }
    let bound = told.text.lines().filter_map(|line| line.trim().strip_prefix("env.")?.split(' ').next());
    Ok(bound.map(str::to_owned).collect())
}
