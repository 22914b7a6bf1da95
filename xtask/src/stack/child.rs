//! A child process on a leash, with its output in a log file.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child as Process, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::problem::{Problem, Result, While};
use crate::setup::package;
use crate::{place, run};

/// A program of node that runs until it is ended, or until its starter is gone.
#[derive(Debug)]
pub struct Child {
    name: &'static str,
    log: PathBuf,
    process: Process,
}

impl Child {
    /// Starts `node` of the npm packages with `args`; what it prints goes to `log`, which begins anew.
    pub fn start(name: &'static str, args: &[String], vars: &[(&str, String)], log: &Path) -> Result<Self> {
        let node = package::program("node");
        if !node.exists() {
            return Err(Problem::new("node_modules is missing: run `cargo xtask setup`"));
        }
        let output = File::create(log).or_say(|| format!("write {}", log.display()))?;
        let errors = output.try_clone().or_say(|| format!("write {}", log.display()))?;
        let mut command = run::command(&node);
        command.arg(place::at("xtask/leash.mjs")).arg(&node).args(args);
        // wrangler starts a node of its own, by name.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::iter::once(package::programs()).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(path).unwrap_or_default());
        command.envs(vars.iter().map(|(name, value)| (*name, value.as_str())));
        let process = command.stdin(Stdio::piped()).stdout(output).stderr(errors).spawn();
        Ok(Self { name, log: log.to_owned(), process: process.or_say(|| format!("start {name}"))? })
    }

    /// Waits until `is_ready` returns something.
    ///
    /// # Errors
    ///
    /// When the child ends before, or the time is up.
    pub fn until<T>(&mut self, limit: Duration, mut is_ready: impl FnMut(&str) -> Option<T>) -> Result<T> {
        let start = Instant::now();
        loop {
            if let Some(ready) = is_ready(&fs::read_to_string(&self.log).unwrap_or_default()) {
                return Ok(ready);
            }
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(self.problem(&format!("ended ({status}) before it was ready")));
            }
            if start.elapsed() > limit {
                return Err(self.problem(&format!("was not ready within {} seconds", limit.as_secs())));
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether it runs no longer.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.process.try_wait(), Ok(None))
    }

    /// Asks it to end, kills what has not ended after some seconds, and waits for that.
    pub fn end(&mut self) {
        self.tell("end");
    }

    /// Kills it and all that it started, at once and without a warning.
    pub fn kill(&mut self) {
        self.tell("kill");
    }

    /// That something is wrong with it, with the end of its log.
    pub fn problem(&self, what: &str) -> Problem {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        let last = lines.iter().skip(lines.len().saturating_sub(30)).copied().collect::<Vec<_>>().join("\n");
        Problem::new(format!("{} {what}; its log, {}, ends:\n{last}", self.name, self.log.display()))
    }

    fn tell(&mut self, word: &str) {
        if let Some(leash) = self.process.stdin.as_mut() {
            let _ = writeln!(leash, "{word}");
        }
        // Closes standard input, too: what did not hear the word ends for that.
        let _ = self.process.wait();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.end();
    }
}
