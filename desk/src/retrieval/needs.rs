//! Needs that are told without the thing that meets them: "keep beer cold in the park" wants a cool bag.
//!
//! Made by `cargo xtask train` from `desk/lexicon/needs.txt`, never edited. A need names groups of words, each of which
//! must be said by a word of its own, in any order, and the things that answer it. Groups are concepts of the lexicon,
//! with more words, and sets of words that mean nothing to a shop otherwise. Little-endian:
//!
//! | bytes | what |
//! | --- | --- |
//! | 2, 2 | how many groups have words, how many words there are |
//! | 2 each | groups |
//! | 1 each | for each word, in the order of their hashes, how far the hash is from the one before: the lower byte |
//! | 1 each | the upper byte |
//! | 1 each | the place of its group |
//! | 2 each | needs: groups, [`OR`] set where the next will do as well, then what answers, [`ANSWERS`] set |

use std::sync::OnceLock;

use super::analysis::Word;
use super::lexicon::{Concept, Lexicon, hash};
use crate::hashed::Hashed;
use crate::language::Language;

/// Bits of a hash that are kept. A need takes several words, so what one is taken for by chance does little harm.
pub const HASH_BITS: u32 = 20;

/// Set where the next group will do as well.
pub const OR: u16 = 0x2000;

/// Set on what answers a need: things, the best first, and what they should be like.
pub const ANSWERS: u16 = 0x8000;

/// Words of one phrase, at most.
const LONGEST_PHRASE: usize = 2;

/// Letters that a stem lacks of a word that may be another form of it: a thing with a longer ending has a name of its own.
const LONGEST_ENDING: usize = 3;

/// Words of a question that are looked at.
const MOST_WORDS: usize = 32;

/// Things that answer a need, when several are told.
const MOST_THINGS: usize = 10;

/// A need that a question tells of.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Need {
    /// The words that tell it, in their order.
    pub words: Vec<String>,
    /// The question begins with what should be done, not with a thing: "keep the flies away".
    pub begins: bool,
    /// What answers it, the best first.
    pub things: Vec<Concept>,
    pub traits: Vec<Concept>,
}

/// Everything that is known of needs.
#[derive(Default)]
pub struct Needs {
    words: Hashed<u16>,
    frames: Vec<Frame>,
}

#[derive(Default)]
struct Frame {
    /// Of each, one must be said.
    slots: Vec<Vec<u16>>,
    answers: Vec<Concept>,
}

impl Needs {
    /// Those that were made from `desk/lexicon`, unpacked when they are first asked for.
    pub(super) fn ours() -> &'static Self {
        static OURS: OnceLock<Needs> = OnceLock::new();
        OURS.get_or_init(|| Self::read(include_bytes!("../../model/needs.bin")).unwrap_or_default())
    }

    /// Reads a table; `None` for bytes that are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (counts, rest) = bytes.split_at_checked(4)?;
        let (of_groups, of_words) = counts.split_at(2);
        let groups = usize::from(numbers(of_groups).next()?);
        let count = usize::from(numbers(of_words).next()?);
        let (groups, rest) = rest.split_at_checked(2 * groups)?;
        let groups: Vec<u16> = numbers(groups).collect();
        let (lower, rest) = rest.split_at_checked(count)?;
        let (upper, rest) = rest.split_at_checked(count)?;
        let (places, rest) = rest.split_at_checked(count)?;
        let mut at = 0_u32;
        let words = lower.iter().zip(upper).zip(places).map(|((lower, upper), place)| {
            at += u32::from(u16::from_le_bytes([*lower, *upper]));
            Some((at, *groups.get(usize::from(*place))?))
        });
        let words = words.collect::<Option<Vec<_>>>()?;
        let mut frames: Vec<Frame> = Vec::new();
        let mut is_alternative = false;
        for number in numbers(rest) {
            let named = number & !(OR | ANSWERS);
            let is_new = number & ANSWERS == 0 && frames.last().is_none_or(|frame| !frame.answers.is_empty());
            if is_new {
                frames.push(Frame::default());
            }
            let frame = frames.last_mut()?;
            match frame.slots.last_mut() {
                _ if number & ANSWERS != 0 => frame.answers.push(Concept(named)),
                Some(slot) if is_alternative => slot.push(named),
                _ => frame.slots.push(vec![named]),
            }
            is_alternative = number & OR != 0;
        }
        Some(Self { words: Hashed::new(words, HASH_BITS), frames })
    }

    /// The need that these words tell of: the one that asks for most; several that ask for as much are one.
    pub(super) fn told(&self, words: &[Word], language: Language) -> Option<Need> {
        let lexicon = Lexicon::ours();
        let words = words.get(..MOST_WORDS).unwrap_or(words);
        let said = self.said(words, language, lexicon);
        let told = self.frames.iter().filter_map(|frame| Some((frame, frame.told_by(&said)?)));
        let told: Vec<(&Frame, u32)> = told.collect();
        let most = told.iter().map(|(frame, _)| frame.slots.len()).max()?;
        let mut need = Need::default();
        let mut used = 0;
        for (frame, by) in told.into_iter().filter(|(frame, _)| frame.slots.len() == most) {
            used |= by;
            for answer in &frame.answers {
                let list = if lexicon.is_thing(*answer) { &mut need.things } else { &mut need.traits };
                if !list.contains(answer) && list.len() < MOST_THINGS {
                    list.push(*answer);
                }
            }
        }
        need.begins = said.iter().any(|(group, places)| places & 1 != 0 && !lexicon.has(Concept(*group)));
        let is_used = |(index, _): &(usize, &Word)| used & (1 << index) != 0;
        need.words = words.iter().enumerate().filter(is_used).map(|(_, word)| word.text.clone()).collect();
        Some(need)
    }

    /// Groups that the words name, each with the places of the words that do, as bits.
    fn said(&self, words: &[Word], language: Language, lexicon: &Lexicon<'_>) -> Vec<(u16, u32)> {
        let mut said: Vec<(u16, u32)> = Vec::new();
        for from in 0..words.len() {
            for length in 1..=LONGEST_PHRASE.min(words.len() - from) {
                let phrase = words.get(from..from + length).unwrap_or_default();
                let hash = hash(phrase.iter().map(|word| word.stem.as_str()));
                let places = (0..length).fold(0, |places, index| places | 1 << (from + index));
                let meant = lexicon.meanings_or_english(hash, language);
                // "Leggings" are no legs, though they have their stem.
                let is_cut = phrase.iter().any(|word| word.text.len() > word.stem.len() + LONGEST_ENDING);
                let is_thing = is_cut && meant.iter().any(|concept| lexicon.is_thing(*concept));
                for concept in meant {
                    let above = lexicon.broader(concept).into_iter();
                    said.extend(std::iter::once(concept).chain(above).map(|concept| (concept.0, places)));
                }
                let groups = self.words.of(place(hash, language)).map(|group| (*group, places));
                said.extend(groups.filter(|(group, _)| !is_thing || lexicon.has(Concept(*group))));
            }
        }
        said
    }
}

impl Frame {
    /// The places of the words that tell it, as bits; `None` where a group is not said by a word of its own.
    fn told_by(&self, said: &[(u16, u32)]) -> Option<u32> {
        let mut used = 0_u32;
        for slot in &self.slots {
            let by = said.iter().find(|(group, places)| slot.contains(group) && places & used == 0);
            used |= by?.1;
        }
        Some(used)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.chunks_exact(2).filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?)))
}

/// Where the phrase of this [`hash`] stands in the table, among those of all languages.
pub fn place(hash: u32, language: Language) -> u32 {
    (hash ^ (language as u32).wrapping_mul(0x9e37_79b1)) >> (u32::BITS - HASH_BITS)
}
