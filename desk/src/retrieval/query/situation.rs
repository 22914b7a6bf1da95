//! What a question that is searched for tells besides the thing: a need, or trouble with something one has.
//!
//! Not read of every message, as it takes longer than the words.

use super::words::POSSESSIVES;
use super::{Query, Role, Slip, Trouble, Want};
use crate::intent::Intent;
use crate::language::Language;
use crate::message::normalize;
use crate::retrieval::analysis::{Unit, Word, meant, units_of, words as words_of};
use crate::retrieval::compound::taken_apart;
use crate::retrieval::lexicon::{Concept, Lexicon};
use crate::retrieval::needs::{Need, Needs};

impl Query {
    /// Reads a question that is searched for. Where it names no thing that is wanted, but tells a need, what answers that
    /// is wanted: things of the situation, such as the beer that should stay cold, are none that are looked for.
    pub fn of_search(text: &str, language: Language, topic: Option<Intent>) -> Self {
        let mut query = Self::parse(text, language, topic);
        let text = normalize(text);
        let lexicon = Lexicon::ours();
        let known = |hash, phrase: &[Word]| meant(hash, phrase, language);
        let words = taken_apart(words_of(&text, language), language, &known);
        let read = units_of(words.clone(), language, known);
        let head = query.wants.iter().find(|want| want.role == Role::Head);
        let is_owned = owned(&read, lexicon).is_some_and(|owned| head.is_none_or(|head| head.unit.words == owned));
        query.trouble = match () {
            () if seeks_help(&text) => Trouble::SeeksHelp,
            () if is_owned || (query.has_head() && !query.is_requested && tells_of_change(&text)) => Trouble::WithOwn,
            () => Trouble::None,
        };
        if !query.wants.iter().any(|want| want.role == Role::Service)
            && let Some(need) = Needs::ours().told(&words, language)
            && !read.iter().any(|unit| is_torn(unit, &need, lexicon))
        {
            query.need(need);
        }
        query
    }

    /// The same, with words read as others, so that "slepping bag" is a sleeping bag.
    pub fn respelt(text: &str, slips: &[Slip], language: Language, topic: Option<Intent>) -> Self {
        let text = normalize(text);
        let respelt = |piece: &str| {
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let slip = slips.iter().find(|slip| slip.word == word);
            slip.map_or_else(|| piece.to_owned(), |slip| piece.replace(word, &slip.read))
        };
        let mut query = Self::of_search(&text.split(' ').map(respelt).collect::<Vec<_>>().join(" "), language, topic);
        for want in &mut query.wants {
            let slip = slips.iter().find(|slip| want.unit.words.split(' ').any(|word| word == slip.read));
            want.written = slip.map(|slip| slip.word.clone());
        }
        query
    }

    fn need(&mut self, need: Need) {
        let lexicon = Lexicon::ours();
        let is_told = |want: &Want| want.unit.words.split(' ').all(|word| need.words.iter().any(|told| told == word));
        let first = self.wants.iter().position(is_told).unwrap_or(self.wants.len());
        let may_be_thing = |want: &Want| {
            want.role == Role::Trait
                && !want.is_aside
                && want.unit.concepts.iter().any(|concept| lexicon.is_thing(*concept))
        };
        let head = self.wants.iter().position(|want| want.role == Role::Head);
        let is_head_told = head.and_then(|at| self.wants.get(at)).is_none_or(is_told);
        if !is_head_told || self.wants.iter().take(first).any(may_be_thing) {
            return;
        }
        let told = need.words.join(" ");
        // "Rain jacket that packs small" begins with the thing, though the rain tells a need, too.
        let named = head.and_then(|at| self.wants.get(at)).map(|want| want.unit.words.as_str());
        let first = need.words.first().map(String::as_str).unwrap_or_default();
        let begins = need.begins && !named.is_some_and(|named| named.split(' ').any(|word| word == first));
        if head.is_none_or(|at| !self.is_requested && self.steps_back(at, begins, is_told)) {
            for want in self.wants.iter_mut().filter(|want| want.role != Role::Topic && is_told(want)) {
                if want.role == Role::Head {
                    want.role = Role::Thing;
                }
                (want.is_aside, want.is_need, want.is_negated) = (true, true, false);
            }
            self.wants.insert(0, Want::of_need(&told, need.things, Role::Head));
            if self.trouble == Trouble::WithOwn {
                self.trouble = Trouble::None;
            }
        }
        self.wants.extend(need.traits.into_iter().map(|asked| Want::of_need(&told, vec![asked], Role::Trait)));
    }

    /// Whether a wanted thing of the situation is only what the need is about: what one eats or drinks, or what is named
    /// behind the need, such as clothes that should not get wet. Trousers that do not crease are trousers; a word that
    /// nobody knows right behind a thing makes another of it, such as a coffee machine.
    fn steps_back(&self, at: usize, begins: bool, is_told: impl Fn(&Want) -> bool) -> bool {
        let lexicon = Lexicon::ours();
        let makes_another = |next: &Want| next.role == Role::Word && !next.is_aside && !is_told(next);
        let is_made_another = self.wants.get(at + 1).is_some_and(makes_another);
        let food: Vec<Concept> = ["food", "drink"].into_iter().filter_map(|name| lexicon.named(name)).collect();
        let is_food = |concept: &Concept| lexicon.is_of(*concept, &food);
        let is_eaten = self.wants.get(at).is_some_and(|want| want.unit.concepts.iter().any(is_food));
        if is_eaten {
            !(is_made_another && self.language == Language::En)
        } else {
            at > 0 || begins || self.trouble == Trouble::WithOwn
        }
    }
}

/// Whether a need is told by a part of a phrase that says something else: a "dry bag" is not what should stay dry, and
/// "wrinkle free" trousers need no iron.
fn is_torn(unit: &Unit, need: &Need, lexicon: &Lexicon<'_>) -> bool {
    let said = unit.words.split(' ').filter(|word| need.words.iter().any(|told| told == word)).count();
    let is_thing = || unit.concepts.iter().all(|concept| lexicon.is_thing(*concept));
    let keeps_off = || unit.words.rsplit(' ').next().is_some_and(|last| KEEPS_OFF.contains(&last));
    said > 0 && said < unit.stems.len() && !unit.concepts.is_empty() && (is_thing() || keeps_off())
}

/// Whether a question asks what to do: "what can I do", "wie vermeide ich".
fn seeks_help(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let asks = |[how, _, who]: [&str; 3]| HOW_DO_I.iter().any(|(asked, by)| *asked == how && by.contains(&who));
    let triples = words.windows(3).filter_map(|words| words.try_into().ok());
    HELP.iter().any(|help| text.contains(help)) || triples.into_iter().any(asks)
}

/// Whether something is no more as it was: "the jacket soaks up water now", "perlt nicht mehr ab".
fn tells_of_change(text: &str) -> bool {
    CHANGED.iter().any(|changed| text.contains(changed))
}

/// The thing that a question says the shopper has, unless something is asked for it: "soaks into my rain jacket".
fn owned<'a>(read: &'a [Unit], lexicon: &Lexicon<'_>) -> Option<&'a str> {
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| read.get(at)).is_some_and(|unit| words.contains(&unit.words.as_str()))
    };
    let at = (0..read.len()).find(|at| is(Some(*at), &POSSESSIVES) && !is(at.checked_sub(1), &FOR))?;
    let is_thing = |unit: &&Unit| unit.concepts.iter().any(|concept| lexicon.is_thing(*concept));
    read.get(at + 1..)?.iter().take(2).find(is_thing).map(|unit| unit.words.as_str())
}

/// Words by which somebody tells that a thing is not what it was.
const CHANGED: [&str; 13] = [
    " anymore",
    " any more",
    " no longer ",
    " used to ",
    " now instead",
    " stopped ",
    " since i washed",
    " nicht mehr",
    " ne plus",
    " ya no ",
    " non più",
    " niet meer",
    " plus comme avant",
];

/// Words behind what something keeps off.
const KEEPS_OFF: [&str; 4] = ["free", "proof", "resistant", "repellent"];

/// Words before what something is wanted for.
const FOR: [&str; 9] = ["for", "für", "pour", "para", "per", "voor", "to", "with", "mit"];

/// Words by which somebody asks what to do.
const HELP: [&str; 23] = [
    "what can i do",
    "what should i do",
    "what do i do",
    "what am i doing",
    "how to ",
    "was kann ich",
    "was tun",
    "was mache ich",
    "was soll ich",
    "wie krieg",
    "wie bekomm",
    "wie kann ich",
    "que faire",
    "que puis-je",
    "comment puis",
    "comment faire",
    "qué hago",
    "qué puedo hacer",
    "cómo puedo",
    "cosa posso fare",
    "come posso",
    "wat kan ik",
    "hoe kan ik",
];

/// Words that ask what to do, and who does it, with one word between them.
const HOW_DO_I: [(&str, &[&str]); 4] = [
    ("how", &["i", "we", "you"]),
    ("wie", &["ich", "wir", "man"]),
    ("hoe", &["ik", "we", "je"]),
    ("comment", &["on", "je", "nous"]),
];
