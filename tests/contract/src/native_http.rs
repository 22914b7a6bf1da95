//! The `Http` port over a blocking client.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use edge_worker::ports::http::{Http, HttpError, LARGEST_BODY, Method, Request, Response};
use jiff::Timestamp;

/// Sends for real, one request at a time.
#[derive(Clone, Debug)]
pub struct NativeHttp {
    agent: ureq::Agent,
    sent: Rc<Cell<usize>>,
}

impl NativeHttp {
    /// How many requests were sent since this was asked last, by this client and its clones.
    pub fn take_sent(&self) -> usize {
        self.sent.take()
    }
}

impl Default for NativeHttp {
    fn default() -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { agent: config.into(), sent: Rc::default() }
    }
}

impl Http for NativeHttp {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        self.sent.set(self.sent.get() + 1);
        let timeout = Some(Duration::from_millis(request.timeout_ms.into()));
        let sent = match request.method {
            Method::Get => {
                with_headers(self.agent.get(&request.url), &request).config().timeout_global(timeout).build().call()
            }
            Method::Post => with_headers(self.agent.post(&request.url), &request)
                .config()
                .timeout_global(timeout)
                .build()
                .send(&request.body),
        };
        let mut response = sent.map_err(|error| of(&error))?;
        let body =
            response.body_mut().with_config().limit(LARGEST_BODY as u64).read_to_vec().map_err(|error| of(&error))?;
        let header = |(name, value): (&ureq::http::HeaderName, &ureq::http::HeaderValue)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let headers = response.headers().iter().map(header).collect();
        Ok(Response { status: response.status().as_u16(), headers, body })
    }

    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    async fn sleep(&self, ms: u32) {
        std::thread::sleep(Duration::from_millis(ms.into()));
    }
}

fn with_headers<B>(mut builder: ureq::RequestBuilder<B>, request: &Request) -> ureq::RequestBuilder<B> {
    for (name, value) in &request.headers {
        builder = builder.header(*name, value);
    }
    builder
}

fn of(error: &ureq::Error) -> HttpError {
    match error {
        ureq::Error::Timeout(_) => HttpError::Timeout,
        ureq::Error::BodyExceedsLimit(_) => HttpError::TooLarge,
        _ => HttpError::Unreachable,
    }
}
