//! Mail through a provider's HTTP interface, in the shape of Resend's `POST /emails`.
//!
//! Source: resend.com/docs, "Send Email" (UNVERIFIED: which refusal has which status; each is an outage here).

use desk::lookup::Outage;
use serde_json::json;

use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, Method, Request};
use crate::signature;

/// Where mail is handed in.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Without a slash at the end.
    pub url: String,
    pub key: String,
    /// Such as `Kestrel & Fern <support@shop.example>`.
    pub from: String,
}

/// A shopper waits for it.
const TIMEOUT_MS: u32 = 4_000;

impl Mail {
    /// Hands in one mail of plain text. Handed in again it is sent once: its words are its key.
    ///
    /// # Errors
    /// [`Outage`] unless the provider took it.
    pub async fn send(&self, http: &impl Http, to: &str, subject: &str, text: &str) -> Result<(), Outage> {
        let body = json!({ "from": self.from, "to": [to], "subject": subject, "text": text }).to_string();
        let request = Request {
            method: Method::Post,
            url: [&self.url, "/emails"].concat(),
            headers: vec![
                ("Content-Type", "application/json".into()),
                ("Authorization", ["Bearer ", &self.key].concat()),
                ("Idempotency-Key", signature::digest_hex(body.as_bytes())),
            ],
            body,
            timeout_ms: TIMEOUT_MS,
        };
        let what = match http.send(request).await {
            Ok(response) if (200..300).contains(&response.status) => return Ok(()),
            Ok(response) => format!("status {}", response.status),
            Err(error) => format!("{error:?}"),
        };
        Fault::upstream(Upstream::Mail, what).log();
        Err(Outage)
    }
}
