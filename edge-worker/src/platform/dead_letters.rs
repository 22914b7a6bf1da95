//! The queue of messages that another queue gave up on: logged and counted, for the report of health.

use worker::{Env, MessageBatch, MessageExt, Result};

use super::clock;
use super::sql::D1;
use crate::adapters::dead_letter::{self, Work};
use crate::fault::Fault;

/// Takes note of a batch.
pub async fn consume(batch: &MessageBatch<String>, env: &Env) -> Result<()> {
    let sql = D1::bound(env, "DB")?;
    for message in batch.messages()? {
        let work = Work::of(message.body());
        Fault::new(["a queue gave up on a message: ", work.name()].concat()).log();
        match dead_letter::count(&sql, work, clock::now()).await {
            Ok(()) => message.ack(),
            Err(_) => message.retry(),
        }
    }
    Ok(())
}

/// Notes why a message will come again, should it be given up in the end.
pub async fn blame(env: &Env, work: Work, fault: &str) {
    if let Ok(sql) = D1::bound(env, "DB") {
        // What failed is in the log already.
        let _ = dead_letter::blame(&sql, work, fault).await;
    }
}
