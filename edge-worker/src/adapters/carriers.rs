//! Carriers and tracking services behind one port.
//!
//! Each service has a file that knows its requests, its refusals and its words for a parcel's stage; none knows of the
//! others. What several of them say about one parcel is weighed in the desk.

mod aftership;
mod call;
mod dhl;
mod easypost;
mod fedex;
mod recent;
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

use self::call::{Call, Refusal, Way};
pub use self::recent::forget_all;
use super::shared;
use super::token::Lender;
use crate::ports::http::Http;
use crate::ports::keeper::Shared;
use crate::ports::{Told, Tracking};
use crate::pulse;

/// Tells the time.
pub type Clock = fn() -> Timestamp;

/// The sources that the merchant set up.
#[derive(Clone, Debug)]
pub struct Carriers<H> {
    http: H,
    sources: Vec<Source>,
    clock: Clock,
    keeper: Shared,
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
    /// How often it may be asked in a day, where it counts days.
    pub per_day: Option<u32>,
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
        Self { http, sources, clock, keeper: None }
    }

    /// With what all isolates share.
    #[must_use]
    pub fn with_keeper(self, keeper: Shared) -> Self {
        Self { keeper, ..self }
    }
}

impl Source {
    /// Who lends the token with which it is asked, where it takes one.
    pub fn lender(&self) -> Option<Lender> {
        call::lender(self)
    }
}

impl<H: Http> Tracking for Carriers<H> {
    async fn track(&self, parcel: &Tracked) -> Result<Told, Outage> {
        let Some(number) = compact(&parcel.number) else { return Ok(Told::default()) };
        let carrier = carrier(&number, parcel.carrier.as_deref());
        let began = (self.clock)();
        let asked =
            self.sources.iter().filter(|source| source.service.carrier().is_none_or(|own| carrier == Some(own)));
        let calls: Vec<_> = asked
            .map(|source| Call { source, number: &number, carrier, name: parcel.carrier.as_deref(), began })
            .collect();
        let said = join_all(calls.iter().map(|call| self.tell(call))).await;
        if !said.is_empty() && said.iter().all(Result::is_err) {
            return Err(Outage);
        }
        let mut told = Told::default();
        for (report, read_at) in said.into_iter().flatten() {
            told.reports.extend(report);
            told.read_at = told.read_at.into_iter().chain(read_at).min();
        }
        Ok(told)
    }
}

impl<H: Http> Carriers<H> {
    /// What one source says, and when it was read if that was before this question.
    async fn tell(&self, call: &Call<'_>) -> Result<(Option<Report>, Option<Timestamp>), Outage> {
        if let Some((report, read_at)) = recent::find(call) {
            return Ok((report, Some(read_at)));
        }
        let outcome = match self.may_ask(call).await {
            Ok(()) => self.ask(call).await,
            Err(refusal) => Err(refusal),
        };
        let now = (self.clock)();
        if let Err(refusal) = &outcome {
            if let Some(pause_ms) = refusal.pause_ms {
                shared::pause(call.source.service.name(), now.as_millisecond() + pause_ms);
            }
            if refusal.is_down {
                pulse::unreachable(call.upstream(), call.began, now);
            }
        }
        let report = outcome.map_err(|refusal| call.outage(refusal))?;
        pulse::succeeded(call.upstream(), now.as_millisecond() - call.began.as_millisecond());
        let report = report.map(|report| report::tidied(report, call.source.service.name(), now));
        // A number that is followed, of which nothing is known so far.
        let report = report.filter(|report| report.stage != ParcelStage::Unknown || !report.scans.is_empty());
        recent::keep(call, report.as_ref(), now);
        Ok((report, None))
    }

    /// Leave to ask: one that wants to be left alone is, and so is one that is down.
    async fn may_ask(&self, call: &Call<'_>) -> Result<(), Refusal> {
        let service = call.source.service.name();
        if shared::is_paused(service, call.began) {
            return Err(Refusal::new(call::PAUSED));
        }
        if !pulse::lets_pass(call.upstream(), call.began) {
            return Err(Refusal::new("failed five times in a row: not asked"));
        }
        match call.source.per_day {
            Some(per_day) if !shared::may_call(&self.keeper, service, per_day, call.began).await => {
                Err(Refusal::new("paused, or asked as often today as it answers: not asked"))
            }
            _ => Ok(()),
        }
    }

    async fn ask(&self, call: &Call<'_>) -> Result<Option<Report>, Refusal> {
        let deadline = call.began.saturating_add(PATIENCE).unwrap_or(Timestamp::MAX);
        Way { http: &self.http, clock: self.clock, keeper: &self.keeper, deadline }.ask(call).await
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

    /// The function that asks it.
    fn next(self) -> call::Service {
        match self {
            Self::AfterShip => aftership::next,
            Self::EasyPost => easypost::next,
            Self::Shippo => shippo::next,
            Self::Track17 => track17::next,
            Self::Dhl => dhl::next,
            Self::Ups => ups::next,
            Self::FedEx => fedex::next,
            Self::Usps => usps::next,
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
