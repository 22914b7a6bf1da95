//! What words mean to a shop: concepts such as "rain jacket" or "waterproof", each with its words in six languages and
//! the broader concepts that include it.
//!
//! Made by `cargo xtask train` from `desk/lexicon`, never edited. Only hashes of words are kept. Little-endian:
//!
//! | bytes | what |
//! | --- | --- |
//! | 2, 2, 2 | how many concepts there are; how many of them, the first, are things; how many are things or what things are like |
//! | 8 each | concepts: hash of the name (`u32`), two broader concepts (`u16`; 65,535 for none) |
//! | 4 each | for each language, how many words it has (`u32`) |
//! | 6 each | words, one language after the other, in the order of their hashes: hash (`u32`), concept (`u16`) |
//!
//! A phrase that nobody wrote down is taken for one of a language's some ten thousand once in half a million times.

use std::sync::OnceLock;

use crate::hashed::{self, Hashed};
use crate::language::Language;
use crate::taught::Taught;

/// A place in the table of concepts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Concept(pub(super) u16);

/// The lexicon.
#[derive(Clone, Debug, Default)]
pub struct Lexicon<'a> {
    things: u16,
    products: u16,
    concepts: &'a [u8],
    words: [Hashed<Concept>; Language::ALL.len()],
}

/// Words of one phrase, at most.
pub const LONGEST_PHRASE: usize = 4;

/// Letters of a stem that is looked for in languages that neither shopper nor shop may speak.
const SHORTEST_BORROWED: usize = 5;

/// Bytes of a concept and of a word in the table.
pub const CONCEPT_WIDTH: usize = 8;
pub const WORD_WIDTH: usize = 6;

/// Stands for no concept.
pub const NONE: u16 = u16::MAX;

/// Concepts between one and the broadest that includes it; more would be a lexicon that goes round in a circle.
const DEEPEST: usize = 6;

static TABLE: Taught =
    Taught::new(if cfg!(feature = "embedded-tables") { Some(include_bytes!("../../model/lexicon.bin")) } else { None });

/// Takes the lexicon, `desk/model/lexicon.bin`, where it is no part of the program. Says whether there is one from now on:
/// bytes that are no lexicon are left alone.
pub fn teach(bytes: Vec<u8>) -> bool {
    TABLE.take(bytes, |bytes| Lexicon::read(bytes).is_some());
    is_taught()
}

/// Whether there is a lexicon. Without one, no word means anything to a shop.
pub fn is_taught() -> bool {
    TABLE.bytes().is_some()
}

impl Lexicon<'static> {
    /// The one that was made from `desk/lexicon`, unpacked when it is first asked for.
    pub fn ours() -> &'static Self {
        static OURS: OnceLock<Lexicon<'static>> = OnceLock::new();
        static NONE: OnceLock<Lexicon<'static>> = OnceLock::new();
        match TABLE.bytes() {
            Some(bytes) => OURS.get_or_init(|| Self::read(bytes).unwrap_or_default()),
            None => NONE.get_or_init(Self::default),
        }
    }
}

fn is_within(concept: Concept, [first, last]: [Concept; 2]) -> bool {
    first <= concept && concept <= last
}

impl<'a> Lexicon<'a> {
    /// Reads a table; `None` for bytes that are none.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (concepts, rest) = short(bytes)?;
        let (things, rest) = short(rest)?;
        let (products, rest) = short(rest)?;
        let (concepts, mut rest) = rest.split_at_checked(usize::from(concepts) * CONCEPT_WIDTH)?;
        let mut counts = [0; Language::ALL.len()];
        for count in &mut counts {
            let (bytes, after) = rest.split_first_chunk::<4>()?;
            *count = usize::try_from(u32::from_le_bytes(*bytes)).ok()?;
            rest = after;
        }
        let mut words = [(); Language::ALL.len()].map(|()| Hashed::default());
        for (words, count) in words.iter_mut().zip(counts) {
            let (packed, after) = rest.split_at_checked(count.checked_mul(WORD_WIDTH)?)?;
            *words = Hashed::new(unpacked(packed), u32::BITS);
            rest = after;
        }
        rest.is_empty().then_some(Self { things, products, concepts, words })
    }

    /// What the phrase of this [`hash`] means in this language.
    pub fn meanings(&self, hash: u32, language: Language) -> Vec<Concept> {
        let Some(words) = self.words.get(language as usize) else { return Vec::new() };
        words.of(hash).copied().collect()
    }

    /// Whether the phrase of this [`hash`] means something in this language.
    pub fn knows(&self, hash: u32, language: Language) -> bool {
        self.words.get(language as usize).is_some_and(|words| words.of(hash).next().is_some())
    }

    /// What the phrase means, in English where the language has no such word: shops' texts borrow from it.
    pub fn meanings_or_english(&self, hash: u32, language: Language) -> Vec<Concept> {
        let own = self.meanings(hash, language);
        if own.is_empty() { self.meanings(hash, Language::En) } else { own }
    }

    /// The same of a word, whose stem has `letters`, in any language that we know where neither has it: German chats are
    /// full of "beanie", and a "parapluie" is understood. Short words are left out of that: "Liter" has the stem of a French
    /// bed.
    pub fn meanings_in_any(&self, hash: u32, letters: usize, language: Language) -> Vec<Concept> {
        let own = self.meanings_or_english(hash, language);
        if !own.is_empty() || letters < SHORTEST_BORROWED {
            return own;
        }
        let meant = Language::ALL.into_iter().map(|language| self.meanings(hash, language));
        meant.into_iter().find(|concepts| !concepts.is_empty()).unwrap_or_default()
    }

    /// The concept of this name.
    pub fn named(&self, name: &str) -> Option<Concept> {
        let wanted = name_hash(name).to_le_bytes();
        let at = self.concepts.chunks_exact(CONCEPT_WIDTH).position(|row| row.starts_with(&wanted))?;
        u16::try_from(at).ok().map(Concept)
    }

    /// Whether there is such a concept.
    pub(super) fn has(&self, concept: Concept) -> bool {
        usize::from(concept.0) * CONCEPT_WIDTH < self.concepts.len()
    }

    /// Every concept.
    pub fn all(&self) -> impl Iterator<Item = Concept> + use<> {
        (0..u16::try_from(self.concepts.len() / CONCEPT_WIDTH).unwrap_or_default()).map(Concept)
    }

    /// Whether it is something that can be sold, rather than what a thing is like or for.
    pub fn is_thing(&self, concept: Concept) -> bool {
        concept.0 < self.things
    }

    /// Whether it is a colour: those stand together.
    pub fn is_colour(&self, concept: Concept) -> bool {
        static RANGE: OnceLock<Option<[Concept; 2]>> = OnceLock::new();
        RANGE.get_or_init(|| self.range(["black", "multicolour"])).is_some_and(|range| is_within(concept, range))
    }

    /// Whether it is what something is made of: those stand together, too.
    pub fn is_material(&self, concept: Concept) -> bool {
        static RANGE: OnceLock<Option<[Concept; 2]>> = OnceLock::new();
        RANGE.get_or_init(|| self.range(["wool", "jacquard"])).is_some_and(|range| is_within(concept, range))
    }

    fn range(&self, [first, last]: [&str; 2]) -> Option<[Concept; 2]> {
        Some([self.named(first)?, self.named(last)?])
    }

    /// Whether it is what a shop does, and its pages are about, such as a refund.
    pub fn is_service(&self, concept: Concept) -> bool {
        concept.0 >= self.products
    }

    /// The concepts that include it, nearest first.
    pub fn broader(&self, concept: Concept) -> Vec<Concept> {
        let mut found: Vec<Concept> = Vec::new();
        let mut edge = vec![concept];
        for _ in 0..DEEPEST {
            edge = edge.into_iter().flat_map(|concept| self.parents(concept)).collect();
            edge.retain(|parent| !found.contains(parent));
            found.extend(&edge);
        }
        found
    }

    /// Whether a concept is one of these kinds, or included in one.
    pub fn is_of(&self, concept: Concept, kinds: &[Concept]) -> bool {
        kinds.contains(&concept) || self.broader(concept).iter().any(|above| kinds.contains(above))
    }

    /// The concepts right above it.
    pub fn parents(&self, concept: Concept) -> impl Iterator<Item = Concept> + use<> {
        let [_, _, _, _, a, b, c, d] = self.row(concept);
        [u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])]
            .into_iter()
            .filter(|parent| *parent != NONE)
            .map(Concept)
    }

    /// The term that stands for a concept in the mirror: the same as long as the concept keeps its name.
    pub fn term(&self, concept: Concept, nearness: Nearness) -> String {
        let [a, b, c, d, ..] = self.row(concept);
        let mut rest = u32::from_le_bytes([a, b, c, d]);
        let mut term = String::from(match nearness {
            Nearness::Itself => ITSELF,
            Nearness::Narrower => NARROWER,
        });
        for _ in ITSELF.len()..TERM_LENGTH {
            term.push(char::from_digit(rest % 36, 36).unwrap_or('0'));
            rest /= 36;
        }
        term
    }

    fn row(&self, concept: Concept) -> [u8; CONCEPT_WIDTH] {
        let from = usize::from(concept.0) * CONCEPT_WIDTH;
        let row = self.concepts.get(from..).and_then(|rest| rest.first_chunk());
        row.copied().unwrap_or([u8::MAX; CONCEPT_WIDTH])
    }
}

/// How a text speaks of a concept.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Nearness {
    Itself,
    /// Of something that it includes.
    Narrower,
}

/// Whether a term stands for a concept.
pub fn is_concept_term(term: &str) -> bool {
    nearness_of(term).is_some()
}

/// How a text that has this term speaks of the concept that it stands for; `None` where it stands for none.
pub fn nearness_of(term: &str) -> Option<Nearness> {
    let mark = term.get(..ITSELF.len()).filter(|_| term.len() == TERM_LENGTH)?;
    match mark {
        ITSELF => Some(Nearness::Itself),
        NARROWER => Some(Nearness::Narrower),
        _ => None,
    }
}

/// How terms of concepts begin.
const ITSELF: &str = "zz";
const NARROWER: &str = "zy";

/// The mark, and seven digits of the concept's hash.
const TERM_LENGTH: usize = 9;

/// A phrase, whose stems are separated by spaces: FNV-1a.
pub fn hash<'a>(stems: impl IntoIterator<Item = &'a str>) -> u32 {
    let mut stems = stems.into_iter();
    let first = name_hash(stems.next().unwrap_or_default());
    stems.fold(first, extended)
}

/// The phrase of this hash with one stem more behind it.
pub fn extended(hash: u32, stem: &str) -> u32 {
    hashed::extended(hashed::extended(hash, " "), stem)
}

/// The name of a concept: FNV-1a.
pub fn name_hash(name: &str) -> u32 {
    hashed::hash(name)
}

/// Words with their hashes.
fn unpacked(packed: &[u8]) -> Vec<(u32, Concept)> {
    let (rows, _) = packed.as_chunks();
    rows.iter()
        .map(|[a, b, c, d, e, f]| (u32::from_le_bytes([*a, *b, *c, *d]), Concept(u16::from_le_bytes([*e, *f]))))
        .collect()
}

fn short(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((u16::from_le_bytes(*number), rest))
}
