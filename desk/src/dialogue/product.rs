//! Products: finding some that fit, and whether one can be had.

mod words;

use serde::{Deserialize, Serialize};

use super::{Topic, outage};
use crate::entity::PriceLimit;
use crate::evidence::{Evidence, Rule};
use crate::intent::Intent;
use crate::lookup::{Answer, Found, Lookup, ProductSearch};
use crate::message::Message;
use crate::record::{Product, Variant};
use crate::reply::{Availability, Choice, ProductCard, ProductList, Reply, Unread};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What is wanted of the catalog.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) enum Wish {
    /// One product, known by its handle.
    This,
    /// Products with all these words.
    Find(ProductSearch),
    /// Products with one of these words each, since none has all.
    FindAny(ProductSearch),
}

/// Cards that one answer shows.
const MOST_CARDS: usize = 3;

/// Words that a search is relaxed over; more would be a lookup each.
const MOST_TERMS: usize = 4;

/// Looks for the product that the shopper points at, or for products with their words.
pub(super) fn open(turn: Turn, message: &Message, limit: Option<PriceLimit>) -> Move {
    let terms = words::search_terms(message);
    let here = turn.context.page.product.clone().or_else(|| turn.state.product.clone());
    // "How heavy is it?", in whatever language, is asked of the product on the page.
    let is_of_the_page = turn.context.page.product.is_some()
        && turn.reading.intent() == Some(Intent::ProductQuestion)
        && message.words().count() <= MOST_FOLLOW_UP_WORDS;
    let points = is_of_the_page
        || words::points_at_something(message)
        || words::goes_on(message)
        || (terms.is_empty() && limit.is_none());
    match here {
        Some(handle) if points => Move::Look(vec![Lookup::Product(handle)], turn, Topic::Product(Wish::This)),
        _ if terms.is_empty() => turn.end(Workflow::Product, vec![Reply::AskProduct]),
        _ => {
            let search = ProductSearch { terms, price_limit_hundredths: limit.map(|limit| limit.hundredths) };
            Move::Look(vec![Lookup::Products(search.clone())], turn, Topic::Product(Wish::Find(search)))
        }
    }
}

/// Whether a loosely read message goes on about the product at hand: it points at it, or names a size.
pub(super) fn is_followed_up(turn: &Turn, message: &Message) -> bool {
    turn.has_product()
        && message.words().count() <= MOST_FOLLOW_UP_WORDS
        && (words::points_at_something(message) || words::goes_on(message))
}

/// Longer messages state a wish of their own.
const MOST_FOLLOW_UP_WORDS: usize = 12;

/// Says what was found.
pub(super) fn go_on(turn: Turn, wish: Wish, message: &Message, answers: Vec<Answer>) -> Move {
    if answers.iter().any(|answer| answer.outcome.is_err()) {
        return outage(turn, Workflow::Product, Unread::Catalog);
    }
    match wish {
        Wish::This => match answers.into_iter().find_map(|answer| answer.outcome.ok()) {
            Some(Evidence { receipt, read_at, record: Found::Product(Some(product)) }) => {
                one(turn, &Evidence { receipt, read_at, record: vec![product] }, 0, message)
            }
            _ => turn.end(Workflow::Product, vec![Reply::AskProduct]),
        },
        Wish::Find(search) => found_all(turn, search, message, answers),
        Wish::FindAny(search) => found_some(turn, &search, answers),
    }
}

fn found_all(mut turn: Turn, search: ProductSearch, message: &Message, answers: Vec<Answer>) -> Move {
    let Some(products) = answers.into_iter().find_map(products) else {
        return outage(turn, Workflow::Product, Unread::Catalog);
    };
    let fitting = fitting(&products, &search);
    if let Some(index) = fitting.iter().copied().find(|index| names(&products, *index, &search.terms)) {
        return one(turn, &products, index, message);
    }
    if !fitting.is_empty() {
        let cards: Vec<_> = fitting.iter().take(MOST_CARDS).filter_map(|index| card(&products, *index)).collect();
        turn.state.product = cards.first().map(|card| card.handle.clone());
        return turn.end(Workflow::Product, vec![Reply::Products(ProductList { cards, fit: Choice::All })]);
    }
    if search.terms.len() < 2 {
        return turn.end(Workflow::Product, vec![Reply::NoProduct { words: search.terms }]);
    }
    let one_by_one = search.terms.iter().take(MOST_TERMS).map(|term| {
        Lookup::Products(ProductSearch {
            terms: vec![term.clone()],
            price_limit_hundredths: search.price_limit_hundredths,
        })
    });
    Move::Look(one_by_one.collect(), turn, Topic::Product(Wish::FindAny(search)))
}

/// The products that most of the words found; nothing, where fewer than half of the words fit any.
fn found_some(mut turn: Turn, search: &ProductSearch, answers: Vec<Answer>) -> Move {
    let mut hits: Vec<(String, Vec<String>, ProductCard)> = Vec::new();
    for (answer, term) in answers.into_iter().zip(&search.terms) {
        let Some(products) = products(answer) else { continue };
        for card in fitting(&products, search).into_iter().filter_map(|index| card(&products, index)) {
            match hits.iter_mut().find(|(handle, ..)| *handle == card.handle) {
                Some((_, terms, _)) => terms.push(term.clone()),
                None => hits.push((card.handle.clone(), vec![term.clone()], card)),
            }
        }
    }
    hits.sort_by_key(|(_, terms, _)| std::cmp::Reverse(terms.len()));
    let matched = hits.first().map(|(_, terms, _)| terms.clone()).unwrap_or_default();
    if matched.len() * 2 < search.terms.len() || matched.is_empty() {
        return turn.end(Workflow::Product, vec![Reply::NoProduct { words: search.terms.clone() }]);
    }
    let best = hits.into_iter().filter(|(_, terms, _)| *terms == matched).map(|(.., card)| card);
    let cards: Vec<_> = best.take(MOST_CARDS).collect();
    turn.state.product = cards.first().map(|card| card.handle.clone());
    turn.end(Workflow::Product, vec![Reply::Products(ProductList { cards, fit: Choice::Some(matched) })])
}

/// One product: its availability where a value or stock was asked for, all about it otherwise.
fn one(mut turn: Turn, products: &Evidence<Vec<Product>>, index: usize, message: &Message) -> Move {
    let (Some(product), Some(card)) = (products.record.get(index), card(products, index)) else {
        return outage(turn, Workflow::Product, Unread::Catalog);
    };
    turn.state.product = Some(product.handle.clone());
    let wanted = words::wanted_values(message, product);
    let unheard_of = words::unheard_of_size(message, product);
    let asks_for_stock = turn.reading.intent() == Some(Intent::StockAvailability) || words::asks_for_options(message);
    if wanted.is_empty() && unheard_of.is_none() && !asks_for_stock {
        let description = products.read(format!("[{index}].description"), product.description.clone());
        return turn.end(Workflow::Product, vec![Reply::Product { card: Box::new(card), description }]);
    }
    let matching: Vec<Variant> =
        product.variants.iter().filter(|v| wanted.iter().all(|value| v.options.contains(value))).cloned().collect();
    let matching = products.derive(Rule::Selection, format!("[{index}].variants[with the named values]"), matching);
    turn.end(
        Workflow::Product,
        vec![Reply::Availability(Box::new(Availability { card, wanted, unheard_of, matching }))],
    )
}

fn products(answer: Answer) -> Option<Evidence<Vec<Product>>> {
    let evidence = answer.outcome.ok()?;
    match evidence.record {
        Found::Products(record) => Some(Evidence { receipt: evidence.receipt, read_at: evidence.read_at, record }),
        _ => None,
    }
}

/// Indices of what the shopper can afford, what can be had first, else in the shop's order of relevance. The price is
/// compared here even where the shop was asked to: a filter that an upstream ignores must not become a wrong answer.
fn fitting(products: &Evidence<Vec<Product>>, search: &ProductSearch) -> Vec<usize> {
    let affordable = |product: &Product| match (search.price_limit_hundredths, product.price_range()) {
        (None, _) => true,
        (Some(limit), Some((lowest, _))) => lowest.minor <= limit,
        (Some(_), None) => false,
    };
    let mut indices: Vec<(usize, bool)> =
        products.record.iter().enumerate().filter(|(_, p)| affordable(p)).map(|(i, p)| (i, p.available)).collect();
    indices.sort_by_key(|(_, available)| !available);
    indices.into_iter().map(|(index, _)| index).collect()
}

/// The shopper's words are this product's name: at least two of them, and all in its title.
fn names(products: &Evidence<Vec<Product>>, index: usize, terms: &[String]) -> bool {
    let Some(product) = products.record.get(index) else { return false };
    let title = Message::parse(&product.title);
    let words: Vec<&str> = title.words().collect();
    terms.len() >= 2 && terms.iter().all(|term| words.contains(&term.as_str())) && terms.len() * 2 > words.len()
}

fn card(products: &Evidence<Vec<Product>>, index: usize) -> Option<ProductCard> {
    let product = products.record.get(index)?;
    let at = |member: &str| format!("[{index}].{member}");
    Some(ProductCard {
        handle: product.handle.clone(),
        title: products.read(at("title"), product.title.clone()),
        price: product.price_range().map(|range| products.derive(Rule::PriceRange, at("variants[].price"), range)),
        available: products.read(at("available"), product.available),
        options: products.read(at("options"), product.options.clone()),
        variants: products.read(at("variants"), product.variants.clone()),
        url: product.url.clone().map(|url| products.read(at("url"), url)),
        image: product.image.clone(),
    })
}
