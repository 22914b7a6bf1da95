//! Compounds: "Regenhose" is "Regen" and "Hose" where nobody knows the whole, and "sleepingbag" is two words.

use super::analysis::{Word, stem_of};
use super::lexicon::{Concept, Lexicon, extended, name_hash};
use super::query::is_stop_word;
use crate::language::Language;

/// Shorter words are hardly compounds, and their parts would be anything.
const SHORTEST: usize = 7;
const SHORTEST_PART: usize = 3;

/// What is said of things in one word with them, and means nothing to a shop alone.
const MEASURES: [&str; 12] =
    ["größe", "größen", "länge", "breite", "gewicht", "volumen", "wahl", "kauf", "ratgeber", "tipps", "maat", "lengte"];

/// The words, with its two parts for each compound that is not known as a whole.
pub(super) fn taken_apart(
    words: Vec<Word>,
    language: Language,
    known: &impl Fn(u32, &[Word]) -> Vec<Concept>,
) -> Vec<Word> {
    let mut apart = Vec::with_capacity(words.len());
    for word in words {
        // Asked first, because taking apart asks for every cut.
        let is_known = !known(name_hash(&word.stem), std::slice::from_ref(&word)).is_empty();
        let parts = if is_known { None } else { parts(&word.text, language) };
        match parts {
            Some(parts) => apart.extend(parts.map(|part| Word { whole: Some(word.stem.clone()), ..part })),
            None => apart.push(word),
        }
    }
    apart
}

/// The two parts, the second as long as can be: it says what the thing is. Both are of the language itself, or English;
/// "passports" is no French "pas" and no sports.
pub(super) fn parts(word: &str, language: Language) -> Option<[Word; 2]> {
    let compounds = matches!(language, Language::En | Language::De | Language::Nl);
    if !compounds || word.len() < SHORTEST || is_stop_word(word, language) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    // In English only what is two words otherwise is written as one: a honeycomb is no comb.
    let compounds_freely = language != Language::En;
    let lexicon = Lexicon::ours();
    let is_known = |hash: u32| lexicon.knows(hash, language);
    let cuts = word.char_indices().map(|(at, _)| at);
    cuts.filter(|at| *at >= SHORTEST_PART && word.len() - at >= SHORTEST_PART).find_map(|at| {
        let (head, tail) = word.split_at_checked(at)?;
        let end = stem_of(tail, language);
        let is_tail_known = compounds_freely && (MEASURES.contains(&tail) || is_known(name_hash(&end)));
        let heads = [Some(head), head.strip_suffix('s'), head.strip_suffix('n')];
        let head = heads.into_iter().flatten().find(|head| {
            let start = name_hash(&stem_of(head, language));
            (is_tail_known && is_known(start)) || is_known(extended(start, &end))
        })?;
        Some([head, tail].map(|part| Word::new(part, language)))
    })
}
