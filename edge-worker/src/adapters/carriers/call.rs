//! One question to one source: its requests, within the time that is left for it.

use desk::entity::Carrier;
use desk::lookup::Outage;
use desk::record::Report;
use jiff::Timestamp;
use serde_json::Value;

use super::{Clock, Source};
use crate::adapters::json::Malformed;
use crate::adapters::shared;
use crate::adapters::token::{self, Lender, Unlent};
use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, HttpError, Method, Request, Response};
use crate::ports::keeper::Shared;

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

/// Why a source gave no answer.
#[derive(Debug, Default)]
pub(super) struct Refusal {
    /// For the log: our words and the source's codes, never a shopper's data.
    pub what: String,
    /// It does not work for anybody; counts for its breaker.
    pub is_down: bool,
    /// For how long it wants to be left alone.
    pub pause_ms: Option<i64>,
}

/// Said of one that is left alone.
pub(super) const PAUSED: &str = "paused, as it asked for: not asked";

/// A pause that a source wants and does not measure, and the bounds of one that it does.
const PAUSE_MS: i64 = 10_000;
const LONGEST_PAUSE_MS: i64 = 3_600_000;

impl From<HttpError> for Refusal {
    fn from(error: HttpError) -> Self {
        Self { is_down: true, ..Self::new(&format!("{error:?}")) }
    }
}

impl From<Malformed> for Refusal {
    fn from(Malformed(member): Malformed) -> Self {
        Self::new(&["malformed member ", &member].concat())
    }
}

impl From<Unlent> for Refusal {
    fn from(Unlent { status, what }: Unlent) -> Self {
        let is_down = matches!(status, 0 | 200 | 500..);
        Self { is_down, ..Self::new(&["no token was lent: ", &what].concat()) }
    }
}

impl Refusal {
    pub fn new(what: &str) -> Self {
        Self { what: what.to_owned(), ..Self::default() }
    }

    /// With a code of the source's own.
    pub fn code(code: &str) -> Self {
        Self::new(&["code ", &code.chars().filter(|c| !c.is_control()).take(80).collect::<String>()].concat())
    }

    /// A status that is none of those that mean something.
    fn status(response: &Response) -> Self {
        let status = response.status;
        // RFC 9110, section 10.2.3: seconds, or a date, which nobody of ours was seen to send.
        let asked_for = || response.header("retry-after")?.trim().parse::<i64>().ok();
        let pause_ms =
            || asked_for().map_or(PAUSE_MS, |seconds| seconds.saturating_mul(1_000).clamp(1_000, LONGEST_PAUSE_MS));
        Self {
            is_down: status >= 500,
            pause_ms: (status == 429).then(pause_ms),
            ..Self::new(&["status ", &status.to_string()].concat())
        }
    }
}

impl Call<'_> {
    /// Logs what went wrong.
    #[allow(clippy::needless_pass_by_value, reason = "it ends here")]
    pub fn outage(&self, refusal: Refusal) -> Outage {
        Fault::upstream(self.upstream(), refusal.what).log();
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

/// Who lends the token that a source is asked with.
pub(super) fn lender(source: &Source) -> Option<Lender> {
    let call = Call { source, number: "", carrier: None, name: None, began: Timestamp::UNIX_EPOCH };
    match source.service.next()(&call, &[]) {
        Ok(Next::SendAsClient { lend, .. }) => Some(Lender { name: source.service.name().to_owned(), request: lend }),
        _ => None,
    }
}

/// The way to one source, within the time that it has.
pub(super) struct Way<'a, H> {
    pub http: &'a H,
    pub clock: Clock,
    pub keeper: &'a Shared,
    pub deadline: Timestamp,
}

impl<H: Http> Way<'_, H> {
    pub async fn ask(&self, call: &Call<'_>) -> Result<Option<Report>, Refusal> {
        let (service, mut said) = (call.source.service.next(), Vec::new());
        while said.len() <= MOST_REQUESTS {
            said.push(match service(call, &said)? {
                Next::Done(report) => return Ok(report),
                Next::Send(request) => self.send(request).await?,
                Next::SendAsClient { lend, request } => self.send_as_client(call.source, lend, &request).await?,
            });
        }
        Err(Refusal::new("too many requests for one parcel"))
    }

    async fn send(&self, mut request: Request) -> Result<Response, Refusal> {
        request.timeout_ms = Some(self.left_ms()).filter(|left| *left > 0).ok_or(HttpError::Timeout)?;
        Ok(self.http.send(request).await?)
    }

    /// A token that is refused is dropped and asked for anew, once: the source may have forgotten it before its time.
    async fn send_as_client(&self, source: &Source, lend: Request, request: &Request) -> Result<Response, Refusal> {
        let lender = Lender { name: source.service.name().to_owned(), request: lend };
        let mut is_again = false;
        loop {
            let left_ms = || self.left_ms();
            let token = token::current(self.http, self.keeper, &lender, (self.clock)(), &left_ms).await?;
            // With the token comes word of a pause that another isolate was asked for.
            if shared::is_paused(&lender.name, (self.clock)()) {
                return Err(Refusal::new(PAUSED));
            }
            let bearer = ["Bearer ", &token].concat();
            let response = self.send(request.clone().with_header("Authorization", &bearer)).await?;
            if response.status != 401 || is_again {
                return Ok(response);
            }
            token::reject(&lender.key(), &token);
            is_again = true;
        }
    }

    fn left_ms(&self) -> u32 {
        let left = self.deadline.as_millisecond().saturating_sub((self.clock)().as_millisecond());
        u32::try_from(left).unwrap_or(0)
    }
}

/// The JSON of a success, or of one of the refusals that mean something here. Redirects are none: no source of ours
/// sends any, and another host must not see our keys.
pub(super) fn json(response: &Response, also: &[u16]) -> Result<Value, Refusal> {
    if !(200..300).contains(&response.status) && !also.contains(&response.status) {
        return Err(Refusal::status(response));
    }
    serde_json::from_slice(&response.body).map_err(|error| {
        // Where it stopped, not what it read: an answer may hold an address.
        let (line, column) = (error.line().to_string(), error.column().to_string());
        let what =
            ["status ", &response.status.to_string(), ", no JSON from line ", &line, " column ", &column].concat();
        Refusal { is_down: true, ..Refusal::new(&what) }
    })
}
