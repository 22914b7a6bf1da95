//! What the desk remembers of a conversation between turns.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::context::Page;
use crate::entity::{Calendar, Email, Entities, Expecting, OrderNumber, Postcode};
use crate::hand_off::REPEATS_THAT_FAIL;
use crate::identity::Identity;
use crate::intent::Intent;
use crate::language::Language;
use crate::proof::{Claim, Contact, OrderProof};
use crate::reply::{Reason, ShopClock};
use crate::seen::Seen;

/// The conversation's memory. Stored as it is; an added member takes its default in older conversations.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct State {
    pub awaiting: Option<Awaiting>,
    pub order: Option<OrderNumber>,
    pub email: Option<Email>,
    pub postcode: Option<Postcode>,
    /// Orders that the shopper has proven to be theirs.
    pub proofs: Vec<OrderProof>,
    /// The order that was told last, in full.
    pub told: Option<OrderNumber>,
    /// Whether it was said whose clock the times are by.
    pub knows_clock: bool,
    /// Orders of a customer's own that they were asked to choose from, as they were numbered.
    pub offered: Vec<OrderNumber>,
    /// A code is out for this wish.
    pub code_for: Option<Intent>,
    /// Claims that failed.
    pub failed_claims: u8,
    /// Handle of the product last talked about.
    pub product: Option<String>,
    /// The option values that were last asked for of that product: option, value.
    pub wanted: Vec<(String, String)>,
    /// What was read of orders and products, the newest first: what a shopper may point at.
    pub seen: Vec<Seen>,
    /// How many of the first of [`State::seen`] were shown together, as "the second one" counts.
    pub shown: u8,
    /// What a shopper wants to send back, or has broken, where it is one of those.
    pub item: Option<Seen>,
    /// The question that waits for a product's name.
    pub asked: Option<String>,
    /// What was searched for last: "a waterproof jacket, under 150".
    pub search: Option<String>,
    /// The price of the product last shown first, in hundredths of the major unit.
    pub price: Option<i64>,
    /// Messages in a row that were not understood, or had to be asked about.
    pub unclear: u8,
    /// The language of the shopper's last line that showed one; the page's before that.
    pub language: Option<Language>,
    /// What the conversation is about.
    pub topic: Option<Intent>,
    /// Everything that it has been about so far, each once, in order: what a person needs of a long conversation.
    pub topics: Vec<Intent>,
    /// What it was about before the last message.
    pub topic_before: Option<Intent>,
    /// Messages in a row that stated the same wish.
    pub repeats: u8,
    /// The shop's time zone, in minutes east of UTC, as the last order told it.
    pub utc_offset_minutes: i32,
}

/// What was asked last.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Awaiting {
    OrderNumber,
    /// E-mail or postcode.
    Contact,
    /// Which of [`State::offered`].
    WhichOrder,
    /// Which product [`State::asked`] is about.
    Product,
    /// Which of two wishes is meant.
    Choice([Intent; 2]),
    /// Whether to bring in a person for this wish, perhaps with a code before.
    CodeConsent(Intent),
    /// Whether to bring in a person, for this reason.
    HandOffConsent(Reason),
}

/// Claims that may fail before a person is offered instead. Few enough that guessing a postcode is hopeless.
pub const MOST_CLAIMS: u8 = 5;

impl State {
    /// How to read the next message's bare numbers.
    pub fn expecting(&self) -> Expecting {
        match self.awaiting {
            Some(Awaiting::OrderNumber | Awaiting::WhichOrder) => Expecting::Order,
            Some(Awaiting::Contact) => Expecting::Contact,
            _ => Expecting::Nothing,
        }
    }

    /// What the shopper's dates are reckoned by. Before an order has told the shop's time zone its day is that of UTC.
    pub fn calendar(&self, now: Timestamp, page: &Page) -> Calendar {
        let today = ShopClock::new(now, self.utc_offset_minutes).local(now).date();
        Calendar::new(today, self.language_on(page), &page.country)
    }

    /// The language of the conversation so far, on this page.
    pub fn language_on(&self, page: &Page) -> Language {
        self.language.or_else(|| Language::parse(&page.locale)).unwrap_or_default()
    }

    /// Follows the conversation from wish to wish. Tells whether what was answered so far has not helped.
    pub(crate) fn follow(&mut self, wish: Option<Intent>, is_unhappy: bool) -> bool {
        self.topic_before = self.topic;
        let Some(wish) = wish.filter(|wish| !wish.is_idle()) else {
            return self.topic.is_some() && is_unhappy;
        };
        self.repeats = if self.topic == Some(wish) { self.repeats.saturating_add(1) } else { 1 };
        self.topic = Some(wish);
        if !self.topics.contains(&wish) {
            self.topics.push(wish);
        }
        self.repeats >= REPEATS_THAT_FAIL || (is_unhappy && self.repeats > 1)
    }

    /// Who signed out has shown nothing of the customer's any more, and not even an order's number is known of them.
    pub(crate) fn forget_what_lapsed(&mut self, identity: &Identity) {
        let lapsed = |proof: &OrderProof| !proof.holds_for(identity);
        if self.order.and_then(|order| self.proof_of(order)).is_some_and(lapsed) {
            self.order = None;
        }
        if self.proofs.iter().any(lapsed) {
            self.offered.clear();
            (self.told, self.item) = (None, None);
            self.seen.retain(|seen| seen.order.is_none());
        }
        self.proofs.retain(|proof| !lapsed(proof));
    }

    /// Takes over what a message said about the order.
    pub(crate) fn fill(&mut self, entities: &Entities) {
        self.order = entities.order.or(self.order);
        if entities.email.is_some() || entities.postcode.is_some() {
            // What was said last counts: a corrected e-mail must not lose against a postcode given before.
            self.email.clone_from(&entities.email);
            self.postcode.clone_from(&entities.postcode);
        }
    }

    /// The claim that the slots make, when they are complete.
    pub(crate) fn claim(&self) -> Option<Claim> {
        let email = self.email.clone().map(Contact::Email);
        let contact = email.or_else(|| self.postcode.clone().map(Contact::Postcode))?;
        Some(Claim { order: self.order?, contact })
    }

    /// The proof of the order that is talked about.
    pub fn proven_order(&self) -> Option<&OrderProof> {
        self.proof_of(self.order?)
    }

    /// The proof of this order, if there is one.
    pub(crate) fn proof_of(&self, order: OrderNumber) -> Option<&OrderProof> {
        self.proofs.iter().find(|proof| proof.number() == order)
    }
}
