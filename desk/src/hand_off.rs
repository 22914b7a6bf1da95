//! The hand-off policy: which intents and signals go to a person, when, and how urgently. Data; the first rule that
//! fits decides, and its reason is what the shopper and the agent are told.

use serde::Serialize;

use crate::cue;
use crate::intent::{self, Intent};
use crate::message::Message;
use crate::reply::Reason;
use crate::signal::{Mood, Signal};

/// How soon a person should look.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    #[default]
    Normal,
    High,
    Urgent,
}

/// One clause.
struct Rule {
    /// All must hold; none: any mood.
    mood: &'static [Signal],
    /// One must hold; none: any wish.
    intents: &'static [Intent],
    when: When,
    reason: Reason,
    priority: Priority,
}

/// At which point of the conversation a rule applies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum When {
    AtOnce,
    /// Once an answer did not help: the shopper asks the same a third time, or says so.
    AfterAFailedAttempt,
}

/// Messages about the same thing after which an attempt counts as failed.
pub const REPEATS_THAT_FAIL: u8 = 3;

/// What the policy says about a message; `None`: the assistant may go on.
pub fn decide(wishes: &[Intent], mood: &Mood, has_failed: bool) -> Option<Reason> {
    let holds = |rule: &&Rule| {
        rule.mood.iter().all(|signal| mood.has(*signal))
            && (rule.intents.is_empty() || wishes.iter().any(|wish| rule.intents.contains(wish)))
            && (rule.when == When::AtOnce || has_failed)
    };
    RULES.iter().find(holds).map(|rule| rule.reason)
}

/// How soon a person should look at a conversation that is handed over for this reason.
pub fn priority(reason: Reason) -> Priority {
    RULES.iter().find(|rule| rule.reason == reason).map(|rule| rule.priority).unwrap_or_default()
}

/// How soon a person should look at a line that was written while people have the conversation already: a threat that
/// comes later counts as much as one that brought them in.
pub fn priority_of(line: &str) -> Priority {
    let message = Message::parse(line);
    let (mut reading, mut mood) = (intent::classify(&message), Mood::read(&message, line));
    cue::listen(&message, &mut reading, &mut mood);
    decide(&reading.wishes(), &mood, false).map(priority).unwrap_or_default()
}

const RULES: [Rule; 16] = [
    rule(&[Signal::SelfHarm], &[], When::AtOnce, Reason::SelfHarm, Priority::Urgent),
    rule(&[Signal::Safety], &[], When::AtOnce, Reason::Safety, Priority::Urgent),
    rule(&[], &[Intent::HumanAgent], When::AtOnce, Reason::Asked, Priority::Normal),
    rule(&[Signal::Person], &[], When::AtOnce, Reason::Asked, Priority::Normal),
    rule(&[Signal::Legal], &[], When::AtOnce, Reason::Legal, Priority::High),
    rule(&[Signal::Chargeback], &[], When::AtOnce, Reason::Chargeback, Priority::High),
    rule(&[Signal::Press], &[], When::AtOnce, Reason::Press, Priority::High),
    rule(&[Signal::RefundConflict], &[], When::AtOnce, Reason::RefundConflict, Priority::High),
    rule(&[Signal::Anger], &[Intent::DamagedOrWrongItem], When::AtOnce, Reason::DamagedOrWrongItem, Priority::High),
    rule(&[Signal::Anger], &[Intent::RefundStatus], When::AtOnce, Reason::RefundConflict, Priority::High),
    rule(&[Signal::KeyAccount], &[], When::AtOnce, Reason::Vip, Priority::High),
    rule(&[], &[Intent::Complaint], When::AtOnce, Reason::Complaint, Priority::High),
    rule(&[Signal::Anger], &[], When::AfterAFailedAttempt, Reason::Complaint, Priority::High),
    rule(&[Signal::Frustration], &[], When::AfterAFailedAttempt, Reason::Repeated, Priority::Normal),
    rule(&[], &[Intent::PaymentIssue], When::AfterAFailedAttempt, Reason::Repeated, Priority::Normal),
    rule(&[], &[Intent::MissingDelivery], When::AfterAFailedAttempt, Reason::MissingDelivery, Priority::High),
];

const fn rule(
    mood: &'static [Signal],
    intents: &'static [Intent],
    when: When,
    reason: Reason,
    priority: Priority,
) -> Rule {
    Rule { mood, intents, when, reason, priority }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threat_that_follows_raises_how_soon_a_person_should_look() {
        let rows = [
            ("thanks, I'll wait", Priority::Normal),
            ("it was order 1002 by the way", Priority::Normal),
            ("if nobody answers I will take you to court", Priority::High),
            ("I will dispute the charge with my bank", Priority::High),
            ("the lamp caught fire and my hand is burned", Priority::Urgent),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(line, want)| (line, priority_of(line), want))
            .filter(|(_, got, want)| got != want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// Signals, wish, whether an attempt failed; the reason.
    type Row = (&'static [Signal], Option<Intent>, bool, Option<Reason>);

    #[test]
    fn the_first_clause_that_fits_decides() {
        use Intent as I;
        let mood = |signals: &[Signal]| Mood { signals: signals.to_vec(), ..Mood::default() };
        let rows: [Row; 9] = [
            (&[], Some(I::OrderStatus), false, None),
            (&[Signal::Urgency, Signal::Worry], Some(I::OrderStatus), true, None),
            (&[Signal::Anger], Some(I::OrderStatus), false, None),
            (&[Signal::Anger], Some(I::OrderStatus), true, Some(Reason::Complaint)),
            (&[Signal::Anger], Some(I::DamagedOrWrongItem), false, Some(Reason::DamagedOrWrongItem)),
            (&[Signal::Anger, Signal::Legal], Some(I::RefundStatus), false, Some(Reason::Legal)),
            (&[Signal::Legal, Signal::SelfHarm], None, false, Some(Reason::SelfHarm)),
            (&[], Some(I::HumanAgent), false, Some(Reason::Asked)),
            (&[], Some(I::MissingDelivery), true, Some(Reason::MissingDelivery)),
        ];
        for (signals, intent, has_failed, want) in rows {
            let wishes: Vec<I> = intent.into_iter().collect();
            let got = decide(&wishes, &mood(signals), has_failed);
            assert_eq!(got, want, "{signals:?} {intent:?} failed:{has_failed}");
        }
    }
}
