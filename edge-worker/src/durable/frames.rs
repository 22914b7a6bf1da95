//! Frames of one socket: who is there, what they say, what is refused.

use desk::identity::{CustomerProof, Identity, StepUp};
use protocol::VERSION;
use protocol::shopper::{
    Ack, ClientFrame, HandOff, Hello, LONGEST_LINE, Message, Page, Refusal, Refused, Say, ServerFrame, Welcome,
};
use worker::{Result, WebSocket};

use super::conversation::{ADDRESS, Conversation, SITE, SOCKET};
use crate::app::code::Confirmed;
use crate::app::ownership::Owner;
use crate::app::pass::SignedIn;
use crate::app::subject;
use crate::fault::Fault;
use crate::platform::clock::now_ms;
use crate::platform::tables;
use crate::wire;

/// Bytes of a frame that are read; more than the longest line can take.
const LARGEST_FRAME: usize = 64 * 1024;

/// Lines of the shopper's in a minute, and in a conversation's life.
const MOST_LINES_A_MINUTE: u64 = 20;
const MOST_MESSAGES: u64 = 1_500;

impl Conversation {
    /// Takes one frame.
    pub(super) async fn frame(&self, socket: &WebSocket, text: &str) -> Result<()> {
        if text.len() > LARGEST_FRAME {
            // The id is lost with the frame: whoever sends that much is told and may go on with less.
            return refuse(socket, None, Refusal::TooLong, "That is too long to send in one message.");
        }
        let Ok(frame) = serde_json::from_str::<ClientFrame>(text) else {
            return refuse(socket, None, Refusal::BadFrame, "This message could not be read.");
        };
        if frame.v != VERSION {
            return refuse(socket, None, Refusal::Version, "This page is out of date. Please reload it.");
        }
        if let Some(hello) = frame.hello {
            return self.hello(socket, hello).await;
        }
        let Some(page) = page_of(socket)? else {
            refuse(socket, None, Refusal::Forbidden, "This conversation is not open here.")?;
            return socket.close(Some(1008), Some("hello first"));
        };
        match frame {
            ClientFrame { say: Some(say), .. } => self.say(socket, &page, say).await,
            ClientFrame { hand_off: Some(hand_off), .. } => self.asked_for_a_person(socket, hand_off).await,
            ClientFrame { forget: true, .. } => self.erase().await,
            ClientFrame { ping: Some(ping), .. } => {
                send(socket, ServerFrame { pong: Some(ping), ..ServerFrame::default() })
            }
            // A newer widget says something that this build does not know. It can wait.
            _ => refuse(socket, None, Refusal::BadFrame, "This message could not be read."),
        }
    }

    /// Sends to every socket that said hello.
    pub(super) fn broadcast(&self, frame: ServerFrame) {
        if let Ok(text) = print(frame) {
            self.tell_each(|_| &text);
        }
    }

    fn tell_each<'a>(&self, text: impl Fn(&WebSocket) -> &'a String) {
        for socket in self.state.get_websockets() {
            if said_hello(&socket) {
                // A socket that is gone is no reason to fail the others; it will say hello again.
                let _ = socket.send_with_str(text(&socket));
            }
        }
    }

    /// Sends a kept message to everybody.
    pub(super) fn publish(&self, message: Message) {
        self.broadcast(ServerFrame { message: Some(message), ..ServerFrame::default() });
    }

    async fn hello(&self, socket: &WebSocket, hello: Hello) -> Result<()> {
        if !self.enter(socket, &hello)? {
            refuse(socket, None, Refusal::Forbidden, "This conversation is not open here.")?;
            return socket.close(Some(1008), Some("forbidden"));
        }
        self.index(&self.log.fact("state")?.unwrap_or_default())?;
        let page = bounded(hello.page);
        self.log.set_fact("page", &page)?;
        self.log.set_fact("address", &self.tag(socket, ADDRESS))?;
        self.log.set_fact("site", &self.tag(socket, SITE))?;
        // What a socket is known by, and survives hibernation: the page that it said hello from. A line is kept with it,
        // and so with the socket that it came by.
        let mut known = serde_json::to_value(&page)?;
        for (name, tag) in [("socket", SOCKET), ("from", ADDRESS)] {
            if let Some(known) = known.as_object_mut() {
                known.insert(name.into(), self.tag(socket, tag).into());
            }
        }
        socket.serialize_attachment(known.to_string())?;
        self.keep_newest(said_hello);
        let latest = self.log.latest()?;
        let owner = wire::owner(self.log.ownership()?.owner);
        send(socket, ServerFrame { welcome: Some(Welcome { owner, latest }), ..ServerFrame::default() })?;
        for message in self.log.after(hello.after)? {
            socket.send_with_str(message.frame())?;
        }
        // A restart may have left a turn behind.
        self.drive().await
    }

    /// Who is asking, as far as is known by now.
    pub(super) fn identity(&self) -> Result<Identity> {
        let signed_in: Option<SignedIn> = self.log.fact("signed_in")?;
        let signed_in = signed_in.filter(|known| !known.is_over(now_ms()));
        let confirmed: Option<Confirmed> = self.log.fact("confirmed")?;
        let confirmed = confirmed.filter(|confirmed| !confirmed.is_over(now_ms()));
        Ok(Identity {
            customer: signed_in.as_ref().map(CustomerProof::of),
            step_up: confirmed.as_ref().map(StepUp::by),
            has_codes: false,
        })
    }

    async fn say(&self, socket: &WebSocket, page: &str, say: Say) -> Result<()> {
        let Say { id, text } = say;
        if !is_client_id(&id) {
            return refuse(socket, None, Refusal::BadFrame, "This message could not be read.");
        }
        if self.log.ownership()?.owner == Owner::Waiting {
            // A threat is told to people as urgent; where the tables cannot be read, it reaches them as any line does.
            tables::ensure_understanding(&self.env).await.unwrap_or_else(|error| Fault::new(error.to_string()).log());
        }
        if let Some(seq) = self.log.seq_of(&id)? {
            return send(socket, ServerFrame { ack: Some(Ack { id, seq }), ..ServerFrame::default() });
        }
        if let Some((refusal, words)) = self.objection(&text)? {
            return refuse(socket, Some(id), refusal, words);
        }
        let ownership = self.log.ownership()?;
        let is_answered = ownership.open_turn(0).is_some();
        let message = self.log.append_shopper(&id, &text, is_answered.then_some(page))?;
        self.note(subject::named_in(&text))?;
        if ownership.owner == Owner::Waiting {
            self.follow_up(&message)?;
        }
        let acknowledged = ServerFrame { ack: Some(Ack { id, seq: message.seq }), ..ServerFrame::default() };
        let [all, own] = [ServerFrame::default(), acknowledged]
            .map(|frame| print(ServerFrame { message: Some(message.clone()), ..frame }));
        let (all, own) = (all?, own?);
        self.tell_each(|tab| if tab == socket { &own } else { &all });
        self.drive().await
    }

    async fn asked_for_a_person(&self, socket: &WebSocket, hand_off: HandOff) -> Result<()> {
        let id = hand_off.id;
        if !is_client_id(&id) {
            return refuse(socket, None, Refusal::BadFrame, "This message could not be read.");
        }
        if self.log.seq_of(&id)?.is_none() {
            self.hand_off(Some(&id), desk::reply::Reason::Asked, None, None)?;
        }
        let seq = self.log.seq_of(&id)?.unwrap_or(self.log.latest()?);
        send(socket, ServerFrame { ack: Some(Ack { id, seq }), ..ServerFrame::default() })?;
        self.empty_outbox().await
    }

    fn objection(&self, text: &str) -> Result<Option<(Refusal, &'static str)>> {
        Ok(if text.trim().is_empty() {
            Some((Refusal::Empty, "Please write something first."))
        } else if text.chars().count() > LONGEST_LINE {
            Some((Refusal::TooLong, "That is too long to send in one message. Please shorten it, or send it in parts."))
        } else if self.log.lines_since(now_ms().saturating_sub(60_000), MOST_LINES_A_MINUTE)? >= MOST_LINES_A_MINUTE {
            Some((Refusal::TooFast, "That was a lot at once. Please wait a moment and try again."))
        } else if self.log.latest()? >= MOST_MESSAGES {
            Some((Refusal::TooLong, "This conversation has become too long. Please start a new one."))
        } else {
            None
        })
    }
}

/// Whether a socket has proven that it may have this conversation.
pub(super) fn said_hello(socket: &WebSocket) -> bool {
    page_of(socket).is_ok_and(|page| page.is_some())
}

/// The page that a socket said hello from, as JSON.
fn page_of(socket: &WebSocket) -> Result<Option<String>> {
    socket.deserialize_attachment()
}

/// Binary frames mean nothing here.
pub(super) fn refuse_binary(socket: &WebSocket) -> Result<()> {
    refuse(socket, None, Refusal::BadFrame, "This message could not be read.")
}

/// Something of ours failed; the line can be sent again.
pub(super) fn refuse_fault(socket: &WebSocket) -> Result<()> {
    refuse(socket, None, Refusal::Fault, "Something went wrong on our side. Please try again.")
}

fn refuse(socket: &WebSocket, id: Option<String>, code: Refusal, text: &str) -> Result<()> {
    send(socket, ServerFrame { refused: Some(Refused { id, code, text: text.into() }), ..ServerFrame::default() })
}

pub(super) fn send(socket: &WebSocket, frame: ServerFrame) -> Result<()> {
    socket.send_with_str(print(frame)?)
}

fn print(frame: ServerFrame) -> Result<String> {
    Ok(serde_json::to_string(&ServerFrame { v: VERSION, ..frame })?)
}

fn is_client_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic())
}

/// What a page says of itself, cut to what is plausible: it comes from the browser.
fn bounded(page: Page) -> Page {
    let cut = |text: String| text.chars().take(255).collect::<String>();
    Page {
        template: cut(page.template),
        product: page.product.map(cut),
        variant: page.variant.map(cut),
        cart_items: page.cart_items,
        locale: cut(page.locale),
        country: cut(page.country),
    }
}
