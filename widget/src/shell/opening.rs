//! What the answer to a request for a new conversation means.

use super::{chance, frame::Answer};
use crate::{
    conversation::{Credentials, Event, NotOpened},
    wire::read,
};

/// The event that tells how it went.
pub fn event(answer: &Answer) -> Event {
    match outcome(answer) {
        Ok(credentials) => Event::Opened(credentials),
        Err(why) => Event::NotOpened { why, jitter: chance::jitter() },
    }
}

fn outcome(answer: &Answer) -> Result<Credentials, NotOpened> {
    match answer.status {
        200..300 => {}
        503 => return Err(NotOpened::Unavailable),
        429 => return Err(NotOpened::TooFast),
        400..500 => return Err(NotOpened::Refused),
        _ => return Err(NotOpened::Unreachable),
    }
    let opened = answer.value.as_ref().map(read::opened).unwrap_or_default();
    if opened.conversation.is_empty() || opened.token.is_empty() {
        return Err(NotOpened::Refused); // Something else than the Worker answers there.
    }
    Ok(Credentials { conversation: opened.conversation, token: opened.token })
}
