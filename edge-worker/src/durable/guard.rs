//! The door of a conversation: wrong claims are counted for its network address and for the order, codes are sent and
//! checked.

use desk::entity::OrderNumber;
use desk::language::Language;
use desk::lookup::{Code, CodeCheck, Outage};
use desk::proof::OrderProof;
use desk::wording;
use worker::Result;

use super::conversation::Conversation;
use crate::adapters::shopify::Shopify;
use crate::app::code::{self, Sent};
use crate::fault::Fault;
use crate::http::SITE_SHARE;
use crate::platform::clock::now_ms;
use crate::platform::fetch::WorkerHttp;
use crate::platform::{limits, random};
use crate::ports::Orders;
use crate::ports::door::Door;
use crate::settings::Settings;

/// Guards the orders that one conversation asks for.
pub(super) struct Guard<'a> {
    pub conversation: &'a Conversation,
    pub settings: &'a Settings,
    pub shop: &'a Shopify<WorkerHttp>,
    /// The sequence number of the line that is answered.
    pub line: u64,
}

/// Codes that one address gets in an hour.
const MOST_CODES: u32 = 3;

impl Door for Guard<'_> {
    /// The address first: who is over its limit must not use up an order's.
    async fn may_try(&self, order: OrderNumber) -> std::result::Result<bool, Outage> {
        for (key, share) in self.keys(order).map_err(outage)? {
            let most = self.settings.limits.claims.saturating_mul(share);
            let is_left = limits::take(&self.conversation.env, &key, 1, most).await;
            if !is_left.map_err(outage)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn forgive(&self, order: OrderNumber) {
        for (key, _) in self.keys(order).ok().into_iter().flatten() {
            if let Ok(given) = limits::give_back(&self.conversation.env, &key) {
                self.conversation.state.wait_until(given);
            }
        }
    }

    async fn send_code(&self, order: &OrderProof, language: Language) -> std::result::Result<Option<String>, Outage> {
        self.send(order, language).await.map_err(outage)?
    }

    async fn check_code(&self, code: &Code) -> std::result::Result<CodeCheck, Outage> {
        self.check(code).map_err(outage)
    }
}

impl Guard<'_> {
    async fn send(
        &self,
        order: &OrderProof,
        language: Language,
    ) -> Result<std::result::Result<Option<String>, Outage>> {
        let Conversation { env, log, .. } = self.conversation;
        let Some(mail) = &self.settings.mail else { return Ok(Ok(None)) };
        let email = match self.shop.email_of(order).await {
            Ok(Some(email)) => email,
            nothing => return Ok(nothing),
        };
        // A turn that a restart interrupted sends the same again, which whoever carries the mail knows by its words.
        let known = log.fact::<Sent>("code")?.filter(|sent| sent.is_for(order.id(), self.line));
        let sent = if let Some(sent) = known {
            sent
        } else {
            let key = ["code:", &self.settings.keyed(&email.to_lowercase())].concat();
            if !limits::take(env, &key, 1, MOST_CODES).await? {
                return Ok(Ok(None));
            }
            let sent = Sent::new(order.id(), self.line, random::token()?, now_ms());
            // Before it is sent: a code that arrives must be one that is known.
            log.set_fact("code", &sent)?;
            sent
        };
        let [subject, text] = wording::code_mail(&sent.code(|text| self.settings.keyed(text)), language);
        let sent = mail.send(&WorkerHttp, &email, &subject, &text).await;
        Ok(sent.map(|()| Some(code::masked(&email))))
    }

    fn check(&self, code: &Code) -> Result<CodeCheck> {
        let log = &self.conversation.log;
        let Some(mut sent) = log.fact::<Sent>("code")? else { return Ok(CodeCheck::Over) };
        let wanted = sent.code(|text| self.settings.keyed(text));
        let (check, confirmed) = sent.check(&code.digits, &wanted, now_ms());
        match confirmed {
            Some(confirmed) => {
                log.forget_fact("code")?;
                log.set_fact("confirmed", &confirmed)?;
            }
            None => log.set_fact("code", &sent)?,
        }
        Ok(check)
    }

    /// What a claim counts for, and how many times the limit of one household that may be.
    fn keys(&self, order: OrderNumber) -> Result<Vec<(String, u32)>> {
        let fact = |name| Ok::<String, worker::Error>(self.conversation.log.fact(name)?.unwrap_or_default());
        let (address, site) = (fact("address")?, fact("site")?);
        let mut keys = vec![(["address:", &address].concat(), 1)];
        if !site.is_empty() {
            keys.push((["site:", &site].concat(), SITE_SHARE));
        }
        keys.push((["order:", &self.settings.keyed(&order.to_string())].concat(), 1));
        Ok(keys)
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the form that `map_err` takes")]
fn outage(error: worker::Error) -> Outage {
    Fault::new(format!("limiter: {error}")).log();
    Outage
}
