//! Which words of a message point at a product, and which name a size or colour.

use crate::message::Message;
use crate::record::Product;
use crate::retrieval::query::SIZES;

/// "Is this in stock?" means what the shopper looks at.
pub(super) fn points_at_something(message: &Message) -> bool {
    message.words().any(|word| POINTERS.contains(&word))
}

/// "What about in slate?" goes on about what was talked about.
pub(super) fn goes_on(message: &Message) -> bool {
    let openings = [
        "what about",
        "how about",
        "and in ",
        "in ",
        "und in ",
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

/// Each cue begins at a word.
pub(super) fn says(message: &Message, cues: &[&str]) -> bool {
    let text = format!(" {} ", message.words().collect::<Vec<_>>().join(" "));
    cues.iter().any(|cue| text.contains(&format!(" {cue}")))
}

/// "Which colours does it come in?" is answered by what can be had.
pub(super) fn asks_for_options(message: &Message) -> bool {
    let asks = ["which", "what"].iter().any(|cue| message.words().any(|word| word == *cue));
    let options = ["colour", "colours", "color", "colors", "size", "sizes", "variants", "options"];
    (asks && message.words().any(|word| options.contains(&word))) || asks_for_others(message)
}

/// "Other sizes?" is asked of what is at hand.
pub(super) fn asks_for_others(message: &Message) -> bool {
    says(message, &OTHERS)
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
