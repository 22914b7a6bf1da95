//! Handing the conversation over, and getting the record of it to the merchant.

use desk::intent::Reading;
use desk::reply::Reason;
use desk::state::State;
use desk::wording;
use jiff::Timestamp;
use protocol::part::Part;
use protocol::shopper::{Message, ServerFrame};
use serde_json::{Value, json};
use worker::Result;

use super::conversation::Conversation;
use super::log::author_name;
use crate::app::hand_off::{HandOff, Line};
use crate::fault::Fault;
use crate::platform::clock::{millis, now, now_ms};
use crate::platform::{hand_offs, settings};
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
        reading: Option<&Reading>,
        draft: Option<String>,
    ) -> Result<()> {
        let Some(ownership) = self.log.ownership()?.hand_off() else { return Ok(()) };
        let settings = settings(&self.env).ok();
        self.log.set_fact("ownership", &ownership)?;
        self.log.close_all()?;
        self.log.forget_fact("turn")?;
        let mut parts = vec![Part::words(wording::hand_off_notice(reason))];
        parts.extend(settings.as_ref().map(|settings| notice::part(&settings.hand_off_notice)));
        let message = self.log.append_notice(client_id, parts)?;
        let conversation = self.state.id().to_string();
        let state: State = self.log.fact("state")?.unwrap_or_default();
        let record = HandOff {
            id: format!("{conversation}-{}", ownership.epoch),
            conversation,
            shop: settings.map(|settings| settings.shop_domain).unwrap_or_default(),
            at: now().to_string(),
            reason,
            reading: reading.cloned(),
            order: None,
            email: None,
            product: None,
            transcript: self.log.after(0)?.iter().map(line).collect(),
            receipts: self.log.receipts(MOST_RECEIPTS)?.into_iter().map(receipt).collect(),
            draft,
        };
        self.log.set_fact("hand_off", &record.with_state(&state))?;
        self.log.set_due("hand_off", now_ms() + RETRY_MS)?;
        self.publish(message);
        self.broadcast(&ServerFrame { owner: Some(wire::owner(ownership.owner)), ..ServerFrame::default() });
        Ok(())
    }

    /// Gets a waiting record out of the object. If that fails it stays on the agenda; nothing is lost.
    pub(super) async fn deliver_hand_offs(&self) -> Result<()> {
        let Some(record) = self.log.fact::<HandOff>("hand_off")? else { return Ok(()) };
        match hand_offs::keep(&self.env, &record).await {
            Ok(()) => {
                self.log.forget_fact("hand_off")?;
                self.log.clear_due("hand_off")
            }
            Err(error) => {
                Fault::new(format!("hand-off not kept: {error}")).log();
                self.log.set_due("hand_off", now_ms() + RETRY_MS)?;
                self.arm().await
            }
        }
    }
}

fn line(message: &Message) -> Line {
    let text: Vec<&str> = message.parts.iter().map(|part| part.text.as_str()).collect();
    let at = Timestamp::from_millisecond(millis(message.at)).unwrap_or(Timestamp::UNIX_EPOCH);
    Line { at: at.to_string(), author: author_name(message.author).into(), text: text.join("\n") }
}

fn receipt((at, lookup, outcome): (String, String, String)) -> Value {
    let value = |text: String| serde_json::from_str::<Value>(&text).unwrap_or(Value::Null);
    json!({ "at": at, "lookup": value(lookup), "outcome": value(outcome) })
}
