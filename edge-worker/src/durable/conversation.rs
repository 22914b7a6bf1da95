//! The Durable Object: what the runtime calls, and what it may do.

use std::cell::Cell;

use worker::{
    DurableObject, Env, Error, Method, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair, durable_object,
};

use super::log::Log;
use crate::fault::Fault;
use crate::platform::clock::now_ms;
use crate::platform::random;
use crate::signature;

/// One conversation.
///
/// In memory there is only what may be lost at any time: whether a turn is running in this very instance.
#[durable_object]
pub struct Conversation {
    pub(super) state: State,
    pub(super) env: Env,
    pub(super) log: Log,
    pub(super) is_driving: Cell<bool>,
}

/// Sockets of one conversation: tabs, and reconnections whose end nobody saw.
const MOST_SOCKETS: usize = 8;

const DAY_MS: u64 = 86_400_000;

impl DurableObject for Conversation {
    fn new(state: State, env: Env) -> Self {
        let log = Log::new(state.storage().sql());
        Self { state, env, log, is_driving: Cell::new(false) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        if request.method() == Method::Post { self.open().await } else { self.accept() }
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let outcome = match message {
            WebSocketIncomingMessage::String(text) => self.frame(&socket, &text).await,
            WebSocketIncomingMessage::Binary(_) => self.refuse_binary(&socket),
        };
        outcome.or_else(|error| {
            Fault::new(error.to_string()).log();
            self.refuse_fault(&socket)
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
        self.log.set_fact("token", &signature::digest_hex(token.as_bytes()))?;
        let days = crate::platform::settings(&self.env).map_or(90, |settings| settings.retention_days);
        self.log.set_due("retention", now_ms() + u64::from(days) * DAY_MS)?;
        self.arm().await?;
        Response::from_json(&serde_json::json!({ "token": token }))
    }

    /// A socket. It may say hello, and nothing else until then; so an id that nobody minted is told apart from a
    /// foreign one by nothing.
    fn accept(&self) -> Result<Response> {
        let sockets = self.state.get_websockets();
        if let Some(oldest) = sockets.first().filter(|_| sockets.len() >= MOST_SOCKETS) {
            oldest.close(Some(1008), Some("too many sockets"))?;
        }
        let pair = WebSocketPair::new()?;
        self.state.accept_web_socket(&pair.server);
        Response::from_websocket(pair.client)
    }
}
