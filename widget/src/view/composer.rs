//! Where the shopper writes.

use leptos::{
    ev::{KeyboardEvent, SubmitEvent},
    prelude::*,
    wasm_bindgen::JsCast,
};
use parts::{Piece, el, numbered};

use super::Room;
use crate::{
    conversation::{Unsayable, Wish, sayable},
    words::Text,
};

/// The tallest that the input grows, in lines.
const MOST_ROWS: usize = 5;

/// The input and its buttons. The draft lives as long as the page, whether the chat is open or not.
pub fn view(room: Room) -> Piece {
    let draft = RwSignal::new(String::new());
    let is_too_long = move || matches!(draft.with(|draft| sayable(draft).err()), Some(Unsayable::TooLong { .. }));
    let send = move || {
        let line = draft.with_untracked(|draft| sayable(draft).map(str::to_owned));
        if let Ok(line) = line {
            draft.set(String::new());
            (room.wish)(Wish::Say(line));
        }
    };
    let problem = move || match draft.with(|draft| sayable(draft).err()) {
        Some(Unsayable::TooLong { over }) => numbered(room.say(Text::TooLong), over),
        _ => String::new(),
    };
    let input = el("textarea")
        .with("id", "sd-message")
        .with("dir", "auto")
        .with("placeholder", room.say(Text::Placeholder))
        .with("aria-describedby", "sd-hint sd-problem")
        .with("enterkeyhint", "send")
        .live_bool("aria-invalid", is_too_long)
        .live("rows", move || Some(draft.with(|draft| draft.split('\n').count().min(MOST_ROWS).to_string())))
        .live_value(move || draft.get())
        .on("input", move |event| draft.set(event_target_value(&event)))
        .on("keydown", move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            if is_sending(event) {
                event.prevent_default();
                send();
            }
        });
    let button = el("button")
        .class("send")
        .with("type", "submit")
        .with("aria-label", room.say(Text::Send))
        .live_bool("aria-disabled", move || draft.with(|draft| sayable(draft).is_err()));
    let label = el("label").class("vh").with("for", "sd-message").text(room.say(Text::Message));
    el("form")
        .class("composer")
        .on("submit", move |event| {
            event.unchecked_ref::<SubmitEvent>().prevent_default();
            send();
        })
        .child(el("p").class("problem").with("id", "sd-problem").with("role", "alert").live_text(problem))
        .child(el("div").class("field").child(label).child(input).child(button))
        .child(el("p").class("vh").with("id", "sd-hint").text(room.say(Text::Hint)))
}

/// Enter sends and Shift with Enter does not. While an input method is composing, Enter chooses a word; Safari says so
/// with the key code only.
fn is_sending(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && !event.shift_key() && !event.is_composing() && event.key_code() != 229
}
