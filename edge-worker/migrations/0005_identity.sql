-- Where the open conversation of a signed-in customer is found from another device. `customer` is a keyed digest.
CREATE TABLE customer_conversations (
  customer TEXT NOT NULL,
  conversation TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (customer, conversation)
) WITHOUT ROWID;
CREATE INDEX customer_conversations_by_conversation ON customer_conversations (conversation);
