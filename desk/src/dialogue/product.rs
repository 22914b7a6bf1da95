//! Products: finding some that fit, and whether one can be had.

pub(super) mod kin;
mod measure;
mod refine;
mod words;

use super::{Topic, clarify, outage, page, policy};
use crate::entity::{Entities, Expecting, PriceRange};
use crate::evidence::{Evidence, Rule};
use crate::intent::{self, Intent};
use crate::lookup::{Answer, Found, Lookup, Search};
use crate::message::Message;
use crate::record::{Product, Variant};
use crate::reply::{Availability, Choice, ProductCard, ProductList, Reason, Reply, Unread};
use crate::retrieval::query::telling_words;
use crate::retrieval::{DocumentKind, Hit, Query};
use crate::seen::{self, Seen};
use crate::state::Awaiting;
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What is wanted of the catalog.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
    /// One product, known by its handle.
    This,
    /// Whatever fits the message.
    Find,
    /// The same, for a message that was not understood: the shop may know its words.
    Guess,
    /// Whatever fits, besides the one at hand.
    Another(String),
    /// These were found, and are read live.
    Tell(Vec<Hit>),
    /// The same, for whoever has seen the one that was named.
    TellOthers(Vec<Hit>),
}

/// Cards that one answer shows.
const MOST_CARDS: usize = 3;

/// A further product fits at least so well, in hundredths of how the best does.
const LEAST_BESIDE: u32 = 80;

/// Looks for the product that the shopper points at, or for what fits their words.
pub(super) fn open(turn: Turn, message: &Message) -> Move {
    if let Some(kin) = kin::asked(&turn, message).filter(|_| turn.has_product() || names_a_thing(&turn, message)) {
        return kin::open(turn, kin, message);
    }
    if let Some(handle) = picked(&turn, message) {
        return Move::Look(vec![Lookup::Product(handle)], turn, Topic::Product(Wish::This));
    }
    if let Some(refined) = refine::refined(&turn, message) {
        let wish = refined.besides.map_or(Wish::Find, Wish::Another);
        return look(turn, refined.text, wish, &[DocumentKind::Product]);
    }
    let says_what = telling_words(message).next().is_some();
    let here = turn.context.page.product.clone().or_else(|| turn.state.product.clone());
    // "How heavy is it?", in whatever language, is asked of the product on the page.
    let query = || Query::parse(message.text(), turn.language(), None);
    let asked = turn.reading.intent();
    let is_of_the_page = turn.context.page.product.is_some()
        && message.words().count() <= MOST_FOLLOW_UP_WORDS
        && (asked == Some(Intent::ProductQuestion)
            || (asked == Some(Intent::StockAvailability) && query().is_only_traits()));
    // "And how much is it?" is asked of what was shown, where it names nothing.
    let is_of_the_last = turn.state.product.is_some()
        && message.words().count() <= MOST_WORDS_ABOUT_THIS
        && matches!(asked, Some(Intent::ProductQuestion | Intent::StockAvailability))
        && turn.reading.is_sure()
        && !query().has_thing();
    // "Is it there in green?", of nothing that was talked about, is no search for whatever is green.
    let says_what = says_what
        && !(here.is_none()
            && matches!(asked, Some(Intent::ProductQuestion | Intent::StockAvailability))
            && message.words().count() <= MOST_FOLLOW_UP_WORDS
            && !words::says(message, &ANYTHING)
            && query().is_only_traits());
    let points = is_of_the_page
        || is_of_the_last
        || words::points_at_something(message)
        || words::goes_on(message)
        || words::asks_for_others(message)
        || (!says_what && PriceRange::find(message.text()).is_none());
    match here {
        Some(handle) if points => Move::Look(vec![Lookup::Product(handle)], turn, Topic::Product(Wish::This)),
        _ if !says_what => ask(turn, message),
        _ => look(turn, message.text().to_owned(), Wish::Find, &DocumentKind::ALL),
    }
}

/// Which product is asked about; the question is kept for the answer.
fn ask(mut turn: Turn, message: &Message) -> Move {
    turn.state.awaiting = Some(Awaiting::Product);
    turn.state.asked = Some(message.text().to_owned());
    turn.end(Workflow::Product, vec![Reply::AskProduct])
}

/// The question that waits for a product, together with the message that names it.
pub(super) fn with_question(turn: &mut Turn, message: &Message, entities: &Entities) -> Option<Message> {
    if turn.state.awaiting != Some(Awaiting::Product) {
        return None;
    }
    turn.state.awaiting = None;
    let asked = turn.state.asked.take()?;
    let read = turn.reading.intent().filter(|_| turn.reading.is_sure());
    let is_other = read.is_some_and(|intent| !intent.is_about_products() && intent != Intent::OutOfScope);
    let asks = Query::parse(message.text(), turn.language(), None).asks_how;
    let is_answer = !asks && telling_words(message).next().is_some() && message.words().count() <= MOST_FOLLOW_UP_WORDS;
    if is_other || !is_answer || entities.order.is_some() || turn.reading.also.contains(&Intent::HumanAgent) {
        return None;
    }
    let question = Message::parse(&[asked.as_str(), " ", message.text()].concat());
    turn.reading = intent::classify(&Message::parse(&asked));
    question.text().clone_into(&mut turn.text);
    Some(question)
}

/// Which of the products that were shown last is meant: "the second one".
fn picked(turn: &Turn, message: &Message) -> Option<String> {
    let shown = turn.state.seen.get(..usize::from(turn.state.shown))?;
    shown.get(seen::place(message)?)?.handle.clone()
}

/// What looks for whatever there is.
const ANYTHING: [&str; 12] = [
    "anything",
    "something",
    "some ",
    "etwas",
    "was in",
    "irgendwas",
    "quelque chose",
    "algo",
    "qualcosa",
    "iets",
    "des choses",
    "things",
];

/// Whether a message that was not understood may name what a shop has: "hammok".
pub(super) fn may_be_named(message: &Message) -> bool {
    (1..=MOST_NAMING_WORDS).contains(&telling_words(message).count())
}

/// More words that nobody understands are a story.
const MOST_NAMING_WORDS: usize = 3;

/// Whether a message that seems to be about something else names what shops sell.
pub(super) fn names_a_thing(turn: &Turn, message: &Message) -> bool {
    Query::parse(message.text(), turn.language(), None).names_a_thing()
}

/// Whether a message names a thing to look for, and not only what something is like.
pub(super) fn has_thing(turn: &Turn, message: &Message) -> bool {
    Query::parse(message.text(), turn.language(), None).has_thing()
}

/// Whether a short message that seems to be about something else may be misspelt words of the shop's.
pub(super) fn may_be_misspelt(turn: &Turn, message: &Message) -> bool {
    may_be_named(message) && message.words().count() <= MOST_NAMING_WORDS && !turn.reading.is_sure()
}

/// Looks whether this shop has it.
pub(super) fn guess(turn: Turn, message: &Message) -> Move {
    look(turn, message.text().to_owned(), Wish::Guess, &DocumentKind::ALL)
}

fn look(mut turn: Turn, text: String, wish: Wish, among: &[DocumentKind]) -> Move {
    // What is searched for is what the message says from now on.
    turn.text.clone_from(&text);
    if wish != Wish::Guess {
        turn.state.search = Some(text.clone());
    }
    let search = Search { text, language: turn.language(), topic: turn.reading.intent(), among: among.to_vec() };
    Move::Look(vec![Lookup::Search(search)], turn, Topic::Product(wish))
}

/// Whether the message only changes what was looked for last: "under 35, please".
pub(super) fn is_refined(turn: &Turn, message: &Message) -> bool {
    let is_of_products = turn.state.topic.is_some_and(Intent::is_about_products) || turn.context.page.product.is_some();
    let goes_on = || kin::asked(turn, message).is_some() || refine::refined(turn, message).is_some();
    is_of_products && turn.state.awaiting.is_none() && goes_on()
}

/// Whether a loosely read message goes on about the product at hand: it points at it, or names a size.
pub(super) fn is_followed_up(turn: &Turn, message: &Message) -> bool {
    turn.has_product()
        && message.words().count() <= MOST_FOLLOW_UP_WORDS
        && (words::points_at_something(message)
            || words::goes_on(message)
            || words::asks_for_others(message)
            || picked(turn, message).is_some())
}

/// Of a question that leaves out what it is about.
const MOST_WORDS_ABOUT_THIS: usize = 5;

/// Longer messages state a wish of their own.
const MOST_FOLLOW_UP_WORDS: usize = 12;

/// Says what was found.
pub(super) fn go_on(mut turn: Turn, wish: Wish, message: &Message, answers: Vec<Answer>) -> Move {
    let found: Result<Vec<Evidence<Found>>, _> = answers.into_iter().map(|answer| answer.outcome).collect();
    let Ok(found) = found else { return outage(turn, Workflow::Product, Unread::Catalog) };
    match wish {
        Wish::This => match found.into_iter().find_map(product) {
            Some(product) => {
                let said = one(&mut turn, &product, message);
                if product.record.available || !matches!(said, Reply::Availability(_)) {
                    return say(turn, said);
                }
                kin::instead(turn, product.record.handle, said)
            }
            None => ask(turn, message),
        },
        Wish::Find | Wish::Guess | Wish::Another(_) => match found.into_iter().next() {
            Some(Evidence { receipt, read_at, record: Found::Hits(mut hits) }) => {
                if let Wish::Another(besides) = &wish {
                    hits.retain(|hit| hit.handle != *besides);
                }
                choose(turn, &Evidence { receipt, read_at, record: hits }, &wish, message)
            }
            _ => outage(turn, Workflow::Product, Unread::Catalog),
        },
        Wish::Tell(hits) => {
            let products = affordable(found, &turn, message);
            tell(turn, &hits, message, products)
        }
        Wish::TellOthers(hits) => {
            let products = affordable(found, &turn, message);
            show(turn, &hits, message, &products)
        }
    }
}

/// A page that says it, or products, which are read live before anything is said of them.
fn choose(turn: Turn, hits: &Evidence<Vec<Hit>>, wish: &Wish, message: &Message) -> Move {
    let is_guess = *wish == Wish::Guess;
    // To a guess half a match is none.
    let is_beside = is_guess && turn.reading.intent() == Some(Intent::OutOfScope) && !names_a_thing(&turn, message);
    let fits = |hit: &&Hit| !is_beside || (hit.unmatched.is_empty() && hit.kind == DocumentKind::Product);
    let Some(best) = hits.record.first().filter(fits) else {
        return match turn.reading.intent() {
            // Whoever names what shops sell is hardly beside the point.
            Some(Intent::OutOfScope) if is_guess && (turn.reading.is_sure() || !has_thing(&turn, message)) => {
                turn.end(Workflow::Conversation, vec![Reply::OutOfScope])
            }
            _ if is_guess => not_understood(turn, message),
            _ => nothing(turn, message),
        };
    };
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
fn affordable(found: Vec<Evidence<Found>>, turn: &Turn, message: &Message) -> Vec<Evidence<Product>> {
    let price = Query::parse(message.text(), turn.language(), None).price;
    let is_affordable = |product: &Evidence<Product>| match product.record.price_range() {
        Some((lowest, highest)) => price.admits((lowest.hundredths(), highest.hundredths())),
        None => price.is_open(),
    };
    found.into_iter().filter_map(product).filter(is_affordable).collect()
}

/// Tells of the one that was named, or of all that were found.
fn tell(mut turn: Turn, hits: &[Hit], message: &Message, mut products: Vec<Evidence<Product>>) -> Move {
    let query = Query::parse(message.text(), turn.language(), None);
    let named = products.iter().position(|product| is_named_so(&product.record, &query));
    if let Some(product) = named.map(|index| products.swap_remove(index)) {
        let said = one(&mut turn, &product, message);
        return say(turn, said);
    }
    show(turn, hits, message, &products)
}

/// Shows what was found, what can be had first.
fn show(mut turn: Turn, hits: &[Hit], message: &Message, products: &[Evidence<Product>]) -> Move {
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
fn nothing(mut turn: Turn, message: &Message) -> Move {
    // The next wish does not go on from one that found nothing.
    turn.state.search = None;
    let query = Query::parse(message.text(), turn.language(), None);
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

/// What the shop does not write a person may know.
fn say(turn: Turn, said: Reply) -> Move {
    if matches!(said, Reply::Product { is_silent: true, .. }) {
        turn.offer_person(Workflow::Product, vec![said], Reason::NotUnderstood)
    } else {
        turn.end(Workflow::Product, vec![said])
    }
}

/// One product: its availability where a value or stock was asked for, all about it otherwise.
fn one(turn: &mut Turn, product: &Evidence<Product>, message: &Message) -> Reply {
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
        let query = Query::parse(message.text(), turn.language(), None);
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

fn product(found: Evidence<Found>) -> Option<Evidence<Product>> {
    match found.record {
        Found::Product(Some(record)) => Some(Evidence { receipt: found.receipt, read_at: found.read_at, record }),
        _ => None,
    }
}

/// What it is called, of what kind it is, and what it comes in.
fn wording(product: &Product) -> String {
    let options = product.options.iter().flat_map(|option| std::iter::once(&option.name).chain(&option.values));
    [&product.title, &product.kind].into_iter().chain(options).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// By its title, or by its handle, which is its name in the shop's first language.
fn is_named_so(product: &Product, query: &Query) -> bool {
    is_named(&product.title, query) || is_named(&product.handle.replace('-', " "), query)
}

/// The shopper's words are this title: at least two of them, most of it, and hardly one besides.
fn is_named(title: &str, query: &Query) -> bool {
    let title = Message::parse(title);
    let title: Vec<&str> = title.words().collect();
    let asked = query.named().join(" ");
    let (in_title, beside): (Vec<&str>, Vec<&str>) = asked.split(' ').partition(|word| title.contains(word));
    in_title.len() >= 2 && in_title.len() * 2 > title.len() && beside.len() <= 1
}

fn card(product: &Evidence<Product>) -> ProductCard {
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
