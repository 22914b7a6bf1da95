//! What the panel calls.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    conversation::Chat,
    settings::Settings,
    shell::{self, Js},
    sight::Sight,
    view::{App, Room},
    words::Words,
};

/// Draws the chat into `place`, an element inside the loader's shadow root, and takes up an earlier conversation.
///
/// `settings` is the snippet's object, `texts` the locale file's under the merchant's own, and `frame` what the panel
/// does for the chat. All live as long as the page does, so they are leaked once rather than counted everywhere. A
/// panic is told to the panel with an event named `failed` on `place`.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, settings: JsValue, texts: JsValue, frame: JsValue) {
    shell::report_panics(&place);
    let settings: &'static Settings = Box::leak(Box::new(Settings::read(&Js(settings), shell::origin())));
    let words: &'static Words = Box::leak(Box::new(Words::read(&Js(texts))));
    mount_to(place.clone(), move || {
        let page = settings.page.clone();
        let chat = RwSignal::new(if settings.is_preview { Chat::preview(page) } else { Chat::new(page) });
        let sight = RwSignal::new(Sight::default());
        shell::start(chat, sight, settings, words, place, frame);
        let room = Room {
            chat: chat.read_only(),
            words,
            settings,
            sight,
            wish: shell::grant,
            moment: shell::moment,
            buy: shell::buy,
        };
        view! { <App room/> }
    })
    .forget();
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
