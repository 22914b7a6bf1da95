//! What the classifier sees of a message: words, pairs of words, and pieces of words.
//!
//! Every feature is a hash; the words themselves are forgotten, so that nothing has to be looked up and a word that
//! was never seen still shares its pieces with those that were.

/// One feature, with the place of what it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Feature {
    /// Well mixed; its remainder chooses a row of the table.
    pub hash: u32,
    /// How much it counts: the weights of each kind of feature make a vector of length one.
    pub value: f32,
    pub is_word: bool,
    start: u32,
    end: u32,
}

impl Feature {
    /// One that stands for no stretch of a text.
    pub fn new(hash: u32, value: f32, is_word: bool) -> Self {
        Self { hash, value, is_word, start: 0, end: 0 }
    }

    /// The stretch that it stands for of the text that it was read from.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        let place = |at| usize::try_from(at).unwrap_or_default();
        text.get(place(self.start)..place(self.end)).unwrap_or_default()
    }
}

/// A word with where it stands.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    hash: u32,
}

/// Words that are read of one message. The wish of a long story stands at its beginning or at its end.
const MOST_WORDS: usize = 160;

/// Reads the features of a normalized text.
pub fn features(text: &str) -> Vec<Feature> {
    let words = words(text);
    let mut features = Vec::with_capacity(2 * (text.len() + words.len()));
    // Of a word two pieces a letter.
    let mut found = Vec::with_capacity(2 * (text.len() + words.len()));
    words_and_pairs(&words, &mut found);
    keep(&words, &mut found, &mut features);
    for (index, word) in words.iter().enumerate() {
        pieces(word, index, &mut found);
    }
    keep(&words, &mut found, &mut features);
    features
}

/// A feature that was found: its hash above, below which word it begins with and what it is. One number, because all
/// are sorted: what is said twice is not meant twice as much.
fn finding(hash: u32, kind: u32, word: usize) -> u64 {
    let what = u32::try_from(word).unwrap_or(0) << KINDS.count_ones() | kind;
    (u64::from(mixed(self::kind(kind, hash))) << u32::BITS) | u64::from(what)
}

/// Keeps each of what was found once, with the same weight for all.
fn keep(words: &[Word<'_>], found: &mut Vec<u64>, features: &mut Vec<Feature>) {
    found.sort_unstable();
    found.dedup_by_key(|finding| *finding >> u32::BITS);
    let count = u16::try_from(found.len().max(1)).unwrap_or(u16::MAX);
    let value = 1.0 / f32::from(count).sqrt();
    for finding in found.drain(..) {
        #[allow(clippy::cast_possible_truncation, reason = "each half by itself")]
        let (hash, what) = ((finding >> u32::BITS) as u32, finding as u32);
        let (kind, index) = (what & KINDS, (what >> KINDS.count_ones()) as usize);
        let start = words.get(index).map_or(0, |word| word.start);
        let end = words.get(index + usize::from(kind == PAIR)).map_or(0, |word| word.end);
        features.push(Feature { hash, value, is_word: kind == WORD, start, end });
    }
}

/// Finds words and pairs of neighbours.
fn words_and_pairs(words: &[Word<'_>], found: &mut Vec<u64>) {
    for (index, word) in words.iter().enumerate() {
        found.push(finding(word.hash, WORD, index));
        if let Some(next) = words.get(index + 1) {
            found.push(finding(joined(word.hash, next.hash), PAIR, index));
        }
    }
    // How a message begins says much about what kind of message it is.
    found.extend(words.first().map(|first| finding(first.hash, FIRST, 0)));
}

/// What the number of words says, and of those that nobody ever taught: much of what is no business of a shop's is told
/// in them.
pub fn novelty(all: u16, unknown: u16) -> [Feature; 3] {
    let feature =
        |what: u16, value: f32| Feature::new(mixed(kind(NOVELTY, eaten(SEED, u32::from(what)))), value, false);
    let share = f32::from(unknown) / f32::from(all.max(1));
    [feature(0, 2.0 * share), feature(10 + unknown.min(5), 0.7), feature(20 + all.min(10), 0.5)]
}

/// Finds the pieces of three and of four letters, the marks at both ends of the word included.
fn pieces(word: &Word<'_>, index: usize, found: &mut Vec<u64>) {
    let hash = |letters: &[char]| letters.iter().fold(SEED, |hash, c| eaten(hash, u32::from(*c)));
    let mut last = ['<'; 4];
    for (before, c) in word.text.chars().map(folded).chain(['>']).enumerate() {
        last = [last[1], last[2], last[3], c];
        if before >= 1 {
            found.push(finding(hash(&last[1..]), PIECE, index));
        }
        if before >= 2 {
            found.push(finding(hash(&last), PIECE, index));
        }
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    // A word and its space have some five letters.
    let mut words = Vec::with_capacity(text.len() / 5 + 4);
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
    Some(Word { text, start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()?, hash })
}

/// A letter without its accent: accents are left out on phones.
pub fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ÿ' | 'ý' => 'y',
        c => c,
    }
}

/// One letter for those that people type instead of each other; one number says as much as another.
fn folded(c: char) -> char {
    if c.is_ascii_digit() { '0' } else { unaccented(c) }
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
