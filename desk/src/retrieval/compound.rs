//! Compounds: "Regenhose" is "Regen" and "Hose" where nobody knows the whole, and "sleepingbag" is two words.

use super::analysis::Word;
use super::lexicon::{Concept, Lexicon, hash};
use super::query::is_stop_word;
use crate::language::Language;

/// Shorter words are hardly compounds, and their parts would be anything.
const SHORTEST: usize = 7;
const SHORTEST_PART: usize = 3;

/// What is said of things in one word with them, and means nothing to a shop alone.
const MEASURES: [&str; 12] =
    ["größe", "größen", "länge", "breite", "gewicht", "volumen", "wahl", "kauf", "ratgeber", "tipps", "maat", "lengte"];

/// The words, with its two parts for each compound that is not known as a whole.
pub(super) fn taken_apart(words: Vec<Word>, language: Language, known: &impl Fn(&[&str]) -> Vec<Concept>) -> Vec<Word> {
    let mut apart = Vec::with_capacity(words.len());
    for word in words {
        // Asked first, because taking apart asks for every cut.
        let is_known = !known(&[word.stem.as_str()]).is_empty();
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
fn parts(word: &str, language: Language) -> Option<[Word; 2]> {
    let compounds = matches!(language, Language::En | Language::De | Language::Nl);
    if !compounds || is_stop_word(word) || word.len() < SHORTEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    // In English only what is two words otherwise is written as one: a honeycomb is no comb.
    let compounds_freely = language != Language::En;
    let lexicon = Lexicon::ours();
    let is_known = |stems: &[&str]| !lexicon.meanings(hash(stems.iter().copied()), language).is_empty();
    let cuts = word.char_indices().map(|(at, _)| at);
    cuts.filter(|at| *at >= SHORTEST_PART && word.len() - at >= SHORTEST_PART).find_map(|at| {
        let (head, tail) = word.split_at_checked(at)?;
        let is_measure = MEASURES.contains(&tail);
        let tail = Word::new(tail, language);
        let is_tail_known = is_measure || is_known(&[&tail.stem]);
        let head =
            [Some(head), head.strip_suffix('s'), head.strip_suffix('n')].into_iter().flatten().find_map(|head| {
                let head = Word::new(head, language);
                let are_known = compounds_freely && is_tail_known && is_known(&[&head.stem]);
                (are_known || is_known(&[&head.stem, &tail.stem])).then_some(head)
            })?;
        Some([head, tail])
    })
}
