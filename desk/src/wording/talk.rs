//! Sentences that state no record.

use super::{Line, Shape};
use crate::intent::Intent;
use crate::reply::{Reason, Reply, Unread};

pub(super) fn lines(reply: &Reply) -> Vec<Line> {
    let text = match reply {
        Reply::Greeting => "Hello. I can look up an order, find a product or quote the shop's policies. What can I do for you?".to_owned(),
        Reply::Thanks => "You're welcome. I'm here if anything else comes up.".into(),
        Reply::AboutMe => {
            "I'm an AI assistant, not a person. I read this shop's order, product and policy records, and I say so when I \
             don't know. A person is one press away: “Talk to a person”."
                .into()
        }
        Reply::AskOrderNumber => {
            "Happy to look. What is your order number? It is in the confirmation e-mail, like #1234. Please add the \
             e-mail address or the postcode of the order, so that I can tell it is yours."
                .into()
        }
        Reply::AskContact(order) => {
            format!("To show you order {order} I need to know that it is yours. Which e-mail address or postcode was it placed with?")
        }
        Reply::AskProduct => "Which product do you mean? Its name, or a few words about what you are looking for, is enough.".into(),
        Reply::AskAgain => "I didn't quite get that. Could you say it in other words? I can look up an order, find a product or quote the shop's policies.".into(),
        Reply::ClaimFailed(order) => {
            format!(
                "I can't find an order {order} with these details. Please check the number and the e-mail address or postcode \
                 in your confirmation e-mail, and send them again."
            )
        }
        Reply::Outage(unread) => {
            let system = match unread {
                Unread::Order => "order records",
                Unread::Catalog => "catalog",
                Unread::Policy => "pages",
            };
            format!("I can't reach the shop's {system} right now, and I won't guess. Please try again in a few minutes.")
        }
        Reply::DontKnow => "I'm sorry, I don't know that.".into(),
        Reply::OfferPerson(reason) => return vec![offer(*reason)],
        Reply::CarryOn => "All right. What else can I look up for you?".into(),
        Reply::HandingOver(reason) => handing_over(*reason).into(),
        // Worded beside their own kind.
        Reply::OrderStatus(_) | Reply::Products(_) | Reply::Availability(_) | Reply::Product { .. } | Reply::NoProduct { .. }
        | Reply::Policy(_) | Reply::NoPolicy(_) => String::new(),
    };
    vec![Line::words(text)]
}

fn offer(reason: Reason) -> Line {
    let because = match reason {
        Reason::MissingDelivery => "If it still isn't with you, that is for a person to sort out with the carrier.",
        Reason::SilentParcel => "A person can ask the carrier to search for it.",
        Reason::FailedParcel => "A person can decide with you what happens next.",
        Reason::TooManyClaims => {
            "I can't check any more details here, to keep other people's orders private. A person can help you find yours."
        }
        Reason::NotUnderstood => "A person in the shop can help.",
        Reason::Outage => "A person can also look into it.",
        Reason::NotHandled(Intent::ReturnRequest) => "I can't register a return myself. A person can do it for you.",
        Reason::NotHandled(Intent::ExchangeRequest) => {
            "I can't arrange an exchange myself. A person can do it for you."
        }
        Reason::NotHandled(Intent::OutOfScope) => "That is outside what I can help with.",
        _ => "I can't do that myself. A person in the shop can.",
    };
    let text = format!("{because} Shall I bring one in?");
    Line { text, shape: Shape::Choices(vec!["Yes, please".into(), "No, thanks".into()]) }
}

fn handing_over(reason: Reason) -> &'static str {
    match reason {
        Reason::Asked => "Of course. I'm handing you over, with everything you told me.",
        Reason::Complaint => {
            "I'm sorry this has gone wrong. A person should take care of it, so I'm handing you over, with everything you told me."
        }
        Reason::DamagedOrWrongItem => {
            "I'm sorry about that. A person will put it right; I'm handing you over, with everything you told me."
        }
        Reason::Vip => "I'm also bringing in a person, who takes it from here if anything is open.",
        Reason::Draft => "A person checks this answer before you get it.",
        _ => "I'm handing you over to a person, with everything you told me.",
    }
}

pub(super) fn hand_off_notice(reason: Reason) -> &'static str {
    match reason {
        Reason::Asked => "You asked for a person. The assistant stays silent from here on.",
        Reason::Draft => "A person has been asked to check the answer. The assistant stays silent from here on.",
        _ => "A person has been asked to join. The assistant stays silent from here on.",
    }
}
