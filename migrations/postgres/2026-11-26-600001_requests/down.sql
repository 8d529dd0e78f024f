DELETE FROM letters WHERE kind IN ('request_made', 'address_asked', 'address_left', 'address_changed');
DO $$
DECLARE
    said TEXT;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO said FROM pg_constraint
        WHERE conrelid = CAST('letters' AS regclass) AND conname = 'letters_kind_check';
    ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
    EXECUTE 'ALTER TABLE letters ADD CONSTRAINT letters_kind_check '
        || replace(said, '''request_made''::text, ''address_asked''::text, ''address_left''::text, ''address_changed''::text, ', '');
END $$;
DROP TABLE request_words;
DROP TABLE requests;
