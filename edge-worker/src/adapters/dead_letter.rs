//! Messages that a queue gave up on: counted, so that nobody loses one without hearing of it. What they were about is
//! kept elsewhere, or read again by a schedule; see `work`.

use desk::lookup::Outage;
use jiff::Timestamp;

use super::mirror::Step;
use crate::event::Event;
use crate::ports::sql::{Sql, Statement};

/// What a message was to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Work {
    HandOff,
    Mirror,
    Webhook,
}

/// One kind of work of which messages were given up.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GivenUp {
    pub work: String,
    pub times: String,
    /// RFC 3339.
    pub last_at: String,
    /// The last error of this work, whichever message met it.
    pub fault: String,
}

/// Characters of a fault that are kept.
const LONGEST_FAULT: usize = 400;

const BLAME: &str = "INSERT INTO dead_letters (work, fault) VALUES (?1, ?2) \
    ON CONFLICT (work) DO UPDATE SET fault = excluded.fault";

const COUNT: &str = "INSERT INTO dead_letters (work, times, last_at) VALUES (?1, 1, ?2) \
    ON CONFLICT (work) DO UPDATE SET times = times + 1, last_at = excluded.last_at";

const ALL: &str = "SELECT work, CAST(times AS TEXT), last_at, fault FROM dead_letters WHERE times > 0 ORDER BY work";

impl Work {
    /// By the message alone: the queue of dead letters does not say where they come from.
    pub fn of(message: &str) -> Self {
        if serde_json::from_str::<Event>(message).is_ok() {
            Self::Webhook
        } else if Step::parse(message).is_some() {
            Self::Mirror
        } else {
            Self::HandOff
        }
    }

    /// As the report of health calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::HandOff => "hand-offs",
            Self::Mirror => "mirror",
            Self::Webhook => "webhooks",
        }
    }
}

/// Notes why a message will come again, should it be given up in the end. Without a shopper's words or data.
///
/// # Errors
/// [`Outage`] where the database cannot be written; the log has the fault anyway.
pub async fn blame(sql: &impl Sql, work: Work, fault: &str) -> Result<(), Outage> {
    let fault: String = fault.chars().take(LONGEST_FAULT).collect();
    sql.batch(vec![Statement::new(BLAME, [work.name(), &fault])]).await
}

/// Counts a message that was given up.
///
/// # Errors
/// [`Outage`] where the database cannot be written.
pub async fn count(sql: &impl Sql, work: Work, now: Timestamp) -> Result<(), Outage> {
    sql.batch(vec![Statement::new(COUNT, [work.name(), &now.to_string()])]).await
}

/// What was given up so far.
///
/// # Errors
/// [`Outage`] where the database cannot be read.
pub async fn all(sql: &impl Sql) -> Result<Vec<GivenUp>, Outage> {
    let rows = sql.rows(Statement::new(ALL, [""; 0])).await?;
    let given_up = |row: Vec<String>| {
        let [work, times, last_at, fault] = row.try_into().ok()?;
        Some(GivenUp { work, times, last_at, fault })
    };
    Ok(rows.into_iter().filter_map(given_up).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Effect;

    #[test]
    fn a_message_says_what_it_was_to_do() {
        let event = Event { id: "d".into(), topic: "app/uninstalled".into(), at: 7, effect: Effect::Uninstall };
        let step = Step::parse("2026-11-20T10:00:00Z 7 products en ").expect("a step").print();
        for (message, work) in [
            (serde_json::to_string(&event).expect("JSON"), Work::Webhook),
            (step, Work::Mirror),
            ("0f3a9b-hand-off-1".into(), Work::HandOff),
            (String::new(), Work::HandOff),
        ] {
            assert_eq!(Work::of(&message), work, "{message}");
        }
    }
}
