//! Days and times in words, by the shop's clock.

use jiff::Timestamp;
use jiff::civil::Date;

use super::voice::{Slot, Voice};
use crate::record::Window;
use crate::reply::ShopClock;

/// A window of more hours is told as its day.
const MOST_HOURS_OF_A_WINDOW: i64 = 12;

/// Tells days in one language.
#[derive(Clone, Copy)]
pub(super) struct Calendar<'a> {
    pub(super) voice: Voice,
    pub(super) clock: &'a ShopClock,
}

impl Calendar<'_> {
    /// "today", "yesterday", "tomorrow", or "Thursday 19 November", with the year where it is another.
    pub(super) fn day(self, instant: Timestamp) -> String {
        self.near(instant).unwrap_or_else(|| self.date(self.clock.local(instant).date()))
    }

    /// The same, to stand behind a verb: "today", "on Thursday 19 November".
    pub(super) fn on_day(self, instant: Timestamp) -> String {
        self.near(instant).unwrap_or_else(|| {
            let date = self.date(self.clock.local(instant).date());
            self.voice.say("on-day", &[("date", Slot::Text(&date))])
        })
    }

    /// "today at 14:05", "on Thursday 19 November at 14:05".
    pub(super) fn on_day_at(self, instant: Timestamp) -> String {
        let (day, time) = (self.on_day(instant), self.time(instant));
        self.voice.say("day-at-time", &[("day", Slot::Text(&day)), ("time", Slot::Text(&time))])
    }

    /// When something is expected, behind a verb: "on Sunday 22 November", "between Sunday 22 November and Tuesday 24
    /// November", "tomorrow between 10:00 and 14:00".
    pub(super) fn in_window(self, window: Window) -> String {
        self.spoken(window, self.on_day(window.to))
    }

    /// The same, to stand alone.
    pub(super) fn window(self, window: Window) -> String {
        self.spoken(window, self.day(window.to))
    }

    fn spoken(self, window: Window, day: String) -> String {
        let Window { from, to } = window;
        let between =
            |from: &str, to: &str| self.voice.say("between", &[("from", Slot::Text(from)), ("to", Slot::Text(to))]);
        if self.clock.local(from).date() != self.clock.local(to).date() {
            return between(&self.day(from), &self.day(to));
        }
        let hours = to.duration_since(from).as_hours();
        // From midnight to midnight is a day, and a moment is no promise of a minute.
        if from == to || hours >= MOST_HOURS_OF_A_WINDOW {
            return day;
        }
        format!("{day} {}", between(&self.time(from), &self.time(to)))
    }

    /// The shop's clock: "UTC", "UTC+1", "UTC-3:30".
    pub(super) fn zone(self) -> String {
        let minutes = self.clock.offset.seconds() / 60;
        let (hours, minutes) = (minutes / 60, (minutes % 60).abs());
        match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (_, 0) => format!("UTC{hours:+}"),
            (0, _) if self.clock.offset.seconds() < 0 => format!("UTC-0:{minutes:02}"),
            _ => format!("UTC{hours:+}:{minutes:02}"),
        }
    }

    /// "19 November, 14:05".
    pub(super) fn stamp(self, instant: Timestamp) -> String {
        let date = self.clock.local(instant).date();
        let (month, time) = (self.month(date), self.time(instant));
        let slots = [("day", day_of(date)), ("month", Slot::Text(&month)), ("time", Slot::Text(&time))];
        self.voice.say("stamp", &slots)
    }

    fn near(self, instant: Timestamp) -> Option<String> {
        match self.clock.days_since(instant) {
            0 => Some(self.voice.plain("day-today")),
            1 => Some(self.voice.plain("day-yesterday")),
            -1 => Some(self.voice.plain("day-tomorrow")),
            _ => None,
        }
    }

    fn time(self, instant: Timestamp) -> String {
        let time = self.clock.local(instant).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    fn date(self, date: Date) -> String {
        let n = usize::try_from(date.weekday().to_monday_one_offset()).unwrap_or(1);
        let weekday = self.voice.say("weekday", &[("n", Slot::Count(n))]);
        let (month, year) = (self.month(date), date.year().to_string());
        let slots = [
            ("weekday", Slot::Text(&weekday)),
            ("day", day_of(date)),
            ("month", Slot::Text(&month)),
            ("year", Slot::Text(&year)),
        ];
        let is_this_year = date.year() == self.clock.local(self.clock.now).date().year();
        self.voice.say(if is_this_year { "day-date" } else { "day-date-year" }, &slots)
    }

    fn month(self, date: Date) -> String {
        self.voice.say("month", &[("n", Slot::Count(usize::try_from(date.month()).unwrap_or(1)))])
    }
}

/// As a number, since some languages say the first of a month in their own way.
fn day_of(date: Date) -> Slot<'static> {
    Slot::Count(usize::try_from(date.day()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn days_are_named_by_the_shops_clock() {
        let clock = ShopClock::new("2026-11-20T22:30:00Z".parse().expect("valid"), 60);
        let rows = [
            (Language::En, "2026-11-20T09:00:00Z", "today at 10:00"),
            // Past midnight in the shop, still the 20th in UTC.
            (Language::En, "2026-11-20T23:30:00Z", "tomorrow at 00:30"),
            (Language::En, "2026-11-18T23:30:00Z", "yesterday at 00:30"),
            (Language::En, "2026-11-11T12:05:00Z", "on Wednesday 11 November at 13:05"),
            (Language::En, "2025-12-31T12:00:00Z", "on Wednesday 31 December 2025 at 13:00"),
            (Language::De, "2026-11-11T12:05:00Z", "am Mittwoch, 11. November um 13:05 Uhr"),
            (Language::Fr, "2026-11-11T12:05:00Z", "le mercredi 11 novembre à 13:05"),
            (Language::Fr, "2026-11-01T12:05:00Z", "le dimanche 1er novembre à 13:05"),
            (Language::Es, "2026-11-11T12:05:00Z", "el miércoles, 11 de noviembre a las 13:05"),
            (Language::It, "2026-11-11T12:05:00Z", "mercoledì 11 novembre alle 13:05"),
            (Language::Nl, "2026-11-11T12:05:00Z", "op woensdag 11 november om 13:05"),
        ];
        for (language, instant, words) in rows {
            let calendar = Calendar { voice: Voice { language }, clock: &clock };
            assert_eq!(calendar.on_day_at(instant.parse().expect("valid")), words);
        }
    }
}
