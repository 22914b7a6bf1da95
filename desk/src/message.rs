//! A shopper's line, made comparable.

/// A line in one spelling: lower case, one kind of quote, dash and space, nothing invisible.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
    text: String,
}

impl Message {
    /// Reads any text at all. Longer than [`LONGEST`] characters it is cut there: understanding needs no more.
    pub fn parse(line: &str) -> Self {
        Self { text: normalize(line) }
    }

    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Words without punctuation at their ends, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-' && c != '@' && c != '#' && c != '.')
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
    }
}

/// How much of a line is understood, in characters.
pub const LONGEST: usize = 4_000;

/// The one spelling. Idempotent.
pub fn normalize(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut is_spaced = true;
    let visible = line.chars().filter(|c| !is_invisible(*c)).map(plain).flat_map(char::to_lowercase);
    for c in visible.filter(|c| std::mem::replace(&mut is_spaced, *c == ' ') != (*c == ' ') || *c != ' ').take(LONGEST)
    {
        text.push(c);
    }
    text.truncate(text.trim_end().len());
    text
}

/// Zero width, bidirectional control, variation selector, soft hyphen: seen by nobody, and used to hide words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
        || (c.is_control() && !c.is_whitespace())
}

/// One character for those that look or mean the same.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Full-width forms of ASCII, as typed on East Asian keyboards.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// A letter without its accent: accents are left out on phones.
pub(crate) fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ÿ' | 'ý' => 'y',
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
