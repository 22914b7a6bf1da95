//! What was said.

use leptos::prelude::*;
use parts::el;

use super::{Room, row};
use crate::{conversation::Chat, words::Text};

/// Introduction, messages, and the words so far of a reply that is being prepared.
#[component]
pub fn Transcript(
    /// Where it is.
    room: Room,
) -> impl IntoView {
    let chat = room.chat;
    let privacy = room.settings.privacy_url.as_ref();
    let intro = el("div")
        .class("intro")
        .child(el("p").text(room.say(Text::Intro)))
        .children(privacy.map(|url| el("a").with("href", url).text(room.say(Text::Privacy))));
    let renewed =
        el("p").class("notice").hidden_while(move || !chat.with(Chat::is_renewed)).text(room.say(Text::Renewed));
    let rows = el("ol").class("rows").with("role", "list").rows(
        move || chat.with(|chat| chat.entries().map(|entry| entry.key.clone()).collect()),
        move |key| chat.with_untracked(|chat| chat.entry(key).map(|entry| row::view(entry, room))),
    );
    // Hidden from screen readers, which would stutter: the finished message is read once.
    let proposed = el("div").class("assistant proposed").with("aria-hidden", "true").rows(
        move || chat.with(|chat| chat.proposed().map(|(key, _)| key).into_iter().collect()),
        move |_| chat.with_untracked(|chat| chat.proposed().map(|(_, parts)| row::body(parts, None, room))),
    );
    el("div")
        .class("transcript")
        .with("role", "log")
        .with("tabindex", "0")
        .with("aria-label", room.say(Text::Conversation))
        .live_bool("aria-busy", move || chat.with(Chat::is_catching_up))
        .child(intro)
        .child(renewed)
        .child(rows)
        .child(proposed)
}
