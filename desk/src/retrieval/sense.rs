//! What a whole question, or a whole text, is about: the mean of what its terms mean.
//!
//! It knows nothing of which words are the thing and which are its surroundings, so it never says that something fits.
//! It brings candidates that share no word with the question, orders what fits, and makes a guess where nothing does.

use super::document::Candidate;
use super::lexicon::{Lexicon, Nearness, name_hash, nearness_of};
use super::query::{Query, Role};
use super::vectors::{Mean, Vectors};
use crate::language::Language;

/// Meanings that are looked for beside those of the question's own words.
const MEANINGS: usize = 12;

/// Terms of a description that are read as half a sentence.
const HALF_SENTENCE: usize = 8;

/// The terms of what shops sell or do that comes nearest to what a question is about, nearest first.
pub fn near_terms(query: &Query) -> Vec<String> {
    let near = || {
        let vectors = Vectors::ours()?;
        let asked = of_query(query, vectors)?;
        let lexicon = Lexicon::ours();
        let likeness = |term: String| {
            let mut mean = Mean::default();
            mean.add(vectors, name_hash(&term));
            Some((asked.likeness(&mean.finished()?), term))
        };
        let terms = lexicon.all().map(|concept| lexicon.term(concept, Nearness::Itself));
        let mut near: Vec<(f32, String)> = terms.filter_map(likeness).collect();
        near.sort_unstable_by(|(a, _), (b, _)| b.total_cmp(a));
        Some(near)
    };
    near().unwrap_or_default().into_iter().take(MEANINGS).map(|(_, term)| term).collect()
}

/// What a question is about; `None` where none of its words has a vector.
pub(super) fn of_query(query: &Query, vectors: Vectors<'_>) -> Option<Mean> {
    let lexicon = Lexicon::ours();
    let mut mean = Mean::default();
    for want in &query.wants {
        if want.is_negated || matches!(want.role, Role::Size | Role::Topic) {
            continue;
        }
        // Of what answers a need, the best: all of it together would be about everything.
        let told = if want.is_need { 1 } else { want.unit.concepts.len() };
        for concept in want.unit.concepts.iter().take(told) {
            mean.add(vectors, name_hash(&lexicon.term(*concept, Nearness::Itself)));
        }
        if query.language == Language::En {
            for stem in &want.unit.stems {
                mean.add(vectors, name_hash(stem));
            }
        }
    }
    mean.finished()
}

/// How near a text comes to what was asked, between nothing and one: as a whole, by its name, and by the sentence that
/// comes nearest.
pub(super) fn likeness(asked: &Mean, candidate: &Candidate, vectors: Vectors<'_>) -> f32 {
    let is_english = candidate.language == Language::En;
    let is_read = |term: &&str| nearness_of(term).map_or(is_english, |nearness| nearness == Nearness::Itself);
    let of = |terms: &[&str]| {
        let mut mean = Mean::default();
        for term in terms.iter().filter(|term| is_read(term)) {
            mean.add(vectors, name_hash(term));
        }
        mean
    };
    let of_text = |text: &str| of(&text.split(' ').collect::<Vec<_>>());
    let near = |means: &[&Mean]| {
        let mut sum = Mean::default();
        for mean in means {
            sum.join(mean);
        }
        sum.finished().map_or(0.0, |sum| asked.likeness(&sum))
    };
    let fields = &candidate.fields;
    let body: Vec<&str> = fields.body.split(' ').filter(is_read).collect();
    let halves: Vec<Mean> = body.chunks(HALF_SENTENCE).map(of).collect();
    let [title, kind, tags] = [&fields.title, &fields.kind, &fields.tags].map(|text| of_text(text));
    let name = [&title, &kind, &tags];
    let whole: Vec<&Mean> = name.into_iter().chain(&halves).collect();
    let sentences = halves.iter().enumerate().map(|(at, half)| match halves.get(at + 1) {
        Some(next) => near(&[&title, half, next]),
        None => near(&[&title, half]),
    });
    (near(&whole) + 0.5 * near(&name) + sentences.fold(0.0, f32::max)) / 2.5
}
