//! One account of a parcel, from what the shop's record and every carrier that was asked say of it.
//!
//! The newest word about the stage wins, unless it is [`ParcelStage::Unknown`]. What sources do not agree on, where it
//! matters to the shopper, is kept as a [`Dispute`] and never settled in silence.

use jiff::Timestamp;

use crate::evidence::{Evidence, Grounded};
use crate::record::{Order, ParcelStage, Report, Scan, Window};
use crate::reply::{Dispute, Said, ShopClock, Word};

/// What is known of one parcel, each piece with where it was read.
pub(super) struct Account {
    pub stage: ParcelStage,
    /// Newest first, each event once.
    pub scans: Vec<Grounded<Scan>>,
    /// Why something went wrong, in the words of the source whose stage this is.
    pub reason: Option<Grounded<String>>,
    /// By the newest source that names a time.
    pub expected: Option<Grounded<Window>>,
    pub delivered: Option<Grounded<Timestamp>>,
    pub url: Option<Grounded<String>>,
    pub disputes: Vec<Dispute>,
}

/// What one source says.
struct Voice {
    /// Absent for the shop's own record.
    source: Option<Grounded<String>>,
    stage: Grounded<ParcelStage>,
    /// When the newest of it happened.
    at: Timestamp,
    /// The same, where the source tells it.
    told_at: Option<Grounded<Timestamp>>,
    reason: Option<Grounded<String>>,
    expected: Option<Grounded<Window>>,
    delivered: Option<Grounded<Timestamp>>,
    scans: Vec<Grounded<Scan>>,
    url: Option<Grounded<String>>,
}

/// Two sources that report the same stage so close to each other tell of one event: their clocks are read by people.
const SAME_EVENT_SECONDS: u64 = 5 * 60;

/// Expected days so far apart are a difference that somebody waits at home for.
const DAYS_THAT_MATTER: i32 = 2;

impl Account {
    /// Of the parcel at `index`, with what the carriers reported, where they were asked.
    pub(super) fn of(
        order: &Evidence<Order>,
        index: usize,
        reports: Option<&Evidence<Vec<Report>>>,
        clock: &ShopClock,
    ) -> Option<Self> {
        let mut voices = vec![shop(order, index)?];
        if let Some(reports) = reports {
            let created = order.record.parcels.get(index)?.created;
            voices.extend((0..reports.record.len()).filter_map(|at| carrier(reports, at, created)));
        }
        // Newest first. Of two that are as new the one that says most comes first: that it is over, then more than "on
        // its way"; then the carrier's: it was there.
        let vagueness = |voice: &Voice| {
            use ParcelStage::{InTransit, LabelMade, Sent, Unknown};
            match voice.stage.value() {
                Unknown | LabelMade | Sent | InTransit => 2,
                stage => i32::from(!is_over(*stage)),
            }
        };
        voices.reverse();
        voices.sort_by_key(|voice| (std::cmp::Reverse(voice.at), vagueness(voice)));
        let disputes = disputes(&voices, clock);
        let scans = merged(&voices);
        let url_of_shop = voices.iter().find(|voice| voice.source.is_none()).and_then(|voice| voice.url.clone());
        let url = url_of_shop.or_else(|| voices.iter().find_map(|voice| voice.url.clone()));
        let expected = voices.iter().find_map(|voice| voice.expected.clone());
        let leads = |voice: &&Voice| *voice.stage.value() != ParcelStage::Unknown;
        let leading = voices.iter().find(leads).or(voices.first())?;
        let (stage, reason) = (*leading.stage.value(), leading.reason.clone());
        let delivered = leading.delivered.clone().or_else(|| {
            let agrees = |voice: &&Voice| *voice.stage.value() == stage;
            voices.iter().filter(agrees).find_map(|voice| voice.delivered.clone())
        });
        Some(Self { stage, scans, reason, expected, delivered, url, disputes })
    }

    /// The newest scan of a stage.
    pub(super) fn scan(&self, stage: ParcelStage) -> Option<Grounded<Scan>> {
        self.scans.iter().find(|scan| scan.value().stage == stage).cloned()
    }

    /// The newest scan of something that the carrier handled; a label that was printed is the shop's doing.
    pub(super) fn last(&self) -> Option<Grounded<Scan>> {
        self.scans.iter().find(|scan| scan.value().stage != ParcelStage::LabelMade).cloned()
    }
}

fn shop(order: &Evidence<Order>, index: usize) -> Option<Voice> {
    let parcel = order.record.parcels.get(index)?;
    let at = |member: &str| format!("parcels[{index}].{member}");
    let scans = |i: usize, scan: &Scan| order.read(at(&format!("scans[{i}]")), scan.clone());
    let told = |member: &str, instant: Timestamp| order.read(at(member), instant);
    let delivered = parcel.delivered.map(|instant| told("delivered", instant));
    let scanned = parcel.scans.iter().map(|scan| scan.at).max().map(|instant| told("scans[newest].at", instant));
    let told_at = later(scanned, delivered.clone());
    Some(Voice {
        source: None,
        stage: order.read(at("stage"), parcel.stage),
        // What the shop did not date is as old as the parcel: whoever scanned it since knows better.
        at: newest(told_at.as_ref(), parcel.stage, parcel.created, parcel.created),
        told_at,
        reason: None,
        expected: parcel.expected.map(|instant| order.read(at("expected"), Window { from: instant, to: instant })),
        delivered,
        scans: parcel.scans.iter().enumerate().map(|(i, scan)| scans(i, scan)).collect(),
        url: parcel.tracking_url.clone().map(|url| order.read(at("tracking_url"), url)),
    })
}

fn carrier(reports: &Evidence<Vec<Report>>, index: usize, created: Timestamp) -> Option<Voice> {
    let report = reports.record.get(index)?;
    let at = |member: &str| format!("[{index}].{member}");
    let delivered = report.delivered.map(|instant| reports.read(at("delivered"), instant));
    let scanned = report.scans.iter().map(|scan| scan.at).max();
    let told_at = later(scanned.map(|instant| reports.read(at("scans[newest].at"), instant)), delivered.clone());
    // A carrier that says it is over, and not since when, says so now. One that only says it is on its way may have
    // heard nothing since it began.
    let undated = if is_over(report.stage) { reports.read_at } else { created };
    Some(Voice {
        source: Some(reports.read(at("source"), report.source.clone())),
        stage: reports.read(at("stage"), report.stage),
        at: newest(told_at.as_ref(), report.stage, created, undated),
        told_at,
        reason: report.reason.clone().map(|reason| reports.read(at("reason"), reason)),
        expected: report.expected.map(|window| reports.read(at("expected"), window)),
        delivered,
        scans: (report.scans.iter().enumerate())
            .map(|(i, scan)| reports.read(at(&format!("scans[{i}]")), scan.clone()))
            .collect(),
        url: report.url.clone().map(|url| reports.read(at("url"), url)),
    })
}

/// When the newest of a source's word happened. That there is a label is no news: whatever else is said counts as newer.
fn newest(told: Option<&Grounded<Timestamp>>, stage: ParcelStage, created: Timestamp, undated: Timestamp) -> Timestamp {
    match stage {
        ParcelStage::LabelMade | ParcelStage::Sent => created,
        _ => told.map_or(undated, |instant| *instant.value()),
    }
}

fn later(a: Option<Grounded<Timestamp>>, b: Option<Grounded<Timestamp>>) -> Option<Grounded<Timestamp>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if a.value() >= b.value() { a } else { b }),
        (a, b) => a.or(b),
    }
}

/// Scans of all sources, newest first. Of one event that two sources tell the fuller telling is kept.
fn merged(voices: &[Voice]) -> Vec<Grounded<Scan>> {
    let mut merged: Vec<(usize, &Grounded<Scan>)> = Vec::new();
    for (source, voice) in voices.iter().enumerate() {
        for scan in &voice.scans {
            let is_told =
                |(of, known): &(usize, &Grounded<Scan>)| *of != source && is_same(known.value(), scan.value());
            match merged.iter().position(is_told).and_then(|at| merged.get_mut(at)) {
                Some(known) if fullness(scan) > fullness(known.1) => *known = (source, scan),
                Some(_) => {}
                None => merged.push((source, scan)),
            }
        }
    }
    merged.sort_by_key(|(_, scan)| std::cmp::Reverse(scan.value().at));
    merged.into_iter().map(|(_, scan)| scan.clone()).collect()
}

fn is_same(a: &Scan, b: &Scan) -> bool {
    let seconds = a.at.as_second().abs_diff(b.at.as_second());
    // Sources write the same place with and without its region.
    let city = |scan: &Scan| scan.place.as_ref()?.split(',').next().map(str::to_lowercase);
    let is_same_place = city(a).is_some_and(|a| city(b) == Some(a));
    (a.stage == b.stage && seconds <= SAME_EVENT_SECONDS) || (is_same_place && seconds < 60)
}

fn fullness(scan: &Grounded<Scan>) -> u8 {
    u8::from(scan.value().message.is_some()) + u8::from(scan.value().place.is_some())
}

/// What the shopper must hear from both sides.
fn disputes(voices: &[Voice], clock: &ShopClock) -> Vec<Dispute> {
    let mut disputes = Vec::new();
    let mut known = voices.iter().filter(|voice| *voice.stage.value() != ParcelStage::Unknown);
    let Some(newest) = known.next() else { return disputes };
    let stage = |voice: &Voice| Said {
        source: voice.source.clone(),
        word: Word::Stage(voice.stage.clone(), voice.told_at.clone()),
    };
    // The other way about is what happens to every parcel: it was on its way, and then it arrived.
    let has_arrived = |stage: ParcelStage| matches!(stage, ParcelStage::Delivered | ParcelStage::PickedUp);
    let denies = !has_arrived(*newest.stage.value());
    if let Some(older) = known.find(|voice| denies && has_arrived(*voice.stage.value())) {
        disputes.push(Dispute([stage(newest), stage(older)]));
    }
    if is_over(*newest.stage.value()) {
        return disputes;
    }
    let said = |voice: &Voice| {
        let window = voice.expected.clone()?;
        Some((*window.value(), Said { source: voice.source.clone(), word: Word::Expected(window) }))
    };
    let mut expected = voices.iter().filter_map(said);
    if let Some((first, newest)) = expected.next() {
        let apart = |a: Timestamp, b: Timestamp| clock.days_since(a) - clock.days_since(b) >= DAYS_THAT_MATTER;
        let other = expected.find(|(other, _)| apart(first.to, other.from) || apart(other.to, first.from));
        disputes.extend(other.map(|(_, other)| Dispute([newest, other])));
    }
    disputes
}

/// Nothing more will happen on the way to the shopper.
fn is_over(stage: ParcelStage) -> bool {
    use ParcelStage as P;
    matches!(stage, P::Delivered | P::PickedUp | P::Failed | P::Returning | P::Returned | P::Cancelled)
}

#[cfg(test)]
mod tests;
