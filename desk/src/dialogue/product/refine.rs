//! "Under 35, please", "a cheaper one", "something similar": what goes on from the last search.

use super::{kin, words};
use crate::entity::PriceRange;
use crate::intent::Intent;
use crate::message::Message;
use crate::turn::Turn;

/// A search that another one led to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refined {
    pub text: String,
    /// Not to be shown again.
    pub besides: Option<String>,
}

/// Longer messages are searches of their own.
const MOST_WORDS: usize = 8;

/// Characters of a search that was refined again and again.
const MOST_CHARACTERS: usize = 200;

/// The search that the message means, where it only changes the last one, or what is at hand.
pub(super) fn refined(turn: &Turn, message: &Message) -> Option<Refined> {
    let here = turn.context.page.product.clone();
    let shown = here.clone().or_else(|| turn.state.product.clone());
    let is_first = shown.is_none() && turn.state.search.is_none();
    if is_first || message.length() > MOST_WORDS {
        return None;
    }
    let query = message.query(turn.language());
    if let Some(last) = &turn.state.search
        && let Some((_, like)) = COMPARED.iter().find(|(cue, _)| message.says(&[cue]))
        && query.named().len() <= 1
    {
        return Some(Refined { text: format!("{last}, {like}"), besides: shown });
    }
    let adds = message.words().next().is_some_and(|first| PREPOSITIONS.contains(&first));
    if query.has_thing() && !adds {
        return None;
    }
    let of_product = || shown.as_ref().map(|handle| handle.replace('-', " "));
    let last = || here.as_ref().map(|handle| handle.replace('-', " ")).or_else(|| turn.state.search.clone());
    if message.says(&kin::SIMILAR) {
        return Some(Refined { text: last().or_else(of_product)?, besides: shown });
    }
    if let Some(last) = turn.state.search.as_ref().filter(|_| message.says(&CHEAPEST)) {
        return Some(Refined { text: format!("{}, {}{CHEAP}", unpriced(last), message.text()), besides: None });
    }
    if message.says(&CHEAPER) {
        let base = unpriced(&last().or_else(of_product)?);
        let below = turn.state.price.filter(|_| here.is_none()).map(|price| price - 1).filter(|price| *price > 0);
        let limit = below.map(|price| format!(" max {}.{:02} eur", price / 100, price % 100)).unwrap_or_default();
        return Some(Refined { text: format!("{base}{limit}{CHEAP}"), besides: shown });
    }
    let last = turn.state.search.as_ref().filter(|last| last.len() <= MOST_CHARACTERS)?;
    // "Is it waterproof?" is asked of the one that was shown; "waterproof?", or of several, of what might be.
    let is_question = message.text().ends_with('?') && message.length() > 1 && turn.state.shown <= 1;
    if is_question && !adds && turn.reading.intent() == Some(Intent::ProductQuestion) && turn.reading.is_sure() {
        return None;
    }
    let is_of_product = words::points_at_something(message) || words::goes_on(message);
    if !query.price.is_open() && query.is_empty() {
        return Some(Refined { text: format!("{}, {}", unpriced(last), message.text()), besides: None });
    }
    // "Waterproof, please", "for two people", after tents.
    let read = turn.reading.intent().filter(|intent| turn.reading.is_sure() && !(adds && intent.is_idle()));
    let is_like = !is_of_product && read.is_none_or(Intent::is_about_products) && (adds || query.is_only_traits());
    (is_like && !query.is_empty()).then(|| Refined { text: format!("{last}, {}", message.text()), besides: None })
}

/// What begins so adds to what was said.
const PREPOSITIONS: [&str; 17] = [
    "for", "with", "without", "für", "mit", "ohne", "pour", "avec", "sans", "para", "con", "sin", "per", "senza",
    "voor", "met", "zonder",
];

/// "Anything lighter?" asks for what was looked for, and as this word says.
const COMPARED: [(&str, &str); 22] = [
    ("lighter", "lightweight"),
    ("warmer", "warm"),
    ("softer", "soft"),
    ("smaller", "small"),
    ("bigger", "large"),
    ("larger", "large"),
    ("stronger", "sturdy"),
    ("tougher", "sturdy"),
    ("brighter", "bright"),
    ("leichter", "leicht"),
    ("wärmer", "warm"),
    ("weicher", "weich"),
    ("größer", "groß"),
    ("robuster", "robust"),
    ("heller", "hell"),
    ("plus léger", "léger"),
    ("plus chaud", "chaud"),
    ("más liger", "ligero"),
    ("più legger", "leggero"),
    ("lichter", "licht van gewicht"),
    ("zachter", "zacht"),
    ("steviger", "stevig"),
];

/// The same without what it should cost.
fn unpriced(text: &str) -> String {
    let mut text = text.trim_end_matches(CHEAP).to_owned();
    if let Some((_, span)) = PriceRange::find(&text) {
        text.replace_range(span, " ");
    }
    text
}

/// Read as a wish for a low price, in whatever language the rest is.
const CHEAP: &str = " cheap";

const CHEAPEST: [&str; 13] = [
    "cheapest",
    "least expensive",
    "günstigste",
    "billigste",
    "preiswerteste",
    "la moins chère",
    "le moins cher",
    "les moins ch",
    "la más barat",
    "el más barat",
    "la meno car",
    "il meno car",
    "goedkoopste",
];
const CHEAPER: [&str; 10] = [
    "cheaper",
    "less expensive",
    "günstiger",
    "billiger",
    "moins cher",
    "más barat",
    "meno car",
    "più economic",
    "goedkoper",
    "lower price",
];
