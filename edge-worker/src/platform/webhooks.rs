//! Webhooks: believed and queued at once, and given their effect by the queue.

use std::cell::Cell;

use desk::lookup::Outage;
use futures_util::StreamExt;
use jiff::Timestamp;
use serde_json::{Value, json};
use worker::{Env, Error, MessageBatch, MessageExt, Method, Request, RequestInit, Response, Result};

use super::fetch::WorkerHttp;
use super::mirror::mirror;
use super::sql::D1;
use super::{clock, dead_letters, settings};
use crate::adapters::dead_letter::Work;
use crate::adapters::ledger::{Ledger, Standing};
use crate::adapters::mirror::{refresh, remove, remove_all};
use crate::event::{Effect, Event};
use crate::fault::Fault;
use crate::http::Abort;
use crate::http::webhook::{LARGEST_WEBHOOK, Sender};
use crate::settings::Settings;

/// Takes a delivery: believes it, puts what it means into the queue, and says so. Whoever waits does so for no more.
pub async fn accept(
    mut request: Request,
    sender: Sender,
    env: &Env,
    settings: &Settings,
) -> Result<std::result::Result<Response, Abort>> {
    let Some(body) = body(&mut request).await? else { return Ok(Err(Abort::TooLarge)) };
    let headers = request.headers();
    let header = |name: &str| headers.get(name).ok().flatten();
    match sender.believe(header, &body, &settings.webhook_secrets, &settings.shop_domain) {
        Some(delivery) => {
            send(env, &Event::read(delivery, &body, clock::now())).await?;
            Response::empty().map(Ok)
        }
        None => Ok(Err(Abort::Unsigned)),
    }
}

/// Gives events their effect, the newest first: what is older then says nothing new about the same thing. What fails
/// comes again.
pub async fn consume(batch: &MessageBatch<String>, env: &Env) -> Result<()> {
    let mut messages: Vec<(Event, _)> = Vec::new();
    for message in batch.messages()? {
        match serde_json::from_str::<Event>(message.body()) {
            Ok(event) => messages.push((event, message)),
            // Written by a build that is no more.
            Err(_) => message.ack(),
        }
    }
    messages.sort_by_key(|(event, _)| std::cmp::Reverse(event.at));
    for (event, message) in messages {
        match apply(env, &event).await {
            Ok(()) => message.ack(),
            Err(error) => {
                let fault = Fault::new(format!("webhook {}: {error}", event.topic));
                fault.log();
                dead_letters::blame(env, Work::Webhook, &fault.to_string()).await;
                message.retry();
            }
        }
    }
    Ok(())
}

/// What the schedule does: what the law asks for is not lost with the queue, and what nobody needs is dropped.
pub async fn sweep(env: &Env, now: Timestamp) -> Result<()> {
    let ledger = ledger(env)?;
    for event in ledger.left_behind(now).await.map_err(failed)? {
        env.queue("WEBHOOKS")?.send(event).await?;
    }
    ledger.prune(now).await.map_err(failed)
}

thread_local! {
    /// Until when it is remembered whether the app was taken away, in milliseconds since 1970, and whether it was.
    static UNINSTALLED: Cell<(u64, bool)> = const { Cell::new((0, false)) };
}

/// While an upstream is down, not every line asks for this.
const REMEMBERED_MS: u64 = 5_000;

/// Whether the shop has taken the app away, as of some seconds ago. An outage of our own says nothing of the sort.
pub async fn is_uninstalled(env: &Env) -> bool {
    let (until, is_gone) = UNINSTALLED.get();
    if clock::now_ms() < until {
        return is_gone;
    }
    let Ok(ledger) = ledger(env) else { return false };
    let is_gone = ledger.uninstalled_at().await.is_ok_and(|at| at.is_some());
    UNINSTALLED.set((clock::now_ms() + REMEMBERED_MS, is_gone));
    is_gone
}

/// What came by webhook, and what the shop says that it sends us.
pub async fn told(env: &Env, settings: &Settings) -> Result<Value> {
    let mut told = ledger(env)?.told().await.map_err(failed)?;
    let subscriptions = settings.shop(WorkerHttp).subscriptions().await.ok();
    if let Some(told) = told.as_object_mut() {
        told.insert("subscriptions".into(), json!(subscriptions));
    }
    Ok(told)
}

/// Has the shop send us what we need, and tells what that changed; `None` where it cannot be asked.
pub async fn subscribe(env: &Env, settings: &Settings, origin: &str) -> Result<Option<Value>> {
    let uri = format!("{origin}/webhooks");
    let Ok(changed) = settings.shop(WorkerHttp).subscribe(&uri).await else { return Ok(None) };
    ledger(env)?.install(clock::now()).await.map_err(failed)?;
    Ok(Some(json!({ "uri": uri, "changed": changed })))
}

/// What the law asked for, and what was done.
pub async fn requests(env: &Env) -> Result<Value> {
    ledger(env)?.requests().await.map_err(failed)
}

/// The copy of one conversation for whoever asked, as JSON.
pub async fn copied(env: &Env, request: &str, conversation: &str) -> Result<Option<String>> {
    ledger(env)?.copied(request, conversation).await.map_err(failed)
}

/// Notes that a conversation is about somebody.
pub async fn index(env: &Env, conversation: &str, subject: &str) -> Result<()> {
    ledger(env)?.index(conversation, subject).await.map_err(failed)
}

async fn apply(env: &Env, event: &Event) -> Result<()> {
    let (ledger, now) = (ledger(env)?, clock::now());
    match ledger.standing(event).await.map_err(failed)? {
        Standing::Repeated => return Ok(()),
        Standing::Outdated => return ledger.note(event, now).await.map_err(failed),
        Standing::Fresh => {}
    }
    if event.is_compliance() && !obey(env, &ledger, event).await? {
        // There is more of it than one message should do.
        return send(env, event).await;
    }
    let done = match &event.effect {
        Effect::Refresh(product) => {
            let settings = settings(env).map_err(|_| Error::from("settings"))?;
            refresh(&settings.shop(WorkerHttp), &mirror(env)?.sql, product).await
        }
        Effect::Remove(product) => remove(&mirror(env)?.sql, product, now).await,
        Effect::Uninstall => ledger.uninstall(&now.to_string()).await,
        Effect::Note | Effect::Export(_) | Effect::Erase(_) | Effect::EraseShop => Ok(()),
    };
    done.map_err(failed)?;
    ledger.note(event, now).await.map_err(failed)
}

/// Does a piece of what the law asks for, and tells whether that was the last.
async fn obey(env: &Env, ledger: &Ledger<D1>, event: &Event) -> Result<bool> {
    ledger.begin(event, clock::now()).await.map_err(failed)?;
    let (next, what) = match &event.effect {
        Effect::Export(subjects) => (ledger.uncopied(subjects, &event.id).await, "export"),
        Effect::Erase(subjects) => (ledger.about(subjects).await, "erase"),
        _ => (ledger.any().await, "erase"),
    };
    let next = next.map_err(failed)?;
    for conversation in &next {
        let hand_offs = ledger.hand_offs(conversation).await.map_err(failed)?;
        let mut answer = ask(env, conversation, what).await?;
        if what == "export" {
            ledger.copy(&event.id, conversation, &answer.text().await?).await.map_err(failed)?;
        }
        ledger.add(&event.id, &hand_offs).await.map_err(failed)?;
    }
    if !next.is_empty() {
        return Ok(false);
    }
    if event.effect == Effect::EraseShop {
        remove_all(&mirror(env)?.sql).await.map_err(failed)?;
        ledger.clear().await.map_err(failed)?;
    }
    ledger.finish(&event.id, clock::now()).await.map_err(failed)?;
    Ok(true)
}

/// Asks a conversation's object for something that no socket can.
async fn ask(env: &Env, conversation: &str, what: &str) -> Result<Response> {
    let mut init = RequestInit::new();
    init.with_method(Method::Post);
    let request = Request::new_with_init(&format!("https://conversation/{what}"), &init)?;
    let objects = env.durable_object("CONVERSATION")?;
    let answer = objects.id_from_string(conversation)?.get_stub()?.fetch_with_request(request).await?;
    if answer.status_code() == 200 { Ok(answer) } else { Err(Error::from("the conversation did not obey")) }
}

async fn send(env: &Env, event: &Event) -> Result<()> {
    env.queue("WEBHOOKS")?.send(serde_json::to_string(event)?).await
}

/// The body; `None` where it is larger than any of ours.
async fn body(request: &mut Request) -> Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    let mut chunks = request.stream()?;
    while let Some(chunk) = chunks.next().await {
        body.extend(chunk?);
        if body.len() > LARGEST_WEBHOOK {
            return Ok(None);
        }
    }
    Ok(Some(body))
}

fn ledger(env: &Env) -> Result<Ledger<D1>> {
    Ok(Ledger { sql: D1::bound(env, "DB")? })
}

/// The cause is in the log already.
fn failed(_: Outage) -> Error {
    Error::from("outage")
}
