//! Delivery of hand-offs to the merchant's own address.
//!
//! The body suits a receiver of ours (`shopdesk` holds the record) and a Slack incoming webhook (`text`). Signed as
//! `X-Shopdesk-Signature: sha256={hex HMAC-SHA256 of the body}`; `X-Shopdesk-Delivery` is the same on every try, so
//! that a receiver can drop repeats.

use serde_json::{Value, json};

use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, Method, Request};
use crate::{pulse, signature};

/// Where hand-offs go.
#[derive(Clone, Debug)]
pub struct Webhook {
    pub url: String,
    pub secret: String,
}

/// Long enough for a slow helpdesk; nobody waits for it.
const TIMEOUT_MS: u32 = 10_000;

impl Webhook {
    /// Delivers one record.
    ///
    /// # Errors
    /// A [`Fault`] unless the receiver answered with a 2xx status.
    pub async fn deliver(&self, http: &impl Http, id: &str, text: &str, record: &Value) -> Result<(), Fault> {
        let body = json!({ "text": slack_escaped(text), "shopdesk": record }).to_string();
        let request = Request {
            method: Method::Post,
            url: self.url.clone(),
            headers: vec![
                ("Content-Type", "application/json".into()),
                ("X-Shopdesk-Delivery", id.to_owned()),
                ("X-Shopdesk-Signature", format!("sha256={}", signature::hmac_hex(&self.secret, body.as_bytes()))),
            ],
            body,
            timeout_ms: TIMEOUT_MS,
        };
        let fault = |what: String| Fault::upstream(Upstream::HandOffWebhook, what);
        let began = http.now();
        let response = http.send(request).await.map_err(|error| fault(format!("{error:?}")))?;
        if !(200..300).contains(&response.status) {
            return Err(fault(format!("status {}", response.status)));
        }
        pulse::succeeded(Upstream::HandOffWebhook, http.now().as_millisecond() - began.as_millisecond());
        Ok(())
    }
}

/// Slack reads `&`, `<` and `>` as markup.
fn slack_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
