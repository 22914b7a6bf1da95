//! The conversation's state and the one way to change it.

mod heard;
mod leaving;
mod link;
mod shown;
#[cfg(test)]
mod tests;

use link::Link;
use protocol::shopper::{ClientFrame, HandOff, Owner, Page, Proposal, Rate, Refusal};

use super::{Credentials, Effect, Event, Gone, Outbox, Transcript, Why, draft::sayable};

/// One shopper's conversation, as this page knows it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each may be true with any other")]
pub struct Chat {
    page: Page,
    link: Link,
    credentials: Option<Credentials>,
    /// Shown with the next hello, and once.
    pass: Option<String>,
    /// The Worker opened this conversation and has not welcomed us to it yet.
    is_fresh: bool,
    /// Tries since the last time the Worker welcomed us.
    tries: u32,
    is_online: bool,
    /// The Worker said so, and has not welcomed us since.
    is_unavailable: bool,
    owner: Owner,
    transcript: Transcript,
    /// The newest number that the Worker spoke of when it welcomed us.
    latest: u64,
    outbox: Outbox,
    /// The client id of a hand-off that is neither acknowledged nor refused.
    hand_off: Option<String>,
    proposal: Option<Proposal>,
    /// How many proposals there were.
    proposals: u32,
    trouble: Option<String>,
    /// What somebody who waits for a person should know.
    queue: Option<String>,
    /// The shopper wants the conversation erased, and it may not be yet.
    is_forgetting: bool,
    /// What was rated, and with how many stars.
    rated: Vec<(String, u32)>,
    /// What became of the conversation before this one.
    gone: Option<Gone>,
    /// Whether the shopper can see the transcript.
    is_open: bool,
    /// The newest number that they can have seen.
    seen: u64,
    beats: u32,
}

impl Chat {
    /// A conversation of which nothing has been said. The page is told to the Worker with every connection.
    pub fn new(page: Page) -> Self {
        Self {
            page,
            link: Link::Idle,
            credentials: None,
            pass: None,
            is_fresh: false,
            tries: 0,
            is_online: true,
            is_unavailable: false,
            owner: Owner::Assistant,
            transcript: Transcript::default(),
            latest: 0,
            outbox: Outbox::default(),
            hand_off: None,
            proposal: None,
            proposals: 0,
            trouble: None,
            queue: None,
            is_forgetting: false,
            rated: Vec::new(),
            gone: None,
            is_open: false,
            seen: 0,
            beats: 0,
        }
    }

    /// One that is only looked at, and never connects.
    pub fn preview(page: Page) -> Self {
        Self { link: Link::Preview, ..Self::new(page) }
    }

    /// Takes in what happened and says what is to be done about it.
    ///
    /// | event | while | becomes | effect |
    /// | --- | --- | --- | --- |
    /// | restored | idle | connecting | connect |
    /// | said, tried again, asked for a person | idle, waiting | opening or connecting | open or connect |
    /// | … | greeting, live | | send |
    /// | … | opening, connecting, offline | | kept for later |
    /// | opened | opening | connecting | connect |
    /// | not opened | opening | waiting (unreachable, unavailable) or idle | wait, or none |
    /// | passed | any | | kept for the next hello |
    /// | shared | any | connecting, if waiting | connect |
    /// | connected | connecting | greeting | send hello and all that is unsent |
    /// | heard welcome | greeting | live | |
    /// | heard a token | greeting, live | | keep, which says hello again |
    /// | heard forbidden | any | opening, or idle when nothing is unsent | open, or forget |
    /// | heard a newer version | any | outdated | hang up |
    /// | lost | connecting, greeting, live | waiting, offline without a network | wait |
    /// | due, woke | waiting | opening or connecting | open or connect |
    /// | asked to forget | greeting, live | | send forget |
    /// | asked to forget | without a conversation | idle | forget |
    /// | started over | any but outdated, preview | idle | forget |
    /// | rated | live | | send |
    /// | slept | connecting, greeting, live | waiting | hang up |
    /// | beat, woke | live | | send ping |
    /// | went offline | any but idle, outdated | offline | hang up |
    /// | came online | offline, waiting | opening or connecting | open or connect |
    ///
    /// Looked changes what counts as seen. Anything else changes nothing.
    pub fn update(&mut self, event: Event) -> Option<Effect> {
        match event {
            Event::Restored(credentials) => {
                if self.link != Link::Idle {
                    return None;
                }
                self.credentials = Some(credentials);
                self.pursue()
            }
            Event::Said { id, text, at } => self.said(&id, &text, at),
            Event::TriedAgain { id } => {
                if !self.outbox.retry(&id) {
                    return None;
                }
                let frame = self.outbox.frame(&id)?;
                self.deliver(frame)
            }
            Event::AskedForPerson { id } => {
                if self.is_handed_over() {
                    return None;
                }
                self.trouble = None;
                self.hand_off = Some(id.clone());
                self.deliver(hand_off_frame(id))
            }
            Event::Opened(credentials) => {
                if self.credentials.is_some() {
                    return None;
                }
                self.credentials = Some(credentials);
                self.is_fresh = true;
                if self.link == Link::Opening { self.pursue() } else { None }
            }
            Event::NotOpened { why, jitter } => self.not_opened(why, jitter),
            Event::Passed(pass) => self.pass.replace(pass).and(None),
            Event::Shared(shared) => self.shared(shared),
            Event::Connected => {
                if self.link != Link::Connecting {
                    return None;
                }
                self.link = Link::Greeting;
                Some(Effect::Send(self.opening_words()))
            }
            Event::Heard(frame) => self.heard(frame),
            Event::Lost { jitter } => {
                self.proposal = None;
                match self.link {
                    Link::Connecting | Link::Greeting | Link::Live => self.back_off(jitter),
                    _ => None,
                }
            }
            Event::Due => {
                if self.link == Link::Waiting {
                    self.pursue()
                } else {
                    None
                }
            }
            Event::Beat => self.beat(),
            Event::Looked(is_open) => {
                self.is_open = is_open;
                self.see();
                None
            }
            Event::AskedToForget => self.asked_to_forget(),
            Event::StartedOver => self.start_over(),
            Event::Rated { id, score } => {
                self.rated.insert(0, (id.clone(), score));
                let frame =
                    ClientFrame { v: protocol::VERSION, rate: Some(Rate { id, score }), ..ClientFrame::default() };
                (self.link == Link::Live).then(|| Effect::Send(vec![frame]))
            }
            Event::Slept => match self.link {
                Link::Connecting | Link::Greeting | Link::Live => {
                    self.link = Link::Waiting;
                    Some(Effect::HangUp)
                }
                _ => None,
            },
            Event::WentOffline => {
                self.is_online = false;
                self.proposal = None;
                if matches!(self.link, Link::Idle | Link::Outdated | Link::Preview) {
                    return None;
                }
                self.link = Link::Offline;
                Some(Effect::HangUp)
            }
            Event::CameOnline => {
                self.is_online = true;
                self.tries = 0;
                if matches!(self.link, Link::Offline | Link::Waiting) { self.pursue() } else { None }
            }
            Event::Woke => {
                if self.link == Link::Waiting {
                    self.pursue()
                } else {
                    self.beat()
                }
            }
        }
    }

    fn said(&mut self, id: &str, text: &str, at: u64) -> Option<Effect> {
        // The composer holds back what cannot be sent; whatever still gets here is never sent in silence.
        let line = sayable(text);
        self.trouble = None;
        self.outbox.push(id.to_owned(), line.unwrap_or(text).to_owned(), at);
        if line.is_err() {
            self.outbox.fail(Some(id), &Why::only(Refusal::TooLong));
            return None;
        }
        let frame = self.outbox.frame(id)?;
        self.deliver(frame)
    }

    /// Sends now, or sees to a connection with which everything unsent is sent.
    fn deliver(&mut self, frame: ClientFrame) -> Option<Effect> {
        match self.link {
            // What is said after that goes into the next conversation.
            Link::Greeting | Link::Live if self.is_forgetting => None,
            Link::Greeting | Link::Live => Some(Effect::Send(vec![frame])),
            Link::Idle | Link::Waiting if self.is_online => self.pursue(),
            Link::Idle => {
                self.link = Link::Offline;
                None
            }
            Link::Outdated => {
                self.outbox.fail_all(&Why::only(Refusal::Version));
                self.hand_off = None;
                None
            }
            Link::Preview => {
                self.give_up(&Why::only(Refusal::Unknown));
                self.trouble = None;
                None
            }
            Link::Opening | Link::Connecting | Link::Waiting | Link::Offline => None,
        }
    }

    /// Hands everything unsent back to the shopper.
    fn give_up(&mut self, why: &Why) {
        self.outbox.fail_all(why);
        if self.hand_off.take().is_some() {
            self.trouble = Some(why.text.clone());
        }
    }
}

fn hand_off_frame(id: String) -> ClientFrame {
    ClientFrame { v: protocol::VERSION, hand_off: Some(HandOff { id }), ..ClientFrame::default() }
}
