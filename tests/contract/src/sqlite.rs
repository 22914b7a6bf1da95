//! The `Sql` port over `SQLite` in memory: what D1 is, without a Worker.

use std::cell::RefCell;
use std::rc::Rc;

use desk::lookup::Outage;
use edge_worker::ports::sql::{Sql, Statement};
use rusqlite::{Connection, params_from_iter};

/// A database that is gone when it is dropped.
#[derive(Clone)]
pub struct Sqlite {
    connection: Rc<RefCell<Connection>>,
}

impl Sqlite {
    /// With the tables of the mirror, empty.
    pub fn mirror() -> Self {
        Self::migrated(&[
            include_str!("../../../edge-worker/migrations-catalog/0001_mirror.sql"),
            include_str!("../../../edge-worker/migrations-catalog/0002_runs.sql"),
        ])
    }

    /// With the tables of what must be kept, empty.
    pub fn kept() -> Self {
        Self::migrated(&[
            include_str!("../../../edge-worker/migrations/0001_hand_offs.sql"),
            include_str!("../../../edge-worker/migrations/0002_follow_ups.sql"),
            include_str!("../../../edge-worker/migrations/0003_upstreams.sql"),
        ])
    }

    fn migrated(migrations: &[&str]) -> Self {
        let connection = Connection::open_in_memory().expect("a database");
        for migration in migrations {
            connection.execute_batch(migration).expect("a migration");
        }
        Self { connection: Rc::new(RefCell::new(connection)) }
    }
}

impl Sql for Sqlite {
    async fn rows(&self, statement: Statement) -> Result<Vec<Vec<String>>, Outage> {
        let connection = self.connection.borrow();
        let mut prepared = connection.prepare(statement.sql).expect("SQL");
        let columns = prepared.column_count();
        let rows = prepared.query_map(params_from_iter(statement.values), |row| {
            (0..columns).map(|column| row.get::<_, String>(column)).collect::<Result<Vec<_>, _>>()
        });
        Ok(rows.expect("rows").collect::<Result<Vec<_>, _>>().expect("texts"))
    }

    async fn batch(&self, statements: Vec<Statement>) -> Result<(), Outage> {
        let mut connection = self.connection.borrow_mut();
        let transaction = connection.transaction().expect("a transaction");
        for Statement { sql, values } in statements {
            transaction.execute(sql, params_from_iter(values)).expect("SQL");
        }
        transaction.commit().expect("committed");
        Ok(())
    }
}
