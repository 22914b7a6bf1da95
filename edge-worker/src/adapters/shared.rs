//! What this isolate knows of what all share, and how it asks for it: tokens before they are used, calls of services
//! that count them; pauses it tells and learns with either, or once an answer is out.

use std::cell::RefCell;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::json::Node;
use super::token::{Lent, Unlent};
use crate::fault::Fault;
use crate::ports::keeper::Shared;

#[derive(Default)]
struct Known {
    pauses: Vec<Pause>,
    /// When the keeper answered last, in milliseconds since 1970.
    heard: i64,
    /// A service was asked since then.
    is_in_use: bool,
}

struct Pause {
    service: String,
    /// In milliseconds since 1970.
    until: i64,
    is_told: bool,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// While an isolate asks services, it hears of the others' pauses this often.
const HEARD_EVERY_MS: i64 = 30_000;

/// How long the keeper may take to count a call, and to hear what nobody waits for.
const COUNT_MS: u32 = 800;
const TELL_MS: u32 = 5_000;

/// Whether a service asked for a pause, or has answered as often today as it may.
pub fn is_paused(service: &str, now: Timestamp) -> bool {
    let now = now.as_millisecond();
    KNOWN.with_borrow_mut(|known| {
        known.is_in_use = true;
        known.pauses.retain(|pause| now < pause.until);
        known.pauses.iter().any(|pause| pause.service == service)
    })
}

/// A service asked for a pause; the others hear of it.
pub fn pause(service: &str, until_ms: i64) {
    note(service, until_ms, false);
}

/// The token of a lender, one that was not refused; nothing where the keeper cannot be asked.
pub async fn token(
    keeper: &Shared,
    lender: &str,
    refused: Option<&str>,
    now: Timestamp,
    timeout_ms: u32,
) -> Option<Result<Lent, Unlent>> {
    let answer = ask(keeper, json!({ "lender": lender, "refused": refused }), now, timeout_ms).await?;
    let answer = Node::new(&answer);
    let status = answer.integer("status").and_then(|status| u16::try_from(status).ok());
    match (answer.owned("token"), status) {
        (Some(token), _) => Some(Ok(Lent { token, seconds: answer.integer("seconds").unwrap_or(0) })),
        (None, Some(status)) => Some(Err(Unlent { status, what: answer.owned("what").unwrap_or_default() })),
        (None, None) => None,
    }
}

/// Leave to ask a service that answers only so often a day, counted by all isolates together. Where the keeper cannot
/// be asked, shoppers are served: the service counts for itself.
pub async fn may_call(keeper: &Shared, service: &str, per_day: u32, now: Timestamp) -> bool {
    let question = json!({ "call": service, "per_day": per_day });
    let answer = ask(keeper, question, now, COUNT_MS).await;
    if answer.is_none() && keeper.is_some() {
        Fault::new(["the keeper cannot be asked: a call of ", service, " is not counted"].concat()).log();
    }
    answer.is_none_or(|answer| answer.get("allowed") != Some(&Value::Bool(false)))
}

/// Tells what the others should know, and learns what they know, where either is due. Called once an answer is out.
pub async fn tell(keeper: &Shared, now: Timestamp) {
    let is_due = KNOWN.with_borrow(|known| {
        let is_old = now.as_millisecond() - known.heard >= HEARD_EVERY_MS;
        known.pauses.iter().any(|pause| !pause.is_told) || (known.is_in_use && is_old)
    });
    if is_due {
        ask(keeper, Value::Object(Map::new()), now, TELL_MS).await;
    }
}

/// Puts a question with what is to be told, and notes what is paused.
pub async fn ask(keeper: &Shared, mut question: Value, now: Timestamp, timeout_ms: u32) -> Option<Value> {
    let keeper = keeper.as_ref()?;
    let untold: Vec<(String, i64)> = KNOWN.with_borrow(|known| {
        let untold = known.pauses.iter().filter(|pause| !pause.is_told);
        untold.map(|pause| (pause.service.clone(), pause.until)).collect()
    });
    if let Some(question) = question.as_object_mut() {
        let paused = untold.iter().map(|(service, until)| (service.clone(), (*until).into()));
        question.insert("paused".into(), Value::Object(paused.collect()));
    }
    let answer = keeper.ask(question, timeout_ms).await?;
    for (service, until) in Node::new(&answer).at("paused").value().as_object().into_iter().flatten() {
        note(service, until.as_i64().unwrap_or(0), true);
    }
    KNOWN.with_borrow_mut(|known| {
        let is_said =
            |pause: &Pause| untold.iter().any(|(service, until)| *service == pause.service && *until == pause.until);
        known.pauses.iter_mut().filter(|pause| is_said(pause)).for_each(|pause| pause.is_told = true);
        (known.heard, known.is_in_use) = (now.as_millisecond(), false);
    });
    Some(answer)
}

/// As a new isolate begins.
pub fn forget_all() {
    KNOWN.take();
}

/// The longer pause counts.
fn note(service: &str, until: i64, is_told: bool) {
    KNOWN.with_borrow_mut(|known| match known.pauses.iter_mut().find(|pause| pause.service == service) {
        Some(pause) if pause.until < until => (pause.until, pause.is_told) = (until, is_told),
        Some(_) => {}
        None => known.pauses.push(Pause { service: service.to_owned(), until, is_told }),
    });
}
