//! Errors of ours, for the log. Never shown, and never with a shopper's words or data in them.

use std::fmt;

use crate::pulse;

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
    /// The database of all that must be kept.
    Database,
    HandOffWebhook,
    Mail,
    /// A carrier or tracking service, by its name.
    Carrier(&'static str),
}

impl Upstream {
    /// As the log and the report of health call it.
    pub fn name(self) -> String {
        format!("{self:?}")
    }
}

impl Fault {
    pub fn new(what: impl Into<String>) -> Self {
        Self { upstream: None, what: what.into() }
    }

    pub fn upstream(upstream: Upstream, what: impl Into<String>) -> Self {
        Self { upstream: Some(upstream), what: what.into() }
    }

    /// Writes one line to the Worker's log, and notes that the upstream fails.
    pub fn log(&self) {
        crate::log_line(&self.to_string());
        if let Some(upstream) = self.upstream {
            pulse::failed(upstream, &self.what);
        }
    }

    /// As [`Self::log`], of an upstream that answers all the same.
    pub fn log_aside(&self) {
        crate::log_line(&self.to_string());
        if let Some(upstream) = self.upstream {
            pulse::noted(upstream, &self.what);
        }
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
