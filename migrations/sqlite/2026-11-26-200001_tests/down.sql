DROP TABLE test_answers;
DROP TABLE test_attempts;
DROP TABLE test_questions;
DROP TABLE tests;
ALTER TABLE projects DROP COLUMN certificate_tests;
DELETE FROM actions WHERE kind = 'test';
DELETE FROM training_actions WHERE kind = 'test';
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'kind IN (''test'', ', 'kind IN (')
    WHERE type = 'table' AND name IN ('actions', 'training_actions');
PRAGMA writable_schema = RESET;
