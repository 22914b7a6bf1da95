//! What is due, and when.

use serde::Deserialize;
use worker::{Result, SqlStorageValue};

use super::Log;
use crate::platform::clock::millis;

impl Log {
    pub(in crate::durable) fn set_due(&self, what: &str, due: u64) -> Result<()> {
        let values = vec![what.into(), SqlStorageValue::Integer(millis(due))];
        self.sql.exec("INSERT OR REPLACE INTO agenda (what, due) VALUES (?, ?)", values)?;
        Ok(())
    }

    pub(in crate::durable) fn clear_due(&self, what: &str) -> Result<()> {
        self.sql.exec("DELETE FROM agenda WHERE what = ?", vec![what.into()])?;
        Ok(())
    }

    /// What is on the agenda: what, and when in milliseconds since 1970; the soonest first.
    pub(in crate::durable) fn agenda(&self) -> Result<Vec<(String, u64)>> {
        #[derive(Deserialize)]
        struct Row {
            what: String,
            due: f64,
        }
        let rows: Vec<Row> = self.sql.exec("SELECT what, due FROM agenda ORDER BY due", None)?.to_array()?;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "milliseconds that a JS number held"
        )]
        Ok(rows.into_iter().map(|row| (row.what, row.due as u64)).collect())
    }
}
