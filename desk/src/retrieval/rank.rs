//! Which candidates fit a question, how well, and why.
//!
//! A score is the share of what was asked for that a text answers, each wish by its weight: a rare word says more than a
//! common one, and the kind of thing that is wanted says most. Below a threshold nothing fits: the nearest text is no
//! answer.

mod akin;
mod judge;
mod subject;
mod tally;
mod wish;

use super::document::{Candidate, DocumentKind, Hit};
use super::lexicon::{Concept, Lexicon, Nearness};
use super::query::{Frequencies, Query, Role, Want};
use super::sense;
use super::vectors::Vectors;
use crate::language::Language;
use judge::{Judge, Judged};
use subject::Subject;
use wish::Wish;

/// Hits that are told apart from the rest.
pub const MOST_HITS: usize = 8;

/// How well a wish must be met by title, kind or tags to count as met by the thing itself.
const IN_NAME: f32 = 0.6;

/// The candidates that fit, best first, each text once; behind them what comes near. Where nothing fits a question that
/// tells of a situation, guesses.
pub fn rank(query: &Query, frequencies: &Frequencies, candidates: &[Candidate]) -> Vec<Hit> {
    let lexicon = Lexicon::ours();
    let wearers = wearers(query, lexicon);
    let mut subjects =
        Subject::all(candidates.iter().filter(|candidate| is_affordable(query, candidate)), query.language);
    if !wearers.is_empty() {
        subjects.retain(|subject| !subject.is_product() || wearers.iter().any(|term| subject.is_filed_under(term)));
    }
    let others = of_the_other_sex(query, lexicon);
    subjects.retain(|subject| !subject.is_product() || !others.iter().any(|term| subject.is_called(term)));
    let knows_more = query.wants.iter().any(|want| !want.unit.concepts.is_empty());
    let mut wishes: Vec<Wish<'_>> =
        query.wants.iter().map(|want| Wish::new(want, frequencies, query.language, lexicon, knows_more)).collect();
    let vectors = Vectors::ours();
    if let Some(vectors) = vectors {
        akin::find(&mut wishes, &subjects, vectors, query.language);
    }
    let for_kids = kids_unasked(query, lexicon);
    // What is on sale is like nothing but itself.
    let is_by_price = query.asks_reduced() && !query.has_thing();
    let asked = vectors.filter(|_| !is_by_price).and_then(|vectors| Some((sense::of_query(query, vectors)?, vectors)));
    let judge = Judge {
        query,
        wishes: &wishes,
        for_kids: for_kids.as_deref(),
        thing: unknown_thing(query),
        is_of_a_subject: is_of_a_subject(query, lexicon),
        asked,
    };
    let judged = subjects.iter().map(|subject| judge.judged(subject)).filter(|one| !one.is_unwanted());
    let (mut fitting, mut rest): (Vec<Judged<'_>>, Vec<Judged<'_>>) = judged.partition(|one| judge.fits(one, false));
    if !fitting.iter().any(Judged::is_product) {
        // Who asks for a thing that the shop lacks is not helped by a page that speaks of such.
        if query.has_head() && !query.wants_pages() && !query.has_topic() {
            fitting.clear();
        }
        let kin;
        (kin, rest) = rest.into_iter().partition(|one| one.is_product() && judge.fits(one, true));
        fitting.extend(kin);
    }
    rest.retain(|one| if fitting.is_empty() { judge.is_guess(one) } else { judge.is_near(one) });
    let mut best: Vec<Hit> = Vec::new();
    for some in [fitting, rest] {
        let mut hits: Vec<(f32, Hit)> = some.into_iter().map(|one| judge.hit(one)).collect();
        if query.prefers_cheap {
            favour_cheap(&mut hits);
        }
        hits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        for (_, hit) in hits {
            let is_same = |known: &Hit| (known.kind, &known.handle) == (hit.kind, &hit.handle);
            if best.len() < MOST_HITS && !best.iter().any(is_same) {
                best.push(hit);
            }
        }
    }
    best
}

/// Puts what costs less before what costs more and fits hardly better. What lacks something is cheap in vain.
fn favour_cheap(hits: &mut [(f32, Hit)]) {
    let price = |hit: &Hit| hit.price_hundredths.and_then(|price| u32::try_from(price).ok()).map_or(0.0, float);
    let highest = hits.iter().map(|(_, hit)| price(hit)).fold(1.0, f32::max);
    for (order, hit) in hits.iter_mut() {
        let lacking = if hit.unmatched.is_empty() { 1.0 } else { 0.85 };
        *order *= lacking * (1.0 - 0.2 * price(hit) / highest);
    }
}

/// Whether the wanted thing is one of something that is named, as a map is of a place: another will not do.
fn is_of_a_subject(query: &Query, lexicon: &Lexicon<'_>) -> bool {
    let kinds: Vec<Concept> = OF_A_SUBJECT.iter().filter_map(|name| lexicon.named(name)).collect();
    let is_head = |want: &&Want| want.role == Role::Head && !want.is_need;
    let is_such = |want: &Want| want.unit.concepts.iter().any(|concept| lexicon.is_of(*concept, &kinds));
    let names = |want: &Want| want.is_name() && !want.is_aside;
    query.wants.iter().filter(is_head).any(is_such) && query.wants.iter().any(names)
}

/// Kinds of things that are about something.
const OF_A_SUBJECT: [&str; 5] = ["map", "book", "magazine", "event-ticket", "software"];

/// The last word of a short English question, where it is none that the lexicon knows: "a snorkel mask" is a mask.
fn unknown_thing(query: &Query) -> Option<&str> {
    let [_, last] = query.wants.as_slice() else { return None };
    let names = query.language == Language::En && last.role == Role::Word && !last.is_aside;
    names.then_some(last.unit.words.as_str())
}

/// The term of what is for children, where nobody asked for that: what is for children says so.
fn kids_unasked(query: &Query, lexicon: &Lexicon<'_>) -> Option<String> {
    let kids = lexicon.named("kids")?;
    let mut asked = query.wants.iter().flat_map(|want| &want.unit.concepts);
    let is_asked = asked.any(|concept| lexicon.is_of(*concept, &[kids]));
    (!is_asked).then(|| lexicon.term(kids, Nearness::Itself))
}

/// The terms of the animal or child that is to wear what is asked for, if one is: what others wear says nothing of them.
fn wearers(query: &Query, lexicon: &Lexicon<'_>) -> Vec<String> {
    let worn: Vec<Concept> = WORN.iter().filter_map(|name| lexicon.named(name)).collect();
    let heads = query.wants.iter().filter(|want| want.role == Role::Head && !want.is_need);
    let is_worn = heads.flat_map(|want| &want.unit.concepts).any(|concept| lexicon.is_of(*concept, &worn));
    let young: Vec<Concept> = YOUNG.iter().filter_map(|name| lexicon.named(name)).collect();
    let is_child = |want: &Want| {
        let is_young = want.unit.concepts.iter().any(|concept| lexicon.is_of(*concept, &young));
        want.role == Role::Trait && !want.is_negated && is_young && !OF_ANY_AGE.contains(&want.unit.words.as_str())
    };
    let children = if query.wants.iter().any(is_child) { young.as_slice() } else { &[] };
    let terms = |who: &Concept| [Nearness::Itself, Nearness::Narrower].map(|near| lexicon.term(*who, near));
    query.animal.iter().chain(children).filter(|_| is_worn).flat_map(terms).collect()
}

/// The terms of what is called after the other sex, where one is named: "for my dad" is none of the women's packs.
fn of_the_other_sex(query: &Query, lexicon: &Lexicon<'_>) -> Vec<String> {
    let named = |name: &str| lexicon.named(name).into_iter().collect::<Vec<_>>();
    let [women, men] = ["women", "men"].map(named);
    let is_asked = |sex: &[Concept]| {
        let asked = query.wants.iter().filter(|want| !want.is_negated).flat_map(|want| &want.unit.concepts);
        asked.into_iter().any(|concept| lexicon.is_of(*concept, sex))
    };
    let others = match (is_asked(&women), is_asked(&men)) {
        (true, false) => men,
        (false, true) => women,
        _ => Vec::new(),
    };
    others.iter().map(|sex| lexicon.term(*sex, Nearness::Itself)).collect()
}

/// Who grows out of clothes.
const YOUNG: [&str; 2] = ["kids", "baby"];

/// Words for children that say nothing of their age.
const OF_ANY_AGE: [&str; 12] =
    ["son", "daughter", "sohn", "tochter", "fils", "fille", "hijo", "hija", "figlio", "figlia", "zoon", "dochter"];

/// What is worn.
const WORN: [&str; 3] = ["clothing", "footwear", "headwear"];

fn is_affordable(query: &Query, candidate: &Candidate) -> bool {
    match candidate.price_hundredths {
        Some(price) => query.price.admits((price, price)),
        None => query.price.is_open() || candidate.kind != DocumentKind::Product,
    }
}

#[allow(clippy::cast_precision_loss, reason = "prices and counts of texts")]
fn float(count: u32) -> f32 {
    count as f32
}
