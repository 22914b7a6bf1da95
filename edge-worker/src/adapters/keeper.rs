//! What all isolates of a deployment share: tokens that upstreams lend, pauses that they ask for, and how often they
//! were asked today.
//!
//! A question is JSON. It may have a `lender` whose token is wanted, with the one that was `refused`; a service to
//! `call` with how often it may be asked `per_day`; and services that are `paused`, each until when. An answer has what
//! was wanted, and always what is paused and how often was asked. Times are milliseconds since 1970.

mod held;

use std::cell::RefCell;

use held::{Held, Thing};
use serde_json::{Map, Value};

use super::carriers::Clock;
use super::json::Node;
use super::token::{self, Lender, Lent, Unlent};
use crate::ports::http::Http;

/// The keeper of a deployment. What interleaves at its waits finds a renewal that is under way, and begins no second.
pub struct Keeper {
    held: RefCell<Held>,
    renewals: RefCell<Vec<Renewal>>,
    clock: Clock,
}

/// A renewal under way, or the last one that failed.
struct Renewal {
    name: String,
    began: i64,
    failed: Option<(i64, Unlent)>,
}

const TOKEN: &str = "token ";
const PAUSED: &str = "paused ";
const ASKED: &str = "asked ";

/// How long a lender may take. Nobody has to wait for that long: who gave up finds the token when they ask again.
const PATIENCE_MS: u32 = 4_000;

/// After this long nobody is believed to be renewing any more.
const LAPSE_MS: i64 = 6_000;

/// How often who waits for another's renewal looks, and how often at most.
const LOOK_MS: u32 = 50;
const MOST_LOOKS: u32 = 60;

/// No lender's word is believed for longer, and no pause.
const DAY_MS: i64 = 24 * 3_600_000;

impl Keeper {
    /// With what was held before; see [`Self::answer`].
    pub fn new(held: &str, clock: Clock) -> Self {
        Self { held: RefCell::new(Held::parse(held)), renewals: RefCell::default(), clock }
    }

    /// Answers a question. `lender` finds who lends under a name; `save` stores what is held, as a text, whenever that
    /// has changed.
    pub async fn answer(
        &self,
        question: &Value,
        lender: impl FnOnce(&str) -> Option<Lender>,
        http: &impl Http,
        save: &dyn Fn(&str),
    ) -> Value {
        let question = Node::new(question);
        let mut answer = Map::new();
        for (service, until) in question.at("paused").value().as_object().into_iter().flatten() {
            let until = until.as_i64().unwrap_or(0);
            if self.pause(service, until) {
                save(&self.held.borrow().print());
            }
        }
        if let Some(service) = question.text("call") {
            let is_allowed = self.count(service, question.integer("per_day").unwrap_or(0));
            answer.insert("allowed".into(), is_allowed.into());
            save(&self.held.borrow().print());
        }
        if let Some(lender) = question.text("lender").and_then(lender) {
            match self.token(&lender, question.text("refused"), http, save).await {
                Ok(lent) => {
                    answer.insert("token".into(), lent.token.into());
                    answer.insert("seconds".into(), lent.seconds.into());
                }
                Err(unlent) => {
                    answer.insert("status".into(), unlent.status.into());
                    answer.insert("what".into(), unlent.what.into());
                }
            }
        }
        let (held, now) = (self.held.borrow(), self.now());
        let paused = held.all(PAUSED, now).map(|(service, thing)| (service.to_owned(), thing.ends.into()));
        answer.insert("paused".into(), Value::Object(paused.collect()));
        let asked = held.all(ASKED, now).map(|(service, thing)| (service.to_owned(), thing.value.as_str().into()));
        answer.insert("asked".into(), Value::Object(asked.collect()));
        Value::Object(answer)
    }

    /// Whether that says more than was known.
    fn pause(&self, service: &str, until: i64) -> bool {
        let (now, name) = (self.now(), [PAUSED, service].concat());
        let until = until.min(now + DAY_MS);
        let mut held = self.held.borrow_mut();
        let is_news = now < until && held.find(&name, now).is_none_or(|known| known.ends < until);
        if is_news {
            held.hold(Thing { name, value: String::new(), since: now, ends: until }, now);
        }
        is_news
    }

    /// Counts one call, unless the service is paused, if the day has it left; services begin theirs at midnight UTC. One
    /// that is used up is paused until the next.
    fn count(&self, service: &str, per_day: i64) -> bool {
        let (now, name) = (self.now(), [ASKED, service].concat());
        if self.held.borrow().find(&[PAUSED, service].concat(), now).is_some() {
            return false;
        }
        let midnight = (now.div_euclid(DAY_MS) + 1) * DAY_MS;
        let asked = self.held.borrow().find(&name, now).and_then(|thing| thing.value.parse().ok()).unwrap_or(0);
        if asked >= per_day {
            self.pause(service, midnight);
            return false;
        }
        let value = (asked + 1).to_string();
        self.held.borrow_mut().hold(Thing { name, value, since: now, ends: midnight }, now);
        true
    }

    async fn token(
        &self,
        lender: &Lender,
        refused: Option<&str>,
        http: &impl Http,
        save: &dyn Fn(&str),
    ) -> Result<Lent, Unlent> {
        // By its whole key, so that another secret has another token; digested, as a secret must not lie here.
        let name = [TOKEN, &lender.name, " ", &lender.digest()].concat();
        let began = self.now();
        // By its value: it may have been replaced since.
        let is_refused = |thing: &Thing| Some(thing.value.as_str()) == refused;
        if self.held.borrow().find(&name, began).is_some_and(is_refused) {
            self.held.borrow_mut().drop(&name);
            save(&self.held.borrow().print());
        }
        for _ in 0..MOST_LOOKS {
            let now = self.now();
            let at_hand = self.held.borrow().find(&name, now).cloned();
            match at_hand {
                Some(thing) if !is_stale(&thing, now) || self.is_renewing(&name) => return Ok(lent(thing, now)),
                at_hand if !self.is_renewing(&name) => {
                    if at_hand.is_none()
                        && let Some(unlent) = self.failed_since(&name, began)
                    {
                        return Err(unlent);
                    }
                    return self.renew(lender, name, at_hand, http, save).await;
                }
                _ => http.sleep(LOOK_MS).await,
            }
        }
        Err(Unlent::silent("another's renewal takes too long"))
    }

    async fn renew(
        &self,
        lender: &Lender,
        name: String,
        at_hand: Option<Thing>,
        http: &impl Http,
        save: &dyn Fn(&str),
    ) -> Result<Lent, Unlent> {
        self.renewals.borrow_mut().retain(|renewal| renewal.name != name);
        self.renewals.borrow_mut().push(Renewal { name: name.clone(), began: self.now(), failed: None });
        let outcome = token::lend(http, lender, PATIENCE_MS).await;
        let now = self.now();
        match outcome {
            Ok(new) => {
                let ends = now.saturating_add(new.seconds.clamp(0, DAY_MS / 1_000) * 1_000);
                self.renewals.borrow_mut().retain(|renewal| renewal.name != name);
                self.held.borrow_mut().hold(Thing { name, value: new.token.clone(), since: now, ends }, now);
                save(&self.held.borrow().print());
                Ok(new)
            }
            Err(unlent) => {
                if let Some(renewal) = self.renewals.borrow_mut().iter_mut().find(|renewal| renewal.name == name) {
                    renewal.failed = Some((now, unlent.clone()));
                }
                at_hand.map(|thing| lent(thing, now)).ok_or(unlent)
            }
        }
    }

    fn is_renewing(&self, name: &str) -> bool {
        let since = self.now() - LAPSE_MS;
        let is_under_way =
            |renewal: &Renewal| renewal.name == name && renewal.failed.is_none() && renewal.began > since;
        self.renewals.borrow().iter().any(is_under_way)
    }

    /// Who waited for a renewal that failed is told so, and does not begin another.
    fn failed_since(&self, name: &str, began: i64) -> Option<Unlent> {
        let renewals = self.renewals.borrow();
        let (at, unlent) = renewals.iter().find(|renewal| renewal.name == name)?.failed.as_ref()?;
        (*at > began).then(|| unlent.clone())
    }

    fn now(&self) -> i64 {
        (self.clock)().as_millisecond()
    }
}

/// In its last tenth.
fn is_stale(thing: &Thing, now: i64) -> bool {
    now >= thing.ends - (thing.ends - thing.since) / 10
}

fn lent(thing: Thing, now: i64) -> Lent {
    Lent { token: thing.value, seconds: (thing.ends - now) / 1_000 }
}

#[cfg(test)]
mod tests;
