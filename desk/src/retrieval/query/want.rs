//! One thing that is asked for, and the terms of texts that have it.

use crate::intent::Intent;
use crate::retrieval::analysis::Unit;
use crate::retrieval::lexicon::{Concept, Lexicon, Nearness};

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::retrieval) struct Want {
    pub unit: Unit,
    pub role: Role,
    /// The word that was written, where another was read instead.
    pub written: Option<String>,
    /// What is asked for must not be so.
    pub is_negated: bool,
    /// Told of what it is for, or of its surroundings: "for my old cat", "when it rains".
    pub is_aside: bool,
    /// It tells a need, or is what answers one, and so is no word for the thing.
    pub is_need: bool,
}

/// What a word is to the question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::retrieval) enum Role {
    /// The kind of thing that is wanted: nothing else will do.
    Head,
    Thing,
    Trait,
    /// What a shop does, and its pages are about.
    Service,
    /// Such as `xl` or `43`: a value of an option.
    Size,
    /// A word that the lexicon does not know.
    Word,
    /// What the shopper was understood to want.
    Topic,
}

impl Want {
    /// Whether it may be the name of something: a word that nobody knows, or one that is only known by its parts, such as
    /// "Schwarzwald".
    pub fn is_name(&self) -> bool {
        self.role == Role::Word || !self.unit.wholes.is_empty()
    }

    /// Whether it is a colour or pattern.
    pub(super) fn is_colour(&self) -> bool {
        let lexicon = Lexicon::ours();
        self.unit.concepts.iter().any(|concept| lexicon.is_colour(*concept))
    }

    /// What answers a need.
    pub(super) fn of_need(words: &str, concepts: Vec<Concept>, role: Role) -> Self {
        let unit = Unit::meant(words, concepts);
        Self { unit, role, written: None, is_negated: false, is_aside: false, is_need: true }
    }

    /// What a thing should be like, by the words that name it.
    pub(super) fn of_name(like: Concept) -> Self {
        Self { is_aside: true, ..Self::of_need("", vec![like], Role::Trait) }
    }

    /// What pages about the topic are about.
    pub(super) fn of_topic(topic: Intent, lexicon: &Lexicon<'_>) -> Option<Self> {
        let concept = lexicon.named(match topic {
            Intent::RefundPolicy | Intent::ReturnRequest => "return-of-goods",
            Intent::RefundStatus => "refund",
            Intent::ExchangeRequest => "exchange",
            Intent::DeliveryInfo => "delivery",
            Intent::OrderStatus | Intent::MissingDelivery => "tracking",
            Intent::DamagedOrWrongItem => "damaged-in-transit",
            Intent::CancelOrder | Intent::ChangeOrder => "cancellation",
            Intent::ChangeAddress => "address",
            Intent::DiscountPromo => "discount-code",
            Intent::PaymentIssue => "payment",
            Intent::Invoice => "invoice",
            Intent::Account => "customer-account",
            Intent::Subscription => "newsletter",
            Intent::HumanAgent => "contact",
            _ => return None,
        })?;
        let unit = Unit::meant("", vec![concept]);
        Some(Self { unit, role: Role::Topic, written: None, is_negated: false, is_aside: false, is_need: false })
    }
}

/// The terms of texts that speak of a concept, of something narrower, or of what is right above it; each with how nearly
/// it says it.
pub(in crate::retrieval) fn concept_terms(lexicon: &Lexicon<'_>, concept: Concept) -> Vec<(String, f32)> {
    let above = lexicon.parents(concept).map(|parent| (lexicon.term(parent, Nearness::Itself), 0.4));
    [(lexicon.term(concept, Nearness::Itself), 1.0), (lexicon.term(concept, Nearness::Narrower), 0.95)]
        .into_iter()
        .chain(above)
        .collect()
}
