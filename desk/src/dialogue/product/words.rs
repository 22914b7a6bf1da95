//! Which words of a message name a product, and which name a size or colour.

use crate::message::Message;
use crate::record::Product;

/// The words that a search of the catalog can use: no stop words, no sizes, no amounts.
pub(super) fn search_terms(message: &Message) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in message.words() {
        let is_amount = word.chars().all(|c| c.is_ascii_digit() || c == '.');
        let word = word.trim_end_matches("'s");
        if !(STOP_WORDS.contains(&word) || SIZES.contains(&word) || is_amount || terms.iter().any(|term| term == word))
        {
            terms.push(word.to_owned());
        }
    }
    terms
}

/// "Is this in stock?" means what the shopper looks at.
pub(super) fn points_at_something(message: &Message) -> bool {
    message.words().any(|word| ["this", "it", "that", "these", "those", "them", "one"].contains(&word))
}

/// "Which colours does it come in?" is answered by what can be had.
pub(super) fn asks_for_options(message: &Message) -> bool {
    let asks = ["which", "what"].iter().any(|cue| message.words().any(|word| word == *cue));
    let options = ["colour", "colours", "color", "colors", "size", "sizes", "variants", "options"];
    asks && message.words().any(|word| options.contains(&word))
}

/// The product's option values that the message names, in the order of its options.
pub(super) fn wanted_values(message: &Message, product: &Product) -> Vec<(String, String)> {
    let said = format!(" {} ", message.words().collect::<Vec<_>>().join(" "));
    let names = |value: &str| {
        let value = Message::parse(value);
        let words = value.words().collect::<Vec<_>>().join(" ");
        !words.is_empty() && said.contains(&format!(" {words} "))
    };
    (product.options.iter())
        .filter_map(|option| {
            option.values.iter().find(|value| names(value)).map(|value| (option.name.clone(), value.clone()))
        })
        .collect()
}

/// A size that the message names and the product does not come in.
pub(super) fn unheard_of_size(message: &Message, product: &Product) -> Option<String> {
    let is_size = |word: &str, before: &str| {
        SIZES.contains(&word) || (before == "size" && word.chars().all(|c| c.is_ascii_digit()))
    };
    let words: Vec<&str> = message.words().collect();
    let before = std::iter::once("").chain(words.iter().copied());
    let named = words.iter().zip(before).find(|(word, before)| is_size(word, before)).map(|(word, _)| *word)?;
    let is_offered = product.options.iter().flat_map(|o| &o.values).any(|value| value.to_lowercase() == named);
    (!is_offered).then(|| named.to_uppercase())
}

const SIZES: [&str; 13] = ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "small", "medium", "large"];

/// Words that say nothing about a product.
const STOP_WORDS: &[&str] = &[
    "a",
    "about",
    "all",
    "am",
    "an",
    "and",
    "any",
    "anything",
    "are",
    "as",
    "at",
    "available",
    "availability",
    "back",
    "be",
    "below",
    "best",
    "budget",
    "buy",
    "by",
    "can",
    "carry",
    "cheap",
    "cheaper",
    "come",
    "comes",
    "could",
    "do",
    "does",
    "eur",
    "euro",
    "euros",
    "find",
    "for",
    "from",
    "get",
    "gift",
    "give",
    "good",
    "got",
    "had",
    "has",
    "have",
    "hello",
    "hey",
    "hi",
    "how",
    "i",
    "i'd",
    "i'm",
    "i've",
    "if",
    "in",
    "is",
    "it",
    "its",
    "item",
    "kind",
    "least",
    "less",
    "like",
    "looking",
    "made",
    "maximum",
    "max",
    "me",
    "more",
    "most",
    "much",
    "my",
    "need",
    "new",
    "nice",
    "no",
    "not",
    "of",
    "on",
    "one",
    "ones",
    "or",
    "other",
    "please",
    "price",
    "product",
    "products",
    "recommend",
    "recommendation",
    "restocked",
    "sale",
    "search",
    "sell",
    "shop",
    "should",
    "show",
    "size",
    "sizes",
    "colour",
    "colours",
    "color",
    "colors",
    "some",
    "something",
    "sort",
    "stock",
    "still",
    "sold",
    "out",
    "store",
    "suggest",
    "tell",
    "than",
    "thanks",
    "that",
    "the",
    "them",
    "there",
    "these",
    "they",
    "thing",
    "things",
    "this",
    "those",
    "to",
    "under",
    "up",
    "us",
    "want",
    "was",
    "we",
    "what",
    "what's",
    "when",
    "where",
    "which",
    "who",
    "will",
    "with",
    "within",
    "would",
    "you",
    "your",
    "available",
    "again",
    "heavy",
    "weight",
    "big",
    "long",
    "wide",
    "warmest",
    "ship",
    "cost",
    "costs",
    "have",
    "stocked",
    "offer",
    "material",
    "weigh",
];
