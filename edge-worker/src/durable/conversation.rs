//! The Durable Object: what the runtime calls, and what it may do.

use std::cell::Cell;
use std::rc::Rc;

use worker::{
    DurableObject, Env, Error, Method, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage,
    WebSocketPair, durable_object,
};

use super::frames::said_hello;
use super::frames::{refuse_binary, refuse_fault};
use super::log::Log;
use crate::app::ownership::Owner;
use crate::fault::Fault;
use crate::http::{network, site};
use crate::platform::clock::now_ms;
use crate::platform::{random, settings};
use crate::signature;

/// One conversation.
///
/// In memory there is only what may be lost at any time.
#[durable_object]
pub struct Conversation {
    pub(super) state: State,
    pub(super) env: Env,
    pub(super) log: Rc<Log>,
    pub(super) is_driving: Cell<bool>,
    /// When the alarm rings, if this very instance set it.
    pub(super) alarm: Cell<Option<u64>>,
    /// Something is being counted that was served already.
    pub(super) is_counting: Rc<Cell<bool>>,
}

/// Sockets of one conversation that said hello: tabs, and reconnections whose end nobody saw. As many more may be
/// about to.
pub(super) const MOST_SOCKETS: usize = 8;

/// Tags of a socket: what tells it from all others, when it was accepted, the origin of its page, its network address,
/// and keyed digests of that and of its site, if it has one. The address itself is gone with the socket.
pub(super) const SOCKET: &str = "socket ";
const ACCEPTED: &str = "at ";
pub(super) const ADDRESS: &str = "address ";
pub(super) const SITE: &str = "site ";
pub(super) const ORIGIN: &str = "origin ";
const BUYER: &str = "buyer ";

const DAY_MS: u64 = 86_400_000;

impl DurableObject for Conversation {
    fn new(state: State, env: Env) -> Self {
        let log = Rc::new(Log::new(state.storage().sql()));
        Self { state, env, log, is_driving: Cell::default(), alarm: Cell::default(), is_counting: Rc::default() }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        match (request.method(), request.path().as_str()) {
            // Only the Worker itself asks these: what comes from outside is a `GET`.
            (Method::Post, "/erase") => {
                self.erase().await?;
                Response::empty()
            }
            (Method::Post, "/export") => self.export(),
            (Method::Post, path) => match path.strip_prefix("/rejoin/") {
                Some(customer) => self.rejoin(customer),
                None => self.open().await,
            },
            _ => self.accept(&request),
        }
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let outcome = match message {
            WebSocketIncomingMessage::String(text) => self.frame(&socket, &text).await,
            WebSocketIncomingMessage::Binary(_) => refuse_binary(&socket),
        };
        outcome.or_else(|error| {
            Fault::new(error.to_string()).log();
            refuse_fault(&socket)
        })
    }

    async fn websocket_close(&self, _socket: WebSocket, _code: usize, _reason: String, _was_clean: bool) -> Result<()> {
        Ok(())
    }

    async fn websocket_error(&self, _socket: WebSocket, _error: Error) -> Result<()> {
        Ok(())
    }

    async fn alarm(&self) -> Result<Response> {
        self.run_agenda().await?;
        Response::empty()
    }
}

impl Conversation {
    /// Begins the conversation and gives the token that proves possession of it. Only its digest is kept.
    async fn open(&self) -> Result<Response> {
        if self.log.exists()? {
            return Response::error("open already", 409);
        }
        let token = random::token()?;
        self.log.create()?;
        self.log.set_fact("tokens", &[signature::digest_hex(token.as_bytes())])?;
        let days = settings(&self.env).map_or(90, |settings| settings.retention_days);
        self.log.set_due("retention", now_ms() + u64::from(days) * DAY_MS)?;
        self.arm().await?;
        Response::from_json(&serde_json::json!({ "token": token }))
    }

    /// Gives the customer whose conversation this is a token for another device, while it is open and not a day old.
    fn rejoin(&self, customer: &str) -> Result<Response> {
        let known: Option<String> = if self.log.exists()? { self.log.fact("customer")? } else { None };
        let is_theirs = known.as_deref() == Some(customer);
        if !is_theirs
            || self.log.ownership()?.owner == Owner::Closed
            || self.log.lines_since(now_ms().saturating_sub(DAY_MS), 1)? == 0
        {
            return Response::error("not open", 409);
        }
        Response::ok(self.add_token()?)
    }

    /// A socket. It may say hello, and nothing else until then. An id that nobody minted does not get here: the
    /// runtime knows its own.
    fn accept(&self, request: &Request) -> Result<Response> {
        let pair = WebSocketPair::new()?;
        let origin = request.headers().get("Origin")?.unwrap_or_default();
        let buyer = request.headers().get("CF-Connecting-IP")?.unwrap_or_default();
        let settings = settings(&self.env).ok();
        let keyed = |text: String| settings.as_ref().map(|settings| settings.keyed(&text)).unwrap_or_default();
        let (address, site) = (keyed(network(&buyer)), site(&buyer).map(keyed).unwrap_or_default());
        let at = now_ms().to_string();
        let tags = [
            [SOCKET, &random::token()?].concat(),
            [ACCEPTED, &at].concat(),
            [ORIGIN, &origin].concat(),
            [ADDRESS, &address].concat(),
            [SITE, &site].concat(),
            [BUYER, &buyer].concat(),
        ];
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        self.state.accept_websocket_with_tags(&pair.server, &tags);
        self.keep_newest(|socket| !said_hello(socket));
        Response::from_websocket(pair.client)
    }

    /// Closes all but the newest sockets of a kind. Tabs and strangers are kept apart: who only knows an id pushes out
    /// no tab.
    pub(super) fn keep_newest(&self, is_of_kind: impl Fn(&WebSocket) -> bool) {
        let mut sockets: Vec<_> = self.state.get_websockets().into_iter().filter(is_of_kind).collect();
        // The runtime promises no order, so each is tagged with the time of its acceptance.
        let accepted = |socket: &WebSocket| self.tag(socket, ACCEPTED).parse::<u64>().ok();
        sockets.sort_by_key(|socket| std::cmp::Reverse(accepted(socket)));
        for surplus in sockets.iter().skip(MOST_SOCKETS) {
            // It may be closing already.
            let _ = surplus.close(Some(1008), Some("too many sockets"));
        }
    }

    /// The shopper's network address, while a tab of theirs is open.
    pub(super) fn buyer(&self) -> String {
        let mut sockets = self.state.get_websockets().into_iter().filter(said_hello);
        sockets.next().map(|socket| self.tag(&socket, BUYER)).unwrap_or_default()
    }

    /// What a socket was tagged with when it was accepted; empty where it was not.
    pub(super) fn tag(&self, socket: &WebSocket, name: &str) -> String {
        let tags = self.state.get_tags(socket);
        tags.iter().find_map(|tag| tag.strip_prefix(name)).unwrap_or_default().to_owned()
    }
}
