//! Why there is no data, and what may be done about it.

use crate::adapters::json::Node;

/// An answer that is none.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Refusal {
    /// For the log.
    pub what: String,
    /// When trying again may help.
    pub retry_after_ms: Option<u32>,
    /// The upstream as a whole does not work; counts for its breaker.
    pub is_down: bool,
    /// What was asked is what was refused: less may be answered.
    pub declined: Option<Declined>,
}

/// Why the shop declines a document, whatever it may answer to another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Declined {
    /// Our token may not read something of it.
    Withheld,
    /// It costs more than a single query may.
    TooCostly,
}

/// What Shopify's own clients wait before they try again.
const RETRY_MS: u32 = 1_000;

impl Refusal {
    pub fn new(what: &str) -> Self {
        Self { what: what.to_owned(), ..Self::default() }
    }
}

/// A status other than 200, with what Shopify means by it.
pub(super) fn of_status(status: u16) -> Refusal {
    let meaning = match status {
        300..=399 => "a redirect, which is not followed",
        401 => "the token is wrong or was revoked",
        402 => "the shop is frozen",
        403 => "access is denied",
        404 => "no such shop or API version",
        423 => "the shop is locked",
        430 => "taken for an attack",
        429 => "too many requests",
        500.. => "the shop's system fails",
        _ => "refused",
    };
    Refusal {
        what: ["status ", &status.to_string(), ": ", meaning].concat(),
        retry_after_ms: matches!(status, 429 | 500 | 503).then_some(RETRY_MS),
        is_down: matches!(status, 429 | 430 | 500..),
        declined: None,
    }
}

/// The errors of a GraphQL answer. Shopify's messages name fields and limits, not people.
pub(super) fn of_errors(answer: Node) -> Option<Refusal> {
    let errors = answer.at("errors");
    if errors.is_null() {
        return None;
    }
    let mut refusal = Refusal::new("errors:");
    for error in errors.items().take(3) {
        for path in ["extensions.code", "message"] {
            refusal.what.push(' ');
            refusal.what.extend(error.text(path).unwrap_or("?").chars().take(200));
        }
    }
    let is_each = |code: &str| {
        errors.items().next().is_some() && errors.items().all(|error| error.text("extensions.code") == Some(code))
    };
    let declines = [("ACCESS_DENIED", Declined::Withheld), ("MAX_COST_EXCEEDED", Declined::TooCostly)];
    refusal.declined = declines.into_iter().find(|(code, _)| is_each(code)).map(|(_, declined)| declined);
    refusal.retry_after_ms = is_each("THROTTLED").then(|| refill_ms(answer.at("extensions.cost")));
    Some(refusal)
}

/// How long the bucket takes to hold what the query costs. Where the answer does not say, a second.
fn refill_ms(cost: Node) -> u32 {
    let number = |path: &str| cost.at(path).value().as_f64().filter(|number| number.is_finite());
    let missing = || {
        let rate = number("throttleStatus.restoreRate").filter(|rate| *rate >= 1.0)?;
        Some((number("requestedQueryCost")? - number("throttleStatus.currentlyAvailable")?) / rate)
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept between nothing and ten minutes")]
    missing().map_or(RETRY_MS, |seconds| (seconds.ceil().clamp(0.0, 600.0) as u32) * 1_000)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(answer: &Value) -> Refusal {
        of_errors(Node::new(answer)).expect("errors")
    }

    #[test]
    fn a_throttled_query_waits_until_the_bucket_holds_it() {
        let rows = [
            (
                json!({ "requestedQueryCost": 101, "throttleStatus": { "currentlyAvailable": 1, "restoreRate": 100 } }),
                1_000,
            ),
            (
                json!({ "requestedQueryCost": 101, "throttleStatus": { "currentlyAvailable": 0.5, "restoreRate": 50.0 } }),
                3_000,
            ),
            (
                json!({ "requestedQueryCost": 10, "throttleStatus": { "currentlyAvailable": 900, "restoreRate": 50 } }),
                0,
            ),
            (
                json!({ "requestedQueryCost": 1e300, "throttleStatus": { "currentlyAvailable": 0, "restoreRate": 50 } }),
                600_000,
            ),
            (
                json!({ "requestedQueryCost": 101, "throttleStatus": { "currentlyAvailable": 1, "restoreRate": 0 } }),
                1_000,
            ),
            (json!(null), 1_000),
        ];
        for (cost, wait) in rows {
            let answer =
                json!({ "errors": [{ "extensions": { "code": "THROTTLED" } }], "extensions": { "cost": cost } });
            assert_eq!(read(&answer).retry_after_ms, Some(wait), "{answer}");
        }
    }

    #[test]
    fn only_answers_that_are_declined_and_nothing_else_are_declined() {
        let [denied, costly] =
            ["ACCESS_DENIED", "MAX_COST_EXCEEDED"].map(|code| json!({ "extensions": { "code": code } }));
        let other = json!({ "message": "other" });
        assert_eq!(read(&json!({ "errors": [denied, denied] })).declined, Some(Declined::Withheld));
        assert_eq!(read(&json!({ "errors": [costly] })).declined, Some(Declined::TooCostly));
        for errors in [json!([denied, other]), json!([denied, costly]), json!([]), json!("ACCESS_DENIED"), json!({})] {
            let refusal = read(&json!({ "errors": errors }));
            assert!(refusal.declined.is_none() && refusal.retry_after_ms.is_none(), "{errors}");
        }
        assert_eq!(of_errors(Node::new(&json!({ "data": {} }))), None);
    }
}
