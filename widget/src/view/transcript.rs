//! What was said.

use leptos::prelude::*;
use parts::{Piece, el};

use super::{Room, intro, row};
use crate::{
    conversation::{Chat, Wish},
    words::Text,
};

/// Rows that are drawn without asking. A long conversation is read from its end.
const DRAWN: usize = 600;

/// Introduction, messages, and the words so far of a reply that is being prepared.
#[component]
pub fn Transcript(
    /// Where it is.
    room: Room,
) -> impl IntoView {
    let chat = room.chat;
    let drawn = RwSignal::new(DRAWN);
    let hidden = move || chat.with(|chat| chat.entries().count().saturating_sub(drawn.get()));
    let earlier = el("button")
        .class("earlier")
        .with("type", "button")
        .hidden_while(move || hidden() == 0)
        .on("click", move |_| drawn.update(|drawn| *drawn += DRAWN))
        .text(room.say(Text::EarlierMessages));
    let rows = el("ol").class("rows").with("role", "list").rows(
        move || chat.with(|chat| chat.entries().skip(hidden()).map(|entry| entry.key.clone()).collect()),
        move |key| chat.with_untracked(|chat| chat.entry(key).map(|entry| row::view(entry, room))),
    );
    // Hidden from screen readers, which would stutter: the finished message is read once.
    let proposed = el("div").class("assistant proposed").with("aria-hidden", "true").rows(
        move || chat.with(|chat| chat.proposed().map(|(key, _)| key).into_iter().collect()),
        move |_| chat.with_untracked(|chat| chat.proposed().map(|(_, parts)| row::body(parts, None, room))),
    );
    let log = el("div")
        .class("transcript")
        .with("role", "log")
        .with("tabindex", "0")
        .with("aria-label", room.say(Text::Conversation))
        .live_bool("aria-busy", move || chat.with(Chat::is_catching_up))
        .on("scroll", move |_| (room.wish)(Wish::Scrolled))
        .child(intro::view(room))
        .child(earlier)
        .child(rows)
        .child(proposed);
    el("div").class("said").child(log).child(newer(room))
}

/// The way back to the end.
fn newer(room: Room) -> Piece {
    el("button")
        .class("newer")
        .with("type", "button")
        .hidden_while(move || !room.is_behind.get())
        .on("click", move |_| (room.wish)(Wish::ShowNewest))
        .text(room.say(Text::NewMessages))
}
