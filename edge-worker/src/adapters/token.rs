//! Access tokens that upstreams lend for a while: kept in the memory of the isolate, and asked of the keeper where there
//! is none or it is about to run out.
//!
//! Nobody waits for another's renewal within an isolate: one must not await what another request began. While one
//! caller renews a token that is about to run out, the others go on with it.

use std::cell::RefCell;

use jiff::Timestamp;

use super::json::Node;
use super::shared;
use crate::fault::Fault;
use crate::ports::http::{Http, Request};
use crate::ports::keeper::Shared;
use crate::signature;

/// Who lends tokens, and how it is asked for one.
#[derive(Clone, Debug)]
pub struct Lender {
    /// As the keeper knows it.
    pub name: String,
    pub request: Request,
}

/// A token as it was lent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Lent {
    pub token: String,
    /// How long it opens from now on, by the lender's word.
    pub seconds: i64,
}

/// Why no token was lent, for the log.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unlent {
    /// What the lender answered; zero where it did not.
    pub status: u16,
    pub what: String,
}

/// A token that is kept, with times in seconds since 1970.
struct Kept {
    key: String,
    token: String,
    /// From here on one caller renews it.
    stale: i64,
    /// From here on nobody uses it.
    ends: i64,
    is_refused: bool,
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A deployment has one for each upstream that lends tokens.
const MOST_KEPT: usize = 16;

/// A token is not used in its last seconds: it may run out on its way.
const MARGIN_S: i64 = 30;

/// How long others go on with a token that somebody is renewing.
const RENEWAL_S: i64 = 10;

/// No lender's word is believed for longer.
const LONGEST_S: i64 = 24 * 3600;

impl Lender {
    /// Everything that the token depends on: lender, client and secret. Never logged.
    pub fn key(&self) -> String {
        let headers = self.request.headers.iter().map(|(_, value)| value.as_str());
        let parts: Vec<&str> = [self.request.url.as_str(), &self.request.body].into_iter().chain(headers).collect();
        parts.join("\n")
    }

    /// The same as it may be written down.
    pub fn digest(&self) -> String {
        signature::digest_hex(self.key().as_bytes())
    }
}

impl Unlent {
    /// There was no answer.
    pub fn silent(what: &str) -> Self {
        Self { status: 0, what: what.to_owned() }
    }
}

/// The token of a lender, by the keeper where there is none or it is about to run out. Where the keeper cannot be asked,
/// the lender is, and the log says so.
///
/// `left_ms` says how long all of it may take from now on; the keeper gets half of that.
///
/// # Errors
/// [`Unlent`] unless the token at hand is still good.
pub async fn current(
    http: &impl Http,
    keeper: &Shared,
    lender: &Lender,
    now: Timestamp,
    left_ms: &dyn Fn() -> u32,
) -> Result<String, Unlent> {
    let key = lender.key();
    let (at_hand, refused) = match find(&key, now.as_second()) {
        Found::Fresh(token) => return Ok(token),
        Found::Stale(token) => (Some(token), None),
        Found::Refused(token) => (None, Some(token)),
        Found::Nothing => (None, None),
    };
    let by_keeper = shared::token(keeper, &lender.name, refused.as_deref(), now, left_ms() / 2).await;
    if by_keeper.is_none() && keeper.is_some() {
        Fault::new(["the keeper cannot be asked: the token of ", &lender.name, " is renewed here"].concat()).log();
    }
    let outcome = match by_keeper {
        Some(outcome) => outcome,
        None => lend(http, lender, left_ms()).await,
    };
    match (outcome, at_hand) {
        (Ok(lent), _) => Ok(keep(key, now.as_second(), lent)),
        (Err(_), Some(token)) => Ok(token),
        (Err(unlent), None) => Err(unlent),
    }
}

/// Asks a lender.
///
/// # Errors
/// [`Unlent`] for every other answer than a token.
pub async fn lend(http: &impl Http, lender: &Lender, timeout_ms: u32) -> Result<Lent, Unlent> {
    let request = Request { timeout_ms, ..lender.request.clone() };
    let response = http.send(request).await.map_err(|error| Unlent::silent(&format!("{error:?}")))?;
    let status = response.status;
    let unlent = |why: &str| Unlent { status, what: ["status ", &status.to_string(), why].concat() };
    if !(200..300).contains(&status) {
        return Err(unlent(""));
    }
    let answer = serde_json::from_slice(&response.body).map_err(|_| unlent(", no JSON"))?;
    let node = Node::new(&answer);
    let token = node.owned("access_token").ok_or_else(|| unlent(", without access_token"))?;
    // UPS writes the seconds as a text.
    let seconds = node.integer("expires_in").or_else(|| node.text("expires_in")?.parse().ok());
    Ok(Lent { token, seconds: seconds.unwrap_or(0) })
}

/// A token was refused by its upstream: it is not used again, unless it was replaced meanwhile.
pub fn reject(key: &str, token: &str) {
    KEPT.with_borrow_mut(|all| {
        let refused = all.iter_mut().filter(|kept| kept.key == key && kept.token == token);
        refused.for_each(|kept| kept.is_refused = true);
    });
}

/// When the token under `key` runs out, in seconds since 1970; nothing where there is none.
pub fn ends(key: &str) -> Option<i64> {
    KEPT.with_borrow(|all| all.iter().find(|kept| kept.key == key && !kept.is_refused).map(|kept| kept.ends))
}

/// As a new isolate begins.
pub fn forget_all() {
    KEPT.take();
}

enum Found {
    Fresh(String),
    Stale(String),
    Refused(String),
    Nothing,
}

fn find(key: &str, now: i64) -> Found {
    KEPT.with_borrow_mut(|all| match all.iter_mut().find(|kept| kept.key == key) {
        Some(kept) if kept.is_refused => Found::Refused(kept.token.clone()),
        Some(kept) if now < kept.stale.min(kept.ends) => Found::Fresh(kept.token.clone()),
        Some(kept) if now < kept.ends => {
            kept.stale = now + RENEWAL_S;
            Found::Stale(kept.token.clone())
        }
        _ => Found::Nothing,
    })
}

fn keep(key: String, now: i64, lent: Lent) -> String {
    let seconds = lent.seconds.clamp(0, LONGEST_S);
    let ends = now + seconds - MARGIN_S;
    let (token, stale) = (lent.token.clone(), ends - seconds / 10);
    KEPT.with_borrow_mut(|all| {
        all.retain(|other| other.key != key);
        if all.len() >= MOST_KEPT {
            all.remove(0);
        }
        all.push(Kept { key, token, stale, ends, is_refused: false });
    });
    lent.token
}

#[cfg(test)]
pub(crate) mod tests;
