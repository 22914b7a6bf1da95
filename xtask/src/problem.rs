//! What went wrong, in words for whoever typed the command.

use std::fmt;

/// A sentence or two: what failed, and what the reader can do about it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem(String);

/// The result of everything here that can fail.
pub type Result<T> = std::result::Result<T, Problem>;

impl Problem {
    /// Says what went wrong.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// What went wrong was printed already, and only the exit code is left to tell.
    pub fn told() -> Self {
        Self(String::new())
    }

    /// Whether there is nothing left to say.
    pub fn is_told(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// Adds what was being done to an error of the operating system.
pub trait While<T> {
    /// `doing` reads on from "could not", as in "read budgets.json".
    fn or_say(self, doing: impl FnOnce() -> String) -> Result<T>;
}

impl<T> While<T> for std::io::Result<T> {
    fn or_say(self, doing: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Problem(format!("could not {}: {error}", doing())))
    }
}

impl<T> While<T> for serde_json::Result<T> {
    fn or_say(self, doing: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Problem(format!("could not {}: {error}", doing())))
    }
}
