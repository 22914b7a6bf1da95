//! Which words of a message point at a product, and which name a size or colour.

use crate::language::Language;
use crate::message::Message;
use crate::record::{Product, ProductOption};
use crate::retrieval::Meant;
use crate::retrieval::query::SIZES;

/// "Is this in stock?" means what the shopper looks at.
pub(super) fn points_at_something(message: &Message) -> bool {
    message.has(&POINTERS)
}

/// "What about in slate?" goes on about what was talked about.
pub(super) fn goes_on(message: &Message) -> bool {
    let openings = [
        "what about",
        "how about",
        "and in ",
        "in ",
        "und in ",
        "und was in ",
        "was in ",
        "was ist mit",
        "und was ist mit",
        "wie sieht es",
        "et en ",
        "et la ",
        "et le ",
        "y en ",
        "¿y en ",
        "e in ",
        "en in ",
        "wat met ",
        "en de ",
    ];
    openings.iter().any(|opening| message.text().starts_with(opening))
}

/// "Which colours does it come in?" is answered by what can be had.
pub(super) fn asks_for_options(message: &Message) -> bool {
    let options = ["colour", "colours", "color", "colors", "size", "sizes", "variants", "options"];
    (message.has(&["which", "what"]) && message.has(&options)) || asks_for_others(message)
}

/// "Other sizes?" is asked of what is at hand.
pub(super) fn asks_for_others(message: &Message) -> bool {
    message.says(&OTHERS)
}

const OTHERS: [&str; 20] = [
    "other colour",
    "other color",
    "other size",
    "different colour",
    "different color",
    "different size",
    "andere farbe",
    "anderen farbe",
    "andere größe",
    "anderen größe",
    "autres couleurs",
    "d'autres couleurs",
    "autres tailles",
    "otros colores",
    "otras tallas",
    "altri colori",
    "altre taglie",
    "andere kleur",
    "andere maten",
    "andere maat",
];

/// "This" and "it", where they can hardly be anything else.
const POINTERS: [&str; 27] = [
    "this", "it", "that", "these", "those", "them", "one", "diese", "dieser", "dieses", "diesen", "sie", "ihn",
    "celui-ci", "celle-ci", "ceci", "cette", "este", "esta", "esto", "questo", "questa", "deze", "dit", "hem", "lo",
    "l'avez",
];

/// The product's option values that the message names, in the order of its options: by their words, else by what those
/// mean, as "green" means moss.
pub(super) fn wanted_values<'a>(message: &Message, product: &'a Product, language: Language) -> Vec<(String, String)> {
    let said = format!(" {} ", message.words().collect::<Vec<_>>().join(" "));
    let names = |value: &str| {
        let value = Message::parse(value);
        let words = value.words().collect::<Vec<_>>().join(" ");
        let spelled = SPELLED.iter().find(|(letter, _)| *letter == words).map_or("", |(_, word)| *word);
        !words.is_empty()
            && (said.contains(&format!(" {words} ")) || (!spelled.is_empty() && said.contains(&format!(" {spelled} "))))
    };
    let asked = Meant::parse(message.text(), language);
    let meant = |option: &'a ProductOption| {
        let is_meant = |value: &&String| {
            let value = Meant::of_shop(value, language);
            value.has_colour() && asked.shared(&value) > 0
        };
        option.values.iter().find(is_meant)
    };
    (product.options.iter())
        .filter_map(|option| {
            let by_words = option.values.iter().find(|value| names(value));
            by_words.or_else(|| meant(option)).map(|value| (option.name.clone(), value.clone()))
        })
        .collect()
}

/// Whether it names a colour, of a product that comes in colours, and none of those.
pub(super) fn names_other_colour(message: &Message, product: &Product, language: Language) -> bool {
    let is_colour = |value: &String| Meant::of_shop(value, language).has_colour();
    let is_of_colours = |option: &&ProductOption| {
        COLOUR.contains(&option.name.to_lowercase().as_str()) || option.values.iter().any(is_colour)
    };
    Meant::parse(message.text(), language).has_colour()
        && product.options.iter().find(is_of_colours).is_some_and(|option| {
            wanted_values(message, product, language).iter().all(|(name, _)| *name != option.name)
        })
}

/// What shops call it.
const COLOUR: [&str; 7] = ["colour", "color", "farbe", "couleur", "colore", "kleur", "farben"];

/// A size that the message names and the product does not come in.
pub(super) fn unheard_of_size(message: &Message, product: &Product) -> Option<String> {
    let is_size = |word: &str, before: &str| {
        SIZES.contains(&word) || (before == "size" && word.chars().all(|c| c.is_ascii_digit()))
    };
    let words: Vec<&str> = message.words().collect();
    let before = std::iter::once("").chain(words.iter().copied());
    let named = words.iter().zip(before).find(|(word, before)| is_size(word, before)).map(|(word, _)| *word)?;
    let letter = SPELLED.iter().find(|(_, word)| *word == named).map_or(named, |(letter, _)| *letter);
    let is_offered = product.options.iter().flat_map(|o| &o.values).any(|value| value.to_lowercase() == letter);
    (!is_offered).then(|| named.to_uppercase())
}

/// Sizes that are said as often as they are written.
const SPELLED: [(&str, &str); 3] = [("s", "small"), ("m", "medium"), ("l", "large")];
