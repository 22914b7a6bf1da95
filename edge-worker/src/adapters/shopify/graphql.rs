//! GraphQL over HTTP as Shopify speaks it: errors come with status 200, and a throttled query is an error among them.

mod refusal;

use desk::lookup::Outage;
use jiff::Timestamp;
use serde_json::Value;

use super::part::{self, Part};
use crate::adapters::json::{Malformed, Node};
use crate::adapters::token::{self, Lender, Unlent};
use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, Method, Request, Response};
use crate::ports::keeper::Shared;
use crate::pulse;
pub(super) use refusal::Declined;
use refusal::Refusal;

/// One GraphQL API of one shop.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub url: String,
    pub token_header: &'static str,
    pub token: Token,
    /// For one answer, with all that is waited and tried again for it.
    pub timeout_ms: u32,
    pub upstream: Upstream,
    /// Which version of the API the address asks for.
    pub version: String,
    /// The shopper's network address, so that the shop counts its limits by shopper and not for all of ours; empty
    /// where it is not known or not told.
    pub buyer: String,
    /// What all isolates share.
    pub keeper: Shared,
}

/// What opens an API.
#[derive(Clone, Debug)]
pub enum Token {
    Permanent(String),
    /// The client credentials grant: a token for a day, renewed in time.
    Lent(Lender),
}

impl Token {
    /// Of an app that the shop lends tokens to, by its name at the keeper.
    pub fn lent(name: String, url: String, client_id: &str, client_secret: &str) -> Self {
        let grant = serde_json::json!({
            "client_id": client_id, "client_secret": client_secret, "grant_type": "client_credentials"
        });
        let headers = vec![("Content-Type", "application/json".into()), ("Accept", "application/json".into())];
        let request = Request { method: Method::Post, url, headers, body: grant.to_string(), timeout_ms: 0 };
        Self::Lent(Lender { name, request })
    }

    /// For the report of health: whether it ends, and when, as far as this isolate knows.
    pub fn state(&self) -> String {
        match self {
            Self::Permanent(_) => "permanent".into(),
            Self::Lent(lender) => match token::ends(&lender.key()).and_then(|ends| Timestamp::from_second(ends).ok()) {
                Some(ends) => ["lent until ", &ends.to_string()].concat(),
                None => "none was lent".into(),
            },
        }
    }
}

impl From<Unlent> for Refusal {
    fn from(Unlent { status, what }: Unlent) -> Self {
        let cause = match status {
            0 | 200 => Self { is_down: true, ..Self::new(&what) },
            status => refusal::of_status(status),
        };
        Self { what: ["no token was lent: ", &cause.what].concat(), ..cause }
    }
}

/// Less time than this is not worth another try.
const LEAST_MS: u32 = 300;

impl Endpoint {
    /// Runs one document, and gives what `take` makes of the data. An answer with errors is an outage even where it
    /// has data: half an order would be told as a whole one.
    ///
    /// # Errors
    /// [`Outage`] for every other outcome than complete data of the expected shape; the log says which.
    pub(super) async fn ask<T>(
        &self,
        http: &impl Http,
        document: &str,
        variables: Value,
        take: impl FnOnce(Part) -> T,
    ) -> Result<T, Outage> {
        let data = self.data(http, document, variables).await.map_err(|refusal| self.outage(&refusal.what))?;
        part::read(&data, take).map_err(|Malformed(path)| self.outage(&["answer without ", &path].concat()))
    }

    /// As [`Self::ask`]; where only this document was declined, why.
    pub(super) async fn ask_unless_declined<T>(
        &self,
        http: &impl Http,
        document: &str,
        variables: Value,
        take: impl FnOnce(Part) -> T,
    ) -> Result<Result<T, Declined>, Outage> {
        match self.data(http, document, variables).await {
            Ok(data) => part::read(&data, take)
                .map(Ok)
                .map_err(|Malformed(path)| self.outage(&["answer without ", &path].concat())),
            Err(Refusal { declined: Some(declined), what, .. }) => {
                Fault::upstream(self.upstream, what).log_aside();
                Ok(Err(declined))
            }
            Err(refusal) => Err(self.outage(&refusal.what)),
        }
    }

    /// The data of one answer, tried a second time where the refusal may pass in the time that is left.
    async fn data(&self, http: &impl Http, document: &str, variables: Value) -> Result<Value, Refusal> {
        let began = http.now();
        if !pulse::lets_pass(self.upstream, began) {
            return Err(Refusal::new("failed five times in a row: not asked"));
        }
        let body = serde_json::json!({ "query": document, "variables": variables }).to_string();
        let ends = began.as_millisecond() + i64::from(self.timeout_ms);
        let mut outcome = self.exchange(http, body.clone(), ends).await;
        if let Err(Refusal { retry_after_ms: Some(wait_ms), .. }) = outcome
            && left(http, ends) >= wait_ms.saturating_add(LEAST_MS)
        {
            if wait_ms > 0 {
                http.sleep(wait_ms).await;
            }
            outcome = self.exchange(http, body, ends).await;
        }
        let now = http.now();
        match &outcome {
            Ok(_) => pulse::succeeded(self.upstream, now.as_millisecond() - began.as_millisecond()),
            Err(refusal) if refusal.is_down => pulse::unreachable(self.upstream, began, now),
            Err(_) => {}
        }
        outcome
    }

    async fn exchange(&self, http: &impl Http, body: String, ends: i64) -> Result<Value, Refusal> {
        let token = match &self.token {
            Token::Permanent(token) => token.clone(),
            Token::Lent(lender) => token::current(http, &self.keeper, lender, http.now(), &|| left(http, ends)).await?,
        };
        let response = self.post(http, body, token.clone(), ends).await?;
        if let (401, Token::Lent(lender)) = (response.status, &self.token) {
            token::reject(&lender.key(), &token);
            return Err(Refusal { retry_after_ms: Some(0), ..refusal::of_status(401) });
        }
        let mut answer = answer(&response)?;
        let version = response.header("x-shopify-api-version").unwrap_or("none that it names");
        pulse::answered_in(self.upstream, version);
        if let Some(refusal) = refusal::of_errors(Node::new(&answer)) {
            return Err(refusal);
        }
        if version != self.version {
            let what = ["asked for version ", &self.version, ", answered in ", version].concat();
            Fault::upstream(self.upstream, what).log_aside();
        }
        Ok(answer.get_mut("data").map(Value::take).unwrap_or_default())
    }

    /// A token by the client credentials grant. One whose end is not told is used once: nobody knows how long it lasts.
    async fn post(&self, http: &impl Http, body: String, token: String, ends: i64) -> Result<Response, Refusal> {
        let mut headers = vec![("Content-Type", "application/json".into()), ("Accept", "application/json".into())];
        headers.push((self.token_header, token));
        if !self.buyer.is_empty() {
            headers.push(("Shopify-Storefront-Buyer-IP", self.buyer.clone()));
        }
        let timeout_ms = left(http, ends);
        let request = Request { method: Method::Post, url: self.url.clone(), headers, body, timeout_ms };
        http.send(request).await.map_err(|error| Refusal { is_down: true, ..Refusal::new(&format!("{error:?}")) })
    }

    fn outage(&self, what: &str) -> Outage {
        Fault::upstream(self.upstream, what).log();
        Outage
    }
}

/// Milliseconds until `ends`.
fn left(http: &impl Http, ends: i64) -> u32 {
    u32::try_from(ends - http.now().as_millisecond()).unwrap_or(0)
}

/// The JSON of an answer that is one.
fn answer(response: &Response) -> Result<Value, Refusal> {
    match response.status {
        200 => serde_json::from_slice(&response.body)
            .map_err(|_| Refusal { is_down: true, ..Refusal::new("answer is no JSON") }),
        status => Err(refusal::of_status(status)),
    }
}
