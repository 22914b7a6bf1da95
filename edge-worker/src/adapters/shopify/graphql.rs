//! GraphQL over HTTP as Shopify speaks it: errors come with status 200, and a throttled query is an error among them.

use desk::lookup::Outage;
use serde_json::Value;

use super::part::{self, Part};
use crate::adapters::json::{Malformed, Node};
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

impl Endpoint {
    /// Runs one document, and gives what `take` makes of the data. An answer with errors is an outage even where it
    /// has data: half an order would be told as a whole one.
    ///
    /// # Errors
    /// [`Outage`] for every other outcome than complete data of the expected shape; the log says which.
    pub(super) async fn ask<T>(
        &self,
        http: &impl Http,
        document: &str,
        variables: Value,
        take: impl FnOnce(Part) -> T,
    ) -> Result<T, Outage> {
        let data = self.data(http, document, variables).await?;
        part::read(&data, take).map_err(|Malformed(path)| self.outage(&format!("answer without {path}")))
    }

    async fn data(&self, http: &impl Http, document: &str, variables: Value) -> Result<Value, Outage> {
        let request = Request {
            method: Method::Post,
            url: self.url.clone(),
            headers: vec![
                ("Content-Type", "application/json".into()),
                ("Accept", "application/json".into()),
                (self.token_header, self.token.clone()),
            ],
            body: serde_json::json!({ "query": document, "variables": variables }).to_string(),
            timeout_ms: self.timeout_ms,
        };
        let response = http.send(request).await.map_err(|error| self.outage(&format!("{error:?}")))?;
        if response.status != 200 {
            return Err(self.outage(&format!("status {}", response.status)));
        }
        let Ok(mut answer) = serde_json::from_slice::<Value>(&response.body) else {
            return Err(self.outage("answer is no JSON"));
        };
        if !Node::new(&answer).at("errors").is_null() {
            return Err(self.outage(&codes(Node::new(&answer))));
        }
        Ok(answer.get_mut("data").map(Value::take).unwrap_or_default())
    }

    pub(super) fn outage(&self, what: &str) -> Outage {
        Fault::upstream(self.upstream, what).log();
        Outage
    }
}

/// The codes and messages of an error list, for the log. Shopify's messages name fields and limits, not people.
fn codes(answer: Node) -> String {
    let mut told = String::from("errors:");
    for error in answer.list("errors").take(3) {
        for path in ["extensions.code", "message"] {
            told.push(' ');
            told.extend(error.text(path).unwrap_or("?").chars().take(200));
        }
    }
    told
}
