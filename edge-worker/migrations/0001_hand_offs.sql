-- Records of hand-offs: kept before anything is sent, so that an outage of the merchant's address loses none.
-- Times are RFC 3339 text in UTC; ids come from the conversation and are the same on every try.
CREATE TABLE hand_offs (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  created_at TEXT NOT NULL,
  record TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  delivered_at TEXT,
  last_error TEXT
);
CREATE INDEX hand_offs_by_time ON hand_offs (created_at);
CREATE INDEX hand_offs_by_conversation ON hand_offs (conversation);

-- The index of conversations: objects cannot be listed, so erasure and retention find them here.
CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
);
