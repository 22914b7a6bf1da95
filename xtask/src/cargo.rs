//! What cargo says of the workspace.

use serde_json::Value;

use crate::problem::While;
use crate::setup::Tools;
use crate::{Result, run};

/// A crate of the workspace and the crates it names in its manifest, whatever they are used for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// The names of its dependencies, ordinary, development and build.
    pub dependencies: Vec<String>,
}

/// The crates of the workspace.
pub fn packages(tools: &Tools) -> Result<Vec<Package>> {
    let text = run::captured(tools.cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&text).or_say(|| "read what `cargo metadata` said".into())?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(packages.map(|package| Package { name: word(package), dependencies: names(&package["dependencies"]) }).collect())
}

fn names(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(word).collect()
}

fn word(value: &Value) -> String {
    value["name"].as_str().unwrap_or_default().to_owned()
}
