-- A person who was erased: what the law keeps longer leads to a row without a name.
ALTER TABLE people ADD COLUMN erased_at TIMESTAMP;
