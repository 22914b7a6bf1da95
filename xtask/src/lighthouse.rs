//! `cargo xtask lighthouse`: what the chat costs a page, by Lighthouse's score for a phone.

use crate::setup::{self, Need};
use crate::stack::{Setting, Stack};
use crate::{Problem, Result, build, run};

/// Pairs of runs when nobody says how many.
const PAIRS: u32 = 5;

/// Measures a heavy page with and without the snippet, in turn. Fails when the medians are more than a point apart.
pub fn run(pairs: Option<u32>) -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders, Need::Chromium])?;
    build::all(&tools)?;
    let stack = Stack::start(&Setting::named("lighthouse"))?;
    let mut node = tools.packaged("node");
    node.arg("xtask/lighthouse.mjs").arg(&stack.demo_shop.storefront).arg(pairs.unwrap_or(PAIRS).to_string());
    if let Some(chromium) = tools.chromium() {
        node.env("SHOPDESK_CHROMIUM", chromium);
    }
    let told = run::told(&mut node)?;
    if told.ok { Ok(()) } else { Err(Problem::new("the scores differ by more than a point, or Lighthouse failed")) }
}
