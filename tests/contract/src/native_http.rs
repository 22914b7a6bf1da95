//! The `Http` port over a blocking client.

use std::time::Duration;

use edge_worker::ports::http::{Http, HttpError, LARGEST_BODY, Request, Response};

/// Sends for real, one request at a time.
#[derive(Clone, Debug)]
pub struct NativeHttp {
    agent: ureq::Agent,
}

impl Default for NativeHttp {
    fn default() -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { agent: config.into() }
    }
}

impl Http for NativeHttp {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let mut post = self.agent.post(&request.url);
        for (name, value) in &request.headers {
            post = post.header(*name, value);
        }
        let timeout = Duration::from_millis(request.timeout_ms.into());
        let sent = post.config().timeout_global(Some(timeout)).build().send(&request.body);
        let mut response = sent.map_err(|error| of(&error))?;
        let body =
            response.body_mut().with_config().limit(LARGEST_BODY as u64).read_to_vec().map_err(|error| of(&error))?;
        Ok(Response { status: response.status().as_u16(), body })
    }
}

fn of(error: &ureq::Error) -> HttpError {
    match error {
        ureq::Error::Timeout(_) => HttpError::Timeout,
        ureq::Error::BodyExceedsLimit(_) => HttpError::TooLarge,
        _ => HttpError::Unreachable,
    }
}
