//! Runs of the mirror: begun by the schedule or the merchant, carried on by a queue, one step a message.

use worker::{Env, MessageBatch, MessageExt, QueueRetryOptionsBuilder, Result};

use super::fetch::WorkerHttp;
use super::sql::D1;
use super::{clock, dead_letters, settings, tables};
use crate::adapters::dead_letter::Work;
use crate::adapters::mirror::{self, Filling, SqlMirror, Step};
use crate::fault::Upstream;
use crate::pulse;
use crate::settings::Settings;

/// The mirror of the shop: a database of its own, since D1 exports none that holds FTS5 tables.
pub fn mirror(env: &Env) -> Result<SqlMirror<D1>> {
    Ok(SqlMirror { sql: D1::bound(env, "CATALOG")? })
}

/// What the mirror holds, and how far a run is; nothing where the database failed.
pub async fn state(env: &Env) -> Result<Option<Filling>> {
    Ok(mirror::state(&mirror(env)?.sql).await.ok())
}

/// Begins to read everything, unless a run is under way, and tells how far it is.
pub async fn start(env: &Env) -> Result<Option<Filling>> {
    let sql = mirror(env)?.sql;
    match mirror::start(&sql, "", clock::now()).await {
        Ok(step) => announce(env, step).await?,
        Err(_) => return Ok(None),
    }
    Ok(mirror::state(&sql).await.ok())
}

/// What the schedule does: reads what has changed, or everything where that is due.
pub async fn repair(env: &Env, settings: &Settings) -> Result<()> {
    // What goes wrong with the shop or the mirror is logged where it does.
    match mirror::repair(&settings.shop(WorkerHttp), &mirror(env)?.sql, clock::now()).await {
        Ok(step) => announce(env, step).await,
        Err(_) => Ok(()),
    }
}

/// Takes the steps of a batch. What fails is tried again later, with growing pauses; the schedule takes up a run that
/// the queue gave up on.
pub async fn consume(batch: &MessageBatch<String>, env: &Env) -> Result<()> {
    // Without it nothing would be found of what is kept: the whole batch is tried again later.
    tables::ensure_lexicon(env).await?;
    let sql = mirror(env)?.sql;
    for message in batch.messages()? {
        let (Some(step), Ok(settings)) = (Step::parse(message.body()), settings(env)) else {
            message.ack();
            continue;
        };
        match step.take(&settings.shop(WorkerHttp), &sql).await {
            Ok(Some(next)) => {
                announce(env, Some(next.clone())).await?;
                // Were this not noted, the step would be done again: more work, and nothing else.
                let _ = step.close(&sql, &next, clock::now()).await;
                message.ack();
            }
            Ok(None) => message.ack(),
            Err(_) => {
                let fault = pulse::fault(Upstream::ShopifyStorefront);
                dead_letters::blame(env, Work::Mirror, &[message.body(), ": ", &fault].concat()).await;
                let pause = step.fail(&sql).await.unwrap_or(60);
                message.retry_with_options(&QueueRetryOptionsBuilder::new().with_delay_seconds(pause).build());
            }
        }
    }
    Ok(())
}

async fn announce(env: &Env, step: Option<Step>) -> Result<()> {
    match step {
        Some(step) => env.queue("MIRROR")?.send(step.print()).await,
        None => Ok(()),
    }
}
