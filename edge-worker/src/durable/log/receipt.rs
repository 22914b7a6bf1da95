//! Receipts: what lookups brought, and when.

use serde::Deserialize;
use worker::{Result, SqlStorageValue};

use super::Log;
use crate::platform::clock::millis;

impl Log {
    /// Keeps what a lookup brought, under the receipt's number.
    pub(in crate::durable) fn keep_receipt(
        &self,
        id: u64,
        line: u64,
        at: &str,
        lookup: &str,
        outcome: &str,
    ) -> Result<()> {
        let values = vec![
            SqlStorageValue::Integer(millis(id)),
            SqlStorageValue::Integer(millis(line)),
            at.into(),
            lookup.into(),
            outcome.into(),
        ];
        self.sql.exec("INSERT INTO receipt (id, line, at, lookup, outcome) VALUES (?, ?, ?, ?, ?)", values)?;
        Ok(())
    }

    pub(in crate::durable) fn next_receipt(&self) -> Result<u64> {
        Ok(self.count("SELECT coalesce(max(id), 0) AS n FROM receipt", Vec::new())? + 1)
    }

    /// The newest receipts, oldest first: time, lookup, outcome.
    pub(in crate::durable) fn receipts(&self, most: i64) -> Result<Vec<(String, String, String)>> {
        #[derive(Deserialize)]
        struct Row {
            at: String,
            lookup: String,
            outcome: String,
        }
        let sql = "SELECT at, lookup, outcome FROM receipt ORDER BY id DESC LIMIT ?";
        let rows: Vec<Row> = self.sql.exec(sql, vec![SqlStorageValue::Integer(most)])?.to_array()?;
        Ok(rows.into_iter().rev().map(|row| (row.at, row.lookup, row.outcome)).collect())
    }
}
