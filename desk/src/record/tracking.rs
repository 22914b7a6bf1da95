//! What carriers, and services that ask carriers, say about one parcel.

use jiff::Timestamp;
use serde::Serialize;

use super::{ParcelStage, Scan};

/// A parcel as its carrier is asked for it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Tracked {
    /// As the shop has it: spaces and case as printed.
    pub number: String,
    /// As the shop names it, such as `DHL Paket`.
    pub carrier: Option<String>,
}

/// What one source says.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Report {
    /// Who says so: `UPS`, `AfterShip`.
    pub source: String,
    pub stage: ParcelStage,
    /// Why, in the source's words, where something went wrong.
    pub reason: Option<String>,
    pub expected: Option<Window>,
    pub delivered: Option<Timestamp>,
    /// Newest first.
    pub scans: Vec<Scan>,
    /// Where the carrier tells the same.
    pub url: Option<String>,
}

/// When a parcel is expected; both ends are the same where a source names one moment.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Window {
    pub from: Timestamp,
    pub to: Timestamp,
}
