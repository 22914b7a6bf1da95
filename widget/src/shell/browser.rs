//! The few of the browser's own verbs that the shell speaks.
//!
//! Every callback is one kind of closure, made for good: each further kind costs code, and there are few of them.

use std::cell::Cell;

use js_sys::Function;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, VisibilityState};

/// A function that the browser may call until the page goes.
pub fn forever(act: impl Fn(JsValue) + 'static) -> Function {
    let act: Box<dyn Fn(JsValue)> = Box::new(act);
    Closure::wrap(act).into_js_value().unchecked_into()
}

/// One time-out that can be started over.
pub struct Timer {
    run: Function,
    id: Cell<Option<i32>>,
}

impl Timer {
    /// Does `act` whenever it runs out.
    pub fn new(act: fn()) -> Self {
        Self { run: forever(move |_| act()), id: Cell::new(None) }
    }

    /// Starts, in place of any earlier start.
    pub fn start(&self, ms: i32) {
        self.stop();
        self.id.set(window().set_timeout_with_callback_and_timeout_and_arguments_0(&self.run, ms).ok());
    }

    /// Stops, if it was started.
    pub fn stop(&self) {
        if let Some(id) = self.id.take() {
            window().clear_timeout_with_handle(id);
        }
    }

    /// Whether it was started and not stopped since.
    pub fn is_running(&self) -> bool {
        let id = self.id.take();
        self.id.set(id);
        id.is_some()
    }
}

/// Does `act` over and over.
pub fn every(ms: i32, act: fn()) {
    let _ = window().set_interval_with_callback_and_timeout_and_arguments_0(&forever(move |_| act()), ms);
}

/// Calls `act` before the next frame is drawn.
pub fn before_next_frame(act: &Function) {
    let _ = window().request_animation_frame(act);
}

/// Tells when the network goes or comes, and when the page is looked at again or restored.
pub fn on_page(act: fn(&Event)) {
    let listener = forever(move |event| act(event.unchecked_ref()));
    for event in ["offline", "online", "pagehide", "pageshow"] {
        let _ = window().add_event_listener_with_callback(event, &listener);
    }
    let _ = document().add_event_listener_with_callback("visibilitychange", &listener);
}

/// Whether anybody can see the page.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// The page's own origin, such as `https://shop.example`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// How far down the transcript the shopper's newest line begins, or what has happened since, in pixels.
pub fn top_of_newest_question(log: &Element) -> Option<i32> {
    let line = log.query_selector(".rows>:nth-last-child(1 of .shopper,.notice)").ok()??;
    Some(line.unchecked_ref::<HtmlElement>().offset_top() - 8)
}

/// Shows the end of the transcript.
pub fn to_end(place: &HtmlElement) {
    if let Some(log) = log(place) {
        log.set_scroll_top(log.scroll_height());
    }
}

/// The transcript, which scrolls.
pub fn log(place: &HtmlElement) -> Option<Element> {
    place.query_selector("[role=log]").ok()?
}
