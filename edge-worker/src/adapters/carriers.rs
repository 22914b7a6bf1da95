//! Carriers and tracking services behind one port.
//!
//! Each service has a file that knows its requests, its refusals and its words for a parcel's stage; none knows of the
//! others. What several of them say about one parcel is weighed in the desk.

mod aftership;
mod call;
mod dhl;
mod easypost;
mod fedex;
mod report;
mod shippo;
#[cfg(test)]
mod tests;
mod track17;
mod ups;
mod usps;

use desk::entity::Carrier;
use desk::lookup::Outage;
use desk::record::{ParcelStage, Report, Tracked};
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};

use self::call::{Call, Way};
use crate::ports::Tracking;
use crate::ports::http::Http;
use crate::pulse;

/// Tells the time.
pub type Clock = fn() -> Timestamp;

/// The sources that the merchant set up.
#[derive(Clone, Debug)]
pub struct Carriers<H> {
    http: H,
    sources: Vec<Source>,
    clock: Clock,
}

/// One service with the merchant's account there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Source {
    pub service: Service,
    /// Scheme and host: `https://api.aftership.com`.
    pub url: String,
    /// The client's id, where the service lends tokens; else empty.
    pub client: String,
    /// The client's secret, or the key.
    pub secret: String,
}

/// Whom a parcel can be asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Service {
    AfterShip,
    EasyPost,
    Shippo,
    Track17,
    Dhl,
    Ups,
    FedEx,
    Usps,
}

/// How long one source may take, its tokens and registrations included. A round begins within 1.8 s of a turn, so that
/// an answer is there within six whatever the sources do.
const PATIENCE: SignedDuration = SignedDuration::from_millis(2_400);

impl<H> Carriers<H> {
    pub fn new(http: H, sources: Vec<Source>, clock: Clock) -> Self {
        Self { http, sources, clock }
    }
}

impl<H: Http> Tracking for Carriers<H> {
    async fn track(&self, parcel: &Tracked) -> Result<Vec<Report>, Outage> {
        let Some(number) = compact(&parcel.number) else { return Ok(Vec::new()) };
        let carrier = carrier(&number, parcel.carrier.as_deref());
        let began = (self.clock)();
        let asked =
            self.sources.iter().filter(|source| source.service.carrier().is_none_or(|own| carrier == Some(own)));
        let calls: Vec<_> = asked
            .map(|source| Call { source, number: &number, carrier, name: parcel.carrier.as_deref(), began })
            .collect();
        let said = join_all(calls.iter().map(|call| self.ask(call))).await;
        if !said.is_empty() && said.iter().all(Result::is_err) {
            return Err(Outage);
        }
        Ok(said.into_iter().filter_map(Result::ok).flatten().collect())
    }
}

impl<H: Http> Carriers<H> {
    async fn ask(&self, call: &Call<'_>) -> Result<Option<Report>, Outage> {
        let service = match call.source.service {
            Service::AfterShip => aftership::next,
            Service::EasyPost => easypost::next,
            Service::Shippo => shippo::next,
            Service::Track17 => track17::next,
            Service::Dhl => dhl::next,
            Service::Ups => ups::next,
            Service::FedEx => fedex::next,
            Service::Usps => usps::next,
        };
        let deadline = call.began.saturating_add(PATIENCE).unwrap_or(Timestamp::MAX);
        let said = Way { http: &self.http, clock: self.clock, deadline }.ask(call, service).await;
        let report = said.map_err(|refusal| call.outage(refusal))?;
        let now = (self.clock)();
        pulse::succeeded(call.upstream(), now.as_millisecond() - call.began.as_millisecond());
        let report = report.map(|report| report::tidied(report, call.source.service.name(), now));
        // A number that is followed, of which nothing is known so far.
        Ok(report.filter(|report| report.stage != ParcelStage::Unknown || !report.scans.is_empty()))
    }
}

impl Service {
    /// As a report names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AfterShip => "AfterShip",
            Self::EasyPost => "EasyPost",
            Self::Shippo => "Shippo",
            Self::Track17 => "17TRACK",
            Self::Dhl => "DHL",
            Self::Ups => "UPS",
            Self::FedEx => "FedEx",
            Self::Usps => "USPS",
        }
    }

    /// The one carrier whose parcels it knows; `None` for those that ask any carrier.
    fn carrier(self) -> Option<Carrier> {
        match self {
            Self::Dhl => Some(Carrier::Dhl),
            Self::Ups => Some(Carrier::Ups),
            Self::FedEx => Some(Carrier::FedEx),
            Self::Usps => Some(Carrier::Usps),
            _ => None,
        }
    }
}

/// The number without the gaps of its label, in capitals. What is no number of any carrier's form is nobody's, and so
/// nothing that gets into an address or a body needs escaping.
fn compact(number: &str) -> Option<String> {
    let number: String = number.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let is_plain = number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let has_digit = number.bytes().any(|b| b.is_ascii_digit());
    ((5..=50).contains(&number.len()) && is_plain && has_digit).then_some(number)
}

/// Whose parcel it is: by the shop's word, else by the number. Beside a carrier's name that we do not know, digits
/// alone say nothing: each of another carrier's numbers has one chance in ten to fit a check digit.
fn carrier(number: &str, name: Option<&str>) -> Option<Carrier> {
    let name = name.map(str::to_ascii_lowercase);
    let named = name.as_deref().and_then(|name| {
        let is_named =
            |words: &str| name == words || name.split(|c: char| !c.is_alphanumeric()).any(|word| word == words);
        NAMES.iter().find(|(words, _)| is_named(words)).map(|(_, carrier)| *carrier)
    });
    named.or_else(|| {
        let is_sure = name.is_none() || number.bytes().any(|b| b.is_ascii_alphabetic());
        match Carrier::of(number).filter(|_| is_sure)? {
            // The standard's last letters are the country of the post.
            Carrier::Post if number.ends_with("US") => Some(Carrier::Usps),
            Carrier::Post if number.ends_with("DE") => Some(Carrier::Dhl),
            other => Some(other),
        }
    })
}

/// Words of a carrier's name, or all of it.
const NAMES: &[(&str, Carrier)] = &[
    ("dhl", Carrier::Dhl),
    ("deutsche post", Carrier::Dhl),
    ("ups", Carrier::Ups),
    ("united parcel service", Carrier::Ups),
    ("fedex", Carrier::FedEx),
    ("federal express", Carrier::FedEx),
    ("usps", Carrier::Usps),
    ("united states postal service", Carrier::Usps),
];
