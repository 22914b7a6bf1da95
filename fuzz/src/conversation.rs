//! A conversation out of any bytes, played to its end. The fuzzer runs it, and so does a native test over the seeds.
//!
//! The first line is the page: product, locale, country and a figure that says how lookups end, with `|` between. Every
//! other line is what the shopper says. Whatever is no UTF-8 becomes the replacement character, as in the Worker.

use desk::context::{Context, Page};
use desk::evidence::{Evidence, Receipt};
use desk::identity::Identity;
use desk::lookup::{Answer, CodeCheck, Found, Lookup, Outage};
use desk::state::State;
use desk::turn::{self, Step, TurnEnd};
use desk::wording;
use desk::workflow::Modes;
use jiff::Timestamp;

/// More would only be longer, not stranger.
const MOST_LINES: usize = 8;

/// Rounds of lookups that a turn may take; the desk gives up before.
const MOST_ROUNDS: usize = 4;

/// Plays it.
///
/// # Panics
/// When the desk does, when a line is left without an answer, when a turn goes on for ever, or when anything is proven
/// by talk alone.
pub fn play(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (page, said) = text.split_once('\n').unwrap_or(("", &text));
    let mut fields = page.split('|');
    let mut field = || fields.next().unwrap_or_default();
    let product = Some(field()).filter(|product| !product.is_empty()).map(str::to_owned);
    let page = Page { product, locale: field().into(), country: field().into(), ..Page::default() };
    let mut fate: u32 = field().parse().unwrap_or_default();
    let mut state = State::default();
    for line in said.split('\n').take(MOST_LINES) {
        let context = Context {
            now: Timestamp::UNIX_EPOCH,
            page: page.clone(),
            modes: Modes::AUTO,
            identity: Identity::default(),
        };
        let end = finish(turn::begin(state, line, context), &mut fate);
        assert!(!end.replies.is_empty(), "no answer to {line:?}");
        for reply in &end.replies {
            let lines = wording::render(reply, end.language);
            assert!(lines.iter().any(|line| !line.text.trim().is_empty()), "{reply:?} says nothing");
        }
        assert!(end.state.proofs.is_empty(), "something is proven by {line:?}");
        state = end.state;
    }
}

fn finish(mut step: Step, fate: &mut u32) -> TurnEnd {
    for _ in 0..MOST_ROUNDS {
        match step {
            Step::Done(end) => return end,
            Step::Need(lookups, pending) => {
                assert!(!lookups.is_empty(), "nothing to look up");
                let answers = lookups.into_iter().map(|lookup| answer(lookup, fate)).collect();
                step = pending.resume(answers);
            }
        }
    }
    panic!("the turn takes no end");
}

/// Nothing there, or an outage; the bits of the figure say which.
fn answer(lookup: Lookup, fate: &mut u32) -> Answer {
    let is_outage = *fate & 1 == 1;
    *fate >>= 1;
    let record = match lookup {
        Lookup::ClaimedOrder(_) => Found::ClaimedOrder(None),
        Lookup::ProvenOrder(_) => Found::ProvenOrder(None),
        Lookup::SendCode(..) => Found::CodeSent(None),
        Lookup::CheckCode(_) => Found::CodeChecked(CodeCheck::Over),
        Lookup::CustomerOrders(..) => Found::CustomerOrders(Vec::new()),
        Lookup::Search(_) => Found::Hits(Vec::new()),
        Lookup::Product(_) => Found::Product(None),
        Lookup::Recommended(..) => Found::Recommended(None),
        Lookup::Policy(_) => Found::Policy(None),
        Lookup::Tracking(_) => Found::Tracking(Vec::new()),
    };
    let found = Evidence { receipt: Receipt(1), read_at: Timestamp::UNIX_EPOCH, record };
    Answer { lookup, outcome: if is_outage { Err(Outage) } else { Ok(found) } }
}
