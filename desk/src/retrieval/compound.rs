//! Compounds: "Regenhose" is "Regen" and "Hose" where nobody knows the whole, and "sleepingbag" is two words.

use super::analysis::Word;
use super::lexicon::Concept;
use crate::language::Language;

/// Shorter words are hardly compounds, and their parts would be anything.
const SHORTEST: usize = 7;
const SHORTEST_PART: usize = 3;

/// The words, with its two parts for each compound that is not known as a whole.
pub(super) fn taken_apart(
    words: Vec<Word>,
    language: Language,
    known: &impl Fn(&str) -> Vec<Concept>,
) -> Vec<Word> {
    let mut apart = Vec::with_capacity(words.len());
    for word in words {
        match parts(&word.text, language, known).filter(|_| known(&word.stem).is_empty()) {
            Some(parts) => apart.extend(parts.map(|part| Word { whole: Some(word.stem.clone()), ..part })),
            None => apart.push(word),
        }
    }
    apart
}

/// The two parts, the second as long as can be: it says what the thing is.
fn parts(word: &str, language: Language, known: &impl Fn(&str) -> Vec<Concept>) -> Option<[Word; 2]> {
    if word.len() < SHORTEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let is_known = |stem: &str| !known(stem).is_empty();
    let cuts = word.char_indices().map(|(at, _)| at);
    cuts.filter(|at| *at >= SHORTEST_PART && word.len() - at >= SHORTEST_PART).find_map(|at| {
        let (head, tail) = word.split_at_checked(at)?;
        let tail = Word::new(tail, language);
        let head = [Some(head), head.strip_suffix('s'), head.strip_suffix('n')].into_iter().flatten().find_map(|head| {
            let head = Word::new(head, language);
            let is_phrase = is_known(&format!("{} {}", head.stem, tail.stem));
            (is_phrase || (is_known(&head.stem) && is_known(&tail.stem))).then_some(head)
        })?;
        Some([head, tail])
    })
}
