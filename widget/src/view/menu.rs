//! What is seldom wanted: to save, to start over, to be heard, to be forgotten.

use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast};
use parts::{Piece, el};

use super::Room;
use crate::{conversation::Wish, sight::Menu, words::Text};

/// A button, and what it opens.
pub fn view(room: Room) -> Piece {
    let menu = move || room.sight.get().menu;
    let show = move |menu| room.sight.update(|sight| sight.menu = menu);
    let toggle = move || show(if room.sight.get_untracked().menu == Menu::Closed { Menu::Open } else { Menu::Closed });
    let dots = el("button")
        .class("dots")
        .with("type", "button")
        .with("aria-label", room.say(Text::Options))
        .with("aria-controls", "sd-menu")
        .live_bool("aria-expanded", move || menu() != Menu::Closed)
        .on("click", move |_| toggle())
        .child(el("span").with("aria-hidden", "true").text("⋯"));
    let entry = move |text: Text, wish: fn() -> Wish| {
        el("button").with("type", "button").text(room.say(text)).on("click", move |_| {
            show(Menu::Closed);
            (room.wish)(wish());
        })
    };
    let sound = move || room.say(if room.sight.get().has_sound { Text::SoundOff } else { Text::SoundOn }).to_owned();
    let choices = el("div")
        .hidden_while(move || menu() == Menu::Asking)
        .child(entry(Text::Download, || Wish::Download))
        .child(
            el("button").with("type", "button").live_text(sound).on("click", move |_| (room.wish)(Wish::ToggleSound)),
        )
        .child(entry(Text::StartOver, || Wish::StartOver))
        .child(
            el("button").with("type", "button").text(room.say(Text::Forget)).on("click", move |_| show(Menu::Asking)),
        );
    let question = el("div")
        .hidden_while(move || menu() != Menu::Asking)
        .child(el("p").with("role", "status").live_text(move || {
            if menu() == Menu::Asking { room.say(Text::ForgetSure).to_owned() } else { String::new() }
        }))
        .child(entry(Text::ForgetYes, || Wish::Forget))
        .child(
            el("button").with("type", "button").text(room.say(Text::ForgetNo)).on("click", move |_| show(Menu::Open)),
        );
    let list = el("div")
        .class("menu")
        .with("id", "sd-menu")
        .hidden_while(move || menu() == Menu::Closed)
        .child(choices)
        .child(question);
    el("div").class("options").child(dots).child(list).on("keydown", move |event| {
        // Esc closes one thing at a time.
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" && room.sight.get_untracked().menu != Menu::Closed {
            event.unchecked_ref::<KeyboardEvent>().stop_propagation();
            show(Menu::Closed);
        }
    })
}
