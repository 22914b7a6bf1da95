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

use super::mirror::Filling;
use super::shopify::{Installation, Shopify};
use crate::fault::Upstream;
use crate::ports::http::Http;
use crate::ports::sql::{Sql, Statement};
use crate::pulse;

const UPSTREAMS: &str = "SELECT name, state, latency_ms, succeeded_at, failed_at, fault FROM upstreams \
    ORDER BY name LIMIT 40";

/// The mirror is read again every hour; this much later something holds it up.
const MIRROR_IS_OLD: SignedDuration = SignedDuration::from_hours(3);

/// A failure that nobody has met for so long says nothing about today.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);

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
