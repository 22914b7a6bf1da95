-- What a shopper writes after a hand-off follows it as a record of its own.
ALTER TABLE hand_offs ADD COLUMN follows TEXT;
CREATE INDEX hand_offs_waiting ON hand_offs (created_at) WHERE delivered_at IS NULL;
