//! What a conversation keeps, in the object's own `SQLite`. Every method is synchronous: a run of writes without an
//! `await` between them is one transaction.

mod agenda;
mod outbox;
mod receipt;

use protocol::part::Part;
use protocol::shopper::{Author, Message};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use worker::{Result, SqlStorage, SqlStorageValue};

use crate::app::ownership::{Leave, Ownership};
use crate::platform::clock::{millis, now_ms};

/// The conversation's tables.
pub(super) struct Log {
    sql: SqlStorage,
}

/// A line of the shopper's that nobody has answered yet.
#[derive(Debug, Deserialize)]
pub(super) struct OpenLine {
    pub seq: u64,
    pub text: String,
    /// The page that the shopper was on, as JSON.
    pub page: String,
    /// How often a turn was begun on it.
    pub tries: u32,
}

/// The words of a kept message.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Body {
    pub parts: Vec<Part>,
    #[serde(default)]
    pub sources: Vec<String>,
}

const TABLES: [&str; 5] = [
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE message (seq INTEGER PRIMARY KEY, client_id TEXT UNIQUE, author TEXT NOT NULL, at INTEGER NOT NULL,
       body TEXT NOT NULL, page TEXT, is_open INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE receipt (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, at TEXT NOT NULL, lookup TEXT NOT NULL, outcome TEXT NOT NULL)",
    "CREATE TABLE agenda (what TEXT PRIMARY KEY, due INTEGER NOT NULL)",
    "CREATE TABLE outbox (id TEXT PRIMARY KEY, record TEXT NOT NULL)",
];

/// Messages that one socket is sent when it says hello; the conversation's own limit is lower.
const MOST_REPLAYED: i64 = 2_000;

impl Log {
    pub(super) fn new(sql: SqlStorage) -> Self {
        Self { sql }
    }

    /// Whether this object is a conversation. Asking an id that nobody minted creates nothing.
    pub(super) fn exists(&self) -> Result<bool> {
        #[derive(Deserialize)]
        struct Table {
            #[allow(dead_code, reason = "only its presence counts")]
            name: String,
        }
        let found: Vec<Table> =
            self.sql.exec("SELECT name FROM sqlite_master WHERE name = 'fact'", None)?.to_array()?;
        Ok(!found.is_empty())
    }

    pub(super) fn create(&self) -> Result<()> {
        for table in TABLES {
            self.sql.exec(table, None)?;
        }
        Ok(())
    }

    pub(super) fn fact<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        #[derive(Deserialize)]
        struct Row {
            value: String,
        }
        let rows: Vec<Row> = self.sql.exec("SELECT value FROM fact WHERE name = ?", vec![name.into()])?.to_array()?;
        rows.first().map(|row| serde_json::from_str(&row.value)).transpose().map_err(Into::into)
    }

    pub(super) fn set_fact<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        let value = serde_json::to_string(value)?;
        self.sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", vec![name.into(), value.into()])?;
        Ok(())
    }

    pub(super) fn forget_fact(&self, name: &str) -> Result<()> {
        self.sql.exec("DELETE FROM fact WHERE name = ?", vec![name.into()])?;
        Ok(())
    }

    pub(super) fn ownership(&self) -> Result<Ownership> {
        Ok(self.fact("ownership")?.unwrap_or(Ownership::NEW))
    }

    /// Keeps a line of the shopper's; `page` where it is to be answered.
    pub(super) fn append_shopper(&self, client_id: &str, text: &str, page: Option<&str>) -> Result<Message> {
        let body = Body { parts: vec![Part::words(text)], sources: Vec::new() };
        self.append(Some(client_id), Author::Shopper, body, page)
    }

    /// Keeps an answer of the assistant's. It takes leave to write one.
    pub(super) fn append_assistant(&self, _leave: Leave, body: Body) -> Result<Message> {
        self.append(None, Author::Assistant, body, None)
    }

    /// Keeps what happened.
    pub(super) fn append_notice(&self, client_id: Option<&str>, parts: Vec<Part>) -> Result<Message> {
        self.append(client_id, Author::Notice, Body { parts, sources: Vec::new() }, None)
    }

    fn append(&self, client_id: Option<&str>, author: Author, body: Body, page: Option<&str>) -> Result<Message> {
        let (seq, at) = (self.latest()? + 1, now_ms());
        let values = vec![
            SqlStorageValue::Integer(millis(seq)),
            client_id.into(),
            author_name(author).into(),
            SqlStorageValue::Integer(millis(at)),
            serde_json::to_string(&body)?.into(),
            page.into(),
            SqlStorageValue::Integer(i64::from(page.is_some())),
        ];
        self.sql.exec(
            "INSERT INTO message (seq, client_id, author, at, body, page, is_open) VALUES (?, ?, ?, ?, ?, ?, ?)",
            values,
        )?;
        let id = client_id.map(str::to_owned);
        Ok(Message { seq, id, author, at, parts: body.parts, sources: body.sources, ..Message::default() })
    }

    /// The newest sequence number; zero for none.
    pub(super) fn latest(&self) -> Result<u64> {
        self.count("SELECT coalesce(max(seq), 0) AS n FROM message", Vec::new())
    }

    /// The sequence number under which this client id is kept.
    pub(super) fn seq_of(&self, client_id: &str) -> Result<Option<u64>> {
        let seq =
            self.count("SELECT coalesce(max(seq), 0) AS n FROM message WHERE client_id = ?", vec![client_id.into()])?;
        Ok((seq > 0).then_some(seq))
    }

    /// Lines of the shopper's since an instant.
    pub(super) fn lines_since(&self, at: u64) -> Result<u64> {
        let values = vec![SqlStorageValue::Integer(millis(at))];
        self.count("SELECT count(*) AS n FROM message WHERE author = 'shopper' AND at > ?", values)
    }

    pub(super) fn after(&self, seq: u64) -> Result<Vec<Message>> {
        #[derive(Deserialize)]
        struct Row {
            seq: u64,
            client_id: Option<String>,
            author: String,
            at: f64,
            body: String,
        }
        let values = vec![SqlStorageValue::Integer(millis(seq)), SqlStorageValue::Integer(MOST_REPLAYED)];
        let rows: Vec<Row> = self
            .sql
            .exec("SELECT seq, client_id, author, at, body FROM message WHERE seq > ? ORDER BY seq LIMIT ?", values)?
            .to_array()?;
        let message = |row: Row| -> Result<Message> {
            let body: Body = serde_json::from_str(&row.body)?;
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "milliseconds that a JS number held"
            )]
            let at = row.at as u64;
            Ok(Message {
                seq: row.seq,
                id: row.client_id,
                author: author(&row.author),
                at,
                parts: body.parts,
                sources: body.sources,
                ..Message::default()
            })
        };
        rows.into_iter().map(message).collect()
    }

    /// The oldest line that waits for an answer.
    pub(super) fn next_open(&self) -> Result<Option<OpenLine>> {
        #[derive(Deserialize)]
        struct Row {
            seq: u64,
            body: String,
            page: Option<String>,
            tries: u32,
        }
        let sql = "SELECT seq, body, page, tries FROM message WHERE is_open = 1 ORDER BY seq LIMIT 1";
        let rows: Vec<Row> = self.sql.exec(sql, None)?.to_array()?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        let body: Body = serde_json::from_str(&row.body)?;
        let text = body.parts.into_iter().next().map(|part| part.text).unwrap_or_default();
        Ok(Some(OpenLine { seq: row.seq, text, page: row.page.unwrap_or_default(), tries: row.tries }))
    }

    pub(super) fn count_try(&self, seq: u64) -> Result<()> {
        self.sql
            .exec("UPDATE message SET tries = tries + 1 WHERE seq = ?", vec![SqlStorageValue::Integer(millis(seq))])?;
        Ok(())
    }

    pub(super) fn close(&self, seq: u64) -> Result<()> {
        self.sql.exec("UPDATE message SET is_open = 0 WHERE seq = ?", vec![SqlStorageValue::Integer(millis(seq))])?;
        Ok(())
    }

    /// No line waits for the assistant any more.
    pub(super) fn close_all(&self) -> Result<()> {
        self.sql.exec("UPDATE message SET is_open = 0 WHERE is_open = 1", None)?;
        Ok(())
    }

    fn count(&self, sql: &str, values: Vec<SqlStorageValue>) -> Result<u64> {
        #[derive(Deserialize)]
        struct Row {
            n: u64,
        }
        let row: Row = self.sql.exec(sql, values)?.one()?;
        Ok(row.n)
    }
}

/// The name of an author in the log, the same as on the wire.
pub(super) fn author_name(author: Author) -> &'static str {
    match author {
        Author::Shopper => "shopper",
        Author::Assistant => "assistant",
        Author::Agent => "agent",
        Author::Notice => "notice",
    }
}

fn author(name: &str) -> Author {
    match name {
        "shopper" => Author::Shopper,
        "assistant" => Author::Assistant,
        "agent" => Author::Agent,
        _ => Author::Notice,
    }
}
