//! Handing the conversation over, and getting the record of it to the merchant.

use desk::hand_off::{priority, priority_of};
use desk::reply::Reason;
use desk::state::State;
use desk::turn::TurnEnd;
use desk::wording;
use jiff::Timestamp;
use protocol::part::Part;
use protocol::shopper::{Message, Page, ServerFrame};
use serde_json::{Value, json};
use worker::Result;

use super::conversation::Conversation;
use super::log::author_name;
use super::subject::SUBJECT;
use crate::app::hand_off::{FollowUp, HandOff, Line, Record};
use crate::app::ownership::Ownership;
use crate::fault::Fault;
use crate::platform::clock::{millis, now, now_ms};
use crate::platform::{hand_offs, settings, webhooks};
use crate::{notice, wire};

/// Receipts that a record carries, the newest.
const MOST_RECEIPTS: i64 = 20;

/// When a record that could not be kept outside is tried again.
const RETRY_MS: u64 = 5_000;

impl Conversation {
    /// Gives the conversation to people, in one transaction: owner, a visible line, and the record that is to go out.
    /// Does nothing where they have it already.
    pub(super) fn hand_off(
        &self,
        client_id: Option<&str>,
        reason: Reason,
        turn: Option<&TurnEnd>,
        draft: Option<String>,
    ) -> Result<()> {
        let Some(ownership) = self.log.ownership()?.hand_off() else { return Ok(()) };
        let settings = settings(&self.env).ok();
        self.log.set_fact("ownership", &ownership)?;
        self.log.close_all()?;
        let state: State = self.log.fact("state")?.unwrap_or_default();
        let page = wire::page(self.log.fact::<Page>("page")?.unwrap_or_default());
        let language = state.language_on(&page);
        let mut parts = vec![Part::words(wording::hand_off_notice(reason, language))];
        parts.extend(settings.as_ref().map(|settings| notice::part(&settings.hand_off_notice)));
        let message = self.log.append_notice(client_id, parts)?;
        let conversation = self.state.id().to_string();
        let identity = self.identity()?;
        let record = HandOff {
            id: record_id(&conversation, ownership),
            conversation,
            shop: settings.map(|settings| settings.shop_domain.clone()).unwrap_or_default(),
            at: now().to_string(),
            reason,
            priority: priority(reason),
            mood: turn.map(|end| end.mood.clone()),
            reading: turn.map(|end| end.reading.clone()),
            order: None,
            email: None,
            identity: identity.level(state.proven_order()),
            customer: identity.customer.as_ref().map(|customer| customer.id().to_owned()),
            topics: Vec::new(),
            product: None,
            mentions: Vec::new(),
            transcript: self.log.after(0)?.iter().map(|kept| line(&kept.author, kept.at, kept.text())).collect(),
            receipts: self.log.receipts(MOST_RECEIPTS)?.into_iter().map(receipt).collect(),
            draft,
        };
        let record = record.with_state(&state).with_mentions(state.calendar(now(), &page), language, &state.seen);
        self.log.post(&Record::HandOff(Box::new(record)))?;
        self.log.set_due("outbox", now_ms() + RETRY_MS)?;
        self.publish(message);
        self.broadcast(ServerFrame { owner: Some(wire::owner(ownership.owner)), ..ServerFrame::default() });
        Ok(())
    }

    /// Posts a line that the shopper wrote while people have the conversation, so that it reaches them too.
    pub(super) fn follow_up(&self, message: &Message) -> Result<()> {
        let conversation = self.state.id().to_string();
        let follows = record_id(&conversation, self.log.ownership()?);
        let text: Vec<&str> = message.parts.iter().map(|part| part.text.as_str()).collect();
        let line = line(author_name(message.author), message.at, text.join("\n"));
        let record = FollowUp {
            id: format!("{follows}-{}", message.seq),
            follows,
            conversation,
            shop: settings(&self.env).map(|settings| settings.shop_domain.clone()).unwrap_or_default(),
            at: line.at.clone(),
            priority: priority_of(&line.text),
            line,
        };
        self.log.post(&Record::FollowUp(record))?;
        self.log.set_due("outbox", now_ms() + RETRY_MS)
    }

    /// Gets waiting records out of the object. What fails stays on the agenda; nothing is lost.
    pub(super) async fn empty_outbox(&self) -> Result<()> {
        let posted = self.log.posted()?;
        if posted.is_empty() {
            return self.log.clear_due("outbox");
        }
        self.arm().await?;
        for (id, record) in posted {
            if !self.log.exists()? || self.log.fact("erasing")?.unwrap_or(false) {
                return Ok(());
            }
            let kept = match id.strip_prefix(SUBJECT) {
                Some(subject) => webhooks::index(&self.env, &self.state.id().to_string(), subject).await,
                None => hand_offs::keep(&self.env, &id, &record).await,
            };
            if let Err(error) = kept {
                Fault::new(format!("not kept: {error}")).log();
                self.log.set_due("outbox", now_ms() + RETRY_MS)?;
                return self.arm().await;
            }
            self.log.clear_post(&id)?;
        }
        // A record may have been posted while the last one was on its way.
        if self.log.posted()?.is_empty() { self.log.clear_due("outbox") } else { self.arm().await }
    }
}

fn record_id(conversation: &str, ownership: Ownership) -> String {
    format!("{conversation}-{}", ownership.epoch)
}

pub(super) fn line(author: &str, at: u64, text: String) -> Line {
    let at = Timestamp::from_millisecond(millis(at)).unwrap_or(Timestamp::UNIX_EPOCH);
    Line { at: at.to_string(), author: author.into(), text }
}

pub(super) fn receipt((at, lookup, outcome): (String, String, String)) -> Value {
    let value = |text: String| serde_json::from_str::<Value>(&text).unwrap_or(Value::Null);
    json!({ "at": at, "lookup": value(lookup), "outcome": value(outcome) })
}
