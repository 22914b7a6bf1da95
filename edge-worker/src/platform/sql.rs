//! The `Sql` port over D1.

use desk::lookup::Outage;
use worker::{D1Database, D1PreparedStatement, D1Type, Env, Result};

use crate::fault::{Fault, Upstream};
use crate::ports::sql::{Sql, Statement};

/// A D1 database.
#[derive(Debug)]
pub struct D1 {
    db: D1Database,
}

impl Sql for D1 {
    async fn rows(&self, statement: Statement) -> std::result::Result<Vec<Vec<String>>, Outage> {
        let rows = async { self.prepare(&statement)?.raw::<String>().await };
        rows.await.map_err(outage)
    }

    async fn batch(&self, statements: Vec<Statement>) -> std::result::Result<(), Outage> {
        let prepared: Result<Vec<_>> = statements.iter().map(|statement| self.prepare(statement)).collect();
        let run = async { self.db.batch(prepared?).await };
        run.await.map(drop).map_err(outage)
    }
}

impl D1 {
    /// The database of this binding.
    pub fn bound(env: &Env, name: &str) -> Result<Self> {
        Ok(Self { db: env.d1(name)? })
    }

    fn prepare(&self, statement: &Statement) -> Result<D1PreparedStatement> {
        let values: Vec<_> = statement.values.iter().map(|value| D1Type::Text(value)).collect();
        self.db.prepare(statement.sql).bind_refs(&values)
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the form that `map_err` takes")]
fn outage(error: worker::Error) -> Outage {
    Fault::upstream(Upstream::Mirror, error.to_string()).log();
    Outage
}
