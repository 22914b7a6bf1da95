//! A question as search reads it: what is wanted, of what kind, for how much.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::analysis::{Unit, units, words};
use super::lexicon::{Concept, Lexicon, Nearness};
use crate::entity::PriceLimit;
use crate::language::Language;
use crate::message::normalize;

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub language: Language,
    pub price_limit: Option<PriceLimit>,
    pub(super) wants: Vec<Want>,
    /// It asks how or why something is, which pages answer better than products.
    pub asks_how: bool,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Want {
    pub unit: Unit,
    pub role: Role,
    /// The shop's own word that was read instead of an unknown one.
    pub corrected: Option<String>,
}

/// What a word is to the question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// The kind of thing that is wanted: nothing else will do.
    Head,
    Thing,
    Trait,
    /// Such as `xl` or `43`: a value of an option.
    Size,
    /// A word that the lexicon does not know.
    Word,
}

/// How often the mirror has a term, of how many texts.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    pub documents: u32,
    pub of: BTreeMap<String, u32>,
}

/// Things that one question asks for; more is a story, and its beginning tells.
const MOST_WANTS: usize = 14;

impl Query {
    /// Reads a question. Amounts become limits, words that say nothing are left out.
    pub fn parse(text: &str, language: Language) -> Self {
        let mut text = normalize(text);
        let price_limit = PriceLimit::find(&text).map(|(limit, span)| {
            text.replace_range(span, " ");
            limit
        });
        let lexicon = Lexicon::ours();
        let read = units(words(&text, language), language, |phrase| lexicon.meanings_near(phrase, language));
        let asks_how = read.iter().take(3).any(|unit| ASKS_HOW.contains(&unit.words.as_str()));
        let mut wants: Vec<Want> = Vec::new();
        let mut head: Option<usize> = None;
        let (mut is_head_open, mut names_size) = (true, false);
        for unit in read {
            let is_stop = is_stop_word(&unit.words) && unit.stems.len() == 1;
            let is_size = SIZES.contains(&unit.words.as_str()) || (names_size && is_number(&unit.words));
            if BREAKS.contains(&unit.words.as_str()) && !wants.is_empty() {
                is_head_open = false;
            }
            names_size = NAMES_SIZE.contains(&unit.words.as_str());
            if is_stop || names_size || wants.len() >= MOST_WANTS {
                continue;
            }
            let is_thing = !unit.concepts.is_empty() && unit.concepts.iter().any(|c| lexicon.is_thing(*c));
            let role = match () {
                () if is_size => Role::Size,
                () if is_thing => Role::Thing,
                () if !unit.concepts.is_empty() => Role::Trait,
                () => Role::Word,
            };
            if role == Role::Thing && is_head_open && (head.is_none() || is_head_last(language)) {
                head = Some(wants.len());
            }
            if wants.iter().all(|want| want.unit != unit) {
                wants.push(Want { unit, role, corrected: None });
            }
        }
        if let Some(want) = head.and_then(|head| wants.get_mut(head)) {
            want.role = Role::Head;
        }
        Self { language, price_limit, wants, asks_how }
    }

    /// Whether nothing is left to search for.
    pub fn is_empty(&self) -> bool {
        self.wants.is_empty()
    }

    /// Whether it names something that shops sell or texts are about, or words that only a shop may know.
    pub fn names_something(&self) -> bool {
        self.wants.iter().any(|want| matches!(want.role, Role::Head | Role::Thing))
            || (self.wants.len() <= 2 && self.wants.iter().any(|want| want.unit.words.chars().all(char::is_alphabetic)))
    }

    /// The words that it asks for, as they were written.
    pub fn words(&self) -> Vec<String> {
        self.wants.iter().map(|want| want.unit.words.clone()).collect()
    }

    /// Every term whose frequency counts.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.wants.iter().flat_map(|want| want.unit.stems.iter().chain(&want.unit.wholes)).map(String::as_str)
    }

    /// Words that neither lexicon nor mirror has: they may be misspelt.
    pub fn unknown(&self, frequencies: &Frequencies) -> Vec<String> {
        let is_unknown = |want: &&Want| {
            let is_known = want.unit.stems.iter().any(|stem| frequencies.of.contains_key(stem));
            want.role == Role::Word && !is_known && want.unit.words.chars().all(char::is_alphabetic)
        };
        self.wants.iter().filter(is_unknown).filter_map(|want| want.unit.stems.first().cloned()).collect()
    }

    /// Reads `stem` as the shop's own `word` from now on.
    pub fn correct(&mut self, stem: &str, word: &str) {
        for want in self.wants.iter_mut().filter(|want| want.unit.stems.iter().any(|known| known == stem)) {
            want.unit.stems = vec![word.to_owned()];
            want.corrected = Some(word.to_owned());
        }
    }

    /// Every term by which a text may be found.
    pub fn terms(&self) -> Vec<String> {
        let lexicon = Lexicon::ours();
        let mut terms: Vec<String> = Vec::new();
        for want in &self.wants {
            let words = want.unit.stems.iter().chain(&want.unit.wholes).cloned();
            let meant = want.unit.concepts.iter().flat_map(|concept| concept_terms(&lexicon, *concept));
            terms.extend(words.chain(meant));
        }
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// The terms of texts that speak of a concept, of something narrower, or of what is right above it.
pub(super) fn concept_terms(lexicon: &Lexicon<'_>, concept: Concept) -> Vec<String> {
    let above = lexicon.parents(concept).map(|parent| lexicon.term(parent, Nearness::Itself));
    [lexicon.term(concept, Nearness::Itself), lexicon.term(concept, Nearness::Narrower)]
        .into_iter()
        .chain(above)
        .collect()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// "A coffee mug" is a mug; "un sac de couchage" is a bag.
fn is_head_last(language: Language) -> bool {
    matches!(language, Language::En | Language::De | Language::Nl)
}

/// Whether a word says nothing about what is wanted.
pub fn is_stop_word(word: &str) -> bool {
    static SORTED: OnceLock<Vec<&str>> = OnceLock::new();
    let sorted = SORTED.get_or_init(|| {
        let mut words: Vec<&str> = STOP_WORDS.split_whitespace().collect();
        words.sort_unstable();
        words
    });
    sorted.binary_search(&word).is_ok()
}

/// Words behind which it is told what the thing is for, or like.
const BREAKS: [&str; 40] = [
    "for", "with", "that", "which", "to", "in", "at", "on", "without", "like", "when", "if", "für", "mit", "zum",
    "zur", "ohne", "wie", "aus", "fürs", "im", "pour", "avec", "sans", "qui", "que", "para", "con", "sin", "por",
    "per", "senza", "che", "voor", "met", "zonder", "om", "die", "tegen", "i",
];

/// Words by which a question asks for an explanation.
const ASKS_HOW: [&str; 27] = [
    "how", "why", "what", "can", "does", "is", "should", "wie", "warum", "was", "kann", "darf", "muss", "comment",
    "pourquoi", "puis", "cómo", "por", "puedo", "come", "perché", "posso", "hoe", "waarom", "wat", "kan", "mag",
];

const NAMES_SIZE: [&str; 9] = ["size", "sizes", "größe", "gr", "taille", "talla", "taglia", "maat", "pointure"];

pub(crate) const SIZES: [&str; 13] =
    ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "small", "medium", "large"];

/// English, German, French, Spanish, Italian, Dutch.
const STOP_WORDS: &str = include_str!("stop_words.txt");
