//! Products in words.

use super::voice::{Slot, Voice};
use super::{Line, ProductView, Shape};
use crate::record::{Kin, Variant};
use crate::reply::{Availability, Choice, ProductCard, ProductList};

/// Characters of a description that are quoted; the page has the rest.
const MOST_DESCRIPTION: usize = 320;

/// Variants that are named as available instead.
const MOST_OTHERS: usize = 8;

pub(super) fn list(list: &ProductList, voice: Voice) -> Vec<Line> {
    let intro = match &list.fit {
        Choice::All => voice.say("products-fit", &[("count", Slot::Count(list.cards.len()))]),
        Choice::Some(words) if words.is_empty() => voice.say("products-guess", &[]),
        Choice::Some(words) => voice.say("products-closest", &[("words", Slot::Text(&words.join(" ")))]),
        Choice::Kin(kin, title) => {
            let slots = [("count", Slot::Count(list.cards.len())), ("title", Slot::Text(title.value()))];
            voice.say(if *kin == Kin::Similar { "products-similar" } else { "products-companion" }, &slots)
        }
    };
    let cards = list.cards.iter().map(|product| reasoned(card(product, voice), product, list, voice));
    std::iter::once(Line::words(intro)).chain(cards).collect()
}

/// The card, with the words of the question that the product answers.
fn reasoned(mut line: Line, product: &ProductCard, list: &ProductList, voice: Voice) -> Line {
    let words = list.reasons.iter().find(|(handle, _)| *handle == product.handle).map(|(_, words)| words.as_slice());
    if let (Some(words @ [_, _, ..]), Shape::Product(view)) = (words, &mut line.shape) {
        view.options.push(voice.say("product-matches", &[("words", Slot::Text(&words.join(", ")))]));
    }
    line
}

pub(super) fn one(product: &ProductCard, description: &str, is_silent: bool, voice: Voice) -> Vec<Line> {
    let quoted = shortened(description);
    let text = ("text", Slot::Text(&quoted));
    let words = match quoted.as_str() {
        "" => voice.plain("product-plain"),
        _ if is_silent => voice.say("product-silent", &[("title", Slot::Text(product.title.value())), text]),
        _ => voice.say("product-quoted", &[text]),
    };
    vec![Line::words(words), card(product, voice)]
}

pub(super) fn availability(answer: &Availability, voice: Voice) -> Vec<Line> {
    let title = ("title", Slot::Text(answer.card.title.value()));
    let wanted = answer.wanted.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ");
    let wanted = (!wanted.is_empty()).then_some(wanted);
    let options = comes_in(&answer.card);
    let matching = answer.matching.value();
    let available: Vec<_> = matching.iter().filter(|variant| variant.available).collect();
    let sentence = match (&answer.unheard_of, available.as_slice(), &wanted) {
        (Some(size), ..) => {
            let slots = [title, ("size", Slot::Text(size)), ("options", Slot::Text(&options))];
            voice.say("product-not-in-size", &slots)
        }
        (None, [], Some(wanted)) if matching.is_empty() => {
            let slots = [title, ("wanted", Slot::Text(wanted)), ("options", Slot::Text(&options))];
            voice.say("product-not-so", &slots)
        }
        (None, [], None) if matching.is_empty() => {
            voice.say("product-not-at-all", &[title, ("options", Slot::Text(&options))])
        }
        (None, [], wanted) => {
            let variants = answer.card.variants.value().iter().filter(|variant| variant.available);
            let others: Vec<String> = variants.take(MOST_OTHERS).map(|variant| variant.title.clone()).collect();
            let others = (!others.is_empty()).then(|| voice.list(&others));
            let slots = [title, ("wanted", Slot::Maybe(wanted.as_deref())), ("others", Slot::Maybe(others.as_deref()))];
            voice.say("product-sold-out", &slots)
        }
        (None, [_, ..], None) => {
            let options = Some(options).filter(|options| !options.is_empty());
            voice.say("product-available", &[title, ("options", Slot::Maybe(options.as_deref()))])
        }
        (None, some, Some(wanted)) => {
            let others: Vec<String> =
                some.iter().map(|variant| others_of(variant, &answer.wanted)).filter(|rest| !rest.is_empty()).collect();
            let others = (!others.is_empty()).then(|| voice.list(&others));
            let slots = [title, ("wanted", Slot::Text(wanted)), ("others", Slot::Maybe(others.as_deref()))];
            voice.say("product-available-so", &slots)
        }
    };
    vec![Line::words(sentence), card(&answer.card, voice)]
}

/// "Size: S, M; Colour: Slate".
fn comes_in(card: &ProductCard) -> String {
    let options = card.options.value().iter().map(|option| format!("{}: {}", option.name, option.values.join(", ")));
    options.collect::<Vec<_>>().join("; ")
}

/// The variant's values beside those that were asked for: "Slate".
fn others_of(variant: &Variant, wanted: &[(String, String)]) -> String {
    let others = variant.options.iter().filter(|option| !wanted.contains(option) && option.0 != "Title");
    others.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" / ")
}

pub(super) fn no_companion(title: &str, voice: Voice) -> String {
    voice.say("product-no-companion", &[("title", Slot::Text(title))])
}

pub(super) fn nothing(words: &[String], voice: Voice) -> String {
    voice.say("products-none", &[("words", Slot::Text(&words.join(" ")))])
}

fn card(card: &ProductCard, voice: Voice) -> Line {
    let price = card.price.as_ref().map(|range| match range.value() {
        (lowest, highest) if lowest == highest => voice.money(*lowest),
        (lowest, _) => voice.say("price-from", &[("price", Slot::Text(&voice.money(*lowest)))]),
    });
    let price = price.unwrap_or_else(|| voice.plain("price-on-page"));
    let in_stock = *card.available.value();
    let availability = voice.plain(if in_stock { "available" } else { "sold-out" });
    let url = card.url.as_ref().map(|url| url.value().clone());
    let link = url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
    let text = format!("{}, {price}, {}.{link}", card.title.value(), availability.to_lowercase());
    let view = ProductView {
        title: card.title.value().clone(),
        availability,
        in_stock,
        image: card.image.clone(),
        options: options(card, voice),
        price,
        url,
    };
    Line { text, shape: Shape::Product(view) }
}

/// Each option with its values, those that no available variant has marked as sold out.
fn options(card: &ProductCard, voice: Voice) -> Vec<String> {
    let variants = card.variants.value();
    let can_be_had = |name: &str, value: &str| {
        variants.iter().any(|v| v.available && v.options.iter().any(|(n, v)| n == name && v == value))
    };
    let written = |name: &str, value: &String| {
        if can_be_had(name, value) {
            value.clone()
        } else {
            voice.say("value-sold-out", &[("value", Slot::Text(value))])
        }
    };
    (card.options.value().iter())
        .map(|option| {
            let values: Vec<String> = option.values.iter().map(|value| written(&option.name, value)).collect();
            format!("{}: {}", option.name, values.join(", "))
        })
        .collect()
}

/// Whole words, with an ellipsis where something is left out.
fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST_DESCRIPTION).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}
