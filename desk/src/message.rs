//! A shopper's line, made comparable.

mod clause;

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use crate::language::Language;
use crate::learned::{Feature, features};
use crate::retrieval::Query;

/// A line in one spelling: lower case, one kind of quote, dash and space, nothing invisible.
///
/// What a turn asks about its line again and again is read when it is first asked, and kept: its words, its clauses, what
/// classifiers see of it, and the line as a search.
/// A clone is the same line, with what was read of it.
#[derive(Clone, Debug)]
pub struct Message(Rc<Line>);

#[derive(Debug, Default)]
struct Line {
    text: String,
    spoken: OnceCell<Spoken>,
    query: OnceCell<Query>,
    features: OnceCell<Vec<Feature>>,
    clauses: OnceCell<Vec<Message>>,
    parts: OnceCell<Vec<Message>>,
}

/// The words of a message, made ready to be asked about.
#[derive(Clone, Debug)]
struct Spoken {
    /// All of them, a space before and behind each.
    spaced: String,
    /// Where each begins in that; and where the last one ends, with its space.
    starts: Vec<usize>,
    /// One bit for every beginning that a word has.
    beginnings: u64,
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl Eq for Message {}

impl Message {
    /// Reads any text at all. Longer than [`LONGEST`] characters it is cut there: understanding needs no more.
    pub fn parse(line: &str) -> Self {
        Self::of(normalize(line))
    }

    /// A normalized text.
    fn of(text: String) -> Self {
        Self(Rc::new(Line { text, ..Line::default() }))
    }

    /// A part of one.
    fn part(text: &str) -> Self {
        Self::of(text.trim().to_owned())
    }

    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Words without punctuation at their ends, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let Spoken { spaced, starts, .. } = self.spoken();
        starts.windows(2).filter_map(|word| match word {
            [start, next] => spaced.get(*start..next - 1),
            _ => None,
        })
    }

    /// The text between full stops, commas and the like.
    pub fn stretches(&self) -> impl Iterator<Item = &str> {
        self.text().split(STOPS)
    }

    /// How many words it has.
    pub fn length(&self) -> usize {
        self.spoken().starts.len() - 1
    }

    /// Whether one of the cues is said. Each is the beginning of a word, or of several in a row; a space behind it makes
    /// it a whole one. Most of what is asked of a message is asked so, and of every message: only cues that begin like a
    /// word are looked for at all.
    pub fn says(&self, cues: &[&str]) -> bool {
        let Spoken { spaced, starts, beginnings } = self.spoken();
        let is_said = |cue: &str| starts.iter().any(|at| spaced.get(*at..).is_some_and(|rest| rest.starts_with(cue)));
        cues.iter().any(|cue| beginnings & beginning(cue) != 0 && is_said(cue))
    }

    /// Whether one of these is a word of it.
    pub fn has(&self, words: &[&str]) -> bool {
        let beginnings = self.spoken().beginnings;
        words.iter().any(|word| beginnings & beginning(word) != 0 && self.words().any(|said| said == *word))
    }

    /// The message read as a search, without a topic. A message is of one turn, and a turn of one language.
    pub fn query(&self, language: Language) -> &Query {
        self.0.query.get_or_init(|| Query::parse(self.text(), language, None))
    }

    /// What classifiers see of it.
    pub fn features(&self) -> &[Feature] {
        self.0.features.get_or_init(|| features(self.text()))
    }

    /// What stands between full stops, commas and the like, each a message by itself, where it has two words and more;
    /// the first dozen.
    pub fn clauses(&self) -> &[Self] {
        self.0.clauses.get_or_init(|| clause::clauses(self.text()).map(Self::part).collect())
    }

    /// The same, where words such as "and" stand between wishes too.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        let apart = |clause: &Self| match clause::parts(clause.text()).as_slice() {
            [whole] if *whole == clause.text() => Vec::new(),
            parts => parts.iter().copied().map(Self::part).collect(),
        };
        self.clauses().iter().flat_map(move |clause| match clause.0.parts.get_or_init(|| apart(clause)).as_slice() {
            [] => std::slice::from_ref(clause),
            parts => parts,
        })
    }

    fn spoken(&self) -> &Spoken {
        self.0.spoken.get_or_init(|| {
            let text = self.text();
            let mut spoken = Spoken {
                spaced: String::with_capacity(text.len() + 2),
                starts: Vec::with_capacity(text.len() / 5 + 4),
                beginnings: 0,
            };
            spoken.spaced.push(' ');
            spoken.starts.push(1);
            let is_between =
                |c: char| !c.is_alphanumeric() && c != '\'' && c != '-' && c != '@' && c != '#' && c != '.';
            for piece in text.split(is_between) {
                let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() {
                    spoken.beginnings |= beginning(word);
                    spoken.spaced.extend([word, " "]);
                    spoken.starts.push(spoken.spaced.len());
                }
            }
            spoken
        })
    }
}

/// The bit of how a text begins: of its first two bytes. A word has a space behind it, and no cue is shorter than two.
fn beginning(text: &str) -> u64 {
    let first = text.bytes().chain([b' ']).take(2).fold(0_u64, |sum, byte| sum * 31 + u64::from(byte));
    1 << (first % 64)
}

/// What ends a clause.
const STOPS: [char; 5] = ['.', '?', '!', ';', ','];

/// How much of a line is understood, in characters.
pub const LONGEST: usize = 4_000;

/// The one spelling. Idempotent.
pub fn normalize(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    spell(line, |_, c| text.push(c));
    text.truncate(text.trim_end().len());
    text
}

/// Where stretches of a line's normalized text stand in the line itself. The stretches are in order and do not overlap;
/// one that is not of this line's text has no place.
///
/// Normalizing drops, folds and splits characters, so that a place cannot be reckoned: it is looked for, and only when
/// somebody needs it.
pub fn places(line: &str, stretches: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut places = Vec::with_capacity(stretches.len());
    let mut stretches = stretches.iter();
    let (mut at, mut from, mut next) = (0, None, stretches.next());
    spell(line, |place, c| {
        let Some(stretch) = next else { return };
        if at == stretch.start {
            from = Some(place.start);
        }
        at += c.len_utf8();
        if let Some(start) = from.filter(|_| at >= stretch.end) {
            places.push(start..place.end);
            (from, next) = (None, stretches.next());
        }
    });
    places
}

/// Gives the characters of the normalized text one by one, each with the place of what it was made of.
fn spell(line: &str, mut each: impl FnMut(Range<usize>, char)) {
    let (mut is_spaced, mut left) = (true, LONGEST);
    for (at, c) in line.char_indices().filter(|(_, c)| !is_invisible(*c)) {
        let place = at..at + c.len_utf8();
        let mut one = |c: char| {
            if left > 0 && !(is_spaced && c == ' ') {
                left -= 1;
                each(place.clone(), c);
            }
            is_spaced = c == ' ';
        };
        match plain(c) {
            c if c.is_ascii() => one(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(one),
        }
        if left == 0 {
            break;
        }
    }
}

/// Zero width, bidirectional control, variation selector, soft hyphen: seen by nobody, and used to hide words.
fn is_invisible(c: char) -> bool {
    if (' '..='~').contains(&c) {
        return false;
    }
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
        || (c.is_control() && !c.is_whitespace())
}

/// One character for those that look or mean the same.
fn plain(c: char) -> char {
    match c {
        'a'..='z' | ' ' => c,
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Full-width forms of ASCII, as typed on East Asian keyboards.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map_or(c, plain),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn looks_are_brought_to_one_spelling() {
        let rows = [
            ("  Where’s  my\n order ", "where's my order"),
            ("＃１０４２", "#1042"),
            ("｀quoted｀", "'quoted'"),
            ("re\u{200b}fund", "refund"),
            ("\u{202e}abc", "abc"),
            ("STRASSE İ", "strasse i\u{307}"),
            ("\0\u{7}", ""),
        ];
        for (line, text) in rows {
            assert_eq!(normalize(line), text);
        }
    }

    proptest! {
        #[test]
        fn normalizing_twice_is_normalizing_once(line in any::<String>()) {
            let once = normalize(&line);
            prop_assert_eq!(normalize(&once), once);
        }
    }
}
