//! Reads how many tests passed and failed from the closing lines of the runners.

use std::fmt;
use std::ops::AddAssign;

/// Counted tests. A flaky test that passed on a second try counts as failed: nothing here retries.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// How many passed.
    pub passed: usize,
    /// How many did not.
    pub failed: usize,
}

impl Tally {
    /// Adds up the closing lines of `cargo test`, `node --test` and Playwright in `text`; other lines count nothing.
    pub fn read(text: &str) -> Self {
        let mut sum = Self::default();
        text.lines().for_each(|line| sum += line_tally(line.trim()));
        sum
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The plain line that closes a run.
impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn line_tally(line: &str) -> Tally {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| word.parse::<usize>().ok();
    let good = |count: usize| Tally { passed: count, failed: 0 };
    let bad = |count: usize| Tally { passed: 0, failed: count };
    match words.as_slice() {
        // test result: ok. 12 passed; 0 failed; 1 ignored; …
        ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
            Tally { passed: number(passed).unwrap_or(0), failed: number(failed).unwrap_or(0) }
        }
        // ℹ pass 12, or 12 passed (3.4s)
        ["ℹ" | "#", "pass", count] => number(count).map(good).unwrap_or_default(),
        [count, "passed", time] if time.starts_with('(') => number(count).map(good).unwrap_or_default(),
        // ℹ fail 1, or 1 failed
        ["ℹ" | "#", "fail", count] | [count, "failed" | "flaky" | "interrupted"] => {
            number(count).map(bad).unwrap_or_default()
        }
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn each_runner_is_counted_by_its_closing_lines() {
        let rows = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2),
            ("ℹ tests 9\nℹ suites 2\nℹ pass 7\nℹ fail 2\nℹ cancelled 0", 7, 2),
            ("  1 failed\n    main-job.spec.ts:3:1 › asks\n  1 flaky\n  5 passed (12.0s)", 5, 2),
            ("a shopper said 5 passed, 3 failed", 0, 0),
            ("test desk::turn ... ok", 0, 0),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .filter(|(text, passed, failed)| Tally::read(text) != Tally { passed: *passed, failed: *failed })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
