//! Which candidates fit a question, how well, and why.
//!
//! A score is the share of what was asked for that a text answers, each wish by its weight: a rare word says more than a
//! common one, and the kind of thing that is wanted says most. Below [`LEAST`] nothing fits: the nearest text is no
//! answer.

use super::document::{Candidate, DocumentKind, Hit};
use super::lexicon::{Lexicon, Nearness};
use super::query::{Frequencies, Query, Role, Want, concept_terms};
use crate::language::Language;
use crate::reason::Reason;

/// What a score must reach.
pub const LEAST: f32 = 0.52;

/// The same for the very thing that was asked for: what it lacks is told.
const LEAST_OF_THE_THING: f32 = 0.42;

/// The same for pages, whose titles say what they are about.
const LEAST_OF_A_PAGE: f32 = 0.48;

/// Hits that are told apart from the rest.
pub const MOST_HITS: usize = 8;

/// How well a wish must be met by title, kind or tags to count as met by the thing itself.
const IN_NAME: f32 = 0.6;

/// How well it is met by a name, kind or tags that say what is right above it.
const OF_THE_KIND: f32 = 0.3;

/// How well it must be met to be told as a reason.
const MENTIONED: f32 = 0.3;

/// The candidates that fit, best first, each text once.
pub fn rank(query: &Query, frequencies: &Frequencies, candidates: &[Candidate]) -> Vec<Hit> {
    let lexicon = Lexicon::ours();
    let knows_more = query.wants.iter().any(|want| !want.unit.concepts.is_empty());
    let wishes: Vec<Wish<'_>> =
        query.wants.iter().map(|want| Wish::new(want, frequencies, lexicon, knows_more)).collect();
    let affordable: Vec<&Candidate> = candidates.iter().filter(|candidate| is_affordable(query, candidate)).collect();
    let for_kids = kids_unasked(query, lexicon);
    let mut judge = Judge { query, wishes: &wishes, for_kids: for_kids.as_deref(), takes_kin: false };
    let mut hits: Vec<(f32, Hit)> = affordable.iter().filter_map(|candidate| judge.hit(candidate)).collect();
    if hits.iter().all(|(_, hit)| hit.kind != DocumentKind::Product) {
        judge.takes_kin = true;
        hits.extend(
            affordable.iter().filter(|candidate| candidate.kind == DocumentKind::Product).filter_map(|c| judge.hit(c)),
        );
    }
    if query.prefers_cheap {
        favour_cheap(&mut hits);
    }
    hits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut best: Vec<Hit> = Vec::new();
    for (_, hit) in hits {
        if best.len() < MOST_HITS && !best.iter().any(|known| (known.kind, &known.handle) == (hit.kind, &hit.handle)) {
            best.push(hit);
        }
    }
    best
}

/// Puts what costs less before what costs more and fits hardly better.
fn favour_cheap(hits: &mut [(f32, Hit)]) {
    let price = |hit: &Hit| hit.price_hundredths.and_then(|price| u32::try_from(price).ok()).map_or(0.0, float);
    let highest = hits.iter().map(|(_, hit)| price(hit)).fold(1.0, f32::max);
    for (order, hit) in hits.iter_mut() {
        *order *= 1.0 - 0.2 * price(hit) / highest;
    }
}

/// The term of what is for children, where nobody asked for that: what is for children says so.
fn kids_unasked(query: &Query, lexicon: &Lexicon<'_>) -> Option<String> {
    let kids = lexicon.named("kids")?;
    let mut asked = query.wants.iter().flat_map(|want| &want.unit.concepts);
    let is_asked = asked.any(|concept| *concept == kids || lexicon.broader(*concept).contains(&kids));
    (!is_asked).then(|| lexicon.term(kids, Nearness::Itself))
}

fn is_affordable(query: &Query, candidate: &Candidate) -> bool {
    match candidate.price_hundredths {
        Some(price) => query.price.admits((price, price)),
        None => query.price.is_open() || candidate.kind != DocumentKind::Product,
    }
}

/// A want, ready to be compared.
struct Wish<'a> {
    want: &'a Want,
    weight: f32,
    /// Terms that say it, each with how nearly.
    terms: Vec<(String, f32)>,
    /// The same, of words and not of meanings.
    words: Vec<(String, f32)>,
}

impl<'a> Wish<'a> {
    fn new(want: &'a Want, frequencies: &Frequencies, lexicon: &Lexicon<'_>, knows_more: bool) -> Self {
        let meant = want.unit.concepts.iter();
        let mut terms: Vec<(String, f32)> =
            meant.clone().flat_map(|concept| concept_terms(lexicon, *concept)).collect();
        if want.role == Role::Head {
            let kin = meant.flat_map(|concept| lexicon.parents(*concept));
            terms.extend(kin.map(|above| (lexicon.term(above, Nearness::Narrower), 0.35)));
        }
        let mut words: Vec<(String, f32)> = want.unit.wholes.iter().map(|whole| (whole.clone(), 1.0)).collect();
        if let [stem] = want.unit.stems.as_slice() {
            words.push((stem.clone(), if want.corrected.is_some() { 0.95 } else { 1.0 }));
        }
        let rarity = want.unit.stems.iter().map(|stem| frequencies.rarity(stem)).fold(0.0, f32::max);
        let is_known = want.unit.stems.iter().any(|stem| frequencies.of.contains_key(stem));
        let weight = match want.role {
            Role::Head => 2.0,
            Role::Thing | Role::Topic | Role::Service => 1.0,
            Role::Trait => 0.8,
            Role::Size => 0.5,
            // A word that nobody knows says little beside words that are known, and all where there are none.
            Role::Word if !is_known && knows_more => 0.4,
            Role::Word => 0.3 + 0.9 * rarity,
        };
        let weight = if want.is_aside && want.role != Role::Head { weight * 0.6 } else { weight };
        Self { want, weight, terms, words }
    }

    /// How well a text says it, from nothing to one.
    fn met_by(&self, text: &Text<'_>) -> f32 {
        let mut best = 0.0_f32;
        // A word whose meaning is known means something else where it stands in another language: "hose" and "Hose".
        let words: &[(String, f32)] = if text.is_spoken || self.terms.is_empty() { &self.words } else { &[] };
        for (field, terms) in text.fields.iter().enumerate() {
            let strength = self.strength_in(field);
            let near = self.terms.iter().chain(words).filter(|(term, _)| terms.binary_search(&term.as_str()).is_ok());
            best = near.map(|(_, nearness)| nearness * strength).fold(best, f32::max);
            // A phrase that only the shop may know as one: all of its words.
            let stems = &self.want.unit.stems;
            if stems.len() > 1 && stems.iter().all(|stem| terms.binary_search(&stem.as_str()).is_ok()) {
                best = best.max(strength * 0.6);
            }
        }
        best
    }

    /// What it is worth to be said in a field: title, kind, tags, options, body.
    fn strength_in(&self, field: usize) -> f32 {
        let strengths = match self.want.role {
            Role::Size => [0.3, 0.0, 0.0, 1.0, 0.0],
            // A thing that a description mentions is another thing.
            Role::Head | Role::Thing => [1.0, 1.0, 0.75, 0.4, 0.35],
            Role::Trait | Role::Service => [1.0, 0.9, 0.95, 0.95, 0.8],
            Role::Word => [1.0, 1.0, 0.9, 0.9, 0.6],
            Role::Topic => [1.0, 1.0, 0.0, 0.0, 0.5],
        };
        strengths.get(field).copied().unwrap_or_default()
    }
}

/// The fields of a candidate, their terms sorted.
struct Text<'a> {
    /// In the language of the question.
    is_spoken: bool,
    fields: [Vec<&'a str>; 5],
}

impl<'a> Text<'a> {
    fn new(candidate: &'a Candidate, language: Language) -> Self {
        let fields = &candidate.fields;
        let sorted = |text: &'a String| {
            let mut terms: Vec<&str> = text.split(' ').collect();
            terms.sort_unstable();
            terms
        };
        let is_spoken = candidate.language == language;
        Self {
            is_spoken,
            fields: [&fields.title, &fields.kind, &fields.tags, &fields.options, &fields.body].map(sorted),
        }
    }

    /// Whether its title has a term.
    fn is_called(&self, term: &str) -> bool {
        let [title, ..] = &self.fields;
        title.binary_search(&term).is_ok()
    }
}

/// What candidates are judged by.
struct Judge<'a> {
    query: &'a Query,
    wishes: &'a [Wish<'a>],
    for_kids: Option<&'a str>,
    /// Where the shop has nothing of the kind: whether something of the same kind will do that is what was asked for
    /// otherwise, a duffel on wheels for a suitcase on wheels.
    takes_kin: bool,
}

impl Judge<'_> {
    /// How well a candidate fits, and as what; `None` where it does not.
    fn hit(&self, candidate: &Candidate) -> Option<(f32, Hit)> {
        let text = Text::new(candidate, self.query.language);
        let is_product = candidate.kind == DocumentKind::Product;
        let asks_service = self.wishes.iter().any(|wish| wish.want.role == Role::Service);
        let aside = if asks_service { 0.4 } else { 1.0 };
        let mut tally = Tally::new();
        for wish in self.wishes {
            let role = wish.want.role;
            // Sizes are no business of pages, nor topics of products.
            if (role == Role::Size && !is_product) || (role == Role::Topic && is_product) {
                continue;
            }
            // A page is about what one does with a thing, not about the thing.
            // Where a service is asked for, least of all.
            let weight = match role {
                Role::Head if !is_product => 0.8 * aside,
                Role::Thing if !is_product => 0.4 * aside,
                _ => wish.weight,
            };
            tally.count(wish, weight, wish.met_by(&text));
        }
        if !self.fits(is_product, &tally) {
            return None;
        }
        let is_childish = self.for_kids.is_some_and(|kids| is_product && text.is_called(kids));
        let order =
            tally.share() * tally.penalty * preference(self.query, candidate) * if is_childish { 0.8 } else { 1.0 };
        let hit = Hit {
            score: thousandths(tally.share()),
            reason: Reason::weighed(candidate.handle.clone(), order).because(tally.reasons),
            kind: candidate.kind,
            handle: candidate.handle.clone(),
            title: candidate.title.clone(),
            url: candidate.url.clone(),
            blocks: candidate.blocks.clone(),
            price_hundredths: candidate.price_hundredths,
            matched: tally.matched,
            unmatched: tally.unmatched,
        };
        Some((order, hit))
    }

    fn fits(&self, is_product: bool, tally: &Tally) -> bool {
        let is_kin = tally.head.is_some_and(|met| met >= OF_THE_KIND);
        let is_the_thing = tally.head.is_none_or(|met| met >= IN_NAME);
        if is_product && is_kin && (self.takes_kin || tally.is_named_so) {
            return tally.share() >= LEAST && tally.is_named;
        }
        if is_product {
            let least = if tally.head.is_some() { LEAST_OF_THE_THING } else { LEAST };
            return tally.share() >= least && tally.is_named && is_the_thing;
        }
        let is_about_it = is_the_thing || self.query.asks_how || self.query.has_topic();
        tally.share() >= LEAST_OF_A_PAGE && tally.is_named && is_about_it
    }
}

/// What a candidate has of what was asked for.
struct Tally {
    sum: f32,
    all: f32,
    /// A factor, for what must not be so and is.
    penalty: f32,
    is_named: bool,
    /// It goes by another name of the thing: a "puffer coat" by that of a puffer.
    is_named_so: bool,
    /// How well the thing itself is met, where one was asked for.
    head: Option<f32>,
    matched: Vec<String>,
    unmatched: Vec<String>,
    reasons: Vec<Reason>,
}

impl Tally {
    fn new() -> Self {
        Self {
            sum: 0.0,
            all: 0.0,
            penalty: 1.0,
            is_named: false,
            is_named_so: false,
            head: None,
            matched: Vec::new(),
            unmatched: Vec::new(),
            reasons: Vec::new(),
        }
    }

    fn count(&mut self, wish: &Wish<'_>, weight: f32, met: f32) {
        let want = wish.want;
        let in_name = met >= IN_NAME;
        if want.is_negated {
            self.penalty *= if in_name { 0.7 } else { 1.0 };
            return;
        }
        self.sum += weight * met;
        self.all += weight;
        self.is_named |= in_name;
        self.is_named_so |= in_name && want.role == Role::Thing && !want.is_aside;
        match want.role {
            Role::Topic => return,
            Role::Head => self.head = Some(met),
            Role::Trait | Role::Service | Role::Thing | Role::Size | Role::Word => {}
        }
        let words = want.unit.words.clone();
        if met < MENTIONED {
            self.unmatched.push(words);
            return;
        }
        let read_as = want.corrected.as_ref().map(|word| format!(", read as “{word}”")).unwrap_or_default();
        self.reasons.push(Reason::weighed(format!("“{words}”{read_as}"), weight * met));
        self.matched.push(words);
    }

    fn share(&self) -> f32 {
        if self.all > 0.0 { self.sum / self.all } else { 0.0 }
    }
}

/// What decides between texts that say as much: what can be had, the shopper's language, pages for explanations.
fn preference(query: &Query, candidate: &Candidate) -> f32 {
    let is_page = candidate.kind != DocumentKind::Product;
    let kind = match (query.asks_how, is_page) {
        (true, true) => 1.1,
        (true, false) | (false, true) => 0.92,
        (false, false) => 1.0,
    };
    let stock = if candidate.is_available || is_page { 1.0 } else { 0.93 };
    let language = match candidate.language {
        language if language == query.language => 1.02,
        Language::En => 1.01,
        _ => 1.0,
    };
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
