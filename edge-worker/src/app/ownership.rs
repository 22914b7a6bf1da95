//! Who has the conversation, as a typestate: only one state can make a line of the assistant's.

use serde::{Deserialize, Serialize};

/// Who has the conversation, with the epoch that rises on every change.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Ownership {
    pub owner: Owner,
    pub epoch: u64,
}

/// `Assistant → Waiting → Agent → Assistant | Closed`, and `Assistant → Closed`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Assistant,
    Waiting,
    Agent,
    Closed,
}

/// What a turn was opened under. A turn may only commit under the same.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Ticket {
    /// Sequence number of the line that is answered.
    pub line: u64,
    pub epoch: u64,
}

/// Leave to write one answer as the assistant. There is no other way to one than [`Ownership::speak`].
#[derive(Debug)]
pub struct Leave(());

impl Ownership {
    /// How every conversation begins.
    pub const NEW: Self = Self { owner: Owner::Assistant, epoch: 0 };

    /// A ticket for answering this line; none unless the assistant has the conversation.
    pub fn open_turn(&self, line: u64) -> Option<Ticket> {
        (self.owner == Owner::Assistant).then_some(Ticket { line, epoch: self.epoch })
    }

    /// Leave to commit what was prepared under the ticket: only if nothing changed hands since.
    pub fn speak(&self, ticket: Ticket) -> Option<Leave> {
        (self.owner == Owner::Assistant && self.epoch == ticket.epoch).then_some(Leave(()))
    }

    /// The conversation handed to people; `None` if they have it already, or it is over.
    pub fn hand_off(&self) -> Option<Self> {
        (self.owner == Owner::Assistant).then_some(Self { owner: Owner::Waiting, epoch: self.epoch + 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_speaks_for_the_assistant_once_a_person_was_asked() {
        let ticket = Ownership::NEW.open_turn(1).expect("the assistant has it");
        assert!(Ownership::NEW.speak(ticket).is_some());
        let waiting = Ownership::NEW.hand_off().expect("can be handed over");
        assert!(waiting.speak(ticket).is_none());
        assert!(waiting.open_turn(2).is_none());
        assert_eq!(waiting.hand_off(), None);
        // Given back later, an answer prepared before is stale all the same.
        let returned = Ownership { owner: Owner::Assistant, epoch: waiting.epoch + 1 };
        assert!(returned.speak(ticket).is_none());
    }
}
