//! Secrets that nobody can guess.

use worker::js_sys::{Function, Reflect, global};
use worker::wasm_bindgen::{JsCast, JsValue};
use worker::{Error, Result};

/// 244 random bits as text: two version 4 UUIDs of the runtime's own generator.
///
/// # Errors
/// When the runtime has no `crypto.randomUUID`, which every Workers runtime has.
pub fn token() -> Result<String> {
    let crypto = Reflect::get(&global(), &JsValue::from_str("crypto"))?;
    let uuid: Function = Reflect::get(&crypto, &JsValue::from_str("randomUUID"))?.dyn_into()?;
    let one = || -> Result<String> {
        uuid.call0(&crypto)?.as_string().ok_or_else(|| Error::RustError("crypto.randomUUID gave no text".into()))
    };
    Ok(format!("{}{}", one()?, one()?).replace('-', ""))
}
