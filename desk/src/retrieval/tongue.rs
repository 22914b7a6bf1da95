//! Which language a few words are of, by what only one language calls things: "wasserdichte Schuhe" says nothing else of
//! its language.

use super::analysis::stem_of;
use super::compound;
use super::lexicon::{Lexicon, name_hash};
use crate::language::Language;
use crate::message::Message;

/// Shorter words are of several languages by chance.
const SHORTEST: usize = 4;

/// Words that are looked at: a longer line says enough beside what it names.
const MOST_WORDS: usize = 8;

/// Words that must be of one language alone, where nothing else speaks for it.
const LEAST: usize = 2;

/// The language of a message that names things in it and in no other. `leaning` is what the rest of it may be: with it
/// one word will do.
pub fn tongue(message: &Message, leaning: impl FnOnce() -> Option<Language>) -> Option<Language> {
    let mut of_one = message.words().take(MOST_WORDS).filter_map(only_language_of);
    let first = of_one.next()?;
    let mut count = 1;
    for other in of_one {
        if other != first {
            return None;
        }
        count += 1;
    }
    (count >= LEAST || leaning() == Some(first)).then_some(first)
}

fn only_language_of(word: &str) -> Option<Language> {
    if word.chars().count() < SHORTEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let lexicon = Lexicon::ours();
    let is_known = |language: &Language| lexicon.knows(name_hash(&stem_of(word, *language)), *language);
    let is_compound = |language: &Language| *language != Language::En && compound::parts(word, *language).is_some();
    only(Language::ALL.into_iter().filter(is_known)).or_else(|| {
        let is_unknown = !Language::ALL.iter().any(is_known);
        is_unknown.then(|| only(Language::ALL.into_iter().filter(is_compound))).flatten()
    })
}

fn only(mut languages: impl Iterator<Item = Language>) -> Option<Language> {
    languages.next().filter(|_| languages.next().is_none())
}
