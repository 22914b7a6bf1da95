//! What a person gets when a conversation is handed over, and what follows.

use desk::entity::{Calendar, Expecting, mentions};
use desk::hand_off::Priority;
use desk::identity::Level;
use desk::intent::{Intent, Reading};
use desk::language::Language;
use desk::message::Message;
use desk::reply::Reason;
use desk::seen::{Seen, pointed_at};
use desk::signal::Mood;
use desk::state::State;
use serde::Serialize;
use serde_json::Value;

/// The record of one hand-off: everything known, so that nobody has to ask twice.
///
/// Its id is the same however often it is sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// How sure it is who asked: `stepped_up` where a code by e-mail confirmed it.
    pub identity: Level,
    /// Numeric id of the customer who is signed in, as the shop itself vouched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Everything that the conversation has been about, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Intent>,
    /// Product handle last talked about or looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What the shopper's last lines mention: tracking and phone numbers, dates, amounts, things of orders and so on, the
    /// newest line's first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    pub transcript: Vec<Line>,
    /// What was read, newest last: lookup, time, and what came back.
    pub receipts: Vec<Value>,
    /// An answer that waits for approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
}

/// A line that the shopper wrote after the hand-off, while people have the conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FollowUp {
    /// The hand-off's id and the line's sequence number.
    pub id: String,
    /// The id of the hand-off that it adds to.
    pub follows: String,
    pub conversation: String,
    pub shop: String,
    /// RFC 3339, UTC.
    pub at: String,
    /// How soon a person should look, by this line alone; the higher of the two counts.
    pub priority: Priority,
    pub line: Line,
}

/// What goes to the merchant. The id is the same however often it is sent. Once written down it stays as it was
/// written: whoever carries it on reads no more of it than its id.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Record {
    FollowUp(FollowUp),
    HandOff(Box<HandOff>),
}

/// An order that a conversation is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Order {
    pub number: String,
    pub proven: bool,
}

/// One thing that the shopper mentioned.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Mention {
    /// Such as `tracking_number`: [`desk::entity::Entity::kind`], or `product`.
    pub kind: &'static str,
    /// As the shopper wrote it; of a product, its name in the shop's records.
    pub text: String,
    /// The order that a product is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
}

/// Lines whose mentions a record lists. Older ones can be read in the transcript.
const MOST_LINES: usize = 10;

/// One line of the transcript.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
        self.topics.clone_from(&state.topics);
        self
    }

    /// Lists what the shopper mentioned, each thing once: products by what was read of orders and catalog.
    #[must_use]
    pub fn with_mentions(mut self, calendar: Calendar, language: Language, seen: &[Seen]) -> Self {
        let mut listed = Vec::new();
        let lines = self.transcript.iter().rev().filter(|line| line.author == "shopper").take(MOST_LINES);
        for line in lines {
            for mention in mentions(&line.text, Expecting::Nothing, calendar) {
                let text = line.text.get(mention.span).unwrap_or_default().to_owned();
                listed.push(Mention { kind: mention.entity.kind(), text, order: None });
            }
            listed.extend(pointed_at(&Message::parse(&line.text), language, seen).map(|seen| Mention {
                kind: "product",
                text: seen.name(),
                order: seen.order.map(|order| order.to_string()),
            }));
        }
        for mention in listed {
            if !self.mentions.contains(&mention) {
                self.mentions.push(mention);
            }
        }
        self
    }
}

impl Record {
    pub fn id(&self) -> &str {
        match self {
            Self::FollowUp(record) => &record.id,
            Self::HandOff(record) => &record.id,
        }
    }
}

/// One paragraph for a chat channel, of a record that has been written down.
pub fn summary(record: &Value) -> String {
    let text = |pointer: &str| record.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    if record.get("follows").is_some() {
        return format!("The shopper adds: “{}”", shortened(text("/line/text")));
    }
    // A reason is a word, or a word with what it is about.
    let about = record.get("reason").and_then(Value::as_object).and_then(|reason| reason.keys().next());
    let reason = about.map_or_else(|| text("/reason"), String::as_str);
    let order = match text("/order/number") {
        "" => String::new(),
        number if record.pointer("/order/proven") == Some(&Value::Bool(true)) => format!(", order {number}"),
        number => format!(", order {number} (not proven)"),
    };
    let lines = record.get("transcript").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let of_shopper = |line: &&Value| line.get("author").and_then(Value::as_str) == Some("shopper");
    let last = lines.iter().rev().find(of_shopper).and_then(|line| line.get("text")?.as_str()).unwrap_or_default();
    let topics = record.get("topics").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let topics: Vec<&str> = topics.iter().filter_map(Value::as_str).collect();
    let about = if topics.is_empty() { String::new() } else { format!(" It was about {}.", topics.join(", ")) };
    let confirmed = if text("/identity") == "stepped_up" { " Identity confirmed by code." } else { "" };
    format!("A shopper needs a person ({reason}){order}.{confirmed}{about} Last line: “{}”", shortened(last))
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
    use desk::entity::OrderNumber;

    use super::*;

    fn hand_off(reason: Reason, order: Option<Order>) -> Value {
        serde_json::to_value(Record::HandOff(Box::new(record(reason, order)))).expect("plain data")
    }

    fn record(reason: Reason, order: Option<Order>) -> HandOff {
        let line = |author: &str, text: &str| Line { at: String::new(), author: author.into(), text: text.into() };
        HandOff {
            id: "c-1".into(),
            conversation: "c".into(),
            shop: "s".into(),
            at: "2026-11-20T12:00:00Z".into(),
            reason,
            priority: Priority::Normal,
            mood: None,
            reading: None,
            order,
            email: None,
            identity: Level::Anonymous,
            customer: None,
            topics: Vec::new(),
            product: None,
            mentions: Vec::new(),
            transcript: vec![line("shopper", "are you there?"), line("notice", "A person was asked for.")],
            receipts: Vec::new(),
            draft: None,
        }
    }

    #[test]
    fn what_was_mentioned_is_listed_once_the_newest_line_first() {
        let line = |author: &str, text: &str| Line { at: String::new(), author: author.into(), text: text.into() };
        let mut record = record(Reason::Asked, None);
        record.transcript = vec![
            line("shopper", "UPS says 1Z5R89390357567127, I ordered 3 days ago"),
            line("assistant", "order #9999?"),
            line("shopper", "1Z5R89390357567127! call +49 30 1234567"),
            line("shopper", "the jacket is torn"),
        ];
        let seen = |title: &str| Seen { title: title.into(), order: OrderNumber::parse("1002"), ..Seen::default() };
        let calendar = Calendar::new("2026-11-20".parse().expect("a date"), Language::En, "GB");
        let record = record.with_mentions(calendar, Language::En, &[seen("Ridgeline Rain Jacket"), seen("Enamel Mug")]);
        let listed: Vec<_> = record.mentions.iter().map(|mention| (mention.kind, &*mention.text)).collect();
        let want = [
            ("product", "Ridgeline Rain Jacket"),
            ("tracking_number", "1Z5R89390357567127"),
            ("phone", "+49 30 1234567"),
            ("date", "3 days ago"),
        ];
        assert_eq!(listed, want);
    }

    #[test]
    fn a_summary_says_why_about_what_and_in_whose_words() {
        let order = |proven| Some(Order { number: "#1002".into(), proven });
        let rows = [
            (hand_off(Reason::Asked, None), "A shopper needs a person (asked). Last line: “are you there?”"),
            (
                hand_off(Reason::NotHandled(Intent::Invoice), order(true)),
                "A shopper needs a person (not_handled), order #1002. Last line: “are you there?”",
            ),
            (
                hand_off(Reason::Vip, order(false)),
                "A shopper needs a person (vip), order #1002 (not proven). Last line: “are you there?”",
            ),
        ];
        for (record, want) in rows {
            assert_eq!(summary(&record), want);
        }
        let mut confirmed = hand_off(Reason::NotHandled(Intent::ChangeAddress), order(true));
        confirmed["identity"] = "stepped_up".into();
        assert!(
            summary(&confirmed).contains("order #1002. Identity confirmed by code. Last"),
            "{}",
            summary(&confirmed)
        );
        let mut long = hand_off(Reason::Asked, None);
        long["topics"] = serde_json::json!(["order_status", "refund_policy"]);
        assert!(summary(&long).contains(" It was about order_status, refund_policy. "), "{}", summary(&long));
        let line = Line { at: String::new(), author: "shopper".into(), text: "hello?".into() };
        let follow_up = Record::FollowUp(FollowUp {
            id: "c-1-7".into(),
            follows: "c-1".into(),
            conversation: "c".into(),
            shop: "s".into(),
            at: String::new(),
            priority: Priority::Normal,
            line,
        });
        assert_eq!(summary(&serde_json::to_value(&follow_up).expect("plain data")), "The shopper adds: “hello?”");
    }
}
