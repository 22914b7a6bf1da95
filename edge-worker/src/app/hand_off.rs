//! What a person gets when a conversation is handed over.

use desk::intent::Reading;
use desk::reply::Reason;
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
    /// What the desk made of the last line, with its reasons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// The order talked about, as the shopper wrote it, and whether it was proven to be theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// As the shopper gave it; checked only where the order is proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Product handle last talked about or looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    pub transcript: Vec<Line>,
    /// What was read, newest last: lookup, time, and what came back.
    pub receipts: Vec<Value>,
    /// An answer that waits for approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
}

/// An order that a conversation is about.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Order {
    pub number: String,
    pub proven: bool,
}

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

    /// One paragraph for a chat channel.
    pub fn summary(&self) -> String {
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

/// Enough to see what it is about.
fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(200).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
