//! The services' documented answers, in rows. What demo-shop can serve is tested against it, in `tests/contract`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use futures_util::FutureExt;

use super::*;
use crate::ports::http::{HttpError, Request, Response};

mod answers;
mod choice;
mod refusals;
mod words;

/// Answers in order what it was told, and keeps what it was asked; whoever asks more gets nothing.
#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<(u16, String)>>,
    asked: RefCell<Vec<Request>>,
}

impl Http for Script {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        self.asked.borrow_mut().push(request);
        let (status, body) = self.answers.borrow_mut().pop_front().ok_or(HttpError::Unreachable)?;
        Ok(Response { status, headers: Vec::new(), body: body.into_bytes() })
    }

    fn now(&self) -> Timestamp {
        clock()
    }

    async fn sleep(&self, _ms: u32) {}
}

const NOW: &str = "2026-11-20T12:00:00Z";

fn clock() -> Timestamp {
    NOW.parse().expect("a time")
}

/// A number that the service's own carrier would give.
fn number(service: Service) -> &'static str {
    match service {
        Service::FedEx => "986578788855",
        Service::Usps => "9400111201080805483016",
        Service::Dhl => "00340434292135100186",
        _ => "1Z5R89390357567127",
    }
}

thread_local! {
    static CLIENT: Cell<u32> = const { Cell::new(0) };
}

/// Who asked last. Tokens are kept by client, so each question has one of its own.
fn client() -> String {
    format!("client-{}", CLIENT.get())
}

/// Asks one service, which answers so; gives what it said and what it was asked.
fn ask(service: Service, answers: &[(u16, &str)]) -> (Result<Vec<Report>, Outage>, Vec<Request>) {
    let script = Script::default();
    script.answers.borrow_mut().extend(answers.iter().map(|(status, body)| (*status, (*body).to_owned())));
    crate::begin_anew();
    CLIENT.set(CLIENT.get() + 1);
    let client = client();
    let url = "https://carrier.example".into();
    let source = Source { service, url, client, secret: "s&cret".into(), per_day: None };
    let carriers = Carriers::new(script, vec![source], clock);
    let parcel = Tracked { number: number(service).into(), carrier: None };
    let said = carriers.track(&parcel).now_or_never().expect("nothing to wait for");
    (said.map(|told| told.reports), carriers.http.asked.into_inner())
}

/// What lends a token comes first, where there is one.
fn answers<'a>(service: Service, rest: &[(u16, &'a str)]) -> Vec<(u16, &'a str)> {
    let lent = (200, r#"{"access_token":"t","expires_in":"3600"}"#);
    let lends = matches!(service, Service::Ups | Service::FedEx | Service::Usps);
    lends.then_some(lent).into_iter().chain(rest.iter().copied()).collect()
}

const ALL: [Service; 8] = [
    Service::AfterShip,
    Service::EasyPost,
    Service::Shippo,
    Service::Track17,
    Service::Dhl,
    Service::Ups,
    Service::FedEx,
    Service::Usps,
];
