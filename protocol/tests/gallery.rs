//! The gallery plays frames as the Worker would send them: each is one of the protocol's, with no member that it does
//! not have.

#![allow(clippy::unwrap_used, reason = "tests")]

use protocol::shopper::ServerFrame;
use serde_json::Value;

#[test]
fn every_frame_of_the_gallery_is_one_of_the_protocol() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo-shop/gallery/states.json");
    let states: serde_json::Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for (name, state) in &states {
        for frame in state["frames"].as_array().unwrap() {
            let read: ServerFrame = serde_json::from_value(frame.clone()).unwrap();
            if let Some(lost) = lost(frame, &serde_json::to_value(&read).unwrap()) {
                wrong.push(format!("{name}: {lost}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(states.len() > 30, "a gallery of {} states shows little", states.len());
}

/// The first thing in `written` that reading and printing lost. Members that were left out may appear.
fn lost(written: &Value, printed: &Value) -> Option<String> {
    match (written, printed) {
        (Value::Object(written), Value::Object(printed)) => {
            written.iter().find_map(|(name, value)| lost(value, printed.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Array(written), Value::Array(printed)) if written.len() == printed.len() => {
            written.iter().zip(printed).find_map(|(one, other)| lost(one, other))
        }
        _ if written == printed => None,
        _ => Some(written.to_string()),
    }
}
