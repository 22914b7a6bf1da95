//! The object's own `SQLite`, whose values are read as texts.
//!
//! One way to read rows, whatever is in them: a derived type for each would be more code than all of these statements.

use worker::{Result, SqlStorage, SqlStorageValue};

/// The rows of a statement. Null is an empty text, a number its decimal digits without a fraction.
pub(super) fn rows(sql: &SqlStorage, statement: &str, values: Vec<SqlStorageValue>) -> Result<Vec<Vec<String>>> {
    sql.exec(statement, values)?.raw().map(|row| Ok(row?.into_iter().map(text).collect())).collect()
}

fn text(value: SqlStorageValue) -> String {
    match value {
        SqlStorageValue::String(text) => text,
        SqlStorageValue::Integer(number) => number.to_string(),
        #[allow(clippy::cast_possible_truncation, reason = "whole numbers that a JS number held")]
        SqlStorageValue::Float(number) => (number as i64).to_string(),
        SqlStorageValue::Boolean(_) | SqlStorageValue::Null | SqlStorageValue::Blob(_) => String::new(),
    }
}

/// The number in a column; zero where there is none.
pub(super) fn number(text: Option<&String>) -> u64 {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}
