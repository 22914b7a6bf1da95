//! The `Sql` port over `SQLite` in memory: what D1 is, without a Worker.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
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
