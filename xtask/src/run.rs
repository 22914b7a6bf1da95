//! Running other programs: shown, captured, or limited in time.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::place;
use crate::problem::{Problem, Result, While};

/// A command without what the cargo and the rustup that started xtask left in the environment: these would tie
/// every cargo that is started from here to the reader's toolchain.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        let of_cargo = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|start| name.starts_with(start));
        if of_cargo || ["CARGO", "RUST_RECURSION_COUNT"].contains(&name.as_ref()) {
            command.env_remove(name.as_ref());
        }
    }
    if let Some(libraries) = env::var_os("LD_LIBRARY_PATH") {
        command.env("LD_LIBRARY_PATH", without_cargos(&libraries));
    }
    command
}

/// Runs with output shown; an exit code other than zero is a problem.
pub fn shown(command: &mut Command) -> Result<()> {
    let status = command.status().or_say(|| format!("start {}", name(command)))?;
    if status.success() { Ok(()) } else { Err(Problem::new(format!("{} failed ({status})", name(command)))) }
}

/// Runs silently and returns what was printed. On failure the problem carries the output.
pub fn captured(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().or_say(|| format!("start {}", name(command)))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned());
    Err(Problem::new(format!("{} failed ({})\n{}", name(command), output.status, said.join("\n"))))
}

/// Runs silently and says whether it ended well within `limit`; it is killed when it does not.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = quiet.spawn() else { return false };
    let start = Instant::now();
    while start.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(_) => return false,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// What a program printed while it was shown.
#[derive(Debug)]
pub struct Told {
    /// Whether it exited with zero.
    pub ok: bool,
    /// Its standard output, where test runners print their summaries.
    pub text: String,
}

/// Runs with output shown, and keeps a copy of standard output.
pub fn told(command: &mut Command) -> Result<Told> {
    let mut child = command.stdout(Stdio::piped()).spawn().or_say(|| format!("start {}", name(command)))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.or_say(|| format!("read from {}", name(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
        let _ = std::io::stdout().flush();
    }
    let status = child.wait().or_say(|| format!("wait for {}", name(command)))?;
    Ok(Told { ok: status.success(), text })
}

/// Where `program` is on the reader's `PATH`.
pub fn found(program: &str) -> Option<std::path::PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// The program and its first arguments, as a person would name it.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let words = command.get_args().take(3).map(|word| word.to_string_lossy().into_owned());
    std::iter::once(program).chain(words).collect::<Vec<_>>().join(" ")
}

/// `cargo run` puts the target directory and its toolchain's libraries in front; another toolchain must not see them.
fn without_cargos(libraries: &OsString) -> OsString {
    let kept = env::split_paths(libraries).filter(|path| {
        let path = path.to_string_lossy();
        !path.contains("/target/") && !path.contains("/rustlib/") && !path.contains("/toolchains/")
    });
    env::join_paths(kept).unwrap_or_default()
}
