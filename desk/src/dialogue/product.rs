//! Products: finding some that fit, and whether one can be had.

mod found;
pub(super) mod kin;
mod measure;
mod one;
mod refine;
mod sought;
mod words;

pub(super) use self::sought::is_sought;
use super::{Topic, outage};
use crate::entity::{Entities, PriceRange};
use crate::evidence::Evidence;
use crate::intent::{self, Intent};
use crate::language::Language;
use crate::lookup::{Answer, Found, Lookup, Search};
use crate::message::Message;
use crate::record::Product;
use crate::reply::{Reply, Unread};
use crate::retrieval::query::{SIZES, telling_words};
use crate::retrieval::{DocumentKind, Hit};
use crate::seen;
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

/// Looks for the product that the shopper points at, or for what fits their words.
pub(super) fn open(turn: Turn, message: &Message) -> Move {
    if let Some(kin) =
        kin::asked(&turn, message).filter(|_| turn.has_product() || message.query(turn.language()).names_a_thing())
    {
        return kin::open(turn, kin, message);
    }
    if let Some(handle) = picked(&turn, message) {
        return Move::Look(vec![Lookup::Product(handle)], turn, Topic::Product(Wish::This));
    }
    if let Some(refined) = refine::refined(&turn, message) {
        let wish = refined.besides.map_or(Wish::Find, Wish::Another);
        return look(turn, refined.text, wish, &[DocumentKind::Product]);
    }
    let says_what = telling_words(message, turn.language()).next().is_some();
    let here = turn.context.page.product.clone().or_else(|| turn.state.product.clone());
    // "How heavy is it?", in whatever language, is asked of the product on the page.
    let query = || message.query(turn.language());
    let asked = turn.reading.intent();
    let is_of_the_page = turn.context.page.product.is_some()
        && message.length() <= MOST_FOLLOW_UP_WORDS
        && (asked == Some(Intent::ProductQuestion)
            || (asked == Some(Intent::StockAvailability) && query().is_only_traits()));
    // "And how much is it?" is asked of what was shown, where it names nothing.
    let is_of_the_last = turn.state.product.is_some()
        && message.length() <= MOST_WORDS_ABOUT_THIS
        && matches!(asked, Some(Intent::ProductQuestion | Intent::StockAvailability))
        && turn.reading.is_sure()
        && !query().has_thing();
    // "Is it there in green?", of nothing that was talked about, is no search for whatever is green.
    let says_what = says_what
        && !(here.is_none()
            && matches!(asked, Some(Intent::ProductQuestion | Intent::StockAvailability))
            && message.length() <= MOST_FOLLOW_UP_WORDS
            && !message.says(&ANYTHING)
            && query().is_only_traits());
    let points = || {
        is_of_the_page
            || is_of_the_last
            || names_its_size(&turn, message)
            || words::points_at_something(message)
            || words::goes_on(message)
            || words::asks_for_others(message)
            || (!says_what && PriceRange::find(message.text()).is_none())
    };
    match here {
        Some(handle) if points() => Move::Look(vec![Lookup::Product(handle)], turn, Topic::Product(Wish::This)),
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
    let read = turn.reading.sure_intent();
    let is_other = read.is_some_and(|intent| !intent.is_about_products() && intent != Intent::OutOfScope);
    let asks = message.query(turn.language()).asks_how;
    let is_answer =
        !asks && telling_words(message, turn.language()).next().is_some() && message.length() <= MOST_FOLLOW_UP_WORDS;
    if is_other || !is_answer || entities.order.is_some() || turn.reading.also.contains(&Intent::HumanAgent) {
        return None;
    }
    let question = Message::parse(&[asked.as_str(), " ", message.text()].concat());
    turn.reading = intent::classify(&Message::parse(&asked));
    turn.message = question.clone();
    Some(question)
}

/// Which of the products that were shown last is meant: "the second one".
fn picked(turn: &Turn, message: &Message) -> Option<String> {
    let shown = turn.state.seen.get(..usize::from(turn.state.shown)).filter(|shown| !shown.is_empty())?;
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
pub(super) fn may_be_named(message: &Message, language: Language) -> bool {
    (1..=MOST_NAMING_WORDS).contains(&telling_words(message, language).count())
}

/// More words that nobody understands are a story.
const MOST_NAMING_WORDS: usize = 3;

/// Whether a short message that seems to be about something else may be misspelt words of the shop's.
pub(super) fn may_be_misspelt(turn: &Turn, message: &Message) -> bool {
    may_be_named(message, turn.language()) && message.length() <= MOST_NAMING_WORDS && !turn.reading.is_sure()
}

/// Looks for what fits the words, whatever else they may mean.
pub(super) fn seek(turn: Turn, message: &Message) -> Move {
    let among: &[_] =
        if message.query(turn.language()).asks_reduced() { &[DocumentKind::Product] } else { &DocumentKind::ALL };
    look(turn, message.text().to_owned(), Wish::Find, among)
}

/// Looks whether this shop has it.
pub(super) fn guess(turn: Turn, message: &Message) -> Move {
    look(turn, message.text().to_owned(), Wish::Guess, &DocumentKind::ALL)
}

fn look(mut turn: Turn, text: String, wish: Wish, among: &[DocumentKind]) -> Move {
    // What is searched for is what the message says from now on.
    turn.message = Message::parse(&text);
    if wish != Wish::Guess {
        turn.state.search = Some(text.clone());
    }
    let search = Search { text, language: turn.language(), topic: turn.reading.sure_intent(), among: among.to_vec() };
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
        && message.length() <= MOST_FOLLOW_UP_WORDS
        && (words::points_at_something(message)
            || words::goes_on(message)
            || words::asks_for_others(message)
            || picked(turn, message).is_some())
}

/// Whether a message names a size, and no thing, where there is a product to have it: "which size suits me, L?".
fn names_its_size(turn: &Turn, message: &Message) -> bool {
    let names_a_size = message.words().any(|word| SIZES.contains(&word) && word.len() <= LONGEST_SIGN_OF_SIZE);
    turn.has_product() && names_a_size && !message.query(turn.language()).has_thing()
}

/// "Small" is said of much.
const LONGEST_SIGN_OF_SIZE: usize = 4;

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
                let said = one::one(&mut turn, &product, message);
                if product.record.available || !matches!(said, Reply::Availability(_)) {
                    return one::say(turn, said);
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
                found::choose(turn, &Evidence { receipt, read_at, record: hits }, &wish, message)
            }
            _ => outage(turn, Workflow::Product, Unread::Catalog),
        },
        Wish::Tell(hits) => {
            let products = found::affordable(found, &turn, message);
            found::tell(turn, &hits, message, products)
        }
        Wish::TellOthers(hits) => {
            let products = found::affordable(found, &turn, message);
            found::show(turn, &hits, message, &products)
        }
    }
}

fn product(found: Evidence<Found>) -> Option<Evidence<Product>> {
    match found.record {
        Found::Product(Some(record)) => Some(Evidence { receipt: found.receipt, read_at: found.read_at, record }),
        _ => None,
    }
}
