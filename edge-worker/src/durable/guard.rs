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
}

/// Codes that one address gets in an hour.
const MOST_CODES: u32 = 3;

impl Door for Guard<'_> {
    /// The address first: who is over its limit must not use up an order's.
    async fn may_try(&self, order: OrderNumber) -> std::result::Result<bool, Outage> {
        for key in self.keys(order).map_err(outage)? {
            let is_left = limits::take(&self.conversation.env, &key, 1, self.settings.limits.claims).await;
            if !is_left.map_err(outage)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn forgive(&self, order: OrderNumber) {
        for key in self.keys(order).ok().into_iter().flatten() {
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
        let key = ["code:", &self.settings.keyed(&email.to_lowercase())].concat();
        if !limits::take(env, &key, 1, MOST_CODES).await? {
            return Ok(Ok(None));
        }
        let code = code::digits(&random::token()?);
        let [subject, text] = wording::code_mail(&code, language);
        // Before it is sent: a code that arrives must be one that is known.
        log.set_fact("code", &Sent::new(order.id(), &code, random::token()?, now_ms()))?;
        let sent = mail.send(&WorkerHttp, &email, &subject, &text).await;
        Ok(sent.map(|()| Some(code::masked(&email))))
    }

    fn check(&self, code: &Code) -> Result<CodeCheck> {
        let log = &self.conversation.log;
        let Some(mut sent) = log.fact::<Sent>("code")? else { return Ok(CodeCheck::Over) };
        let (check, confirmed) = sent.check(&code.digits, now_ms());
        match confirmed {
            Some(confirmed) => {
                log.forget_fact("code")?;
                log.set_fact("confirmed", &confirmed)?;
            }
            None => log.set_fact("code", &sent)?,
        }
        Ok(check)
    }

    fn keys(&self, order: OrderNumber) -> Result<[String; 2]> {
        let address: String = self.conversation.log.fact("address")?.unwrap_or_default();
        Ok([["address:", &address].concat(), ["order:", &self.settings.keyed(&order.to_string())].concat()])
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the form that `map_err` takes")]
fn outage(error: worker::Error) -> Outage {
    Fault::new(format!("limiter: {error}")).log();
    Outage
}
