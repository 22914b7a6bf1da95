//! One pass over a text: its words, digits and signs with their places, and what the words can mean.

use std::ops::Range;

use super::lexicon::{self, Class, bit};

/// What a token is made of. Digits and letters that touch are tokens of their own: `EN1042` is two.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Word,
    Digits,
    /// Anything else, one character each; spaces are no tokens.
    Sign(char),
    /// Part of something that was read before.
    Taken,
}

struct Token {
    kind: Kind,
    span: Range<usize>,
    classes: u32,
}

/// The tokens of a normalized text. Indices beyond its ends are read as nothing.
pub(super) struct Scan<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

// What every reader asks all the time is not inlined: the Worker's size counts more than these nanoseconds.

/// How far before something its cue may stand: "order number is: no. 1042".
const MOST_FILLERS: usize = 8;

impl<'t> Scan<'t> {
    pub fn new(text: &'t str) -> Self {
        // A word and its space have some five letters.
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5 + 4);
        for (at, c) in text.char_indices().filter(|(_, c)| *c != ' ') {
            let kind = match c {
                '0'..='9' => Kind::Digits,
                c if c.is_alphabetic() => Kind::Word,
                c => Kind::Sign(c),
            };
            let end = at + c.len_utf8();
            match tokens.last_mut() {
                Some(last) if last.span.end == at && last.kind == kind && !matches!(kind, Kind::Sign(_)) => {
                    last.span.end = end;
                }
                _ => tokens.push(Token { kind, span: at..end, classes: 0 }),
            }
        }
        for token in tokens.iter_mut().filter(|token| token.kind == Kind::Word) {
            token.classes = lexicon::classes(text.get(token.span.start..).unwrap_or_default(), token.span.len());
        }
        Self { text, tokens }
    }

    /// Whether a digit stands anywhere.
    pub fn has_digits(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::Digits)
    }

    /// The tokens at which something can begin: all but ordinary words and the signs between them.
    pub fn starts(&self) -> Vec<usize> {
        let can_begin = |at: &usize| match self.kind(*at) {
            Some(Kind::Digits) => true,
            Some(Kind::Word) => {
                let is_code = self.digits(at + 1).is_some() || (self.is_joined(at + 1) && self.is_sign(at + 1, "-_"));
                is_code || self.text(*at) == "x" || self.tokens.get(*at).is_some_and(|token| token.classes != 0)
            }
            Some(Kind::Sign(sign)) => "+(€£$×".contains(sign),
            _ => false,
        };
        (0..self.len()).filter(can_begin).collect()
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline(never)]
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    #[inline(never)]
    pub fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.span.clone())).unwrap_or_default()
    }

    /// The digits at `at`; nothing where there are none.
    #[inline(never)]
    pub fn digits(&self, at: usize) -> Option<&'t str> {
        (self.kind(at)? == Kind::Digits).then(|| self.text(at))
    }

    /// The digits at `at` as a number, where there are at most `most` of them.
    #[inline(never)]
    pub fn number(&self, at: usize, most: usize) -> Option<u16> {
        self.digits(at).filter(|digits| digits.len() <= most)?.parse().ok()
    }

    #[inline(never)]
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    /// Whether a word of Latin letters stands at `at` that can be part of a code.
    pub fn is_affix(&self, at: usize) -> bool {
        self.is_word(at) && self.text(at).is_ascii()
    }

    /// Whether one of these signs stands at `at`.
    #[inline(never)]
    pub fn is_sign(&self, at: usize, signs: &str) -> bool {
        matches!(self.kind(at), Some(Kind::Sign(c)) if signs.chars().any(|sign| sign == c))
    }

    /// Whether the token touches the one before it.
    #[inline(never)]
    pub fn is_joined(&self, at: usize) -> bool {
        self.start(at).is_some_and(|start| self.end(at.wrapping_sub(1)) == Some(start))
    }

    /// Whether letters or digits touch the token on its left.
    #[inline(never)]
    pub fn is_inside(&self, at: usize) -> bool {
        self.is_joined(at) && matches!(self.kind(at - 1), Some(Kind::Word | Kind::Digits))
    }

    /// Whether letters or digits go on right behind the token.
    pub fn goes_on(&self, at: usize) -> bool {
        self.is_joined(at + 1) && matches!(self.kind(at + 1), Some(Kind::Word | Kind::Digits))
    }

    fn start(&self, at: usize) -> Option<usize> {
        self.tokens.get(at).map(|token| token.span.start)
    }

    fn end(&self, at: usize) -> Option<usize> {
        self.tokens.get(at).map(|token| token.span.end)
    }

    /// The value of the longest phrase of this class that begins at `at`, and the token behind it.
    pub fn says(&self, at: usize, class: Class) -> Option<(i8, usize)> {
        let token = self.tokens.get(at).filter(|token| token.classes & bit(class) != 0)?;
        let (value, length) = lexicon::longest(self.text.get(token.span.start..)?, token.span.len(), class)?;
        let end = token.span.start + length;
        let within = self.tokens.get(at..)?.iter().take_while(|token| token.span.start < end);
        let (length, is_free) = within.fold((0, true), |(n, free), token| (n + 1, free && token.kind != Kind::Taken));
        is_free.then_some((value, at + length))
    }

    /// Whether a word that can be of this class stands at `at`.
    #[inline(never)]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes & bit(class) != 0)
    }

    /// Where the cue of what stands at `at` is: the nearest token before it that is no filler. "The order number is
    /// 1042" gives "order".
    pub fn cue(&self, at: usize) -> Option<usize> {
        let before = (0..at).rev().take(MOST_FILLERS);
        before.into_iter().find(|before| !(self.is_sign(*before, ":.#=(\"'°º-") || self.is_filler(*before)))
    }

    fn is_filler(&self, at: usize) -> bool {
        (self.is(at, Class::Filler) || self.is(at, Class::Numbered)) && !self.is_cue(at)
    }

    fn is_cue(&self, at: usize) -> bool {
        [Class::Order, Class::Postcode, Class::Tracking, Class::Phone, Class::Sku]
            .iter()
            .any(|class| self.is(at, *class))
    }

    /// Whether what stands at `at` is announced by a word of this class.
    #[inline(never)]
    pub fn is_announced(&self, at: usize, class: Class) -> bool {
        self.cue(at).is_some_and(|cue| self.is(cue, class))
    }

    /// Marks what has been read, so that nothing else reads it, and gives its place.
    pub fn take(&mut self, tokens: Range<usize>) -> Option<Range<usize>> {
        let span = self.start(tokens.start)?..self.end(tokens.end.checked_sub(1)?)?;
        for token in self.tokens.get_mut(tokens)? {
            token.kind = Kind::Taken;
            token.classes = 0;
        }
        Some(span)
    }

    /// The tokens of a stretch of the text.
    pub fn within(&self, span: &Range<usize>) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.end <= span.start);
        from..self.tokens.partition_point(|token| token.span.start < span.end)
    }

    /// The text with everything that has been read replaced by spaces, so that places stay true.
    pub fn rest(&self) -> String {
        let mut rest = String::with_capacity(self.text.len());
        for token in self.tokens.iter().filter(|token| token.kind != Kind::Taken) {
            rest.extend(std::iter::repeat_n(' ', token.span.start - rest.len()));
            rest.push_str(self.text.get(token.span.clone()).unwrap_or_default());
        }
        rest
    }
}
