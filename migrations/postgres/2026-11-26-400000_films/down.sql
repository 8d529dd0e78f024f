DROP TABLE film_watchings;
DROP TABLE film_captions;
DROP TABLE films;
DELETE FROM actions WHERE kind = 'film';
DELETE FROM training_actions WHERE kind = 'film';
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
            || replace(said, '''film''::text, ', '');
    END LOOP;
END $$;
