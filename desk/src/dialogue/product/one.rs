//! What is said of one product.

use super::{measure, words};
use crate::dialogue::policy;
use crate::evidence::{Evidence, Rule};
use crate::intent::Intent;
use crate::message::Message;
use crate::record::{Product, Variant};
use crate::reply::{Availability, ProductCard, Reason, Reply};
use crate::seen::{self, Seen};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What the shop does not write a person may know.
pub(super) fn say(turn: Turn, said: Reply) -> Move {
    if matches!(said, Reply::Product { is_silent: true, .. }) {
        turn.offer_person(Workflow::Product, vec![said], Reason::NotUnderstood)
    } else {
        turn.end(Workflow::Product, vec![said])
    }
}

/// One product: its availability where a value or stock was asked for, all about it otherwise.
pub(super) fn one(turn: &mut Turn, product: &Evidence<Product>, message: &Message) -> Reply {
    let record = &product.record;
    let is_the_same = turn.state.product.as_ref() == Some(&record.handle);
    if !turn.state.seen.iter().any(|seen| seen.handle.as_ref() == Some(&record.handle)) {
        seen::keep(&mut turn.state.seen, vec![Seen::product(record)]);
        turn.state.shown = 0;
    }
    let language = turn.language();
    let mut wanted = words::wanted_values(message, record, language);
    if is_the_same && words::goes_on(message) {
        // "Is it there in M?", "and in moss?": in M and in moss.
        let is_open = |(option, _): &&(String, String)| !wanted.iter().any(|(named, _)| named == option);
        let kept: Vec<_> = turn.state.wanted.iter().filter(is_open).cloned().collect();
        wanted.extend(kept);
    }
    turn.state.product = Some(record.handle.clone());
    turn.state.price = record.price_range().map(|(lowest, _)| lowest.hundredths());
    turn.state.wanted.clone_from(&wanted);
    let unheard_of = words::unheard_of_size(message, record);
    let names_colour = words::names_other_colour(message, record, language);
    let asks_for_stock =
        turn.reading.intent() == Some(Intent::StockAvailability) || words::asks_for_options(message) || names_colour;
    let card = Box::new(card(product));
    if wanted.is_empty() && unheard_of.is_none() && !asks_for_stock {
        // The card has the price, and nobody's description.
        let asks_price = policy::asks_cost(message) && card.price.is_some();
        let query = message.query(turn.language());
        let told = measure::told(message, &record.description).or_else(|| query.telling_part(&record.description));
        let is_silent = told.is_none() && !asks_price && query.asks_beside(&wording(record));
        let quoted = if asks_price { String::new() } else { told.unwrap_or_else(|| record.description.clone()) };
        let description = product.derive(Rule::Selection, "description", quoted);
        return Reply::Product { card, description, is_silent };
    }
    let has_all = |variant: &&Variant| !names_colour && wanted.iter().all(|value| variant.options.contains(value));
    let matching: Vec<Variant> = record.variants.iter().filter(has_all).cloned().collect();
    let matching = product.derive(Rule::Selection, "variants[with the named values]", matching);
    let availability = Availability { card: *card, wanted, unheard_of, matching };
    Reply::Availability(Box::new(availability))
}

/// What it is called, of what kind it is, and what it comes in.
fn wording(product: &Product) -> String {
    let options = product.options.iter().flat_map(|option| std::iter::once(&option.name).chain(&option.values));
    [&product.title, &product.kind].into_iter().chain(options).map(String::as_str).collect::<Vec<_>>().join(" ")
}

pub(super) fn card(product: &Evidence<Product>) -> ProductCard {
    let record = &product.record;
    ProductCard {
        handle: record.handle.clone(),
        title: product.read("title", record.title.clone()),
        price: record.price_range().map(|range| product.derive(Rule::PriceRange, "variants[].price", range)),
        available: product.read("available", record.available),
        options: product.read("options", record.options.clone()),
        variants: product.read("variants", record.variants.clone()),
        url: record.url.clone().map(|url| product.read("url", url)),
        image: record.image.clone(),
    }
}
