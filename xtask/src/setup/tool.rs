//! The programs that cargo builds for us, each once per machine, into the cache by name and version.

use std::fs;
use std::path::PathBuf;

use super::Tools;
use crate::problem::While;
use crate::{Problem, Result, place, run};

/// A program from crates.io at one version.
#[derive(Debug)]
pub struct Tool {
    /// The name of the program.
    pub name: &'static str,
    /// Exactly this version.
    pub version: &'static str,
    package: &'static str,
    flags: &'static [&'static str],
    why: &'static str,
}

const ALL: [Tool; 3] = [
    Tool {
        name: "wasm-bindgen",
        // Must equal the version of the crate in Cargo.lock, which the workspace manifest pins.
        version: "0.2.130",
        package: "wasm-bindgen-cli",
        flags: &[],
        why: "it writes the JavaScript beside each WASM module (about 2 minutes)",
    },
    Tool {
        name: "worker-build",
        version: "0.8.7",
        package: "worker-build",
        flags: &[],
        why: "it bundles the Worker (about 4 minutes)",
    },
    Tool {
        name: "trunk",
        // Not the newest: 0.22.1 wants a newer rustc than some of the toolchains that this must build with.
        version: "0.21.14",
        package: "trunk",
        flags: &["--no-default-features", "--features", "rustls"],
        why: "it builds the widget (about 6 minutes)",
    },
];

/// Nothing that is shipped needs it, so it is built for whoever fuzzes.
const FUZZER: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    package: "cargo-fuzz",
    flags: &[],
    why: "it runs the fuzzer (about a minute)",
};

/// The fuzzer's driver.
pub fn fuzzer() -> &'static Tool {
    &FUZZER
}

/// All that building needs, in the order in which they are built.
pub fn all() -> &'static [Tool] {
    &ALL
}

impl Tool {
    /// The directory of the program.
    pub fn programs(&self) -> PathBuf {
        self.home().join("bin")
    }

    /// The program itself.
    pub fn program(&self) -> PathBuf {
        self.programs().join(self.name)
    }

    /// Builds the tool unless the cache has it.
    pub fn ready(&self, tools: &Tools) -> Result<()> {
        if self.program().is_file() {
            return Ok(());
        }
        println!("Building {} {}, once per machine: {}.", self.name, self.version, self.why);
        // Built beside its place and moved there at the end, so that what is interrupted is never taken for whole.
        let partial = place::cache().join(format!("{}-{}.partial", self.name, self.version));
        let _ = fs::remove_dir_all(&partial);
        // The lock file of a tool may name a patch release that a registry mirror does not have yet.
        let locked = run::shown(self.install(tools, &partial).arg("--locked"));
        locked.or_else(|_| run::shown(&mut self.install(tools, &partial))).map_err(|problem| {
            Problem::new(format!("{problem}. {} {} is needed: {}", self.name, self.version, self.why))
        })?;
        fs::rename(&partial, self.home()).or_say(|| format!("move {} into the cache", self.name))
    }

    fn install(&self, tools: &Tools, root: &PathBuf) -> std::process::Command {
        let mut cargo = tools.cargo();
        cargo.args(["install", self.package, "--version", self.version]).args(self.flags).arg("--root").arg(root);
        // Half the time of an ordinary release build; the tools are used for seconds.
        let quick =
            [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "false"), ("STRIP", "true")];
        for (name, value) in quick {
            cargo.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
        }
        // Outside the checkout, so that the checkout's own cargo settings do not apply.
        cargo.env_remove("CARGO_TARGET_DIR").current_dir(place::cache());
        cargo
    }

    fn home(&self) -> PathBuf {
        place::cache().join(format!("{}-{}", self.name, self.version))
    }
}
