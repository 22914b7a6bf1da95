//! The Durable Object that counts: one for each thing that may be done only so often in an hour.
//!
//! It is addressed by what it counts, as a keyed digest: nobody can tell from its name which address or order it is.

use serde::Deserialize;
use worker::{DurableObject, Env, Request, Response, Result, SqlStorage, SqlStorageValue, State, durable_object};

use crate::app::window::Window;
use crate::platform::clock::{millis, now_ms};

/// One count. It forgets itself when its hour is over.
#[durable_object]
pub struct Limiter {
    state: State,
}

impl DurableObject for Limiter {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    /// `/take/{count}/{most}`: 200 if there was that much left, else 429. `/back/{count}` gives back.
    async fn fetch(&self, request: Request) -> Result<Response> {
        let (path, now) = (request.path(), now_ms());
        let mut words = path.split('/').skip(1);
        let what = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        let kept = self.window()?.filter(|window| !window.is_over(now));
        let window = kept.unwrap_or_else(|| Window::new(now));
        let changed = match what {
            "take" => window.take(number(), number()),
            _ => kept.map(|window| window.give_back(number())),
        };
        let Some(changed) = changed else { return Response::error("no more of it in this hour", 429) };
        self.keep(changed)?;
        if kept.is_none() {
            self.ring_at(changed.ends()).await?;
        }
        Response::empty()
    }

    async fn alarm(&self) -> Result<Response> {
        match self.window()? {
            Some(window) if !window.is_over(now_ms()) => self.ring_at(window.ends()).await?,
            _ => self.state.storage().delete_all().await?,
        }
        Response::empty()
    }
}

impl Limiter {
    fn window(&self) -> Result<Option<Window>> {
        #[derive(Deserialize)]
        struct Row {
            value: String,
        }
        let rows: Vec<Row> = self.table()?.exec("SELECT value FROM hour", None)?.to_array()?;
        rows.first().map(|row| serde_json::from_str(&row.value)).transpose().map_err(Into::into)
    }

    fn keep(&self, window: Window) -> Result<()> {
        let values: Vec<SqlStorageValue> = vec![serde_json::to_string(&window)?.into()];
        self.table()?.exec("INSERT OR REPLACE INTO hour (id, value) VALUES (1, ?)", values)?;
        Ok(())
    }

    fn table(&self) -> Result<SqlStorage> {
        let sql = self.state.storage().sql();
        sql.exec("CREATE TABLE IF NOT EXISTS hour (id INTEGER PRIMARY KEY, value TEXT NOT NULL)", None)?;
        Ok(sql)
    }

    async fn ring_at(&self, at: u64) -> Result<()> {
        self.state.storage().set_alarm((millis(at) - millis(now_ms())).max(1)).await
    }
}
