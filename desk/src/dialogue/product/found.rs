//! What is said of what a search found.

use super::one::{card, one, say};
use super::{Wish, ask, product};
use crate::dialogue::{Topic, clarify, page};
use crate::entity::{Entities, Expecting};
use crate::evidence::Evidence;
use crate::intent::Intent;
use crate::lookup::{Found, Lookup};
use crate::message::Message;
use crate::record::Product;
use crate::reply::{Choice, ProductCard, ProductList, Reply};
use crate::retrieval::{DocumentKind, Hit, Query};
use crate::seen::{self, Seen};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// Cards that one answer shows.
pub(super) const MOST_CARDS: usize = 3;

/// A further product fits at least so well, in hundredths of how the best does.
const LEAST_BESIDE: u32 = 80;

/// A page that says it, or products, which are read live before anything is said of them.
pub(super) fn choose(mut turn: Turn, hits: &Evidence<Vec<Hit>>, wish: &Wish, message: &Message) -> Move {
    let is_guess = *wish == Wish::Guess;
    // To a guess half a match is none.
    let is_beside = is_guess
        && turn.reading.intent() == Some(Intent::OutOfScope)
        && !message.query(turn.language()).names_a_thing();
    let fits = |hit: &&Hit| !is_beside || (hit.unmatched.is_empty() && hit.kind == DocumentKind::Product);
    let Some(best) = hits.record.first().filter(fits) else {
        return match turn.reading.intent() {
            // Whoever names what shops sell is hardly beside the point.
            Some(Intent::OutOfScope)
                if is_guess && (turn.reading.is_sure() || !message.query(turn.language()).has_thing()) =>
            {
                turn.end(Workflow::Conversation, vec![Reply::OutOfScope])
            }
            _ if is_guess => not_understood(turn, message),
            _ => nothing(turn, message),
        };
    };
    // What a guess found is what was looked for, and may be asked about; such a question is no other search.
    let asked = turn.message.text();
    if turn.state.search.as_ref().is_none_or(|last| !asked.starts_with(last.as_str())) {
        turn.state.search = Some(asked.to_owned());
    }
    if best.kind != DocumentKind::Product {
        let excerpt = page::excerpt(hits, 0, best);
        return turn.end(Workflow::Product, vec![Reply::Policy(excerpt)]);
    }
    let least = u32::from(best.score) * LEAST_BESIDE;
    let products = hits.record.iter().filter(|hit| hit.kind == DocumentKind::Product);
    let fitting: Vec<Hit> =
        products.filter(|hit| u32::from(hit.score) * 100 >= least).take(MOST_CARDS).cloned().collect();
    let lookups = fitting.iter().map(|hit| Lookup::Product(hit.handle.clone())).collect();
    let tell = if matches!(wish, Wish::Another(_)) { Wish::TellOthers(fitting) } else { Wish::Tell(fitting) };
    Move::Look(lookups, turn, Topic::Product(tell))
}

/// The products as they are now, without those that are gone or cost more by now.
pub(super) fn affordable(found: Vec<Evidence<Found>>, turn: &Turn, message: &Message) -> Vec<Evidence<Product>> {
    let price = message.query(turn.language()).price;
    let is_affordable = |product: &Evidence<Product>| match product.record.price_range() {
        Some((lowest, highest)) => price.admits((lowest.hundredths(), highest.hundredths())),
        None => price.is_open(),
    };
    found.into_iter().filter_map(product).filter(is_affordable).collect()
}

/// Tells of the one that was named, or of all that were found.
pub(super) fn tell(mut turn: Turn, hits: &[Hit], message: &Message, mut products: Vec<Evidence<Product>>) -> Move {
    let query = message.query(turn.language());
    let named = products.iter().position(|product| is_named_so(&product.record, query));
    if let Some(product) = named.map(|index| products.swap_remove(index)) {
        let said = one(&mut turn, &product, message);
        return say(turn, said);
    }
    show(turn, hits, message, &products)
}

/// Shows what was found, what can be had first.
pub(super) fn show(mut turn: Turn, hits: &[Hit], message: &Message, products: &[Evidence<Product>]) -> Move {
    let (available, sold_out): (Vec<_>, Vec<_>) = products.iter().partition(|product| product.record.available);
    let cards: Vec<ProductCard> = available.into_iter().chain(sold_out).map(card).collect();
    let Some(first) = cards.first() else {
        return nothing(turn, message);
    };
    turn.state.product = Some(first.handle.clone());
    let by_card = |card: &ProductCard| {
        let record = products.iter().map(|product| &product.record).find(|record| record.handle == card.handle)?;
        Some(Seen::product(record))
    };
    let shown: Vec<Seen> = cards.iter().filter_map(by_card).collect();
    turn.state.shown = u8::try_from(shown.len()).unwrap_or_default();
    seen::keep(&mut turn.state.seen, shown);
    turn.state.price = first.price.as_ref().map(|price| price.value().0.hundredths());
    let fit = match hits.first() {
        Some(best) if !best.unmatched.is_empty() => Choice::Some(best.matched.clone()),
        _ => Choice::All,
    };
    let reasons = hits.iter().map(|hit| (hit.handle.clone(), hit.matched.clone()));
    turn.end(Workflow::Product, vec![Reply::Products(ProductList { cards, fit, reasons: reasons.collect() })])
}

fn not_understood(turn: Turn, message: &Message) -> Move {
    let calendar = turn.state.calendar(turn.context.now, &turn.context.page);
    clarify::not_understood(turn, &Entities::read(message, Expecting::Nothing, calendar))
}

/// Says that nothing fits, naming what was looked for.
pub(super) fn nothing(mut turn: Turn, message: &Message) -> Move {
    // The next wish does not go on from one that found nothing.
    turn.state.search = None;
    let query = message.query(turn.language());
    if !query.has_thing() {
        if !turn.reading.is_sure() {
            return not_understood(turn, message);
        }
        if turn.reading.intent() == Some(Intent::ProductQuestion) {
            return ask(turn, message);
        }
    }
    let words = query.words();
    turn.end(Workflow::Product, vec![Reply::NoProduct { words }])
}

/// By its title, or by its handle, which is its name in the shop's first language.
fn is_named_so(product: &Product, query: &Query) -> bool {
    is_named(&product.title, query) || is_named(&product.handle.replace('-', " "), query)
}

/// The shopper's words are this title: at least two of them, most of it, and hardly one besides.
pub(super) fn is_named(title: &str, query: &Query) -> bool {
    let title = Message::parse(title);
    let title: Vec<&str> = title.words().collect();
    let asked = query.named().join(" ");
    let (in_title, beside): (Vec<&str>, Vec<&str>) = asked.split(' ').partition(|word| title.contains(word));
    in_title.len() >= 2 && in_title.len() * 2 > title.len() && beside.len() <= 1
}
