//! A database of texts: statements whose values and results are all texts.

use desk::lookup::Outage;

/// Runs statements.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Sql {
    /// The rows of one statement, whose columns must all be texts and not null.
    async fn rows(&self, statement: Statement) -> Result<Vec<Vec<String>>, Outage>;
    /// Runs all or none.
    async fn batch(&self, statements: Vec<Statement>) -> Result<(), Outage>;
}

/// One statement with its values, `?1` and so on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    pub sql: &'static str,
    pub values: Vec<String>,
}

impl Statement {
    pub fn new(sql: &'static str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { sql, values: values.into_iter().map(Into::into).collect() }
    }
}
