//! One shopper message and everything that follows from it, as steps.
//!
//! ```
//! use desk::{context::{Context, Page}, identity::Identity, state::State, turn::{self, Step}, workflow::Modes};
//!
//! let now = "2026-11-20T10:00:00Z".parse().unwrap();
//! let context = Context { now, page: Page::default(), modes: Modes::AUTO, identity: Identity::default() };
//! let Step::Done(end) = turn::begin(State::default(), "where is my order?", context.clone()) else { panic!() };
//! // It was asked for the number; with number and e-mail there is something to read.
//! let Step::Need(lookups, _pending) = turn::begin(end.state, "#1002, ben@example.com", context) else { panic!() };
//! assert_eq!(lookups.len(), 1);
//! ```

use crate::context::Context;
use crate::cue;
use crate::dialogue::{self, Topic};
use crate::entity::Entities;
use crate::intent::{self, Intent, Reading};
use crate::language::{self, Detected, Language};
use crate::lookup::{Answer, Lookup};
use crate::message::Message;
use crate::reply::{Reason, Reply};
use crate::retrieval::tongue;
use crate::signal::{Mood, Signal};
use crate::state::State;
use crate::workflow::{Mode, Workflow};

/// What a turn does next.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "moved a few times a turn, never kept in numbers")]
pub enum Step {
    /// Read these, all at once, then resume with the answers in the same order.
    Need(Vec<Lookup>, Pending),
    Done(TurnEnd),
}

/// A turn that waits for lookups. It only reads, so one that is lost is begun anew from its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    pub(crate) turn: Turn,
    pub(crate) topic: Topic,
    round: u8,
}

/// What every step of a turn has at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Turn {
    pub state: State,
    pub context: Context,
    /// What is answered: the line, or a question that waited for it.
    pub message: Message,
    /// What the reading is of, where it is not of all of that.
    pub wish: Option<Message>,
    pub reading: Reading,
    pub mood: Mood,
}

/// How a turn ended.
#[derive(Clone, Debug)]
pub struct TurnEnd {
    pub state: State,
    pub workflow: Workflow,
    /// In the order in which they are said.
    pub replies: Vec<Reply>,
    /// Present when a person is to have the conversation from now on.
    pub hand_off: Option<Reason>,
    /// Explained where a person takes over.
    pub reading: Reading,
    pub mood: Mood,
    /// What the replies are to be worded in.
    pub language: Language,
}

/// Rounds of lookups that one turn may take. The longest dialogues need all of them.
const MOST_ROUNDS: u8 = 3;

/// A longer line says more than which order is meant.
const MOST_WORDS_OF_A_NUMBER: usize = 8;

/// Starts a turn on one line of the shopper.
pub fn begin(mut state: State, line: &str, context: Context) -> Step {
    state.forget_what_lapsed(&context.identity);
    let message = Message::parse(line);
    let detected = match language::detect(&message) {
        Detected::Unclear => tongue(&message, || language::leaning(&message)).map_or(Detected::Unclear, Detected::One),
        detected => detected,
    };
    if let Detected::One(language) = detected {
        state.language = Some(language);
    }
    let entities = Entities::read(&message, state.expecting(), state.calendar(context.now, &context.page));
    let wish = entities.wish_in(&message);
    let (mut reading, mut mood) = match &wish {
        // A number alone is no wish, and no mood.
        None => Default::default(),
        Some(wish) => (intent::classify(wish), Mood::read(&message, line)),
    };
    cue::listen(&message, &mut reading, &mut mood);
    // "Wrong number, I meant 1005": what is given is what the line is about.
    if entities.order.is_some()
        && message.length() <= MOST_WORDS_OF_A_NUMBER
        && !reading.wishes().contains(&Intent::HumanAgent)
    {
        mood.forget(Signal::Person);
    }
    let wish = wish.filter(|wish| *wish != message);
    let turn = Turn { state, context, message: message.clone(), wish, reading, mood };
    let opened = match detected {
        Detected::Other => dialogue::open_foreign(turn, &message, &entities),
        Detected::One(_) | Detected::Unclear => dialogue::open(turn, &message, &entities),
    };
    next(opened, 0)
}

impl Pending {
    /// Goes on with what the lookups brought.
    pub fn resume(self, answers: Vec<Answer>) -> Step {
        let round = self.round + 1;
        let message = self.turn.message.clone();
        next(dialogue::go_on(self.turn, self.topic, &message, answers), round)
    }

    /// Gives up: whatever the lookups would have said, this turn ends with an honest line and the offer of a person.
    pub fn give_up(self) -> TurnEnd {
        dialogue::give_up(self.turn, self.topic)
    }

    /// The language that the turn will answer in.
    pub fn language(&self) -> Language {
        self.turn.language()
    }

    /// The workflow that the lookups are for.
    pub fn workflow(&self) -> Workflow {
        self.topic.workflow()
    }
}

/// What a dialogue decides, before rounds are counted.
#[allow(clippy::large_enum_variant, reason = "moved a few times a turn, never kept in numbers")]
pub(crate) enum Move {
    Look(Vec<Lookup>, Turn, Topic),
    End(TurnEnd),
}

fn next(decided: Move, round: u8) -> Step {
    match decided {
        Move::End(end) => Step::Done(end),
        Move::Look(_, turn, topic) if round >= MOST_ROUNDS => Step::Done(dialogue::give_up(turn, topic)),
        Move::Look(lookups, turn, topic) => Step::Need(lookups, Pending { turn, topic, round }),
    }
}

impl Turn {
    /// What the shopper speaks: by their last line that showed it, else by the page.
    pub(crate) fn language(&self) -> Language {
        self.state.language_on(&self.context.page)
    }

    /// Whether there is a product that "this" can mean: the page's, or the one last talked about.
    pub(crate) fn has_product(&self) -> bool {
        self.context.page.product.is_some() || self.state.product.is_some()
    }

    /// Whether products are searched for at all.
    pub(crate) fn may_search(&self) -> bool {
        self.context.modes.of(Workflow::Product) != Mode::Off
    }

    /// Ends the turn with these replies.
    pub(crate) fn end(self, workflow: Workflow, replies: Vec<Reply>) -> Move {
        Move::End(self.ending(workflow, replies))
    }

    /// Ends the turn and hands the conversation to a person.
    pub(crate) fn hand_off(self, workflow: Workflow, replies: Vec<Reply>, reason: Reason) -> Move {
        Move::End(self.handing_off(workflow, replies, reason))
    }

    /// The same as [`Turn::end`], where the turn ends in any case.
    pub(crate) fn ending(self, workflow: Workflow, replies: Vec<Reply>) -> TurnEnd {
        self.closed(workflow, replies, None)
    }

    /// The same as [`Turn::hand_off`], where the turn ends in any case.
    pub(crate) fn handing_off(mut self, workflow: Workflow, mut replies: Vec<Reply>, reason: Reason) -> TurnEnd {
        (self.state.awaiting, self.state.code_for) = (None, None);
        replies.push(Reply::HandingOver(reason));
        self.closed(workflow, replies, Some(reason))
    }

    /// The same as [`Turn::offer_person`], where the turn ends in any case.
    pub(crate) fn offering_person(mut self, workflow: Workflow, mut replies: Vec<Reply>, reason: Reason) -> TurnEnd {
        self.state.awaiting = Some(crate::state::Awaiting::HandOffConsent(reason));
        replies.push(Reply::OfferPerson(reason));
        self.closed(workflow, replies, None)
    }

    fn closed(self, workflow: Workflow, replies: Vec<Reply>, hand_off: Option<Reason>) -> TurnEnd {
        let language = self.language();
        let Self { state, mut reading, mood, message, wish, .. } = self;
        // Whoever takes over is told why; of other turns nobody asks.
        if hand_off.is_some() {
            reading = reading.explained(&wish.unwrap_or(message));
        }
        TurnEnd { state, workflow, replies, hand_off, reading, mood, language }
    }

    /// Ends the turn with these replies and the question whether a person should come.
    pub(crate) fn offer_person(self, workflow: Workflow, replies: Vec<Reply>, reason: Reason) -> Move {
        Move::End(self.offering_person(workflow, replies, reason))
    }
}
