//! Days and times in English, by the shop's clock.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::reply::ShopClock;

/// "today", "yesterday", "tomorrow", or "Thursday 19 November", with the year where it is another.
pub(super) fn day(instant: Timestamp, clock: &ShopClock) -> String {
    match clock.days_since(instant) {
        0 => "today".into(),
        1 => "yesterday".into(),
        -1 => "tomorrow".into(),
        _ => date(clock.local(instant).date(), clock),
    }
}

/// The same, to stand behind a verb: "today", "on Thursday 19 November".
pub(super) fn on_day(instant: Timestamp, clock: &ShopClock) -> String {
    match clock.days_since(instant) {
        -1..=1 => day(instant, clock),
        _ => format!("on {}", day(instant, clock)),
    }
}

/// "today at 14:05", "on Thursday 19 November at 14:05".
pub(super) fn on_day_at(instant: Timestamp, clock: &ShopClock) -> String {
    format!("{} at {}", on_day(instant, clock), time(instant, clock))
}

/// "19 November, 14:05".
pub(super) fn stamp(instant: Timestamp, clock: &ShopClock) -> String {
    let date = clock.local(instant).date();
    format!("{} {}, {}", date.day(), month(date), time(instant, clock))
}

fn time(instant: Timestamp, clock: &ShopClock) -> String {
    let time = clock.local(instant).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn date(date: Date, clock: &ShopClock) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    let year =
        if date.year() == clock.local(clock.now).date().year() { String::new() } else { format!(" {}", date.year()) };
    format!("{weekday} {} {}{year}", date.day(), month(date))
}

fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_by_the_shops_clock() {
        let clock = ShopClock::new("2026-11-20T22:30:00Z".parse().expect("valid"), 60);
        let rows = [
            ("2026-11-20T09:00:00Z", "today at 10:00"),
            // Past midnight in the shop, still the 20th in UTC.
            ("2026-11-20T23:30:00Z", "tomorrow at 00:30"),
            ("2026-11-18T23:30:00Z", "yesterday at 00:30"),
            ("2026-11-11T12:05:00Z", "on Wednesday 11 November at 13:05"),
            ("2025-12-31T12:00:00Z", "on Wednesday 31 December 2025 at 13:00"),
        ];
        for (instant, words) in rows {
            assert_eq!(on_day_at(instant.parse().expect("valid"), &clock), words);
        }
    }
}
