//! What is judged: a product with all its texts, or a passage of a page.

use crate::language::Language;
use crate::retrieval::document::{Candidate, DocumentKind};

/// A product in every language that was found, or one passage in one language.
///
/// A product is the same in each of its languages: what only its German description tells is true of the English one.
/// Passages are cited as they stand, so each is judged by its own words.
pub(super) struct Subject<'a> {
    /// In the shopper's language, else in English, else in any.
    pub shown: &'a Candidate,
    pub texts: Vec<Text<'a>>,
}

impl<'a> Subject<'a> {
    pub(super) fn all(candidates: impl Iterator<Item = &'a Candidate>, language: Language) -> Vec<Self> {
        let mut subjects: Vec<Self> = Vec::new();
        for candidate in candidates {
            let text = Text::new(candidate, language);
            let is_same = |subject: &&mut Self| {
                candidate.kind == DocumentKind::Product
                    && (subject.shown.kind, &subject.shown.handle) == (candidate.kind, &candidate.handle)
            };
            match subjects.iter_mut().find(is_same) {
                Some(subject) => {
                    if preference(candidate, language) > preference(subject.shown, language) {
                        subject.shown = candidate;
                    }
                    subject.texts.push(text);
                }
                None => subjects.push(Self { shown: candidate, texts: vec![text] }),
            }
        }
        subjects
    }

    pub(super) fn is_product(&self) -> bool {
        self.shown.kind == DocumentKind::Product
    }

    /// Whether a title, kind or tag has a term.
    pub(super) fn is_filed_under(&self, term: &str) -> bool {
        self.has_among_first(OF_ITSELF, term)
    }

    /// Whether a title has a term.
    pub(super) fn is_called(&self, term: &str) -> bool {
        self.has_among_first(1, term)
    }

    fn has_among_first(&self, fields: usize, term: &str) -> bool {
        let mut fields = self.texts.iter().flat_map(|text| text.fields.iter().take(fields));
        fields.any(|terms| terms.binary_search(&term).is_ok())
    }
}

/// Fields that say what something is: title, kind and tags.
const OF_ITSELF: usize = 3;

fn preference(candidate: &Candidate, language: Language) -> u8 {
    u8::from(candidate.language == language) * 2 + u8::from(candidate.language == Language::En)
}

/// The fields of a candidate, their terms sorted.
pub(super) struct Text<'a> {
    pub of: &'a Candidate,
    /// In the language of the question.
    pub is_spoken: bool,
    pub is_english: bool,
    /// Title, kind, tags, options, body.
    pub fields: [Vec<&'a str>; 5],
}

impl<'a> Text<'a> {
    fn new(candidate: &'a Candidate, language: Language) -> Self {
        let fields = &candidate.fields;
        let sorted = |text: &'a String| {
            let mut terms: Vec<&str> = text.split(' ').collect();
            terms.sort_unstable();
            terms
        };
        Self {
            of: candidate,
            is_spoken: candidate.language == language,
            is_english: candidate.language == Language::En,
            fields: [&fields.title, &fields.kind, &fields.tags, &fields.options, &fields.body].map(sorted),
        }
    }
}
