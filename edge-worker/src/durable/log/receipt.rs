//! Receipts: what lookups brought, and when.

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
        Ok(self.count("SELECT max(id) FROM receipt", Vec::new())? + 1)
    }

    /// The newest receipts, oldest first: time, lookup, outcome.
    pub(in crate::durable) fn receipts(&self, most: i64) -> Result<Vec<(String, String, String)>> {
        let sql = "SELECT at, lookup, outcome FROM receipt ORDER BY id DESC LIMIT ?";
        let rows = self.rows(sql, vec![SqlStorageValue::Integer(most)])?;
        Ok(rows.into_iter().rev().filter_map(|row| <[String; 3]>::try_from(row).ok()).map(Into::into).collect())
    }
}
