//! One question to one source: its requests, within the time that is left for it.

use desk::entity::Carrier;
use desk::lookup::Outage;
use jiff::Timestamp;
use serde_json::Value;

use super::{Clock, Source};
use crate::adapters::json::{Malformed, Node};
use crate::adapters::token::{self, Lent};
use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, HttpError, Method, Request, Response};

/// What a source is asked for, and how it is reached.
pub(super) struct Call<'a, H> {
    pub http: &'a H,
    pub source: &'a Source,
    /// Letters, digits and hyphens.
    pub number: &'a str,
    pub carrier: Option<Carrier>,
    /// The carrier in the shop's words.
    pub name: Option<&'a str>,
    pub clock: Clock,
    pub deadline: Timestamp,
}

/// Why a source gave no answer, for the log: our words and the source's codes, never a shopper's data.
#[derive(Debug)]
pub(super) struct Refusal(pub String);

impl From<HttpError> for Refusal {
    fn from(error: HttpError) -> Self {
        Self(format!("{error:?}"))
    }
}

impl From<Malformed> for Refusal {
    fn from(Malformed(member): Malformed) -> Self {
        Self(["malformed member ", &member].concat())
    }
}

impl Refusal {
    /// With a code of the source's own.
    pub fn code(code: &str) -> Self {
        Self(["code ", &code.chars().filter(|c| !c.is_control()).take(80).collect::<String>()].concat())
    }
}

impl<H: Http> Call<'_, H> {
    /// Logs what went wrong.
    #[allow(clippy::needless_pass_by_value, reason = "it ends here")]
    pub fn outage(&self, refusal: Refusal) -> Outage {
        Fault::upstream(Upstream::Carrier(self.source.service.name()), refusal.0).log();
        Outage
    }

    pub fn get(&self, path: &str) -> Request {
        self.request(Method::Get, path)
    }

    pub fn post(&self, path: &str, body: &Value) -> Request {
        Request { body: body.to_string(), ..self.request(Method::Post, path) }
            .with_header("Content-Type", "application/json")
    }

    pub fn post_form(&self, path: &str, body: String) -> Request {
        Request { body, ..self.request(Method::Post, path) }
            .with_header("Content-Type", "application/x-www-form-urlencoded")
    }

    fn request(&self, method: Method, path: &str) -> Request {
        Request {
            method,
            url: [&self.source.url, path].concat(),
            headers: vec![("Accept", "application/json".into())],
            body: String::new(),
            timeout_ms: 0,
        }
    }

    /// Sends within what is left of the source's time.
    pub async fn send(&self, mut request: Request) -> Result<Response, Refusal> {
        let left = self.deadline.as_millisecond().saturating_sub((self.clock)().as_millisecond());
        request.timeout_ms = u32::try_from(left).ok().filter(|left| *left > 0).ok_or(HttpError::Timeout)?;
        Ok(self.http.send(request).await?)
    }

    /// Sends with a token of the merchant's, which `lend` asks for. One that is refused is dropped and asked for anew,
    /// once: the source may have forgotten it before its time.
    pub async fn send_as_client(&self, lend: Request, request: Request) -> Result<Response, Refusal> {
        let Source { url, client, secret, .. } = self.source;
        let key = [url.as_str(), client, secret].join("\n");
        let mut response = self.send_with_token(&key, &lend, &request).await?;
        if response.status == 401 {
            response = self.send_with_token(&key, &lend, &request).await?;
        }
        Ok(response)
    }

    async fn send_with_token(&self, key: &str, lend: &Request, request: &Request) -> Result<Response, Refusal> {
        let token = token::current(key, (self.clock)(), || self.lend(lend.clone())).await?;
        let response = self.send(request.clone().with_header("Authorization", &["Bearer ", &token].concat())).await?;
        if response.status == 401 {
            token::reject(key, &token);
        }
        Ok(response)
    }

    /// UPS writes the seconds as a text.
    async fn lend(&self, request: Request) -> Result<Lent, Refusal> {
        let value = json(&self.send(request).await?, &[])?;
        let node = Node::new(&value);
        let seconds = node.integer("expires_in").or_else(|| node.text("expires_in")?.parse().ok());
        Ok(Lent { token: node.want_text("access_token")?.to_owned(), seconds: seconds.unwrap_or(0) })
    }
}

/// The JSON of a success, or of one of the refusals that mean something here. Redirects are none: no source of ours
/// sends any, and another host must not see our keys.
pub(super) fn json(response: &Response, also: &[u16]) -> Result<Value, Refusal> {
    if !(200..300).contains(&response.status) && !also.contains(&response.status) {
        return Err(Refusal(format!("status {}", response.status)));
    }
    serde_json::from_slice(&response.body).map_err(|error| {
        // Where it stopped, not what it read: an answer may hold an address.
        Refusal(format!("status {}, no JSON from line {} column {}", response.status, error.line(), error.column()))
    })
}
