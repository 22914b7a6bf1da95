//! Reports as they were read a moment ago, in the memory of the isolate: a question that follows asks nobody again.
//!
//! Kept by what was asked: the service, and the number. Whoever may ask for a number may know what is told of it; should
//! a postcode ever be sent that makes a service tell more, it belongs into the key.

use std::cell::RefCell;

use desk::record::Report;
use jiff::{SignedDuration, Timestamp};

use super::call::Call;

struct Recent {
    key: String,
    report: Option<Report>,
    read_at: Timestamp,
}

thread_local! {
    static RECENT: RefCell<Vec<Recent>> = const { RefCell::new(Vec::new()) };
}

/// Scans come hours apart, and follow-up questions within a minute.
const KEPT_FOR: SignedDuration = SignedDuration::from_secs(90);

/// A report is some kilobytes.
const MOST_KEPT: usize = 64;

/// What the service said, if that was a moment ago, and when it was read. That it knew nothing is kept, too.
pub(super) fn find(call: &Call<'_>) -> Option<(Option<Report>, Timestamp)> {
    let key = key(call);
    let is_recent =
        |recent: &&Recent| (SignedDuration::ZERO..KEPT_FOR).contains(&call.began.duration_since(recent.read_at));
    RECENT.with_borrow(|all| {
        let recent = all.iter().find(|recent| recent.key == key).filter(is_recent)?;
        Some((recent.report.clone(), recent.read_at))
    })
}

pub(super) fn keep(call: &Call<'_>, report: Option<&Report>, read_at: Timestamp) {
    let key = key(call);
    RECENT.with_borrow_mut(|all| {
        all.retain(|recent| recent.key != key && read_at.duration_since(recent.read_at) < KEPT_FOR);
        if all.len() >= MOST_KEPT {
            all.remove(0);
        }
        all.push(Recent { key, report: report.cloned(), read_at });
    });
}

/// As a new isolate begins.
pub fn forget_all() {
    RECENT.take();
}

fn key(call: &Call<'_>) -> String {
    [call.source.service.name(), "\n", call.number].concat()
}
