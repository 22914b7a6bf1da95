//! The desk as WASM under Node, in figures. Node is the runtime next to a Worker's that can be timed: a Worker's own
//! clock stands still while it computes.

use serde::{Deserialize, Serialize};

use crate::node;
use crate::speed::quantile;

#[derive(Serialize)]
struct Request<'a> {
    module: &'a str,
    rounds: usize,
    lines: &'a [&'a str],
}

#[derive(Deserialize)]
struct Answer {
    start: Start,
    micros: Vec<Vec<f64>>,
}

/// What lines took once V8 knew the code.
pub struct Run {
    /// Of every line and round.
    pub micros: Vec<f64>,
}

/// The first answer, in microseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Start {
    /// The module, from its bytes.
    pub compile: f64,
    /// An instance, its memory with the tables, and the answer.
    pub first: f64,
    /// The same answer again.
    pub warm: f64,
}

/// Processes that are started, one after the other.
const STARTS: usize = 9;

/// Times every line as often as there are rounds.
///
/// # Errors
/// Node is missing, or it failed.
pub fn run(module: &str, lines: &[&str], rounds: usize) -> Result<Run, String> {
    let answer: Answer = node::ask("wasm/run.ts", &Request { module, rounds, lines })?;
    Ok(Run { micros: answer.micros.into_iter().flatten().collect() })
}

/// Times the first answer, each time in a process of its own; the median of each part.
///
/// # Errors
/// Node is missing, or it failed.
pub fn start(module: &str, line: &str) -> Result<Start, String> {
    let lines: &[&str] = &[line];
    let once = |_| node::ask::<Answer>("wasm/run.ts", &Request { module, rounds: 0, lines }).map(|it| it.start);
    let starts = (0..STARTS).map(once).collect::<Result<Vec<_>, _>>()?;
    let median = |part: fn(&Start) -> f64| quantile(&starts.iter().map(part).collect::<Vec<_>>(), 500);
    Ok(Start { compile: median(|s| s.compile), first: median(|s| s.first), warm: median(|s| s.warm) })
}

impl Start {
    /// What starting cost beside compiling, which the platform does before a request is there.
    pub fn beyond_ms(&self) -> f64 {
        (self.first - self.warm) / 1000.0
    }
}
