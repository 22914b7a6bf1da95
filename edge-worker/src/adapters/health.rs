//! The report of health: what each upstream is like, what is wrong, and which answers suffer.
//!
//! The shop is asked at once; what else is told was seen by all isolates and kept in the database.

mod page;
mod scope;

use desk::lookup::Outage;
use futures_util::future::join3;
use jiff::{SignedDuration, Timestamp};
pub use page::page;
use serde_json::{Value, json};

use super::dead_letter::{self, GivenUp};
use super::json::Node;
use super::mirror::Filling;
use super::shared;
use super::shopify::{Installation, Shopify};
use crate::fault::Upstream;
use crate::ports::http::Http;
use crate::ports::sql::{Sql, Statement};
use crate::pulse;

const UPSTREAMS: &str = "SELECT name, state, latency_ms, succeeded_at, failed_at, fault FROM upstreams \
    ORDER BY name LIMIT 40";

/// The mirror is read again every hour; this much later something holds it up.
const MIRROR_IS_OLD: SignedDuration = SignedDuration::from_hours(3);

/// A failure that nobody has met for so long says nothing about now. What is asked by itself, the shop by this report
/// and the merchant's webhook by the hourly sweep, is asked more often.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(2);

/// For so long it is a problem that a queue gave up on something.
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(24);

/// How long the keeper may take.
const KEEPER_MS: u32 = 2_000;

/// What this isolate has to tell goes to the database. Nothing is told twice a second, nor when there is nothing new.
///
/// # Errors
/// [`Outage`] where the database cannot be written; what was to be told is lost.
pub async fn tell(database: &impl Sql, now: Timestamp) -> Result<(), Outage> {
    let due = pulse::due(now);
    if due.is_empty() { Ok(()) } else { database.batch(due).await }
}

/// The whole report; `problems` is empty where all is well. `mirror` is what the mirror holds, where it could be asked.
/// It has no secrets, and nothing of any shopper's.
pub async fn report<H: Http>(
    shop: &Shopify<H>,
    database: &impl Sql,
    mirror: Option<&Filling>,
    now: Timestamp,
) -> Value {
    let (installation, webhooks, _) =
        join3(shop.installation(), shop.subscriptions(), shop.check(Upstream::ShopifyStorefront)).await;
    let told = tell(database, now).await;
    let rows = match told {
        Ok(()) => database.rows(Statement::new(UPSTREAMS, [""; 0])).await,
        Err(outage) => Err(outage),
    };
    let mut problems = Vec::new();
    if rows.is_err() {
        problems.push(String::from("the database cannot be read or written: are its migrations applied?"));
    }
    let upstreams: Vec<Value> =
        rows.unwrap_or_default().iter().filter_map(|row| upstream(row, now, &mut problems)).collect();
    let given_up = dead_letter::all(database).await.unwrap_or_default();
    let given_up: Vec<Value> = given_up.iter().map(|one| dead_letters(one, now, &mut problems)).collect();
    let services = services(shop, now, &mut problems).await;
    let shopify = shopify(shop, installation.ok().as_ref(), &mut problems);
    // That there are none is no problem: they only make the mirror younger.
    let webhooks: Vec<Value> =
        (webhooks.unwrap_or_default().iter()).map(|one| json!({ "topic": one.topic, "address": one.uri })).collect();
    let mirror = mirror_of(mirror, now, &mut problems);
    json!({
        "ok": problems.is_empty(),
        "at": now.to_string(),
        "problems": problems,
        "upstreams": upstreams,
        "services": services,
        "given_up": given_up,
        "shopify": shopify,
        "mirror": mirror,
        "webhooks": webhooks,
    })
}

fn upstream(row: &[String], now: Timestamp, problems: &mut Vec<String>) -> Option<Value> {
    let [name, state, latency_ms, succeeded_at, failed_at, fault] = row else { return None };
    let affects = affects(name);
    let is_recent = failed_at.parse::<Timestamp>().is_ok_and(|at| now.duration_since(at) < FORGOTTEN);
    let state = if state == "failing" && !is_recent { "not asked since it failed" } else { state.as_str() };
    if state == "failing" {
        problems.push([name, " fails: ", fault, ". Affected: ", affects].concat());
    }
    Some(json!({
        "name": name, "state": state, "latency_ms": latency_ms, "last_success": succeeded_at,
        "last_fault_at": failed_at, "last_fault": fault, "affects": affects,
    }))
}

/// What a queue gave up on.
fn dead_letters(one: &GivenUp, now: Timestamp, problems: &mut Vec<String>) -> Value {
    let GivenUp { work, times, last_at, fault } = one;
    if last_at.parse::<Timestamp>().is_ok_and(|at| now.duration_since(at) < GIVEN_UP) {
        let affects = match work.as_str() {
            "hand-offs" => "people who wait: `/v1/hand-offs` has them, and each is tried again every hour",
            "webhooks" => "what changed in the shop is known an hour later, and the law's requests are tried hourly",
            _ => "finding products and passages of pages, until the schedule reads again",
        };
        problems.push(
            [
                "a queue gave up on ",
                work,
                ", ",
                times,
                " so far, last at ",
                last_at,
                ": ",
                fault,
                ". Affected: ",
                affects,
            ]
            .concat(),
        );
    }
    json!({ "work": work, "times": times, "last_at": last_at, "last_fault": fault })
}

/// What all isolates share of the services that count or want to be left alone.
async fn services<H>(shop: &Shopify<H>, now: Timestamp, problems: &mut Vec<String>) -> Value {
    let keeper = &shop.admin.keeper;
    let Some(answer) = shared::ask(keeper, json!({}), now, KEEPER_MS).await else {
        if keeper.is_some() {
            problems.push("the keeper cannot be asked. Affected: none: each isolate renews tokens by itself".into());
        }
        return Value::Null;
    };
    let paused = Node::new(&answer).at("paused").value().as_object().into_iter().flatten().map(|(service, until)| {
        let until = Timestamp::from_millisecond(until.as_i64().unwrap_or(0)).unwrap_or_default();
        (service.clone(), until.to_string().into())
    });
    let paused = Value::Object(paused.collect());
    json!({ "paused_until": paused, "asked_today": Node::new(&answer).at("asked").value() })
}

/// Which answers need an upstream.
fn affects(name: &str) -> &'static str {
    match name {
        "ShopifyAdmin" => "where orders are, refunds and returns",
        "ShopifyStorefront" => "price and stock of products, policies, and filling the mirror",
        "Mirror" => "finding products and passages of pages",
        "Database" => "keeping hand-offs, and this report",
        "HandOffWebhook" => "none: hand-offs are kept and tried again",
        _ => "where a parcel is, beyond what the shop itself knows",
    }
}

fn shopify<H>(shop: &Shopify<H>, installation: Option<&Installation>, problems: &mut Vec<String>) -> Value {
    let asked = &shop.admin.version;
    for upstream in [Upstream::ShopifyAdmin, Upstream::ShopifyStorefront] {
        let answered = pulse::version(upstream);
        if !answered.is_empty() && answered != *asked {
            problems.push([&upstream.name(), " was asked for version ", asked, " and answers in ", &answered].concat());
        }
    }
    let token = shop.admin.token.state();
    let Some(Installation { supported, scopes }) = installation else {
        return json!({ "version_asked": asked, "version_answered": pulse::version(Upstream::ShopifyAdmin), "token": token });
    };
    if !supported.contains(asked) {
        let supported = supported.join(", ");
        problems
            .push(["SHOPIFY_API_VERSION ", asked, " is not supported by the shop, which has ", &supported].concat());
    }
    let missing: Vec<Value> = (scope::missing(scopes))
        .map(|(wanted, opens)| {
            problems.push(["the app lacks the scope ", wanted, ". Affected: ", opens].concat());
            json!({ "scope": wanted, "affects": opens })
        })
        .collect();
    json!({
        "version_asked": asked,
        "version_answered": pulse::version(Upstream::ShopifyAdmin),
        "versions_supported": supported,
        "token": token,
        "scopes_missing": missing,
    })
}

fn mirror_of(mirror: Option<&Filling>, now: Timestamp, problems: &mut Vec<String>) -> Value {
    let Some(mirror) = mirror else {
        problems.push("the mirror cannot be asked. Affected: finding products and passages of pages".into());
        return Value::Null;
    };
    let age = mirror.ended_at.parse::<Timestamp>().ok().map(|at| now.duration_since(at));
    match age {
        None => problems.push("the mirror was never filled: POST /v1/mirror begins".into()),
        Some(age) if age > MIRROR_IS_OLD => problems.push(["the mirror is of ", &mirror.ended_at].concat()),
        Some(_) => {}
    }
    json!({
        "products": mirror.products, "passages": mirror.passages, "began_at": mirror.began_at,
        "ended_at": mirror.ended_at, "age_minutes": age.map(|age| age.as_mins()),
    })
}
