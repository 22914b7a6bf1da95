//! A question as search reads it: what is wanted, of what kind, for how much.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::analysis::{Unit, indexed, units, words};
use super::lexicon::{Concept, Lexicon, Nearness, hash};
use crate::entity::PriceRange;
use crate::intent::Intent;
use crate::language::Language;
use crate::message::{Message, normalize};

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub language: Language,
    /// What it may cost.
    pub price: PriceRange,
    pub(super) wants: Vec<Want>,
    /// It asks how or why something is, which pages answer better than products.
    pub asks_how: bool,
    pub prefers_cheap: bool,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Want {
    pub unit: Unit,
    pub role: Role,
    /// The shop's own word that was read instead of an unknown one.
    pub corrected: Option<String>,
    /// What is asked for must not be so.
    pub is_negated: bool,
    /// Told of what it is for, or of its surroundings: "for my old cat", "when it rains".
    pub is_aside: bool,
}

/// What a word is to the question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// The kind of thing that is wanted: nothing else will do.
    Head,
    Thing,
    Trait,
    /// What a shop does, and its pages are about.
    Service,
    /// Such as `xl` or `43`: a value of an option.
    Size,
    /// A word that the lexicon does not know.
    Word,
    /// What the shopper was understood to want.
    Topic,
}

/// Where in a question a word stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    /// The thing is still to come.
    Before,
    /// Among the words that name the thing: "coffee", "mug".
    Naming,
    /// Behind them.
    After,
    /// Behind "for", "with", "when".
    Aside,
}

/// Reads wants one by one.
struct Reader {
    language: Language,
    wants: Vec<Want>,
    head: Option<usize>,
    part: Part,
    names_size: bool,
}

impl Reader {
    fn take(&mut self, unit: Unit, lexicon: &Lexicon<'_>, is_negated: bool) {
        let words = unit.words.as_str();
        let is_size = SIZES.contains(&words) || (self.names_size && is_number(words));
        self.names_size = NAMES_SIZE.contains(&words);
        let is_stop = self.names_size || (unit.stems.len() == 1 && (is_stop_word(words) || CHEAP.contains(&words)));
        if BREAKS.contains(&words) && !self.wants.is_empty() {
            self.part = Part::Aside;
        } else if is_stop && self.part == Part::Naming {
            self.part = Part::After;
        }
        if is_stop && !is_size {
            return;
        }
        let is_number = is_number(words);
        let role = match () {
            () if is_size => Role::Size,
            () if unit.concepts.is_empty() => Role::Word,
            () if unit.concepts.iter().all(|concept| lexicon.is_thing(*concept)) => Role::Thing,
            () if unit.concepts.iter().any(|concept| lexicon.is_service(*concept)) => Role::Service,
            () => Role::Trait,
        };
        if role == Role::Thing && !is_negated {
            // "A coffee mug" is a mug; other languages write one word, or the thing first.
            let is_last = self.language == Language::En;
            if self.part == Part::Before || (self.part == Part::Naming && is_last) {
                self.head = Some(self.wants.len());
                self.part = Part::Naming;
            }
        } else if self.part == Part::Naming && !is_number {
            self.part = Part::After;
        }
        let is_aside = self.part == Part::Aside;
        if self.wants.iter().all(|want| want.unit != unit) {
            self.wants.push(Want { unit, role, corrected: None, is_negated, is_aside });
        }
    }

    fn finished(mut self, lexicon: &Lexicon<'_>) -> Vec<Want> {
        // "Bicycles" are things and what one does with them: asked for alone, the thing is meant.
        if let (None, [want]) = (self.head, self.wants.as_mut_slice())
            && want.unit.concepts.iter().any(|concept| lexicon.is_thing(*concept))
        {
            want.unit.concepts.retain(|concept| lexicon.is_thing(*concept));
            self.head = Some(0);
        }
        if let Some(want) = self.head.and_then(|head| self.wants.get_mut(head)) {
            want.role = Role::Head;
        }
        self.wants
    }
}

impl Want {
    /// Whether it is a colour or pattern.
    fn is_colour(&self) -> bool {
        let lexicon = Lexicon::ours();
        self.unit.concepts.iter().any(|concept| lexicon.is_colour(*concept))
    }

    /// What pages about the topic are about.
    fn of_topic(topic: Intent, lexicon: &Lexicon<'_>) -> Option<Self> {
        let concept = lexicon.named(match topic {
            Intent::RefundPolicy | Intent::ReturnRequest => "return-of-goods",
            Intent::RefundStatus => "refund",
            Intent::ExchangeRequest => "exchange",
            Intent::DeliveryInfo => "delivery",
            Intent::OrderStatus | Intent::MissingDelivery => "tracking",
            Intent::DamagedOrWrongItem => "damaged-in-transit",
            Intent::CancelOrder | Intent::ChangeOrder => "cancellation",
            Intent::ChangeAddress => "address",
            Intent::DiscountPromo => "discount-code",
            Intent::PaymentIssue => "payment",
            Intent::Invoice => "invoice",
            Intent::Account => "customer-account",
            Intent::Subscription => "newsletter",
            Intent::HumanAgent => "contact",
            _ => return None,
        })?;
        let unit = Unit { words: String::new(), stems: Vec::new(), wholes: Vec::new(), concepts: vec![concept] };
        Some(Self { unit, role: Role::Topic, corrected: None, is_negated: false, is_aside: false })
    }
}

/// How often the mirror has a term, of how many texts.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    pub documents: u32,
    pub of: BTreeMap<String, u32>,
}

/// Things that one question asks for; more is a story, and its beginning tells.
const MOST_WANTS: usize = 14;

impl Query {
    /// Reads a question. Amounts become limits, words that say nothing are left out; `topic` is what the shopper was
    /// understood to want, and counts like a word.
    pub fn parse(text: &str, language: Language, topic: Option<Intent>) -> Self {
        let mut text = normalize(text);
        let price = PriceRange::find(&text).map(|(range, span)| {
            text.replace_range(span, " ");
            range
        });
        let lexicon = Lexicon::ours();
        let read = units(words(&text, language), language, |phrase| lexicon.meanings_near(phrase, language));
        let asks_how = read.iter().take(3).any(|unit| ASKS_HOW.contains(&unit.words.as_str()));
        let prefers_cheap = read.iter().any(|unit| unit.words.split(' ').any(|word| CHEAP.contains(&word)));
        let mut reader = Reader { language, wants: Vec::new(), head: None, part: Part::Before, names_size: false };
        let mut is_negated = false;
        for unit in read {
            if reader.wants.len() >= MOST_WANTS {
                break;
            }
            let negates = NEGATIONS.contains(&unit.words.as_str());
            if !negates {
                reader.take(unit, lexicon, is_negated);
            }
            // "Without any feathers": the negation holds until something is named.
            is_negated = negates || (is_negated && !reader.wants.last().is_some_and(|want| want.is_negated));
        }
        let mut wants = reader.finished(lexicon);
        wants.extend(topic.and_then(|topic| Want::of_topic(topic, lexicon)));
        Self { language, price: price.unwrap_or_default(), wants, asks_how, prefers_cheap }
    }

    /// Whether the shopper wants what pages are about.
    pub(super) fn has_topic(&self) -> bool {
        self.wants.iter().any(|want| matches!(want.role, Role::Topic | Role::Service))
    }

    /// Whether nothing is left to search for. A size alone is asked of something at hand.
    pub fn is_empty(&self) -> bool {
        self.wants.iter().all(|want| matches!(want.role, Role::Size | Role::Topic))
    }

    /// Whether it names something that shops sell, or what such things are like.
    pub fn names_a_thing(&self) -> bool {
        self.wants.iter().any(|want| !want.unit.concepts.is_empty())
    }

    /// Whether it names a thing to look for, and not only what one should be like.
    pub fn has_thing(&self) -> bool {
        self.wants.iter().any(|want| matches!(want.role, Role::Head | Role::Thing))
    }

    /// Whether it tells what a thing should be like, and no thing.
    pub fn is_only_traits(&self) -> bool {
        self.wants.iter().any(|want| want.role == Role::Trait) && !self.has_thing()
    }

    /// The words that it asks for, as they were written.
    pub fn words(&self) -> Vec<String> {
        self.wants.iter().filter(|want| want.role != Role::Topic).map(|want| want.unit.words.clone()).collect()
    }

    /// The same without sizes, and without what a thing should be like where another word names it.
    pub fn named(&self) -> Vec<&str> {
        let names = |want: &&Want| !matches!(want.role, Role::Topic | Role::Size) && !want.is_colour();
        self.wants.iter().filter(names).map(|want| want.unit.words.as_str()).collect()
    }

    /// Every term whose frequency counts.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.wants.iter().flat_map(|want| want.unit.stems.iter().chain(&want.unit.wholes)).map(String::as_str)
    }

    /// Words that neither lexicon nor mirror has: they may be misspelt.
    pub fn unknown(&self, frequencies: &Frequencies) -> Vec<String> {
        let is_unknown = |want: &&Want| {
            let is_known = want.unit.stems.iter().any(|stem| frequencies.of.contains_key(stem));
            want.role == Role::Word && !is_known && want.unit.words.chars().all(char::is_alphabetic)
        };
        self.wants.iter().filter(is_unknown).filter_map(|want| want.unit.stems.first().cloned()).collect()
    }

    /// Reads `stem` as the shop's own `word` from now on, with all that it means.
    pub fn correct(&mut self, stem: &str, word: &str) {
        let lexicon = Lexicon::ours();
        let concepts = lexicon.meanings_near(hash([word]), self.language);
        let is_thing = !concepts.is_empty() && concepts.iter().all(|concept| lexicon.is_thing(*concept));
        let has_head = self.wants.iter().any(|want| want.role == Role::Head);
        for want in self.wants.iter_mut().filter(|want| want.unit.stems.iter().any(|known| known == stem)) {
            want.role = match () {
                () if is_thing && !has_head && !want.is_aside => Role::Head,
                () if is_thing => Role::Thing,
                () if !concepts.is_empty() => Role::Trait,
                () => Role::Word,
            };
            want.unit.stems = vec![word.to_owned()];
            want.unit.concepts.clone_from(&concepts);
            want.corrected = Some(word.to_owned());
        }
    }

    /// Whether it asks for more than a text of this wording is about.
    pub fn asks_beside(&self, wording: &str) -> bool {
        let terms = indexed(wording, self.language);
        let lexicon = Lexicon::ours();
        let is_of_it = |want: &Want| {
            let meant = want.unit.concepts.iter().flat_map(|concept| concept_terms(lexicon, *concept));
            let mut asked = want.unit.stems.iter().cloned().chain(meant.map(|(term, _)| term));
            asked.any(|asked| terms.split(' ').any(|term| term == asked))
        };
        let is_asked = |want: &Want| {
            !matches!(want.role, Role::Size | Role::Topic) && !WHATEVER.contains(&want.unit.words.as_str())
        };
        self.wants.iter().any(|want| is_asked(want) && !is_of_it(want))
    }

    /// The sentences of a text that speak of what is asked, if any do.
    pub fn telling_part(&self, text: &str) -> Option<String> {
        let asked = self.terms();
        let sentences: Vec<&str> = text.split_inclusive(['\n', '.']).collect();
        let tells = |sentence: &str| {
            let terms = indexed(sentence, self.language);
            terms.split(' ').any(|term| asked.iter().any(|asked| asked == term))
        };
        let telling: String = sentences.iter().filter(|sentence| tells(sentence)).copied().collect();
        let telling = telling.trim();
        (!telling.is_empty()).then(|| telling.replace('\n', " "))
    }

    /// Every term by which a text may be found.
    pub fn terms(&self) -> Vec<String> {
        self.terms_beside(&[])
    }

    /// The same, without what means one of these concepts.
    pub fn terms_beside(&self, concepts: &[&str]) -> Vec<String> {
        let lexicon = Lexicon::ours();
        let topics: Vec<Concept> = concepts.iter().filter_map(|name| lexicon.named(name)).collect();
        let is_beside = |want: &&Want| !want.unit.concepts.iter().any(|concept| topics.contains(concept));
        let mut terms: Vec<String> = Vec::new();
        for want in self.wants.iter().filter(is_beside) {
            let words = want.unit.stems.iter().chain(&want.unit.wholes).cloned();
            let meant = want.unit.concepts.iter().flat_map(|concept| concept_terms(lexicon, *concept));
            terms.extend(words.chain(meant.map(|(term, _)| term)));
        }
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// The terms of texts that speak of a concept, of something narrower, or of what is right above it; each with how nearly
/// it says it.
pub(super) fn concept_terms(lexicon: &Lexicon<'_>, concept: Concept) -> Vec<(String, f32)> {
    let above = lexicon.parents(concept).map(|parent| (lexicon.term(parent, Nearness::Itself), 0.4));
    [(lexicon.term(concept, Nearness::Itself), 1.0), (lexicon.term(concept, Nearness::Narrower), 0.95)]
        .into_iter()
        .chain(above)
        .collect()
}

/// The words of a message that a search could go by: cheaper than a whole [`Query`], which only the mirror needs.
pub fn telling_words(message: &Message) -> impl Iterator<Item = &str> {
    let tells = |word: &&str| {
        word.chars().any(char::is_alphabetic)
            && !(is_stop_word(word) || SIZES.contains(word) || NAMES_SIZE.contains(word) || NEGATIONS.contains(word))
    };
    message.words().filter(tells)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word says nothing about what is wanted.
pub fn is_stop_word(word: &str) -> bool {
    static SORTED: OnceLock<Vec<&str>> = OnceLock::new();
    let sorted = SORTED.get_or_init(|| {
        let mut words: Vec<&str> = STOP_WORDS.split_whitespace().collect();
        words.sort_unstable();
        words
    });
    sorted.binary_search(&word).is_ok()
}

/// Words behind which it is told what the thing is for, or like.
const BREAKS: [&str; 74] = [
    "w", "so", "for", "with", "that", "which", "to", "in", "at", "on", "like", "when", "if", "where", "while",
    "because", "but", "i", "you", "my", "from", "over", "under", "after", "before", "during", "für", "mit", "zum",
    "zur", "wie", "aus", "fürs", "im", "wenn", "weil", "damit", "ich", "wir", "bei", "beim", "auf", "am", "neben",
    "pour", "avec", "qui", "que", "quand", "sur", "dans", "sous", "para", "con", "por", "en", "cuando", "sobre", "per",
    "che", "quando", "su", "nel", "nella", "voor", "met", "om", "die", "tegen", "als", "bij", "op", "naar", "waar",
];

/// Words that turn what follows into its opposite.
const NEGATIONS: [&str; 11] =
    ["without", "no", "ohne", "kein", "keine", "keinen", "sans", "sin", "senza", "zonder", "geen"];

/// Words that ask for whatever there is to say.
const WHATEVER: [&str; 24] = [
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

/// Words by which a question asks for an explanation.
const ASKS_HOW: [&str; 28] = [
    "how", "whats", "why", "what", "can", "does", "is", "should", "wie", "warum", "was", "kann", "darf", "muss",
    "comment", "pourquoi", "puis", "cómo", "por", "puedo", "come", "perché", "posso", "hoe", "waarom", "wat", "kan",
    "mag",
];

const NAMES_SIZE: [&str; 9] = ["size", "sizes", "größe", "gr", "taille", "talla", "taglia", "maat", "pointure"];

pub(crate) const SIZES: [&str; 13] =
    ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "small", "medium", "large"];

/// English, German, French, Spanish, Italian, Dutch.
const STOP_WORDS: &str = include_str!("stop_words.txt");
