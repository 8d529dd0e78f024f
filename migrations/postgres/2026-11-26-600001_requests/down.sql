DELETE FROM letters WHERE kind IN ('request_made', 'address_asked', 'address_left', 'address_changed');
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('certificate', 'invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits', 'second_factor', 'factor_check'));
DROP TABLE request_words;
DROP TABLE requests;
