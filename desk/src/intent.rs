//! What the shopper wants, with the reasons for thinking so.
//!
//! A first classifier: weighted cues, summed per intent. The intents are the field's usual ones, so that a trained
//! model can take this module's place without anybody else noticing.

mod cues;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::message::Message;

/// What the shopper wants done or to know; the label goes by the wish, not by the words used.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Where an order or parcel is, when it comes, whether it shipped, what is in it.
    OrderStatus,
    /// Marked delivered but not there, or long overdue and feared lost.
    MissingDelivery,
    /// Broken, faulty, incomplete or the wrong thing.
    DamagedOrWrongItem,
    /// Wants to send something back.
    ReturnRequest,
    /// Wants another size, colour or thing instead.
    ExchangeRequest,
    /// Asks where the money is.
    RefundStatus,
    /// Asks what the return, refund or warranty rules are.
    RefundPolicy,
    CancelOrder,
    /// Wants items, quantity or options of an order changed.
    ChangeOrder,
    ChangeAddress,
    /// Shipping options, cost, countries and times in general.
    DeliveryInfo,
    /// Size, fit, material, compatibility, care of a product.
    ProductQuestion,
    /// Whether or when something is available.
    StockAvailability,
    /// Wants help to choose, or looks for something.
    Recommendation,
    /// Codes, sales, price match, loyalty points.
    DiscountPromo,
    /// A payment failed, was doubled or looks wrong.
    PaymentIssue,
    Invoice,
    /// Sign-in, password, profile, registration, deletion of the account, personal data.
    Account,
    /// Subscription, membership or newsletter.
    Subscription,
    /// Something on the shop's site or app does not work.
    TechnicalIssue,
    /// Is unhappy with the shop or its service as such.
    Complaint,
    /// Wants to leave feedback or a review.
    FeedbackReview,
    /// Wants a person.
    HumanAgent,
    /// Greets, thanks, chats, asks who or what it is talking to.
    GreetingSmalltalk,
    /// No business of a shop's support.
    OutOfScope,
}

/// The likeliest intent and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Absent when nothing spoke for any.
    pub intent: Option<Intent>,
    /// Strongest first.
    pub reasons: Vec<Reason>,
}

/// One thing that spoke for an intent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub cue: String,
    pub intent: Intent,
    pub weight: i32,
}

/// Reads what the message wants.
pub fn classify(message: &Message) -> Reading {
    let padded = format!(" {} ", message.words().collect::<Vec<_>>().join(" "));
    let mut reasons: Vec<Reason> = cues::CUES
        .iter()
        .filter(|(cue, ..)| {
            padded.contains(&format!(" {cue} "))
                || cue.strip_suffix('*').is_some_and(|stem| padded.contains(&format!(" {stem}")))
        })
        .map(|(cue, intent, weight)| Reason { cue: (*cue).into(), intent: *intent, weight: *weight })
        .collect();
    let score = |intent: Intent| -> i32 { reasons.iter().filter(|r| r.intent == intent).map(|r| r.weight).sum() };
    let best = reasons.iter().map(|r| r.intent).max_by_key(|intent| (score(*intent), std::cmp::Reverse(*intent)));
    let intent = best.filter(|intent| score(*intent) >= THRESHOLD);
    reasons.sort_by_key(|reason| (Some(reason.intent) != intent, -reason.weight));
    Reading { intent, reasons }
}

/// Below this a single weak word would decide.
const THRESHOLD: i32 = 3;

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.intent {
            Some(intent) => writeln!(f, "intent {intent:?}")?,
            None => writeln!(f, "intent unknown")?,
        }
        for reason in &self.reasons {
            writeln!(f, "  {:+} {:?}: {:?}", reason.weight, reason.intent, reason.cue)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_job_is_understood_in_many_words() {
        use Intent as I;
        let rows = [
            ("where is my order?", Some(I::OrderStatus)),
            ("wheres my package", Some(I::OrderStatus)),
            ("has my stuff shipped yet", Some(I::OrderStatus)),
            ("When will my parcel arrive?", Some(I::OrderStatus)),
            ("I'd like to track an order", Some(I::OrderStatus)),
            ("any news on order 1042?", Some(I::OrderStatus)),
            ("I still haven't received what I bought", Some(I::OrderStatus)),
            ("it says delivered but it's not here", Some(I::MissingDelivery)),
            ("my jacket arrived torn", Some(I::DamagedOrWrongItem)),
            ("you sent me the wrong size", Some(I::DamagedOrWrongItem)),
            ("what is your return policy", Some(I::RefundPolicy)),
            ("how long do I have to return something?", Some(I::RefundPolicy)),
            ("I want to return my boots", Some(I::ReturnRequest)),
            ("can I swap it for a larger one", Some(I::ExchangeRequest)),
            ("where is my refund", Some(I::RefundStatus)),
            ("please cancel my order", Some(I::CancelOrder)),
            ("I need to change my delivery address", Some(I::ChangeAddress)),
            ("how much is shipping to France?", Some(I::DeliveryInfo)),
            ("do you ship to Japan", Some(I::DeliveryInfo)),
            ("do you have anything waterproof for hiking, under 150?", Some(I::Recommendation)),
            ("I'm looking for a warm sleeping bag", Some(I::Recommendation)),
            ("show me some tents", Some(I::Recommendation)),
            ("is this available in M?", Some(I::StockAvailability)),
            ("do you have this in blue", Some(I::StockAvailability)),
            ("when will it be back in stock", Some(I::StockAvailability)),
            ("what is it made of", Some(I::ProductQuestion)),
            ("is this waterproof?", Some(I::ProductQuestion)),
            ("I was charged twice", Some(I::PaymentIssue)),
            ("can I get an invoice", Some(I::Invoice)),
            ("talk to a person", Some(I::HumanAgent)),
            ("I want to speak to a human please", Some(I::HumanAgent)),
            ("this is the worst shop ever", Some(I::Complaint)),
            ("hi there", Some(I::GreetingSmalltalk)),
            ("thanks a lot", Some(I::GreetingSmalltalk)),
            ("are you a bot?", Some(I::GreetingSmalltalk)),
            ("my discount code doesn't work", Some(I::DiscountPromo)),
            ("asdf qwer", None),
            ("", None),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter_map(|(text, want)| {
                let got = classify(&Message::parse(text));
                (got.intent != want).then(|| format!("{text:?}: want {want:?}, got {got}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
