//! Conversations as text: each is its own expectation.
//!
//! ```text
//! --- what it shows
//! @ product ridgeline-rain-jacket
//! @ customer 7200000000000
//! ! admin {"fault":"error"}
//! > what the shopper writes
//! < what the assistant says
//!   its further lines
//! = hand-off vip
//! ```

use std::fmt::Write as _;

/// One conversation.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Transcript {
    pub title: String,
    pub steps: Vec<Step>,
}

/// One line of it, with the lines that are expected to follow.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    /// The shopper opens this product's page.
    Page(String),
    /// The customer of this id signs in; whoever was signs out where it is empty.
    Customer(String),
    /// An upstream starts or stops failing.
    Fault(String),
    Say {
        line: String,
        expected: Vec<String>,
    },
}

/// Reads a file of conversations. `#` before the first is a comment of the file.
///
/// # Panics
/// On a line that is none of the forms: a file of tests is mended, not guessed at.
pub fn parse(text: &str) -> (String, Vec<Transcript>) {
    let mut transcripts: Vec<Transcript> = Vec::new();
    let mut comment = String::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("--- ") {
            transcripts.push(Transcript { title: title.into(), steps: Vec::new() });
            continue;
        }
        let Some(transcript) = transcripts.last_mut() else {
            comment.push_str(line);
            comment.push('\n');
            continue;
        };
        if let Some(handle) = line.strip_prefix("@ product ") {
            transcript.steps.push(Step::Page(handle.into()));
        } else if let Some(id) = line.strip_prefix("@ customer") {
            transcript.steps.push(Step::Customer(id.trim().into()));
        } else if let Some(fault) = line.strip_prefix("! ") {
            transcript.steps.push(Step::Fault(fault.into()));
        } else if let Some(said) = line.strip_prefix("> ") {
            transcript.steps.push(Step::Say { line: said.into(), expected: Vec::new() });
        } else if !line.trim().is_empty() {
            match transcript.steps.last_mut() {
                Some(Step::Say { expected, .. }) => expected.push(line.into()),
                _ => panic!("no line of a conversation: {line:?}"),
            }
        }
    }
    (comment, transcripts)
}

/// The text of a file again.
pub fn print(comment: &str, transcripts: &[Transcript]) -> String {
    let mut text = comment.to_owned();
    for (index, transcript) in transcripts.iter().enumerate() {
        let gap = if index == 0 { "" } else { "\n" };
        let _ = writeln!(text, "{gap}--- {}", transcript.title);
        for step in &transcript.steps {
            let _ = match step {
                Step::Page(handle) => writeln!(text, "@ product {handle}"),
                Step::Customer(id) => writeln!(text, "{}", format!("@ customer {id}").trim_end()),
                Step::Fault(fault) => writeln!(text, "! {fault}"),
                Step::Say { line, expected } => {
                    let _ = writeln!(text, "> {line}");
                    expected.iter().try_for_each(|line| writeln!(text, "{line}"))
                }
            };
        }
    }
    text
}
