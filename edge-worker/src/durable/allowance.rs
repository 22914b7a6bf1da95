//! Spending: what one network address may ask in an hour, and what all of a deployment's conversations may look up.
//!
//! A conversation takes from the hour by handfuls and lives on what it has in hand. The first one is taken before anything
//! is answered. Later ones are taken behind an answer: whoever was let through and has nothing left is served once more,
//! and counted then. So only the first answer waits for the object that counts, whoever is refused is so from the next line
//! on, and a conversation gets less than two handfuls too much.

use std::rc::Rc;

use desk::state::State;
use desk::wording;
use protocol::shopper::Page;
use worker::{Env, Result};

use super::conversation::Conversation;
use super::log::{Body, Log, OpenLine};
use crate::app::ownership::Ticket;
use crate::fault::Fault;
use crate::http::SITE_SHARE;
use crate::platform::{limits, settings};
use crate::settings::Settings;
use crate::{notice, wire};

/// One thing that is counted. What is in hand is a fact under its name: below zero, what is yet to be counted.
#[derive(Clone, Copy)]
struct Allowance {
    name: &'static str,
    /// So much is taken at a time.
    handful: i64,
}

/// Few, as many people may share an address.
const LINES: Allowance = Allowance { name: "lines", handful: 2 };

/// The same for the site of an IPv6 address.
const SITE_LINES: Allowance = Allowance { name: "site_lines", handful: 10 };

const LOOKUPS: Allowance = Allowance { name: "lookups", handful: 10 };

impl Allowance {
    /// Under what the hour is counted, and what may be used in it.
    fn hour(self, log: &Log, settings: &Settings) -> Result<(String, u32)> {
        let (fact, share) = match self.name {
            "lines" => ("address", 1),
            "site_lines" => ("site", SITE_SHARE),
            other => return Ok((other.to_owned(), settings.limits.lookups)),
        };
        let from: String = log.fact(fact)?.unwrap_or_default();
        Ok((["lines:", &from].concat(), settings.limits.lines.saturating_mul(share)))
    }
}

impl Conversation {
    /// Whether one more line of this address may be answered.
    pub(super) async fn may_answer(&self, settings: &Settings) -> Result<bool> {
        let has_site = self.log.fact("site")?.is_some_and(|site: String| !site.is_empty());
        Ok(self.use_up(LINES, 1, settings).await? && (!has_site || self.use_up(SITE_LINES, 1, settings).await?))
    }

    /// Whether this many more records may be looked up.
    pub(super) async fn may_look_up(&self, count: usize, settings: &Settings) -> Result<bool> {
        let count = i64::try_from(count).unwrap_or(LOOKUPS.handful).min(LOOKUPS.handful);
        self.use_up(LOOKUPS, count, settings).await
    }

    /// Uses what is in hand, or what will be counted behind the answer. Where nobody can be asked who counts, shoppers
    /// are served.
    async fn use_up(&self, what: Allowance, count: i64, settings: &Settings) -> Result<bool> {
        let in_hand: Option<i64> = self.log.fact(what.name)?;
        // What is owed already may be about to be counted.
        let least = if self.is_counting.get() { 1 - what.handful } else { 0 };
        if in_hand.is_none_or(|in_hand| in_hand < least) {
            match take(&self.env, &self.log, what, count, settings).await {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(error) => {
                    Fault::new(format!("limiter: {error}")).log();
                    return Ok(true);
                }
            }
        }
        let in_hand: i64 = self.log.fact(what.name)?.unwrap_or(0);
        self.log.set_fact(what.name, &(in_hand - count))?;
        Ok(true)
    }

    /// Counts what was served before it was counted. Nobody waits for it.
    pub(super) fn count_behind(&self) {
        let is_owed =
            |what: &Allowance| self.log.fact::<i64>(what.name).is_ok_and(|left| left.is_some_and(|left| left < 0));
        let owed: Vec<Allowance> = [LINES, SITE_LINES, LOOKUPS].into_iter().filter(is_owed).collect();
        let Ok(settings) = settings(&self.env) else { return };
        if owed.is_empty() || self.is_counting.replace(true) {
            return;
        }
        let (env, log, is_counting) = (self.env.clone(), Rc::clone(&self.log), Rc::clone(&self.is_counting));
        self.state.wait_until(async move {
            for what in owed {
                // Refused or not counted, it stays owed, and the next line asks before it is answered.
                if let Err(error) = take(&env, &log, what, 0, &settings).await {
                    Fault::new(format!("limiter: {error}")).log();
                }
            }
            is_counting.set(false);
        });
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

/// Takes a handful of the hour's, or what is owed and `count` where that is more.
async fn take(env: &Env, log: &Log, what: Allowance, count: i64, settings: &Settings) -> Result<bool> {
    let (key, most) = what.hour(log, settings)?;
    let owed = log.fact(what.name)?.map_or(0, |in_hand: i64| -in_hand.min(0));
    let taken = what.handful.min(most.into()).max(owed + count);
    let is_left = limits::take(env, &key, u32::try_from(taken).unwrap_or(u32::MAX), most).await?;
    if is_left {
        // Others may have used or taken some meanwhile.
        let in_hand: i64 = log.fact(what.name)?.unwrap_or(0);
        log.set_fact(what.name, &(in_hand + taken))?;
    }
    Ok(is_left)
}
