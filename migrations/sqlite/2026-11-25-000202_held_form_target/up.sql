-- The address a held form was sent to: when it is sent there again, it need not be held any more.
ALTER TABLE held_forms ADD COLUMN target TEXT NOT NULL DEFAULT '';
