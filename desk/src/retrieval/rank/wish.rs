//! What was asked for, ready to be compared with texts.

use std::sync::OnceLock;

use super::akin::Akin;
use super::subject::{Subject, Text};
use crate::language::Language;
use crate::retrieval::lexicon::{Concept, Lexicon, Nearness, is_concept_term, name_hash};
use crate::retrieval::query::{Frequencies, Role, Want, concept_terms};

/// A want with its weight, and what says it.
pub(super) struct Wish<'a> {
    pub want: &'a Want,
    pub weight: f32,
    /// Terms that say it, each with how nearly.
    terms: Vec<(String, f32)>,
    /// The same, of words and not of meanings.
    words: Vec<(String, f32)>,
    /// What says each word of a phrase, by itself.
    parts: Vec<Vec<String>>,
    pub akin: Vec<Akin<'a>>,
    /// Terms of what is of the same family as the thing, where what is akin must be: a lantern is no windbreaker,
    /// though both are for storms.
    family: Vec<String>,
}

/// How well something says a wish, from nothing to one.
#[derive(Clone, Copy)]
pub(super) struct Met<'a> {
    /// By its words and what they mean.
    pub firmly: f32,
    /// The same or more, with what is only akin.
    pub at_all: f32,
    /// The akin term that says it better than the words do.
    pub by: Option<&'a str>,
}

impl<'a> Wish<'a> {
    pub(super) fn new(
        want: &'a Want,
        frequencies: &Frequencies,
        language: Language,
        lexicon: &Lexicon<'_>,
        knows_more: bool,
    ) -> Self {
        let meant = want.unit.concepts.iter();
        let mut terms: Vec<(String, f32)> =
            meant.clone().flat_map(|concept| concept_terms(lexicon, *concept)).collect();
        if want.is_need && want.role == Role::Head {
            terms = answers(want, lexicon);
        } else if want.role == Role::Head {
            let kin = meant.flat_map(|concept| lexicon.parents(*concept)).filter(|above| !gathers(*above, lexicon));
            terms.extend(kin.map(|above| (lexicon.term(above, Nearness::Narrower), 0.35)));
        }
        let mut words: Vec<(String, f32)> = want.unit.wholes.iter().map(|whole| (whole.clone(), 1.0)).collect();
        if let [stem] = want.unit.stems.as_slice() {
            words.push((stem.clone(), if want.written.is_some() { 0.95 } else { 1.0 }));
        }
        let rarity = want.unit.stems.iter().map(|stem| frequencies.rarity(stem)).fold(0.0, f32::max);
        let is_known = want.unit.stems.iter().any(|stem| frequencies.of.contains_key(stem));
        let weight = match want.role {
            Role::Head => 2.0,
            Role::Thing | Role::Topic | Role::Service => 1.0,
            Role::Trait => 0.8,
            Role::Size => 0.5,
            // A word that nobody knows says little beside words that are known, and all where there are none.
            Role::Word if !is_known && knows_more => 0.4,
            // Figures are told for their own sake: "20,000 mm".
            Role::Word if is_figure(want) => 1.2,
            Role::Word => 0.3 + 0.9 * rarity,
        };
        let weight = if want.is_aside && want.role != Role::Head && !is_figure(want) { weight * 0.6 } else { weight };
        // A thing that nobody wrote down may be named by its parts; what one is like is said as it is said.
        let parts = if want.role == Role::Trait { Vec::new() } else { parts(want, language, lexicon) };
        let family = if want.role == Role::Head { family(want, lexicon) } else { Vec::new() };
        Self { want, weight, terms, words, parts, akin: Vec::new(), family }
    }

    /// How well something says it, by whichever of its texts says it best.
    pub(super) fn met_by(&self, subject: &Subject<'_>) -> Met<'a> {
        let mut met = Met { firmly: 0.0, at_all: 0.0, by: None };
        for text in &subject.texts {
            for (field, terms) in text.fields.iter().enumerate() {
                let strength = self.strength_in(field);
                met.firmly = met.firmly.max(self.said_in(text, terms) * strength);
                let is_family = self.family.is_empty() || self.family.iter().any(|term| has(terms, term));
                for akin in self.akin.iter().filter(|_| is_family) {
                    let says = akin.nearness * strength;
                    if says > met.at_all && (text.is_english || is_concept_term(akin.term)) && has(terms, akin.term) {
                        (met.at_all, met.by) = (says, Some(akin.term));
                    }
                }
            }
        }
        if met.firmly >= met.at_all {
            (met.at_all, met.by) = (met.firmly, None);
        }
        met
    }

    /// How nearly the terms of a field say it.
    fn said_in(&self, text: &Text<'_>, terms: &[&str]) -> f32 {
        // A word whose meaning is known means something else where it stands in another language: "hose" and "Hose".
        let words: &[(String, f32)] = if text.is_spoken || self.terms.is_empty() { &self.words } else { &[] };
        let near = self.terms.iter().chain(words).filter(|(term, _)| has(terms, term));
        let best = near.map(|(_, nearness)| *nearness).fold(0.0, f32::max);
        // A phrase that only the shop may know as one: all of its words.
        let is_said = |part: &Vec<String>| part.iter().any(|term| has(terms, term));
        if self.parts.len() > 1 && self.parts.iter().all(is_said) { best.max(OF_PARTS) } else { best }
    }

    /// What it is worth to be said in a field: title, kind, tags, options, body.
    fn strength_in(&self, field: usize) -> f32 {
        let strengths = match self.want.role {
            Role::Size => [0.3, 0.0, 0.0, 1.0, 0.0],
            // A thing that a description mentions is another thing.
            Role::Head | Role::Thing => [1.0, 1.0, 1.0, 0.4, 0.35],
            Role::Trait | Role::Service => [1.0, 0.9, 0.95, 0.95, 0.8],
            Role::Word => [1.0, 1.0, 0.9, 0.9, 0.6],
            Role::Topic => [1.0, 1.0, 0.0, 0.0, 0.5],
        };
        strengths.get(field).copied().unwrap_or_default()
    }
}

/// Whether it is a number of more digits than sizes and counts have.
fn is_figure(want: &Want) -> bool {
    want.role == Role::Word && want.unit.words.len() >= 4 && want.unit.words.bytes().all(|b| b.is_ascii_digit())
}

/// Whether what a concept includes is only used together: a pot is no stove, though both are for cooking.
fn gathers(concept: Concept, lexicon: &Lexicon<'_>) -> bool {
    static GATHERING: OnceLock<Vec<Concept>> = OnceLock::new();
    GATHERING
        .get_or_init(|| GATHERS.split_whitespace().filter_map(|name| lexicon.named(name)).collect())
        .contains(&concept)
}

/// Concepts that include different things for one purpose.
const GATHERS: &str = "kitchenware electronics toy tool appliance stationery bike-gear car-gear food storage pet-gear furniture \
    accessory home-decor gym-gear camp-gear garden-tool travel-gear skincare ski-gear climbing-gear bedding water-gear drink \
    art-supplies tableware fishing-gear cleaning-product phone-gear party-supplies sewing-supplies camp-cooking \
    bathroom-accessory camper-accessory riding-gear motorbike-gear golf-gear digital door-hardware";

/// Terms of everything that the broadest concepts above a thing include.
fn family(want: &Want, lexicon: &Lexicon<'_>) -> Vec<String> {
    let is_broadest = |concept: &Concept| lexicon.parents(*concept).all(|above| gathers(above, lexicon));
    let above = |concept: Concept| lexicon.broader(concept).into_iter().filter(|above| !gathers(*above, lexicon));
    let all = want.unit.concepts.iter().flat_map(|concept| std::iter::once(*concept).chain(above(*concept)));
    let broadest = all.filter(is_broadest);
    broadest
        .flat_map(|concept| [Nearness::Itself, Nearness::Narrower].map(|near| lexicon.term(concept, near)))
        .collect()
}

/// The words of a phrase, each with what it means alone: a "laptop backpack" is a bag for a laptop.
fn parts(want: &Want, language: Language, lexicon: &Lexicon<'_>) -> Vec<Vec<String>> {
    let said = |stem: &String| {
        let meant = lexicon.meanings(name_hash(stem), language);
        let terms = meant
            .iter()
            .flat_map(|concept| [Nearness::Itself, Nearness::Narrower].map(|near| lexicon.term(*concept, near)));
        std::iter::once(stem.clone()).chain(terms).collect()
    };
    want.unit.stems.iter().map(said).collect()
}

/// What answers a need, the first best. Its kin will not do.
fn answers(want: &Want, lexicon: &Lexicon<'_>) -> Vec<(String, f32)> {
    let mut nearness = 1.0_f32;
    let mut terms = Vec::new();
    for concept in &want.unit.concepts {
        let said = [lexicon.term(*concept, Nearness::Itself), lexicon.term(*concept, Nearness::Narrower)];
        terms.extend(said.map(|term| (term, nearness)));
        nearness = (nearness - 0.04).max(0.8);
    }
    terms
}

/// How well a phrase is said by its words alone.
const OF_PARTS: f32 = 0.6;

fn has(terms: &[&str], term: &str) -> bool {
    terms.binary_search(&term).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gathers_things_is_in_the_lexicon() {
        let lexicon = Lexicon::ours();
        let unknown: Vec<&str> = GATHERS
            .split_whitespace()
            .filter(|name| !lexicon.named(name).is_some_and(|it| gathers(it, lexicon)))
            .collect();
        assert_eq!(unknown, [""; 0]);
    }
}
