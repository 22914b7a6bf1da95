//! The `Http` port over the runtime's fetch.

use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::{Either, select};
use jiff::Timestamp;
use worker::{AbortController, AbortSignal, Delay, Fetch, Headers, Method, RequestInit, RequestRedirect};

use crate::ports::http::{self, Http, HttpError, LARGEST_BODY, Request, Response};

/// Fetches through workerd.
#[derive(Clone, Copy, Debug, Default)]
pub struct WorkerHttp;

impl Http for WorkerHttp {
    /// The time-out covers the whole exchange: an upstream that sends a header and then drips is a slow upstream.
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let abort = Abort(Some(AbortController::default()));
        let signal = abort.0.as_ref().map(AbortController::signal);
        let exchange = std::pin::pin!(exchange(&request, signal));
        let timeout = std::pin::pin!(Delay::from(Duration::from_millis(request.timeout_ms.into())));
        match select(exchange, timeout).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(((), _)) => Err(HttpError::Timeout),
        }
    }

    fn now(&self) -> Timestamp {
        super::clock::now()
    }

    async fn sleep(&self, ms: u32) {
        Delay::from(Duration::from_millis(ms.into())).await;
    }
}

/// Ends an exchange when nobody waits for it any more, in time or not: an answer that is not read keeps a connection.
struct Abort(Option<AbortController>);

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(abort) = self.0.take() {
            abort.abort();
        }
    }
}

async fn exchange(request: &Request, signal: Option<AbortSignal>) -> Result<Response, HttpError> {
    let unreachable = |_| HttpError::Unreachable;
    let headers = Headers::new();
    for (name, value) in &request.headers {
        headers.set(name, value).map_err(unreachable)?;
    }
    let mut init = RequestInit::new();
    init.with_headers(headers).with_redirect(RequestRedirect::Manual);
    match request.method {
        http::Method::Get => init.with_method(Method::Get),
        http::Method::Post => init.with_method(Method::Post).with_body(Some(request.body.as_str().into())),
    };
    let request = worker::Request::new_with_init(&request.url, &init).map_err(unreachable)?;
    let signal = signal.ok_or(HttpError::Unreachable)?;
    let mut response = Fetch::Request(request).send_with_signal(&signal).await.map_err(unreachable)?;
    let status = response.status_code();
    let headers = response.headers().entries().collect();
    let mut body = Vec::new();
    let mut chunks = response.stream().map_err(unreachable)?;
    while let Some(chunk) = chunks.next().await {
        body.extend(chunk.map_err(unreachable)?);
        if body.len() > LARGEST_BODY {
            return Err(HttpError::TooLarge);
        }
    }
    Ok(Response { status, headers, body })
}
