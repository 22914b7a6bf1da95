//! The lexicon of the shop: `desk/lexicon/things.txt`, `traits.txt` and `services.txt`, made into the table that the desk reads.
//!
//! One concept a line: `name < broader, broader | en: words, words | de: words`. Words are phrases of up to four words
//! in their dictionary form.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use desk::language::Language;
use desk::retrieval::lexicon::{LONGEST_PHRASE, NONE, hash, name_hash};
use desk::retrieval::{is_doing, phrase};

use crate::model::Model;

/// One line of the lexicon.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Entry {
    pub name: String,
    pub broader: Vec<String>,
    pub words: Vec<(Language, String)>,
}

/// Concepts right above one that the table has room for.
const MOST_BROADER: usize = 2;

/// Makes the table.
///
/// # Panics
/// On a line that is none, a name that stands twice, or a broader concept that does not exist, naming it.
pub fn make() -> Model {
    let [things, traits, services] = files();
    let ends = [things.len(), things.len() + traits.len()];
    let entries = [things, traits, services].concat();
    let bytes = table(&entries, ends);
    let words: usize = entries.iter().map(|entry| entry.words.len()).sum();
    let report = format!("lexicon: {} concepts, {words} words, {} bytes", entries.len(), bytes.len());
    Model { name: "lexicon.bin", bytes, report }
}

/// Every concept, as they stand in the table.
pub fn entries() -> Vec<Entry> {
    files().concat()
}

/// Where its files are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../desk/lexicon")
}

/// Things, traits and services.
fn files() -> [Vec<Entry>; 3] {
    let read = |name: &str| fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    ["things.txt", "traits.txt", "services.txt"].map(|name| parse(&read(name)))
}

/// Reads one file.
///
/// # Panics
/// On a line that is none.
pub fn parse(text: &str) -> Vec<Entry> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(entry).collect()
}

fn entry(line: &str) -> Entry {
    let mut sections = line.split('|');
    let head = sections.next().unwrap_or_default();
    let (name, broader) = head.split_once('<').unwrap_or((head, ""));
    let mut words = Vec::new();
    for section in sections {
        let (code, list) = section.split_once(':').unwrap_or_else(|| panic!("no language: {line}"));
        let language = Language::parse(code.trim()).unwrap_or_else(|| panic!("unknown language: {line}"));
        words.extend(listed(list).map(|word| (language, word)));
    }
    Entry { name: name.trim().to_owned(), broader: listed(broader).collect(), words }
}

fn listed(list: &str) -> impl Iterator<Item = String> + '_ {
    list.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty())
}

/// Lays the table out, see `desk::retrieval::lexicon`.
fn table(entries: &[Entry], ends: [usize; 2]) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).expect("fewer concepts than that");
    let mut places: HashMap<&str, u16> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        assert!(places.insert(&entry.name, short(index)).is_none(), "{} stands twice", entry.name);
    }
    let mut bytes = Vec::new();
    bytes.extend(short(entries.len()).to_le_bytes());
    bytes.extend(ends.into_iter().flat_map(|end| short(end).to_le_bytes()));
    for entry in entries {
        bytes.extend(name_hash(&entry.name).to_le_bytes());
        assert!(entry.broader.len() <= MOST_BROADER, "{}: more broader concepts than {MOST_BROADER}", entry.name);
        let above = |index: usize| {
            entry.broader.get(index).map_or(NONE, |name| {
                *places.get(name.as_str()).unwrap_or_else(|| panic!("{}: there is no {name}", entry.name))
            })
        };
        bytes.extend((0..MOST_BROADER).flat_map(|index| above(index).to_le_bytes()));
    }
    let of_language = Language::ALL.map(|language| words_of(entries, ends[0], language));
    bytes.extend(of_language.iter().flat_map(|rows| u32::try_from(rows.len()).expect("few words").to_le_bytes()));
    for (hash, concept) in of_language.into_iter().flatten() {
        bytes.extend(hash.to_le_bytes());
        bytes.extend(concept.to_le_bytes());
    }
    bytes
}

/// Hashes of all words of a language with their concepts, in order. "Backpacking" has the stem of a backpack, and stands as
/// it is written.
fn words_of(entries: &[Entry], things: usize, language: Language) -> Vec<(u32, u16)> {
    let spoken = |entry: &Entry| {
        let spoken = entry.words.iter().filter(|(of, _)| *of == language).map(|(_, word)| word.clone());
        spoken.collect::<Vec<_>>()
    };
    let named = entries[..things].iter().flat_map(spoken).filter(|word| !is_doing(word));
    let stems_of_things: HashSet<String> = named.map(|word| phrase(&word, language)).collect();
    let mut words = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let own = spoken(entry).into_iter().map(|word| match phrase(&word, language) {
            stem if index >= things && is_doing(&word) && stems_of_things.contains(&stem) => word,
            stem => stem,
        });
        let own = own.filter(|phrase| (1..=LONGEST_PHRASE).contains(&phrase.split(' ').count()));
        words.extend(own.map(|phrase| (hash([phrase.as_str()]), u16::try_from(index).expect("few concepts"))));
    }
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use desk::retrieval::lexicon::Lexicon;

    use super::*;

    #[test]
    fn what_is_written_is_found() {
        let text = "# note\nhat | en: hat | de: Hut, Mütze\nbeanie < hat | en: beanie, woolly hat\n";
        let bytes = table(&parse(text), [2, 2]);
        let lexicon = Lexicon::read(&bytes).expect("a table");
        let meant = |words: &str, language| lexicon.meanings(hash([phrase(words, language).as_str()]), language);
        let hat = meant("hats", Language::En);
        assert_eq!(hat.len(), 1);
        assert_eq!(meant("Mützen", Language::De), hat);
        assert_eq!(meant("Mütze", Language::En), []);
        let beanie = meant("woolly hats", Language::En);
        assert_eq!(lexicon.broader(beanie[0]), hat);
        assert!(lexicon.is_thing(hat[0]));
    }
}
