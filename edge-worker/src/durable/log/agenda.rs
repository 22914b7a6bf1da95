//! What is due, and when.

use worker::{Result, SqlStorageValue};

use super::Log;
use crate::durable::sql::number;
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
        let rows = self.rows("SELECT what, due FROM agenda ORDER BY due", Vec::new())?;
        let entry = |row| <[String; 2]>::try_from(row).ok().map(|[what, due]| (what, number(Some(&due))));
        Ok(rows.into_iter().filter_map(entry).collect())
    }
}
