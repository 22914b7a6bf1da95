//! The `Sql` port over D1.

use desk::lookup::Outage;
use worker::{D1Database, D1PreparedStatement, D1Type, Env, Result};

use super::clock;
use super::fetch::WorkerHttp;
use crate::adapters::mirror::{self, Filling, SqlMirror};
use crate::fault::{Fault, Upstream};
use crate::ports::sql::{Sql, Statement};
use crate::settings::Settings;

/// A D1 database.
#[derive(Debug)]
pub struct D1 {
    db: D1Database,
}

/// Fills the mirror from the shop; nothing where shop or database failed, which is in the log.
pub async fn fill(env: &Env, settings: &Settings) -> Result<Option<Filling>> {
    Ok(mirror::fill(&settings.shop(WorkerHttp), &mirror(env)?.sql, clock::now()).await.ok())
}

/// What the mirror holds; nothing where the database failed.
pub async fn state(env: &Env) -> Result<Option<Filling>> {
    Ok(mirror::state(&mirror(env)?.sql).await.ok())
}

/// The mirror of the shop: a database of its own, since D1 exports none that holds FTS5 tables.
pub fn mirror(env: &Env) -> Result<SqlMirror<D1>> {
    Ok(SqlMirror { sql: D1 { db: env.d1("CATALOG")? } })
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
