//! The `Sql` port over `SQLite` in memory: what D1 is, without a Worker.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::rc::Rc;

use desk::lookup::Outage;
use edge_worker::ports::sql::{Sql, Statement};
use rusqlite::{Connection, StatementStatus, params_from_iter};

/// A database that is gone when it is dropped.
#[derive(Clone)]
pub struct Sqlite {
    connection: Rc<RefCell<Connection>>,
    cost: Rc<Cell<SqlCost>>,
}

/// What was asked of a database, as D1 counts and bills it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct SqlCost {
    pub statements: usize,
    /// Rows that were read because no index led to the ones that were wanted.
    pub scanned: usize,
    /// Bytes of all values of a statement or a batch, the most of any.
    pub largest: usize,
}

impl Sqlite {
    /// With the tables of the mirror, empty.
    pub fn mirror() -> Self {
        Self::migrated(Connection::open_in_memory().expect("a database"), "migrations-catalog")
    }

    /// The same in a new file, so that it takes no memory.
    pub fn mirror_in_file(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/contract").join(format!("{name}.sqlite"));
        let _ = fs::remove_file(&file);
        Self::migrated(Connection::open(file).expect("a database"), "migrations-catalog")
    }

    /// With the tables of what must be kept, empty.
    pub fn kept() -> Self {
        Self::migrated(Connection::open_in_memory().expect("a database"), "migrations")
    }

    fn migrated(connection: Connection, migrations: &str) -> Self {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../edge-worker").join(migrations);
        let mut files: Vec<_> =
            fs::read_dir(dir).expect("migrations").map(|file| file.expect("a file").path()).collect();
        files.sort();
        for file in files {
            connection.execute_batch(&fs::read_to_string(file).expect("SQL")).expect("a migration");
        }
        Self { connection: Rc::new(RefCell::new(connection)), cost: Rc::default() }
    }

    /// What was asked since this was called last.
    pub fn take_cost(&self) -> SqlCost {
        self.cost.take()
    }

    fn count(&self, statement: &rusqlite::Statement) {
        let mut cost = self.cost.get();
        cost.statements += 1;
        cost.scanned += usize::try_from(statement.get_status(StatementStatus::FullscanStep)).unwrap_or_default();
        self.cost.set(cost);
    }

    fn weigh(&self, statements: &[Statement]) {
        let bytes = statements.iter().flat_map(|statement| &statement.values).map(String::len).sum();
        let cost = self.cost.get();
        self.cost.set(SqlCost { largest: cost.largest.max(bytes), ..cost });
    }
}

impl Sql for Sqlite {
    async fn rows(&self, statement: Statement) -> Result<Vec<Vec<String>>, Outage> {
        self.weigh(std::slice::from_ref(&statement));
        let connection = self.connection.borrow();
        let mut prepared = connection.prepare(statement.sql).expect("SQL");
        let columns = prepared.column_count();
        let rows = prepared.query_map(params_from_iter(statement.values), |row| {
            (0..columns).map(|column| row.get::<_, String>(column)).collect::<Result<Vec<_>, _>>()
        });
        let rows = rows.expect("rows").collect::<Result<Vec<_>, _>>().expect("texts");
        self.count(&prepared);
        Ok(rows)
    }

    async fn batch(&self, statements: Vec<Statement>) -> Result<(), Outage> {
        self.weigh(&statements);
        let mut connection = self.connection.borrow_mut();
        let transaction = connection.transaction().expect("a transaction");
        for Statement { sql, values } in statements {
            let mut prepared = transaction.prepare(sql).expect("SQL");
            prepared.execute(params_from_iter(values)).expect("SQL");
            self.count(&prepared);
        }
        transaction.commit().expect("committed");
        Ok(())
    }
}
