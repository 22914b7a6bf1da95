//! What a person gets when a conversation is handed over, and what follows.

use desk::entity::{Calendar, Expecting, mentions};
use desk::hand_off::Priority;
use desk::intent::Reading;
use desk::reply::Reason;
use desk::signal::Mood;
use desk::state::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The record of one hand-off: everything known, so that nobody has to ask twice.
///
/// Its id is the same however often it is sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct HandOff {
    /// Conversation and ownership epoch.
    pub id: String,
    pub conversation: String,
    pub shop: String,
    /// RFC 3339, UTC.
    pub at: String,
    pub reason: Reason,
    /// How soon a person should look.
    pub priority: Priority,
    /// What the shopper's words carried besides the wish: anger, worry, a threat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// What the desk made of the last line, with its reasons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// The order talked about, as the shopper wrote it, and whether it was proven to be theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// As the shopper gave it; checked only where the order is proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Numeric id of the customer who is signed in, as the shop itself vouched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Product handle last talked about or looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What the shopper's last lines mention: tracking and phone numbers, dates, amounts and so on, the newest line's
    /// first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    pub transcript: Vec<Line>,
    /// What was read, newest last: lookup, time, and what came back.
    pub receipts: Vec<Value>,
    /// An answer that waits for approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
}

/// A line that the shopper wrote after the hand-off, while people have the conversation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct FollowUp {
    /// The hand-off's id and the line's sequence number.
    pub id: String,
    /// The id of the hand-off that it adds to.
    pub follows: String,
    pub conversation: String,
    pub shop: String,
    /// RFC 3339, UTC.
    pub at: String,
    pub line: Line,
}

/// What goes to the merchant. The id is the same however often it is sent.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Record {
    FollowUp(FollowUp),
    HandOff(Box<HandOff>),
}

/// An order that a conversation is about.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Order {
    pub number: String,
    pub proven: bool,
}

/// One thing that the shopper mentioned.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Mention {
    /// Such as `tracking_number`: [`desk::entity::Entity::kind`].
    pub kind: String,
    /// As the shopper wrote it.
    pub text: String,
}

/// Lines whose mentions a record lists. Older ones can be read in the transcript.
const MOST_LINES: usize = 10;

/// One line of the transcript.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Line {
    pub at: String,
    pub author: String,
    pub text: String,
}

impl HandOff {
    /// Takes over what the desk remembers.
    #[must_use]
    pub fn with_state(mut self, state: &State) -> Self {
        self.order = state.order.map(|number| Order {
            number: number.to_string(),
            proven: state.proofs.iter().any(|proof| proof.number() == number),
        });
        self.email = state.email.as_ref().map(|email| email.as_str().to_owned());
        self.product.clone_from(&state.product);
        self
    }

    /// Lists what the shopper mentioned, each thing once.
    #[must_use]
    pub fn with_mentions(mut self, calendar: Calendar) -> Self {
        let lines = self.transcript.iter().rev().filter(|line| line.author == "shopper").take(MOST_LINES);
        for line in lines {
            for mention in mentions(&line.text, Expecting::Nothing, calendar) {
                let text = line.text.get(mention.span).unwrap_or_default().to_owned();
                let mention = Mention { kind: mention.entity.kind().to_owned(), text };
                if !self.mentions.contains(&mention) {
                    self.mentions.push(mention);
                }
            }
        }
        self
    }

    fn summary(&self) -> String {
        let order = self
            .order
            .as_ref()
            .map(|order| format!(", order {}{}", order.number, if order.proven { "" } else { " (not proven)" }));
        let last = self.transcript.iter().rev().find(|line| line.author == "shopper").map(|line| shortened(&line.text));
        format!(
            "A shopper needs a person ({:?}){}. Last line: “{}”",
            self.reason,
            order.unwrap_or_default(),
            last.unwrap_or_default()
        )
    }
}

impl Record {
    pub fn id(&self) -> &str {
        match self {
            Self::FollowUp(record) => &record.id,
            Self::HandOff(record) => &record.id,
        }
    }

    pub fn conversation(&self) -> &str {
        match self {
            Self::FollowUp(record) => &record.conversation,
            Self::HandOff(record) => &record.conversation,
        }
    }

    pub fn at(&self) -> &str {
        match self {
            Self::FollowUp(record) => &record.at,
            Self::HandOff(record) => &record.at,
        }
    }

    /// The id of the hand-off that it adds to.
    pub fn follows(&self) -> Option<&str> {
        match self {
            Self::FollowUp(record) => Some(&record.follows),
            Self::HandOff(_) => None,
        }
    }

    /// One paragraph for a chat channel.
    pub fn summary(&self) -> String {
        match self {
            Self::FollowUp(record) => format!("The shopper adds: “{}”", shortened(&record.line.text)),
            Self::HandOff(record) => record.summary(),
        }
    }
}

/// Enough to see what it is about.
fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(200).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use desk::language::Language;

    use super::*;

    fn hand_off(lines: &[(&str, &str)]) -> HandOff {
        let line = |(author, text): &(&str, &str)| Line {
            at: "2026-11-20T12:00:00Z".into(),
            author: (*author).into(),
            text: (*text).into(),
        };
        HandOff {
            id: "c-1".into(),
            conversation: "c".into(),
            shop: "s".into(),
            at: "2026-11-20T12:00:00Z".into(),
            reason: Reason::Asked,
            priority: Priority::Normal,
            mood: None,
            reading: None,
            order: None,
            email: None,
            customer: None,
            product: None,
            mentions: Vec::new(),
            transcript: lines.iter().map(line).collect(),
            receipts: Vec::new(),
            draft: None,
        }
    }

    #[test]
    fn what_was_mentioned_is_listed_once_the_newest_line_first() {
        let calendar = Calendar::new("2026-11-20".parse().expect("a date"), Language::En, "GB");
        let record = hand_off(&[
            ("shopper", "UPS says 1Z5R89390357567127, I ordered 3 days ago"),
            ("assistant", "order #9999?"),
            ("shopper", "1Z5R89390357567127! call +49 30 1234567"),
            ("shopper", "yes"),
        ]);
        let record = record.with_mentions(calendar);
        let listed: Vec<_> = record.mentions.iter().map(|mention| (&*mention.kind, &*mention.text)).collect();
        let want = [("tracking_number", "1Z5R89390357567127"), ("phone", "+49 30 1234567"), ("date", "3 days ago")];
        assert_eq!(listed, want);
    }

    #[test]
    fn a_record_is_read_back_as_what_it_was() {
        let line = Line { at: "2026-11-20T12:00:00Z".into(), author: "shopper".into(), text: "are you there?".into() };
        let follow_up = Record::FollowUp(FollowUp {
            id: "c-1-7".into(),
            follows: "c-1".into(),
            conversation: "c".into(),
            shop: "s".into(),
            at: line.at.clone(),
            line,
        });
        let mut hand_off = hand_off(&[("shopper", "are you there?")]);
        hand_off.mentions.push(Mention { kind: "order".into(), text: "#1042".into() });
        let hand_off = Record::HandOff(Box::new(hand_off));
        for record in [follow_up, hand_off] {
            let json = serde_json::to_string(&record).expect("plain data");
            assert_eq!(serde_json::from_str::<Record>(&json).expect("the same"), record);
            assert!(record.summary().contains("are you there?"), "{}", record.summary());
        }
    }
}
