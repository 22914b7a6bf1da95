//! `cargo xtask train` and `cargo xtask evaluate`: the desk's tables, and how well the desk understands.

use crate::setup::{self, Need};
use crate::{Problem, Result, run};

/// Makes the desk's tables from its phrases, or with `--check` checks that they are what the phrases give.
pub fn train(flags: &[&str]) -> Result<()> {
    tool(&[], "evaluation", "train", flags)
}

/// Measures the desk on a file of labelled lines: intents beside NLP.js, unless `--alone`; search, on the demo shop.
pub fn evaluate(words: &[&str]) -> Result<()> {
    match words {
        ["retrieval", rest @ ..] => tool(&[Need::Packages], "contract-tests", "retrieval", rest),
        ["intents", rest @ ..] if !rest.contains(&"--alone") => {
            tool(&[Need::Packages], "evaluation", "evaluate", words)
        }
        words => tool(&[], "evaluation", "evaluate", words),
    }
}

/// The measuring itself is in crates of its own: it needs the desk, which nothing here waits for.
fn tool(needs: &[Need], package: &str, name: &str, words: &[&str]) -> Result<()> {
    let tools = setup::ready(needs)?;
    let mut command = tools.cargo();
    command.args(["run", "--quiet", "--profile", "tool", "--package", package, "--bin", name, "--"]).args(words);
    run::shown(&mut command).map_err(|_| Problem::new(format!("{name} did not succeed, see above")))
}
