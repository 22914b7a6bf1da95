//! How the conversation stands with the Worker, and the way to a live connection.

use protocol::shopper::{ClientFrame, Hello, Refusal};

use super::{Chat, hand_off_frame, leaving};
use crate::conversation::{Credentials, Effect, NotOpened, Why, backoff::pause_ms};

/// How far the way to the Worker has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Link {
    /// Nothing was said yet, so there is nothing to be connected to.
    Idle,
    Opening,
    Connecting,
    /// The socket is open and hello is on its way. Lines may follow it at once.
    Greeting,
    Live,
    /// Between two tries.
    Waiting,
    Offline,
    /// For good: only another page load helps.
    Outdated,
    /// In the theme editor: there is nothing to be connected to, ever.
    Preview,
}

impl Chat {
    pub(super) fn shared(&mut self, shared: Credentials) -> Option<Effect> {
        let known = self.credentials.as_mut().filter(|known| known.conversation == shared.conversation)?;
        known.token = shared.token;
        if self.link == Link::Waiting { self.pursue() } else { None }
    }

    /// The next step to a live connection.
    #[expect(clippy::unnecessary_wraps, reason = "whoever pursues answers with an effect or none")]
    pub(super) fn pursue(&mut self) -> Option<Effect> {
        if let Some(credentials) = &self.credentials {
            self.link = Link::Connecting;
            Some(Effect::Connect(credentials.clone()))
        } else {
            self.link = Link::Opening;
            Some(Effect::Open)
        }
    }

    pub(super) fn hello(&mut self) -> ClientFrame {
        let hello = Hello {
            token: self.credentials.as_ref().map(|known| known.token.clone()).unwrap_or_default(),
            after: self.transcript.complete_to(),
            page: self.page.clone(),
            pass: self.pass.take(),
        };
        ClientFrame { v: protocol::VERSION, hello: Some(hello), ..ClientFrame::default() }
    }

    pub(super) fn opening_words(&mut self) -> Vec<ClientFrame> {
        let mut frames = vec![self.hello()];
        if self.is_forgetting {
            frames.push(leaving::forget_frame());
            return frames;
        }
        frames.extend(self.outbox.unsent());
        frames.extend(self.hand_off.clone().map(hand_off_frame));
        frames
    }

    pub(super) fn not_opened(&mut self, why: NotOpened, jitter: u16) -> Option<Effect> {
        if self.link != Link::Opening {
            return None;
        }
        let code = match why {
            NotOpened::Unreachable => return self.back_off(jitter),
            NotOpened::Unavailable => {
                self.is_unavailable = true;
                return self.back_off(jitter);
            }
            NotOpened::TooFast => Refusal::TooFast,
            NotOpened::Refused => Refusal::Fault,
        };
        self.link = Link::Idle;
        self.give_up(&Why::only(code));
        None
    }

    pub(super) fn back_off(&mut self, jitter: u16) -> Option<Effect> {
        if !self.is_online {
            self.link = Link::Offline;
            return None;
        }
        self.tries += 1;
        self.link = Link::Waiting;
        Some(Effect::Wait { ms: pause_ms(self.tries, jitter) })
    }

    pub(super) fn beat(&mut self) -> Option<Effect> {
        if self.link != Link::Live {
            return None;
        }
        self.beats = self.beats.wrapping_add(1);
        let ping = ClientFrame { v: protocol::VERSION, ping: Some(self.beats), ..ClientFrame::default() };
        Some(Effect::Send(vec![ping]))
    }
}
