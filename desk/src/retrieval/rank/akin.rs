//! Terms of the candidates that are used like what was asked for, though nobody wrote down that they mean the same.

use std::sync::OnceLock;

use super::subject::Subject;
use super::wish::Wish;
use crate::language::Language;
use crate::retrieval::lexicon::{Concept, Lexicon, Nearness, is_concept_term, name_hash};
use crate::retrieval::query::Role;
use crate::retrieval::vectors::{Row, Vectors};

/// A term that is akin to a wish, and how nearly it says it.
pub(super) struct Akin<'a> {
    pub term: &'a str,
    pub nearness: f32,
}

/// Terms that count for a wish: further ones are akin to everything.
const MOST: usize = 20;

/// How alike a term must be for a role, and what it counts then. `None` for roles that ask for the very word.
///
/// A thing that is named beside the wanted one is left alone: "over leggings" asks for no trousers.
fn bounds(role: Role) -> Option<(f32, f32)> {
    match role {
        // Little less than the same will do for the wanted thing: jeans are used like shirts.
        Role::Head => Some((0.8, 0.7)),
        Role::Trait => Some((0.3, 0.8)),
        Role::Word => Some((0.4, 0.9)),
        Role::Thing | Role::Service | Role::Size | Role::Topic => None,
    }
}

/// Gives every wish its akin terms.
pub(super) fn find<'a>(wishes: &mut [Wish<'a>], subjects: &[Subject<'a>], vectors: Vectors<'a>, language: Language) {
    let terms = known(subjects, vectors);
    for wish in wishes {
        let Some((least, share)) = bounds(wish.want.role) else { continue };
        let own = rows(wish, vectors, language);
        let others = others(wish);
        let likeness = |row: Row<'_>| own.iter().map(|own| own.likeness(row)).fold(0.0, f32::max);
        // A pot is nearly a saucepan; the stem of "potting" is none.
        let may_say = |term: &str| wish.want.role != Role::Head || is_concept_term(term);
        let alike = terms
            .iter()
            .filter(|(term, _)| may_say(term) && !others.iter().any(|other| other == term))
            .map(|(term, row)| (likeness(*row), *term))
            .filter(|(likeness, _)| *likeness >= least);
        let mut alike: Vec<(f32, &str)> = alike.collect();
        alike.sort_unstable_by(|(a, _), (b, _)| b.total_cmp(a));
        alike.truncate(MOST);
        wish.akin = alike.into_iter().map(|(likeness, term)| Akin { term, nearness: likeness * share }).collect();
    }
}

/// Of what excludes each other, and is spoken of in the same words: a tent for three is none for one.
const EITHER: [&[&str]; 7] = [
    &["one-person", "two-person", "three-person", "family-sized"],
    &["small", "large"],
    &["women", "men"],
    &["kids", "adult"],
    &["winter", "summer"],
    &["cold", "heat"],
    &["long-sleeved", "short-sleeved", "sleeveless"],
];

/// The terms of what excludes what a wish means.
fn others(wish: &Wish<'_>) -> Vec<String> {
    // Each name is looked for among all concepts, so that is done once. Without a lexicon there is no concept to ask of.
    static GROUPS: OnceLock<Vec<Vec<Concept>>> = OnceLock::new();
    let meant = &wish.want.unit.concepts;
    if meant.is_empty() {
        return Vec::new();
    }
    let lexicon = Lexicon::ours();
    let named = |names: &&[&str]| names.iter().filter_map(|name| lexicon.named(name)).collect();
    let groups = GROUPS.get_or_init(|| EITHER.iter().map(named).collect());
    let others = groups.iter().filter(|group| group.iter().any(|concept| meant.contains(concept))).flatten();
    let others = others.filter(|concept| !meant.contains(concept));
    others.flat_map(|other| [Nearness::Itself, Nearness::Narrower].map(|near| lexicon.term(*other, near))).collect()
}

/// What a wish means, else its words, where the shopper speaks the language of the vectors.
fn rows<'a>(wish: &Wish<'_>, vectors: Vectors<'a>, language: Language) -> Vec<Row<'a>> {
    let lexicon = Lexicon::ours();
    let unit = &wish.want.unit;
    let meant = unit.concepts.iter().map(|concept| lexicon.term(*concept, Nearness::Itself));
    let rows: Vec<Row<'a>> = meant.filter_map(|term| vectors.row(name_hash(&term))).collect();
    if !rows.is_empty() || language != Language::En {
        return rows;
    }
    unit.stems.iter().filter_map(|stem| vectors.row(name_hash(stem))).collect()
}

/// Every term of the candidates that has a vector, once.
fn known<'a>(subjects: &[Subject<'a>], vectors: Vectors<'a>) -> Vec<(&'a str, Row<'a>)> {
    let texts = subjects.iter().flat_map(|subject| &subject.texts);
    let terms = texts.flat_map(|text| text.fields.iter().flatten().map(|term| (text.is_english, *term)));
    let mut terms: Vec<(u32, &str)> = (terms.filter(|(is_english, term)| *is_english || is_concept_term(term)))
        .map(|(_, term)| (name_hash(term), term))
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms.into_iter().filter_map(|(hash, term)| Some((term, vectors.row(hash)?))).collect()
}
