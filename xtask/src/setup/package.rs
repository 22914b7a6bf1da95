//! The npm packages: node itself, wrangler with workerd, esbuild, wasm-opt, the TypeScript compiler, test runners
//! and Shopify's published schemas. All of them serve building and testing; none is shipped.

use std::fs;
use std::path::PathBuf;

use crate::problem::While;
use crate::{Problem, Result, place, run};

/// A copy of the lock file that `node_modules` was installed from. npm removes it whenever it installs anew.
const STAMP: &str = "node_modules/.installed-package-lock.json";

/// The directory of the programs that came with the packages.
pub fn programs() -> PathBuf {
    place::at("node_modules/.bin")
}

/// One of these programs.
pub fn program(name: &str) -> PathBuf {
    programs().join(name)
}

/// Installs the packages unless they were installed from this very lock file.
pub fn ready() -> Result<()> {
    let lock = place::at("package-lock.json");
    let wanted = fs::read(&lock).or_say(|| format!("read {}", lock.display()))?;
    if fs::read(place::at(STAMP)).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if run::found("npm").is_none() {
        return Err(Problem::new(
            "npm is missing: it installs node 22, wrangler and the test runners. Install Node.js (any version from 18) \
             with npm, from your system's packages or from the Node.js site, and start this command again",
        ));
    }
    println!("Installing npm packages: node 22, wrangler, esbuild, wasm-opt, test runners (about a minute).");
    run::shown(run::command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]))?;
    let node = run::captured(run::command(program("node")).arg("--version"));
    node.map_err(|problem| {
        Problem::new(format!("npm installed its packages, but node of them does not run: {problem}"))
    })?;
    fs::write(place::at(STAMP), wanted).or_say(|| format!("write {STAMP}"))
}
