//! The one entry that the loader calls.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    conversation::Chat,
    settings::Settings,
    shell::{self, Js},
    view::{App, Room},
    words::Words,
};

/// Draws the chat into `place`, an element inside the loader's shadow root, and takes up an earlier conversation of
/// this tab.
///
/// `settings` is the snippet's object and `texts` the locale file's. Both live as long as the page does, so they are
/// leaked once rather than counted everywhere. A panic is told to the loader with an event named `failed` on `place`.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, settings: JsValue, texts: JsValue) {
    shell::report_panics(&place);
    let settings: &'static Settings = Box::leak(Box::new(Settings::read(&Js(settings), shell::origin())));
    let words: &'static Words = Box::leak(Box::new(Words::read(&Js(texts))));
    mount_to(place.clone(), move || {
        let chat = RwSignal::new(Chat::new(settings.page.clone()));
        shell::start(chat, settings, place);
        view! { <App room=Room { chat: chat.read_only(), words, settings, wish: shell::grant }/> }
    })
    .forget();
}
