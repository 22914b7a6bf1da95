//! The Rust toolchain with the `wasm32-unknown-unknown` target: the reader's own, or one made of Debian's packages.
//!
//! One toolchain compiles for the host and for WASM: with two, every dependency would be built twice. There is no
//! `rust-toolchain.toml` on purpose: where rustup cannot download, naming a channel that is missing would keep even
//! `cargo xtask` from starting, and with it this file.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{Tools, debian};
use crate::{Problem, Result, run};

/// The target that widget and Worker are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Under this name rustup knows the toolchain made of Debian's packages.
const LINK: &str = "shopdesk";

/// A toolchain that has the target.
#[derive(Clone, Debug)]
pub struct Toolchain {
    kind: Kind,
    version: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// Whatever cargo the reader has.
    Readers,
    /// Debian's, known to rustup as [`LINK`].
    Linked,
    /// Debian's, on a machine without rustup.
    Debians,
}

impl Toolchain {
    /// What `RUSTUP_TOOLCHAIN` must be, when it must be anything.
    pub fn name(&self) -> Option<&'static str> {
        (self.kind == Kind::Linked).then_some(LINK)
    }

    /// The directory that must come first on `PATH`, where rustup is not there to choose.
    pub fn programs(&self) -> Option<PathBuf> {
        (self.kind == Kind::Debians).then(debian::programs)
    }

    /// All that `rustc -vV` says.
    pub fn version(&self) -> &str {
        &self.version
    }
}

/// Finds the toolchain, or makes it.
pub fn ready() -> Result<Toolchain> {
    if has_wasm(&mut run::command("rustc")) {
        return toolchain(Kind::Readers);
    }
    let rustup = run::found("rustup").is_some();
    let debians = if rustup { Kind::Linked } else { Kind::Debians };
    if debian::std_is_ready() && (!rustup || is_linked()) {
        return toolchain(debians);
    }
    println!("The Rust target {WASM} is missing; widget and Worker are compiled for it.");
    if rustup && rustup_adds_target() {
        return toolchain(Kind::Readers);
    }
    debian::make_std()?;
    if rustup {
        run::captured(run::command("rustup").args(["toolchain", "link", LINK]).arg(debian::PREFIX))?;
    }
    toolchain(debians)
}

/// Finds rustfmt and clippy of that toolchain, or installs them.
pub fn lints_ready(tools: &Tools) -> Result<()> {
    let works = |tool: &str| run::captured(tools.cargo().args([tool, "--version"])).is_ok();
    if works("fmt") && works("clippy") {
        return Ok(());
    }
    println!("Installing rustfmt and clippy, which the checks need.");
    if tools.toolchain.kind == Kind::Readers {
        return run::shown(run::command("rustup").args(["component", "add", "rustfmt", "clippy"])).map_err(|problem| {
            Problem::new(format!("{problem}. Install rustfmt and clippy of your Rust toolchain by hand"))
        });
    }
    debian::install(&["rust-web-clippy", "rustfmt-web"], "the checks need rustfmt and clippy")
}

fn toolchain(kind: Kind) -> Result<Toolchain> {
    let mut toolchain = Toolchain { kind, version: String::new() };
    let mut rustc = match kind {
        Kind::Debians => run::command(debian::programs().join("rustc")),
        Kind::Readers | Kind::Linked => run::command("rustc"),
    };
    if let Some(name) = toolchain.name() {
        rustc.env("RUSTUP_TOOLCHAIN", name);
    }
    toolchain.version = run::captured(rustc.arg("-vV"))?;
    Ok(toolchain)
}

fn has_wasm(rustc: &mut Command) -> bool {
    let sysroot = run::captured(rustc.args(["--print", "sysroot"]));
    // Debian's own is judged by `debian::std_is_ready`, which knows whether its std fits its compiler.
    sysroot.is_ok_and(|root| {
        root.trim() != debian::PREFIX && has_std(&Path::new(root.trim()).join("lib/rustlib").join(WASM))
    })
}

fn has_std(target: &Path) -> bool {
    target.join("lib").read_dir().is_ok_and(|mut files| files.any(|file| file.is_ok()))
}

fn is_linked() -> bool {
    let list = run::captured(run::command("rustup").args(["toolchain", "list"]));
    list.is_ok_and(|list| list.lines().any(|line| line.split_whitespace().next() == Some(LINK)))
}

/// Some machines reach package registries only: there rustup fails at once, or hangs until this gives up.
fn rustup_adds_target() -> bool {
    println!("Asking rustup for it.");
    let added = run::succeeds_within(run::command("rustup").args(["target", "add", WASM]), Duration::from_mins(3));
    if !added {
        println!("rustup cannot download here.");
    }
    added
}
