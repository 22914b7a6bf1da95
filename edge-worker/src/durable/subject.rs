//! What the law asks of a conversation: that it is found by whom it is about, copied for them, and erased.

use desk::state::State;
use serde_json::{Value, json};
use worker::{Response, Result};

use super::conversation::Conversation;
use super::record::{line, receipt};
use crate::app::subject;
use crate::platform::clock::now_ms;

/// Receipts that a copy has; a conversation cannot have more.
const MOST_RECEIPTS: i64 = 100_000;

/// An entry of the outbox that is no record, but somebody whom the conversation is about.
pub(super) const SUBJECT: &str = "subject ";

impl Conversation {
    /// Puts on its way whom the conversation is about, each once.
    pub(super) fn index(&self, state: &State) -> Result<()> {
        let signed_in: Option<String> = self.log.fact("customer")?;
        self.note(subject::all(state, signed_in.as_deref()))
    }

    /// The same for these.
    pub(super) fn note(&self, subjects: Vec<String>) -> Result<()> {
        let mut known: Vec<String> = self.log.fact("subjects")?.unwrap_or_default();
        let before = known.len();
        for subject in subjects {
            if !known.contains(&subject) {
                self.log.post_as(&format!("{SUBJECT}{subject}"), "")?;
                known.push(subject);
            }
        }
        if known.len() == before {
            return Ok(());
        }
        self.log.set_fact("subjects", &known)?;
        self.log.set_due("outbox", now_ms())
    }

    /// Everything that is kept, for whoever it is about.
    pub(super) fn export(&self) -> Result<Response> {
        if !self.log.exists()? {
            return Response::from_json(&Value::Null);
        }
        Response::from_json(&json!({
            "customer": self.log.fact::<Value>("customer")?,
            "state": self.log.fact::<Value>("state")?,
            "page": self.log.fact::<Value>("page")?,
            "messages": self.log.after(0)?.iter().map(|kept| line(&kept.author, kept.at, kept.text())).collect::<Vec<_>>(),
            "receipts": self.log.receipts(MOST_RECEIPTS)?.into_iter().map(receipt).collect::<Vec<_>>(),
        }))
    }
}
