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
pub fn view(room: Room) -> Piece {
    let hidden = move || room.read(|chat| chat.entries().count()).saturating_sub(DRAWN + room.sight.get().earlier);
    let earlier = el("button")
        .class("earlier")
        .with("type", "button")
        .hidden_while(move || hidden() == 0)
        .on("click", move |_| room.sight.update(|sight| sight.earlier += DRAWN))
        .text(room.say(Text::EarlierMessages));
    let rows = el("ol").class("rows").with("role", "list").rows(
        move || {
            let hidden = hidden();
            room.read(|chat| chat.entries().skip(hidden).map(|entry| entry.key.clone()).collect())
        },
        move |key| room.glance(|chat| chat.entry(key).map(|entry| row::view(entry, room))),
    );
    // Hidden from screen readers, which would stutter: the finished message is read once.
    let proposed = el("div").class("assistant proposed").with("aria-hidden", "true").rows(
        move || room.read(|chat| chat.proposed().map(|(key, _)| key).into_iter().collect()),
        move |_| room.glance(|chat| chat.proposed().map(|(_, parts)| row::body(parts, None, room))),
    );
    let log = el("div")
        .class("transcript")
        .with("role", "log")
        .with("tabindex", "0")
        .with("aria-label", room.say(Text::Conversation))
        .live_bool("aria-busy", move || room.read(Chat::is_catching_up))
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
        .hidden_while(move || !room.sight.get().is_behind)
        .on("click", move |_| (room.wish)(Wish::ShowNewest))
        .text(room.say(Text::NewMessages))
}
