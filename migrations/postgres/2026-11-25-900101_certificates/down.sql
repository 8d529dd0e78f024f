DROP TABLE certificate_facts;
DROP TABLE certificates;
DROP TABLE evaluation_tallies;
DROP TABLE anonymous_answers;
DROP TABLE evaluation_answers;
DROP TABLE evaluations;
DROP TABLE evaluation_questions;
DROP TABLE training_evaluation_questions;
DROP TABLE attendances;
ALTER TABLE projects DROP COLUMN certificate_evaluation;
ALTER TABLE projects DROP COLUMN certificate_actions;
ALTER TABLE projects DROP COLUMN certificate_attendance;
ALTER TABLE projects DROP COLUMN certificate;
ALTER TABLE projects DROP COLUMN evaluation;
ALTER TABLE trainings DROP COLUMN accreditor;
ALTER TABLE trainings DROP COLUMN accreditation_points;
ALTER TABLE trainings DROP COLUMN study_hours;
DELETE FROM actions WHERE kind = 'evaluation';
DELETE FROM training_actions WHERE kind = 'evaluation';
DELETE FROM letters WHERE kind = 'certificate';
DO $$
DECLARE
    listed RECORD;
    said TEXT;
BEGIN
    FOR listed IN SELECT * FROM (VALUES ('actions', 'evaluation'), ('training_actions', 'evaluation'), ('letters', 'certificate')) AS l (in_table, word) LOOP
        SELECT pg_get_constraintdef(oid) INTO said FROM pg_constraint
            WHERE conrelid = CAST(listed.in_table AS regclass) AND conname = listed.in_table || '_kind_check';
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', listed.in_table, listed.in_table || '_kind_check');
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', listed.in_table, listed.in_table || '_kind_check')
            || replace(said, format('%L::text, ', listed.word), '');
    END LOOP;
END $$;
