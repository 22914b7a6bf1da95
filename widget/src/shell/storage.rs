//! What outlives a page load: which conversation this is, and the proof that it is ours.
//!
//! Written after the shopper has sent something. `sessionStorage` goes with the tab; `localStorage` has it only with
//! the shopper's consent to preferences being kept. The loader reads the same name to see that a conversation is under
//! way.

use leptos::prelude::window;
use web_sys::Storage;

use crate::conversation::Credentials;

const NAME: &str = "shopdesk.conversation";

/// What an earlier page left, if anything.
pub fn kept(may_keep: bool) -> Option<Credentials> {
    let held = |storage: Option<Storage>| storage?.get_item(NAME).ok()?;
    read(&held(session()).or_else(|| held(local()).filter(|_| may_keep))?)
}

/// What was stored.
pub fn read(stored: &str) -> Option<Credentials> {
    let (conversation, token) = stored.split_once(' ')?;
    Some(Credentials { conversation: conversation.to_owned(), token: token.to_owned() })
}

/// Keeps these, and gives them as they are stored. Where storage is blocked the conversation lives as long as the page.
pub fn keep(credentials: &Credentials, may_keep: bool) -> String {
    let stored = [credentials.conversation.as_str(), &credentials.token].join(" ");
    if let Some(storage) = session() {
        let _ = storage.set_item(NAME, &stored);
    }
    keep_as_allowed(may_keep);
    stored
}

/// Keeps what the tab has for longer, or does so no more.
pub fn keep_as_allowed(may_keep: bool) {
    let Some(storage) = local() else { return };
    let held = session().and_then(|session| session.get_item(NAME).ok()?);
    let _ = match held.filter(|_| may_keep) {
        Some(held) => storage.set_item(NAME, &held),
        None if may_keep => Ok(()),
        None => storage.remove_item(NAME),
    };
}

/// Forgets them.
pub fn forget() {
    for storage in [session(), local()].into_iter().flatten() {
        let _ = storage.remove_item(NAME);
    }
}

fn session() -> Option<Storage> {
    window().session_storage().ok()?
}

fn local() -> Option<Storage> {
    window().local_storage().ok()?
}
