//! `cargo xtask train` and `cargo xtask evaluate`: the desk's tables, and how well the desk understands.

use crate::setup::{self, Need};
use crate::{Problem, Result, run};

/// Makes the desk's tables from its phrases, or with `--check` checks that they are what the phrases give.
pub fn train(flags: &[&str]) -> Result<()> {
    tool("train", &[], flags)
}

/// Measures the desk on a file of labelled lines: its intents beside NLP.js, unless `--alone`.
pub fn evaluate(words: &[&str]) -> Result<()> {
    let is_compared = words.first() == Some(&"intents") && !words.contains(&"--alone");
    tool("evaluate", if is_compared { &[Need::Packages] } else { &[] }, words)
}

/// The measuring itself is a crate of its own: it needs the desk, which nothing here waits for.
fn tool(name: &str, needs: &[Need], words: &[&str]) -> Result<()> {
    let tools = setup::ready(needs)?;
    let mut command = tools.cargo();
    command.args(["run", "--quiet", "--profile", "tool", "--package", "evaluation", "--bin", name, "--"]).args(words);
    run::shown(&mut command).map_err(|_| Problem::new(format!("{name} did not succeed, see above")))
}
