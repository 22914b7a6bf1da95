//! Carriers and tracking services behind one port.

use desk::lookup::Outage;
use desk::record::{Report, Tracked};

use crate::ports::Tracking;

/// The sources that the merchant set up.
#[derive(Clone, Debug)]
pub struct Carriers<H> {
    _http: H,
}

impl<H> Carriers<H> {
    pub fn new(http: H) -> Self {
        Self { _http: http }
    }
}

impl<H> Tracking for Carriers<H> {
    async fn track(&self, _parcel: &Tracked) -> Result<Vec<Report>, Outage> {
        Ok(Vec::new())
    }
}
