//! What one socket heard, in order.

use protocol::shopper::{Author, Message, Owner, Refused, ServerFrame};

/// Every frame of a socket since it was opened.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    pub frames: Vec<ServerFrame>,
}

impl Heard {
    /// Kept messages as they came, doubles included.
    pub fn messages(&self) -> Vec<&Message> {
        self.frames.iter().filter_map(|frame| frame.message.as_ref()).collect()
    }

    /// Messages of one author.
    pub fn by(&self, author: Author) -> Vec<&Message> {
        self.messages().into_iter().filter(|message| message.author == author).collect()
    }

    /// Sequence numbers in the order in which they came.
    pub fn seqs(&self) -> Vec<u64> {
        self.messages().iter().map(|message| message.seq).collect()
    }

    /// The first answer of the assistant's after a line.
    pub fn answer_after(&self, seq: u64) -> Option<Message> {
        self.by(Author::Assistant).into_iter().find(|message| message.seq > seq).cloned()
    }

    /// Sequence numbers under which a client id was acknowledged, one for each acknowledgement.
    pub fn acks(&self, id: &str) -> Vec<u64> {
        self.frames
            .iter()
            .filter_map(|frame| frame.ack.as_ref())
            .filter(|ack| ack.id == id)
            .map(|ack| ack.seq)
            .collect()
    }

    /// Everything that was refused.
    pub fn refusals(&self) -> Vec<&Refused> {
        self.frames.iter().filter_map(|frame| frame.refused.as_ref()).collect()
    }

    /// Who has the conversation, as far as this socket was told.
    pub fn owner(&self) -> Option<Owner> {
        let told = |frame: &ServerFrame| frame.owner.or(frame.welcome.as_ref().map(|welcome| welcome.owner));
        self.frames.iter().rev().find_map(told)
    }

    /// What was said to go on with the line of this number, in order; an empty text says that nothing does any more.
    pub fn progress(&self, turn: u64) -> Vec<&str> {
        let proposals = self.frames.iter().filter_map(|frame| frame.proposal.as_ref());
        proposals.filter(|proposal| proposal.turn == turn).map(|proposal| proposal.status.as_str()).collect()
    }
}

/// All words of a message, one part a line.
pub fn words(message: &Message) -> String {
    message.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
}
