//! Remembers from which sources something was built, by their contents: a fresh checkout of the same sources, whose
//! files are all new, builds nothing again.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::problem::While;
use crate::{Result, place};

/// The sources of one built thing, and the files that building leaves.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    sources: String,
    outputs: Vec<PathBuf>,
}

/// Directories that are built, not written.
const BUILT: [&str; 4] = ["build", "target", "node_modules", "dist"];

impl Stamp {
    /// `sources` are files or whole directories below the root; `with` is whatever else the outcome depends on.
    pub fn of(name: &str, sources: &[&str], with: &str, outputs: &[&str]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        with.hash(&mut hasher);
        sources.iter().try_for_each(|source| hash(&place::at(source), &mut hasher))?;
        Ok(Self {
            file: place::at("target/stamps").join(name),
            sources: format!("{:016x}\n", hasher.finish()),
            outputs: outputs.iter().map(|output| place::at(output)).collect(),
        })
    }

    /// Whether what was built last was built from just these sources, and is still there.
    pub fn is_current(&self) -> bool {
        self.outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.file).is_ok_and(|sources| sources == self.sources)
    }

    /// Remembers these sources.
    pub fn keep(&self) -> Result<()> {
        let dir = place::at("target/stamps");
        fs::create_dir_all(&dir).or_say(|| format!("make {}", dir.display()))?;
        fs::write(&self.file, &self.sources).or_say(|| format!("write {}", self.file.display()))
    }
}

/// A source that does not exist counts like an empty one.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path).or_say(|| format!("read {}", path.display()))?;
        let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        let is_written = |path: &&PathBuf| !BUILT.iter().any(|built| path.ends_with(built));
        return paths.iter().filter(is_written).try_for_each(|path| hash(path, hasher));
    }
    path.hash(hasher);
    fs::read(path).unwrap_or_default().hash(hasher);
    Ok(())
}
