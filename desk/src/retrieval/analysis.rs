//! A text as the terms that search compares: stems of its words, and what the words mean.

use super::compound;
use super::lexicon::{Concept, LONGEST_PHRASE, Lexicon, Nearness, extended, hash, name_hash};
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
    /// What words of a phrase for a thing say it is like: "leather" of "leather gloves".
    pub like: Vec<Concept>,
}

impl Unit {
    /// What means these concepts, and was said in no word of its own.
    pub(super) fn meant(words: &str, concepts: Vec<Concept>) -> Self {
        Self { words: words.to_owned(), stems: Vec::new(), wholes: Vec::new(), concepts, like: Vec::new() }
    }

    /// Takes another in, where either will do.
    pub(super) fn or(&mut self, other: Self) {
        self.words.extend([" ", &other.words]);
        self.stems.extend(other.stems);
        self.wholes.extend(other.wholes);
        self.concepts.extend(other.concepts);
        self.like.extend(other.like);
    }

    fn new(words: impl Iterator<Item = Word>, concepts: Vec<Concept>, like: Vec<Concept>) -> Self {
        let mut unit = Self { like, ..Self::meant("", concepts) };
        for word in words {
            if unit.words.is_empty() {
                unit.words = word.text;
            } else {
                unit.words.extend([" ", &word.text]);
            }
            unit.stems.push(word.stem);
            unit.wholes.extend(word.whole);
        }
        unit
    }
}

/// A word with its stem.
#[derive(Clone)]
pub(super) struct Word {
    pub text: String,
    pub stem: String,
    /// The compound that it was taken from.
    pub whole: Option<String>,
}

impl Word {
    pub(super) fn new(text: impl Into<String>, language: Language) -> Self {
        let text = text.into();
        Self { stem: stem_of(&text, language), text, whole: None }
    }
}

/// The stem of a lower-case word, the digits of a number that is written out.
pub(super) fn stem_of(word: &str, language: Language) -> String {
    digits(word).map_or_else(|| stem(word, language), str::to_owned)
}

/// Numbers that are written out as often as not. "One" and "ein" are articles too, and left alone.
fn digits(word: &str) -> Option<&'static str> {
    Some(match word {
        "two" | "zwei" | "deux" | "dos" | "due" | "twee" => "2",
        "three" | "drei" | "trois" | "tres" | "tre" | "drie" => "3",
        "four" | "vier" | "quatre" | "cuatro" | "quattro" => "4",
        "five" | "fünf" | "cinq" | "cinco" | "cinque" | "vijf" => "5",
        "six" | "sechs" | "seis" | "sei" | "zes" => "6",
        "eight" | "acht" | "huit" | "ocho" | "otto" => "8",
        "ten" | "zehn" | "dix" | "diez" | "dieci" | "tien" => "10",
        _ => return None,
    })
}

/// The terms of a text, as the mirror keeps them: separated by spaces, each as often as it occurs.
pub fn indexed(text: &str, language: Language) -> String {
    let lexicon = Lexicon::ours();
    let mut terms: Vec<String> = Vec::new();
    let known = |hash: u32, _: &[Word]| lexicon.meanings_or_english(hash, language);
    let by_price = lexicon.named(REDUCED);
    for unit in units(words(&normalize(text), language), language, known) {
        let meant = unit.concepts.into_iter().chain(unit.like);
        for concept in meant.filter(|concept| Some(*concept) != by_price) {
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
    words(&normalize(text), language).into_iter().map(|word| word.stem).collect::<Vec<_>>().join(" ")
}

/// Words of a normalized text. Digits with their thousands joined; "230g" and "15inch" taken apart.
pub(super) fn words(text: &str, language: Language) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 5 + 4);
    let is_part = |c: char| c.is_alphanumeric() || c == '\'' || c == '.' || c == ',';
    let mut before = "";
    for piece in text.split_inclusive(|c: char| !is_part(c)) {
        let is_below_zero = before.ends_with(MINUS_SIGNS) && before.trim_end_matches(MINUS_SIGNS).is_empty();
        before = piece;
        let piece = piece.trim_end_matches(|c: char| !is_part(c));
        if is_below_zero && piece.starts_with(|c: char| c.is_ascii_digit()) {
            words.push(Word::new("minus", language));
        }
        joined_digits(piece, |word| {
            let word = word.trim_matches('\'');
            let word = word.strip_suffix("'s").unwrap_or(word);
            let word = word.split_once('\'').and_then(|parts| telling(parts, language)).unwrap_or(word);
            apart(word, |text| words.push(Word::new(text, language)));
        });
    }
    words
}

/// What stands before degrees below zero, alone: "-10", and not "5-10".
const MINUS_SIGNS: [char; 2] = ['-', '−'];

/// The part of a word with an apostrophe that tells something: of "l'eau" and "d'hiver" what follows, of "I'm" what
/// is before, lest it be a size. `None` where it is one word.
fn telling<'a>((before, behind): (&'a str, &'a str), language: Language) -> Option<&'a str> {
    match language {
        Language::En => matches!(behind, "m" | "re" | "ve" | "ll" | "d").then_some(before),
        _ => (before.len() <= 2).then_some(behind),
    }
}

/// What costs less than it did. Prices tell that, and no text: a gift card "cannot be discounted".
pub(super) const REDUCED: &str = "reduced";

/// The term of what is reduced.
pub fn reduced_term() -> Option<String> {
    let lexicon = Lexicon::ours();
    lexicon.named(REDUCED).map(|concept| lexicon.term(concept, Nearness::Itself))
}

/// "20,000" and "20.000" are one number; "12.5" is two words, as nobody searches for it.
fn joined_digits(piece: &str, mut each: impl FnMut(&str)) {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut number = String::new();
    for part in piece.split(['.', ',']) {
        let is_number = is_digits(part);
        let goes_on = is_number && part.len() == 3;
        if !(number.is_empty() || goes_on) {
            each(&number);
            number.clear();
        }
        if is_number {
            number.push_str(part);
        } else {
            each(part);
        }
    }
    if !number.is_empty() {
        each(&number);
    }
}

/// Digits and the unit behind them; "10k" is 10000.
fn apart(word: &str, mut each: impl FnMut(&str)) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    match word.split_at(digits) {
        ("", "") => {}
        ("", _) | (_, "") => each(word),
        (number, "k") => each(&format!("{number}000")),
        // Sizes such as "2xl", and "3x3".
        (_, unit) if unit.starts_with('x') => each(word),
        (number, unit) => {
            each(number);
            each(unit);
        }
    }
}

/// Words and phrases with what they mean: the longest phrase that is known from each word on, and compounds taken apart
/// where only their parts are known. `known` takes the hash of a phrase, and its words.
pub(super) fn units(words: Vec<Word>, language: Language, known: impl Fn(u32, &[Word]) -> Vec<Concept>) -> Vec<Unit> {
    units_of(compound::taken_apart(words, language, &known), language, known)
}

/// The same of words whose compounds are taken apart already.
pub(super) fn units_of(
    words: Vec<Word>,
    language: Language,
    known: impl Fn(u32, &[Word]) -> Vec<Concept>,
) -> Vec<Unit> {
    let mut found = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let (mut hashes, mut last) = ([0; LONGEST_PHRASE], None);
        for (hash, word) in hashes.iter_mut().zip(rest) {
            *hash = last.map_or_else(|| name_hash(&word.stem), |last| extended(last, &word.stem));
            last = Some(*hash);
        }
        let phrases = hashes.into_iter().enumerate().rev().filter_map(|(at, hash)| Some((hash, rest.get(..=at)?)));
        let meant = phrases.map(|(hash, phrase)| match phrase {
            [word] => (1, meant_by(word, hash, &known)),
            phrase => (phrase.len(), known(hash, phrase)),
        });
        let (length, concepts) = meant.into_iter().find(|(_, meant)| !meant.is_empty()).unwrap_or((1, Vec::new()));
        let (phrase, behind) = rest.split_at_checked(length).unwrap_or_default();
        let like = if concepts.is_empty() { Vec::new() } else { like(phrase, &concepts, language, &known) };
        found.push((length, concepts, like));
        rest = behind;
    }
    let mut words = words.into_iter();
    let unit = |(length, concepts, like)| Unit::new(words.by_ref().take(length), concepts, like);
    found.into_iter().map(unit).collect()
}

/// What parts of a phrase or compound for a thing say it is like, the longest first: "two man" of "two man tent", "Woll"
/// of "Wolldecke".
fn like(
    phrase: &[Word],
    concepts: &[Concept],
    language: Language,
    known: &impl Fn(u32, &[Word]) -> Vec<Concept>,
) -> Vec<Concept> {
    let lexicon = Lexicon::ours();
    let mut like = Vec::new();
    if !concepts.iter().all(|concept| lexicon.is_thing(*concept)) {
        return like;
    }
    let parts = match phrase {
        [word] if language != Language::En => compound::parts(&word.text, language),
        _ => None,
    };
    let phrase = parts.as_ref().map_or(phrase, <[Word; 2]>::as_slice);
    let mut rest = phrase;
    if phrase.len() < 2 {
        return like;
    }
    while !rest.is_empty() {
        let lengths = (1..=rest.len().min(phrase.len() - 1)).rev();
        let parts = lengths.filter_map(|length| rest.get(..length));
        let meant = parts.map(|part| (part.len(), known(hash(part.iter().map(|word| word.stem.as_str())), part)));
        let (length, meant) = meant.into_iter().find(|(_, meant)| !meant.is_empty()).unwrap_or((1, Vec::new()));
        let is_said = meant.iter().all(|concept| !lexicon.is_thing(*concept) && !lexicon.is_service(*concept));
        like.extend(meant.into_iter().filter(|_| is_said));
        rest = rest.get(length..).unwrap_or_default();
    }
    like
}

/// What one word means. "Quilted" has the stem of a quilt, and says what something is like; "backpacking" stands in the
/// lexicon as it is written.
fn meant_by(word: &Word, hash: u32, known: &impl Fn(u32, &[Word]) -> Vec<Concept>) -> Vec<Concept> {
    let lexicon = Lexicon::ours();
    let phrase = std::slice::from_ref(word);
    let is_inflected = word.text != word.stem;
    let told = if is_inflected && is_doing(&word.text) { known(name_hash(&word.text), phrase) } else { Vec::new() };
    let mut meant = if told.is_empty() { known(hash, phrase) } else { told };
    let is_told = is_inflected && (word.text.ends_with("ed") || is_doing(&word.text));
    if is_told && meant.iter().any(|concept| !lexicon.is_thing(*concept)) {
        meant.retain(|concept| !lexicon.is_thing(*concept));
    }
    meant
}

/// Whether a word may tell what one does with the thing that its stem names.
pub fn is_doing(word: &str) -> bool {
    word.ends_with("ing")
}

/// What a phrase of this hash means to somebody who speaks `language`; a word in any language that we know.
pub(super) fn meant(hash: u32, phrase: &[Word], language: Language) -> Vec<Concept> {
    let lexicon = Lexicon::ours();
    match phrase {
        [word] => lexicon.meanings_in_any(hash, word.stem.len(), language),
        _ => lexicon.meanings_or_english(hash, language),
    }
}
