//! What the classifier sees of a message: words, pairs of words, and pieces of words.
//!
//! Every feature is a hash; the words themselves are forgotten, so that nothing has to be looked up and a word that
//! was never seen still shares its pieces with those that were.

use crate::message::unaccented;

/// One feature, with the stretch of the text that it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feature<'a> {
    /// Well mixed; its remainder chooses a row of the table.
    pub hash: u32,
    /// How much it counts: the weights of each kind of feature make a vector of length one.
    pub value: f32,
    pub text: &'a str,
    pub is_word: bool,
}

/// A word with where it stands.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    hash: u32,
}

/// Words that are read of one message. The wish of a long story stands at its beginning or at its end.
const MOST_WORDS: usize = 160;

/// Lengths of the pieces of words, in characters, the marks at both ends of a word included.
const PIECES: std::ops::RangeInclusive<usize> = 3..=4;

/// Reads the features of a normalized text.
pub fn features(text: &str) -> Vec<Feature<'_>> {
    let words = words(text);
    let mut features = Vec::with_capacity(words.len() * 12);
    let whole = features.len()..words_and_pairs(text, &words, &mut features);
    scale(&mut features, whole);
    let start = features.len();
    for word in &words {
        pieces(word, &mut features);
    }
    distinct(&mut features, start);
    let end = features.len();
    scale(&mut features, start..end);
    features
}

/// Adds words and pairs of neighbours; gives their number.
fn words_and_pairs<'a>(text: &'a str, words: &[Word<'a>], features: &mut Vec<Feature<'a>>) -> usize {
    let mut add = |hash: u32, start: usize, end: usize| {
        let (text, is_word) = (text.get(start..end).unwrap_or_default(), hash & KINDS == WORD);
        features.push(Feature { hash: mixed(hash), value: 1.0, text, is_word });
    };
    for (index, word) in words.iter().enumerate() {
        add(kind(WORD, word.hash), word.start, word.end);
        let Some(next) = words.get(index + 1) else { continue };
        add(kind(PAIR, joined(word.hash, next.hash)), word.start, next.end);
    }
    // How a message begins says much about what kind of message it is.
    if let Some(first) = words.first() {
        add(kind(FIRST, first.hash), first.start, first.end);
    }
    distinct(features, 0);
    features.len()
}

/// What the number of words says that nobody ever taught: much of what is no business of a shop's is told in them.
pub fn novelty(features: &[Feature<'_>], is_known: impl Fn(u32) -> bool) -> [Feature<'static>; 3] {
    let words = || features.iter().filter(|feature| feature.is_word);
    let all = u16::try_from(words().count()).unwrap_or(u16::MAX);
    let unknown = u16::try_from(words().filter(|word| !is_known(word.hash)).count()).unwrap_or(u16::MAX);
    let feature = |what: u16, value: f32| {
        let hash = mixed(kind(NOVELTY, eaten(SEED, u32::from(what))));
        Feature { hash, value, text: "", is_word: false }
    };
    let share = f32::from(unknown) / f32::from(all.max(1));
    [feature(0, 2.0 * share), feature(10 + unknown.min(5), 0.7), feature(20 + all.min(10), 0.5)]
}

fn pieces<'a>(word: &Word<'a>, features: &mut Vec<Feature<'a>>) {
    // Character boundaries of the word, folded as the pieces are hashed.
    let marks: Vec<(usize, char)> = word.text.char_indices().map(|(at, c)| (at, folded(c))).collect();
    let count = marks.len() + 2;
    let letter = |index: usize| match index {
        0 => '<',
        _ if index == count - 1 => '>',
        _ => marks.get(index - 1).map_or('>', |(_, c)| *c),
    };
    for length in PIECES {
        for start in 0..(count + 1).saturating_sub(length) {
            let hash = (start..start + length).fold(SEED, |hash, index| eaten(hash, u32::from(letter(index))));
            features.push(Feature { hash: mixed(kind(PIECE, hash)), value: 1.0, text: word.text, is_word: false });
        }
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let belongs = c.is_alphanumeric() || (c == '\'' && start.is_some());
        match (belongs, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend(word(text, from, at));
                start = None;
            }
            _ => {}
        }
        // Signs that say something by themselves.
        if matches!(c, '?' | '!' | '%' | '€' | '$' | '£' | '#' | '@') {
            words.extend(word(text, at, at + c.len_utf8()));
        }
    }
    if words.len() > MOST_WORDS {
        words.drain(MOST_WORDS / 2..words.len() - MOST_WORDS / 2);
    }
    words
}

fn word(text: &str, start: usize, end: usize) -> Option<Word<'_>> {
    let text = text.get(start..end)?;
    let hash = text.chars().map(folded).fold(SEED, |hash, c| eaten(hash, u32::from(c)));
    Some(Word { text, start, end, hash })
}

/// One letter for those that people type instead of each other; one number says as much as another.
fn folded(c: char) -> char {
    if c.is_ascii_digit() { '0' } else { unaccented(c) }
}

/// Keeps each feature once: what is said twice is not meant twice as much.
fn distinct(features: &mut Vec<Feature<'_>>, start: usize) {
    let Some(tail) = features.get_mut(start..) else { return };
    tail.sort_unstable_by_key(|feature| feature.hash);
    let mut kept = start;
    let mut last = None;
    for index in start..features.len() {
        let Some(feature) = features.get(index).copied() else { break };
        if last.replace(feature.hash) != Some(feature.hash) {
            if let Some(place) = features.get_mut(kept) {
                *place = feature;
            }
            kept += 1;
        }
    }
    features.truncate(kept);
}

fn scale(features: &mut [Feature<'_>], range: std::ops::Range<usize>) {
    let count = u16::try_from(range.len().max(1)).unwrap_or(u16::MAX);
    let value = 1.0 / f32::from(count).sqrt();
    for feature in features.get_mut(range).unwrap_or_default() {
        feature.value = value;
    }
}

/// FNV-1a, over characters instead of bytes.
const SEED: u32 = 0x811c_9dc5;

fn eaten(hash: u32, c: u32) -> u32 {
    (hash ^ c).wrapping_mul(0x0100_0193)
}

fn joined(a: u32, b: u32) -> u32 {
    eaten(a.rotate_left(15), b)
}

/// What a hash is of; its lowest bits say so until it is mixed.
const KINDS: u32 = 7;
const WORD: u32 = 1;
const PAIR: u32 = 2;
const FIRST: u32 = 4;
const PIECE: u32 = 5;
const NOVELTY: u32 = 6;

fn kind(kind: u32, hash: u32) -> u32 {
    (eaten(hash, kind) & !KINDS) | kind
}

/// The finalizer of `MurmurHash3`, so that the lowest bits depend on all.
fn mixed(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
