DELETE FROM letters WHERE kind IN ('request_made', 'address_asked', 'address_left', 'address_changed');
ALTER TABLE letters ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reset' CHECK (kind_wide IN ('certificate', 'invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits', 'second_factor', 'factor_check'));
UPDATE letters SET kind_wide = kind;
ALTER TABLE letters DROP COLUMN kind;
ALTER TABLE letters RENAME COLUMN kind_wide TO kind;
DROP TABLE request_words;
DROP TABLE requests;
