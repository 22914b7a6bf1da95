//! A question as search reads it: what is wanted, of what kind, for how much.

mod frequencies;
mod reader;
mod situation;
mod want;
mod words;

use super::analysis::{REDUCED, Word, indexed, meant, units, words as words_of};
use super::lexicon::{Concept, Lexicon, name_hash};
use super::vectors::Vectors;
use crate::entity::PriceRange;
use crate::intent::Intent;
use crate::language::Language;
use crate::message::normalize;

pub use frequencies::Frequencies;
use reader::{Read, Reader};
pub(super) use want::{Role, Want, concept_terms};
pub(crate) use words::SIZES;
use words::{ASKS_HOW, ASKS_RANGE, Task, WHATEVER};
pub use words::{is_stop_word, telling_words};

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub language: Language,
    /// What it may cost.
    pub price: PriceRange,
    pub(super) wants: Vec<Want>,
    /// The thing is asked for in so many words: "need a mat", "is there a rug".
    is_requested: bool,
    /// The animal that it is for.
    pub(super) animal: Option<Concept>,
    /// It asks how or why something is, which pages answer better than products.
    pub asks_how: bool,
    pub prefers_cheap: bool,
    pub(super) trouble: Trouble,
}

/// A word that may be misspelt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Unknown<'a> {
    /// As it was written.
    pub word: &'a str,
    pub stem: &'a str,
}

/// A misspelt word, and what it is read as.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Slip {
    pub word: String,
    pub read: String,
}

/// Trouble that a question tells of.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Trouble {
    #[default]
    None,
    /// It is about a thing that the shopper has: "my boots pinch".
    WithOwn,
    /// It asks what to do.
    SeeksHelp,
}

impl Query {
    /// Reads a question. Amounts become limits, words that say nothing are left out; `topic` is what the shopper was
    /// understood to want, and counts like a word.
    pub fn parse(text: &str, language: Language, topic: Option<Intent>) -> Self {
        let mut text = normalize(text);
        let price = PriceRange::find(&text).map(|(range, span)| {
            text.replace_range(span, " ");
            range
        });
        let lexicon = Lexicon::ours();
        let known = |hash, phrase: &[Word]| meant(hash, phrase, language);
        let read = units(words_of(&text, language), language, known);
        let asks_how = read.iter().take(3).any(|unit| ASKS_HOW.contains(&unit.words.as_str()))
            && !ASKS_RANGE.iter().any(|range| text.starts_with(range));
        let prefers_cheap =
            read.iter().any(|unit| unit.words.split(' ').any(|word| Task::of(word).is_any(Task::CHEAP)));
        let Read { mut wants, is_requested, animal } = Reader::read(read, language, lexicon);
        wants.extend(topic.and_then(|topic| Want::of_topic(topic, lexicon)));
        let (price, trouble) = (price.unwrap_or_default(), Trouble::None);
        Self { language, price, wants, is_requested, animal, asks_how, prefers_cheap, trouble }
    }

    /// Whether an explanation answers it better than a product.
    pub(super) fn wants_pages(&self) -> bool {
        self.asks_how || self.trouble != Trouble::None
    }

    /// Whether the shopper wants what pages are about.
    pub(super) fn has_topic(&self) -> bool {
        self.wants.iter().any(|want| matches!(want.role, Role::Topic | Role::Service))
    }

    /// Whether nothing is left to search for. A size alone is asked of something at hand.
    pub fn is_empty(&self) -> bool {
        self.wants.iter().all(|want| matches!(want.role, Role::Size | Role::Topic))
    }

    /// Whether it names something that shops sell, or what such things are like.
    pub fn names_a_thing(&self) -> bool {
        self.wants.iter().any(|want| !want.unit.concepts.is_empty())
    }

    /// Whether it names a thing to look for, and not only what one should be like.
    pub fn has_thing(&self) -> bool {
        self.wants.iter().any(|want| matches!(want.role, Role::Head | Role::Thing))
    }

    /// Whether it names the thing that is wanted.
    pub(super) fn has_head(&self) -> bool {
        self.wants.iter().any(|want| want.role == Role::Head)
    }

    /// Whether it names something that a shop does.
    pub fn asks_service(&self) -> bool {
        self.wants.iter().any(|want| want.role == Role::Service)
    }

    /// Whether it asks for what costs less than it did.
    pub fn asks_reduced(&self) -> bool {
        let reduced = Lexicon::ours().named(REDUCED);
        let mut meant = self.wants.iter().flat_map(|want| &want.unit.concepts);
        meant.any(|concept| Some(*concept) == reduced) && !self.asks_service()
    }

    /// Whether it is no more than the name of a thing: "reading lamp", "red socks". `words` is how many it has.
    pub fn is_a_name(&self, words: usize) -> bool {
        let is_of_name = |want: &Want| match want.role {
            Role::Head | Role::Thing | Role::Size => !want.is_aside,
            Role::Trait => want.is_colour() || want.unit.words.is_empty(),
            Role::Service | Role::Word | Role::Topic => false,
        };
        let told: usize = self.wants.iter().map(|want| want.unit.stems.len()).sum();
        self.has_head() && told == words && self.wants.iter().all(is_of_name)
    }

    /// Whether it tells what a thing should be like, and no thing.
    pub fn is_only_traits(&self) -> bool {
        self.wants.iter().any(|want| want.role == Role::Trait) && !self.has_thing()
    }

    /// The words that it asks for, as they were written.
    pub fn words(&self) -> Vec<String> {
        let is_said = |want: &&Want| !want.unit.words.is_empty();
        self.wants.iter().filter(is_said).map(|want| want.unit.words.clone()).collect()
    }

    /// The same without sizes, and without what a thing should be like where another word names it.
    pub fn named(&self) -> Vec<&str> {
        let names = |want: &&Want| want.role != Role::Size && !want.unit.words.is_empty() && !want.is_colour();
        self.wants.iter().filter(names).map(|want| want.unit.words.as_str()).collect()
    }

    /// Every term whose frequency counts.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.wants.iter().flat_map(|want| want.unit.stems.iter().chain(&want.unit.wholes)).map(String::as_str)
    }

    /// Words that neither lexicon nor mirror has, and that are no common English words: they may be misspelt.
    pub fn unknown(&self, frequencies: &Frequencies) -> Vec<Unknown<'_>> {
        let english = Vectors::ours().filter(|_| self.language == Language::En);
        let is_english = |stem: &str| english.is_some_and(|vectors| vectors.row(name_hash(stem)).is_some());
        let is_unknown = |want: &&Want| {
            let is_known =
                want.unit.stems.iter().any(|stem| frequencies.of.contains_key(stem) || is_english(stem.as_str()));
            want.role == Role::Word && !want.is_need && !is_known && want.unit.words.chars().all(char::is_alphabetic)
        };
        let unknown = self.wants.iter().filter(is_unknown);
        unknown.filter_map(|want| Some(Unknown { word: &want.unit.words, stem: want.unit.stems.first()? })).collect()
    }

    /// Whether it asks for more than a text of this wording is about.
    pub fn asks_beside(&self, wording: &str) -> bool {
        let terms = indexed(wording, self.language);
        let lexicon = Lexicon::ours();
        let is_of_it = |want: &Want| {
            let meant = want.unit.concepts.iter().flat_map(|concept| concept_terms(lexicon, *concept));
            let mut asked = want.unit.stems.iter().cloned().chain(meant.map(|(term, _)| term));
            asked.any(|asked| terms.split(' ').any(|term| term == asked))
        };
        let is_asked = |want: &Want| {
            let words = want.unit.words.as_str();
            want.role != Role::Size && !words.is_empty() && !WHATEVER.contains(&words)
        };
        self.wants.iter().any(|want| is_asked(want) && !is_of_it(want))
    }

    /// The sentences of a text that speak of what is asked, if any do.
    pub fn telling_part(&self, text: &str) -> Option<String> {
        let asked = self.terms();
        let sentences: Vec<&str> = text.split_inclusive(['\n', '.']).collect();
        let tells = |sentence: &str| {
            let terms = indexed(sentence, self.language);
            terms.split(' ').any(|term| asked.iter().any(|asked| asked == term))
        };
        let telling: String = sentences.iter().filter(|sentence| tells(sentence)).copied().collect();
        let telling = telling.trim();
        (!telling.is_empty()).then(|| telling.replace('\n', " "))
    }

    /// Every term by which a text may be found.
    pub fn terms(&self) -> Vec<String> {
        self.terms_beside(&[])
    }

    /// The same, without what means one of these concepts.
    pub fn terms_beside(&self, concepts: &[&str]) -> Vec<String> {
        let lexicon = Lexicon::ours();
        let topics: Vec<Concept> = concepts.iter().filter_map(|name| lexicon.named(name)).collect();
        let is_beside = |want: &&Want| !want.unit.concepts.iter().any(|concept| topics.contains(concept));
        let mut terms: Vec<String> = Vec::new();
        for want in self.wants.iter().filter(is_beside) {
            let words = want.unit.stems.iter().chain(&want.unit.wholes).cloned();
            let meant = want.unit.concepts.iter().flat_map(|concept| concept_terms(lexicon, *concept));
            terms.extend(words.chain(meant.map(|(term, _)| term)));
        }
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}
