//! Days that a message names, reckoned from today.

use std::ops::Range;

use jiff::SignedDuration;
use jiff::civil::Date;

use super::lexicon::Class;
use super::scan::{Kind, Scan};
use crate::language::Language;

/// A day or stretch of days.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum When {
    On(Date),
    /// Both days belong to it.
    Between(Date, Date),
    /// A deadline: "by Friday", "before Christmas". The day is the one that is named.
    By(Date),
}

/// What dates are reckoned by.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The shop's day.
    pub today: Date,
    language: Language,
    /// `11/12` is the eleventh, or November; nothing where that is not known.
    is_day_first: Option<bool>,
}

impl Calendar {
    /// English is read by the country: month first in the United States, day first in others, and not at all in
    /// Canada, which writes both, or where the country is not known. The other languages say the day first.
    pub fn new(today: Date, language: Language, country: &str) -> Self {
        let is_day_first = match (language, country) {
            (Language::En, "US") => Some(false),
            (Language::En, "" | "CA") => None,
            _ => Some(true),
        };
        Self { today, language, is_day_first }
    }

    fn shifted(self, days: i64) -> Option<Date> {
        shifted(self.today, days)
    }

    fn date(self, years: i16, month: i8, day: i8) -> Option<Date> {
        Date::new(self.today.year().checked_add(years)?, month, day).ok()
    }
}

/// Days that have names. A name without a year is the next such day.
const HOLIDAYS: [(i8, i8); 8] = [(12, 25), (12, 24), (1, 1), (12, 31), (2, 14), (10, 31), (12, 6), (1, 6)];

/// Numbers of units from today that are still meant.
const MOST_UNITS: i64 = 400;

impl When {
    /// Reads the date that begins at a token, with its tokens. What can be read in two ways is not read.
    pub(super) fn read(scan: &Scan, from: usize, calendar: Calendar) -> Option<(Self, Range<usize>)> {
        if scan.is_inside(from) || !matches!(scan.kind(from), Some(Kind::Word | Kind::Digits)) {
            return None;
        }
        let is_any = [
            Class::Day,
            Class::AgoBefore,
            Class::In,
            Class::Number,
            Class::Which,
            Class::Unit,
            Class::Weekday,
            Class::Holiday,
            Class::Month,
        ];
        if scan.is_word(from) && !is_any.iter().any(|class| scan.is(from, *class)) {
            return None;
        }
        let is_deadline = is_deadline(scan, from);
        let (when, behind) = relative(scan, from, calendar)
            .or_else(|| named(scan, from, calendar, is_deadline))
            .or_else(|| numeric(scan, from, calendar, is_deadline))
            .or_else(|| day_and_month(scan, from, calendar, is_deadline))
            .or_else(|| day_alone(scan, from, calendar, is_deadline))?;
        let when = match when {
            Self::On(date) if is_deadline => Self::By(date),
            when => when,
        };
        Some((when, from..behind))
    }
}

/// Whether "by" or "before" stands in front, with at most an article between.
fn is_deadline(scan: &Scan, from: usize) -> bool {
    (1..=4).filter_map(|back| from.checked_sub(back)).any(|at| {
        scan.says(at, Class::By).is_some_and(|(_, behind)| {
            behind == from || (behind < from && (behind..from).all(|at| is_article(scan, at)))
        })
    })
}

fn is_article(scan: &Scan, at: usize) -> bool {
    scan.is(at, Class::On) || scan.is(at, Class::Filler)
}

/// "Yesterday", "3 days ago", "in two weeks", "next month".
fn relative(scan: &Scan, from: usize, calendar: Calendar) -> Option<(When, usize)> {
    // "Hier" is here in German and Dutch, and there is no date in "guten Morgen" and "por la mañana".
    let is_here = scan.text(from) == "hier" && calendar.language != Language::Fr;
    let is_part = (1..=3)
        .filter_map(|back| from.checked_sub(back))
        .any(|at| matches!(scan.says(at, Class::Holiday), Some((..0, behind)) if behind > from));
    if let Some((days, behind)) = scan.says(from, Class::Day).filter(|_| !(is_here || is_part)) {
        return Some((When::On(calendar.shifted(days.into())?), behind));
    }
    if let Some((_, at)) = scan.says(from, Class::AgoBefore)
        && let Some((count, unit, behind)) = span(scan, at)
    {
        return Some((When::On(away(calendar, -count, unit)?), behind));
    }
    if let Some((deadline, at)) = scan.says(from, Class::In)
        && let Some((count, unit, behind)) = span(scan, at)
    {
        let date = away(calendar, count, unit)?;
        return Some((if deadline == 0 { When::On(date) } else { When::By(date) }, behind));
    }
    if let Some((count, unit, at)) = span(scan, from)
        && let Some((_, behind)) = scan.says(at, Class::AgoBehind)
    {
        return Some((When::On(away(calendar, -count, unit)?), behind));
    }
    let (which, unit, behind) = which(scan, from, Class::Unit)?;
    Some((stretch(calendar, which.into(), unit)?, behind))
}

/// "Last Friday", "vendredi prochain", "by Friday", "Christmas". A weekday alone is left open: it may be over.
fn named(scan: &Scan, from: usize, calendar: Calendar, is_deadline: bool) -> Option<(When, usize)> {
    if let Some((index, behind)) = scan.says(from, Class::Holiday) {
        let (month, day) = *HOLIDAYS.get(usize::try_from(index).ok()?)?;
        let dates = [0, 1].iter().filter_map(|years| calendar.date(*years, month, day));
        return Some((When::On(dates.into_iter().find(|date| *date >= calendar.today)?), behind));
    }
    let (which, weekday, behind) = which(scan, from, Class::Weekday)
        .or_else(|| scan.says(from, Class::Weekday).filter(|_| is_deadline).map(|(weekday, at)| (0, weekday, at)))?;
    let ahead = (i64::from(weekday) - i64::from(calendar.today.weekday().to_monday_one_offset())).rem_euclid(7);
    // The first to come, and the last that was: neither is today.
    let days = match which {
        ..0 => {
            if ahead == 0 {
                -7
            } else {
                ahead - 7
            }
        }
        0 => ahead,
        _ => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
    };
    Some((When::On(calendar.shifted(days)?), behind))
}

/// `2026-11-12`, `12.11.2026`, `12.11.`, `12/11/26`, `11/12`.
fn numeric(scan: &Scan, from: usize, calendar: Calendar, is_deadline: bool) -> Option<(When, usize)> {
    let first = scan.number(from, 4)?;
    let Some(Kind::Sign(sign @ ('.' | '/' | '-'))) = scan.kind(from + 1) else { return None };
    let is_part = |at: usize| {
        matches!(scan.kind(at), Some(Kind::Sign(other)) if other == sign)
            && scan.is_joined(at)
            && scan.is_joined(at + 1)
    };
    let second = scan.number(from + 2, 2).filter(|_| is_part(from + 1))?;
    let is_begun = scan.is_joined(from) && !scan.is_sign(from - 1, "(\"'");
    let third = scan.number(from + 4, 4).filter(|_| is_part(from + 3));
    let behind = if third.is_some() { from + 5 } else { from + 3 };
    let goes_on = is_part(behind) && scan.digits(behind + 1).is_some();
    if is_begun || goes_on || scan.is_joined(behind) && scan.is_word(behind) {
        return None;
    }
    let length = |at: usize| scan.text(at).len();
    let date = |year: u16, month: u16, day: u16| {
        let year = if year < 100 { year + 2000 } else { year };
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    };
    if length(from) == 4 {
        return Some((When::On(date(first, second, third?)?), behind));
    }
    let (day, month) = match (sign, calendar.is_day_first) {
        _ if second > 12 => (second, first),
        _ if first > 12 => (first, second),
        ('.', _) | (_, Some(true)) => (first, second),
        (_, Some(false)) => (second, first),
        _ if first == second => (first, second),
        _ => return None,
    };
    if let Some(year) = third {
        let is_year = length(from + 4) == 2 || (1990..2100).contains(&year);
        return Some((When::On(date(year, month, day).filter(|_| is_year)?), behind));
    }
    let is_said = is_deadline || scan.is(from.wrapping_sub(1), Class::On);
    let has_point = scan.is_joined(behind) && scan.is_sign(behind, ".");
    let is_date = match sign {
        // "12.11." goes on behind its point; "12.11" alone is a number.
        '.' => is_said || (has_point && behind + 1 < scan.len()),
        // "1/2" is a half, "24/7" always.
        '/' => is_said || (length(from) == 2 && length(from + 2) == 2),
        _ => false,
    };
    let date = nearest(calendar, month.try_into().ok()?, day.try_into().ok()?, is_deadline).filter(|_| is_date)?;
    Some((When::On(date), if sign == '.' && has_point { behind + 1 } else { behind }))
}

/// "12 Nov", "12. November 2026", "5 de diciembre", "Nov 12th, 2026".
fn day_and_month(scan: &Scan, from: usize, calendar: Calendar, is_deadline: bool) -> Option<(When, usize)> {
    let (day, month, mut behind) = if let Some(day) = scan.number(from, 2) {
        let mut at = ordinal(scan, from + 1);
        while scan.is_sign(at, ".") || ["of", "de", "del", "di", "van"].contains(&scan.text(at)) {
            at += 1;
        }
        let (month, behind) = scan.says(at, Class::Month)?;
        (day, month, behind)
    } else {
        let (month, at) = scan.says(from, Class::Month)?;
        let at = if scan.is_sign(at, ".") { at + 1 } else { at };
        let at = if scan.text(at) == "the" { at + 1 } else { at };
        let day = scan.number(at, 2)?;
        (day, month, ordinal(scan, at + 1))
    };
    let day: i8 = day.try_into().ok()?;
    let at =
        (behind..behind + 2).find(|at| !(scan.is_sign(*at, ".,") || ["de", "del", "of"].contains(&scan.text(*at))))?;
    if let Some(year) = scan.number(at, 4).filter(|year| (1990..2100).contains(year) && !scan.goes_on(at)) {
        behind = at + 1;
        return Some((When::On(Date::new(year.try_into().ok()?, month, day).ok()?), behind));
    }
    Some((When::On(nearest(calendar, month, day, is_deadline)?), behind))
}

/// "The 5th", "am 5.", "le 5", "el día 5", "de 5e".
fn day_alone(scan: &Scan, from: usize, calendar: Calendar, is_deadline: bool) -> Option<(When, usize)> {
    let day: i8 = scan.number(from, 2)?.try_into().ok()?;
    let before = scan.text(from.checked_sub(1)?);
    let behind = ordinal(scan, from + 1);
    let is_day = match before {
        "on" | "the" | "by" | "before" | "de" | "op" | "since" | "until" | "till" => behind > from + 1,
        "am" | "zum" | "vom" | "dem" | "den" => scan.is_joined(from + 1) && scan.is_sign(from + 1, "."),
        "le" | "du" | "el" | "del" | "día" | "dia" | "il" | "dal" | "au" | "al" => {
            (!scan.is_joined(from + 1) && !scan.is_word(from + 1)) || scan.text(from + 1) == "er"
        }
        _ => false,
    };
    // The month in which that day is nearest, or next; where two are as near, the one that was.
    let months = [-1, 0, 1].iter().filter_map(|months| month_away(calendar.today, *months));
    let dates = months.filter_map(|month| Date::new(month.year(), month.month(), day).ok());
    let date = closest(calendar.today, dates, is_deadline).filter(|_| is_day)?;
    Some((When::On(date), behind))
}

/// Behind the end of "5th", "1er" and the like, if it stands at `at`.
fn ordinal(scan: &Scan, at: usize) -> usize {
    match scan.says(at, Class::Ordinal) {
        Some((_, behind)) if scan.is_joined(at) => behind,
        _ => at,
    }
}

/// A number of days, weeks or months: "3 days", "eine Woche".
fn span(scan: &Scan, at: usize) -> Option<(i64, i8, usize)> {
    let (count, at) = match scan.number(at, 3) {
        Some(count) => (i64::from(count), at + 1),
        None => scan.says(at, Class::Number).map(|(count, at)| (i64::from(count), at))?,
    };
    let (unit, behind) = scan.says(at, Class::Unit)?;
    (count <= MOST_UNITS).then_some((count, unit, behind))
}

/// "Next week", "la semaine prochaine", "el próximo lunes": which, the value of the word, and what is behind.
fn which(scan: &Scan, from: usize, class: Class) -> Option<(i8, i8, usize)> {
    if let Some((which, at)) = scan.says(from, Class::Which)
        && let Some((value, behind)) = scan.says(at, class)
    {
        return Some((which, value, behind));
    }
    let (value, at) = scan.says(from, class)?;
    let (which, behind) = scan.says(at, Class::Which)?;
    // "This" stands before what it points at.
    (which != 0).then_some((which, value, behind))
}

/// The week or month so many from this one; a day is itself.
fn stretch(calendar: Calendar, which: i64, unit: i8) -> Option<When> {
    let today = calendar.today;
    match unit {
        7 => {
            let monday = calendar.shifted(which * 7 - i64::from(today.weekday().to_monday_zero_offset()))?;
            Some(When::Between(monday, shifted(monday, 6)?))
        }
        30 => {
            let month = month_away(today, which)?;
            Some(When::Between(month, shifted(month_away(month, 1)?, -1)?))
        }
        _ => None,
    }
}

fn away(calendar: Calendar, count: i64, unit: i8) -> Option<Date> {
    if unit != 30 {
        return calendar.shifted(count * i64::from(unit));
    }
    // The 31st of a month that has none is its last day.
    let month = month_away(calendar.today, count)?;
    (0..4).find_map(|less| Date::new(month.year(), month.month(), calendar.today.day() - less).ok())
}

/// The first day of the month so many months away.
fn month_away(date: Date, months: i64) -> Option<Date> {
    let month = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + months;
    Date::new(month.div_euclid(12).try_into().ok()?, (month.rem_euclid(12) + 1).try_into().ok()?, 1).ok()
}

/// The day of this name nearest to today; for a deadline, the next.
fn nearest(calendar: Calendar, month: i8, day: i8, is_deadline: bool) -> Option<Date> {
    closest(calendar.today, [-1, 0, 1].into_iter().filter_map(|years| calendar.date(years, month, day)), is_deadline)
}

fn closest(today: Date, dates: impl Iterator<Item = Date>, is_deadline: bool) -> Option<Date> {
    dates.filter(|date| !is_deadline || *date >= today).min_by_key(|date| today.duration_until(*date).abs())
}

fn shifted(date: Date, days: i64) -> Option<Date> {
    date.checked_add(SignedDuration::from_hours(days * 24)).ok()
}

#[cfg(test)]
mod tests;
