//! One socket of a shopper's, and what was heard on it.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use protocol::shopper::{ClientFrame, HandOff, Hello, Message, Page, Refused, Say, ServerFrame};
use tungstenite::client::IntoClientRequest;
use tungstenite::error::Error;
use tungstenite::handshake::HandshakeError;
use tungstenite::{Bytes, Utf8Bytes, WebSocket};

use crate::heard::Heard;
use crate::wait::SOON;

/// An open socket.
pub struct Tab {
    socket: WebSocket<TcpStream>,
    heard: Heard,
    is_closed: bool,
    key: Key,
}

/// The token of a conversation, where a browser keeps it for all of its tabs.
#[derive(Clone, Debug, Default)]
pub struct Key(Arc<Mutex<String>>);

impl Key {
    pub fn new(token: String) -> Self {
        Self(Arc::new(Mutex::new(token)))
    }

    pub fn token(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn replace(&self, token: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }
}

/// The status with which an upgrade was refused.
pub type NotUpgraded = u16;

impl Tab {
    /// Opens a socket from a page of `origin`.
    ///
    /// # Errors
    ///
    /// The answer's status, when it is no upgrade.
    pub fn connect(worker: &str, conversation: &str, origin: Option<&str>) -> Result<Self, NotUpgraded> {
        Self::connect_from("203.0.113.250", worker, conversation, origin)
    }

    /// The same, as somebody at `address`.
    ///
    /// # Errors
    ///
    /// The answer's status, when it is no upgrade.
    pub fn connect_from(
        address: &str,
        worker: &str,
        conversation: &str,
        origin: Option<&str>,
    ) -> Result<Self, NotUpgraded> {
        let host = worker.trim_start_matches("http://");
        let url = format!("ws://{host}/v1/conversations/{conversation}/socket");
        let mut request = url.into_client_request().expect("an address");
        if let Some(origin) = origin {
            request.headers_mut().insert("Origin", origin.parse().expect("a header"));
        }
        request.headers_mut().insert("CF-Connecting-IP", address.parse().expect("a header"));
        let stream = TcpStream::connect(host).expect("a Worker that listens");
        stream.set_read_timeout(Some(SOON)).expect("a time-out");
        stream.set_nodelay(true).expect("small frames at once");
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(Self { socket, heard: Heard::default(), is_closed: false, key: Key::default() }),
            Err(HandshakeError::Failure(Error::Http(answer))) => Err(answer.status().as_u16()),
            Err(error) => panic!("no socket: {error}"),
        }
    }

    /// Keeps the conversation's token there, and takes a new one as a widget does: it says hello again.
    #[must_use]
    pub fn with_key(self, key: Key) -> Self {
        Self { key, ..self }
    }

    /// Says hello.
    pub fn hello(&mut self, token: &str, after: u64, page: Page) {
        self.hello_with(Hello { token: token.into(), after, page, pass: None });
    }

    /// Says hello in these words.
    pub fn hello_with(&mut self, hello: Hello) {
        self.send(&ClientFrame { hello: Some(hello), ..frame() });
    }

    /// Waits until everything that was kept has come, and gives the newest number.
    pub fn welcomed(&mut self) -> u64 {
        let latest =
            self.wait("a welcome", |heard| Some(heard.frames.iter().rev().find_map(|f| f.welcome.as_ref())?.latest));
        self.settle();
        latest
    }

    /// Sends a line under a new id, and gives the id.
    pub fn say(&mut self, text: &str) -> String {
        let id = format!("line-{}", next());
        self.say_as(&id, text);
        id
    }

    /// Sends a line under this id.
    pub fn say_as(&mut self, id: &str, text: &str) {
        let say = Say { id: id.into(), text: text.into() };
        self.send(&ClientFrame { say: Some(say), ..frame() });
    }

    /// Sends a line and gives its number, once it is acknowledged.
    pub fn told(&mut self, text: &str) -> u64 {
        let id = self.say(text);
        self.acknowledged(&id)
    }

    /// The number under which an id is kept, once it is acknowledged.
    pub fn acknowledged(&mut self, id: &str) -> u64 {
        self.wait("an acknowledgement", |heard| heard.acks(id).first().copied())
    }

    /// Sends a line and gives the answer.
    pub fn ask(&mut self, text: &str) -> Message {
        let seq = self.told(text);
        self.wait(&format!("an answer to {text:?}"), |heard| heard.answer_after(seq))
    }

    /// Presses "Talk to a person", and gives the number of the notice.
    pub fn ask_for_a_person(&mut self, id: &str) -> u64 {
        self.send(&ClientFrame { hand_off: Some(HandOff { id: id.into() }), ..frame() });
        self.acknowledged(id)
    }

    /// Sends a text that is refused, and gives the refusal.
    pub fn refused(&mut self, text: &str) -> Refused {
        let before = self.heard.refusals().len();
        self.send_text(text);
        self.wait("a refusal", |heard| heard.refusals().get(before).map(|refused| (*refused).clone()))
    }

    /// Waits for the answer to a ping: all that was sent to this socket before has come then.
    pub fn settle(&mut self) {
        let ping = next();
        self.send(&ClientFrame { ping: Some(ping), ..frame() });
        self.wait("a pong", |heard| heard.frames.iter().any(|frame| frame.pong == Some(ping)).then_some(()));
    }

    /// Waits until the other end closes the socket.
    pub fn closed(&mut self) {
        self.wait_or_close("the socket's end", SOON, |_| None::<()>);
    }

    /// Waits until what was heard says something.
    pub fn wait<T>(&mut self, what: &str, look: impl Fn(&Heard) -> Option<T>) -> T {
        match self.wait_or_close(what, SOON, look) {
            Some(found) => found,
            None => panic!("the socket closed before {what}; heard:{}", self.shown()),
        }
    }

    pub fn heard(&self) -> &Heard {
        &self.heard
    }

    pub fn send(&mut self, frame: &ClientFrame) {
        self.send_text(&serde_json::to_string(frame).expect("a frame"));
    }

    pub fn send_text(&mut self, text: &str) {
        self.send_message(tungstenite::Message::Text(Utf8Bytes::from(text)));
    }

    pub fn send_binary(&mut self, bytes: &[u8]) {
        self.send_message(tungstenite::Message::Binary(Bytes::copy_from_slice(bytes)));
    }

    fn send_message(&mut self, message: tungstenite::Message) {
        self.socket.send(message).unwrap_or_else(|error| panic!("could not send: {error}; heard:{}", self.shown()));
    }

    /// `None` when the socket closed first.
    fn wait_or_close<T>(&mut self, what: &str, limit: Duration, look: impl Fn(&Heard) -> Option<T>) -> Option<T> {
        let start = Instant::now();
        loop {
            if let Some(found) = look(&self.heard) {
                return Some(found);
            }
            if self.is_closed {
                return None;
            }
            let left = limit.checked_sub(start.elapsed()).filter(|left| !left.is_zero());
            let Some(left) = left else { panic!("waited in vain for {what}; heard:{}", self.shown()) };
            self.socket.get_ref().set_read_timeout(Some(left)).expect("a time-out");
            self.read();
        }
    }

    fn read(&mut self) {
        match self.socket.read() {
            Ok(tungstenite::Message::Text(text)) => {
                let frame: ServerFrame = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
                if let Some(token) = frame.token.clone() {
                    self.key.replace(token.clone());
                    // Nothing is wanted again of what comes on this socket anyway.
                    let page = Page { locale: "en".into(), country: "DE".into(), ..Page::default() };
                    self.hello(&token, u64::MAX, page);
                }
                self.heard.frames.push(frame);
            }
            Ok(_) => {}
            Err(Error::Io(error)) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => self.is_closed = true,
        }
    }

    fn shown(&self) -> String {
        self.heard.frames.iter().fold(String::new(), |mut shown, frame| {
            let _ = write!(shown, "\n  {}", serde_json::to_string(frame).unwrap_or_default());
            shown
        })
    }
}

/// A number that no tab used before.
fn next() -> u32 {
    static USED: AtomicU32 = AtomicU32::new(0);
    USED.fetch_add(1, Ordering::Relaxed) + 1
}

/// What every frame says.
fn frame() -> ClientFrame {
    ClientFrame { v: protocol::VERSION, ..ClientFrame::default() }
}
