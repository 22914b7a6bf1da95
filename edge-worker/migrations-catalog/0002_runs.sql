-- The mirror is filled in steps, one message of a queue each, so a run can be seen, resumed and repeated.

-- The shop's number of the product, so that a webhook about it finds its texts; empty for pages.
ALTER TABLE document ADD COLUMN product TEXT NOT NULL DEFAULT '';
CREATE INDEX document_by_product ON document (product) WHERE product <> '';

-- Products that the shop deleted. Their numbers never come back, but a page that was read before may.
CREATE TABLE gone (
  product TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- Products that changed since this instant are read; empty where all are.
ALTER TABLE filling ADD COLUMN since TEXT NOT NULL DEFAULT '';
-- The languages of the run, as `en,de`.
ALTER TABLE filling ADD COLUMN languages TEXT NOT NULL DEFAULT '';
-- The number of the step that comes next, and where it begins; no position where none is under way.
ALTER TABLE filling ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE filling ADD COLUMN position TEXT NOT NULL DEFAULT '';
-- When something last came of it, and how often in a row nothing has since.
ALTER TABLE filling ADD COLUMN touched_at TEXT NOT NULL DEFAULT '';
ALTER TABLE filling ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
-- The last run that read everything, and how many products shop and mirror had then; empty where that is not known.
ALTER TABLE filling ADD COLUMN full_at TEXT NOT NULL DEFAULT '';
ALTER TABLE filling ADD COLUMN shop_products TEXT NOT NULL DEFAULT '';
ALTER TABLE filling ADD COLUMN full_products TEXT NOT NULL DEFAULT '';
