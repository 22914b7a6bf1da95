//! The Worker's addresses, and what is refused before anything is done.

mod abort;
mod address;
mod credential;
mod network;
mod origin;
mod proxied;
mod route;
pub mod webhook;

pub use abort::Abort;
pub use address::Address;
pub use credential::secret;
pub use network::{SITE_SHARE, network, site};
pub use origin::is_allowed;
pub use proxied::Proxied;
pub use route::{Route, is_id};

/// Bytes of a request body that are read.
pub const LARGEST_BODY: usize = 16 * 1024;
