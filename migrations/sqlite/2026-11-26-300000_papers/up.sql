-- What the provider and a student promise each other, per training. A text that was there once stays as it was, so
-- that what somebody agreed to can always be read.
CREATE TABLE agreement_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_id BIGINT NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    dutch TEXT NOT NULL,
    english TEXT,
    made_at TIMESTAMP NOT NULL,
    UNIQUE (training_id, version)
);

CREATE TABLE agreements (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    text_id BIGINT NOT NULL REFERENCES agreement_texts (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    agreed_at TIMESTAMP NOT NULL,
    UNIQUE (participant_id, text_id)
);
CREATE INDEX agreements_by_text ON agreements (text_id);
