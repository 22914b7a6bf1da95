//! A message read by the trained classifier: the likeliest intents, how sure it is, and why.

use std::fmt;

use serde::Serialize;

use super::Intent;
use crate::language::Language;
use crate::learned::table::Found;
use crate::learned::{Feature, Table};
use crate::message::Message;
use crate::reason::Reason;
use crate::retrieval::query::is_stop_word;
use crate::taught::Taught;

/// What a message was taken for.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Reading {
    /// Likeliest first, five at most. Empty where no word is known and the pieces of words tell nothing.
    pub candidates: Vec<Candidate>,
    /// Further wishes, each told in a clause of its own.
    pub also: Vec<Intent>,
    /// Why the likeliest is. Empty until somebody asks: see [`Reading::explained`].
    pub reason: Reason,
}

/// One intent that a message may have.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Candidate {
    pub intent: Intent,
    pub confidence: Confidence,
}

/// How sure a reading is, in thousandths: of all readings of 800, eight in ten are right.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Confidence(pub u16);

impl Confidence {
    /// Below this a reading is worth no more than a guess.
    pub const GUESS: Self = Self(300);
    /// Likelier than anything else together.
    pub const LIKELY: Self = Self(500);
    /// Above this nobody needs to be asked.
    pub const SURE: Self = Self(550);

    /// Above this hardly any is wrong.
    pub const CERTAIN: Self = Self(900);

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of one, in thousandths")]
    fn of(share: f32) -> Self {
        Self((share * 1000.0).round().clamp(0.0, 1000.0) as u16)
    }
}

impl Reading {
    /// The likeliest intent, unless it is no more than a guess. Questions about products are one thing in several
    /// forms, so that several weak readings as one of them are one good reading.
    pub fn intent(&self) -> Option<Intent> {
        let best = self.candidates.first()?;
        let products = || self.candidates.iter().filter(|candidate| candidate.intent.is_about_products());
        let together: u16 = products().map(|candidate| candidate.confidence.0).sum();
        // "Do you have …" is asked of a shop and of a bot.
        let is_close = together.saturating_mul(10) >= best.confidence.0.saturating_mul(6);
        if is_close && (best.intent.is_idle() || best.confidence < Confidence::GUESS) && together >= LEAST_TOGETHER {
            return products().next().map(|best| best.intent);
        }
        (best.confidence >= Confidence::GUESS).then_some(best.intent)
    }

    /// Leaves out an intent that is the likeliest and not certain: what it had falls to the others, each by its share.
    /// None of them becomes certain by that.
    pub(crate) fn doubt(&mut self, intent: Intent) {
        let is_doubtful = |best: &&Candidate| best.intent == intent && best.confidence < Confidence::CERTAIN;
        let Some(Confidence(doubted)) = self.candidates.first().filter(is_doubtful).map(|best| best.confidence) else {
            return;
        };
        self.candidates.remove(0);
        for Candidate { confidence, .. } in &mut self.candidates {
            let share = u32::from(confidence.0) * 1000 / (1000 - u32::from(doubted));
            *confidence =
                Confidence(u16::try_from(share).unwrap_or(u16::MAX)).min(Confidence(Confidence::CERTAIN.0 - 1));
        }
    }

    /// The likeliest question about a product among the candidates.
    pub fn product_intent(&self) -> Option<Intent> {
        self.candidates.iter().map(|candidate| candidate.intent).find(|intent| intent.is_about_products())
    }

    /// The same with its reason. `message` is what was read. Of most turns nobody ever asks why.
    #[must_use]
    pub fn explained(mut self, message: &Message) -> Self {
        if let (Some(table), Some(best)) = (table(), self.candidates.first()) {
            self.reason = explain(&table, message, *best);
        }
        self
    }

    /// Everything that is wanted, the likeliest first. What brings in a person needs more than a guess, and a complaint
    /// hardly a doubt: much that is none names the shop's service.
    pub fn wishes(&self) -> Vec<Intent> {
        let least = |intent: Intent| match intent {
            Intent::Complaint => Confidence::CERTAIN,
            Intent::HumanAgent => Confidence::LIKELY,
            _ => Confidence::GUESS,
        };
        let first = self.candidates.first().filter(|best| best.confidence >= least(best.intent));
        first.map(|best| best.intent).into_iter().chain(self.also.iter().copied()).collect()
    }

    /// Whether the reading is good enough to go by without asking.
    pub fn is_sure(&self) -> bool {
        self.candidates.first().is_some_and(|best| best.confidence >= Confidence::SURE)
    }

    /// The likeliest intent, where nobody needs to be asked.
    pub fn sure_intent(&self) -> Option<Intent> {
        self.intent().filter(|_| self.is_sure())
    }

    /// Two intents between which the words do not decide: the shopper has to be asked.
    pub fn torn(&self) -> Option<[Intent; 2]> {
        let [first, second, ..] = self.candidates.as_slice() else { return None };
        let is_close = first.confidence < Confidence::SURE && second.confidence.0 * 10 >= first.confidence.0 * 6;
        let is_one_thing = first.intent.is_about_products() && second.intent.is_about_products();
        (is_close && !is_one_thing && first.confidence >= Confidence::GUESS).then_some([first.intent, second.intent])
    }
}

/// What several readings as a question about products must have together.
const LEAST_TOGETHER: u16 = 250;

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

/// Reads what the message wants.
pub fn classify(message: &Message) -> Reading {
    let Some(table) = table() else { return Reading::default() };
    let Found { shares, known } = table.look_up(message.features());
    let candidates = candidates(&shares);
    // Pieces of words alone must be telling: "brmpf" shares some with every intent.
    let is_telling = |best: &&Candidate| known > 0 || (best.confidence >= Confidence::SURE && !best.intent.is_idle());
    let Some(best) = candidates.first().filter(is_telling) else { return Reading::default() };
    Reading { also: others(&table, message, best.intent, &shares), candidates, reason: Reason::default() }
}

/// Whether there are words that say what it is about, and nobody ever taught one of them: "flurb the wozzle".
pub fn is_gibberish(message: &Message, language: Language) -> bool {
    let Some(table) = table() else { return false };
    let tells = |word: &str| word.chars().any(char::is_alphabetic) && !is_stop_word(word, language);
    let is_known = |word: &Feature| word.is_word && table.row(word.hash).is_some() && tells(word.of(message.text()));
    message.words().filter(|word| tells(word)).nth(LEAST_GIBBERISH - 1).is_some()
        && !message.features().iter().any(is_known)
}

/// One word that nobody knows may be a name, or slang.
const LEAST_GIBBERISH: usize = 2;

static TABLE: Taught =
    Taught::new(if cfg!(feature = "embedded-tables") { Some(include_bytes!("../../model/intent.bin")) } else { None });

/// Takes the table of intents, `desk/model/intent.bin`, where it is no part of the program. Says whether there is one
/// from now on: bytes that are no table are left alone.
pub fn teach(bytes: Vec<u8>) -> bool {
    TABLE.take(bytes, |bytes| Table::read(bytes, Intent::ALL.len()).is_some());
    is_taught()
}

/// Whether there is a table. Without one every message is one that nobody understands.
pub fn is_taught() -> bool {
    table().is_some()
}

/// What was learnt. Reading it takes no work: it is laid out as it is used.
fn table() -> Option<Table<'static>> {
    Table::read(TABLE.bytes()?, Intent::ALL.len())
}

fn candidates(shares: &[f32]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = (Intent::ALL.into_iter().zip(shares))
        .map(|(intent, share)| Candidate { intent, confidence: Confidence::of(*share) })
        .collect();
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.confidence));
    candidates.truncate(5);
    candidates
}

/// Wishes that a clause of the message states clearly, besides the first, and that the whole does not contradict.
fn others(table: &Table<'_>, message: &Message, first: Intent, shares: &[f32]) -> Vec<Intent> {
    let is_possible = |intent: Intent| {
        let in_whole = shares.get(intent as usize).copied().unwrap_or_default();
        intent != first && !intent.is_idle() && in_whole >= LEAST_SHARE
    };
    // Of most messages this settles it, and no clause need be read.
    if !Intent::ALL.into_iter().any(is_possible) {
        return Vec::new();
    }
    if message.parts().nth(1).is_none() {
        return Vec::new();
    }
    let mut others = Vec::new();
    for part in message.parts().take(MOST_PARTS) {
        let of_clause = table.read_features(part.features());
        let Some(best) = best(&of_clause) else { continue };
        let is_new = is_possible(best.intent) && !others.contains(&best.intent);
        let least = if best.intent == Intent::HumanAgent { Confidence::CERTAIN } else { Confidence::SURE };
        if is_new && best.confidence >= least {
            others.push(best.intent);
        }
    }
    others
}

/// The first of the likeliest.
fn best(shares: &[f32]) -> Option<Candidate> {
    let all = Intent::ALL.into_iter().zip(shares);
    let candidates = all.map(|(intent, share)| Candidate { intent, confidence: Confidence::of(*share) });
    candidates.reduce(|best, other| if other.confidence > best.confidence { other } else { best })
}

/// A further wish has at least this share of the whole message.
const LEAST_SHARE: f32 = 0.1;

/// Parts that are read one by one.
pub(crate) const MOST_PARTS: usize = 6;

/// What speaks for the likeliest intent, by the words that it was read from.
fn explain(table: &Table<'_>, message: &Message, best: Candidate) -> Reason {
    let mut words: Vec<(&str, f32)> = Vec::new();
    for feature in message.features() {
        if let Some(row) = table.row(feature.hash) {
            words.push((feature.of(message.text()), row.weight(best.intent as usize) * feature.value));
        }
    }
    // Words with their pieces: those are of one stretch.
    words.sort_by_key(|(word, _)| (word.as_ptr(), word.len()));
    words.dedup_by(|(word, weight), (before, sum)| {
        let is_same = std::ptr::eq(*word, *before);
        *sum += if is_same { *weight } else { 0.0 };
        is_same
    });
    words.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let spoken =
        words.into_iter().take(MOST_REASONS).map(|(text, weight)| Reason::weighed(format!("“{text}”"), weight));
    Reason::weighed(best.intent.name(), f32::from(best.confidence.0) / 1000.0).because(spoken)
}

/// Words that an explanation names.
const MOST_REASONS: usize = 6;
