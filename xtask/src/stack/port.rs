//! Loopback ports that nobody listens on.

use std::net::{Ipv4Addr, TcpListener};

use crate::Result;
use crate::problem::While;

/// A port that was free a moment ago.
pub fn free() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_say(|| "find a free port".into())?;
    Ok(listener.local_addr().or_say(|| "find a free port".into())?.port())
}

/// Whether `port` can be listened on.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
