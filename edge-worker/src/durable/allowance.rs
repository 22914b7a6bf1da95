//! Spending: what one network address may ask in an hour, and what all of a deployment's conversations may look up.
//!
//! A conversation takes from the hour by handfuls and lives on what it has in hand, so that few lines wait for the object
//! that counts, and who was let through is served to the end of that.

use desk::state::State;
use desk::wording;
use protocol::shopper::Page;
use worker::Result;

use super::conversation::Conversation;
use super::log::{Body, OpenLine};
use crate::app::ownership::Ticket;
use crate::fault::Fault;
use crate::platform::limits;
use crate::settings::Settings;
use crate::{notice, wire};

/// Lookups that a conversation takes at a time, and lines: fewer, as many people may share an address.
const HANDFUL: u32 = 10;
const FEW: u32 = 2;

impl Conversation {
    /// Whether one more line of this address may be answered.
    pub(super) async fn may_answer(&self, settings: &Settings) -> Result<bool> {
        let address: String = self.log.fact("address")?.unwrap_or_default();
        self.use_up("lines", &["lines:", &address].concat(), (1, FEW), settings.limits.lines).await
    }

    /// Whether this many more records may be looked up.
    pub(super) async fn may_look_up(&self, count: usize, settings: &Settings) -> Result<bool> {
        let count = u32::try_from(count).unwrap_or(HANDFUL).min(HANDFUL);
        self.use_up("lookups", "lookups", (count, HANDFUL), settings.limits.lookups).await
    }

    /// Takes from what is in hand, and first a handful of the hour's where that is not enough. Where nobody can be
    /// asked who counts, shoppers are served.
    async fn use_up(&self, what: &str, key: &str, (count, handful): (u32, u32), most: u32) -> Result<bool> {
        let mut in_hand: u32 = self.log.fact(what)?.unwrap_or(0);
        if in_hand < count {
            let handful = handful.min(most).max(count);
            match limits::take(&self.env, key, handful, most).await {
                Ok(true) => in_hand += handful,
                Ok(false) => return Ok(false),
                Err(error) => {
                    Fault::new(format!("limiter: {error}")).log();
                    return Ok(true);
                }
            }
        }
        self.log.set_fact(what, &in_hand.saturating_sub(count))?;
        Ok(true)
    }

    /// Says that too much is asked at the moment, and where the shop can be reached.
    pub(super) fn decline(&self, ticket: Ticket, line: &OpenLine, settings: &Settings) -> Result<()> {
        let Some(leave) = self.log.ownership()?.speak(ticket) else { return Ok(()) };
        let state: State = self.log.fact("state")?.unwrap_or_default();
        let page: Page = serde_json::from_str(&line.page).unwrap_or_default();
        let locale = page.locale.clone();
        let language = state.language_on(&wire::page(page));
        let words = wording::busy(&settings.contact_url, language);
        let lang = wire::foreign(language, &locale);
        let body = Body { parts: vec![notice::part(&words)], lang, ..Body::default() };
        let message = self.log.append_assistant(leave, body)?;
        self.log.close(line.seq)?;
        self.publish(message);
        Ok(())
    }
}
