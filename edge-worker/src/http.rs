//! The Worker's addresses, and what is refused before anything is done.

mod abort;
mod origin;
mod route;

pub use abort::Abort;
pub use origin::is_allowed;
pub use route::Route;

/// Bytes of a request body that are read.
pub const LARGEST_BODY: usize = 16 * 1024;
