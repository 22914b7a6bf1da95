//! The phrases that the desk learns from: `desk/phrases/{what}/{language}/{label}.txt`.
//!
//! One phrase a line. `[persona]` on a line of its own says who would write what follows. ` ++ other_label` at the end of
//! a line says that the phrase has another label besides.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use desk::message::Message;

/// One phrase.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phrase {
    pub text: String,
    pub label: String,
    pub also: Vec<String>,
    /// Empty where the file has no personas.
    pub persona: String,
    pub language: String,
}

/// Where the phrases are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../desk/phrases")
}

/// Reads all phrases of one kind, in the order of their files.
///
/// # Panics
/// Where a file cannot be read, naming it.
pub fn read_all(folder: &Path) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for language in sorted(folder) {
        for file in sorted(&language) {
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let name = |path: &Path| path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            phrases.extend(parse(&text, &name(&file), &name(&language)));
        }
    }
    phrases
}

/// Reads one file.
pub fn parse(text: &str, label: &str, language: &str) -> Vec<Phrase> {
    let mut persona = String::new();
    let mut phrases = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            name.clone_into(&mut persona);
            continue;
        }
        let (text, also) = line.rsplit_once(" ++ ").unwrap_or((line, ""));
        phrases.push(Phrase {
            text: text.trim().to_owned(),
            label: label.to_owned(),
            also: also.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
            persona: persona.clone(),
            language: language.to_owned(),
        });
    }
    phrases
}

/// Pairs of phrases that say the same but for spelling marks and the order of words, one of them under another label
/// or held back for calibration: either misleads. Each pair as text.
pub fn near_duplicates(phrases: &[Phrase], is_held_back: impl Fn(&Phrase) -> bool) -> Vec<String> {
    let mut first: HashMap<(&str, String), &Phrase> = HashMap::new();
    let mut found = Vec::new();
    for phrase in phrases {
        let message = Message::parse(&phrase.text);
        let mut words: Vec<&str> = message.words().collect();
        words.sort_unstable();
        let other = *first.entry((phrase.language.as_str(), words.join(" "))).or_insert(phrase);
        if other.label != phrase.label || is_held_back(other) != is_held_back(phrase) {
            found.push(format!(
                "{} {}: {} = {}: {}",
                phrase.language, other.label, other.text, phrase.label, phrase.text
            ));
        }
    }
    found
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_personas_phrases_and_second_labels() {
        let read =
            parse("# note\n[terse]\ncancel ++ change_order, refund_policy\n\n[angry]\nstop it\n", "cancel_order", "en");
        let shown: Vec<_> = read.iter().map(|p| (p.text.as_str(), p.persona.as_str(), p.also.len())).collect();
        assert_eq!(shown, [("cancel", "terse", 2), ("stop it", "angry", 0)]);
    }
}
