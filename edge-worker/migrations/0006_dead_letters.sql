-- Messages that the queues gave up on, counted by the work that they were, with the last error of that work. `last_at` is
-- empty while there is only an error.
CREATE TABLE dead_letters (
  work TEXT PRIMARY KEY NOT NULL,
  times INTEGER NOT NULL DEFAULT 0,
  last_at TEXT NOT NULL DEFAULT '',
  fault TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
