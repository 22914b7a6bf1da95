//! The kept messages, in the order of their sequence numbers.

use protocol::shopper::{Author, Message};

/// A message with the key under which its row on the screen lives.
#[derive(Debug)]
pub struct Entry {
    /// The client id on the shopper's own lines, so that a line keeps its row when it becomes kept.
    pub key: String,
    /// Its number is zero while it is not kept.
    pub message: Message,
}

/// Every kept message that this widget holds.
///
/// Always sorted by sequence number, each number and each client id once, whatever the order and however often they
/// arrive.
#[derive(Debug, Default)]
pub struct Transcript {
    entries: Vec<Entry>,
}

impl Transcript {
    /// Adds a message. A number that is held already is replaced: the Worker's copy of a line is the better one.
    pub fn keep(&mut self, message: Message) {
        if message.seq == 0 {
            return; // Numbers begin at one: this is no kept message.
        }
        let key = match &message.id {
            Some(id) if message.author == Author::Shopper => id.clone(),
            _ => message.seq.to_string(),
        };
        let seq = message.seq;
        let entry = Entry { key, message };
        match self.entries.binary_search_by_key(&seq, |held| held.message.seq) {
            Ok(place) => {
                if let Some(held) = self.entries.get_mut(place) {
                    *held = entry;
                }
            }
            Err(place) => self.entries.insert(place, entry),
        }
    }

    /// Whether a line with this client id is kept.
    pub fn has_line(&self, id: &str) -> bool {
        self.entries.iter().rev().any(|held| held.message.id.as_deref() == Some(id))
    }

    /// The last number up to which nothing is missing; zero when the first message is missing.
    pub fn complete_to(&self) -> u64 {
        (1..).zip(&self.entries).take_while(|(seq, held)| held.message.seq == *seq).count() as u64
    }

    /// The newest number that is held; zero for none.
    pub fn latest(&self) -> u64 {
        self.entries.last().map_or(0, |held| held.message.seq)
    }

    /// All messages, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seqs(transcript: &Transcript) -> Vec<u64> {
        transcript.entries().iter().map(|entry| entry.message.seq).collect()
    }

    #[test]
    fn messages_are_sorted_and_held_once_and_the_first_gap_is_known() {
        let rows: [(&[u64], &[u64], u64); 6] = [
            (&[], &[], 0),
            (&[1, 2, 3], &[1, 2, 3], 3),
            (&[3, 1, 2, 1, 3], &[1, 2, 3], 3),
            (&[1, 2, 5, 4], &[1, 2, 4, 5], 2),
            (&[2, 3], &[2, 3], 0),
            (&[0, 1], &[1], 1),
        ];
        for (arriving, held, complete_to) in rows {
            let mut transcript = Transcript::default();
            for &seq in arriving {
                transcript.keep(Message { seq, ..Message::default() });
            }
            assert_eq!((seqs(&transcript).as_slice(), transcript.complete_to()), (held, complete_to), "{arriving:?}");
        }
    }
}
