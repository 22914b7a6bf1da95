//! What a candidate has of what was asked for.

use super::IN_NAME;
use super::wish::{Met, Wish};
use crate::reason::Reason;
use crate::retrieval::lexicon::is_concept_term;
use crate::retrieval::query::Role;

/// How well a wish must be met to be told as a reason.
const MENTIONED: f32 = 0.3;

/// How well something is met by a name, kind, tags or options, and not by a description, which may say that it is not so.
const SAID_OF_ITSELF: f32 = 0.85;

/// Counts wishes one by one.
#[derive(Default)]
pub(super) struct Tally {
    sum: f32,
    firm: f32,
    all: f32,
    /// Those things met that must not be.
    unwanted: i32,
    /// How well it says the worst of them.
    worst: f32,
    pub is_named: bool,
    /// How much it has of the thing itself, and not only of what that is for.
    pub told: i32,
    /// It goes by another name of the thing: a "puffer coat" by that of a puffer.
    pub is_named_so: bool,
    /// Those things met that the wanted one is for: a stove where cartridges for one are wanted.
    pub surroundings: i32,
    /// Those things not spoken of that a shop should do: who wants to rent a tent is not helped by one.
    pub services_lacking: i32,
    /// How well the thing itself is met, where one was asked for.
    pub head: Option<f32>,
    /// Whether one of the words is met that only the shop may know.
    pub is_of_words: bool,
    pub matched: Vec<String>,
    pub unmatched: Vec<String>,
    pub reasons: Vec<Reason>,
}

impl Tally {
    pub(super) fn count(&mut self, wish: &Wish<'_>, weight: f32, met: Met<'_>, is_product: bool) {
        let want = wish.want;
        if want.is_negated {
            self.unwanted += i32::from(met.firmly >= IN_NAME);
            self.worst = self.worst.max(met.firmly);
            return;
        }
        let in_name = met.at_all >= IN_NAME;
        self.sum += weight * met.at_all;
        // What is only akin to a trait decides between texts that fit, and not whether one does.
        self.firm += weight * if want.role == Role::Trait { met.firmly } else { met.at_all };
        self.all += weight;
        self.is_of_words |= want.is_name() && met.firmly >= MENTIONED;
        self.is_named |= met.firmly >= IN_NAME;
        let is_surroundings = in_name && want.role == Role::Thing && want.is_aside && !want.is_need;
        self.surroundings += i32::from(is_surroundings);
        self.is_named_so |= in_name && want.role == Role::Thing && !want.is_aside;
        self.told += i32::from(met.at_all >= MENTIONED && !want.is_aside);
        self.services_lacking += i32::from(want.role == Role::Service && met.firmly < MENTIONED);
        match want.role {
            Role::Topic => return,
            Role::Head => self.head = Some(met.at_all),
            Role::Trait | Role::Service | Role::Thing | Role::Size | Role::Word => {}
        }
        let words = want.unit.words.clone();
        // What is only akin is no promise: it orders, and is not told to the shopper.
        // Nor is what is only of the same kind the thing itself: a duffel is no suitcase.
        let is_told = match want.role {
            Role::Head if is_product => met.at_all >= IN_NAME,
            Role::Head => met.at_all >= MENTIONED,
            _ => met.firmly >= MENTIONED,
        };
        let list = if is_told { &mut self.matched } else { &mut self.unmatched };
        // What answers a need is told by the words for it, once.
        if !want.is_need || want.role == Role::Head {
            list.push(words.clone());
        }
        if met.at_all < MENTIONED || words.is_empty() {
            return;
        }
        let written = want.written.as_ref().map(|word| format!(", written “{word}”")).unwrap_or_default();
        let akin = match met.by {
            Some(term) if is_concept_term(term) => ", akin in meaning".to_owned(),
            Some(term) => format!(", akin to “{term}”"),
            None => String::new(),
        };
        self.reasons.push(Reason::weighed(format!("“{words}”{written}{akin}"), weight * met.at_all));
    }

    /// Whether its name, kind or tags say what it must not be: wool, to who is allergic to it.
    pub(super) fn is_unwanted(&self) -> bool {
        self.worst >= SAID_OF_ITSELF
    }

    /// Whether it has nothing that says this word.
    pub(super) fn lacks(&self, word: &str) -> bool {
        self.unmatched.iter().any(|lacking| lacking == word)
    }

    /// The share of what was asked for that it has.
    pub(super) fn share(&self) -> f32 {
        if self.all > 0.0 { self.sum / self.all } else { 0.0 }
    }

    /// The same, by what decides whether it fits.
    pub(super) fn firm_share(&self) -> f32 {
        if self.all > 0.0 { self.firm / self.all } else { 0.0 }
    }

    /// A factor, for what must not be so and is.
    pub(super) fn penalty(&self) -> f32 {
        (0..self.unwanted).fold(1.0, |penalty, _| penalty * 0.7)
    }
}
