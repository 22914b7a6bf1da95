//! The one way out: a bounded HTTP exchange, and the time that passes meanwhile.

use jiff::Timestamp;

/// Sends requests to upstreams. Never follows a redirect: no upstream of ours sends one, and another host must not
/// see our tokens.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Http {
    async fn send(&self, request: Request) -> Result<Response, HttpError>;
    /// What time it is. A runtime may let it stand still while nothing comes in.
    fn now(&self) -> Timestamp;
    /// Returns after so long.
    async fn sleep(&self, ms: u32);
}

/// A request; a `GET` has no body.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
    /// For the whole exchange, the body included.
    pub timeout_ms: u32,
}

impl Request {
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// What upstreams of ours understand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    Get,
    Post,
}

/// A response, read to its end.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Why there is no response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HttpError {
    Timeout,
    /// Refused, reset, unknown host.
    Unreachable,
    /// More than [`LARGEST_BODY`].
    TooLarge,
}

/// Bytes of a response that are read. A full order is some 20 kB.
pub const LARGEST_BODY: usize = 2 * 1024 * 1024;
