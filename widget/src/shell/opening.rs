//! The request that opens a conversation.

use gloo_net::http::{Request, Response};
use web_sys::AbortSignal;

use super::{Js, chance};
use crate::{
    conversation::{Credentials, Event, NotOpened},
    wire::read,
};

/// How long the Worker may take, in milliseconds.
const LONGEST_MS: u32 = 10_000;

/// Asks for a conversation, and answers with the event that tells how it went.
pub async fn open(address: &str) -> Event {
    match ask(address).await {
        Ok(credentials) => Event::Opened(credentials),
        Err(why) => Event::NotOpened { why, jitter: chance::jitter() },
    }
}

async fn ask(address: &str) -> Result<Credentials, NotOpened> {
    let answer = request(address).await.map_err(|_| NotOpened::Unreachable)?;
    match answer.status() {
        200..300 => {}
        429 => return Err(NotOpened::TooFast),
        400..500 => return Err(NotOpened::Refused),
        _ => return Err(NotOpened::Unreachable),
    }
    let text = answer.text().await.map_err(|_| NotOpened::Unreachable)?;
    let opened = Js::parse(&text).map(|value| read::opened(&value)).unwrap_or_default();
    if opened.conversation.is_empty() || opened.token.is_empty() {
        return Err(NotOpened::Refused); // Something else than the Worker answers there.
    }
    Ok(Credentials { conversation: opened.conversation, token: opened.token })
}

async fn request(address: &str) -> Result<Response, gloo_net::Error> {
    let signal = AbortSignal::timeout_with_u32(LONGEST_MS);
    let request = Request::post(address).header("content-type", "application/json").abort_signal(Some(&signal));
    request.body("{}")?.send().await
}
