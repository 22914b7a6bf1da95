-- The shop's texts for search, in a database of its own: D1 exports none that holds FTS5 tables.
-- Everything here can be made anew from the shop.

-- One product, or one passage of a page, in one language.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  handle TEXT NOT NULL,
  -- Which passage of its page; 0 for products.
  passage INTEGER NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  -- The passage itself, as JSON.
  content TEXT NOT NULL,
  -- The lowest price when it was read; null for pages.
  price_hundredths INTEGER,
  is_available INTEGER NOT NULL,
  -- The filling that last saw it.
  filling TEXT NOT NULL,
  UNIQUE (kind, handle, language, passage)
);

-- Terms as the desk makes them, already folded: nothing is left for the tokenizer but to split at spaces.
CREATE VIRTUAL TABLE term USING fts5(title, kind, tags, options, body, tokenize = "unicode61 remove_diacritics 0");

-- The shop's own vocabulary, by column: misspelt words are corrected to what things are called, not to what is said of
-- them.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(term, 'col');

-- One row: the filling under way, and the last that came to its end.
CREATE TABLE filling (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  began_at TEXT NOT NULL,
  ended_at TEXT NOT NULL
);
INSERT INTO filling VALUES (1, '', '');
