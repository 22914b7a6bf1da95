//! Records that have to leave the object: written in the transaction that made them, gone once they are kept outside.

use worker::Result;

use super::Log;
use crate::app::hand_off::Record;

impl Log {
    /// Puts a record into the outbox. Doing so again changes nothing.
    pub(in crate::durable) fn post(&self, record: &Record) -> Result<()> {
        self.post_as(record.id(), &serde_json::to_string(record)?)
    }

    /// Puts a text into the outbox under this id.
    pub(in crate::durable) fn post_as(&self, id: &str, text: &str) -> Result<()> {
        self.sql.exec("INSERT OR IGNORE INTO outbox (id, record) VALUES (?, ?)", vec![id.into(), text.into()])?;
        Ok(())
    }

    /// The records that wait, in the order in which they were written: id, and JSON.
    pub(in crate::durable) fn posted(&self) -> Result<Vec<(String, String)>> {
        let rows = self.rows("SELECT id, record FROM outbox ORDER BY rowid LIMIT 50", Vec::new())?;
        Ok(rows.into_iter().filter_map(|row| <[String; 2]>::try_from(row).ok()).map(Into::into).collect())
    }

    pub(in crate::durable) fn clear_post(&self, id: &str) -> Result<()> {
        self.sql.exec("DELETE FROM outbox WHERE id = ?", vec![id.into()])?;
        Ok(())
    }
}
