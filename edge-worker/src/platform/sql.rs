//! The `Sql` port over D1.

use desk::lookup::Outage;
use worker::{D1Database, D1PreparedStatement, D1Type, Env, Result};

use super::clock;
use crate::fault::{Fault, Upstream};
use crate::ports::sql::{Sql, Statement};
use crate::pulse;

/// A D1 database.
#[derive(Debug)]
pub struct D1 {
    db: D1Database,
    upstream: Upstream,
}

impl Sql for D1 {
    async fn rows(&self, statement: Statement) -> std::result::Result<Vec<Vec<String>>, Outage> {
        self.watched(async { self.prepare(&statement)?.raw::<String>().await }).await
    }

    async fn batch(&self, statements: Vec<Statement>) -> std::result::Result<(), Outage> {
        let prepared: Result<Vec<_>> = statements.iter().map(|statement| self.prepare(statement)).collect();
        self.watched(async { self.db.batch(prepared?).await }).await.map(drop)
    }
}

impl D1 {
    /// The database of this binding.
    pub fn bound(env: &Env, name: &str) -> Result<Self> {
        let upstream = if name == "CATALOG" { Upstream::Mirror } else { Upstream::Database };
        Ok(Self { db: env.d1(name)?, upstream })
    }

    async fn watched<T>(&self, run: impl Future<Output = Result<T>>) -> std::result::Result<T, Outage> {
        let began = clock::now_ms();
        match run.await {
            Ok(done) => {
                pulse::succeeded(self.upstream, clock::millis(clock::now_ms().saturating_sub(began)));
                Ok(done)
            }
            Err(error) => {
                Fault::upstream(self.upstream, error.to_string()).log();
                Err(Outage)
            }
        }
    }

    fn prepare(&self, statement: &Statement) -> Result<D1PreparedStatement> {
        let values: Vec<_> = statement.values.iter().map(|value| D1Type::Text(value)).collect();
        self.db.prepare(statement.sql).bind_refs(&values)
    }
}
