//! What a theme gets: the extension's copies of the loader and its texts, and Shopify's own check of all of it.

use std::fs;
use std::path::PathBuf;

use crate::problem::While;
use crate::setup::Tools;
use crate::{Problem, Result, place, run};

const LOADER: &str = "shopify/extensions/shopdesk/assets/shopdesk.js";
const TEXTS: [&str; 2] = ["shopify/locales", "shopify/extensions/shopdesk/locales"];

/// Writes the copies. The loader and the texts have one source each.
pub fn generate(tools: &Tools) -> Result<()> {
    for (path, content) in copies(tools)? {
        fs::write(&path, content).or_say(|| format!("write {}", path.display()))?;
    }
    Ok(())
}

/// Says which copies differ from their source.
pub fn compare(tools: &Tools) -> Result<()> {
    let differs = |(path, content): &(PathBuf, Vec<u8>)| fs::read(path).ok().as_ref() != Some(content);
    let old: Vec<_> = copies(tools)?.into_iter().filter(differs).map(|(path, _)| path.display().to_string()).collect();
    if old.is_empty() {
        return Ok(());
    }
    Err(Problem::new(format!("not what its source gives: {}. `cargo xtask theme` writes it", old.join(", "))))
}

/// Runs theme-check.
pub fn check(tools: &Tools) -> Result<()> {
    run::shown(tools.packaged("node").arg("xtask/theme-check.mjs"))
}

fn copies(tools: &Tools) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut esbuild = tools.packaged("esbuild");
    let loader = run::captured(esbuild.args(["assets/loader.js", "--minify", "--log-level=warning"]))?;
    let mut copies = vec![(place::at(LOADER), format!("{}\n", loader.trim_end()).into_bytes())];
    let [from, to] = TEXTS.map(place::at);
    let files = fs::read_dir(&from).or_say(|| format!("read {}", from.display()))?;
    for file in files.filter_map(std::result::Result::ok) {
        let content = fs::read(file.path()).or_say(|| format!("read {}", file.path().display()))?;
        copies.push((to.join(file.file_name()), content));
    }
    Ok(copies)
}
