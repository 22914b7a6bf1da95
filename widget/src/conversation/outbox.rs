//! The shopper's lines that the Worker has not acknowledged.

use protocol::{
    part::Part,
    shopper::{Author, ClientFrame, Message, Refusal, Say},
};

use super::Entry;

/// Where a line of the shopper's stands.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Delivery {
    /// The Worker has it.
    #[default]
    Sent,
    /// On its way.
    Sending,
    /// Held until there is a connection; nothing for the shopper to do.
    NotYet,
    /// Not accepted; the shopper may try again.
    NotSent(Why),
}

/// Why a line was not accepted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Why {
    /// The stable reason.
    pub code: Refusal,
    /// The Worker's own words for the shopper; may be empty.
    pub text: String,
}

impl Why {
    /// A reason that the Worker gave no words for.
    pub fn only(code: Refusal) -> Self {
        Self { code, text: String::new() }
    }
}

/// Lines in the order in which they were written.
#[derive(Debug, Default)]
pub struct Outbox {
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    entry: Entry,
    failed: Option<Why>,
}

impl Outbox {
    /// Adds a line.
    pub fn push(&mut self, id: String, text: String, at: u64) {
        let message = Message {
            id: Some(id.clone()),
            author: Author::Shopper,
            at,
            parts: vec![Part::words(text)],
            ..Message::default()
        };
        self.lines.push(Line { entry: Entry { key: id, message }, failed: None });
    }

    /// Takes out the line with this id, as a message without a sequence number.
    pub fn take(&mut self, id: &str) -> Option<Message> {
        let place = self.place(id)?;
        Some(self.lines.remove(place).entry.message)
    }

    /// Marks a line as not accepted; without an id, the oldest that waits for an answer.
    ///
    /// Answers whether there was one.
    pub fn fail(&mut self, id: Option<&str>, why: &Why) -> bool {
        let line = self.lines.iter_mut().find(|line| match id {
            Some(id) => line.entry.key == id,
            None => line.failed.is_none(),
        });
        line.map(|line| line.failed = Some(why.clone())).is_some()
    }

    /// Marks every line as not accepted.
    pub fn fail_all(&mut self, why: &Why) {
        for line in &mut self.lines {
            line.failed.get_or_insert_with(|| why.clone());
        }
    }

    /// Makes a line that was not accepted one to be sent, and answers whether there was one.
    pub fn retry(&mut self, id: &str) -> bool {
        let place = self.place(id);
        place.and_then(|place| self.lines.get_mut(place)).is_some_and(|line| line.failed.take().is_some())
    }

    /// The frames for every line that is to be sent.
    pub fn unsent(&self) -> impl Iterator<Item = ClientFrame> {
        self.lines.iter().filter(|line| line.failed.is_none()).map(Line::frame)
    }

    /// The frame for one line.
    pub fn frame(&self, id: &str) -> Option<ClientFrame> {
        self.place(id).and_then(|place| self.lines.get(place)).map(Line::frame)
    }

    /// Why the line with this id was not accepted: `None` for a line that is not here, `Some(None)` for one to be sent.
    pub fn failure(&self, id: &str) -> Option<Option<&Why>> {
        self.lines.iter().find(|line| line.entry.key == id).map(|line| line.failed.as_ref())
    }

    /// Every line, as the view draws it.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.lines.iter().map(|line| &line.entry)
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.lines.iter().position(|line| line.entry.key == id)
    }
}

impl Line {
    fn frame(&self) -> ClientFrame {
        let text = self.entry.message.parts.first().map(|part| part.text.clone()).unwrap_or_default();
        ClientFrame {
            v: protocol::VERSION,
            say: Some(Say { id: self.entry.key.clone(), text }),
            ..ClientFrame::default()
        }
    }
}
