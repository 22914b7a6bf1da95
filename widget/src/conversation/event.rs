//! What can happen to a conversation.

use protocol::shopper::ServerFrame;

use super::Credentials;

/// Something that happened: to the shopper's hands, to the connection or to the page.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "one at a time, and moved once: a box would only cost bytes")]
pub enum Event {
    /// An earlier page of this tab left a conversation behind.
    Restored(Credentials),
    /// The shopper sent a line. `id` is new and unique; `at` is milliseconds since 1970.
    Said {
        /// The client id under which the line is sent, however often.
        id: String,
        /// The line as written.
        text: String,
        /// When it was sent.
        at: u64,
    },
    /// The shopper wants a line that was not sent to be tried again.
    TriedAgain {
        /// The line's client id.
        id: String,
    },
    /// The shopper pressed "Talk to a person".
    AskedForPerson {
        /// A new client id for the request.
        id: String,
    },
    /// The Worker opened a conversation.
    Opened(Credentials),
    /// The Worker did not open one.
    NotOpened {
        /// What stood in the way.
        why: NotOpened,
        /// Thousandths, 0 to 1000, that spread the next try.
        jitter: u16,
    },
    /// The shop said who is signed in, for the next hello.
    Passed(String),
    /// Another tab of this browser was given a new token.
    Shared(Credentials),
    /// The socket is open; nothing has been said on it.
    Connected,
    /// The Worker said something.
    Heard(ServerFrame),
    /// The socket closed, failed, or was silent for too long.
    Lost {
        /// Thousandths, 0 to 1000, that spread the next try.
        jitter: u16,
    },
    /// The time of an [`Effect::Wait`](super::Effect::Wait) is over.
    Due,
    /// Time to show that the connection lives.
    Beat,
    /// The browser says that there is no network.
    WentOffline,
    /// The browser says that there is a network again.
    CameOnline,
    /// The panel was opened, or closed.
    Looked(bool),
    /// The shopper wants the conversation erased, here and in the shop.
    AskedToForget,
    /// The shopper wants a new conversation.
    StartedOver,
    /// The shopper pressed a star.
    Rated {
        /// What is rated.
        id: String,
        /// One to five.
        score: u32,
    },
    /// The page goes, and may come back from the browser's memory.
    Slept,
    /// The page is looked at again, after it was hidden or restored.
    Woke,
}

/// Why a conversation could not be opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotOpened {
    /// No answer, or one that only a fault or a proxy gives: worth another try.
    Unreachable,
    /// The Worker says that it cannot do anything: worth another try, and a word to the shopper.
    Unavailable,
    /// Too many conversations from here.
    TooFast,
    /// The Worker does not want this page.
    Refused,
}

/// What the shopper wants, before the shell has given it an id and a time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Wish {
    /// Send this line.
    Say(String),
    /// Send the line with this client id again.
    TryAgain(String),
    /// Have a person take over.
    TalkToAPerson,
    /// Load the page anew, because the Worker speaks another version.
    Reload,
    /// Erase the conversation.
    Forget,
    /// Begin another conversation.
    StartOver,
    /// Rate what has this id with this many stars.
    Rate(String, u32),
    /// Put this into the clipboard.
    Copy(String),
    /// Save the transcript.
    Download,
    /// Turn sound on or off.
    ToggleSound,
    /// The transcript was scrolled.
    Scrolled,
    /// Bring the end of the transcript into view.
    ShowNewest,
}
