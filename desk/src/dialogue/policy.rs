//! The shop's rules, in the shop's own words.

mod passage;

pub(super) use passage::{asks_cost, asks_time};

use super::{Topic, outage};
use crate::evidence::{Evidence, Rule};
use crate::intent::Intent;
use crate::language::Language;
use crate::lookup::{Answer, Found, Lookup};
use crate::message::Message;
use crate::record::{Policy, PolicyBlock, PolicyKind, passages};
use crate::reply::{PolicyExcerpt, Reason, Reply, Unread};
use crate::turn::{Move, Turn};
use crate::workflow::Workflow;

/// Which page is wanted, and whether the shopper wants something done besides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Wish {
    kind: PolicyKind,
    /// What only a person can do, once the rules are on the table.
    then: Option<Intent>,
}

/// Blocks that an excerpt quotes at most, and characters after which it stops taking more. The link leads to the rest.
const MOST_BLOCKS: usize = 8;
const ENOUGH_CHARACTERS: usize = 700;

/// A section shorter than this is an introduction, and the next one goes with it.
const LEAST_CHARACTERS: usize = 250;

/// Whether a policy page answers this intent.
pub(super) fn answers(intent: Intent, message: &Message) -> bool {
    page(intent, message).is_some()
}

/// Whether the message is about what the shop does with personal data, whatever else it wants.
pub(super) fn asks_for_privacy(message: &Message) -> bool {
    message.says(&PRIVACY)
}

const PRIVACY: [&str; 14] = [
    "privacy",
    "my data",
    "personal data",
    "cookie",
    "gdpr",
    "datenschutz",
    "meine daten",
    "dsgvo",
    "mes données",
    "rgpd",
    "mis datos",
    "miei dati",
    "mijn gegevens",
    "protección de datos",
];

fn page(intent: Intent, message: &Message) -> Option<PolicyKind> {
    let says = |cues: &[&str]| cues.iter().any(|cue| message.text().contains(cue));
    match intent {
        Intent::RefundPolicy if says(&["shipping policy", "delivery policy"]) => Some(PolicyKind::Shipping),
        Intent::RefundPolicy | Intent::ReturnRequest | Intent::ExchangeRequest => Some(PolicyKind::Refund),
        Intent::DeliveryInfo => Some(PolicyKind::Shipping),
        Intent::Account if asks_for_privacy(message) => Some(PolicyKind::Privacy),
        _ => None,
    }
}

/// Reads the page.
pub(super) fn open(turn: Turn, intent: Intent, message: &Message) -> Move {
    let kind = page(intent, message).unwrap_or(PolicyKind::Refund);
    let then = matches!(intent, Intent::ReturnRequest | Intent::ExchangeRequest).then_some(intent);
    Move::Look(vec![Lookup::Policy(kind)], turn, Topic::Policy(Wish { kind, then }))
}

/// Quotes the passage that fits the question best.
pub(super) fn go_on(turn: Turn, wish: Wish, message: &Message, answers: Vec<Answer>) -> Move {
    let Some(Ok(evidence)) = answers.into_iter().next().map(|answer| answer.outcome) else {
        return outage(turn, Workflow::Policy, Unread::Policy);
    };
    let Found::Policy(Some(policy)) = &evidence.record else {
        return turn.offer_person(Workflow::Policy, vec![Reply::NoPolicy(wish.kind)], Reason::NotUnderstood);
    };
    let mut replies = vec![Reply::Policy(excerpt(&evidence, policy, message, turn.language()))];
    if wish.then.is_some() {
        replies.extend(super::about_item(&turn));
    }
    match wish.then {
        Some(intent) => turn.offer_person(Workflow::Policy, replies, Reason::NotHandled(intent)),
        None => turn.end(Workflow::Policy, replies),
    }
}

fn excerpt(evidence: &Evidence<Found>, policy: &Policy, message: &Message, language: Language) -> PolicyExcerpt {
    PolicyExcerpt {
        title: evidence.read("title", policy.title.clone()),
        blocks: evidence.derive(Rule::Selection, "blocks[]", section(policy, message, language)),
        url: evidence.read("url", policy.url.clone()),
    }
}

/// The section that the question is about, or the page's beginning.
fn section(policy: &Policy, message: &Message, language: Language) -> Vec<PolicyBlock> {
    let sections: Vec<&[PolicyBlock]> = passages(&policy.blocks);
    let first = passage::best(&sections, policy.kind, message, language);
    let mut taken: Vec<PolicyBlock> = Vec::new();
    for section in sections.iter().skip(first) {
        if length(&taken) >= LEAST_CHARACTERS {
            break;
        }
        taken.extend(section.iter().cloned());
    }
    shortened(&taken)
}

/// As much of a passage as is quoted.
pub(super) fn shortened(blocks: &[PolicyBlock]) -> Vec<PolicyBlock> {
    let mut taken: Vec<PolicyBlock> = Vec::new();
    for block in blocks {
        if taken.len() >= MOST_BLOCKS || length(&taken) >= ENOUGH_CHARACTERS {
            break;
        }
        taken.push(block.clone());
    }
    taken
}

fn length(blocks: &[PolicyBlock]) -> usize {
    blocks.iter().map(|block| block.text().chars().count()).sum()
}
