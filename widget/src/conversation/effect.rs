//! What the conversation wants done outside.

use protocol::shopper::ClientFrame;

/// One thing for the shell to do. Each ends in an [`Event`](super::Event), except where it says otherwise.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Forget the stored conversation, if any, and ask the Worker for a new one.
    Open,
    /// Store these for the life of the tab and open a socket, in place of any earlier one.
    Connect(Credentials),
    /// Store these in place of what was stored, tell the browser's other tabs, and say that they have come.
    Keep(Credentials, Vec<ClientFrame>),
    /// Send these on the socket, in this order. Silence afterwards is a lost connection.
    Send(Vec<ClientFrame>),
    /// Let this time pass; a later wait replaces it, and so does a connection.
    Wait {
        /// Milliseconds.
        ms: u32,
    },
    /// Close the socket without an event.
    HangUp,
    /// Close the socket and forget the stored conversation, without an event.
    Forget,
}

/// Names one conversation and proves that it is this widget's.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Credentials {
    /// The conversation's id.
    pub conversation: String,
    /// The secret that came with it.
    pub token: String,
}
