//! A keeper without a Durable Object, which a test may stop and start again.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use edge_worker::adapters::keeper::Keeper;
use edge_worker::adapters::token::Lender;
use edge_worker::ports;
use edge_worker::ports::keeper::Shared;
use edge_worker::settings::Settings;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde_json::Value;

use crate::native_http::NativeHttp;
use crate::shop::clock;

/// One keeper for all isolates that a test plays.
pub struct Desk {
    keeper: RefCell<Keeper>,
    stored: RefCell<String>,
    settings: Settings,
    pub is_up: Cell<bool>,
    /// How often it was asked.
    pub asked: Cell<u32>,
}

impl Desk {
    pub fn new(settings: Settings) -> Rc<Self> {
        let keeper = RefCell::new(Keeper::new("", clock));
        Rc::new(Self { keeper, stored: RefCell::default(), settings, is_up: Cell::new(true), asked: Cell::new(0) })
    }

    /// As settings take it.
    pub fn shared(self: &Rc<Self>) -> Shared {
        Some(self.clone())
    }

    /// As when its object is evicted: what it stored is all that it has.
    pub fn restart(&self) {
        self.keeper.replace(Keeper::new(&self.stored.borrow(), clock));
    }
}

impl ports::keeper::Keeper for Desk {
    fn ask(&self, question: Value, _timeout_ms: u32) -> LocalBoxFuture<'_, Option<Value>> {
        self.asked.set(self.asked.get() + 1);
        if !self.is_up.get() {
            return Box::pin(async { None });
        }
        let lender = |name: &str| -> Option<Lender> { self.settings.lender(name) };
        let save = |held: &str| drop(self.stored.replace(held.to_owned()));
        // Nothing interleaves here: every call blocks.
        let keeper = self.keeper.borrow();
        let answer = keeper.answer(&question, lender, &NativeHttp::default(), &save).now_or_never();
        Box::pin(async { answer })
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Desk")
    }
}
