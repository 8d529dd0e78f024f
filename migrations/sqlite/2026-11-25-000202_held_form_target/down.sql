ALTER TABLE held_forms DROP COLUMN target;
