//! Leaving a conversation: for a new one, or for good.

use protocol::shopper::{ClientFrame, Owner};

use super::{Chat, Link};
use crate::conversation::{Effect, Gone, Outbox};

impl Chat {
    /// The shop keeps what was said; here begins another conversation.
    pub(super) fn start_over(&mut self) -> Option<Effect> {
        if matches!(self.link, Link::Outdated | Link::Preview) {
            return None;
        }
        self.leave();
        self.outbox = Outbox::default();
        self.hand_off = None;
        self.link = Link::Idle;
        self.gone = None;
        Some(Effect::Forget)
    }

    /// Asks until the Worker no longer knows the conversation: that, and nothing less, says that it is erased.
    pub(super) fn asked_to_forget(&mut self) -> Option<Effect> {
        if self.link == Link::Preview {
            return None;
        }
        if self.credentials.is_none() {
            let effect = self.start_over();
            self.gone = Some(Gone::Forgotten);
            return effect;
        }
        self.is_forgetting = true;
        self.trouble = None;
        self.outbox = Outbox::default();
        self.hand_off = None;
        match self.link {
            Link::Greeting | Link::Live => Some(Effect::Send(vec![forget_frame()])),
            Link::Idle | Link::Waiting if self.is_online => self.pursue(),
            _ => None,
        }
    }

    /// What was shown belongs to a conversation that is not ours any more.
    pub(super) fn leave(&mut self) {
        self.gone = Some(if self.is_forgetting { Gone::Forgotten } else { Gone::Unavailable });
        self.is_forgetting = false;
        self.is_unavailable = false;
        self.credentials = None;
        self.transcript.clear();
        self.latest = 0;
        self.seen = 0;
        self.proposal = None;
        self.queue = None;
        self.trouble = None;
        self.owner = Owner::Assistant;
    }
}

pub(super) fn forget_frame() -> ClientFrame {
    ClientFrame { v: protocol::VERSION, forget: true, ..ClientFrame::default() }
}
