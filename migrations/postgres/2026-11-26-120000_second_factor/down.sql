DELETE FROM letters WHERE kind IN ('second_factor', 'factor_check');
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('certificate', 'invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits'));
DROP TABLE factor_checks;
DROP TABLE recovery_codes;
ALTER TABLE sessions DROP COLUMN half;
ALTER TABLE accounts DROP COLUMN totp_step;
ALTER TABLE accounts DROP COLUMN totp_secret;
ALTER TABLE accounts DROP COLUMN second_factor_at;
