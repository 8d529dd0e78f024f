DELETE FROM letters WHERE kind = 'registration_ends';
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('invitation', 'reset_asked', 'reset', 'password_changed'));
DROP INDEX accounts_by_seen;
ALTER TABLE intakes DROP COLUMN policy;
DROP TABLE clock_marks;
DROP TABLE farewells;
DROP TABLE holds;
DROP TABLE term_changes;
