//! What the view may ask.

use protocol::{
    part::Part,
    shopper::{Author, Owner},
};

use super::{Chat, Link};
use crate::conversation::{Delivery, Entry, Gone, Notice};

/// After so many tries in vain the shopper is shown another way.
const STUCK: u32 = 3;

impl Chat {
    /// Every row of the transcript: kept messages, then lines that are not kept yet, in the order of writing.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.transcript.entries().iter().chain(self.outbox.entries())
    }

    /// The row of this key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().find(|entry| entry.key == key)
    }

    /// The key of the last row.
    pub fn newest(&self) -> Option<&str> {
        self.outbox.entries().last().or(self.transcript.entries().last()).map(|entry| entry.key.as_str())
    }

    /// Where the shopper's line with this client id stands.
    pub fn delivery(&self, id: &str) -> Delivery {
        match self.outbox.failure(id) {
            None => Delivery::Sent,
            Some(Some(why)) => Delivery::NotSent(why.clone()),
            Some(None) if self.is_connected_or_nearly() => Delivery::Sending,
            Some(None) => Delivery::NotYet,
        }
    }

    /// The one thing to say about the state of things.
    pub fn notice(&self) -> Notice {
        if self.link == Link::Outdated {
            Notice::Outdated
        } else if self.link == Link::Preview {
            Notice::Preview
        } else if !self.is_online {
            Notice::Offline
        } else if self.is_unavailable {
            Notice::Unavailable
        } else if let Some(text) = &self.trouble {
            Notice::Trouble(text.clone())
        } else if self.link != Link::Idle && !self.is_connected_or_nearly() {
            Notice::Reconnecting
        } else if self.is_forgetting {
            Notice::Forgetting
        } else if let Some(proposal) = &self.proposal {
            if proposal.is_checked {
                Notice::Checking(proposal.status.clone())
            } else {
                Notice::Working(proposal.status.clone())
            }
        } else if let Some(text) = &self.queue {
            Notice::InLine(text.clone())
        } else {
            Notice::Quiet
        }
    }

    /// The words so far of a reply that is being prepared, with a key that changes when they do.
    pub fn proposed(&self) -> Option<(String, &[Part])> {
        let parts = &self.proposal.as_ref()?.parts;
        (!parts.is_empty()).then(|| (self.proposals.to_string(), parts.as_slice()))
    }

    /// Whether a person has been asked for, or has the conversation already.
    pub fn is_handed_over(&self) -> bool {
        self.hand_off.is_some() || self.is_with_a_person()
    }

    /// Whether messages that the Worker spoke of are still arriving.
    pub fn is_catching_up(&self) -> bool {
        self.transcript.complete_to() < self.latest
    }

    /// What became of the conversation before this one, if there is something to say about it.
    pub fn gone(&self) -> Option<Gone> {
        self.gone
    }

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// Messages of others that came while the shopper could not see the transcript.
    pub fn unread(&self) -> usize {
        let newest = self.transcript.entries().iter().rev().take_while(|entry| entry.message.seq > self.seen);
        newest.filter(|entry| matches!(entry.message.author, Author::Assistant | Author::Agent)).count()
    }

    /// The stars that what has this id was given last; zero for none.
    pub fn stars(&self, id: &str) -> u32 {
        self.rated.iter().find(|(rated, _)| rated == id).map_or(0, |(_, stars)| *stars)
    }

    /// Whether the connection fails again and again.
    pub fn is_stuck(&self) -> bool {
        self.tries >= STUCK
    }

    pub(super) fn is_with_a_person(&self) -> bool {
        matches!(self.owner, Owner::Waiting | Owner::Agent)
    }

    /// The first try after a page load or a loss is not worth a word: it mostly succeeds at once.
    fn is_connected_or_nearly(&self) -> bool {
        match self.link {
            Link::Greeting | Link::Live => true,
            Link::Opening | Link::Connecting => self.tries == 0,
            Link::Idle | Link::Waiting | Link::Offline | Link::Outdated | Link::Preview => false,
        }
    }
}
