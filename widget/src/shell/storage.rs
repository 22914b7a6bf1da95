//! What outlives a page load: which conversation this tab has, and the proof that it is ours.
//!
//! `sessionStorage` only, written after the shopper has sent something and gone with the tab. The loader reads the
//! same name to see that a conversation is under way.

use leptos::prelude::window;
use web_sys::Storage;

use crate::conversation::Credentials;

const NAME: &str = "shopdesk.conversation";

/// What an earlier page left, if anything.
pub fn kept() -> Option<Credentials> {
    let stored = storage()?.get_item(NAME).ok()??;
    let (conversation, token) = stored.split_once(' ')?;
    Some(Credentials { conversation: conversation.to_owned(), token: token.to_owned() })
}

/// Keeps these. Where storage is blocked the conversation lives as long as the page.
pub fn keep(credentials: &Credentials) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(NAME, &[credentials.conversation.as_str(), &credentials.token].join(" "));
    }
}

/// Forgets them.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
