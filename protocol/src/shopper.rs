//! Frames between a shopper's widget and the Worker.
//!
//! The order of things: the widget opens a socket, says [`Hello`], and is told [`Welcome`], followed by every kept
//! message after the sequence number that it named. From then on kept messages arrive in order, each with the next
//! sequence number. A [`Proposal`] is never kept: it is replaced by the next proposal or by the message of its turn.

use serde::{Deserialize, Serialize};

use crate::part::Part;

/// What the widget sends. Exactly one member beside `v` is set.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct ClientFrame {
    pub v: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hello: Option<Hello>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub say: Option<Say>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand_off: Option<HandOff>,
    /// Answered with the same number in [`ServerFrame::pong`], by the conversation itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ping: Option<u32>,
    /// Erase the conversation, for good: its sockets are closed, and nobody is welcomed to it again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub forget: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
}

/// The first frame of a socket. Nothing else is answered before it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Hello {
    /// Proves possession of the conversation: what came when it was opened, or the newest [`ServerFrame::token`] since.
    pub token: String,
    /// The last sequence number that the widget holds; zero for none.
    pub after: u64,
    pub page: Page,
    /// A short-lived pass from the app proxy that says who is signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<String>,
}

/// The storefront page that the shopper is on. Hints from the page itself: never proof of anything.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Page {
    /// Liquid's template name: `index`, `product`, `cart`, `search`…
    pub template: String,
    /// Product handle on a product page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Numeric id of the chosen variant, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// How many things are in the cart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cart_items: Option<u32>,
    /// BCP 47: `en`, `de`, `pt-BR`.
    pub locale: String,
    /// ISO 3166-1 alpha-2: `DE`.
    pub country: String,
}

/// A line that the shopper sends. Sending the same `id` again changes nothing and is acknowledged the same.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Say {
    /// Chosen by the widget, unique in the conversation, 1 to 64 characters.
    pub id: String,
    pub text: String,
}

/// The shopper pressed "Talk to a person". Idempotent by `id`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct HandOff {
    pub id: String,
}

/// The shopper's answer to a [`Rating`](crate::part::Rating). A later one replaces it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Rate {
    /// The rating's id.
    pub id: String,
    /// One to five.
    pub score: u32,
}

/// What the Worker sends. What more than one member says comes about in the order in which they stand here.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct ServerFrame {
    pub v: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub welcome: Option<Welcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ack: Option<Ack>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue: Option<Queue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pong: Option<u32>,
    /// The conversation's token from now on: the ones before it open nothing any more. It is sent to whoever proved who
    /// they are, and to nobody else. Saying [`Hello`] with it, on the same socket, says that it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// The answer to [`Hello`].
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Welcome {
    pub owner: Owner,
    /// The newest sequence number; messages up to it follow at once.
    pub latest: u64,
}

/// What a shopper who waits for a person should know.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Queue {
    /// The place in the line or the hours, in words: "You are second in line". Empty when there is nothing to say.
    pub text: String,
}

/// The line with this client id is kept under this sequence number.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Ack {
    pub id: String,
    pub seq: u64,
}

/// A kept message.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Message {
    /// One for the first message of a conversation, without gaps.
    pub seq: u64,
    /// The client id, on the shopper's own lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub author: Author,
    /// The first name of the agent who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its language where that is not the page's, as BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Milliseconds since 1970, UTC. A number that JavaScript holds exactly.
    pub at: u64,
    pub parts: Vec<Part>,
    /// Where the facts come from, each in words with the time of reading: "Order #1002, read 14:05".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// Who wrote a message.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    Shopper,
    Assistant,
    Agent,
    /// What happened, rather than what somebody said: "You asked for a person".
    #[default]
    #[serde(other)]
    Notice,
}

/// Who has the conversation.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    Assistant,
    /// Handed over; no person has taken it yet. The assistant is silent.
    Waiting,
    Agent,
    Closed,
    #[default]
    #[serde(other)]
    Unknown,
}

/// What is being prepared: not kept, replaced by the next, gone when the turn's message arrives.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Proposal {
    /// Sequence number of the shopper's line that is being answered.
    pub turn: u64,
    /// What goes on, in words: "Reading your order…". Empty when nothing goes on any more.
    pub status: String,
    /// A person looks it over before it is said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_checked: bool,
    /// Words so far, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Something was not accepted.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Refused {
    /// The client id of what was refused, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub code: Refusal,
    /// Safe to show to the shopper.
    pub text: String,
}

/// Why something was refused. Stable.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The frame could not be read.
    BadFrame,
    /// The widget speaks a version that this Worker does not: reload the page.
    Version,
    /// Empty, or nothing but white space.
    Empty,
    TooLong,
    TooFast,
    /// No such conversation, or not this widget's.
    Forbidden,
    /// Ours: logged, and safe to try again.
    Fault,
    /// The Worker is not set up, or not rightly: only the merchant can mend that.
    Unavailable,
    #[default]
    #[serde(other)]
    Unknown,
}

/// The body of the answer to `POST /v1/conversations`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Opened {
    pub conversation: String,
    pub token: String,
}

/// Longest line that is accepted, in characters (Unicode scalar values).
pub const LONGEST_LINE: usize = 4_000;
