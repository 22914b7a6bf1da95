//! Sentences that state no record.

use super::voice::{Slot, Voice};
use super::{Line, Shape};
use crate::intent::Intent;
use crate::reply::{Reason, Reply, Unread};
use crate::seen::Seen;

pub(super) fn lines(reply: &Reply, voice: Voice) -> Vec<Line> {
    let text = match reply {
        Reply::Greeting => voice.plain("greeting"),
        Reply::Thanks => voice.plain("thanks"),
        Reply::AboutMe => voice.plain("about-me"),
        Reply::AskOrderNumber => voice.plain("ask-order-number"),
        Reply::AskContact(order) => voice.say("ask-contact", &[("order", Slot::Text(&order.to_string()))]),
        Reply::AskProduct => voice.plain("ask-product"),
        Reply::AskAgain => voice.plain("ask-again"),
        Reply::OfferCode(wish) => return vec![offer_code(*wish, voice)],
        Reply::CodeSent(address) => voice.say("code-sent", &[("address", Slot::Text(address.value()))]),
        Reply::CodeWrong(left) => voice.say("code-wrong", &[("left", Slot::Count(usize::from(*left)))]),
        Reply::CodeOver => voice.plain("code-over"),
        Reply::NoCode => voice.plain("no-code"),
        Reply::CodeRight => voice.plain("code-right"),
        Reply::ClaimFailed(order) => voice.say("claim-failed", &[("order", Slot::Text(&order.to_string()))]),
        Reply::Outage(unread) => {
            let system = match unread {
                Unread::Order => "order",
                Unread::Catalog => "catalog",
                Unread::Policy => "policy",
            };
            voice.say("outage", &[("system", Slot::Text(system))])
        }
        Reply::NoRefund => voice.plain("order-no-refund"),
        Reply::OutOfScope => voice.plain("out-of-scope"),
        Reply::WhichOf(pair) => return vec![which_of(*pair, voice)],
        Reply::DontKnow => voice.plain("dont-know"),
        Reply::OtherLanguage => voice.plain("languages"),
        Reply::AboutItem(item) => about_item(item, voice),
        Reply::OfferPerson(reason) => return vec![offer(*reason, voice)],
        Reply::CarryOn => voice.plain("carry-on"),
        Reply::HandingOver(reason) => voice.say("handing-over", &[("reason", Slot::Text(handing_over(*reason)))]),
        // Worded beside their own kind.
        Reply::OrderStatus(_)
        | Reply::WhichOrder(_)
        | Reply::Products(_)
        | Reply::Availability(_)
        | Reply::Product { .. }
        | Reply::NoCompanion(_)
        | Reply::NoProduct { .. }
        | Reply::Policy(_)
        | Reply::NoPolicy(_) => String::new(),
    };
    vec![Line::words(text)]
}

fn about_item(item: &Seen, voice: Voice) -> String {
    let order = item.order.map(|order| order.to_string()).unwrap_or_default();
    voice.say("about-item", &[("item", Slot::Text(&item.name())), ("order", Slot::Text(&order))])
}

/// What two wishes are called when the shopper is asked to choose.
pub(super) fn choices(pair: [Intent; 2], voice: Voice) -> [String; 2] {
    pair.map(|intent| voice.say("choice", &[("intent", Slot::Text(intent.name()))]))
}

/// What can be pressed when a person is offered: yes, no.
pub(super) fn consents(voice: Voice) -> [String; 2] {
    [voice.plain("offer-yes"), voice.plain("offer-no")]
}

/// What can be pressed to get a code.
pub(super) fn code_choice(voice: Voice) -> String {
    voice.plain("code-yes")
}

fn offer_code(wish: Intent, voice: Voice) -> Line {
    let because = voice.say("because", &[("reason", Slot::Text(wish.name()))]);
    let text = voice.say("offer-code", &[("because", Slot::Text(&because))]);
    let [yes, no] = consents(voice);
    Line { text, shape: Shape::Choices(vec![yes, code_choice(voice), no]) }
}

pub(super) fn hand_off_notice(reason: Reason, voice: Voice) -> String {
    voice.say("notice", &[("reason", Slot::Text(handing_over(reason)))])
}

fn which_of(pair: [Intent; 2], voice: Voice) -> Line {
    let options = choices(pair, voice);
    let [first, second] = &options;
    let text = voice.say("which-of", &[("first", Slot::Text(first)), ("second", Slot::Text(second))]);
    Line { text, shape: Shape::Choices(options.to_vec()) }
}

fn offer(reason: Reason, voice: Voice) -> Line {
    let name = match reason {
        Reason::MissingDelivery => "missing_delivery",
        Reason::DamagedOrWrongItem => "damaged_or_wrong_item",
        Reason::Complaint => "complaint",
        Reason::SilentParcel => "silent_parcel",
        Reason::FailedParcel => "failed_parcel",
        Reason::HeldParcel => "held_parcel",
        Reason::NotHandedOver => "not_handed_over",
        Reason::TooManyClaims => "too_many_claims",
        Reason::NotUnderstood | Reason::Asked => "not_understood",
        Reason::OtherLanguage => "language",
        Reason::Outage => "outage",
        Reason::NotHandled(intent) => intent.name(),
        _ => "other",
    };
    let because = voice.say("because", &[("reason", Slot::Text(name))]);
    let text = voice.say("offer", &[("because", Slot::Text(&because))]);
    Line { text, shape: Shape::Choices(consents(voice).to_vec()) }
}

/// What a reason is called in the sentences about a hand-off.
fn handing_over(reason: Reason) -> &'static str {
    match reason {
        Reason::Asked => "asked",
        Reason::Complaint => "complaint",
        Reason::DamagedOrWrongItem => "damaged_or_wrong_item",
        Reason::Safety => "safety",
        Reason::SelfHarm => "self_harm",
        Reason::Legal | Reason::Chargeback | Reason::Press | Reason::RefundConflict => "decision",
        Reason::Repeated => "repeated",
        Reason::Vip => "vip",
        Reason::Draft => "draft",
        _ => "other",
    }
}
