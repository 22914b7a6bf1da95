//! Access tokens that upstreams lend for a while, kept in the memory of the isolate or process.
//!
//! Nobody waits for another's renewal: a Workers isolate must not await what another request began. While one caller
//! renews a token that is about to run out, the others go on with it; where there is none yet, each asks for its own
//! and the last one stays.

use std::cell::RefCell;
use std::future::Future;

use jiff::Timestamp;

/// A token as it was lent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Lent {
    pub token: String,
    /// How long it opens from now on, by the lender's word.
    pub seconds: i64,
}

/// A token that is kept, with times in seconds since 1970.
struct Kept {
    key: String,
    token: String,
    /// From here on one caller renews it.
    stale: i64,
    /// From here on nobody uses it.
    ends: i64,
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

/// The token under `key`, renewed where there is none or it is about to run out.
///
/// The key says everything that the token depends on: lender, client and secret. It is never logged.
///
/// # Errors
/// What `renew` says, unless the token at hand is still good.
pub async fn current<F, E>(key: &str, now: Timestamp, renew: impl FnOnce() -> F) -> Result<String, E>
where
    F: Future<Output = Result<Lent, E>>,
{
    let at_hand = match find(key, now.as_second()) {
        Found::Fresh(token) => return Ok(token),
        Found::Stale(token) => Some(token),
        Found::Nothing => None,
    };
    match (renew().await, at_hand) {
        (Ok(lent), _) => Ok(keep(key, now.as_second(), lent)),
        (Err(_), Some(token)) => Ok(token),
        (Err(error), None) => Err(error),
    }
}

/// Drops a token that its upstream refused, unless it was replaced meanwhile.
pub fn reject(key: &str, token: &str) {
    KEPT.with_borrow_mut(|all| all.retain(|kept| kept.key != key || kept.token != token));
}

/// When the token under `key` runs out, in seconds since 1970; nothing where there is none.
pub fn ends(key: &str) -> Option<i64> {
    KEPT.with_borrow(|all| all.iter().find(|kept| kept.key == key).map(|kept| kept.ends))
}

enum Found {
    Fresh(String),
    Stale(String),
    Nothing,
}

fn find(key: &str, now: i64) -> Found {
    KEPT.with_borrow_mut(|all| match all.iter_mut().find(|kept| kept.key == key) {
        Some(kept) if now < kept.stale.min(kept.ends) => Found::Fresh(kept.token.clone()),
        Some(kept) if now < kept.ends => {
            kept.stale = now + RENEWAL_S;
            Found::Stale(kept.token.clone())
        }
        _ => Found::Nothing,
    })
}

fn keep(key: &str, now: i64, lent: Lent) -> String {
    let seconds = lent.seconds.clamp(0, LONGEST_S);
    let ends = now + seconds - MARGIN_S;
    let kept = Kept { key: key.to_owned(), token: lent.token.clone(), stale: ends - seconds / 10, ends };
    KEPT.with_borrow_mut(|all| {
        all.retain(|other| other.key != key);
        if all.len() >= MOST_KEPT {
            all.remove(0);
        }
        all.push(kept);
    });
    lent.token
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use futures_util::FutureExt;

    use super::*;

    /// What a caller gets at a second; `lends` is what the lender would answer.
    fn ask(key: &str, second: i64, lends: Option<(&str, i64)>) -> Result<String, &'static str> {
        let now = Timestamp::from_second(1_800_000_000 + second).expect("a time");
        let lent = lends.map(|(token, seconds)| Lent { token: token.to_owned(), seconds });
        current(key, now, || ready(lent.ok_or("refused"))).now_or_never().expect("nothing to wait for")
    }

    #[test]
    fn a_token_is_used_until_its_last_tenth_and_renewed_by_one_caller() {
        let ok = |token: &str| Ok(token.to_owned());
        assert_eq!(ask("ups", 0, None), Err("refused"), "there is none");
        assert_eq!(ask("ups", 0, Some(("a", 1000))), ok("a"));
        assert_eq!(ask("ups", 869, Some(("b", 1000))), ok("a"), "still fresh");
        assert_eq!(ask("ups", 870, None), ok("a"), "renewal failed, the token is still good");
        assert_eq!(ask("ups", 879, Some(("b", 1000))), ok("a"), "somebody is renewing it");
        assert_eq!(ask("ups", 880, Some(("b", 1000))), ok("b"), "the next one tries again");
        assert_eq!(ask("ups", 1800, Some(("c", 1000))), ok("c"), "stale again");
        assert_eq!(ask("ups", 2770, None), Err("refused"), "it ran out");
        assert_eq!(ask("fedex", 2000, None), Err("refused"), "another key is another token");
    }

    #[test]
    fn a_refused_token_is_dropped_and_its_successor_is_not() {
        assert_eq!(ask("ups", 0, Some(("a", 1000))), Ok("a".to_owned()));
        reject("ups", "a");
        assert_eq!(ask("ups", 1, Some(("b", 1000))), Ok("b".to_owned()));
        reject("ups", "a");
        assert_eq!(ask("ups", 2, None), Ok("b".to_owned()));
    }

    #[test]
    fn a_word_that_makes_no_sense_is_kept_for_no_time_or_a_day() {
        for seconds in [i64::MIN, -1, 0, 1, 30] {
            assert_eq!(ask("short", 0, Some(("a", seconds))), Ok("a".to_owned()));
            assert_eq!(ask("short", 0, None), Err("refused"), "{seconds}");
        }
        assert_eq!(ask("long", 0, Some(("a", i64::MAX))), Ok("a".to_owned()));
        assert_eq!(ask("long", 24 * 3600, None), Err("refused"));
    }

    #[test]
    fn memory_is_bounded() {
        for key in 0..=MOST_KEPT {
            assert_eq!(ask(&key.to_string(), 0, Some(("a", 1000))), Ok("a".to_owned()));
        }
        assert_eq!(ask("0", 0, None), Err("refused"), "the oldest went");
        assert_eq!(ask("1", 0, None), Ok("a".to_owned()));
    }
}
