-- What came by webhook, and how conversations are found again by whom they are about.

-- Deliveries that have had their effect. They are sent at least once; nobody repeats one after some hours.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  received_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX webhooks_by_time ON webhooks (received_at);

-- The newest event that each thing has seen, in milliseconds since 1970. They come in any order.
CREATE TABLE webhook_resources (
  resource TEXT PRIMARY KEY,
  triggered_at INTEGER NOT NULL
) WITHOUT ROWID;

-- How often a topic came, and when last.
CREATE TABLE webhook_topics (
  topic TEXT PRIMARY KEY,
  times INTEGER NOT NULL,
  last_at TEXT NOT NULL
) WITHOUT ROWID;

-- One row while the shop has taken the app away.
CREATE TABLE uninstalled (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at TEXT NOT NULL
);

-- Whom a conversation is about: customer:ID, order:ID, email:SHA-256.
CREATE TABLE conversation_subjects (
  subject TEXT NOT NULL,
  conversation TEXT NOT NULL,
  PRIMARY KEY (subject, conversation)
) WITHOUT ROWID;
CREATE INDEX conversation_subjects_by_conversation ON conversation_subjects (conversation);

-- What was asked for by law and when it was done. Stays, and names nobody: the event does, until it is done.
CREATE TABLE compliance (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL,
  received_at TEXT NOT NULL,
  done_at TEXT NOT NULL DEFAULT '',
  conversations INTEGER NOT NULL DEFAULT 0,
  hand_offs INTEGER NOT NULL DEFAULT 0,
  event TEXT NOT NULL
);

-- Copies for customers who asked for their data, a conversation in pieces that fit into a row.
CREATE TABLE exports (
  request TEXT NOT NULL,
  conversation TEXT NOT NULL,
  piece INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (request, conversation, piece)
);
CREATE INDEX exports_by_conversation ON exports (conversation);
