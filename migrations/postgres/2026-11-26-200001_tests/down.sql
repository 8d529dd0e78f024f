DROP TABLE test_answers;
DROP TABLE test_attempts;
DROP TABLE test_questions;
DROP TABLE tests;
ALTER TABLE projects DROP COLUMN certificate_tests;
DELETE FROM actions WHERE kind = 'test';
DELETE FROM training_actions WHERE kind = 'test';
DO $$
DECLARE
    listed RECORD;
    said TEXT;
BEGIN
    FOR listed IN SELECT * FROM (VALUES ('actions'), ('training_actions')) AS l (in_table) LOOP
        SELECT pg_get_constraintdef(oid) INTO said FROM pg_constraint
            WHERE conrelid = CAST(listed.in_table AS regclass) AND conname = listed.in_table || '_kind_check';
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', listed.in_table, listed.in_table || '_kind_check');
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', listed.in_table, listed.in_table || '_kind_check')
            || replace(said, '''test''::text, ', '');
    END LOOP;
END $$;
