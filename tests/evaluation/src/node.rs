//! Scripts that run on Node: one request in, one answer out.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Runs a script of this crate. `cargo xtask` puts the project's own Node first on the path.
///
/// # Errors
/// Node is missing, the script failed, or its answer is not of the form.
pub fn ask<T: DeserializeOwned>(script: &str, request: &impl Serialize) -> Result<T, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let mut command = Command::new("node");
    let mut node = command
        .arg(&script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("could not start node: {error}"))?;
    let request = serde_json::to_vec(request).map_err(|error| error.to_string())?;
    if let Some(mut input) = node.stdin.take() {
        input.write_all(&request).map_err(|error| format!("{} does not listen: {error}", script.display()))?;
    }
    let answer = node.wait_with_output().map_err(|error| error.to_string())?;
    if !answer.status.success() {
        return Err(format!("{} failed, see above", script.display()));
    }
    serde_json::from_slice(&answer.stdout).map_err(|error| format!("{}: {error}", script.display()))
}
