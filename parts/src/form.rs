//! Fields to fill in.

use std::sync::{Arc, Mutex};

use leptos::{ev::SubmitEvent, prelude::event_target_value, wasm_bindgen::JsCast};
use protocol::part::{Field, Form};

use crate::{Piece, Place, el, words};

/// Draws the question and its fields, which go when something else was said. What is filled in is sent as one line.
pub fn view(question: &str, form: &Form, place: &Place) -> Piece {
    let known: Vec<Field> = form.fields.iter().copied().filter(|field| *field != Field::Unknown).collect();
    let filled = Arc::new(Mutex::new(vec![String::new(); known.len()]));
    let fields = known.iter().enumerate().map(|(at, known)| field(*known, at, Arc::clone(&filled), place));
    let (is_newest, on_choice) = (Arc::clone(&place.is_newest), Arc::clone(&place.on_choice));
    let fields = el("form")
        .class("fields")
        .children(fields)
        .child(el("button").with("type", "submit").text(&place.words.look_up))
        .hidden_while(move || !is_newest())
        .on("submit", move |event| {
            event.unchecked_ref::<SubmitEvent>().prevent_default();
            if let Ok(filled) = filled.lock() {
                on_choice(filled.join(", "));
            }
        });
    el("div").class("question").child(words(question)).child(fields)
}

fn field(field: Field, at: usize, filled: Arc<Mutex<Vec<String>>>, place: &Place) -> Piece {
    let (name, label, kind, keyboard) = match field {
        Field::Email => ("email", &place.words.email, "email", "email"),
        // Letters, too: shops choose what their numbers look like.
        _ => ("off", &place.words.order_number, "text", "text"),
    };
    let input = el("input")
        .with("type", kind)
        .with("autocomplete", name)
        .with("inputmode", keyboard)
        .with("autocapitalize", "off")
        .with("spellcheck", "false")
        .with("maxlength", "254")
        .with("dir", "ltr")
        .with("required", "")
        .on("input", move |event| {
            if let Ok(mut filled) = filled.lock()
                && let Some(value) = filled.get_mut(at)
            {
                event_target_value(&event).trim().clone_into(value);
            }
        });
    el("label").child(el("span").text(label)).child(input)
}
