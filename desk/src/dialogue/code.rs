//! A code by e-mail, before a person is asked for what changes an order: who takes over knows then that it is the
//! order's owner who asks.
//!
//! The code is asked for in its own time. While one is out, a line that is six digits is the code; any other is what
//! it says.

use super::Topic;
use crate::evidence::{Evidence, Rule};
use crate::identity::Opens;
use crate::intent::Intent;
use crate::lookup::{Answer, Code, CodeCheck, Found, Lookup};
use crate::message::Message;
use crate::reply::{Reason, Reply};
use crate::state::Awaiting;
use crate::turn::{Move, Turn, TurnEnd};
use crate::wording;
use crate::workflow::Workflow;

/// Offers a code along with the person who makes a change; for everything else only the person.
pub(super) fn or_person(mut turn: Turn, mut replies: Vec<Reply>, reason: Reason) -> TurnEnd {
    let identity = &turn.context.identity;
    let proof = turn.state.proven_order();
    match reason {
        Reason::NotHandled(wish @ (Intent::CancelOrder | Intent::ChangeOrder | Intent::ChangeAddress))
            if identity.has_codes && proof.is_some() && !identity.opens(Opens::Changes, proof) =>
        {
            turn.state.awaiting = Some(Awaiting::CodeConsent(wish));
            replies.push(Reply::OfferCode(wish));
            turn.ending(Workflow::OrderStatus, replies)
        }
        reason => turn.offering_person(Workflow::OrderStatus, replies, reason),
    }
}

/// Reads the answer to the offer of a code, and the code.
///
/// # Errors
/// The turn again, where the message is neither.
pub(super) fn answer(turn: Turn, message: &Message) -> Result<Move, Box<Turn>> {
    if let Some(wish) = turn.state.code_for
        && let Some(code) = six_digits(message.text())
    {
        return Ok(Move::Look(vec![Lookup::CheckCode(code)], turn, Topic::Code(wish)));
    }
    let Some(Awaiting::CodeConsent(wish)) = turn.state.awaiting else { return Err(Box::new(turn)) };
    let pressed = Message::parse(&wording::code_choice(turn.language())) == *message;
    let is_wanted = pressed || (message.has(&CODE) && !message.has(&WITHOUT));
    match turn.state.proven_order().cloned() {
        Some(proof) if is_wanted => {
            let lookup = Lookup::SendCode(proof, turn.language());
            Ok(Move::Look(vec![lookup], turn, Topic::Code(wish)))
        }
        _ => Err(Box::new(turn)),
    }
}

/// "Yes, send me the code."
const CODE: [&str; 4] = ["code", "código", "codice", "kode"];
const WITHOUT: [&str; 10] = ["no", "not", "without", "nein", "ohne", "kein", "sans", "sin", "senza", "zonder"];

/// Says where the code went, or what became of it.
pub(super) fn go_on(mut turn: Turn, wish: Intent, answers: Vec<Answer>) -> Move {
    turn.state.awaiting = None;
    let (workflow, reason) = (Workflow::Conversation, Reason::NotHandled(wish));
    let outcome = answers.into_iter().next().map(|answer| answer.outcome);
    let Some(Ok(Evidence { receipt, read_at, record })) = outcome else {
        return turn.offer_person(workflow, vec![Reply::NoCode], reason);
    };
    match record {
        Found::CodeSent(Some(address)) => {
            turn.state.code_for = Some(wish);
            let sent = Evidence { receipt, read_at, record: () }.derive(Rule::Masking, "order.email", address);
            turn.end(workflow, vec![Reply::CodeSent(sent)])
        }
        Found::CodeChecked(CodeCheck::Right) => {
            turn.state.code_for = None;
            turn.hand_off(workflow, vec![Reply::CodeRight], reason)
        }
        Found::CodeChecked(CodeCheck::Wrong { left }) => turn.end(workflow, vec![Reply::CodeWrong(left)]),
        Found::CodeChecked(CodeCheck::Over) => {
            turn.state.code_for = None;
            turn.offer_person(workflow, vec![Reply::CodeOver], reason)
        }
        _ => turn.offer_person(workflow, vec![Reply::NoCode], reason),
    }
}

/// The code that a line consists of: six digits, perhaps in two groups, and few words around them.
fn six_digits(text: &str) -> Option<Code> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_one_number = text
        .split(|c: char| !c.is_ascii_digit() && !c.is_whitespace())
        .filter(|part| part.chars().any(|c| c.is_ascii_digit()));
    (digits.len() == 6 && is_one_number.count() == 1 && text.len() <= 40 && !text.contains(['#', '@']))
        .then_some(Code { digits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_little_else() {
        for text in ["123456", "123 456", " 123456. ", "my code is 123456", "Der Code: 123456"] {
            assert_eq!(six_digits(text), Some(Code { digits: "123456".into() }), "{text}");
        }
        for text in ["12345", "1234567", "#123456", "order 12 and 3456", "call 123456 or mail a@b.example", "hello"] {
            assert_eq!(six_digits(text), None, "{text}");
        }
    }
}
