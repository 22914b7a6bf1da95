//! Plays a conversation natively: the desk, the production adapters and demo-shop, without a Worker.

use desk::context::{Context, Page};
use desk::identity::{CustomerProof, Identity};
use desk::reply::{Reason, Reply};
use desk::state::State;
use desk::turn::{self, Step};
use desk::wording::{self, Line, Shape};
use desk::workflow::Modes;
use edge_worker::app::lookup::Records;
use edge_worker::app::pass::{Pass, Purpose, Shown, SignedIn};
use edge_worker::ports::door::Door;
use edge_worker::ports::{Catalog, Market, Mirror, Orders, Policies, Tracking};
use futures_executor::block_on;
use jiff::Timestamp;

/// One conversation in progress.
pub struct Player<'a, S, M, T, D> {
    records: Records<'a, S, M, T, D>,
    state: State,
    now: Timestamp,
    pub page: Page,
    pub identity: Identity,
    receipts: u64,
}

/// What came of one turn.
pub struct Said {
    pub lines: Vec<Line>,
    /// The kind of each reply.
    pub acts: Vec<&'static str>,
    pub hand_off: Option<Reason>,
}

impl<'a, S: Orders + Catalog + Policies, M: Mirror, T: Tracking, D: Door> Player<'a, S, M, T, D> {
    pub fn new(shop: &'a S, mirror: &'a M, carriers: &'a T, door: &'a D, now: Timestamp) -> Self {
        let page = Page { locale: "en".into(), country: "DE".into(), ..Page::default() };
        let records = Records { shop, mirror, carriers, door, market: Market::default() };
        Self { records, state: State::default(), now, page, identity: Identity::default(), receipts: 0 }
    }

    /// Signs a customer in, as a pass of the shop's would; signs out where the id is empty. Codes are sent from then on.
    pub fn sign_in(&mut self, id: &str) {
        self.identity.has_codes = true;
        self.identity.customer = customer(id);
    }

    /// Plays one turn.
    pub fn say(&mut self, line: &str) -> Said {
        let context =
            Context { now: self.now, page: self.page.clone(), modes: Modes::AUTO, identity: self.identity.clone() };
        self.records.market = Market::parse(&self.page.country, &self.page.locale);
        let mut step = turn::begin(self.state.clone(), line, context);
        loop {
            match step {
                Step::Done(end) => {
                    self.state = end.state;
                    let lines = end.replies.iter().flat_map(|reply| wording::render(reply, end.language)).collect();
                    let acts = end.replies.iter().map(Reply::act).collect();
                    return Said { lines, acts, hand_off: end.hand_off };
                }
                Step::Need(lookups, pending) => {
                    let first = self.receipts + 1;
                    self.receipts += lookups.len() as u64;
                    step = pending.resume(block_on(self.records.read_all(lookups, first, || self.now)));
                }
            }
        }
    }
}

/// The proof of a customer, by a pass that was issued and shown; none for an empty id.
pub fn customer(id: &str) -> Option<CustomerProof> {
    let purpose = Purpose { shop: "shop", conversation: "conversation", origin: "origin" };
    let pass = Pass::issue(Some(id.to_owned()), "once".into(), Timestamp::UNIX_EPOCH).print("secret", purpose);
    let shown = Shown::parse(&pass, "secret", purpose, Timestamp::UNIX_EPOCH).expect("a pass of ours");
    SignedIn::by(&shown, 0).as_ref().map(CustomerProof::of)
}

/// A line as it stands in a transcript: its text, and behind `|` what is drawn.
pub fn written(line: &Line) -> Vec<String> {
    let mut written: Vec<String> = line.text.lines().map(str::to_owned).collect();
    match &line.shape {
        Shape::Words | Shape::Excerpt(_) => {}
        Shape::Parcel(view) => {
            let expected = view.expected.as_deref().unwrap_or("no date");
            written.push(format!("| parcel {} / {} / {expected} / {}", view.title, view.status, view.items.join(", ")));
            written.extend(view.scans.iter().map(|scan| {
                format!("| scan {} / {} / {}", scan.when, scan.place.as_deref().unwrap_or("no place"), scan.text)
            }));
        }
        Shape::Product(view) => written.push(format!("| product {}", view.options.join("; "))),
        Shape::Choices(options) => written.push(format!("| choices {}", options.join(", "))),
    }
    written
}
