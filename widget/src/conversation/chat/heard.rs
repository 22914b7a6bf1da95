//! What each frame of the Worker changes.

use protocol::shopper::{Ack, Author, Message, Owner, Proposal, Refusal, Refused, ServerFrame, Welcome};

use super::{Chat, Link};
use crate::conversation::{Effect, Why};

impl Chat {
    pub(super) fn heard(&mut self, frame: ServerFrame) -> Option<Effect> {
        if frame.v > protocol::VERSION {
            return self.outdated();
        }
        if let Some(welcome) = frame.welcome {
            self.welcomed(&welcome);
        }
        if let Some(ack) = frame.ack {
            self.acknowledged(&ack);
        }
        if let Some(message) = frame.message {
            self.keep(message);
        }
        if let Some(proposal) = frame.proposal {
            self.propose(proposal);
        }
        if let Some(owner) = frame.owner {
            self.owned_by(owner);
        }
        if let Some(queue) = frame.queue {
            self.queue = Some(queue.text).filter(|text| !text.is_empty());
        }
        if let Some(token) = frame.token {
            let known = self.credentials.as_mut()?;
            known.token = token;
            return Some(Effect::Keep(known.clone(), vec![self.hello()]));
        }
        frame.refused.and_then(|refused| self.refused(refused))
    }

    fn welcomed(&mut self, welcome: &Welcome) {
        if self.link == Link::Greeting {
            self.link = Link::Live;
        }
        self.tries = 0;
        self.is_unavailable = false;
        self.is_fresh = false;
        self.latest = welcome.latest;
        if self.seen == 0 {
            // An earlier page has shown what there is.
            self.seen = welcome.latest;
        }
        self.owned_by(welcome.owner);
    }

    fn acknowledged(&mut self, ack: &Ack) {
        if self.hand_off.as_ref() == Some(&ack.id) {
            self.hand_off = None;
            self.owned_by(Owner::Waiting);
        } else if let Some(line) = self.outbox.take(&ack.id) {
            self.transcript.keep(Message { seq: ack.seq, ..line });
        }
    }

    fn keep(&mut self, message: Message) {
        if let Some(id) = &message.id {
            self.outbox.take(id);
        }
        if message.author != Author::Shopper {
            self.proposal = None;
            self.trouble = None;
        }
        self.transcript.keep(message);
        self.see();
    }

    /// What is on the screen counts as seen.
    pub(super) fn see(&mut self) {
        if self.is_open {
            self.seen = self.seen.max(self.transcript.latest());
        }
    }

    /// A proposal for an older line than the one being answered comes too late, and so does any once a person has
    /// the conversation.
    fn propose(&mut self, proposal: Proposal) {
        let is_late = self.proposal.as_ref().is_some_and(|shown| shown.turn > proposal.turn);
        let is_over = proposal.status.is_empty() && proposal.parts.is_empty();
        if !is_late && !self.is_with_a_person() {
            self.proposals = self.proposals.wrapping_add(1);
            self.proposal = (!is_over).then_some(proposal);
        }
    }

    fn owned_by(&mut self, owner: Owner) {
        self.owner = owner;
        if owner != Owner::Waiting {
            self.queue = None;
        }
        if self.is_with_a_person() {
            self.hand_off = None;
            self.proposal = None;
        }
    }

    fn refused(&mut self, refused: Refused) -> Option<Effect> {
        match refused.code {
            Refusal::Version => return self.outdated(),
            Refusal::Forbidden => return self.forbidden(refused.text),
            // The socket ends now, and the next try may find it mended.
            Refusal::Unavailable => {
                self.is_unavailable = true;
                return None;
            }
            _ => {}
        }
        let why = Why { code: refused.code, text: refused.text };
        if self.is_forgetting && refused.id.is_none() {
            // A Worker that cannot forget. Better said than waited for.
            self.is_forgetting = false;
            self.trouble = Some(String::new());
            return None;
        }
        if refused.id.is_some() && refused.id == self.hand_off {
            self.hand_off = None;
            self.trouble = Some(why.text);
        } else if !self.outbox.fail(refused.id.as_deref(), &why) && refused.id.is_none() {
            self.trouble = Some(why.text);
        }
        None
    }

    #[expect(clippy::unnecessary_wraps, reason = "what is heard has one kind of answer")]
    fn outdated(&mut self) -> Option<Effect> {
        self.link = Link::Outdated;
        self.proposal = None;
        self.give_up(&Why::only(Refusal::Version));
        Some(Effect::HangUp)
    }

    /// The Worker does not know the conversation, or not as ours. What was shown belongs to it, so it goes; what was
    /// not sent goes into a new one.
    fn forbidden(&mut self, text: String) -> Option<Effect> {
        self.leave();
        if self.is_fresh {
            // A Worker that forbids what it has just opened would do so forever.
            self.give_up(&Why { code: Refusal::Forbidden, text });
            self.gone = None;
        }
        if self.hand_off.is_some() || self.outbox.unsent().next().is_some() {
            return self.pursue();
        }
        self.link = Link::Idle;
        Some(Effect::Forget)
    }
}
