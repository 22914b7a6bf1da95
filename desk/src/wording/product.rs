//! Products in words.

use super::{Line, ProductView, Shape, listed};
use crate::record::Variant;
use crate::reply::{Availability, Choice, ProductCard, ProductList};

/// Characters of a description that are quoted; the page has the rest.
const MOST_DESCRIPTION: usize = 320;

pub(super) fn list(list: &ProductList) -> Vec<Line> {
    let intro = match (&list.fit, list.cards.len()) {
        (Choice::All, 1) => "This one fits:".to_owned(),
        (Choice::All, count) => format!("Here are {count} that fit:"),
        (Choice::Some(words), _) => {
            format!("Nothing in the catalog fits all of that. The closest, for “{}”:", words.join(" "))
        }
    };
    std::iter::once(Line::words(intro)).chain(list.cards.iter().map(card)).collect()
}

pub(super) fn one(product: &ProductCard, description: &str) -> Vec<Line> {
    let quoted = shortened(description);
    let words = if quoted.is_empty() {
        "Here is what the shop has on it:".to_owned()
    } else {
        format!("The shop writes: “{quoted}”")
    };
    vec![Line::words(words), card(product)]
}

pub(super) fn availability(answer: &Availability) -> Vec<Line> {
    let title = answer.card.title.value();
    let wanted: Vec<String> = answer.wanted.iter().map(|(_, value)| value.clone()).collect();
    let with = if wanted.is_empty() { String::new() } else { format!(" in {}", wanted.join(", ")) };
    let comes_in = || {
        let options: Vec<String> =
            answer.card.options.value().iter().map(|o| format!("{}: {}", o.name, o.values.join(", "))).collect();
        options.join("; ")
    };
    let matching = answer.matching.value();
    let available: Vec<_> = matching.iter().filter(|variant| variant.available).collect();
    let sentence = match (&answer.unheard_of, available.as_slice()) {
        (Some(size), _) => format!("{title} does not come in {size}. It comes in {}.", comes_in()),
        (None, []) if matching.is_empty() => format!("{title} does not come{with}. It comes in {}.", comes_in()),
        (None, []) => {
            let others: Vec<String> =
                answer.card.variants.value().iter().filter(|v| v.available).map(|v| v.title.clone()).collect();
            let rest = match others.as_slice() {
                [] => " Nothing of it is in stock at the moment, and I see no date.".to_owned(),
                some => format!(" Available now: {}.", listed(some.get(..8).unwrap_or(some))),
            };
            format!("{title}{with}: sold out.{rest}")
        }
        (None, [first, ..]) if answer.wanted.is_empty() => {
            let options = if first.options.is_empty() || answer.card.options.value().is_empty() {
                String::new()
            } else {
                format!(" It comes in {}.", comes_in())
            };
            format!("Yes, {title} is available.{options}")
        }
        (None, some) => {
            let rest: Vec<String> =
                some.iter().map(|variant| others_of(variant, &answer.wanted)).filter(|rest| !rest.is_empty()).collect();
            let rest = if rest.is_empty() { String::new() } else { format!(", in {}", listed(&rest)) };
            format!("Yes, {title}{with} is available{rest}.")
        }
    };
    vec![Line::words(sentence), card(&answer.card)]
}

/// The variant's values beside those that were asked for: "Slate".
fn others_of(variant: &Variant, wanted: &[(String, String)]) -> String {
    let others = variant.options.iter().filter(|option| !wanted.contains(option) && option.0 != "Title");
    others.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" / ")
}

pub(super) fn nothing(words: &[String]) -> String {
    format!(
        "I found nothing in the catalog for “{}”. Other words may find it, or a person can help you look.",
        words.join(" ")
    )
}

fn card(card: &ProductCard) -> Line {
    let price = card.price.as_ref().map(|range| match range.value() {
        (lowest, highest) if lowest == highest => lowest.to_string(),
        (lowest, _) => format!("from {lowest}"),
    });
    let price = price.unwrap_or_else(|| "price on the product page".into());
    let in_stock = *card.available.value();
    let availability = if in_stock { "Available" } else { "Sold out" };
    let url = card.url.as_ref().map(|url| url.value().clone());
    let link = url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
    let view = ProductView {
        title: card.title.value().clone(),
        availability: availability.into(),
        in_stock,
        image: card.image.clone(),
        options: options(card),
        price: price.clone(),
        url,
    };
    Line {
        text: format!("{}, {price}, {}.{link}", card.title.value(), availability.to_lowercase()),
        shape: Shape::Product(view),
    }
}

/// Each option with its values, those that no available variant has marked as sold out.
fn options(card: &ProductCard) -> Vec<String> {
    let variants = card.variants.value();
    let can_be_had = |name: &str, value: &str| {
        variants.iter().any(|v| v.available && v.options.iter().any(|(n, v)| n == name && v == value))
    };
    (card.options.value().iter())
        .map(|option| {
            let values: Vec<String> = (option.values.iter())
                .map(
                    |value| if can_be_had(&option.name, value) { value.clone() } else { format!("{value} (sold out)") },
                )
                .collect();
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
