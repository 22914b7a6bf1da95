//! The ledger of what came by webhook: what has had its effect, what is newest, and what the law asked for.

use desk::lookup::Outage;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::event::Event;
use crate::ports::sql::{Sql, Statement};

/// The ledger, over its database.
#[derive(Clone, Debug)]
pub struct Ledger<S> {
    pub sql: S,
}

/// Whether an event is to have its effect.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    Fresh,
    /// Something newer has had its effect on the same thing.
    Outdated,
    /// It has had its effect.
    Repeated,
}

/// Conversations that are copied or erased for one message of the queue: three statements, and four for each of them. A
/// batch of four messages stays below the 50 that an invocation of the free plan has.
const CONVERSATIONS_AT_ONCE: &str = "2";

impl<S: Sql> Ledger<S> {
    /// # Errors
    /// [`Outage`] where the database fails, here and below.
    pub async fn standing(&self, event: &Event) -> Result<Standing, Outage> {
        let values = [event.id.clone(), event.resource(), event.at.to_string()];
        let rows = self.sql.rows(Statement::new(STANDING, values)).await?;
        Ok(match rows.first().and_then(|row| row.first()).map(String::as_str) {
            Some("repeated") => Standing::Repeated,
            Some("outdated") => Standing::Outdated,
            _ => Standing::Fresh,
        })
    }

    /// Notes that an event came and has had its effect.
    pub async fn note(&self, event: &Event, now: Timestamp) -> Result<(), Outage> {
        let (id, now) = (event.id.clone(), now.to_string());
        let mut statements = vec![
            Statement::new(COUNT, [id.clone(), event.topic.clone(), now.clone()]),
            Statement::new(KEEP, [id, now]),
        ];
        if !event.resource().is_empty() {
            statements.push(Statement::new(NEWEST, [event.resource(), event.at.to_string()]));
        }
        self.sql.batch(statements).await
    }

    /// What came so far, and whether the shop has taken the app away.
    pub async fn told(&self) -> Result<Value, Outage> {
        let topics = self.sql.rows(Statement::new(TOPICS, [""; 0])).await?;
        let topics: Vec<Value> = (topics.into_iter())
            .map(|row| json!({ "topic": row.first(), "times": row.get(1).and_then(|n| n.parse::<u64>().ok()), "last_at": row.get(2) }))
            .collect();
        Ok(json!({ "topics": topics, "uninstalled_at": self.uninstalled_at().await? }))
    }

    /// When the shop took the app away; `None` while it has it.
    pub async fn uninstalled_at(&self) -> Result<Option<String>, Outage> {
        let rows = self.sql.rows(Statement::new(UNINSTALLED, [""; 0])).await?;
        Ok(rows.into_iter().next().and_then(|row| row.into_iter().next()))
    }

    pub async fn uninstall(&self, at: &str) -> Result<(), Outage> {
        self.sql.batch(vec![Statement::new(UNINSTALL, [at])]).await
    }

    /// The app is there: whoever took it away before this instant has put it back since.
    pub async fn install(&self, now: Timestamp) -> Result<(), Outage> {
        let newest = [crate::event::APP.to_owned(), now.as_millisecond().to_string()];
        self.sql.batch(vec![Statement::new(INSTALL, [""; 0]), Statement::new(NEWEST, newest)]).await
    }

    /// Notes that a conversation is about somebody.
    pub async fn index(&self, conversation: &str, subject: &str) -> Result<(), Outage> {
        self.sql.batch(vec![Statement::new(INDEX, [subject, conversation])]).await
    }

    /// Writes down what the law asks for, once.
    pub async fn begin(&self, event: &Event, now: Timestamp) -> Result<(), Outage> {
        let text = serde_json::to_string(event).map_err(|_| Outage)?;
        self.sql
            .batch(vec![Statement::new(BEGIN, [event.id.clone(), event.topic.clone(), now.to_string(), text])])
            .await
    }

    /// The next conversations about any of these.
    pub async fn about(&self, subjects: &[String]) -> Result<Vec<String>, Outage> {
        self.conversations(ABOUT, [list(subjects), String::new()]).await
    }

    /// The next of them that are not copied for this request yet.
    pub async fn uncopied(&self, subjects: &[String], request: &str) -> Result<Vec<String>, Outage> {
        self.conversations(ABOUT, [list(subjects), request.to_owned()]).await
    }

    /// The next of all conversations.
    pub async fn any(&self) -> Result<Vec<String>, Outage> {
        self.conversations(ANY, [String::new(), String::new()]).await
    }

    /// How many records of hand-offs a conversation has.
    pub async fn hand_offs(&self, conversation: &str) -> Result<String, Outage> {
        let rows = self.sql.rows(Statement::new(HAND_OFFS, [conversation])).await?;
        rows.into_iter().flatten().next().ok_or(Outage)
    }

    /// Adds a conversation with so many hand-offs to what was done of a request.
    pub async fn add(&self, request: &str, hand_offs: &str) -> Result<(), Outage> {
        self.sql.batch(vec![Statement::new(ADD, [request, hand_offs])]).await
    }

    /// Keeps a copy of a conversation, with the records of its hand-offs.
    pub async fn copy(&self, request: &str, conversation: &str, log: &str) -> Result<(), Outage> {
        let records = self.sql.rows(Statement::new(RECORDS, [conversation])).await?;
        let records: Vec<String> = records.into_iter().flatten().collect();
        let text = format!(r#"{{"conversation":"{conversation}","log":{log},"hand_offs":[{}]}}"#, records.join(","));
        let piece = |(at, text): (usize, String)| {
            Statement::new(COPY, [request.to_owned(), conversation.to_owned(), at.to_string(), text])
        };
        self.sql.batch(pieces(&text).into_iter().enumerate().map(piece).collect()).await
    }

    /// Notes that a request is done. What it said of anybody is dropped.
    pub async fn finish(&self, request: &str, now: Timestamp) -> Result<(), Outage> {
        self.sql.batch(vec![Statement::new(FINISH, [request.to_owned(), now.to_string()])]).await
    }

    /// The newest requests, with what was done.
    pub async fn requests(&self) -> Result<Value, Outage> {
        let rows = self.sql.rows(Statement::new(REQUESTS, [""; 0])).await?;
        let request = |row: Vec<String>| {
            let [id, topic, received_at, done_at, conversations, hand_offs, copies] =
                <[String; 7]>::try_from(row).ok()?;
            let count = |text: String| text.parse::<u64>().ok();
            let copies: Vec<&str> = copies.split(',').filter(|copy| !copy.is_empty()).collect();
            Some(json!({
                "id": id, "topic": topic, "received_at": received_at, "done_at": done_at,
                "conversations": count(conversations), "hand_offs": count(hand_offs), "copies": copies,
            }))
        };
        Ok(json!({ "requests": rows.into_iter().filter_map(request).collect::<Vec<_>>() }))
    }

    /// The copy of one conversation, as JSON; `None` where there is none.
    pub async fn copied(&self, request: &str, conversation: &str) -> Result<Option<String>, Outage> {
        let rows = self.sql.rows(Statement::new(COPIED, [request, conversation])).await?;
        Ok((!rows.is_empty()).then(|| rows.into_iter().flatten().collect()))
    }

    /// Events that the law asks for and that nothing came of for an hour.
    pub async fn left_behind(&self, now: Timestamp) -> Result<Vec<String>, Outage> {
        let rows = self.sql.rows(Statement::new(LEFT, [(now - SignedDuration::from_hours(1)).to_string()])).await?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// Drops what nobody needs any more: deliveries after a week, all else after thirty days, copies among it.
    pub async fn prune(&self, now: Timestamp) -> Result<(), Outage> {
        let before = |days: i64| now - SignedDuration::from_hours(24 * days);
        self.sql
            .batch(vec![
                Statement::new("DELETE FROM webhooks WHERE received_at < ?1", [before(7).to_string()]),
                Statement::new(OLD_RESOURCES, [before(30).as_millisecond().to_string()]),
                Statement::new(OLD_COPIES, [before(30).to_string()]),
            ])
            .await
    }

    /// Drops all that is left when a shop asked for everything to be erased, but the record that it did.
    pub async fn clear(&self) -> Result<(), Outage> {
        let all = [
            "DELETE FROM exports",
            "DELETE FROM conversation_subjects",
            "DELETE FROM customer_conversations",
            "DELETE FROM webhook_topics",
        ];
        self.sql.batch(all.map(|sql| Statement::new(sql, [""; 0])).into()).await
    }

    async fn conversations(&self, sql: &'static str, [first, second]: [String; 2]) -> Result<Vec<String>, Outage> {
        let rows = self.sql.rows(Statement::new(sql, [first, second, CONVERSATIONS_AT_ONCE.to_owned()])).await?;
        Ok(rows.into_iter().flatten().collect())
    }
}

fn list(texts: &[String]) -> String {
    Value::from(texts).to_string()
}

/// Pieces of a text that each fit into a row of two megabytes.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for line in text.split_inclusive(['{', ' ']) {
        if pieces.last().is_some_and(|piece| piece.len() + line.len() > 1_000_000) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(line);
        }
    }
    pieces
}

const STANDING: &str = "SELECT CASE WHEN EXISTS (SELECT 1 FROM webhooks WHERE id = ?1) THEN 'repeated' \
    WHEN EXISTS (SELECT 1 FROM webhook_resources WHERE resource = ?2 AND triggered_at > CAST(?3 AS INTEGER)) \
    THEN 'outdated' ELSE 'fresh' END";
const COUNT: &str = "INSERT INTO webhook_topics (topic, times, last_at) \
    SELECT ?2, 1, ?3 WHERE NOT EXISTS (SELECT 1 FROM webhooks WHERE id = ?1) \
    ON CONFLICT (topic) DO UPDATE SET times = times + 1, last_at = excluded.last_at";
const KEEP: &str = "INSERT OR IGNORE INTO webhooks (id, received_at) VALUES (?1, ?2)";
const NEWEST: &str = "INSERT INTO webhook_resources (resource, triggered_at) VALUES (?1, CAST(?2 AS INTEGER)) \
    ON CONFLICT (resource) DO UPDATE SET triggered_at = max(triggered_at, excluded.triggered_at)";
const TOPICS: &str = "SELECT topic, CAST(times AS TEXT), last_at FROM webhook_topics ORDER BY topic LIMIT 200";
const UNINSTALLED: &str = "SELECT at FROM uninstalled";
const UNINSTALL: &str = "INSERT OR REPLACE INTO uninstalled (id, at) VALUES (1, ?1)";
const INSTALL: &str = "DELETE FROM uninstalled";
const INDEX: &str = "INSERT OR IGNORE INTO conversation_subjects (subject, conversation) VALUES (?1, ?2)";
const BEGIN: &str = "INSERT OR IGNORE INTO compliance (id, topic, received_at, event) VALUES (?1, ?2, ?3, ?4)";
const ABOUT: &str = "SELECT DISTINCT conversation FROM conversation_subjects \
    WHERE subject IN (SELECT value FROM json_each(?1)) \
    AND conversation NOT IN (SELECT conversation FROM exports WHERE request = ?2) \
    ORDER BY conversation LIMIT CAST(?3 AS INTEGER)";
const ANY: &str = "SELECT id FROM conversations UNION SELECT conversation FROM hand_offs \
    UNION SELECT conversation FROM conversation_subjects LIMIT CAST(?3 AS INTEGER) + 0 * (?1 = ?2)";
const ADD: &str = "UPDATE compliance SET conversations = conversations + 1, \
    hand_offs = hand_offs + CAST(?2 AS INTEGER) WHERE id = ?1";
const HAND_OFFS: &str = "SELECT CAST(count(*) AS TEXT) FROM hand_offs WHERE conversation = ?1";
const RECORDS: &str = "SELECT record FROM hand_offs WHERE conversation = ?1 ORDER BY created_at LIMIT 100";
const COPY: &str = "INSERT OR REPLACE INTO exports (request, conversation, piece, text) \
    VALUES (?1, ?2, CAST(?3 AS INTEGER), ?4)";
const FINISH: &str = "UPDATE compliance SET done_at = ?2, event = '' WHERE id = ?1";
const REQUESTS: &str = "SELECT id, topic, received_at, done_at, CAST(conversations AS TEXT), CAST(hand_offs AS TEXT), \
    (SELECT coalesce(group_concat(DISTINCT conversation), '') FROM exports WHERE request = id) \
    FROM compliance ORDER BY received_at DESC LIMIT 100";
const COPIED: &str = "SELECT text FROM exports WHERE request = ?1 AND conversation = ?2 ORDER BY piece";
const LEFT: &str = "SELECT event FROM compliance WHERE done_at = '' AND event <> '' AND received_at < ?1 LIMIT 20";
const OLD_RESOURCES: &str = "DELETE FROM webhook_resources WHERE triggered_at < CAST(?1 AS INTEGER)";
const OLD_COPIES: &str = "DELETE FROM exports WHERE request IN (SELECT id FROM compliance WHERE received_at < ?1)";
