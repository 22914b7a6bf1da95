//! Words of six languages that say what the others of a question are.

use std::sync::OnceLock;

use crate::hashed::{Hashed, hash};
use crate::language::Language;
use crate::message::Message;

/// The words of a message that a search could go by: cheaper than a whole [`Query`], which only the mirror needs.
pub fn telling_words(message: &Message, language: Language) -> impl Iterator<Item = &str> {
    let tells = move |word: &&str| {
        let task = Task::of(word);
        word.chars().any(char::is_alphabetic)
            && !task.says_nothing(word, language)
            && !task.is_any(Task::SIZE | Task::NAMES_SIZE | Task::NEGATES)
    };
    message.words().filter(tells)
}

pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word says nothing about what is wanted.
pub fn is_stop_word(word: &str, language: Language) -> bool {
    Task::of(word).says_nothing(word, language)
}

/// What a word does in a question, whatever it means: several things at once, such as "for", which says nothing and
/// begins something new. Every word is asked for it, so that it is one look for all.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Task(u8);

impl Task {
    /// Says nothing.
    pub const STOP: u8 = 1;
    pub const BREAKS: u8 = 1 << 1;
    pub const NEGATES: u8 = 1 << 2;
    pub const CHEAP: u8 = 1 << 3;
    pub const NAMES_SIZE: u8 = 1 << 4;
    pub const SIZE: u8 = 1 << 5;
    pub const ASKS: u8 = 1 << 6;
    pub const OWNS: u8 = 1 << 7;

    /// All that a lower-case word does.
    pub fn of(word: &str) -> Self {
        static TASKS: OnceLock<Hashed<u8>> = OnceLock::new();
        let tasks = TASKS.get_or_init(|| {
            let of = |words: &[&'static str], task| words.iter().map(|word| (hash(word), task)).collect::<Vec<_>>();
            let stop_words: Vec<&str> = STOP_WORDS.split_whitespace().collect();
            let all = [
                of(&stop_words, Self::STOP),
                of(&BREAKS, Self::BREAKS),
                of(&NEGATIONS, Self::NEGATES),
                of(&CHEAP, Self::CHEAP),
                of(&NAMES_SIZE, Self::NAMES_SIZE),
                of(&SIZES, Self::SIZE),
                of(&REQUESTS, Self::ASKS),
                of(&POSSESSIVES, Self::OWNS),
            ]
            .concat();
            Hashed::sorted(all.into_iter())
        });
        Self(tasks.of(hash(word)).fold(0, |all, task| all | task))
    }

    /// Whether it does one of these.
    pub fn is_any(self, tasks: u8) -> bool {
        self.0 & tasks != 0
    }

    /// Whether the word that does this says nothing in a language: a "hat" is something in English.
    pub fn says_nothing(self, word: &str, language: Language) -> bool {
        self.is_any(Self::STOP) && !is_among(&NAMES, word, language)
    }
}

/// Words of each language.
type ByLanguage = [(Language, &'static [&'static str]); 6];

/// Whether a lower-case word is among those of a language.
pub(super) fn is_among(words: &ByLanguage, word: &str, language: Language) -> bool {
    words.iter().any(|(of, words)| *of == language && words.contains(&word))
}

/// Words between things of which either will do.
pub(super) const JOINS: ByLanguage = [
    (Language::En, &["or", "and"]),
    (Language::De, &["oder", "und", "bzw"]),
    (Language::Fr, &["ou", "et"]),
    (Language::Es, &["o", "u", "y", "e"]),
    (Language::It, &["o", "oppure", "e", "ed"]),
    (Language::Nl, &["of", "en"]),
];

/// Words right before a thing that is not wanted.
pub(super) const DENIES: ByLanguage = [
    (Language::En, &["not"]),
    (Language::De, &["nicht"]),
    (Language::Fr, &["pas"]),
    (Language::Es, &["no"]),
    (Language::It, &["non"]),
    (Language::Nl, &["niet"]),
];

/// Words right before the kind of thing that is asked for: "what gloves would you take".
pub(super) const WHICH: ByLanguage = [
    (Language::En, &["which", "what"]),
    (Language::De, &["welche", "welcher", "welches", "welchen"]),
    (Language::Fr, &["quel", "quelle", "quels", "quelles"]),
    (Language::Es, &["qué", "que", "cuál"]),
    (Language::It, &["quale", "quali", "che"]),
    (Language::Nl, &["welk", "welke"]),
];

/// Words that say nothing in one language, and name something in another.
const NAMES: ByLanguage = [
    (Language::En, &["bin", "car", "hat", "heel", "hoe", "man", "pendant", "son", "tot"]),
    (Language::De, &["delle", "kind", "wolle"]),
    (Language::Fr, &["sœur", "van"]),
    (Language::Es, &["costa", "loro"]),
    (Language::It, &["gonna"]),
    (Language::Nl, &["dans", "kam", "kind", "man", "mes", "wollen"]),
];

/// Words behind which it is told what the thing is for, or like.
const BREAKS: [&str; 74] = [
    "w", "so", "for", "with", "that", "which", "to", "in", "at", "on", "like", "when", "if", "where", "while",
    "because", "but", "i", "you", "my", "from", "over", "under", "after", "before", "during", "für", "mit", "zum",
    "zur", "wie", "aus", "fürs", "im", "wenn", "weil", "damit", "ich", "wir", "bei", "beim", "auf", "am", "neben",
    "pour", "avec", "qui", "que", "quand", "sur", "dans", "sous", "para", "con", "por", "en", "cuando", "sobre", "per",
    "che", "quando", "su", "nel", "nella", "voor", "met", "om", "die", "tegen", "als", "bij", "op", "naar", "waar",
];

/// Words behind which the thing is named that is wanted.
const REQUESTS: [&str; 62] = [
    "need",
    "needs",
    "needing",
    "want",
    "wanting",
    "wanted",
    "looking",
    "seeking",
    "searching",
    "hunting",
    "buy",
    "sell",
    "stock",
    "recommend",
    "suggest",
    "any",
    "pair",
    "suche",
    "suchen",
    "such",
    "brauche",
    "brauch",
    "brauchen",
    "bräuchte",
    "bräuchten",
    "möchte",
    "möchten",
    "hätte",
    "gibts",
    "gibt's",
    "führt",
    "verkauft",
    "empfehlt",
    "kaufen",
    "cherche",
    "cherchons",
    "besoin",
    "voudrais",
    "vendez",
    "acheter",
    "busco",
    "buscamos",
    "necesito",
    "necesitamos",
    "quiero",
    "vendéis",
    "venden",
    "comprar",
    "cerco",
    "cerchiamo",
    "vorrei",
    "vendete",
    "comprare",
    "bisogno",
    "zoek",
    "zoeken",
    "zoeke",
    "nodig",
    "verkopen",
    "kopen",
    "habt",
    "avez",
];

/// Words that may stand between those and the thing.
pub(super) const REQUESTED_BY: [&str; 8] = ["for", "of", "after", "nach", "pour", "para", "per", "naar"];

/// Words that ask for a thing behind "you" or "is".
pub(super) const REQUESTS_BEHIND: [(&str, [&str; 4]); 4] = [
    ("have", ["you", "u", "ya", "yous"]),
    ("got", ["you", "u", "ya", "yous"]),
    ("there", ["is", "are", "there", "isn't"]),
    ("es", ["gibt", "gäbe", "gibts", "haben"]),
];

/// Words that turn what follows into its opposite.
const NEGATIONS: [&str; 24] = [
    "isn't",
    "isnt",
    "aren't",
    "arent",
    "without",
    "no",
    "ohne",
    "kein",
    "keine",
    "keinen",
    "sans",
    "sin",
    "senza",
    "zonder",
    "geen",
    "allergic",
    "allergisch",
    "allergique",
    "alérgico",
    "alérgica",
    "allergico",
    "allergica",
    "allergie",
    "allergy",
];

/// Words that ask for whatever there is to say.
pub(super) const WHATEVER: [&str; 24] = [
    "detail",
    "details",
    "info",
    "infos",
    "information",
    "informations",
    "more",
    "specs",
    "specifications",
    "description",
    "describe",
    "mehr",
    "genaueres",
    "näheres",
    "beschreibung",
    "plus",
    "caractéristiques",
    "información",
    "detalles",
    "características",
    "informazioni",
    "dettagli",
    "meer",
    "informatie",
];

/// Words by which a low price is asked for, without a figure.
const CHEAP: [&str; 21] = [
    "cheap",
    "cheapest",
    "günstigste",
    "günstigsten",
    "billigste",
    "billigsten",
    "goedkoopste",
    "cheaper",
    "affordable",
    "inexpensive",
    "günstig",
    "günstige",
    "billig",
    "billige",
    "preiswert",
    "cher",
    "chère",
    "barato",
    "barata",
    "economico",
    "goedkoop",
];

/// Words before what the shopper has.
pub(super) const POSSESSIVES: [&str; 24] = [
    "my", "our", "mein", "meine", "meinen", "meinem", "meiner", "unser", "unsere", "mon", "ma", "mes", "nos", "notre",
    "mi", "mis", "nuestro", "nuestra", "mio", "mia", "miei", "mie", "mijn", "onze",
];

/// Words by which a question asks for an explanation.
pub(super) const ASKS_HOW: [&str; 28] = [
    "how", "whats", "why", "what", "can", "does", "is", "should", "wie", "warum", "was", "kann", "darf", "muss",
    "comment", "pourquoi", "puis", "cómo", "por", "puedo", "come", "perché", "posso", "hoe", "waarom", "wat", "kan",
    "mag",
];

/// How a question begins that asks for whatever the shop has of something.
pub(super) const ASKS_RANGE: [&str; 10] = [
    "what do you have",
    "what have you got",
    "what do you sell",
    "what else do you",
    "was habt ihr",
    "was haben sie",
    "qu'avez-vous",
    "qué tenéis",
    "cosa avete",
    "wat hebben jullie",
];

const NAMES_SIZE: [&str; 9] = ["size", "sizes", "größe", "gr", "taille", "talla", "taglia", "maat", "pointure"];

pub(crate) const SIZES: [&str; 13] =
    ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "small", "medium", "large"];

/// English, German, French, Spanish, Italian, Dutch.
const STOP_WORDS: &str = include_str!("stop_words.txt");
