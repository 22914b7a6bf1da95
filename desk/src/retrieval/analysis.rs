//! A text as the terms that search compares: stems of its words, and what the words mean.

use super::compound;
use super::lexicon::{Concept, LONGEST_PHRASE, Lexicon, Nearness, hash};
use super::stem::stem;
use crate::language::Language;
use crate::message::normalize;

/// One word or phrase of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Unit {
    /// As it was written, normalized.
    pub words: String,
    pub stems: Vec<String>,
    /// Compounds of which this is a part: as good as the part itself.
    pub wholes: Vec<String>,
    /// Every meaning; none where only the shop may know the word.
    pub concepts: Vec<Concept>,
}

/// A word with its stem.
pub(super) struct Word {
    pub text: String,
    pub stem: String,
    /// The compound that it was taken from.
    pub whole: Option<String>,
}

impl Word {
    pub(super) fn new(text: impl Into<String>, language: Language) -> Self {
        let text = text.into();
        let number = NUMBERS.iter().find(|(_, words)| words.split(' ').any(|word| word == text));
        let stem = number.map_or_else(|| stem(&text, language), |(digits, _)| (*digits).to_owned());
        Self { stem, text, whole: None }
    }
}

/// Numbers that are written out as often as not. "One" and "ein" are articles too, and left alone.
const NUMBERS: [(&str, &str); 7] = [
    ("2", "two zwei deux dos due twee"),
    ("3", "three drei trois tres tre drie"),
    ("4", "four vier quatre cuatro quattro"),
    ("5", "five fünf cinq cinco cinque vijf"),
    ("6", "six sechs seis sei zes"),
    ("8", "eight acht huit ocho otto"),
    ("10", "ten zehn dix diez dieci tien"),
];

/// The terms of a text, as the mirror keeps them: separated by spaces, each as often as it occurs.
pub fn indexed(text: &str, language: Language) -> String {
    let lexicon = Lexicon::ours();
    let mut terms: Vec<String> = Vec::new();
    for unit in units(words(text, language), language, |stems| {
        lexicon.meanings_or_english(hash(stems.iter().copied()), language)
    }) {
        for concept in unit.concepts {
            terms.push(lexicon.term(concept, Nearness::Itself));
            terms.extend(lexicon.broader(concept).into_iter().map(|above| lexicon.term(above, Nearness::Narrower)));
        }
        terms.extend(unit.stems);
        terms.extend(unit.wholes);
    }
    terms.join(" ")
}

/// A phrase as the lexicon knows it: its stems, separated by spaces.
pub fn phrase(text: &str, language: Language) -> String {
    words(text, language).into_iter().map(|word| word.stem).collect::<Vec<_>>().join(" ")
}

/// Words of a text. Digits with their thousands joined; "230g" and "15inch" taken apart.
pub(super) fn words(text: &str, language: Language) -> Vec<Word> {
    let text = normalize(text);
    let mut words = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '\'' || c == '.' || c == ',';
    for piece in text.split(|c: char| !is_part(c)) {
        for word in joined_digits(piece) {
            let word = word.trim_matches('\'');
            let word = word.strip_suffix("'s").unwrap_or(word);
            // "l'eau" and "d'hiver".
            let word = word.split_once('\'').filter(|(head, _)| head.len() <= 2).map_or(word, |(_, tail)| tail);
            words.extend(apart(word).into_iter().map(|text| Word::new(text, language)));
        }
    }
    words
}

/// "20,000" and "20.000" are one number; "12.5" is two words, as nobody searches for it.
fn joined_digits(piece: &str) -> Vec<String> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut joined: Vec<String> = Vec::new();
    for part in piece.split(['.', ',']) {
        match joined.last_mut() {
            Some(number) if is_digits(number) && is_digits(part) && part.len() == 3 => number.push_str(part),
            _ => joined.push(part.to_owned()),
        }
    }
    joined
}

/// Digits and the unit behind them; "10k" is 10000.
fn apart(word: &str) -> Vec<String> {
    if word.is_empty() {
        return Vec::new();
    }
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = word.split_at(digits);
    match (number, unit) {
        ("", _) | (_, "") => vec![word.to_owned()],
        (number, "k") => vec![format!("{number}000")],
        // Sizes such as "2xl", and "3x3".
        (_, unit) if unit.starts_with('x') => vec![word.to_owned()],
        (number, unit) => vec![number.to_owned(), unit.to_owned()],
    }
}

/// Words and phrases with what they mean: the longest phrase that is known from each word on, and compounds taken apart
/// where only their parts are known. `known` takes the stems of a phrase.
pub(super) fn units(words: Vec<Word>, language: Language, known: impl Fn(&[&str]) -> Vec<Concept>) -> Vec<Unit> {
    units_of(&compound::taken_apart(words, language, &known), known)
}

/// The same of words whose compounds are taken apart already.
pub(super) fn units_of(words: &[Word], known: impl Fn(&[&str]) -> Vec<Concept>) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST_PHRASE.min(words.len() - at)).rev().find_map(|length| {
            let phrase = words.get(at..at + length)?;
            let concepts = known(&phrase.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>());
            (!concepts.is_empty()).then_some((phrase, concepts))
        });
        let (phrase, concepts) = longest.unwrap_or((words.get(at..=at).unwrap_or_default(), Vec::new()));
        units.push(Unit {
            words: phrase.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "),
            stems: phrase.iter().map(|word| word.stem.clone()).collect(),
            wholes: phrase.iter().filter_map(|word| word.whole.clone()).collect(),
            concepts,
        });
        at += phrase.len().max(1);
    }
    units
}
