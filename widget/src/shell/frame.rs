//! What the panel does for the chat (assets/panel.js).

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// An object of functions.
pub struct Frame(pub JsValue);

impl Frame {
    /// Calls one. Whatever goes wrong in there is not the conversation's business.
    pub fn tell(&self, what: &str, with: &str) {
        let _ = self.call(what, with);
    }

    /// Whether the shopper agreed to things being kept on this device.
    pub fn may_keep(&self) -> bool {
        self.call("may_keep", "").is_some_and(|answer| answer == JsValue::TRUE)
    }

    fn call(&self, what: &str, with: &str) -> Option<JsValue> {
        let function = Reflect::get(&self.0, &what.into()).ok()?;
        function.dyn_ref::<Function>()?.call1(&self.0, &with.into()).ok()
    }
}
