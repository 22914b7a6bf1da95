//! A running stack, and conversations in it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use protocol::shopper::{Message, Opened, Page};
use serde_json::Value;
use xtask::stack::{Setting, Stack};

use crate::demo_shop::DemoShop;
use crate::http::{self, Answer};
use crate::tab::{Key, Tab};
use crate::wait::until;

/// The Worker and the demo shop, and what to reach them by.
pub struct Scene {
    pub worker: String,
    pub demo_shop: DemoShop,
    stack: Mutex<Stack>,
    shoppers: AtomicU32,
}

/// A conversation that was opened: what a browser keeps of it. All of its tabs have the same token.
#[derive(Clone, Debug)]
pub struct Conversation {
    pub id: String,
    pub key: Key,
    worker: String,
    origin: String,
    pub address: String,
}

impl Scene {
    /// Starts a stack.
    ///
    /// # Errors
    ///
    /// What kept it from starting, with the end of the log.
    pub fn start(setting: &Setting) -> xtask::Result<Self> {
        let stack = Stack::start(setting)?;
        let (storefront, admin) = (stack.demo_shop.storefront.clone(), stack.demo_shop.admin.clone());
        Ok(Self {
            worker: stack.worker.url().to_owned(),
            demo_shop: DemoShop { storefront, admin },
            stack: Mutex::new(stack),
            shoppers: AtomicU32::new(0),
        })
    }

    /// A new conversation, of a shopper with a network address of their own.
    pub fn open(&self) -> Conversation {
        let shopper = self.shoppers.fetch_add(1, Ordering::Relaxed);
        self.open_from(&format!("198.51.{}.{}", shopper / 250, shopper % 250 + 1))
    }

    /// A new conversation of somebody at `address`.
    pub fn open_from(&self, address: &str) -> Conversation {
        self.open_with(address, "")
    }

    /// What a widget at `address` gets that asks for a conversation in these words.
    pub fn open_with(&self, address: &str, body: &str) -> Conversation {
        let headers = [("Origin", self.demo_shop.storefront.as_str()), ("CF-Connecting-IP", address)];
        let answer = http::send("POST", &format!("{}/v1/conversations", self.worker), &headers, body);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let Opened { conversation, token } = serde_json::from_str(&answer.body).expect("what was opened");
        let (worker, origin) = (self.worker.clone(), self.demo_shop.storefront.clone());
        Conversation { id: conversation, key: Key::new(token), worker, origin, address: address.to_owned() }
    }

    /// A new conversation and a tab that said hello.
    pub fn tab(&self) -> Tab {
        self.open().tab()
    }

    /// Asks for a conversation from a page of `origin`, as somebody at `address`.
    pub fn ask_to_open(&self, origin: &str, address: &str) -> Answer {
        let headers = [("Origin", origin), ("CF-Connecting-IP", address)];
        http::send("POST", &format!("{}/v1/conversations", self.worker), &headers, "")
    }

    /// Asks one of the merchant's own addresses.
    pub fn as_owner(&self, method: &str, path: &str) -> Answer {
        let headers = [("Authorization", "Bearer demo_owner_secret")];
        http::send(method, &format!("{}{path}", self.worker), &headers, "")
    }

    /// The merchant's list of hand-offs.
    pub fn hand_offs(&self, authorization: &str) -> Answer {
        let headers = [("Authorization", authorization)];
        http::send("GET", &format!("{}/v1/hand-offs", self.worker), &headers, "")
    }

    /// The record that is kept of a conversation's hand-off, with how its delivery goes.
    pub fn kept_record(&self, conversation: &str) -> Option<Value> {
        let list = self.hand_offs("Bearer demo_owner_secret").json();
        list["hand_offs"].as_array()?.iter().find(|record| record["conversation"] == conversation).cloned()
    }

    /// When the record of a conversation's hand-off was made, in milliseconds since 1970.
    pub fn handed_over_at(&self, conversation: &str) -> u64 {
        let record = self.kept_record(conversation).expect("a record");
        let at: jiff::Timestamp = record["at"].as_str().and_then(|at| at.parse().ok()).expect("a time");
        u64::try_from(at.as_millisecond()).expect("after 1970")
    }

    /// The record of a hand-off, once it is noted as delivered.
    pub fn delivered_record(&self, conversation: &str, limit: Duration) -> Value {
        let is_delivered = |record: &Value| record["delivery"]["delivered_at"].is_string();
        until("a delivery that is noted", limit, || self.kept_record(conversation).filter(is_delivered))
    }

    /// Lets the Worker's clock strike, as it would at this time (milliseconds since 1970).
    pub fn strike(&self, at: u64) {
        let answer = http::send("GET", &format!("{}/cdn-cgi/handler/scheduled?time={at}", self.worker), &[], "");
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// Kills workerd as a crash would.
    pub fn kill_worker(&self) {
        self.stack().worker.kill();
    }

    /// Starts workerd again, on the same state.
    pub fn start_worker_again(&self) {
        self.stack().worker.start_again().unwrap_or_else(|problem| panic!("{problem}"));
    }

    fn stack(&self) -> MutexGuard<'_, Stack> {
        self.stack.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Conversation {
    /// A socket that has said nothing yet.
    pub fn socket(&self) -> Tab {
        self.socket_from(&self.address)
    }

    /// The same, of somebody at `address`.
    pub fn socket_from(&self, address: &str) -> Tab {
        let tab = Tab::connect_from(address, &self.worker, &self.id, Some(&self.origin));
        tab.unwrap_or_else(|status| panic!("refused with {status}")).with_key(self.key.clone())
    }

    /// The token as it is now.
    pub fn token(&self) -> String {
        self.key.token()
    }

    /// What somebody has who noted id and token: it stays as it is, whatever the browser is given later.
    #[must_use]
    pub fn noted(&self) -> Self {
        Self { key: Key::new(self.token()), ..self.clone() }
    }

    /// A tab that says hello and has nothing yet.
    pub fn tab(&self) -> Tab {
        self.tab_after(0)
    }

    /// A tab that has the messages up to `after`.
    pub fn tab_after(&self, after: u64) -> Tab {
        self.tab_on(
            Page { template: "index".into(), locale: "en".into(), country: "DE".into(), ..Page::default() },
            after,
        )
    }

    /// A tab on a product's page.
    pub fn tab_on_product(&self, handle: &str) -> Tab {
        let (template, product) = ("product".into(), Some(handle.to_owned()));
        self.tab_on(Page { template, product, locale: "en".into(), country: "DE".into(), ..Page::default() }, 0)
    }

    /// Everything that is kept, read by a socket of its own.
    pub fn history(&self) -> Vec<Message> {
        let tab = self.tab();
        tab.heard().messages().into_iter().cloned().collect()
    }

    fn tab_on(&self, page: Page, after: u64) -> Tab {
        let mut tab = self.socket();
        tab.hello(&self.token(), after, page);
        tab.welcomed();
        tab
    }
}
