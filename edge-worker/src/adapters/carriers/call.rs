//! One question to one source: its requests, within the time that is left for it.

use desk::entity::Carrier;
use desk::lookup::Outage;
use desk::record::Report;
use jiff::Timestamp;
use serde_json::Value;

use super::{Clock, Source};
use crate::adapters::json::{Malformed, Node};
use crate::adapters::token::{self, Lent};
use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, HttpError, Method, Request, Response};

/// What a source is asked for.
pub(super) struct Call<'a> {
    pub source: &'a Source,
    /// Letters, digits and hyphens.
    pub number: &'a str,
    pub carrier: Option<Carrier>,
    /// The carrier in the shop's words.
    pub name: Option<&'a str>,
    pub began: Timestamp,
}

/// What comes of the answers so far.
pub(super) enum Next {
    Send(Request),
    /// With a token of the merchant's, which `lend` asks for.
    SendAsClient {
        lend: Request,
        request: Request,
    },
    Done(Option<Report>),
}

/// A service: reads the answers so far, in the order of its requests. One function without a wait in it, so that there
/// is one way out for all of them.
pub(super) type Service = fn(&Call<'_>, &[Response]) -> Result<Next, Refusal>;

/// Requests of one question, tokens aside.
const MOST_REQUESTS: usize = 3;

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

impl Call<'_> {
    /// Logs what went wrong.
    #[allow(clippy::needless_pass_by_value, reason = "it ends here")]
    pub fn outage(&self, refusal: Refusal) -> Outage {
        Fault::upstream(self.upstream(), refusal.0).log();
        Outage
    }

    pub fn upstream(&self) -> Upstream {
        Upstream::Carrier(self.source.service.name())
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
}

/// The way to one source, within the time that it has.
pub(super) struct Way<'a, H> {
    pub http: &'a H,
    pub clock: Clock,
    pub deadline: Timestamp,
}

impl<H: Http> Way<'_, H> {
    pub async fn ask(&self, call: &Call<'_>, service: Service) -> Result<Option<Report>, Refusal> {
        let mut said = Vec::new();
        while said.len() <= MOST_REQUESTS {
            said.push(match service(call, &said)? {
                Next::Done(report) => return Ok(report),
                Next::Send(request) => self.send(request).await?,
                Next::SendAsClient { lend, request } => self.send_as_client(call.source, &lend, &request).await?,
            });
        }
        Err(Refusal("too many requests for one parcel".into()))
    }

    async fn send(&self, mut request: Request) -> Result<Response, Refusal> {
        let left = self.deadline.as_millisecond().saturating_sub((self.clock)().as_millisecond());
        request.timeout_ms = u32::try_from(left).ok().filter(|left| *left > 0).ok_or(HttpError::Timeout)?;
        Ok(self.http.send(request).await?)
    }

    /// A token that is refused is dropped and asked for anew, once: the source may have forgotten it before its time.
    async fn send_as_client(&self, source: &Source, lend: &Request, request: &Request) -> Result<Response, Refusal> {
        let key = [source.url.as_str(), &source.client, &source.secret].join("\n");
        let mut is_again = false;
        loop {
            let token = token::current(&key, (self.clock)(), || self.lend(lend.clone())).await?;
            let bearer = ["Bearer ", &token].concat();
            let response = self.send(request.clone().with_header("Authorization", &bearer)).await?;
            if response.status != 401 || is_again {
                return Ok(response);
            }
            token::reject(&key, &token);
            is_again = true;
        }
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
