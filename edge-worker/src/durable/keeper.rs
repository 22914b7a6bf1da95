//! The Durable Object that keeps what all isolates share. `adapters/keeper.rs` has its words; here is its storage.
//!
//! There is one. Tokens lie in its storage and in the isolates' memory, and nowhere else.

use serde_json::Value;
use worker::{DurableObject, Env, Request, Response, Result, SqlStorage, SqlStorageValue, State, durable_object};

use super::sql::rows;
use crate::adapters::keeper::Keeper as Answers;
use crate::fault::Fault;
use crate::platform::clock::now;
use crate::platform::fetch::WorkerHttp;
use crate::platform::settings;

/// The keeper.
#[durable_object]
pub struct Keeper {
    env: Env,
    sql: SqlStorage,
    answers: Answers,
}

impl DurableObject for Keeper {
    fn new(state: State, env: Env) -> Self {
        let sql = state.storage().sql();
        // Without what was held, all is asked for anew.
        let held = logged(held(&sql)).unwrap_or_default();
        Self { env, sql, answers: Answers::new(&held, now) }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let question: Value = serde_json::from_str(&request.text().await?)?;
        let lender = |name: &str| settings(&self.env).ok()?.lender(name);
        let save = |held: &str| {
            logged(self.save(held));
        };
        Response::from_json(&self.answers.answer(&question, lender, &WorkerHttp, &save).await)
    }
}

impl Keeper {
    fn save(&self, held: &str) -> Result<()> {
        let values: Vec<SqlStorageValue> = vec![held.into()];
        self.sql.exec("INSERT OR REPLACE INTO held (id, text) VALUES (1, ?)", values).map(drop)
    }
}

fn held(sql: &SqlStorage) -> Result<String> {
    sql.exec("CREATE TABLE IF NOT EXISTS held (id INTEGER PRIMARY KEY, text TEXT NOT NULL)", None)?;
    Ok(rows(sql, "SELECT text FROM held", Vec::new())?.into_iter().flatten().next().unwrap_or_default())
}

fn logged<T>(outcome: Result<T>) -> Option<T> {
    outcome.inspect_err(|error| Fault::new(format!("keeper's storage: {error}")).log()).ok()
}
