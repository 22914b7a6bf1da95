//! What a conversation is on the shopper's side: plain values, and one function that changes them.
//!
//! [`Chat::update`] takes an [`Event`] and answers with at most one [`Effect`] for the shell to carry out. Nothing in
//! here knows of a browser, of JSON or of how anything is drawn, and no clock or randomness is read: time, ids and
//! jitter come in with the events.

mod backoff;
mod chat;
mod draft;
mod effect;
mod event;
mod notice;
mod outbox;
mod transcript;

pub use chat::Chat;
pub use draft::{Unsayable, sayable};
pub use effect::{Credentials, Effect};
pub use event::{Event, NotOpened, Wish};
pub use notice::{Gone, Notice};
pub use outbox::{Delivery, Outbox, Why};
pub use transcript::{Entry, Transcript};
