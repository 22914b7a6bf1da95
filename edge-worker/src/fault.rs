//! Errors of ours, for the log. Never shown, and never with a shopper's words or data in them.

use std::fmt;

/// Something that went wrong on our side of the counter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    upstream: Option<Upstream>,
    what: String,
}

/// A system that we depend on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Upstream {
    ShopifyAdmin,
    ShopifyStorefront,
    /// The database that mirrors the shop's texts.
    Mirror,
    HandOffWebhook,
    /// A carrier or tracking service, by its name.
    Carrier(&'static str),
}

impl Fault {
    pub fn new(what: impl Into<String>) -> Self {
        Self { upstream: None, what: what.into() }
    }

    pub fn upstream(upstream: Upstream, what: impl Into<String>) -> Self {
        Self { upstream: Some(upstream), what: what.into() }
    }

    /// Writes one line to the Worker's log.
    pub fn log(&self) {
        crate::log_line(&self.to_string());
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.upstream {
            Some(upstream) => write!(f, "fault upstream={upstream:?} {}", self.what),
            None => write!(f, "fault {}", self.what),
        }
    }
}
