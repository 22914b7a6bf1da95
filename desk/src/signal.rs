//! How a shopper feels, and what always needs a person: read from the words, whatever the wish is.

use serde::Serialize;

use crate::learned::Table;
use crate::message::Message;
use crate::reason::Reason;
use crate::taught::Taught;

/// Something in a message besides what is wanted.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Nothing of the kind.
    Calm,
    Frustration,
    Anger,
    Worry,
    /// Needed by a date, or within hours.
    Urgency,
    /// Lawyer, court, consumer protection, an authority.
    Legal,
    /// Somebody was hurt, or is in danger through a product.
    Safety,
    SelfHarm,
    /// The payment is disputed with bank or card company.
    Chargeback,
    Press,
    /// A refund is argued about.
    RefundConflict,
    /// A large, old or business customer expects to be looked after.
    KeyAccount,
    /// A person is asked for, whatever else is.
    Person,
}

impl Signal {
    /// Every signal, in the order of the classifier's table.
    pub const ALL: [Self; 13] = [
        Self::Calm,
        Self::Frustration,
        Self::Anger,
        Self::Worry,
        Self::Urgency,
        Self::Legal,
        Self::Safety,
        Self::SelfHarm,
        Self::Chargeback,
        Self::Press,
        Self::RefundConflict,
        Self::KeyAccount,
        Self::Person,
    ];

    /// The label, as data files have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Frustration => "frustration",
            Self::Anger => "anger",
            Self::Worry => "worry",
            Self::Urgency => "urgency",
            Self::Legal => "legal",
            Self::Safety => "safety",
            Self::SelfHarm => "self_harm",
            Self::Chargeback => "chargeback",
            Self::Press => "press",
            Self::RefundConflict => "refund_conflict",
            Self::KeyAccount => "key_account",
            Self::Person => "person",
        }
    }

    /// Reads a label.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.name() == name)
    }

    /// Whether it brings in a person whatever the wish is.
    fn is_weighty(self) -> bool {
        !matches!(self, Self::Calm | Self::Frustration | Self::Anger | Self::Worry | Self::Urgency)
    }

    /// How likely it must be. Set so that hardly an ordinary line of the validation persona brings in a person.
    fn threshold(self) -> f32 {
        match self {
            Self::Legal => 0.45,
            Self::Safety | Self::Press | Self::KeyAccount => 0.55,
            Self::SelfHarm => 0.6,
            Self::Chargeback => 0.65,
            Self::RefundConflict => 0.75,
            Self::Calm | Self::Frustration | Self::Anger | Self::Worry | Self::Urgency | Self::Person => 0.5,
        }
    }
}

/// What a message carries.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Mood {
    /// Strongest first, never [`Signal::Calm`].
    pub signals: Vec<Signal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// Nothing in it asks for a person, as far as was learnt: who takes it for such a wish should be certain.
    #[serde(skip)]
    pub(crate) asks_for_nobody: bool,
}

impl Mood {
    /// Whether it carries this.
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.contains(&signal)
    }

    /// Whether a cheerful answer would be out of place.
    pub fn is_unhappy(&self) -> bool {
        !self.signals.iter().all(|signal| matches!(signal, Signal::Urgency | Signal::KeyAccount | Signal::Person))
    }

    /// Takes up what is said beyond doubt, whatever the table made of it.
    pub(crate) fn hear(&mut self, signal: Signal) {
        if !self.has(signal) {
            self.signals.insert(0, signal);
            self.reasons.insert(0, Reason::rule(format!("says so: {}", signal.name())));
        }
    }

    /// Takes back what something else in the message explains better.
    pub(crate) fn forget(&mut self, signal: Signal) {
        self.signals.retain(|heard| *heard != signal);
    }

    /// Reads a message; `raw` is the same line as it was typed, since shouting is a matter of capitals.
    pub fn read(message: &Message, raw: &str) -> Self {
        let mut found: Vec<(Signal, f32)> = Vec::new();
        let mut asks_for_nobody = false;
        if let Some(table) = table() {
            let shares = table.read_features(message.features());
            asks_for_nobody = shares.get(Signal::Person as usize).is_some_and(|share| *share < PERHAPS);
            let of_clauses = in_clauses(&table, message, &shares);
            let loud = Signal::ALL.into_iter().zip(shares).filter(|(signal, share)| *share >= signal.threshold());
            found.extend(loud.filter(|(signal, _)| *signal != Signal::Calm));
            found.extend(of_clauses);
        }
        found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let mut reasons: Vec<Reason> =
            found.iter().map(|(signal, share)| Reason::weighed(signal.name(), *share)).collect();
        let mut signals: Vec<Signal> = found.into_iter().map(|(signal, _)| signal).collect();
        if is_shouted(raw) && !signals.contains(&Signal::Anger) && !signals.contains(&Signal::Frustration) {
            signals.push(Signal::Frustration);
            reasons.push(Reason::rule("written in capitals, with exclamation marks"));
        }
        Self { signals, reasons, asks_for_nobody }
    }
}

/// What one clause of a long story says clearly, and the whole only hints at.
fn in_clauses(table: &Table<'_>, message: &Message, shares: &[f32]) -> Vec<(Signal, f32)> {
    let share = |shares: &[f32], signal: Signal| shares.get(signal as usize).copied().unwrap_or_default();
    let is_possible =
        |signal: &Signal| signal.is_weighty() && (LEAST_SHARE..signal.threshold()).contains(&share(shares, *signal));
    let possible: Vec<Signal> = Signal::ALL.into_iter().filter(is_possible).collect();
    if possible.is_empty() || message.clauses().len() < 2 {
        return Vec::new();
    }
    let read: Vec<Vec<f32>> = message.clauses().iter().map(|clause| table.read_features(clause.features())).collect();
    let loudest = |signal: Signal| {
        let most = read.iter().map(|shares| share(shares, signal)).fold(0.0, f32::max);
        (most >= CLEARLY.max(signal.threshold())).then_some((signal, most))
    };
    possible.into_iter().filter_map(loudest).collect()
}

/// A wish for a person has at least this share.
const PERHAPS: f32 = 0.2;

/// A signal of one clause has at least this share of the whole message,
const LEAST_SHARE: f32 = 0.05;

/// and this of the clause.
const CLEARLY: f32 = 0.7;

static TABLE: Taught =
    Taught::new(if cfg!(feature = "embedded-tables") { Some(include_bytes!("../model/signal.bin")) } else { None });

/// Takes the table of signals, `desk/model/signal.bin`, where it is no part of the program. Says whether there is one
/// from now on: bytes that are no table are left alone.
pub fn teach(bytes: Vec<u8>) -> bool {
    TABLE.take(bytes, |bytes| Table::read(bytes, Signal::ALL.len()).is_some());
    is_taught()
}

/// Whether there is a table. Without one every message is calm.
pub fn is_taught() -> bool {
    table().is_some()
}

/// What was learnt.
fn table() -> Option<Table<'static>> {
    Table::read(TABLE.bytes()?, Signal::ALL.len())
}

/// A sentence in capitals that ends in exclamation marks. A caps-lock key alone is no mood.
fn is_shouted(raw: &str) -> bool {
    let letters = || raw.chars().filter(|c| c.is_alphabetic());
    raw.contains("!!")
        && letters().count() >= 12
        && letters().filter(|c| c.is_lowercase()).count() * 10 < letters().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_there_and_calm_lines_are_calm() {
        assert!(table().is_some());
        for line in ["where is my order?", "is this jacket waterproof", "how long does shipping take", "thank you"] {
            assert_eq!(Mood::read(&Message::parse(line), line).signals, [], "{line}");
        }
    }

    #[test]
    fn shouting_is_heard() {
        let mood = |line: &str| Mood::read(&Message::parse(line), line);
        assert!(mood("WHERE IS MY ORDER NOW!!!").is_unhappy());
        assert!(!mood("OK!!").is_unhappy());
    }
}
