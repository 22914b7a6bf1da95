use std::cell::Cell;

use futures_util::FutureExt;
use futures_util::future::{join, poll_fn};
use jiff::Timestamp;
use serde_json::json;

use super::*;
use crate::ports::http::{HttpError, Request, Response};

thread_local! {
    static NOW: Cell<i64> = const { Cell::new(0) };
}

/// Ten in the morning, UTC.
const MORNING: i64 = 1_795_168_800_000;

fn clock() -> Timestamp {
    Timestamp::from_millisecond(MORNING + NOW.get()).expect("a time")
}

/// Lends tokens of 1000 seconds, numbered. Answers after it was looked at so often; refuses where it has nothing.
struct Bank {
    lent: Cell<u32>,
    looks: u32,
    is_open: Cell<bool>,
}

impl Bank {
    fn new(looks: u32) -> Self {
        Self { lent: Cell::new(0), looks, is_open: Cell::new(true) }
    }
}

impl Http for Bank {
    async fn send(&self, _request: Request) -> Result<Response, HttpError> {
        self.lent.set(self.lent.get() + 1);
        let number = self.lent.get();
        for _ in 0..self.looks {
            yield_now().await;
        }
        let body = json!({ "access_token": format!("token-{number}"), "expires_in": 1000 }).to_string();
        let status = if self.is_open.get() { 200 } else { 401 };
        Ok(Response { status, headers: Vec::new(), body: body.into_bytes() })
    }

    fn now(&self) -> Timestamp {
        clock()
    }

    async fn sleep(&self, ms: u32) {
        NOW.set(NOW.get() + i64::from(ms));
        yield_now().await;
    }
}

/// Lets the others go first.
async fn yield_now() {
    let mut is_again = false;
    poll_fn(|context| {
        context.waker().wake_by_ref();
        if std::mem::replace(&mut is_again, true) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

fn lender(name: &str) -> Option<Lender> {
    (name != "nobody").then(|| token::tests::lender(name))
}

async fn ask(keeper: &Keeper, bank: &Bank, question: Value) -> Value {
    keeper.answer(&question, lender, bank, &|_| ()).await
}

/// Drives a future whose waits only let others go first.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    for _ in 0..10_000 {
        if let Some(done) = future.as_mut().now_or_never() {
            return done;
        }
    }
    panic!("it never ends");
}

fn ups() -> Value {
    json!({ "lender": "UPS" })
}

#[test]
fn a_token_is_lent_once_for_all_and_survives_a_restart() {
    NOW.set(0);
    let (bank, kept) = (Bank::new(0), RefCell::new(String::new()));
    let save = |held: &str| kept.replace(held.to_owned());
    let save = |held: &str| drop(save(held));
    let ask = |keeper: &Keeper, question: Value| run(keeper.answer(&question, lender, &bank, &save));
    let keeper = Keeper::new("", clock);
    assert_eq!(ask(&keeper, ups()), json!({ "token": "token-1", "seconds": 1000, "paused": {}, "asked": {} }));
    NOW.set(1_000);
    assert_eq!(ask(&keeper, ups())["seconds"], 999);
    let keeper = Keeper::new(&kept.borrow().clone(), clock);
    assert_eq!(ask(&keeper, ups())["token"], "token-1", "as stored");
    assert!(!kept.borrow().contains("the secret"), "{}", kept.borrow());
    NOW.set(900_000);
    assert_eq!(ask(&keeper, ups())["token"], "token-2", "in its last tenth");
    assert_eq!(ask(&keeper, json!({ "lender": "FedEx" }))["token"], "token-3", "another lender");
    assert_eq!(ask(&keeper, json!({ "lender": "nobody" })).get("token"), None);
    assert_eq!(bank.lent.get(), 3);
}

#[test]
fn those_who_ask_side_by_side_share_one_renewal() {
    NOW.set(0);
    let (bank, keeper) = (Bank::new(20), Keeper::new("", clock));
    let (first, second) = run(join(ask(&keeper, &bank, ups()), ask(&keeper, &bank, ups())));
    assert_eq!((&first["token"], &second["token"]), (&json!("token-1"), &json!("token-1")));
    assert_eq!(bank.lent.get(), 1);
    NOW.set(950_000);
    let (first, second) = run(join(ask(&keeper, &bank, ups()), ask(&keeper, &bank, ups())));
    assert_eq!(
        (&first["token"], &second["token"]),
        (&json!("token-2"), &json!("token-1")),
        "nobody waits while it is good"
    );
    assert_eq!(bank.lent.get(), 2);
}

#[test]
fn a_renewal_that_fails_fails_for_all_who_waited_and_one_that_hangs_for_nobody_for_long() {
    NOW.set(0);
    let (bank, keeper) = (Bank::new(20), Keeper::new("", clock));
    bank.is_open.set(false);
    let (first, second) = run(join(ask(&keeper, &bank, ups()), ask(&keeper, &bank, ups())));
    assert_eq!((&first["status"], &second["status"]), (&json!(401), &json!(401)));
    assert_eq!(bank.lent.get(), 1);
    bank.is_open.set(true);
    NOW.set(NOW.get() + 1);
    assert_eq!(run(ask(&keeper, &bank, ups()))["token"], "token-2", "who comes later tries again");

    let (slow, keeper) = (Bank::new(1_000), Keeper::new("", clock));
    let begun = NOW.get();
    let (_, second) = run(join(ask(&keeper, &slow, ups()), ask(&keeper, &slow, ups())));
    assert_eq!((&second["status"], &second["what"]), (&json!(0), &json!("another's renewal takes too long")));
    assert!(NOW.get() - begun <= 3_000, "{}", NOW.get() - begun);
}

#[test]
fn a_refused_token_is_dropped_by_its_value() {
    NOW.set(0);
    let (bank, keeper) = (Bank::new(0), Keeper::new("", clock));
    let refused = |token: &str| json!({ "lender": "UPS", "refused": token });
    assert_eq!(run(ask(&keeper, &bank, ups()))["token"], "token-1");
    assert_eq!(run(ask(&keeper, &bank, refused("another")))["token"], "token-1");
    assert_eq!(run(ask(&keeper, &bank, refused("token-1")))["token"], "token-2");
    assert_eq!(run(ask(&keeper, &bank, refused("token-1")))["token"], "token-2", "refused before it was replaced");
    bank.is_open.set(false);
    assert_eq!(run(ask(&keeper, &bank, refused("token-2")))["status"], 401);
    assert_eq!(run(ask(&keeper, &bank, ups()))["status"], 401, "what was refused is handed to nobody");
}

#[test]
fn pauses_are_passed_on_until_they_end() {
    NOW.set(0);
    let (bank, keeper) = (Bank::new(0), Keeper::new("", clock));
    let told = |until: i64| json!({ "paused": { "DHL": MORNING + until } });
    assert_eq!(run(ask(&keeper, &bank, told(-1)))["paused"], json!({}), "over already");
    assert_eq!(run(ask(&keeper, &bank, told(9_000)))["paused"]["DHL"], MORNING + 9_000);
    assert_eq!(run(ask(&keeper, &bank, told(5_000)))["paused"]["DHL"], MORNING + 9_000, "the longer one counts");
    assert_eq!(run(ask(&keeper, &bank, told(i64::MAX - MORNING)))["paused"]["DHL"], MORNING + DAY_MS, "a day at most");
    NOW.set(DAY_MS);
    assert_eq!(run(ask(&keeper, &bank, json!({})))["paused"], json!({}));
    for odd in [json!({ "paused": [1] }), json!({ "paused": { "DHL": "x" } }), json!(7), json!(null)] {
        assert_eq!(run(ask(&keeper, &bank, odd)), json!({ "paused": {}, "asked": {} }));
    }
}

#[test]
fn a_day_has_its_calls_and_no_more() {
    NOW.set(0);
    let (bank, keeper) = (Bank::new(0), Keeper::new("", clock));
    let call = || run(ask(&keeper, &bank, json!({ "call": "DHL", "per_day": 3 })));
    for count in 1..=3 {
        let answer = call();
        assert_eq!((&answer["allowed"], &answer["asked"]["DHL"]), (&json!(true), &json!(count.to_string())));
    }
    let midnight = MORNING + 14 * 3_600_000;
    for _ in 0..2 {
        let answer = call();
        assert_eq!((&answer["allowed"], &answer["paused"]["DHL"]), (&json!(false), &json!(midnight)));
    }
    NOW.set(midnight - MORNING);
    let answer = call();
    assert_eq!(
        (&answer["allowed"], &answer["asked"]["DHL"], &answer["paused"]),
        (&json!(true), &json!("1"), &json!({}))
    );
}
