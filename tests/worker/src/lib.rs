//! A shopper with tabs, a merchant, and the demo shop's controls, against the Worker in workerd.
//!
//! Every wait ends at a deadline and then says what was heard instead. Nothing here knows how the Worker is built.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a case that cannot go on says why and stops, and its deadlines are wall-clock time"
)]

pub mod case;
pub mod demo_shop;
pub mod heard;
pub mod http;
pub mod scene;
pub mod tab;
pub mod wait;

pub use case::Order;
pub use heard::Heard;
pub use scene::{Conversation, Scene};
pub use tab::Tab;
pub use xtask::stack::Setting;
