//! Set-up: finds what a command needs, installs what is missing, says what it does, and never does it twice.
//!
//! Nothing is installed into the checkout but `node_modules`; tools live in the cache of [`crate::place`]. Where
//! something cannot be installed the problem names it, why it is needed and how to get it.

pub mod chromium;
pub mod debian;
pub mod package;
pub mod tool;
pub mod toolchain;

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use crate::{Result, place, run};
use toolchain::Toolchain;

/// A thing that some commands need and others do not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Need {
    /// rustfmt and clippy.
    Lints,
    /// The npm packages: node, wrangler, esbuild, wasm-opt, the test runners.
    Packages,
    /// The programs that turn crates into WASM bundles.
    Builders,
    /// A browser for the browser tests.
    Chromium,
}

/// What was found or installed. Starts every other program of the project.
#[derive(Debug)]
pub struct Tools {
    toolchain: Toolchain,
    path: OsString,
    chromium: Option<PathBuf>,
}

/// Finds or installs a Rust toolchain with the WASM target, and whatever else is asked for.
pub fn ready(needs: &[Need]) -> Result<Tools> {
    let _held = place::hold(&place::cache().join("set-up.lock"), "setting up")?;
    let toolchain = toolchain::ready()?;
    let mut tools = Tools { path: path_with_tools(&toolchain), toolchain, chromium: None };
    if needs.contains(&Need::Lints) {
        toolchain::lints_ready(&tools)?;
    }
    if needs.contains(&Need::Packages) || needs.contains(&Need::Builders) || needs.contains(&Need::Chromium) {
        package::ready()?;
    }
    if needs.contains(&Need::Builders) {
        tool::all().iter().try_for_each(|tool| tool.ready(&tools))?;
    }
    if needs.contains(&Need::Chromium) {
        tools.chromium = Some(chromium::ready(&tools)?);
    }
    Ok(tools)
}

impl Tools {
    /// A program by name, with the project's own tools in front of the reader's, at the root of the checkout.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = run::command(program);
        command.env("PATH", &self.path);
        if let Some(name) = self.toolchain.name() {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// Cargo under the chosen toolchain.
    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// A program that came with the npm packages, such as `esbuild`.
    pub fn packaged(&self, program: &str) -> Command {
        self.command(package::program(program))
    }

    /// The browser, when it was asked for.
    pub fn chromium(&self) -> Option<&PathBuf> {
        self.chromium.as_ref()
    }

    /// What compiled things depend on beside their sources.
    pub fn identity(&self) -> String {
        let tools: Vec<_> = tool::all().iter().map(|tool| format!("{}-{}", tool.name, tool.version)).collect();
        format!("{} {}", self.toolchain.version(), tools.join(" "))
    }
}

/// Where the reader's own programs are.
pub fn readers_path() -> Vec<PathBuf> {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect()
}

fn path_with_tools(toolchain: &Toolchain) -> OsString {
    let reader = env::var_os("PATH").unwrap_or_default();
    let mut dirs = vec![package::programs()];
    dirs.extend(tool::all().iter().map(tool::Tool::programs));
    dirs.extend(toolchain.programs());
    dirs.extend(readers_path());
    // Only a directory with the separator in its name cannot be joined, and such a one is in no PATH.
    env::join_paths(dirs).unwrap_or(reader)
}
