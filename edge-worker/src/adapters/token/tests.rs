use std::cell::{Cell, RefCell};

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, ready};
use serde_json::{Value, json};

use super::*;
use crate::ports::http::{HttpError, Method, Response};
use crate::ports::keeper::Keeper;

/// Lends what it was told, once; refuses then.
#[derive(Default)]
struct Bank(RefCell<Option<(String, i64)>>);

impl Http for Bank {
    async fn send(&self, _request: Request) -> Result<Response, HttpError> {
        let (token, seconds) = self.0.take().ok_or(HttpError::Unreachable)?;
        let body = json!({ "access_token": token, "expires_in": seconds }).to_string().into_bytes();
        Ok(Response { status: 200, headers: Vec::new(), body })
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn sleep(&self, _ms: u32) {}
}

/// Somebody who lends tokens for a secret.
pub(crate) fn lender(name: &str) -> Lender {
    let request = Request {
        method: Method::Post,
        url: format!("https://{name}.example/token"),
        headers: Vec::new(),
        body: "the secret".into(),
        timeout_ms: 0,
    };
    Lender { name: name.into(), request }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).expect("a time")
}

/// What a caller gets at a second, empty where that is nothing; `lends` is what the lender would answer. There is no keeper.
fn ask(name: &str, second: i64, lends: Option<(&str, i64)>) -> String {
    let bank = Bank(RefCell::new(lends.map(|(token, seconds)| (token.to_owned(), seconds))));
    let lender = lender(name);
    let asked = current(&bank, &None, &lender, at(second), &|| 1_000);
    asked.now_or_never().expect("nothing to wait for").unwrap_or_default()
}

#[test]
fn a_token_is_used_until_its_last_tenth_and_renewed_by_one_caller() {
    assert_eq!(ask("ups", 0, None), "", "there is none");
    assert_eq!(ask("ups", 0, Some(("a", 1000))), "a");
    assert_eq!(ask("ups", 869, Some(("b", 1000))), "a", "still fresh");
    assert_eq!(ask("ups", 870, None), "a", "renewal failed, the token is still good");
    assert_eq!(ask("ups", 879, Some(("b", 1000))), "a", "somebody is renewing it");
    assert_eq!(ask("ups", 880, Some(("b", 1000))), "b", "the next one tries again");
    assert_eq!(ask("ups", 1800, Some(("c", 1000))), "c", "stale again");
    assert_eq!(ask("ups", 2770, None), "", "it ran out");
    assert_eq!(ask("fedex", 2000, None), "", "another key is another token");
}

#[test]
fn a_refused_token_is_dropped_and_its_successor_is_not() {
    let key = lender("ups").key();
    assert_eq!(ask("ups", 0, Some(("a", 1000))), "a");
    reject(&key, "a");
    assert_eq!(ends(&key), None);
    assert_eq!(ask("ups", 1, Some(("b", 1000))), "b");
    reject(&key, "a");
    assert_eq!(ask("ups", 2, None), "b");
}

#[test]
fn a_word_that_makes_no_sense_is_kept_for_no_time_or_a_day() {
    for seconds in [i64::MIN, -1, 0, 1, 30] {
        assert_eq!(ask("short", 0, Some(("a", seconds))), "a");
        assert_eq!(ask("short", 0, None), "", "{seconds}");
    }
    assert_eq!(ask("long", 0, Some(("a", i64::MAX))), "a");
    assert_eq!(ask("long", 24 * 3600, None), "");
}

#[test]
fn memory_is_bounded() {
    for name in 0..=MOST_KEPT {
        assert_eq!(ask(&name.to_string(), 0, Some(("a", 1000))), "a");
    }
    assert_eq!(ask("0", 0, None), "", "the oldest went");
    assert_eq!(ask("1", 0, None), "a");
}

/// Answers always the same, and keeps what it was asked.
#[derive(Debug, Default)]
struct Oracle {
    answer: Option<Value>,
    asked: RefCell<Vec<String>>,
    waited: Cell<u32>,
}

impl Keeper for Oracle {
    fn ask(&self, question: Value, timeout_ms: u32) -> LocalBoxFuture<'_, Option<Value>> {
        self.asked.borrow_mut().push(question.to_string());
        self.waited.set(timeout_ms);
        Box::pin(ready(self.answer.clone()))
    }
}

#[test]
fn the_keeper_is_asked_first_and_only_where_there_is_none() {
    let oracle =
        std::rc::Rc::new(Oracle { answer: Some(json!({ "token": "of all", "seconds": 1000 })), ..Oracle::default() });
    let keeper: Shared = Some(oracle.clone());
    let bank = Bank::default();
    let ask = |second| current(&bank, &keeper, &lender("ups"), at(second), &|| 1_000).now_or_never();
    for second in 0..3 {
        assert_eq!(ask(second), Some(Ok("of all".to_owned())));
    }
    let asked = || oracle.asked.borrow().concat();
    assert_eq!((asked(), oracle.waited.get()), (r#"{"lender":"ups","paused":{},"refused":null}"#.into(), 500));
    oracle.asked.borrow_mut().clear();
    reject(&lender("ups").key(), "of all");
    assert_eq!(ask(3), Some(Ok("of all".to_owned())));
    assert_eq!(asked(), r#"{"lender":"ups","paused":{},"refused":"of all"}"#);
}

#[test]
fn where_the_keeper_is_silent_the_lender_is_asked_and_where_it_refuses_it_is_not() {
    let rows = [
        (None, Ok("here"), 1),
        (Some(json!({})), Ok("here"), 1),
        (Some(json!({ "status": 401, "what": "status 401" })), Err((401, "status 401")), 0),
        (Some(json!({ "status": 0, "what": "Timeout" })), Err((0, "Timeout")), 0),
    ];
    for (answer, wanted, lines) in rows {
        forget_all();
        crate::logged();
        let keeper: Shared = Some(std::rc::Rc::new(Oracle { answer: answer.clone(), ..Oracle::default() }));
        let bank = Bank(RefCell::new(Some(("here".into(), 1000))));
        let said = current(&bank, &keeper, &lender("ups"), at(0), &|| 1_000).now_or_never().expect("no wait");
        let wanted = wanted.map(str::to_owned).map_err(|(status, what)| Unlent { status, what: what.to_owned() });
        assert_eq!(said, wanted, "{answer:?}");
        let log = crate::logged();
        assert_eq!(log.len(), lines, "{answer:?}: {log:?}");
        assert!(!log.concat().contains("here") || log.concat().contains("renewed here"), "{log:?}");
    }
}
