//! Which candidates fit a question, how well, and why.
//!
//! A score is the share of what was asked for that a text answers, each wish by its weight: a rare word says more than a
//! common one, and the kind of thing that is wanted says most. Below [`LEAST`] nothing fits: the nearest text is no
//! answer.

use super::document::{Candidate, DocumentKind, Hit};
use super::lexicon::{Lexicon, Nearness};
use super::query::{Frequencies, Query, Role, Want};
use crate::reason::Reason;

/// What a score must reach.
pub const LEAST: f32 = 0.52;

/// Hits that are told apart from the rest.
pub const MOST_HITS: usize = 8;

/// How well a wish must be met by title, kind or tags to count as met by the thing itself.
const IN_NAME: f32 = 0.6;

/// The candidates that fit, best first, each text once.
pub fn rank(query: &Query, frequencies: &Frequencies, candidates: Vec<Candidate>) -> Vec<Hit> {
    let lexicon = Lexicon::ours();
    let wishes: Vec<Wish<'_>> = query.wants.iter().map(|want| Wish::new(want, frequencies, &lexicon)).collect();
    let is_affordable = |candidate: &Candidate| match (query.price_limit, candidate.price_hundredths) {
        (Some(limit), Some(price)) => price <= limit.hundredths,
        (Some(_), None) => candidate.kind != DocumentKind::Product,
        (None, _) => true,
    };
    let mut hits: Vec<(f32, Hit)> = (candidates.into_iter())
        .filter(is_affordable)
        .filter_map(|candidate| judge(query, &wishes, candidate))
        .collect();
    hits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut best: Vec<Hit> = Vec::new();
    for (_, hit) in hits {
        if best.len() < MOST_HITS && !best.iter().any(|known| (known.kind, &known.handle) == (hit.kind, &hit.handle)) {
            best.push(hit);
        }
    }
    best
}

/// A want, ready to be compared.
struct Wish<'a> {
    want: &'a Want,
    weight: f32,
    /// Terms that say it, each with how nearly.
    terms: Vec<(String, f32)>,
}

impl<'a> Wish<'a> {
    fn new(want: &'a Want, frequencies: &Frequencies, lexicon: &Lexicon<'_>) -> Self {
        let mut terms: Vec<(String, f32)> = Vec::new();
        for concept in &want.unit.concepts {
            terms.push((lexicon.term(*concept, Nearness::Itself), 1.0));
            terms.push((lexicon.term(*concept, Nearness::Narrower), 0.95));
            terms.extend(lexicon.parents(*concept).map(|above| (lexicon.term(above, Nearness::Itself), 0.4)));
        }
        terms.extend(want.unit.wholes.iter().map(|whole| (whole.clone(), 1.0)));
        if let [stem] = want.unit.stems.as_slice() {
            terms.push((stem.clone(), if want.corrected.is_some() { 0.95 } else { 1.0 }));
        }
        let rarity = want.unit.stems.iter().map(|stem| frequencies.rarity(stem)).fold(0.0, f32::max);
        let weight = match want.role {
            Role::Head => 2.0,
            Role::Thing => 1.0,
            Role::Trait => 0.8,
            Role::Size => 0.5,
            Role::Word => 0.3 + 0.9 * rarity,
        };
        Self { want, weight, terms }
    }

    /// How well a text says it, from nothing to one, and whether its name does.
    fn met_by(&self, text: &Text<'_>) -> (f32, bool) {
        let mut best = 0.0_f32;
        for (field, terms) in text.fields.iter().enumerate() {
            let strength = self.strength_in(field);
            let near = self.terms.iter().filter(|(term, _)| terms.binary_search(&term.as_str()).is_ok());
            best = near.map(|(_, nearness)| nearness * strength).fold(best, f32::max);
            // A phrase that only the shop may know as one: all of its words.
            let stems = &self.want.unit.stems;
            if stems.len() > 1 && stems.iter().all(|stem| terms.binary_search(&stem.as_str()).is_ok()) {
                best = best.max(strength * 0.6);
            }
        }
        (best, best >= IN_NAME)
    }

    /// What it is worth to be said in a field: title, kind, tags, options, body.
    fn strength_in(&self, field: usize) -> f32 {
        let strengths = match self.want.role {
            Role::Size => [0.3, 0.0, 0.0, 1.0, 0.0],
            // A thing that a description mentions is another thing.
            Role::Head | Role::Thing => [1.0, 1.0, 0.9, 0.5, 0.35],
            Role::Trait => [1.0, 0.9, 0.95, 0.95, 0.8],
            Role::Word => [1.0, 1.0, 0.9, 0.9, 0.6],
        };
        strengths.get(field).copied().unwrap_or_default()
    }
}

/// The fields of a candidate, their terms sorted.
struct Text<'a> {
    fields: [Vec<&'a str>; 5],
}

impl<'a> Text<'a> {
    fn new(candidate: &'a Candidate) -> Self {
        let fields = &candidate.fields;
        let sorted = |text: &'a String| {
            let mut terms: Vec<&str> = text.split(' ').collect();
            terms.sort_unstable();
            terms
        };
        Self { fields: [&fields.title, &fields.kind, &fields.tags, &fields.options, &fields.body].map(sorted) }
    }
}

fn judge(query: &Query, wishes: &[Wish<'_>], candidate: Candidate) -> Option<(f32, Hit)> {
    let text = Text::new(&candidate);
    let is_product = candidate.kind == DocumentKind::Product;
    let (mut sum, mut all) = (0.0, 0.0);
    let (mut matched, mut unmatched, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_named = false;
    for wish in wishes {
        // Sizes are no business of pages.
        if wish.want.role == Role::Size && !is_product {
            continue;
        }
        let (met, in_name) = wish.met_by(&text);
        let is_head = wish.want.role == Role::Head;
        if is_head && is_product && !in_name {
            return None;
        }
        // A page is not the thing that it is about.
        let weight = if is_head && !is_product { 1.0 } else { wish.weight };
        is_named |= in_name;
        sum += weight * met;
        all += weight;
        let words = wish.want.unit.words.clone();
        if met >= 0.3 {
            let read_as = wish.want.corrected.as_ref().map(|word| format!(", read as “{word}”")).unwrap_or_default();
            reasons.push(Reason::weighed(format!("“{words}”{read_as}"), wish.weight * met));
            matched.push(words);
        } else {
            unmatched.push(words);
        }
    }
    let share = if all > 0.0 { sum / all } else { 0.0 };
    if share < LEAST || !is_named {
        return None;
    }
    let order = share * preference(query, &candidate);
    let hit = Hit {
        reason: Reason::weighed(candidate.handle.clone(), order).because(reasons),
        kind: candidate.kind,
        handle: candidate.handle,
        title: candidate.title,
        url: candidate.url,
        blocks: candidate.blocks,
        score: thousandths(share),
        matched,
        unmatched,
    };
    Some((order, hit))
}

/// What decides between texts that say as much: what can be had, the shopper's language, pages for explanations.
fn preference(query: &Query, candidate: &Candidate) -> f32 {
    let is_page = candidate.kind != DocumentKind::Product;
    let kind = match (query.asks_how, is_page) {
        (true, true) => 1.15,
        (false, true) => 0.9,
        (_, false) => 1.0,
    };
    let stock = if candidate.is_available || is_page { 1.0 } else { 0.93 };
    let language = if candidate.language == query.language { 1.02 } else { 1.0 };
    kind * stock * language
}

impl Frequencies {
    /// From nothing for a term of every text to one for a term of hardly any.
    fn rarity(&self, term: &str) -> f32 {
        let all = float(self.documents.max(2));
        let count = float(self.of.get(term).copied().unwrap_or(0));
        (libm::logf(all / (count + 1.0)) / libm::logf(all)).clamp(0.0, 1.0)
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of texts")]
fn float(count: u32) -> f32 {
    count as f32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of one, in thousandths")]
fn thousandths(share: f32) -> u16 {
    (share * 1000.0).round().clamp(0.0, 1000.0) as u16
}
