//! Where things are: in the checkout, and in the cache that all checkouts of one reader share.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::problem::While;

/// The root of the checkout that this was compiled in.
pub fn root() -> &'static Path {
    // A literal parent of an absolute path: there always is one.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A path below the root of the checkout.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The cache outside the checkout, where tools live by name and version: `$XDG_CACHE_HOME/shopdesk`.
pub fn cache() -> PathBuf {
    let home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache");
    let caches = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty());
    caches.map_or_else(home, PathBuf::from).join("shopdesk")
}

/// Holds a lock file until dropped, so that two commands never install or build the same thing at once.
#[derive(Debug)]
pub struct Held(#[allow(dead_code, reason = "held for its lock, which ends with it")] File);

/// Waits for the lock `path`, saying so when it is taken.
pub fn hold(path: &Path, doing: &str) -> Result<Held> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).or_say(|| format!("make {}", parent.display()))?;
    }
    let file = File::create(path).or_say(|| format!("open {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("waiting for another command that is {doing}");
        file.lock().or_say(|| format!("lock {}", path.display()))?;
    }
    Ok(Held(file))
}
