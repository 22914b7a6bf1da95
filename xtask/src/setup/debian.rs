//! A toolchain with the WASM target where rustup cannot download: Debian's, with a standard library built from
//! Debian's own source package.
//!
//! Debian's security suite carries a current rustc under the `-web` names, which browsers are built with. Its
//! version is never pinned, as the suite moves; a stamp beside the standard library tells which compiler it fits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::toolchain::WASM;
use crate::problem::While;
use crate::{Problem, Result, place, run};

/// Where Debian installs its toolchain.
pub const PREFIX: &str = "/usr";

const STAMP: &str = "shopdesk-std.txt";
const COMPILER: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// Where its programs are.
pub fn programs() -> PathBuf {
    Path::new(PREFIX).join("bin")
}

/// Whether a standard library for WASM is there and was built by the compiler that is there now.
pub fn std_is_ready() -> bool {
    let built_by = fs::read_to_string(std_dir().join(STAMP));
    let Ok(version) = version() else { return false };
    built_by.is_ok_and(|built_by| built_by == version)
}

/// Installs the compiler and builds the standard library; about two minutes, once per machine.
pub fn make_std() -> Result<()> {
    let why = format!("a Rust compiler with the {WASM} target is needed to build the widget and the Worker");
    install(&COMPILER, &why)?;
    let version = version()?;
    let linker = format!("lld-{}", field(&version, "LLVM version: ").split('.').next().unwrap_or_default());
    install(&[&linker], "it links WASM")?;
    println!("Building Rust's standard library for {WASM} from its source package (about a minute, once).");
    let scratch = place::cache().join("wasm-std");
    let built = build_std(&scratch)?;
    let linkers = rustlib().join(field(&version, "host: ")).join("bin");
    for dir in [&std_dir(), &linkers] {
        run::captured(privileged("mkdir")?.arg("-p").arg(dir))?;
    }
    run::captured(privileged("cp")?.args(&built).arg(std_dir()))?;
    run::captured(privileged("ln")?.arg("-sf").arg(programs().join(&linker)).arg(linkers.join("rust-lld")))?;
    let stamp = place::cache().join(STAMP);
    fs::write(&stamp, &version).or_say(|| format!("write {}", stamp.display()))?;
    run::captured(privileged("cp")?.arg(&stamp).arg(std_dir().join(STAMP)))?;
    let _ = fs::remove_dir_all(scratch);
    Ok(())
}

/// Installs packages, unless they are installed. `why` reads on from a list of their names.
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let missing: Vec<_> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if run::found("apt-get").is_none() {
        return Err(Problem::new(format!(
            "missing: {names}: {why}. These are Debian packages and this system has no apt-get. Where rustup can \
             download, `rustup target add {WASM}` replaces the compiler packages; install the rest by your system's means"
        )));
    }
    println!("Installing {names}: {why}.");
    let mut update = privileged("apt-get")?;
    // A source that does not answer is no reason to stop: the packages may come from another.
    let _ = run::captured(update.args(["update", "-qq"]));
    let mut command = privileged("apt-get")?;
    // Debian's compiler conflicts with a rustup of Debian's: the reader's toolchain is never removed for ours.
    command.args(["install", "-y", "-qq", "--no-install-recommends", "--no-remove"]).args(&missing);
    run::captured(command.env("DEBIAN_FRONTEND", "noninteractive")).map(drop).map_err(|problem| {
        Problem::new(format!(
            "could not install {names}: {why}.\n{problem}\nThey are in Debian 12 and later with its security suite. \
             Install them by hand, or use a machine where rustup can download"
        ))
    })
}

/// A command as root: as it is, or through sudo where that asks for no password.
fn privileged(program: &str) -> Result<Command> {
    if run::captured(run::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Ok(run::command(program));
    }
    let mut sudo = run::command("sudo");
    if run::captured(sudo.args(["-n", "true"])).is_err() {
        return Err(Problem::new(format!(
            "`{program}` must run as root to install Debian packages, and sudo is missing or asks for a password. \
             Run `sudo -v` first and start this command again, or install these packages yourself: {} \
             (then run this as root once)",
            COMPILER.join(" ")
        )));
    }
    let mut command = run::command("sudo");
    command.args(["-n", program]);
    Ok(command)
}

/// Compiles the standard library from an empty crate in `dir` and returns the compiled libraries.
fn build_std(dir: &Path) -> Result<Vec<PathBuf>> {
    let _ = fs::remove_dir_all(dir);
    let write = |file: &str, text: &str| fs::write(dir.join(file), text).or_say(|| format!("write {file}"));
    fs::create_dir_all(dir.join("src")).or_say(|| format!("make {}", dir.display()))?;
    write("Cargo.toml", "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n")?;
    write("src/lib.rs", "#![no_std]\n")?;
    let mut cargo = run::command(programs().join("cargo"));
    cargo.current_dir(dir).args([
        "build",
        "--release",
        "--target",
        WASM,
        "-Zbuild-std=std,panic_abort,proc_macro,test",
    ]);
    // The source package is unstable by its nature. Without bitcode in it, fat LTO of the widget would fail.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes").env("RUSTC", programs().join("rustc"));
    run::shown(cargo.env("CARGO_TARGET_DIR", dir.join("target")))?;
    let deps = dir.join("target").join(WASM).join("release/deps");
    let files = fs::read_dir(&deps).or_say(|| format!("read {}", deps.display()))?;
    let is_std = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rlib") && !name.starts_with("libempty-")
    };
    Ok(files.filter_map(|file| Some(file.ok()?.path())).filter(is_std).collect())
}

fn is_installed(package: &str) -> bool {
    let status = run::captured(run::command("dpkg-query").args(["-W", "-f", "${Status}", package]));
    status.is_ok_and(|status| status.ends_with("ok installed"))
}

fn version() -> Result<String> {
    run::captured(run::command(programs().join("rustc")).arg("-vV"))
}

fn field<'a>(version: &'a str, name: &str) -> &'a str {
    version.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default()
}

fn rustlib() -> PathBuf {
    Path::new(PREFIX).join("lib/rustlib")
}

fn std_dir() -> PathBuf {
    rustlib().join(WASM).join("lib")
}
