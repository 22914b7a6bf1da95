//! How a shopper feels, and what always needs a person: read from the words, whatever the wish is.

use serde::Serialize;

use crate::learned::{Feature, Table, features};
use crate::message::Message;
use crate::reason::Reason;

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
}

impl Signal {
    /// Every signal, in the order of the classifier's table.
    pub const ALL: [Self; 11] = [
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
        }
    }

    /// Reads a label.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.name() == name)
    }

    /// How likely it must be. Set so that hardly an ordinary line
    /// of the validation persona brings in a person.
    fn threshold(self) -> f32 {
        match self {
            Self::Legal | Self::Chargeback => 0.45,
            Self::Safety | Self::Press => 0.55,
            Self::RefundConflict => 0.6,
            Self::Calm | Self::Frustration | Self::Anger | Self::Worry | Self::Urgency | Self::SelfHarm => 0.5,
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
}

impl Mood {
    /// Whether it carries this.
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.contains(&signal)
    }

    /// Whether a cheerful answer would be out of place.
    pub fn is_unhappy(&self) -> bool {
        !self.signals.iter().all(|signal| *signal == Signal::Urgency)
    }

    /// Takes up what is said beyond doubt, whatever the table made of it.
    pub(crate) fn hear(&mut self, signal: Signal) {
        if !self.has(signal) {
            self.signals.insert(0, signal);
            self.reasons.insert(0, Reason::rule(format!("says so: {}", signal.name())));
        }
    }

    /// Reads a message; `raw` is the same line as it was typed, since shouting is a matter of capitals.
    pub fn read(message: &Message, raw: &str) -> Self {
        Self::read_features(&features(message.text()), raw)
    }

    /// The same, where the features of the message are at hand.
    pub fn read_features(features: &[Feature], raw: &str) -> Self {
        let mut found: Vec<(Signal, f32)> = Vec::new();
        if let Some(table) = table() {
            let shares = table.read_features(features);
            let loud = Signal::ALL.into_iter().zip(shares).filter(|(signal, share)| *share >= signal.threshold());
            found.extend(loud.filter(|(signal, _)| *signal != Signal::Calm));
        }
        found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let mut reasons: Vec<Reason> =
            found.iter().map(|(signal, share)| Reason::weighed(signal.name(), *share)).collect();
        let mut signals: Vec<Signal> = found.into_iter().map(|(signal, _)| signal).collect();
        if is_shouted(raw) && !signals.contains(&Signal::Anger) && !signals.contains(&Signal::Frustration) {
            signals.push(Signal::Frustration);
            reasons.push(Reason::rule("written in capitals, with exclamation marks"));
        }
        Self { signals, reasons }
    }
}

/// What was learnt.
fn table() -> Option<Table<'static>> {
    Table::read(include_bytes!("../model/signal.bin"), Signal::ALL.len())
}

/// A sentence in capitals that ends in exclamation marks. A caps-lock key alone is no mood.
fn is_shouted(raw: &str) -> bool {
    let letters = || raw.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 12
        && letters().filter(|c| c.is_lowercase()).count() * 10 < letters().count()
        && raw.contains("!!")
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
