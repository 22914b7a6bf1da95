//! Days in six languages, seen from one Friday.

use super::*;
use crate::message::Message;

/// A Friday.
const TODAY: &str = "2026-11-20";

fn read(line: &str, language: Language, country: &str) -> Option<String> {
    let message = Message::parse(line);
    let scan = Scan::new(message.text());
    let calendar = Calendar::new(TODAY.parse().expect("a date"), language, country);
    let (when, _) = (0..scan.len()).find_map(|at| When::read(&scan, at, calendar))?;
    Some(match when {
        When::On(date) => date.to_string(),
        When::By(date) => format!("by {date}"),
        When::Between(first, last) => format!("{first} to {last}"),
    })
}

fn check(language: Language, country: &str, rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .filter(|(line, want)| read(line, language, country).unwrap_or_default() != *want)
        .map(|(line, want)| format!("{line}: want {want:?}, got {:?}", read(line, language, country)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn english_days() {
    check(
        Language::En,
        "GB",
        &[
            ("I ordered yesterday", "2026-11-19"),
            ("the day before yesterday", "2026-11-18"),
            ("will it come tomorrow?", "2026-11-21"),
            ("last Friday", "2026-11-13"),
            ("next Friday", "2026-11-27"),
            ("this Saturday", "2026-11-21"),
            ("three days ago", "2026-11-17"),
            ("a week ago", "2026-11-13"),
            ("2 months ago", "2026-09-20"),
            ("in 3 days", "2026-11-23"),
            ("within 14 days", "by 2026-12-04"),
            ("on the 5th", "2026-11-05"),
            ("on the 2nd", "2026-12-02"),
            ("on the 18th", "2026-11-18"),
            ("by the 18th", "by 2026-12-18"),
            ("12 Nov", "2026-11-12"),
            ("Nov 12th, 2025", "2025-11-12"),
            ("the 12th of November 2026", "2026-11-12"),
            ("Jan 3", "2027-01-03"),
            ("2026-11-12", "2026-11-12"),
            ("11/12", "2026-12-11"),
            ("it came on 1/12", "2026-12-01"),
            ("24/12/2026", "2026-12-24"),
            ("next week", "2026-11-23 to 2026-11-29"),
            ("last month", "2026-10-01 to 2026-10-31"),
            ("before Christmas", "by 2026-12-25"),
            ("by Friday", "by 2026-11-20"),
            ("I need it by next Tuesday", "by 2026-11-24"),
            ("not later than 5 December", "by 2026-12-05"),
            ("in time for Christmas Eve", "by 2026-12-24"),
            ("on Friday", ""),
            ("24/7", ""),
            ("1/2 of it", ""),
            ("may I ask 2 things", ""),
            ("order 1042", ""),
            ("version 12.11", ""),
            ("31/02/2026", ""),
            ("555-12-11", ""),
        ],
    );
}

#[test]
fn slashes_are_read_by_country_and_language() {
    let rows = [
        ("11/12", Language::En, "US", "2026-11-12"),
        ("11/12", Language::En, "GB", "2026-12-11"),
        ("11/12", Language::En, "", ""),
        ("11/12/2026", Language::En, "CA", ""),
        ("11/25", Language::En, "", "2026-11-25"),
        ("11/12", Language::Fr, "", "2026-12-11"),
        ("11-12-2026", Language::Nl, "NL", "2026-12-11"),
    ];
    for (line, language, country, want) in rows {
        check(language, country, &[(line, want)]);
    }
}

#[test]
fn days_in_the_other_languages() {
    check(
        Language::De,
        "DE",
        &[
            ("gestern bestellt", "2026-11-19"),
            ("vorgestern", "2026-11-18"),
            ("kommt es morgen?", "2026-11-21"),
            ("guten morgen", ""),
            ("ich bin hier", ""),
            ("letzten Freitag", "2026-11-13"),
            ("vor drei Tagen", "2026-11-17"),
            ("vor einer Woche", "2026-11-13"),
            ("seit 5 Tagen", "2026-11-15"),
            ("am 5. bestellt", "2026-11-05"),
            ("am 12.11. bestellt", "2026-11-12"),
            ("12.11.2026", "2026-11-12"),
            ("am 3. Dezember", "2026-12-03"),
            ("bis zum 5. Dezember", "by 2026-12-05"),
            ("bis Freitag", "by 2026-11-20"),
            ("vor Weihnachten", "by 2026-12-25"),
            ("nächste Woche", "2026-11-23 to 2026-11-29"),
            ("innerhalb von 14 Tagen", "by 2026-12-04"),
        ],
    );
    check(
        Language::Fr,
        "FR",
        &[
            ("commandé hier", "2026-11-19"),
            ("avant-hier", "2026-11-18"),
            ("vendredi dernier", "2026-11-13"),
            ("il y a trois jours", "2026-11-17"),
            ("le 5", "2026-11-05"),
            ("le 12 novembre", "2026-11-12"),
            ("le 1er décembre", "2026-12-01"),
            ("la semaine prochaine", "2026-11-23 to 2026-11-29"),
            ("avant Noël", "by 2026-12-25"),
            ("d'ici vendredi", "by 2026-11-20"),
            ("dans 2 semaines", "2026-12-04"),
            ("aujourd'hui", "2026-11-20"),
            ("je suis au 4e sans ascenseur", ""),
        ],
    );
    check(
        Language::Es,
        "ES",
        &[
            ("lo pedí ayer", "2026-11-19"),
            ("anteayer", "2026-11-18"),
            ("el viernes pasado", "2026-11-13"),
            ("hace tres días", "2026-11-17"),
            ("el 5 de diciembre", "2026-12-05"),
            ("el día 18", "2026-11-18"),
            ("la próxima semana", "2026-11-23 to 2026-11-29"),
            ("antes de Navidad", "by 2026-12-25"),
            ("para el viernes", "by 2026-11-20"),
            ("por la mañana", ""),
            ("pasado mañana", "2026-11-22"),
        ],
    );
    check(
        Language::It,
        "IT",
        &[
            ("ordinato ieri", "2026-11-19"),
            ("l'altro ieri", "2026-11-18"),
            ("venerdì scorso", "2026-11-13"),
            ("tre giorni fa", "2026-11-17"),
            ("il 12 novembre", "2026-11-12"),
            ("la settimana prossima", "2026-11-23 to 2026-11-29"),
            ("prima di Natale", "by 2026-12-25"),
            ("entro venerdì", "by 2026-11-20"),
            ("dopodomani", "2026-11-22"),
        ],
    );
    check(
        Language::Nl,
        "NL",
        &[
            ("gisteren besteld", "2026-11-19"),
            ("eergisteren", "2026-11-18"),
            ("afgelopen vrijdag", "2026-11-13"),
            ("drie dagen geleden", "2026-11-17"),
            ("op de 5e", "2026-11-05"),
            ("op 12 november", "2026-11-12"),
            ("volgende week", "2026-11-23 to 2026-11-29"),
            ("voor kerst", "by 2026-12-25"),
            ("uiterlijk vrijdag", "by 2026-11-20"),
            ("over 3 dagen", "2026-11-23"),
            ("ik ben hier", ""),
        ],
    );
}
