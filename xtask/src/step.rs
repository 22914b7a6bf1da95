//! Steps of a command, each with the minutes it took, summed up at the end.

use std::time::{Duration, Instant};

use crate::tally::Tally;
use crate::{Problem, Result};

/// What was done so far. One failed step does not keep the next from running.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<(String, Duration, Option<Problem>)>,
    /// The tests that the steps ran.
    pub tally: Tally,
}

impl Steps {
    /// Runs one step under a heading, and keeps what came of it.
    pub fn run(&mut self, name: &str, step: impl FnOnce(&mut Tally) -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        let problem = step(&mut self.tally).err();
        if let Some(problem) = &problem {
            println!("{name}: {problem}");
        }
        self.done.push((name.to_owned(), start.elapsed(), problem));
    }

    /// Whether every step so far went well.
    pub fn is_well(&self) -> bool {
        self.done.iter().all(|(_, _, problem)| problem.is_none())
    }

    /// Prints the minutes of each step, and last of all the tests, as the plain line that closes a run.
    ///
    /// # Errors
    ///
    /// When a step failed; which, is printed.
    pub fn sum_up(&self) -> Result<()> {
        println!();
        for (name, took, problem) in &self.done {
            let outcome = if problem.is_some() { "FAILED" } else { "ok" };
            println!("{:>5} min  {outcome:<6}  {name}", minutes(*took));
        }
        if self.tally != Tally::default() {
            println!("{}", self.tally);
        }
        if self.is_well() { Ok(()) } else { Err(Problem::told()) }
    }
}

fn minutes(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64() / 60.0)
}
