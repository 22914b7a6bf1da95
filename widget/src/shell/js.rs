//! Values that the browser parsed.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::*;

use crate::wire::Value;

/// A JavaScript value, read as JSON.
pub struct Js(pub JsValue);

impl Js {
    /// Parses JSON text; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }
}

impl Value for Js {
    fn member(&self, name: &str) -> Option<Self> {
        // Asking a value that has no members throws, which `Reflect` turns into an error.
        Reflect::get(&self.0, &name.into()).ok().filter(|it| !it.is_null() && !it.is_undefined()).map(Self)
    }

    fn items(&self) -> Vec<Self> {
        if !Array::is_array(&self.0) {
            return Vec::new();
        }
        self.0.unchecked_ref::<Array>().iter().map(Self).collect()
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn is_true(&self) -> bool {
        self.0 == JsValue::TRUE
    }
}
