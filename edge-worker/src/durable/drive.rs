//! Turns: from the oldest unanswered line to a commit, one after the other.

use desk::context::Context;
use desk::identity::Identity;
use desk::lookup::{Answer, Lookup};
use desk::reply::{Reason, Reply};
use desk::state::State;
use desk::turn::{self, Step, TurnEnd};
use desk::wording;
use protocol::shopper::{Page, Proposal, ServerFrame};
use worker::Result;

use super::conversation::Conversation;
use super::entrance::claims;
use super::guard::Guard;
use super::log::{Body, OpenLine};
use crate::app::gate::{self, Verdict};
use crate::app::lookup::Records;
use crate::app::ownership::Ticket;
use crate::fault::Fault;
use crate::platform::clock::{now, now_ms};
use crate::platform::fetch::WorkerHttp;
use crate::platform::health;
use crate::platform::mirror::mirror;
use crate::platform::{settings, tables, webhooks};
use crate::ports::Market;
use crate::settings::Settings;
use crate::wire;

/// After this long no further round is begun. One more call's time-out still keeps the whole turn within six seconds.
const BUDGET_MS: u64 = 1_800;

/// How often a turn is begun on one line. A line whose turn dies twice would die again.
const MOST_TRIES: u64 = 2;

/// When a turn that nobody finished is picked up again.
const RECOVERY_MS: u64 = 8_000;

impl Conversation {
    /// Answers what is unanswered, unless this instance is at it already. What comes in meanwhile is answered by the
    /// run in progress.
    pub(super) async fn drive(&self) -> Result<()> {
        if self.is_driving.replace(true) {
            return Ok(());
        }
        let outcome = self.answer_all().await;
        self.is_driving.set(false);
        self.count_behind();
        self.state.wait_until(health::tell(self.env.clone()));
        outcome
    }

    async fn answer_all(&self) -> Result<()> {
        while let Some(line) = self.log.next_open()? {
            let Some(ticket) = self.log.ownership()?.open_turn(line.seq) else {
                self.log.close_all()?;
                break;
            };
            let taught = tables::ensure_understanding(&self.env).await;
            match (settings(&self.env), taught) {
                (Ok(settings), Ok(())) => self.answer(ticket, &line, &settings).await?,
                // Nothing can be read, or understood: the line stays with a person.
                (_, taught) => {
                    if let Err(error) = taught {
                        Fault::new(error.to_string()).log();
                    }
                    self.hand_off(None, Reason::Outage, None, None)?;
                }
            }
        }
        self.log.clear_due("recovery")?;
        self.empty_outbox().await
    }

    async fn answer(&self, ticket: Ticket, line: &OpenLine, settings: &Settings) -> Result<()> {
        self.log.count_try(line.seq)?;
        if !self.may_answer(settings).await? {
            return self.decline(ticket, line, settings);
        }
        let page: Page = serde_json::from_str(&line.page).unwrap_or_default();
        let country = page.country.clone();
        let (shop, carriers) = (settings.shop(WorkerHttp).for_buyer(self.buyer()), settings.carriers(WorkerHttp, now));
        let mirror = mirror(&self.env)?;
        let door = Guard { conversation: self, settings, shop: &shop, line: line.seq };
        let begun = now_ms();
        let mut read: Vec<Answer> = Vec::new();
        // One that a restart interrupted is begun anew from its line. It only reads; a code is sent once for its line.
        let state: State = self.log.fact("state")?.unwrap_or_default();
        let proven = claims(&state);
        let identity = Identity { has_codes: settings.mail.is_some(), ..self.identity()? };
        let asking = identity.customer.clone();
        let context = Context { now: now(), page: wire::page(page), modes: settings.modes, identity };
        let mut step = turn::begin(state, &line.text, context);
        let end = loop {
            let (lookups, pending) = match step {
                Step::Done(end) => break end,
                Step::Need(_, pending) if now_ms().saturating_sub(begun) > BUDGET_MS || line.tries >= MOST_TRIES => {
                    break pending.give_up();
                }
                Step::Need(lookups, pending) => (lookups, pending),
            };
            let language = pending.language();
            let market = Market::parse(&country, language.code());
            let status = wording::looking_up(pending.workflow(), language);
            let recovery = now_ms() + RECOVERY_MS;
            self.log.set_due("recovery", recovery)?;
            if !self.rings_by(recovery) {
                self.arm().await?;
            }
            self.broadcast(proposal(line.seq, &status));
            if !self.may_look_up(lookups.len(), settings).await? {
                return self.decline(ticket, line, settings);
            }
            if lookups.iter().any(|lookup| matches!(lookup, Lookup::Search(_))) {
                tables::ensure_vectors(&self.env).await;
            }
            let records = Records { shop: &shop, mirror: &mirror, carriers: &carriers, door: &door, market };
            let answers = records.read_all(lookups, self.log.next_receipt()?, now).await;
            // Without the app nothing can be read any more, and asking again will not help.
            if answers.iter().any(|answer| answer.outcome.is_err()) && webhooks::is_uninstalled(&self.env).await {
                return self.hand_off(None, Reason::Outage, None, None);
            }
            // Somebody else has it now: what was read is of no use to the assistant any more.
            if self.log.ownership()?.speak(ticket).is_none() {
                self.broadcast(proposal(line.seq, ""));
                return Ok(());
            }
            // Somebody else asks by now, or nobody: the line is begun anew as theirs.
            if self.identity()?.customer != asking {
                return Ok(());
            }
            self.keep_receipts(line.seq, &answers)?;
            read.extend(answers.iter().cloned());
            step = pending.resume(answers);
        };
        let sources = wire::sources(&read, &end.replies, end.language);
        self.commit(ticket, line, &end, sources, proven)
    }

    fn keep_receipts(&self, line: u64, answers: &[Answer]) -> Result<()> {
        for answer in answers {
            let lookup = serde_json::to_string(&answer.lookup)?;
            let (id, at, outcome) = match &answer.outcome {
                Ok(evidence) => (evidence.receipt.0, evidence.read_at, serde_json::to_string(&evidence.record)?),
                Err(_) => (self.log.next_receipt()?, now(), "\"outage\"".to_owned()),
            };
            self.log.keep_receipt(id, line, &at.to_string(), &lookup, &outcome)?;
        }
        Ok(())
    }

    /// One transaction, without an `await`: reads owner, epoch, modes and kill switch again, and writes or drops.
    fn commit(
        &self,
        ticket: Ticket,
        line: &OpenLine,
        end: &TurnEnd,
        sources: Vec<String>,
        proven: usize,
    ) -> Result<()> {
        let Some(leave) = self.log.ownership()?.speak(ticket) else { return Ok(()) };
        let (modes, is_killed) =
            settings(&self.env).map_or((desk::workflow::Modes::FRESH, true), |s| (s.modes, s.is_killed));
        let parts = wire::parts(&end.replies, end.language);
        let page: Page = serde_json::from_str(&line.page).unwrap_or_default();
        let lang = wire::foreign(end.language, &page.locale);
        self.log.set_fact("state", &end.state)?;
        self.rise(line, proven, &end.state, end.replies.iter().any(|reply| matches!(reply, Reply::CodeRight)))?;
        self.index(&end.state)?;
        match gate::decide(end, &modes, is_killed) {
            Verdict::Say => {
                let message = self.log.append_assistant(leave, Body { parts, sources, lang })?;
                self.log.close(line.seq)?;
                self.publish(message);
                match end.hand_off {
                    Some(reason) => self.hand_off(None, reason, Some(end), None),
                    None => Ok(()),
                }
            }
            Verdict::Hold => {
                let draft = parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n");
                self.hand_off(None, Reason::Draft, Some(end), Some(draft))
            }
            Verdict::Drop(reason) => self.hand_off(None, reason, Some(end), None),
        }
    }
}

fn proposal(turn: u64, status: &str) -> ServerFrame {
    ServerFrame {
        proposal: Some(Proposal { turn, status: status.into(), ..Proposal::default() }),
        ..ServerFrame::default()
    }
}
