DELETE FROM term_changes WHERE kind IN ('sign_in', 'sign_in_address', 'sign_in_browser');
ALTER TABLE term_changes DROP CONSTRAINT term_changes_kind_check;
ALTER TABLE term_changes ADD CONSTRAINT term_changes_kind_check CHECK (kind IN ('upload', 'pending_upload', 'intake', 'intake_draft', 'letter', 'progress', 'registration', 'staff_account', 'participation', 'hold', 'message', 'message_draft'));
DROP TABLE sittings;
DROP TABLE sign_ins;
