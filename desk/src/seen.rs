//! Things of the shop's records that were read in this conversation, and which of them a line points at: "the jacket
//! from my order", "the blue one", "the second one".

use serde::{Deserialize, Serialize};

use crate::entity::OrderNumber;
use crate::language::Language;
use crate::message::Message;
use crate::record::{Line, Product};
use crate::retrieval::Meant;

/// One position of an order that was opened, or one product that was shown.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Seen {
    pub title: String,
    /// Such as `M / Slate`; of a product, all its values.
    pub variant: String,
    /// The order that it is of.
    pub order: Option<OrderNumber>,
    /// Of a product that was shown.
    pub handle: Option<String>,
}

/// Things that are kept, the newest first.
const MOST: usize = 24;

impl Seen {
    /// A position of an order.
    pub(crate) fn line(order: OrderNumber, line: &Line) -> Self {
        let variant = line.variant.clone().unwrap_or_default();
        Self { title: line.title.clone(), variant, order: Some(order), handle: None }
    }

    pub(crate) fn product(product: &Product) -> Self {
        let values = product.options.iter().filter(|option| option.name != "Title").flat_map(|option| &option.values);
        let variant = values.cloned().collect::<Vec<_>>().join(" / ");
        Self { title: product.title.clone(), variant, order: None, handle: Some(product.handle.clone()) }
    }

    /// What it is called: "Ridgeline Rain Jacket, M / Slate".
    pub fn name(&self) -> String {
        if self.handle.is_some() || self.variant.is_empty() {
            return self.title.clone();
        }
        [self.title.as_str(), &self.variant].join(", ")
    }
}

/// Adds what was read, in front of what is known, each once.
pub(crate) fn keep(known: &mut Vec<Seen>, read: Vec<Seen>) {
    known.retain(|seen| !read.contains(seen));
    known.splice(0..0, read);
    known.truncate(MOST);
}

/// The one thing that the message points at; none where it points at several, or at nothing that was seen. Words of a
/// title count, and what they mean in whatever language; a colour or size only tells apart what else is alike.
pub fn pointed_at<'a>(message: &Message, language: Language, seen: &'a [Seen]) -> Option<&'a Seen> {
    if seen.is_empty() {
        return None;
    }
    let asked = Meant::parse(message.text(), language);
    let is_alone = message.has(&ONE) || (message.has(&ARTICLES) && !asked.has_thing());
    let score = |seen: &Seen| match asked.shared(&Meant::of_shop(&seen.title, language)) {
        0 if !is_alone => 0,
        by_name => by_name * 3 + asked.shared(&Meant::of_shop(&seen.variant, language)).min(2),
    };
    let mut best: Option<(&Seen, usize)> = None;
    let mut is_tied = false;
    for (seen, score) in seen.iter().map(|seen| (seen, score(seen))).filter(|(_, score)| *score > 0) {
        let before = best.map_or(0, |(_, score)| score);
        // The same thing, bought and shown, is one thing.
        let is_same = best.is_some_and(|(other, _)| other.title == seen.title && other.order != seen.order);
        if score > before || (score == before && is_same && seen.order.is_some()) {
            (best, is_tied) = (Some((seen, score)), is_tied && score == before);
        } else if score == before && !is_same {
            is_tied = true;
        }
    }
    best.filter(|_| !is_tied).map(|(seen, _)| seen)
}

/// Stands for a thing that is told by its colour or size: "the blue one".
const ONE: [&str; 6] = ["one", "ones", "celui", "celle", "quello", "quella"];
/// Stand for one too, where no thing follows: "die blaue".
const ARTICLES: [&str; 8] = ["die", "der", "den", "das", "le", "el", "la", "de"];

/// Which of the products that were shown together is meant, by its place: "the second one".
pub(crate) fn place(message: &Message) -> Option<usize> {
    let text = [" ", &message.words().collect::<Vec<_>>().join(" "), " "].concat();
    PLACES.iter().position(|forms| forms.split('|').any(|form| text.contains(form)))
}

const PLACES: [&str; 3] = [
    " first one| the first | das erste | die erste | den ersten | der erste | le premier | la première | el primero | la primera | il primo | la prima | de eerste | het eerste ",
    " second one| the second | das zweite | die zweite | den zweiten | der zweite | le deuxième | la deuxième | le second | el segundo | la segunda | il secondo | la seconda | de tweede | het tweede ",
    " third one| the third | das dritte | die dritte | den dritten | der dritte | le troisième | la troisième | el tercero | la tercera | il terzo | la terza | de derde | het derde ",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_points_at_what_was_read() {
        use Language::{De, En, Fr};
        let order = OrderNumber::parse("1002");
        let line =
            |title: &str, variant: &str| Seen { title: title.into(), variant: variant.into(), order, handle: None };
        let seen = [
            line("Ridgeline Rain Jacket", "M / Slate"),
            line("Campfire Enamel Mug", "Blue"),
            line("Campfire Enamel Mug", "Red"),
            line("Merino Hiking Socks", ""),
        ];
        let rows = [
            ("the jacket from my order is torn", En, Some("Ridgeline Rain Jacket, M / Slate")),
            ("Die Jacke aus meiner Bestellung hat ein Loch", De, Some("Ridgeline Rain Jacket, M / Slate")),
            ("la veste est trop petite", Fr, Some("Ridgeline Rain Jacket, M / Slate")),
            ("the blue mug has a crack", En, Some("Campfire Enamel Mug, Blue")),
            ("the red one is chipped", En, Some("Campfire Enamel Mug, Red")),
            ("the mug leaks", En, None),
            ("the Merino socks have a hole", En, Some("Merino Hiking Socks")),
            ("where is my parcel?", En, None),
            ("I want to send it back", En, None),
        ];
        let wrong: Vec<_> = (rows.into_iter())
            .map(|(text, language, want)| (text, pointed_at(&Message::parse(text), language, &seen), want))
            .filter(|(_, got, want)| got.map(Seen::name).as_deref() != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
