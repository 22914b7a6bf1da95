//! `cargo xtask test`: all tests, or a part of them. Every part runs, whatever came of the one before.

use std::path::PathBuf;
use std::process::Command;

use crate::setup::{self, Need, Tools};
use crate::stack::{Setting, Stack};
use crate::step::Steps;
use crate::tally::Tally;
use crate::{Problem, Result, build, place, run};

/// A part of the tests, by what it runs on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// Every crate on this machine, and demo-shop.
    Unit,
    /// The Worker in workerd.
    Worker,
    /// A browser against the whole stack.
    Browser,
    /// Every state of the chat in both sizes and both schemes; the browser tests have half of it.
    Gallery,
    /// What the chat costs a page, as ratios within one run. Wants a machine that does nothing else.
    Budgets,
}

/// All that must hold before a change lands, cheapest first.
pub const ALL: [Part; 3] = [Part::Unit, Part::Worker, Part::Browser];

const NAMES: [(&str, Part); 5] = [
    ("unit", Part::Unit),
    ("worker", Part::Worker),
    ("browser", Part::Browser),
    ("gallery", Part::Gallery),
    ("budgets", Part::Budgets),
];

/// The crate whose tests need a built Worker, and so are not among the unit tests.
const ON_WORKERD: &str = "worker-tests";

impl Part {
    /// Reads a part as it is typed.
    pub fn parse(word: &str) -> Option<Self> {
        NAMES.into_iter().find(|(name, _)| *name == word).map(|(_, part)| part)
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Unit => &[Need::Packages],
            Self::Worker => &[Need::Packages, Need::Builders],
            Self::Browser | Self::Gallery | Self::Budgets => &[Need::Packages, Need::Builders, Need::Chromium],
        }
    }
}

/// Runs `parts`, prints the minutes of each step, and fails when one failed.
pub fn run(parts: &[Part]) -> Result<()> {
    let mut steps = Steps::default();
    steps_of(parts, &mut steps)?;
    steps.sum_up()
}

/// Adds the steps of `parts`.
pub fn steps_of(parts: &[Part], steps: &mut Steps) -> Result<()> {
    let needs: Vec<Need> = parts.iter().flat_map(|part| part.needs()).copied().collect();
    let tools = setup::ready(&needs)?;
    if parts.contains(&Part::Unit) {
        steps.run("unit tests", |tally| unit(&tools, tally));
        steps.run("demo-shop tests", |tally| demo_shop(&tools, tally));
    }
    if parts != [Part::Unit] {
        steps.run("build", |_| build::all(&tools));
    }
    if parts.contains(&Part::Worker) {
        steps.run("worker tests", |tally| worker(&tools, tally));
    }
    if parts.contains(&Part::Browser) {
        steps.run("browser tests", |tally| browser(&tools, "tests", tally));
    }
    if parts.contains(&Part::Gallery) {
        steps.run("gallery", |tally| browser(&tools, "gallery", tally));
    }
    if parts.contains(&Part::Budgets) {
        steps.run("budgets", |tally| browser(&tools, "budgets", tally));
    }
    Ok(())
}

fn unit(tools: &Tools, tally: &mut Tally) -> Result<()> {
    // `--no-fail-fast`: a wrong row in one crate must not hide those of the next.
    counted(tools.cargo().args(["test", "--workspace", "--exclude", ON_WORKERD, "--no-fail-fast"]), tally)
}

fn demo_shop(tools: &Tools, tally: &mut Tally) -> Result<()> {
    let mut node = tools.packaged("node");
    counted(node.args(["--test", "--test-reporter=spec", "demo-shop/test/**/*.test.ts"]), tally)
}

fn worker(tools: &Tools, tally: &mut Tally) -> Result<()> {
    counted(tools.cargo().args(["test", "--package", ON_WORKERD, "--no-fail-fast"]), tally)
}

/// `what` names what the configuration runs: `tests`, `gallery` or `budgets`.
fn browser(tools: &Tools, what: &str, tally: &mut Tally) -> Result<()> {
    // All of its shoppers come from one address.
    let setting = Setting::named("browser").with_var("LINES_PER_HOUR", "100000").with_var("CLAIMS_PER_HOUR", "1000");
    let stack = Stack::start(&setting)?;
    let mut playwright = tools.packaged("playwright");
    playwright.args(["test", "-c", "tests/browser/playwright.config.ts"]);
    playwright.env("SHOPDESK_STOREFRONT", &stack.demo_shop.storefront).env("SHOPDESK_WORKER", stack.worker.url());
    playwright.env("SHOPDESK_RUN", what);
    playwright.env("SHOPDESK_CHROMIUM", tools.chromium().map_or_else(PathBuf::new, Clone::clone));
    counted(&mut playwright, tally)
}

fn counted(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let told = run::told(command.current_dir(place::root()))?;
    let counted = Tally::read(&told.text);
    *tally += counted;
    match (told.ok, counted.passed) {
        (true, 1..) => Ok(()),
        (true, 0) => Err(Problem::new("no test ran")),
        (false, _) => Err(Problem::new(format!("{counted}"))),
    }
}
