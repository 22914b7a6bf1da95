//! What the panel calls.

use std::cell::Cell;

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    conversation::Chat,
    settings::Settings,
    shell::{self, Js},
    sight::Sight,
    view::{PARTS, Room},
    words::Words,
};

thread_local! {
    static DRAWING: Cell<Option<Drawing>> = const { Cell::new(None) };
}

/// A chat that is not whole yet.
struct Drawing {
    place: HtmlElement,
    room: Room,
    drawn: usize,
    frame: JsValue,
}

/// Makes a chat of `place`, an element inside the loader's shadow root, into which [`draw`] draws it.
///
/// `settings` is the snippet's object, `texts` the locale file's under the merchant's own, and `frame` what the panel
/// does for the chat. All live as long as the page does, so they are leaked once rather than counted everywhere. A
/// panic is told to the panel with an event named `failed` on `place`.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, settings: JsValue, texts: JsValue, frame: JsValue) {
    shell::report_panics(&place);
    let settings: &'static Settings = Box::leak(Box::new(Settings::read(&Js(settings), shell::origin())));
    let words: &'static Words = Box::leak(Box::new(Words::read(&Js(texts))));
    let page = settings.page.clone();
    let chat = RwSignal::new(if settings.is_preview { Chat::preview(page) } else { Chat::new(page) });
    let room = Room {
        chat,
        words,
        settings,
        sight: RwSignal::new(Sight::default()),
        wish: shell::grant,
        moment: shell::moment,
        buy: shell::buy,
    };
    DRAWING.set(Some(Drawing { place, room, drawn: 0, frame }));
}

/// Draws one part of the chat, and answers whether more are to come: in a task of its own each, none keeps the page
/// waiting. After the last one an earlier conversation is taken up.
#[wasm_bindgen]
pub fn draw() -> bool {
    let Some(Drawing { place, room, drawn, frame }) = DRAWING.take() else { return false };
    let Some(part) = PARTS.get(drawn) else {
        shell::start(room.chat, room.sight, room.settings, room.words, place, frame);
        return false;
    };
    mount_to(place.clone(), move || part(room)).forget();
    DRAWING.set(Some(Drawing { place, room, drawn: drawn + 1, frame }));
    true
}

/// Says a line for the shopper, who has pressed something on the page that means it.
#[wasm_bindgen]
pub fn ask(text: String) {
    shell::ask(text);
}

/// The panel was opened or closed.
#[wasm_bindgen]
pub fn looked(is_open: bool) {
    shell::looked(is_open);
}

/// The shopper's consent to keep things may have changed.
#[wasm_bindgen]
pub fn consented() {
    shell::consented();
}

/// Another tab of this browser was given a new token for a conversation.
#[wasm_bindgen]
pub fn shared(stored: &str) {
    shell::shared(stored);
}
