//! Hand-offs on their way to the merchant: kept in D1, announced by the queue, delivered once by id.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use worker::{D1Type, Env, MessageBatch, MessageExt, QueueRetryOptionsBuilder, Result};

use super::sql::D1;
use super::{clock, dead_letters, fetch::WorkerHttp, settings};
use crate::adapters::dead_letter::{self, Work};
use crate::app::hand_off::summary;
use crate::fault::Fault;

/// Tries that the queue makes by itself, over about half an hour: `max_retries` in `wrangler.toml`. After that the
/// hourly sweep announces a record once each time.
const MOST_QUEUED_TRIES: i32 = 10;

/// Longer than all the queue's pauses together.
const QUEUE_HAS_GIVEN_UP: SignedDuration = SignedDuration::from_hours(1);

#[derive(Deserialize)]
struct Row {
    record: String,
    delivered_at: Option<String>,
    attempts: i32,
}

/// Keeps a record, which is JSON, and announces it. Doing so again changes nothing and announces again, which delivery
/// tolerates. The queue's message is the id alone: a record may be larger than a message, and is erased in one place.
pub async fn keep(env: &Env, id: &str, record: &str) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO hand_offs (id, conversation, created_at, record, follows) \
        VALUES (?1, json_extract(?2, '$.conversation'), json_extract(?2, '$.at'), ?2, json_extract(?2, '$.follows'))";
    env.d1("DB")?.prepare(sql).bind_refs(&[D1Type::Text(id), D1Type::Text(record)])?.run().await?;
    env.queue("HAND_OFFS")?.send(id).await
}

/// Erases everything that is kept of a conversation outside its object.
pub async fn forget(env: &Env, conversation: &str) -> Result<()> {
    let db = env.d1("DB")?;
    for sql in [
        "DELETE FROM hand_offs WHERE conversation = ?",
        "DELETE FROM exports WHERE conversation = ?",
        "DELETE FROM customer_conversations WHERE conversation = ?",
        "DELETE FROM conversations WHERE id = ?",
        // Last: by these it is found again, should one of the others fail.
        "DELETE FROM conversation_subjects WHERE conversation = ?",
    ] {
        db.prepare(sql).bind_refs(&[D1Type::Text(conversation)])?.run().await?;
    }
    Ok(())
}

/// The newest records, for the merchant: hand-offs and what followed them, each with how its delivery goes.
pub async fn latest(env: &Env) -> Result<Vec<Value>> {
    #[derive(Deserialize)]
    struct Listed {
        record: String,
        delivered_at: Option<String>,
        attempts: i32,
        last_error: Option<String>,
    }
    let sql = "SELECT record, delivered_at, attempts, last_error FROM hand_offs ORDER BY created_at DESC, id LIMIT 100";
    let rows: Vec<Listed> = env.d1("DB")?.prepare(sql).all().await?.results()?;
    let listed = |row: Listed| -> Option<Value> {
        let mut record: Value = serde_json::from_str(&row.record).ok()?;
        let delivery = serde_json::json!({ "delivered_at": row.delivered_at, "attempts": row.attempts, "last_error": row.last_error });
        record.as_object_mut()?.insert("delivery".into(), delivery);
        Some(record)
    };
    Ok(rows.into_iter().filter_map(listed).collect())
}

/// Announces again what the queue gave up on. Each gets one more try an hour, until it is delivered or erased.
pub async fn sweep(env: &Env, now: Timestamp) -> Result<()> {
    #[derive(Deserialize)]
    struct Waiting {
        id: String,
    }
    // Nobody is there to deliver to; the records wait at `/v1/hand-offs`.
    if settings(env).is_ok_and(|settings| settings.hand_off.is_none()) {
        return Ok(());
    }
    let settled = (now - QUEUE_HAS_GIVEN_UP).to_string();
    let sql = "SELECT id FROM hand_offs WHERE delivered_at IS NULL AND created_at < ? ORDER BY attempts, created_at LIMIT 100";
    let select = env.d1("DB")?.prepare(sql).bind_refs(&[D1Type::Text(&settled)])?;
    let queue = env.queue("HAND_OFFS")?;
    for Waiting { id } in select.all().await?.results()? {
        queue.send(id).await?;
    }
    Ok(())
}

/// Delivers what the queue announces. What fails is announced again later, with growing pauses.
pub async fn deliver(batch: &MessageBatch<String>, env: &Env) -> Result<()> {
    for message in batch.messages()? {
        match deliver_one(env, message.body()).await {
            Ok(()) => message.ack(),
            Err((fault, attempts)) if attempts >= MOST_QUEUED_TRIES => {
                fault.log();
                message.ack();
                // Once for each record: the sweep's tries come after.
                if attempts == MOST_QUEUED_TRIES {
                    dead_letters::blame(env, Work::HandOff, &fault.to_string()).await;
                    // It is in the log, and at `/v1/hand-offs`.
                    let _ = dead_letter::count(&D1::bound(env, "DB")?, Work::HandOff, clock::now()).await;
                }
            }
            Err((fault, attempts)) => {
                fault.log();
                dead_letters::blame(env, Work::HandOff, &fault.to_string()).await;
                let retry = QueueRetryOptionsBuilder::new().with_delay_seconds(pause_seconds(attempts)).build();
                message.retry_with_options(&retry);
            }
        }
    }
    Ok(())
}

async fn deliver_one(env: &Env, id: &str) -> std::result::Result<(), (Fault, i32)> {
    let fault = |error: worker::Error| (Fault::new(format!("hand-off store: {error}")), 0);
    let db = env.d1("DB").map_err(fault)?;
    let select = db.prepare("SELECT record, delivered_at, attempts FROM hand_offs WHERE id = ?");
    let row: Option<Row> = select.bind_refs(&[D1Type::Text(id)]).map_err(fault)?.first(None).await.map_err(fault)?;
    // Erased since, or delivered before: nothing to do.
    let Some(Row { record, delivered_at: None, attempts }) = row else { return Ok(()) };
    let settings = settings(env).map_err(|_| (Fault::new("hand-off waits for settings"), attempts))?;
    let Some(webhook) = &settings.hand_off else { return Ok(()) };
    let value: Value =
        serde_json::from_str(&record).map_err(|error| (Fault::new(format!("hand-off record: {error}")), attempts))?;
    let outcome = webhook.deliver(&WorkerHttp, id, &summary(&value), &value).await;
    let now = clock::now().to_string();
    let (sql, first) = match &outcome {
        Ok(()) => {
            ("UPDATE hand_offs SET attempts = attempts + 1, delivered_at = ?, last_error = NULL WHERE id = ?", now)
        }
        Err(error) => ("UPDATE hand_offs SET attempts = attempts + 1, last_error = ? WHERE id = ?", error.to_string()),
    };
    db.prepare(sql).bind_refs(&[D1Type::Text(&first), D1Type::Text(id)]).map_err(fault)?.run().await.map_err(fault)?;
    outcome.map_err(|error| (error, attempts))
}

/// 2, 4, 8 … seconds, an hour at most.
fn pause_seconds(attempts: i32) -> u32 {
    2_u32.saturating_pow(u32::try_from(attempts).unwrap_or(0).saturating_add(1)).min(3_600)
}
