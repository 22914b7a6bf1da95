//! `cargo xtask train --vectors`: which words are used alike, as the desk reads it, made by a public sentence encoder.
//!
//! A sentence encoder reads each word, and each phrase of the lexicon, as a text of its own; of what it makes of them the
//! principal components are kept. Not made with the other tables: the encoder is 83 MB from the package registry, and
//! reading takes minutes.

mod encoder;
mod package;
mod pieces;
mod principal;

use std::collections::{BTreeMap, BTreeSet};

use desk::language::Language;
use desk::retrieval::lexicon::{Lexicon, Nearness, name_hash};
use desk::retrieval::phrase;
use desk::retrieval::vectors::{DIMENSIONS, NORM};

use crate::lexicon::{self, Entry};
use crate::model::Model;
use encoder::Encoder;
use principal::Principal;

/// A term: what it weighs in a text, between nothing and one, and its vector.
type Term = (f64, Vec<f64>);

/// The first words of a concept are its own; what follows is said by some, or of something near.
fn weight_of_place(place: usize) -> f64 {
    1.0 / (1.0 + float(place))
}

/// How much the word of this rank says of a text: little where every text has it. (Arora, Liang and Ma, "A Simple but
/// Tough-to-Beat Baseline for Sentence Embeddings", with frequencies by Zipf's law.)
fn weight_of_rank(rank: usize) -> f64 {
    let share = 1.0 / ((float(rank) + 2.7) * 10.5);
    0.001 / (0.001 + share)
}

/// Makes the table. The same on every machine but for the last bits of a few numbers.
///
/// # Panics
/// Where the package cannot be had, or is another than it was.
pub fn make() -> Model {
    let encoder = Encoder::read(&package::folder());
    let entries = lexicon::entries();
    let mut words = encoder.pieces.words();
    let known: BTreeSet<&String> = words.iter().collect();
    let more: BTreeSet<String> =
        entries.iter().flat_map(english).flat_map(parts).filter(|word| !known.contains(word)).collect();
    words.extend(more);
    let vectors = encoder.embed(&words);
    let principal = Principal::of(&vectors, DIMENSIONS);
    let vectors: Vec<Vec<f64>> = vectors.iter().map(|vector| principal.reduced(vector)).collect();
    let phrases: Vec<String> = entries.iter().flat_map(english).map(str::to_owned).collect();
    let meant = encoder.embed(&phrases).into_iter().map(|vector| principal.reduced(&vector));
    let mut terms = of_stems(&words, &vectors);
    terms.extend(of_concepts(&entries, meant));
    let count = u32::try_from(terms.len()).expect("fewer than that");
    let mut bytes = Vec::from(count.to_le_bytes());
    bytes.extend(terms.keys().flat_map(|hash| hash.to_le_bytes()));
    bytes.extend(terms.values().flat_map(|(weight, row)| {
        let numbers = row.iter().map(|value| packed(*value, NORM.into()).cast_unsigned());
        numbers.chain([packed(*weight, 127.0).cast_unsigned()]).collect::<Vec<u8>>()
    }));
    let report = format!("vectors: {count} terms, {} bytes", bytes.len());
    Model { name: "vectors.bin", bytes, report }
}

/// One row for each stem: the mean of its words, the commonest first.
fn of_stems(words: &[String], vectors: &[Vec<f64>]) -> BTreeMap<u32, Term> {
    let mut stems: BTreeMap<u32, Term> = BTreeMap::new();
    for (rank, (word, vector)) in words.iter().zip(vectors).enumerate() {
        let stem = phrase(word, Language::En);
        // "Two" is used like "three", and is another number.
        if stem.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let (_, sum) = stems.entry(name_hash(&stem)).or_insert_with(|| (weight_of_rank(rank), vec![0.0; DIMENSIONS]));
        add(sum, vector, 1.0 / (float(rank) + 50.0));
    }
    stems.into_iter().map(|(hash, (weight, row))| (hash, (weight, unit(row)))).collect()
}

/// One row for each concept, of its English phrases; they come in the order of the lexicon.
fn of_concepts(entries: &[Entry], phrases: impl IntoIterator<Item = Vec<f64>>) -> BTreeMap<u32, Term> {
    let lexicon = Lexicon::ours();
    let mut phrases = phrases.into_iter();
    let concept = |entry: &Entry| {
        let mut sum = vec![0.0; DIMENSIONS];
        for (place, phrase) in phrases.by_ref().take(english(entry).count()).enumerate() {
            add(&mut sum, &phrase, weight_of_place(place));
        }
        let term = lexicon.term(lexicon.named(&entry.name)?, Nearness::Itself);
        sum.iter().any(|value| *value != 0.0).then(|| (name_hash(&term), (1.0, unit(sum))))
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
fn packed(value: f64, one: f64) -> i8 {
    (value * one).round().clamp(-127.0, 127.0) as i8
}

#[allow(clippy::cast_precision_loss, reason = "a small number")]
fn single(count: usize) -> f32 {
    count as f32
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
