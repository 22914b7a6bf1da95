//! The Worker as a child: `wrangler dev` with workerd, on one port and one state for as long as it is wanted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::child::Child;
use super::{http, migration, port, vars};
use crate::problem::While;
use crate::setup::package;
use crate::{Result, place, run};

/// A Worker that runs, or was killed and may be started again.
#[derive(Debug)]
pub struct Worker {
    url: String,
    port: u16,
    dir: PathBuf,
    child: Child,
}

impl Worker {
    /// Starts it with its state, variables and log in `dir`, and waits until `/health` answers 200.
    pub fn start(dir: &Path, vars: &[(String, String)]) -> Result<Self> {
        let vars_file = dir.join("vars.env");
        fs::write(&vars_file, vars::text(vars)).or_say(|| format!("write {}", vars_file.display()))?;
        migration::apply(&dir.join("state"))?;
        let port = port::free()?;
        let url = format!("http://127.0.0.1:{port}");
        let child = launch(dir, port, &url)?;
        Ok(Self { url, port, dir: dir.to_owned(), child })
    }

    /// Fills the mirror of the shop, and waits until that is done.
    pub fn fill_mirror(&mut self) -> Result<()> {
        let mirror = format!("{}/v1/mirror", self.url);
        let ask = |method: &str| {
            let told = http::ask_as(vars::OWNER_SECRET, method, &mirror)?;
            serde_json::from_str::<Value>(&told).ok()
        };
        let Some(begun) = ask("POST") else {
            return Err(self.child.problem("could not mirror the shop"));
        };
        self.child.until(Duration::from_mins(2), |_| {
            let now = ask("GET")?;
            (now["position"] == "" && now["ended_at"] == begun["began_at"]).then_some(())
        })
    }

    /// Its origin, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Kills it without a warning, as a crash would. Connections break and what is not stored is lost.
    pub fn kill(&mut self) {
        self.child.kill();
    }

    /// Starts it again on the same port and state, and waits until it answers.
    pub fn start_again(&mut self) -> Result<()> {
        self.child.end();
        self.child = launch(&self.dir, self.port, &self.url)?;
        Ok(())
    }

    /// Whether it runs no longer.
    pub fn has_ended(&mut self) -> bool {
        self.child.has_ended()
    }

    /// Ends it politely.
    pub fn end(&mut self) {
        self.child.end();
    }

    /// What the Worker logged since it was last started.
    pub fn log(&self) -> String {
        fs::read_to_string(self.dir.join("worker.log")).unwrap_or_default()
    }
}

/// wrangler for a single command that ends.
pub fn wrangler() -> Command {
    let mut command = run::command(package::program("node"));
    command.arg(SCRIPT).envs(QUIET);
    command
}

fn launch(dir: &Path, port: u16, url: &str) -> Result<Child> {
    let inspector = port::free()?;
    let [state, vars] = ["state", "vars.env"].map(|name| dir.join(name).display().to_string());
    let mut args: Vec<String> = vec![place::at(SCRIPT).display().to_string()];
    args.extend(["dev", "--local", "--ip", "127.0.0.1", "--show-interactive-dev-session=false"].map(str::to_owned));
    args.extend(["--port".to_owned(), port.to_string(), "--inspector-port".to_owned(), inspector.to_string()]);
    args.extend(["--persist-to".to_owned(), state, "--env-file".to_owned(), vars]);
    let mut environment = QUIET.map(|(name, value)| (name, value.to_owned())).to_vec();
    // Of its own, or Workers of several stacks would find each other.
    environment.push(("WRANGLER_REGISTRY_PATH", dir.join("registry").display().to_string()));
    environment.push(("WRANGLER_LOG_PATH", dir.join("wrangler-logs").display().to_string()));
    let mut child = Child::start("worker", &args, &environment, &dir.join("worker.log"))?;
    let health = format!("{url}/health");
    child.until(Duration::from_mins(1), |_| (http::send("GET", &health, "") == Some(200)).then_some(()))?;
    Ok(child)
}

const SCRIPT: &str = "node_modules/wrangler/bin/wrangler.js";

/// No telemetry, no questions, no look for updates or for where this machine is, and no second build.
const QUIET: [(&str, &str); 6] = [
    ("WRANGLER_SEND_METRICS", "false"),
    ("NO_UPDATE_NOTIFIER", "1"),
    ("CI", "1"),
    ("FORCE_COLOR", "0"),
    ("SHOPDESK_BUILT", "1"),
    ("CLOUDFLARE_CF_FETCH_ENABLED", "false"),
];
