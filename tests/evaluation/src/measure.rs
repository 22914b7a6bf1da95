//! What the desk does with labelled lines, in figures.

pub mod handoff;
pub mod injections;
pub mod intents;

use std::fmt::Write as _;

use desk::context::{Context, Page};
use desk::identity::Identity;
use desk::intent;
use desk::language;
use desk::message::Message;
use desk::signal::Mood;
use desk::state::State;
use desk::turn::{self, Step};
use desk::workflow::Modes;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Figures, to read and to go on with.
pub struct Report {
    pub text: String,
    /// One object.
    pub json: Value,
}

/// Reads one object a line.
///
/// # Errors
/// The number of the line that is not of the form, and why.
pub fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows: Vec<T> = lines
        .map(|(index, line)| serde_json::from_str(line).map_err(|error| format!("line {}: {error}", index + 1)))
        .collect::<Result<_, _>>()?;
    if rows.is_empty() { Err("the file has no rows".into()) } else { Ok(rows) }
}

/// Begins the first turn of a conversation with this line, every workflow answering by itself.
pub fn first_step(line: &str) -> Step {
    let now = "2026-11-20T11:00:00Z".parse().expect("an instant");
    let page = Page { locale: "en".into(), country: "DE".into(), ..Page::default() };
    turn::begin(State::default(), line, Context { now, page, modes: Modes::AUTO, identity: Identity::default() })
}

/// What the desk makes of one line, with its reasons.
pub fn explain(line: &str) -> String {
    let message = Message::parse(line);
    let (reading, mood) = (intent::classify(&message).explained(&message), Mood::read(&message, line));
    let mut text = reading.reason.to_string();
    for candidate in &reading.candidates {
        let _ = writeln!(text, "{:>5} {}", candidate.confidence.0, candidate.intent.name());
    }
    let _ = writeln!(text, "also {:?}\nlanguage {:?}", reading.also, language::detect(&message));
    mood.reasons.iter().for_each(|reason| text.push_str(&reason.to_string()));
    text
}

/// A share of one; zero of nothing.
#[allow(clippy::cast_precision_loss, reason = "counts of rows")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(text, "{name:<28} {value}");
}
