//! What a conversation keeps, in the object's own `SQLite`. Every method is synchronous: a run of writes without an
//! `await` between them is one transaction.

mod agenda;
mod outbox;
mod receipt;

use std::cell::{Cell, RefCell};

use protocol::VERSION;
use protocol::part::Part;
use protocol::shopper::{Author, Message};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use worker::{Result, SqlStorage, SqlStorageValue};

use super::sql::{number, rows};
use crate::adapters::json::Node;
use crate::app::ownership::{Leave, Ownership};
use crate::platform::clock::{millis, now_ms};

/// The conversation's tables. Nobody else writes them, so an instance reads a fact once.
pub(super) struct Log {
    sql: SqlStorage,
    /// Every fact, by name, as JSON; once one was asked for.
    facts: RefCell<Option<Vec<(String, String)>>>,
    /// The newest sequence number, once it was asked for.
    latest: Cell<Option<u64>>,
}

/// A line of the shopper's that nobody has answered yet.
#[derive(Debug)]
pub(super) struct OpenLine {
    pub seq: u64,
    pub text: String,
    /// The page that the shopper was on, as JSON.
    pub page: String,
    /// How often a turn was begun on it.
    pub tries: u64,
}

/// The words of a message that is to be kept. Once kept they stay the JSON that they were kept as.
#[derive(Debug, Default, Serialize)]
pub(super) struct Body {
    pub parts: Vec<Part>,
    pub sources: Vec<String>,
    /// The language, where it is not the page's.
    pub lang: Option<String>,
}

/// A kept message.
#[derive(Debug)]
pub(super) struct Kept {
    pub seq: u64,
    pub author: String,
    /// Milliseconds since 1970, UTC.
    pub at: u64,
    client_id: String,
    body: Value,
}

impl Kept {
    /// The frame that tells it, as it was told the first time.
    pub(super) fn frame(&self) -> String {
        let Self { seq, author, at, client_id, body } = self;
        let mut message = json!({
            "seq": seq, "author": author, "at": at, "lang": body.get("lang"),
            "parts": body.get("parts"), "sources": body.get("sources"),
        });
        if let Some(id) = message.as_object_mut().filter(|_| !client_id.is_empty()) {
            id.insert("id".into(), client_id.as_str().into());
        }
        json!({ "v": VERSION, "message": message }).to_string()
    }

    /// Its words, one part a line.
    pub(super) fn text(&self) -> String {
        words(&self.body)
    }
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
        Self { sql, facts: RefCell::default(), latest: Cell::default() }
    }

    /// Remembers nothing any more, as where the tables are gone.
    pub(super) fn forget_all(&self) {
        self.facts.take();
        self.latest.take();
    }

    /// Whether this object is a conversation. Asking an id that nobody minted creates nothing.
    pub(super) fn exists(&self) -> Result<bool> {
        Ok(!self.rows("SELECT name FROM sqlite_master WHERE name = 'fact'", Vec::new())?.is_empty())
    }

    pub(super) fn create(&self) -> Result<()> {
        for table in TABLES {
            self.sql.exec(table, None)?;
        }
        Ok(())
    }

    pub(super) fn fact<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        self.fact_text(name)?.map(|value| serde_json::from_str(&value)).transpose().map_err(Into::into)
    }

    fn fact_text(&self, name: &str) -> Result<Option<String>> {
        if self.facts.borrow().is_none() {
            let rows = self.rows("SELECT name, value FROM fact", Vec::new())?;
            let facts = rows.into_iter().filter_map(|row| <[String; 2]>::try_from(row).ok()).map(Into::into);
            self.facts.replace(Some(facts.collect()));
        }
        let facts = self.facts.borrow();
        Ok(facts.iter().flatten().find(|(known, _)| known == name).map(|(_, value)| value.clone()))
    }

    /// Remembers what was written; nothing where it was dropped.
    fn remember(&self, name: &str, value: Option<String>) {
        if let Some(facts) = self.facts.borrow_mut().as_mut() {
            facts.retain(|(known, _)| known != name);
            facts.extend(value.map(|value| (name.to_owned(), value)));
        }
    }

    pub(super) fn set_fact<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        self.keep_fact(name, serde_json::to_string(value)?)
    }

    fn keep_fact(&self, name: &str, value: String) -> Result<()> {
        if self.fact_text(name)?.as_ref() != Some(&value) {
            let values = vec![name.into(), value.as_str().into()];
            self.sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", values)?;
            self.remember(name, Some(value));
        }
        Ok(())
    }

    pub(super) fn forget_fact(&self, name: &str) -> Result<()> {
        self.sql.exec("DELETE FROM fact WHERE name = ?", vec![name.into()])?;
        self.remember(name, None);
        Ok(())
    }

    pub(super) fn ownership(&self) -> Result<Ownership> {
        Ok(self.fact("ownership")?.unwrap_or(Ownership::NEW))
    }

    /// Keeps a line of the shopper's; `page` where it is to be answered.
    pub(super) fn append_shopper(&self, client_id: &str, text: &str, page: Option<&str>) -> Result<Message> {
        let body = Body { parts: vec![Part::words(text)], ..Body::default() };
        self.append(Some(client_id), Author::Shopper, body, page)
    }

    /// Keeps an answer of the assistant's. It takes leave to write one.
    pub(super) fn append_assistant(&self, _leave: Leave, body: Body) -> Result<Message> {
        self.append(None, Author::Assistant, body, None)
    }

    /// Keeps what happened.
    pub(super) fn append_notice(&self, client_id: Option<&str>, parts: Vec<Part>) -> Result<Message> {
        self.append(client_id, Author::Notice, Body { parts, ..Body::default() }, None)
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
        self.latest.set(Some(seq));
        let id = client_id.map(str::to_owned);
        let Body { parts, sources, lang } = body;
        Ok(Message { seq, id, author, at, lang, parts, sources, ..Message::default() })
    }

    /// The newest sequence number; zero for none.
    pub(super) fn latest(&self) -> Result<u64> {
        if let Some(seq) = self.latest.get() {
            return Ok(seq);
        }
        let seq = self.count("SELECT max(seq) FROM message", Vec::new())?;
        self.latest.set(Some(seq));
        Ok(seq)
    }

    /// The sequence number under which this client id is kept.
    pub(super) fn seq_of(&self, client_id: &str) -> Result<Option<u64>> {
        let seq = self.count("SELECT max(seq) FROM message WHERE client_id = ?", vec![client_id.into()])?;
        Ok((seq > 0).then_some(seq))
    }

    /// Lines of the shopper's since an instant, counted up to `most`.
    pub(super) fn lines_since(&self, at: u64, most: u64) -> Result<u64> {
        let sql = "SELECT count(*) FROM (SELECT at FROM message WHERE author = 'shopper' ORDER BY seq DESC LIMIT ?) \
            WHERE at > ?";
        self.count(sql, vec![SqlStorageValue::Integer(millis(most)), SqlStorageValue::Integer(millis(at))])
    }

    /// The messages after this one, in order.
    pub(super) fn after(&self, seq: u64) -> Result<Vec<Kept>> {
        let sql = "SELECT seq, client_id, author, at, body FROM message WHERE seq > ? ORDER BY seq LIMIT ?";
        let values = vec![SqlStorageValue::Integer(millis(seq)), SqlStorageValue::Integer(MOST_REPLAYED)];
        let kept = |row: Vec<String>| {
            let [seq, client_id, author, at, body] = <[String; 5]>::try_from(row).ok()?;
            let body = serde_json::from_str(&body).ok()?;
            Some(Kept { seq: number(Some(&seq)), client_id, author, at: number(Some(&at)), body })
        };
        Ok(self.rows(sql, values)?.into_iter().filter_map(kept).collect())
    }

    /// The oldest line that waits for an answer.
    pub(super) fn next_open(&self) -> Result<Option<OpenLine>> {
        let sql = "SELECT seq, tries, page, body FROM message WHERE is_open = 1 ORDER BY seq LIMIT 1";
        let row = self.rows(sql, Vec::new())?.pop().and_then(|row| <[String; 4]>::try_from(row).ok());
        let Some([seq, tries, page, body]) = row else { return Ok(None) };
        let text = words(&serde_json::from_str(&body)?);
        Ok(Some(OpenLine { seq: number(Some(&seq)), text, page, tries: number(Some(&tries)) }))
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
        Ok(number(self.rows(sql, values)?.first().and_then(|row| row.first())))
    }

    fn rows(&self, sql: &str, values: Vec<SqlStorageValue>) -> Result<Vec<Vec<String>>> {
        rows(&self.sql, sql, values)
    }
}

fn words(body: &Value) -> String {
    let parts: Vec<&str> = Node::new(body).list("parts").filter_map(|part| part.text("text")).collect();
    parts.join("\n")
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
