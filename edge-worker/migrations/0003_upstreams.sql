-- What all isolates saw of the systems that answers come from; one row each, written now and then. Times are ISO 8601
-- in UTC, empty where it has not happened.
CREATE TABLE upstreams (
  name TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  latency_ms TEXT NOT NULL,
  succeeded_at TEXT NOT NULL,
  failed_at TEXT NOT NULL,
  fault TEXT NOT NULL
);
