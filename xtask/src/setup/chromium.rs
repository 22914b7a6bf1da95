//! A Chromium for the browser tests: one that is there, else Playwright's own, else Debian's.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use super::{Tools, debian};
use crate::{Problem, Result, run};

const ON_SYSTEMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// Finds or installs it.
pub fn ready(tools: &Tools) -> Result<PathBuf> {
    if let Some(named) = env::var_os("SHOPDESK_CHROMIUM").map(PathBuf::from) {
        let problem = || Problem::new(format!("SHOPDESK_CHROMIUM names {}, which does not start", named.display()));
        return if starts(&named) { Ok(named) } else { Err(problem()) };
    }
    if let Some(browser) = present(tools) {
        return Ok(browser);
    }
    println!("Downloading Chromium through Playwright: the browser tests need it.");
    let mut download = tools.packaged("playwright");
    // Where the download host cannot be reached, each of its tries should give up soon.
    download.args(["install", "chromium"]).env("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
    if run::succeeds_within(&mut download, Duration::from_mins(10)) {
        if let Some(browser) = playwrights(tools) {
            return Ok(browser);
        }
        println!("It does not start here.");
    } else {
        println!("It cannot be downloaded here.");
    }
    debian::install(&["chromium"], "the browser tests need a browser").map_err(|problem| {
        Problem::new(format!("{problem}. Any Chromium or Chrome will do: set SHOPDESK_CHROMIUM to its path"))
    })?;
    present(tools).ok_or_else(|| Problem::new("chromium was installed but does not start; try `chromium --version`"))
}

fn present(tools: &Tools) -> Option<PathBuf> {
    playwrights(tools).or_else(|| ON_SYSTEMS.iter().filter_map(|name| run::found(name)).find(starts))
}

/// Playwright's own, where it was downloaded before and the system has the libraries that it needs.
fn playwrights(tools: &Tools) -> Option<PathBuf> {
    let script = "console.log(require('playwright-core').chromium.executablePath())";
    let path = run::captured(tools.packaged("node").args(["-e", script])).ok()?;
    Some(PathBuf::from(path.trim())).filter(|path| path.is_file()).filter(starts)
}

fn starts(browser: &PathBuf) -> bool {
    run::succeeds_within(run::command(browser).arg("--version"), Duration::from_secs(30))
}
