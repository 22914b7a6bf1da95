//! Which section of a page a question is about.

use crate::language::Language;
use crate::message::Message;
use crate::record::{PolicyBlock, PolicyKind};
use crate::retrieval::indexed;

/// What a section scores for having an amount or a time where one is asked for: more than two words that no other has.
const MEASURE: usize = 2000;

/// What a word scores that only one section has.
const RARE: usize = 1000;

/// The place of the section that has most of what is asked for: words that few sections have, an amount where the
/// question is what something costs, a time where it is how long. The first one where none has any.
pub(super) fn best(sections: &[&[PolicyBlock]], kind: PolicyKind, message: &Message, language: Language) -> usize {
    let asked = message.query(language).terms_beside(topics(kind));
    let texts: Vec<Vec<String>> =
        sections.iter().map(|section| section.iter().map(PolicyBlock::text).collect()).collect();
    let terms: Vec<Vec<String>> = texts
        .iter()
        .map(|blocks| indexed(&blocks.join("\n"), language).split(' ').map(str::to_owned).collect())
        .collect();
    let weight = |term: &String| {
        let having = terms.iter().filter(|terms| terms.contains(term)).count();
        // A word that all sections have tells none from another.
        if having == 0 { 0 } else { RARE * (sections.len() - having) / (sections.len() * having) }
    };
    let weights: Vec<usize> = asked.iter().map(weight).collect();
    let (asks_cost, asks_time) = (asks_cost(message), asks_time(message));
    let score = |terms: &[String], blocks: &[String]| {
        let words = asked.iter().zip(&weights).filter(|(term, _)| terms.contains(term));
        let measures = [
            asks_cost && blocks.iter().any(|text| is_amount(text)),
            asks_time && blocks.iter().any(|text| is_time(text)),
        ];
        words.map(|(_, weight)| weight).sum::<usize>() + measures.into_iter().filter(|has| *has).count() * MEASURE
    };
    let scores = terms.iter().zip(&texts).map(|(terms, blocks)| score(terms, blocks));
    let best = scores.enumerate().max_by_key(|(index, score)| (*score, std::cmp::Reverse(*index)));
    best.map_or(0, |(index, _)| index)
}

/// Whether it asks what something costs, or who pays for it.
pub(in crate::dialogue) fn asks_cost(message: &Message) -> bool {
    message.says(&HOW_MUCH)
}

/// Whether it asks how long something takes, or may take.
pub(in crate::dialogue) fn asks_time(message: &Message) -> bool {
    message.says(&HOW_LONG)
}

/// What the whole page is about, by the lexicon, so that it tells no section from another.
fn topics(kind: PolicyKind) -> &'static [&'static str] {
    match kind {
        PolicyKind::Refund => &["return-of-goods", "refund"],
        PolicyKind::Shipping => &["delivery"],
        PolicyKind::Privacy => &["personal-data"],
        PolicyKind::Terms => &["terms"],
        PolicyKind::Contact => &["contact"],
    }
}

fn is_amount(text: &str) -> bool {
    ["EUR", "USD", "GBP", "CHF", "€", "$", "£"].iter().any(|sign| text.contains(sign))
}

/// A number and a unit of time: "30 days", "3–6 Werktage".
fn is_time(text: &str) -> bool {
    let text = text.to_lowercase();
    let is_unit = |word: &str| UNITS.contains(&word);
    text.bytes().any(|b| b.is_ascii_digit()) && text.split(|c: char| !c.is_alphabetic()).any(is_unit)
}

const UNITS: [&str; 40] = [
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "stunden",
    "tag",
    "tage",
    "tagen",
    "werktage",
    "werktagen",
    "woche",
    "wochen",
    "monat",
    "monate",
    "jahr",
    "jahre",
    "jour",
    "jours",
    "semaine",
    "semaines",
    "mois",
    "día",
    "días",
    "semana",
    "semanas",
    "meses",
    "giorno",
    "giorni",
    "settimane",
    "mesi",
    "dag",
    "dagen",
    "weken",
    "maanden",
];

const HOW_MUCH: [&str; 27] = [
    "how much",
    "cost",
    "price",
    "fee ",
    "fees",
    "who pays",
    "wie viel",
    "wieviel",
    "kosten",
    "kostet",
    "preis",
    "gebühr",
    "wer zahlt",
    "wer bezahlt",
    "versandkosten",
    "lieferkosten",
    "coût",
    "coute",
    "prix",
    "qui paie",
    "cuesta",
    "precio",
    "quién paga",
    "prezzo",
    "chi paga",
    "kost",
    "wie betaalt",
];

const HOW_LONG: [&str; 26] = [
    "how long",
    "how many days",
    "how many weeks",
    "how fast",
    "how quick",
    "how soon",
    "until when",
    "deadline",
    "time limit",
    "wie lange",
    "wie schnell",
    "wie viele tage",
    "bis wann",
    "frist",
    "combien de temps",
    "combien de jours",
    "délai",
    "jusqu'à quand",
    "cuánto tiempo",
    "cuánto tarda",
    "cuántos días",
    "plazo",
    "quanto tempo",
    "quanti giorni",
    "hoe lang",
    "hoeveel dagen",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{PolicyBlockKind, PolicySpan, passages};

    fn page(sections: &[(&str, &str)]) -> Vec<PolicyBlock> {
        let block = |kind, text: &str| PolicyBlock {
            kind,
            spans: vec![PolicySpan { text: text.into(), ..PolicySpan::default() }],
        };
        let blocks = |(heading, text): &(&str, &str)| {
            [block(PolicyBlockKind::Heading, heading), block(PolicyBlockKind::Paragraph, text)]
        };
        sections.iter().flat_map(blocks).collect()
    }

    #[test]
    fn the_section_is_the_one_that_is_asked_about_in_any_language() {
        let page = page(&[
            ("Sending something back", "If it is not right, you have 21 days to send it back."),
            ("What we take back", "Unworn and unused. Candles are not taken back once they have been opened."),
            ("Exchanges", "We do not swap. Send back what does not fit, and order the size that you want."),
            ("What it costs", "A label for a return costs 3.50 EUR within the country."),
        ]);
        let rows = [
            ("what is your return policy?", Language::En, 0),
            ("how long do i have to send it back if it doesnt fit", Language::En, 0),
            ("can i return opened candles", Language::En, 1),
            ("what do i pay for a return, how much is the label", Language::En, 3),
            ("can i swap it for another size", Language::En, 2),
            ("Wie lange kann ich etwas zurückschicken?", Language::De, 0),
            ("Kann ich Kerzen zurückgeben?", Language::De, 1),
            ("Was kosten Rücksendungen?", Language::De, 3),
            ("combien de temps ai-je pour renvoyer un article ?", Language::Fr, 0),
            ("¿Puedo devolver velas?", Language::Es, 1),
            ("quanto tempo ho per il reso?", Language::It, 0),
            ("hoeveel dagen heb ik om iets terug te sturen?", Language::Nl, 0),
        ];
        let sections = passages(&page);
        let found = |text: &str, language| best(&sections, PolicyKind::Refund, &Message::parse(text), language);
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(text, language, want)| (text, found(text, language), want))
            .filter(|(_, got, want)| got != want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
