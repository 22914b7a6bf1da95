//! Questions that the shop's articles and pages may answer, where nothing can be looked up or done: discounts, accounts,
//! repairs. What they say is quoted; a person is offered besides.

use super::Topic;
use crate::evidence::{Evidence, Rule};
use crate::intent::Intent;
use crate::lookup::{Answer, Found, Lookup, Search};
use crate::message::Message;
use crate::reply::{PolicyExcerpt, Reason, Reply};
use crate::retrieval::{DocumentKind, Hit};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// What only a person can do, once the page is on the table.
pub(crate) type Wish = Intent;

/// How well a passage must fit, in thousandths, to be quoted to somebody who wants something done, besides having all
/// that they named: half an answer would
/// only keep them waiting.
const LEAST: u16 = 700;

const PAGES: [DocumentKind; 3] = [DocumentKind::Article, DocumentKind::Page, DocumentKind::Policy];

/// Looks for a passage. Who wants an invoice wants the paper: how one pays by it is another question.
pub(super) fn open(turn: Turn, wish: Wish, message: &Message) -> Move {
    let text = message.text().to_owned();
    if wish == Intent::Invoice && !message.query(turn.language()).asks_how {
        return turn.offer_person(Workflow::Policy, Vec::new(), Reason::NotHandled(wish));
    }
    let search = Search { text, language: turn.language(), topic: Some(wish), among: PAGES.to_vec() };
    Move::Look(vec![Lookup::Search(search)], turn, Topic::Page(wish))
}

/// Quotes the passage that fits, where one does. That the pages cannot be read just now is no reason to keep a shopper
/// from a person.
pub(super) fn go_on(turn: Turn, wish: Wish, answers: Vec<Answer>) -> Move {
    let found = answers.into_iter().next().and_then(|answer| answer.outcome.ok());
    let replies = match found {
        Some(Evidence { receipt, read_at, record: Found::Hits(hits) }) => {
            let hits = Evidence { receipt, read_at, record: hits };
            let is_whole = |best: &&Hit| best.score >= LEAST && best.unmatched.is_empty();
            let best = hits.record.first().filter(is_whole);
            best.map(|best| Reply::Policy(excerpt(&hits, 0, best))).into_iter().collect()
        }
        _ => Vec::new(),
    };
    turn.offer_person(Workflow::Policy, replies, Reason::NotHandled(wish))
}

/// A passage as it was found, quoted.
pub(super) fn excerpt(hits: &Evidence<Vec<Hit>>, index: usize, hit: &Hit) -> PolicyExcerpt {
    let at = |member: &str| format!("[{index}].{member}");
    PolicyExcerpt {
        title: hits.read(at("title"), hit.title.clone()),
        blocks: hits.derive(Rule::Selection, at("blocks"), super::policy::shortened(&hit.blocks)),
        url: hits.read(at("url"), hit.url.clone()),
    }
}
