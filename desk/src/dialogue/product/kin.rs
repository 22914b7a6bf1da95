//! "Something similar", "what goes well with it?": what the shop itself recommends with a product, and else what the
//! desk finds.

use super::found::{MOST_CARDS, choose, is_named, nothing};
use super::one::card;
use super::{refine, words};
use crate::dialogue::{Topic, outage, product};
use crate::entity::PriceRange;
use crate::evidence::{Evidence, Grounded};
use crate::lookup::{Answer, Found, Lookup, Search};
use crate::message::Message;
use crate::record::{Kin, Product, Recommended};
use crate::reply::{Choice, ProductList, Reply, Unread};
use crate::retrieval::{DocumentKind, Hit};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What is wanted of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
    /// What the shop recommends with a product.
    Kin(Wanted),
    /// The same, of a product that is to be found first.
    KinOfNamed(Kin),
    /// These the shop recommends with the product of this title, and they are read live.
    Tell(Kin, Grounded<String>, Vec<Reply>),
}

/// Products that may do for another, or go with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    kin: Kin,
    /// The handle of the other.
    of: String,
    /// What a search has found already, for where the shop recommends nothing.
    found: Option<Evidence<Vec<Hit>>>,
    /// What is told before, whatever comes of it.
    said: Vec<Reply>,
}

impl Wish {
    /// What is told even where the lookups cannot be waited for.
    pub fn said(self) -> Vec<Reply> {
        match self {
            Self::Kin(Wanted { said, .. }) | Self::Tell(_, _, said) => said,
            Self::KinOfNamed(_) => Vec::new(),
        }
    }
}

/// Which kin of a product the message asks for. The shop recommends without regard to a price that was named, and so
/// such a wish is none for it.
pub(super) fn asked(turn: &Turn, message: &Message) -> Option<Kin> {
    let kin = [(Kin::Companion, &COMPANION[..]), (Kin::Similar, &SIMILAR[..])];
    let (kin, _) = kin.into_iter().find(|(_, cues)| message.says(cues))?;
    let last = turn.state.search.as_deref().filter(|_| turn.context.page.product.is_none());
    let is_priced = |text: &str| PriceRange::find(text).is_some();
    (!is_priced(message.text()) && !last.is_some_and(is_priced)).then_some(kin)
}

/// Asks the shop about the product at hand, or looks for the one that the message names.
pub(super) fn open(mut turn: Turn, kin: Kin, message: &Message) -> Move {
    let query = message.query(turn.language());
    let here = turn.context.page.product.clone().or_else(|| turn.state.product.clone());
    let points = !query.has_thing() || words::points_at_something(message);
    let search = |turn: &Turn, text: &str| {
        let (text, among) = (text.to_owned(), vec![DocumentKind::Product]);
        Lookup::Search(Search { text, language: turn.language(), topic: turn.reading.sure_intent(), among })
    };
    let Some(of) = here.filter(|_| points) else {
        let found = search(&turn, message.text());
        return Move::Look(vec![found], turn, Topic::Kin(Box::new(Wish::KinOfNamed(kin))));
    };
    let refined = refine::refined(&turn, message).map(|refined| refined.text);
    let otherwise = match kin {
        Kin::Similar => Some(refined.unwrap_or_else(|| of.replace('-', " "))),
        // "Which trousers go well with this?"
        Kin::Companion => query.has_thing().then(|| {
            let said = message.words().collect::<Vec<_>>().join(" ");
            COMPANION.iter().fold(said, |said, cue| said.replacen(cue, " ", 1))
        }),
    };
    let mut besides = Vec::new();
    if let Some(text) = otherwise {
        besides.push(search(&turn, &text));
        turn.message = Message::parse(&text);
        turn.state.search = Some(text);
    }
    ask(turn, besides, Wanted { kin, of, found: None, said: Vec::new() })
}

/// Tells that a product is sold out, with what may do instead.
pub(super) fn instead(turn: Turn, of: String, said: Reply) -> Move {
    ask(turn, Vec::new(), Wanted { kin: Kin::Similar, of, found: None, said: vec![said] })
}

fn ask(turn: Turn, besides: Vec<Lookup>, wanted: Wanted) -> Move {
    let recommended = Lookup::Recommended(wanted.kin, wanted.of.clone());
    let lookups = std::iter::once(recommended).chain(besides).collect();
    Move::Look(lookups, turn, Topic::Kin(Box::new(Wish::Kin(wanted))))
}

/// Goes on with what was read. That the shop recommends nothing, or cannot be asked, is the end of nothing.
pub(in crate::dialogue) fn go_on(turn: Turn, wish: Wish, message: &Message, answers: Vec<Answer>) -> Move {
    let (mut hits, mut recommended, mut products, mut is_outage) = (None, None, Vec::new(), false);
    for answer in answers {
        let Ok(Evidence { receipt, read_at, record }) = answer.outcome else {
            is_outage = true;
            continue;
        };
        match record {
            Found::Hits(record) => hits = Some(Evidence { receipt, read_at, record }),
            Found::Recommended(Some(record)) => recommended = Some(Evidence { receipt, read_at, record }),
            Found::Product(Some(record)) if record.available => products.push(Evidence { receipt, read_at, record }),
            _ => {}
        }
    }
    match wish {
        Wish::Tell(kin, title, said) if !products.is_empty() => tell(turn, kin, title, said, &products),
        Wish::Tell(_, _, said) if said.is_empty() && !is_outage => nothing(turn, message),
        Wish::Tell(_, _, said) => end(turn, said, is_outage),
        Wish::Kin(wanted) => {
            let wanted = Wanted { found: hits.or(wanted.found), ..wanted };
            choose_from(turn, recommended.as_ref(), wanted, message, is_outage)
        }
        Wish::KinOfNamed(kin) => match hits {
            Some(hits) => of_named(turn, kin, hits, message),
            None => end(turn, Vec::new(), is_outage),
        },
    }
}

/// Asks the shop about the product that was found by its name.
fn of_named(turn: Turn, kin: Kin, hits: Evidence<Vec<Hit>>, message: &Message) -> Move {
    let query = message.query(turn.language());
    let is_meant = |hit: &&Hit| kin == Kin::Companion || is_named(&hit.title, query);
    match hits.record.first().filter(is_meant).map(|hit| hit.handle.clone()) {
        Some(of) => {
            let found = Some(hits).filter(|_| kin == Kin::Similar);
            ask(turn, Vec::new(), Wanted { kin, of, found, said: Vec::new() })
        }
        None => match turn.context.page.product.clone().or_else(|| turn.state.product.clone()) {
            // Words that neither shop nor lexicon know are no name: "wat past hierbij?"
            Some(of) if hits.record.is_empty() => {
                ask(turn, Vec::new(), Wanted { kin, of, found: None, said: Vec::new() })
            }
            _ => choose(turn, &hits, &product::Wish::Find, message),
        },
    }
}

/// Has what the shop recommends read live; where that is nothing, goes on with what the desk has found.
fn choose_from(
    turn: Turn,
    recommended: Option<&Evidence<Recommended>>,
    wanted: Wanted,
    message: &Message,
    is_outage: bool,
) -> Move {
    let Wanted { kin, of, found, said } = wanted;
    let title = recommended.map(|recommended| recommended.read("title", recommended.record.title.clone()));
    let handles = recommended.map(|recommended| recommended.record.handles.as_slice()).unwrap_or_default();
    let hits = found.map(|mut hits| {
        hits.record.retain(|hit| hit.handle != of);
        hits
    });
    // "Which trousers go with it?" is answered with trousers.
    let named = hits.as_ref().filter(|hits| kin == Kin::Companion && !hits.record.is_empty());
    let is_named = |handle: &String| named.is_none_or(|hits| hits.record.iter().any(|hit| hit.handle == *handle));
    let others = handles.iter().filter(|handle| **handle != of && is_named(handle)).take(MOST_CARDS);
    let lookups: Vec<Lookup> = others.cloned().map(Lookup::Product).collect();
    match (title, hits.filter(|_| said.is_empty())) {
        (Some(title), _) if !lookups.is_empty() => {
            Move::Look(lookups, turn, Topic::Kin(Box::new(Wish::Tell(kin, title, said))))
        }
        (_, Some(hits)) if kin == Kin::Similar || !hits.record.is_empty() => {
            choose(turn, &hits, &product::Wish::Another(of), message)
        }
        (Some(title), _) if kin == Kin::Companion => turn.end(Workflow::Product, vec![Reply::NoCompanion(title)]),
        _ => end(turn, said, is_outage),
    }
}

/// Shows what the shop recommends, as it is now.
fn tell(
    mut turn: Turn,
    kin: Kin,
    title: Grounded<String>,
    mut said: Vec<Reply>,
    products: &[Evidence<Product>],
) -> Move {
    let cards: Vec<_> = products.iter().map(card).collect();
    // While one that is sold out is told of, it is still the talk.
    if let Some(first) = cards.first().filter(|_| said.is_empty()) {
        turn.state.product = Some(first.handle.clone());
        turn.state.price = first.price.as_ref().map(|price| price.value().0.hundredths());
    }
    said.push(Reply::Products(ProductList { cards, fit: Choice::Kin(kin, title), reasons: Vec::new() }));
    turn.end(Workflow::Product, said)
}

/// With what was known before, or else with what is missing.
fn end(turn: Turn, said: Vec<Reply>, is_outage: bool) -> Move {
    match said.is_empty() {
        true if is_outage => outage(turn, Workflow::Product, Unread::Catalog),
        true => turn.end(Workflow::Product, vec![Reply::AskProduct]),
        false => turn.end(Workflow::Product, said),
    }
}

pub(super) const SIMILAR: [&str; 23] = [
    "similar",
    "something like th",
    "anything like th",
    "alternatives",
    "alternative to",
    "alternative for th",
    "ähnlich",
    "so etwas wie das",
    "alternativen",
    "alternative zu",
    "alternative dazu",
    "similaire",
    "semblable",
    "alternative à",
    "parecid",
    "alternativa a",
    "simile",
    "simili",
    "soortgelijk",
    "vergelijkbaar",
    "iets dergelijks",
    "alternatief voor",
    "alternatieven",
];

const COMPANION: [&str; 59] = [
    "goes with",
    "goes well with",
    "go well with",
    "goes nicely with",
    "go nicely with",
    "goes together with",
    "what would go with",
    "to go with",
    "go with this",
    "go with these",
    "pair with",
    "pairs with",
    "pairs well with",
    "to wear with",
    "combine with",
    "combine it with",
    "passt dazu",
    "passt gut dazu",
    "passen dazu",
    "dazu passt",
    "dazu passen",
    "passend dazu",
    "passendes dazu",
    "passt zu diese",
    "passen zu diese",
    "passt zu der",
    "passt zu dem",
    "passt zum",
    "passt zur",
    "passt gut zu",
    "dazu kombinieren",
    "damit kombinieren",
    "va avec",
    "vont avec",
    "va bien avec",
    "vont bien avec",
    "aller avec",
    "assorti",
    "porter avec",
    "associer avec",
    "combina con",
    "combina bien con",
    "combinan con",
    "combinar con",
    "combinarlo con",
    "combinarla con",
    "queda bien con",
    "pega con",
    "si abbina",
    "si abbinano",
    "abbinare",
    "abbinarci",
    "sta bene con",
    "stanno bene con",
    "past erbij",
    "past hierbij",
    "erbij past",
    "past goed bij",
    "combineren met",
];
