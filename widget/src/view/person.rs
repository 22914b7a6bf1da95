//! The way to a person.

use parts::{Piece, el};

use super::{Room, menu};
use crate::{
    conversation::{Chat, Wish},
    words::Text,
};

/// The button that asks for a person. It stays when it was pressed, and says so.
pub fn view(room: Room) -> Piece {
    let is_asked = move || room.read(Chat::is_handed_over);
    let told = move || if is_asked() { room.say(Text::PersonAsked).to_owned() } else { String::new() };
    let button = el("button")
        .with("type", "button")
        .with("aria-describedby", "sd-person")
        .live_bool("aria-disabled", is_asked)
        .on("click", move |_| (room.wish)(Wish::TalkToAPerson))
        .text(room.say(Text::Person));
    let told = el("span").with("id", "sd-person").live_text(told);
    el("div").class("person").child(button).child(told).child(menu::view(room))
}
