//! Which language a message is in.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::hashed::{Hashed, hash};
use crate::learned::table::Found;
use crate::learned::{Table, features};
use crate::message::Message;

/// A language that the desk speaks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    De,
    Fr,
    Es,
    It,
    Nl,
}

impl Language {
    /// Every language, in the order of the classifier's table.
    pub const ALL: [Self; 6] = [Self::En, Self::De, Self::Fr, Self::Es, Self::It, Self::Nl];

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::It => "it",
            Self::Nl => "nl",
        }
    }

    /// Reads the language of a BCP 47 tag such as `de-AT`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == primary)
    }
}

/// What a message shows of its language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Detected {
    One(Language),
    /// One that the desk does not speak.
    Other,
    /// Too short, or only numbers and names.
    Unclear,
}

/// Reads the language of a message. Numbers, codes and addresses are of none.
pub fn detect(message: &Message) -> Detected {
    if is_in_other_letters(message.text()) {
        return Detected::Other;
    }
    let Some(table) = table() else { return Detected::Unclear };
    let is_word = |word: &&str| word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() || c == '\'');
    let words: Vec<&str> = message.text().split(' ').map(trimmed).filter(is_word).collect();
    let is_foreign = |word: &&&str| is_of_others(word) || (!word.is_ascii() && word.contains(FOREIGN_LETTERS));
    let foreign = words.iter().filter(is_foreign).count();
    if foreign >= 2 && foreign * 3 >= words.len() {
        return Detected::Other;
    }
    let told = words.get(..MOST_WORDS).and_then(|first| told(&table, first)).or_else(|| told(&table, &words));
    told.map_or(Detected::Unclear, Detected::One)
}

/// Which language it may be, by what is no more than likely.
pub fn leaning(message: &Message) -> Option<Language> {
    let words: Vec<&str> = message.words().collect();
    let found = table().map(|table| table.look_up(&features(&words.join(" "))))?;
    Language::ALL.into_iter().zip(found.shares).find(|(_, share)| *share > LIKELY).map(|(language, _)| language)
}

fn table() -> Option<Table<'static>> {
    Table::read(include_bytes!("../model/language.bin"), Language::ALL.len())
}

/// What these words tell. Not those of the whole message: its numbers and codes would speak for whoever writes such
/// most.
fn told(table: &Table<'_>, words: &[&str]) -> Option<Language> {
    let Found { shares, known } = table.look_up(&features(&words.join(" ")));
    let best = Language::ALL.into_iter().zip(shares).max_by(|(_, a), (_, b)| a.total_cmp(b));
    let least = if words.len() <= FEW { LEAST_SHARE_OF_FEW } else { LEAST_SHARE };
    best.filter(|(_, share)| known >= LEAST_WORDS && *share >= least).map(|(language, _)| language)
}

/// Whether most of its letters are none of ours.
fn is_in_other_letters(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    !text.is_ascii() && letters().filter(|c| !is_latin(*c)).count() * 2 > letters().count()
}

/// Letters of those languages that none of ours has. Of one word it may be a name.
const FOREIGN_LETTERS: [char; 28] = [
    'ł', 'ą', 'ę', 'ś', 'ż', 'ź', 'ć', 'ń', 'ř', 'ě', 'ů', 'č', 'š', 'ž', 'ď', 'ť', 'ő', 'ű', 'ă', 'ș', 'ț', 'ţ', 'ğ',
    'ş', 'ı', 'ã', 'õ', 'đ',
];

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '#')
}

/// Words that must be known before one of them decides: "ok" and "DHL" are of every language.
const LEAST_WORDS: u16 = 2;

const LEAST_SHARE: f32 = 0.75;

/// More than all others together.
const LIKELY: f32 = 0.5;

/// So few words must leave no doubt: "und was in rot" has two that are English.
const FEW: usize = 4;
const LEAST_SHARE_OF_FEW: f32 = 0.95;

/// The first words of a longer message tell as much as all: of 19,131 phrases of more than eight words in `desk/phrases`
/// three are taken for another language. Where they tell nothing, all are read.
const MOST_WORDS: usize = 10;

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_of_others(word: &str) -> bool {
    static HASHED: OnceLock<Hashed<()>> = OnceLock::new();
    let hashed = HASHED.get_or_init(|| Hashed::sorted(OTHERS.iter().map(|word| (hash(word), ()))));
    hashed.of(hash(word)).next().is_some()
}

/// Everyday words of languages that are written in Latin letters and that the desk does not speak: Portuguese, Polish,
/// Swedish, Danish and Norwegian, Finnish, Czech, Turkish, Romanian, Hungarian. None is a word of those that it does.
const OTHERS: &[&str] = &[
    "balík",
    "bestilling",
    "beställning",
    "chci",
    "chcę",
    "comanda",
    "czy",
    "dobry",
    "dobrý",
    "dzień",
    "děkuji",
    "encomenda",
    "gdzie",
    "haluan",
    "har",
    "hej",
    "hvor",
    "iade",
    "ikke",
    "inte",
    "istiyorum",
    "jag",
    "jeg",
    "jest",
    "kargom",
    "kde",
    "kiedy",
    "kiitos",
    "merhaba",
    "meu",
    "milloin",
    "minha",
    "minun",
    "missä",
    "mitt",
    "moja",
    "moje",
    "mulțumesc",
    "mój",
    "není",
    "nerede",
    "não",
    "när",
    "når",
    "objednávka",
    "obrigada",
    "obrigado",
    "och",
    "og",
    "olá",
    "onde",
    "ordre",
    "paczka",
    "paketti",
    "pakke",
    "pakken",
    "proszę",
    "quando",
    "quero",
    "rendelésem",
    "siparişim",
    "tack",
    "tak",
    "takk",
    "teşekkürler",
    "tilaukseni",
    "tilaus",
    "uma",
    "unde",
    "var",
    "vill",
    "você",
    "vocês",
    "vreau",
    "zaman",
    "zamówienie",
    "zásilka",
    "är",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart_in_a_sentence_and_left_open_in_a_word() {
        use Detected::{One, Other, Unclear};
        let rows = [
            ("where is my parcel?", One(Language::En)),
            ("Wo bleibt denn mein Paket?", One(Language::De)),
            ("où est mon colis ?", One(Language::Fr)),
            ("¿dónde está mi pedido?", One(Language::Es)),
            ("dov'è il mio pacco?", One(Language::It)),
            ("waar blijft mijn pakketje?", One(Language::Nl)),
            ("onde está a minha encomenda?", Other),
            ("gdzie jest moja paczka", Other),
            ("hvor er min pakke", Other),
            ("Где мой заказ?", Other),
            ("私の注文はどこですか", Other),
            ("أين طلبي", Other),
            ("1002", Unclear),
            ("und was in rot?", Unclear),
            ("ok", Unclear),
            ("#1002 ben@example.com", Unclear),
            ("", Unclear),
        ];
        let wrong: Vec<_> = (rows.into_iter())
            .filter(|(line, want)| detect(&Message::parse(line)) != *want)
            .map(|(line, want)| format!("{line}: want {want:?}, got {:?}", detect(&Message::parse(line))))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
