//! What this isolate saw of each upstream: whether it answers, how fast, and its last fault. Lost with the isolate;
//! what all of them saw together is kept in a database, to which each tells its own now and then.

use std::cell::RefCell;

use jiff::Timestamp;

use crate::adapters::breaker::Breaker;
use crate::fault::Upstream;
use crate::ports::sql::Statement;

/// One upstream as it was seen.
#[derive(Clone, Debug)]
struct Pulse {
    upstream: Upstream,
    breaker: Breaker,
    is_failing: bool,
    latency_ms: i64,
    /// The version of its API that it answered in last.
    version: String,
    /// The last fault, which stays when the upstream is well again.
    fault: String,
    /// What happened since it was told.
    succeeded: bool,
    failed: bool,
    told_at: i64,
    told_failing: Option<bool>,
}

thread_local! {
    static SEEN: RefCell<Vec<Pulse>> = const { RefCell::new(Vec::new()) };
}

/// While nothing changes, an isolate tells of an upstream this often.
const TOLD_EVERY_S: i64 = 30;

/// Characters of a fault that are kept.
const LONGEST_FAULT: usize = 400;

const TELL: &str = "INSERT INTO upstreams (name, state, latency_ms, succeeded_at, failed_at, fault) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (name) DO UPDATE SET state = excluded.state, \
    latency_ms = coalesce(nullif(excluded.latency_ms, ''), latency_ms), \
    succeeded_at = max(succeeded_at, excluded.succeeded_at), failed_at = max(failed_at, excluded.failed_at), \
    fault = coalesce(nullif(excluded.fault, ''), fault)";

/// Leave to ask an upstream, by its breaker.
pub fn lets_pass(upstream: Upstream, now: Timestamp) -> bool {
    with(upstream, |pulse| pulse.breaker.lets_pass(now.as_millisecond()))
}

/// An upstream answered what it was asked, in so many milliseconds.
pub fn succeeded(upstream: Upstream, latency_ms: i64) {
    with(upstream, |pulse| {
        pulse.breaker.succeeded();
        pulse.is_failing = false;
        pulse.latency_ms = latency_ms;
        pulse.succeeded = true;
    });
}

/// A fault of an upstream.
pub fn failed(upstream: Upstream, what: &str) {
    noted(upstream, what);
    with(upstream, |pulse| pulse.is_failing = true);
}

/// Something that is wrong with an upstream that answers all the same.
pub fn noted(upstream: Upstream, what: &str) {
    with(upstream, |pulse| {
        pulse.failed = true;
        pulse.fault = what.chars().take(LONGEST_FAULT).collect();
    });
}

/// An upstream gave no answer at all to what it was asked then, which counts for its breaker.
pub fn unreachable(upstream: Upstream, asked: Timestamp, now: Timestamp) {
    with(upstream, |pulse| pulse.breaker.failed(asked.as_millisecond(), now.as_millisecond()));
}

/// The last fault of an upstream; empty where this isolate saw none.
pub fn fault(upstream: Upstream) -> String {
    with(upstream, |pulse| pulse.fault.clone())
}

/// Notes which version of its API an upstream answered in.
pub fn answered_in(upstream: Upstream, version: &str) {
    with(upstream, |pulse| {
        if pulse.version != version {
            pulse.version = version.chars().take(40).collect();
        }
    });
}

/// The version of its API that an upstream answered in last; empty where it did not say.
pub fn version(upstream: Upstream) -> String {
    with(upstream, |pulse| pulse.version.clone())
}

/// What is due to be told to the database: of each upstream at most every half a minute, and whenever it fails or is
/// back.
pub fn due(now: Timestamp) -> Vec<Statement> {
    let second = now.as_second();
    let at = |is: bool| if is { now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string() } else { String::new() };
    SEEN.with_borrow_mut(|all| {
        let is_due = |pulse: &&mut Pulse| {
            let is_changed = pulse.told_failing != Some(pulse.is_failing);
            (pulse.succeeded || pulse.failed) && (is_changed || second >= pulse.told_at + TOLD_EVERY_S)
        };
        all.iter_mut()
            .filter(is_due)
            .map(|pulse| {
                let state = if pulse.is_failing { "failing" } else { "ok" };
                let latency = if pulse.succeeded { pulse.latency_ms.to_string() } else { String::new() };
                let fault = if pulse.failed { pulse.fault.clone() } else { String::new() };
                let values =
                    [pulse.upstream.name(), state.into(), latency, at(pulse.succeeded), at(pulse.failed), fault];
                (pulse.told_at, pulse.told_failing) = (second, Some(pulse.is_failing));
                (pulse.succeeded, pulse.failed) = (false, false);
                Statement::new(TELL, values)
            })
            .collect()
    })
}

/// As a new isolate begins.
pub fn forget_all() {
    SEEN.with_borrow_mut(Vec::clear);
}

fn with<T>(upstream: Upstream, does: impl FnOnce(&mut Pulse) -> T) -> T {
    SEEN.with_borrow_mut(|all| {
        let at = all.iter().position(|pulse| pulse.upstream == upstream).unwrap_or(all.len());
        let new = Pulse {
            upstream,
            breaker: Breaker::default(),
            is_failing: false,
            latency_ms: 0,
            version: String::new(),
            fault: String::new(),
            succeeded: false,
            failed: false,
            told_at: 0,
            told_failing: None,
        };
        if at == all.len() {
            all.push(new);
        }
        #[allow(clippy::indexing_slicing, reason = "it was found or just pushed")]
        does(&mut all[at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(second: i64) -> Vec<Vec<String>> {
        let now = Timestamp::from_second(1_800_000_000 + second).expect("a time");
        due(now).into_iter().map(|statement| statement.values).collect()
    }

    #[test]
    fn each_upstream_is_told_of_now_and_then_and_when_it_changes() {
        forget_all();
        assert!(told(0).is_empty(), "nothing was seen");
        succeeded(Upstream::ShopifyAdmin, 40);
        assert_eq!(told(0), [["ShopifyAdmin", "ok", "40", "2027-01-15T08:00:00Z", "", ""]]);
        succeeded(Upstream::ShopifyAdmin, 50);
        assert!(told(29).is_empty(), "nothing new");
        failed(Upstream::ShopifyAdmin, "status 500");
        assert_eq!(told(29)[0][1..3], ["failing", "50"], "told at once, with what went before");
        failed(Upstream::ShopifyAdmin, "Timeout");
        failed(Upstream::Mirror, "gone");
        assert_eq!(told(30)[0][0], "Mirror", "of each by itself");
        assert_eq!(told(59), [["ShopifyAdmin", "failing", "", "", "2027-01-15T08:00:59Z", "Timeout"]]);
        assert!(told(3600).is_empty(), "told already");
    }
}
