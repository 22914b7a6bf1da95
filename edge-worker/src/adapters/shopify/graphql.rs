//! GraphQL over HTTP as Shopify speaks it: errors come with status 200, and a throttled query is an error among them.

use desk::lookup::Outage;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::fault::{Fault, Upstream};
use crate::ports::http::{Http, Method, Request};

/// One GraphQL API of one shop.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub url: String,
    pub token_header: &'static str,
    pub token: String,
    pub timeout_ms: u32,
    pub upstream: Upstream,
}

#[derive(Deserialize)]
struct Envelope<T> {
    data: Option<T>,
    #[serde(default)]
    errors: Option<Value>,
}

/// Runs one document. An answer with errors is an outage even where it has data: half an order would be told as a
/// whole one.
///
/// # Errors
/// [`Outage`] for every other outcome than complete data of the expected shape; the log says which.
pub(super) async fn query<T: DeserializeOwned>(
    http: &impl Http,
    endpoint: &Endpoint,
    document: &str,
    variables: Value,
) -> Result<T, Outage> {
    let outage = |what: String| {
        Fault::upstream(endpoint.upstream, what).log();
        Outage
    };
    let request = Request {
        method: Method::Post,
        url: endpoint.url.clone(),
        headers: vec![
            ("Content-Type", "application/json".into()),
            ("Accept", "application/json".into()),
            (endpoint.token_header, endpoint.token.clone()),
        ],
        body: serde_json::json!({ "query": document, "variables": variables }).to_string(),
        timeout_ms: endpoint.timeout_ms,
    };
    let response = http.send(request).await.map_err(|error| outage(format!("{error:?}")))?;
    if response.status != 200 {
        return Err(outage(format!("status {}", response.status)));
    }
    let envelope: Envelope<T> =
        serde_json::from_slice(&response.body).map_err(|error| outage(format!("malformed answer: {error}")))?;
    match envelope {
        Envelope { errors: Some(errors), .. } => Err(outage(format!("errors: {}", codes(&errors)))),
        Envelope { data: Some(data), errors: None } => Ok(data),
        Envelope { data: None, errors: None } => Err(outage("neither data nor errors".into())),
    }
}

/// The codes and messages of an error list, for the log. Shopify's messages name fields and limits, not people.
fn codes(errors: &Value) -> String {
    let one = |error: &Value| {
        let code = error.pointer("/extensions/code").and_then(Value::as_str).unwrap_or("no code");
        let message = error.get("message").and_then(Value::as_str).unwrap_or_default();
        format!("{code}: {}", message.chars().take(200).collect::<String>())
    };
    match errors {
        Value::Array(list) => list.iter().take(3).map(one).collect::<Vec<_>>().join("; "),
        other => other.to_string().chars().take(200).collect(),
    }
}
