-- Two closed lists get a word more, whatever else was added to them in the meantime; the way of changing a CHECK is
-- that of the migration of certificates.
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'kind IN (', 'kind IN (''film'', ')
    WHERE type = 'table' AND name IN ('actions', 'training_actions');
PRAGMA writable_schema = RESET;

-- What a film has besides what all material has. The length in seconds is asked of staff when the file does not say it.
CREATE TABLE films (
    material_id INTEGER PRIMARY KEY NOT NULL REFERENCES materials (id) ON DELETE CASCADE,
    seconds INTEGER,
    share INTEGER NOT NULL
);

CREATE TABLE film_captions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    material_id BIGINT NOT NULL REFERENCES films (material_id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    body TEXT NOT NULL,
    UNIQUE (material_id, language)
);

-- What somebody saw of a film: the stretches in seconds, and the same added up.
CREATE TABLE film_watchings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    material_id BIGINT NOT NULL REFERENCES films (material_id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    left_off INTEGER NOT NULL,
    stretches TEXT NOT NULL,
    watched INTEGER NOT NULL,
    spare INTEGER NOT NULL,
    own_word BOOLEAN NOT NULL,
    started_at TIMESTAMP NOT NULL,
    reported_at TIMESTAMP NOT NULL,
    counted_at TIMESTAMP,
    UNIQUE (material_id, participant_id)
);
CREATE INDEX film_watchings_by_participant ON film_watchings (participant_id);
