//! The databases of a new state: migrated once per version of the migrations, then copied, as wrangler takes seconds.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::worker;
use crate::problem::While;
use crate::{Result, place, run};

const STAMP: &str = "migrations.txt";

/// Brings the state in `dir` to the migrations of the checkout.
pub fn apply(dir: &Path) -> Result<()> {
    let version = version()?;
    if fs::read_to_string(dir.join(STAMP)).is_ok_and(|stamp| stamp == version) {
        return Ok(());
    }
    if dir.exists() {
        return migrate(dir, &version);
    }
    let _held = place::hold(&place::at("target/stack/migrations.lock"), "migrating a database")?;
    let template = place::at("target/stack/migrated").join(&version);
    if !template.join(STAMP).exists() {
        // Of another version, or interrupted.
        let _ = fs::remove_dir_all(place::at("target/stack/migrated"));
        migrate(&template, &version)?;
    }
    copy(&template, dir)
}

fn migrate(dir: &Path, version: &str) -> Result<()> {
    for database in ["DB", "CATALOG"] {
        let mut command = worker::wrangler();
        command.args(["d1", "migrations", "apply", database, "--local", "--persist-to"]).arg(dir);
        run::captured(&mut command)?;
    }
    fs::write(dir.join(STAMP), version).or_say(|| format!("write into {}", dir.display()))
}

fn version() -> Result<String> {
    let mut paths = Vec::new();
    for dir in ["edge-worker/migrations", "edge-worker/migrations-catalog"].map(place::at) {
        let files = fs::read_dir(&dir).or_say(|| format!("read {}", dir.display()))?;
        paths.extend(files.filter_map(|file| Some(file.ok()?.path())));
    }
    paths.sort();
    let mut hasher = DefaultHasher::new();
    for path in paths {
        path.file_name().hash(&mut hasher);
        fs::read(&path).or_say(|| format!("read {}", path.display()))?.hash(&mut hasher);
    }
    // The identity of a database is part of the name of its file.
    fs::read(place::at("wrangler.toml")).or_say(|| "read wrangler.toml".into())?.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).or_say(|| format!("make {}", to.display()))?;
    for entry in fs::read_dir(from).or_say(|| format!("read {}", from.display()))?.filter_map(std::result::Result::ok) {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).or_say(|| format!("copy {}", source.display()))?;
        }
    }
    Ok(())
}
