//! What every source's words become: stages, times and places, within bounds.

use std::cmp::Reverse;

use desk::record::{ParcelStage, Report, Scan, Window};
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use crate::adapters::json::Node;

/// A source's words and what they say here. `Unknown` stands beside words that deliberately say nothing about the
/// stage, or no more than a less detailed word beside them.
pub(super) type Words = [(&'static str, ParcelStage)];

/// The stage by the first of `said` that says one; the most detailed goes first. Words that nobody listed say nothing.
pub(super) fn stage(words: &Words, said: &[Option<&str>]) -> ParcelStage {
    let known = said.iter().flatten().filter_map(|said| words.iter().find(|(word, _)| word.eq_ignore_ascii_case(said)));
    known.map(|(_, stage)| *stage).find(|stage| *stage != ParcelStage::Unknown).unwrap_or(ParcelStage::Unknown)
}

/// A report that says no more than this.
pub(super) fn blank(stage: ParcelStage) -> Report {
    Report { source: String::new(), stage, reason: None, expected: None, delivered: None, scans: Vec::new(), url: None }
}

/// An instant as sources write it: with an offset, or on a wall clock whose offset stands beside it, such as `-05:00`.
/// Without any it is read as UTC, hours wrong at most: a zone that is guessed from the place would look exact.
pub(super) fn instant(text: &str, offset: Option<&str>) -> Option<Timestamp> {
    text.parse().ok().or_else(|| {
        let offset = offset.and_then(|offset| ["1970-01-01T00:00", offset].concat().parse::<Timestamp>().ok());
        let seconds = offset.map_or(0, |at| i32::try_from(-at.as_second()).unwrap_or(0));
        let wall: DateTime = text.parse().ok()?;
        let zoned = wall.to_zoned(TimeZone::fixed(Offset::from_seconds(seconds).ok()?));
        Some(zoned.ok()?.timestamp())
    })
}

/// When something is to come, which most sources know to the day: midnight, or no offset, is a day of which the hour
/// is unknown. Noon stands for it, which is that day in nearly every shop's zone.
pub(super) fn day(text: &str) -> Option<Timestamp> {
    let is_midnight = text.contains("T00:00") || text.contains(" 00:00");
    match text.parse() {
        Ok(at) if !is_midnight => Some(at),
        _ => {
            let wall: DateTime = text.get(..10).unwrap_or(text).parse().ok()?;
            Some(wall.date().at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?.timestamp())
        }
    }
}

/// From the first to the last of two moments, where at least one is named.
pub(super) fn window(from: Option<&str>, to: Option<&str>) -> Option<Window> {
    let (from, to) = (from.and_then(day), to.and_then(day));
    let (from, to) = (from.or(to)?, to.or(from)?);
    Some(Window { from: from.min(to), to: to.max(from) })
}

/// Parts of an address that are there, as one line.
pub(super) fn place(node: Node<'_>, parts: &[&str]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().filter_map(|part| node.text(part)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Keeps the newest of so many scans.
const MOST_SCANS: usize = 60;

/// Characters of a text of the source's.
const LONGEST_TEXT: usize = 300;
const LONGEST_PLACE: usize = 100;
const LONGEST_URL: usize = 500;

/// A report as it may go on: the newest scan first, dates that can be true, texts without control characters, within
/// bounds.
pub(super) fn tidied(mut report: Report, source: &'static str, now: Timestamp) -> Report {
    use ParcelStage::{AttemptFailed, Delayed, Delivered, Failed, Held, PickedUp, Returned, Returning};
    source.clone_into(&mut report.source);
    report.scans.retain_mut(|scan| {
        scan.message = scan.message.take().and_then(|text| plain(&text, LONGEST_TEXT));
        scan.place = scan.place.take().and_then(|text| plain(&text, LONGEST_PLACE));
        is_likely(scan.at, now)
    });
    // Stable: those of one moment stay as the source has them.
    report.scans.sort_by_key(|scan| Reverse(scan.at));
    report.scans.truncate(MOST_SCANS);
    report.expected = report.expected.filter(|window| is_likely(window.from, now) && is_likely(window.to, now));
    let is_with_shopper = matches!(report.stage, Delivered | PickedUp);
    let scanned = |scans: &[Scan]| scans.iter().find(|scan| scan.stage == report.stage).map(|scan| scan.at);
    report.delivered = (report.delivered.filter(|at| is_likely(*at, now)).or_else(|| scanned(&report.scans)))
        .filter(|_| is_with_shopper);
    let has_reason = matches!(report.stage, Delayed | AttemptFailed | Held | Failed | Returning | Returned);
    report.reason = report.reason.filter(|_| has_reason).and_then(|text| plain(&text, LONGEST_TEXT));
    let is_address =
        |url: &String| url.starts_with("https://") && url.len() <= LONGEST_URL && !url.contains(unprintable);
    report.url = report.url.filter(is_address);
    report
}

/// Two years back, as numbers are given again after some months, and one ahead.
fn is_likely(at: Timestamp, now: Timestamp) -> bool {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    (days(-730)..=days(366)).contains(&at.duration_since(now))
}

fn plain(text: &str, longest: usize) -> Option<String> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text: String = text.trim().chars().take(longest).collect();
    (!text.is_empty()).then_some(text)
}

fn unprintable(c: char) -> bool {
    c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>')
}
