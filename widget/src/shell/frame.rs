//! What the panel does for the chat (assets/panel.js): whatever is a line of JavaScript there and a kilobyte here.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;

use super::{Js, browser::forever};
use crate::wire::Value;

/// An object of functions.
pub struct Frame(pub JsValue);

/// What came of a request: its status, or zero where there was no answer in time, and its JSON, where it was some.
pub struct Answer {
    pub status: u16,
    pub value: Option<Js>,
}

impl Frame {
    /// Calls one with a text. Whatever goes wrong in there is not the conversation's business.
    pub fn tell(&self, what: &str, with: &str) {
        let _ = self.call(what, &[with.into()]);
    }

    /// Whether the shopper agreed to things being kept on this device.
    pub fn may_keep(&self) -> bool {
        self.call("may_keep", &[]).is_some_and(|answer| answer == JsValue::TRUE)
    }

    /// An instant in ISO 8601, a space, and the same as a language writes it; the page's, where `lang` is empty.
    #[expect(clippy::cast_precision_loss, reason = "instants are exact up to 2^53")]
    pub fn moment(&self, at: u64, lang: &str) -> String {
        self.call("moment", &[(at as f64).into(), lang.into()]).and_then(|told| told.as_string()).unwrap_or_default()
    }

    /// Sends a request, with a JSON body if it is not empty, and passes its answer on.
    pub fn fetch(&self, method: &str, address: &str, body: &str, done: impl Fn(Answer) + 'static) {
        let done = forever(move |answer| done(read(&Js(answer))));
        let _ = self.call("fetch", &[method.into(), address.into(), body.into(), done.into()]);
    }

    fn call(&self, what: &str, with: &[JsValue]) -> Option<JsValue> {
        let function = Reflect::get(&self.0, &what.into()).ok()?;
        function.dyn_ref::<Function>()?.apply(&self.0, &with.iter().collect::<Array>()).ok()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
fn read(answer: &Js) -> Answer {
    let status = answer.member("status").and_then(|status| status.number()).unwrap_or_default() as u16;
    Answer { status, value: answer.member("value") }
}
