//! The one place that all isolates of a deployment share.

use std::fmt::Debug;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use serde_json::Value;

/// Keeps what upstreams count or lend once for the whole deployment. `adapters/keeper.rs` has its words.
///
/// An object and no type parameter: whoever asks an upstream holds it, and none of them does otherwise with it.
pub trait Keeper: Debug {
    /// Puts a question; nothing where no answer came within so long.
    fn ask(&self, question: Value, timeout_ms: u32) -> LocalBoxFuture<'_, Option<Value>>;
}

/// The keeper, where there is one.
pub type Shared = Option<Rc<dyn Keeper>>;
