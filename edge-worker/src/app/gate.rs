//! The last decision before an answer goes out.

use desk::reply::Reason;
use desk::turn::TurnEnd;
use desk::workflow::{Mode, Modes, Workflow};

/// What becomes of a prepared answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    Say,
    /// Held for an agent, who gets the conversation.
    Hold,
    /// Not said; a person gets the conversation.
    Drop(Reason),
}

/// Reads the modes in force now, which may not be those that the turn began under.
pub fn decide(end: &TurnEnd, modes: &Modes, is_killed: bool) -> Verdict {
    if is_killed && end.workflow != Workflow::Conversation {
        return Verdict::Drop(Reason::Outage);
    }
    match modes.of(end.workflow) {
        Mode::Auto => Verdict::Say,
        // A question back to the shopper states no record and promises nothing: there is nothing to approve.
        Mode::Draft if end.replies.iter().all(is_question) => Verdict::Say,
        Mode::Draft => Verdict::Hold,
        Mode::Off => Verdict::Drop(Reason::Outage),
    }
}

fn is_question(reply: &desk::reply::Reply) -> bool {
    use desk::reply::Reply;
    matches!(
        reply,
        Reply::AskOrderNumber
            | Reply::AskContact(_)
            | Reply::AskProduct
            | Reply::AskAgain
            | Reply::ClaimFailed(_)
            | Reply::OfferPerson(_)
            | Reply::WhichOf(_)
            | Reply::OutOfScope
            | Reply::OtherLanguage
            | Reply::Outage(_)
    )
}

#[cfg(test)]
mod tests {
    use desk::intent::Reading;
    use desk::reply::Reply;
    use desk::state::State;

    use super::*;

    fn end(workflow: Workflow, reply: Reply) -> TurnEnd {
        let reading = Reading::default();
        TurnEnd {
            state: State::default(),
            workflow,
            replies: vec![reply],
            hand_off: None,
            reading,
            mood: desk::signal::Mood::default(),
            language: desk::language::Language::En,
        }
    }

    #[test]
    fn modes_and_kill_switch_are_read_at_the_end() {
        let draft = Modes { product: Mode::Draft, policy: Mode::Off, ..Modes::AUTO };
        let nothing = || Reply::NoProduct { words: Vec::new() };
        let rows = [
            (end(Workflow::OrderStatus, nothing()), false, Verdict::Say),
            (end(Workflow::Product, nothing()), false, Verdict::Hold),
            (end(Workflow::Product, Reply::AskProduct), false, Verdict::Say),
            (end(Workflow::Policy, nothing()), false, Verdict::Drop(Reason::Outage)),
            (end(Workflow::OrderStatus, nothing()), true, Verdict::Drop(Reason::Outage)),
            (end(Workflow::Conversation, Reply::Greeting), true, Verdict::Say),
        ];
        for (end, is_killed, verdict) in rows {
            assert_eq!(decide(&end, &draft, is_killed), verdict, "{:?} killed:{is_killed}", end.workflow);
        }
    }
}
