//! What the words of a short text mean, to tell whether another text speaks of the same.

use super::analysis::{meant, units, words};
use super::lexicon::{Concept, Lexicon};
use super::query::is_stop_word;
use crate::language::Language;
use crate::message::normalize;

/// The words of a text that say something, each with its stem and what it means.
#[derive(Clone, Debug, Default)]
pub struct Meant {
    words: Vec<(Vec<String>, Vec<Concept>)>,
}

impl Meant {
    /// Reads a text; what is no word of this language may be one of another's.
    pub fn parse(text: &str, language: Language) -> Self {
        let known = |hash, phrase: &[_]| meant(hash, phrase, language);
        let read = units(words(&normalize(text), language), language, known);
        let telling = read.into_iter().filter(|unit| !is_stop_word(&unit.words, language));
        Self { words: telling.map(|unit| (unit.stems, unit.concepts)).collect() }
    }

    /// Reads a text of the shop's, which may be in the shop's first language whatever the shopper speaks.
    pub fn of_shop(text: &str, language: Language) -> Self {
        let mut meant = Self::parse(text, language);
        if language != Language::En {
            meant.words.extend(Self::parse(text, Language::En).words);
        }
        meant
    }

    /// Whether one of its words is a thing that shops sell.
    pub fn has_thing(&self) -> bool {
        let lexicon = Lexicon::ours();
        self.words.iter().flat_map(|(_, concepts)| concepts).any(|concept| lexicon.is_thing(*concept))
    }

    /// Whether one of its words is a colour.
    pub fn has_colour(&self) -> bool {
        let lexicon = Lexicon::ours();
        self.words.iter().flat_map(|(_, concepts)| concepts).any(|concept| lexicon.is_colour(*concept))
    }

    /// How many of its words the other text has too, or something that they include: a "jacket" is shared with a "rain
    /// jacket", "green" with "moss".
    pub fn shared(&self, other: &Self) -> usize {
        let lexicon = Lexicon::ours();
        let includes =
            |mine: &[Concept], theirs: &[Concept]| theirs.iter().any(|concept| lexicon.is_of(*concept, mine));
        let is_shared = |(stems, concepts): &&(Vec<String>, Vec<Concept>)| {
            let is_word = |stem: &String| stem.len() > 2 || stem.bytes().all(|b| b.is_ascii_digit());
            let same = |theirs: &Vec<String>| stems.iter().any(|stem| is_word(stem) && theirs.contains(stem));
            other.words.iter().any(|(theirs, meanings)| same(theirs) || includes(concepts, meanings))
        };
        self.words.iter().filter(is_shared).count()
    }
}
