//! `cargo xtask fuzz [SECONDS]`: any text at all, thrown at the desk by libFuzzer.

use std::fs;

use crate::problem::While;
use crate::setup::{self, tool};
use crate::{Problem, Result, place, run};

/// When nobody says how long.
const SECONDS: u32 = 60;

/// A conversation of this many bytes may take [`MOST_SECONDS`]; in truth it takes milliseconds.
const MOST_BYTES: u32 = 20_000;
const MOST_SECONDS: u32 = 5;

/// Runs the fuzzer. What it finds is kept in `fuzz/artifacts`, what leads somewhere new in `fuzz/found`.
pub fn run(seconds: Option<u32>) -> Result<()> {
    let tools = setup::ready(&[])?;
    let fuzzer = tool::fuzzer();
    fuzzer.ready(&tools)?;
    let nightly = || {
        let mut cargo = run::command("cargo");
        cargo.env("RUSTUP_TOOLCHAIN", "nightly").current_dir(place::root());
        cargo
    };
    run::captured(nightly().arg("--version")).map_err(|problem| {
        Problem::new(format!("{problem}. Fuzzing needs a nightly toolchain: rustup toolchain install nightly"))
    })?;
    let found = place::at("fuzz/found/turn");
    fs::create_dir_all(&found).or_say(|| format!("make {}", found.display()))?;
    let mut cargo = nightly();
    let path = std::env::join_paths(std::iter::once(fuzzer.programs()).chain(setup::readers_path()));
    cargo.env("PATH", path.map_err(|error| Problem::new(error.to_string()))?);
    cargo.args(["fuzz", "run", "turn"]).arg(&found).arg(place::at("fuzz/seeds/turn")).arg("--");
    cargo.arg(format!("-max_total_time={}", seconds.unwrap_or(SECONDS)));
    cargo.arg(format!("-max_len={MOST_BYTES}")).arg(format!("-timeout={MOST_SECONDS}"));
    run::shown(cargo.arg(format!("-dict={}", place::at("fuzz/turn.dict").display())))
}
