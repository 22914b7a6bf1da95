//! Needs: `desk/lexicon/needs.txt`, made into the table that the desk reads.

use std::collections::HashMap;
use std::fs;

use desk::language::Language;
use desk::retrieval::lexicon::hash;
use desk::retrieval::needs::{ANSWERS, OR, place};
use desk::retrieval::phrase;

use crate::lexicon::{Entry, entries, folder, parse};
use crate::model::Model;

/// Makes the table.
///
/// # Panics
/// On a line that is none, or a group that does not exist, naming it.
pub fn make() -> Model {
    let text = fs::read_to_string(folder().join("needs.txt")).unwrap_or_else(|error| panic!("needs.txt: {error}"));
    let (needs, groups): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.contains('>'));
    let needs: Vec<&str> = needs.into_iter().filter(|line| !line.starts_with('#')).collect();
    let groups = parse(&groups.join("\n"));
    let bytes = table(&needs, &groups);
    let report = format!("needs: {} of {} groups, {} bytes", needs.len(), groups.len(), bytes.len());
    Model { name: "needs.bin", bytes, report }
}

/// Lays the table out, see `desk::retrieval::needs`.
fn table(needs: &[&str], groups: &[Entry]) -> Vec<u8> {
    let lexicon = entries();
    let mut places: HashMap<&str, u16> = HashMap::new();
    for (index, entry) in lexicon.iter().chain(groups).enumerate() {
        let index = u16::try_from(index).expect("fewer groups than that");
        assert!(index < OR, "more groups than a need can name");
        places.entry(&entry.name).or_insert(index);
    }
    let named = |name: &str| *places.get(name).unwrap_or_else(|| panic!("there is no {name}"));
    let mut words: Vec<(u32, u16)> = Vec::new();
    for group in groups {
        let said = |(language, word): &(Language, String)| {
            (place(hash([phrase(word, *language).as_str()]), *language), named(&group.name))
        };
        words.extend(group.words.iter().map(said));
    }
    words.sort_unstable();
    words.dedup();
    let mut before = 0;
    let distances = words.iter().map(|(at, _)| {
        let distance = u16::try_from(at - before).expect("words stand near enough");
        before = *at;
        distance
    });
    let distances: Vec<[u8; 2]> = distances.map(u16::to_le_bytes).collect();
    let mut named_by_words: Vec<u16> = words.iter().map(|(_, group)| *group).collect();
    named_by_words.sort_unstable();
    named_by_words.dedup();
    let place_of = |group: &u16| named_by_words.binary_search(group).expect("one of them");
    let counts = [named_by_words.len(), words.len()].map(|count| u16::try_from(count).expect("few words"));
    let mut bytes: Vec<u8> = counts.iter().chain(&named_by_words).flat_map(|number| number.to_le_bytes()).collect();
    bytes.extend(distances.iter().map(|[lower, _]| lower));
    bytes.extend(distances.iter().map(|[_, upper]| upper));
    bytes.extend(words.iter().map(|(_, group)| u8::try_from(place_of(group)).expect("few groups")));
    let mut numbers = Vec::new();
    for need in needs {
        let (told, answers) = need.split_once('>').unwrap_or_else(|| panic!("nothing answers: {need}"));
        for slot in told.split('+') {
            let alternatives: Vec<&str> = slot.split('|').map(str::trim).collect();
            let more = |index: usize| if index + 1 < alternatives.len() { OR } else { 0 };
            numbers.extend(alternatives.iter().enumerate().map(|(index, name)| named(name) | more(index)));
        }
        numbers.extend(answers.split([',', '~']).map(|name| named(name.trim()) | ANSWERS));
    }
    bytes.extend(numbers.into_iter().flat_map(u16::to_le_bytes));
    bytes
}
