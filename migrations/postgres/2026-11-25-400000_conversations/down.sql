DELETE FROM term_changes WHERE kind IN ('message', 'message_draft');
ALTER TABLE term_changes DROP CONSTRAINT term_changes_kind_check;
ALTER TABLE term_changes ADD CONSTRAINT term_changes_kind_check CHECK (kind IN ('upload', 'pending_upload', 'intake', 'intake_draft', 'letter', 'progress', 'registration', 'staff_account', 'participation', 'hold'));
DELETE FROM letters WHERE kind = 'message_waits';
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed'));
DROP TABLE message_drafts;
DROP TABLE messages;
DROP TABLE threads;
