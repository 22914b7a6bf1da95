//! The desk as WASM with nothing around it: what `cargo xtask bench desk` runs under Node.

use desk::context::{Context, Page};
use desk::identity::Identity;
use desk::state::State;
use desk::turn::{self, Step};
use desk::workflow::Modes;
use wasm_bindgen::prelude::wasm_bindgen;

/// Begins the first turn of a conversation with this line, every workflow answering by itself. Gives the number of
/// lookups or replies, so that nothing of it can be left out.
#[wasm_bindgen]
pub fn begin(line: &str) -> usize {
    let page = Page { locale: "en".into(), country: "DE".into(), ..Page::default() };
    let now = jiff::Timestamp::UNIX_EPOCH;
    match turn::begin(State::default(), line, Context { now, page, modes: Modes::AUTO, identity: Identity::default() })
    {
        Step::Need(lookups, _) => lookups.len(),
        Step::Done(end) => end.replies.len(),
    }
}
