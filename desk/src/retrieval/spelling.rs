//! Misspelt words read as words that the shop has, or that the lexicon knows.

use super::analysis::stem_of;
use super::compound;
use super::lexicon::{Lexicon, name_hash};
use super::query::Unknown;
use super::vectors::Vectors;
use crate::language::Language;

/// What an unknown word most likely means: the shop's own word where one is a single slip away, else a word of the
/// lexicon that is, else the shop's that is two away. `known` are terms of the shop's, each with how many texts have it.
pub fn read<'a>(
    unknown: Unknown<'_>,
    language: Language,
    known: impl IntoIterator<Item = (&'a str, u32)>,
) -> Option<String> {
    let own = nearest(unknown.stem, known).map(str::to_owned);
    let letters: Vec<char> = unknown.stem.chars().collect();
    match own {
        Some(own) if slips(&letters, &own, 1).is_some() => Some(own),
        own => of_the_lexicon(unknown.word, language).or(own),
    }
}
/// A word that the lexicon knows and that is a single slip away: the likeliest slips first, none in the first letter.
fn of_the_lexicon(word: &str, language: Language) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    if !(SHORTEST..=LONGEST).contains(&letters.len()) {
        return None;
    }
    let is_known = |word: &String| is_known(word, language);
    let is_compound = |word: &String| compound::parts(word, language).is_some();
    let umlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
    let mut likely = doublings(&letters).chain((umlauts != word).then_some(umlauts));
    // More guesses are only safe where it can be told what is a word: "bedoel" is Dutch, and no slip for a pendant.
    let is_english = language == Language::En && Vectors::ours().is_some();
    let doubled = likely.find(|word| is_known(word) || is_compound(word));
    if is_english { doubled.or_else(|| others(&letters).find(is_known)) } else { doubled }
}

/// Shorter words are one slip away from too many others.
const SHORTEST: usize = 5;

/// Whether the lexicon has a word. It keeps so little of a hash that one guess in ten thousand is taken for a word; of
/// English ones the vectors know better.
fn is_known(word: &str, language: Language) -> bool {
    let hash = name_hash(&stem_of(word, language));
    let is_english = || Vectors::ours().is_none_or(|vectors| vectors.row(hash).is_some());
    let lexicon = Lexicon::ours();
    (language != Language::En && lexicon.knows(hash, language)) || (lexicon.knows(hash, Language::En) && is_english())
}

/// One of two same letters left out, or a letter written twice.
fn doublings(letters: &[char]) -> impl Iterator<Item = String> {
    let is_double = |at: &usize| letters.get(*at) == letters.get(at - 1);
    let once = (1..letters.len()).filter(is_double).map(|at| changed(letters, at, 1, &[]));
    let twice = (1..letters.len()).filter_map(|at| Some(changed(letters, at, 0, &[*letters.get(at)?])));
    once.chain(twice)
}

/// Two letters swapped, another vowel, one letter too many, one too few, or another.
fn others(letters: &[char]) -> impl Iterator<Item = String> {
    let places = 1..letters.len();
    let swapped = places.clone().filter_map(|at| match letters.get(at..at + 2) {
        Some([a, b]) => Some(changed(letters, at, 2, &[*b, *a])),
        _ => None,
    });
    let left_out = places.clone().map(|at| changed(letters, at, 1, &[]));
    let put_in = places.clone().flat_map(move |at| ('a'..='z').map(move |c| changed(letters, at + 1, 0, &[c])));
    let is_vowel = |at: &usize| letters.get(*at).is_some_and(|c| VOWELS.contains(c));
    let vowels = places.clone().filter(is_vowel).flat_map(|at| VOWELS.map(|c| changed(letters, at, 1, &[c])));
    let mistaken = places.flat_map(move |at| ('a'..='z').map(move |c| changed(letters, at, 1, &[c])));
    swapped.chain(vowels).chain(left_out).chain(put_in).chain(mistaken)
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// The word with other letters instead of so many from `at` on.
fn changed(letters: &[char], at: usize, many: usize, instead: &[char]) -> String {
    let kept = |part: Option<&[char]>| part.unwrap_or_default().to_vec();
    [kept(letters.get(..at)), instead.to_vec(), kept(letters.get(at + many..))].concat().into_iter().collect()
}

/// The word of `known` that `word` most likely means: at most two slips away, fewer in short words; the commoner one
/// where two are as near. `None` where nothing is near.
fn nearest<'a>(word: &str, known: impl IntoIterator<Item = (&'a str, u32)>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().collect();
    let most = most_slips(letters.len());
    if most == 0 {
        return None;
    }
    (known.into_iter())
        .filter_map(|(known, count)| Some((slips(&letters, known, most)?, u32::MAX - count, known)))
        .min()
        .map(|(.., known)| known)
}

/// Slips that are forgiven in a word of so many letters.
pub fn most_slips(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Letters left out, put in, mistaken or swapped with their neighbour; `None` beyond `most`.
fn slips(word: &[char], known: &str, most: usize) -> Option<usize> {
    let known: Vec<char> = known.chars().collect();
    if word.len().abs_diff(known.len()) > most || word.len() > LONGEST {
        return None;
    }
    // Three rows of the table of distances, since a swap looks two rows back.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=known.len()).collect();
    for (row, letter) in word.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, other) in known.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mistaken = at(&last, column) + usize::from(letter != other);
            let mut fewest = mistaken.min(at(&last, column + 1) + 1).min(at(&this, column) + 1);
            let is_swapped =
                column > 0 && row > 0 && known.get(column - 1) == Some(letter) && word.get(row - 1) == Some(other);
            if is_swapped {
                fewest = fewest.min(at(&before, column - 1) + 1);
            }
            this.push(fewest);
        }
        before = std::mem::replace(&mut last, this);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

/// Longer words are no words.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_in_measure() {
        let known = [("hammock", 3), ("mattress", 2), ("jacket", 40), ("packet", 1), ("cloud", 5), ("rain", 30)];
        let rows = [
            ("hammok", Some("hammock")),
            ("matress", Some("mattress")),
            ("jaket", Some("jacket")),
            ("jacekt", Some("jacket")),
            ("mattresss", Some("mattress")),
            ("rian", Some("rain")),
            ("ran", None),
            ("zeppelin", None),
            ("", None),
        ];
        for (word, want) in rows {
            assert_eq!(nearest(word, known), want, "{word}");
        }
    }
}
