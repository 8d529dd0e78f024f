DROP TABLE film_watchings;
DROP TABLE film_captions;
DROP TABLE films;
DELETE FROM actions WHERE kind = 'film';
DELETE FROM training_actions WHERE kind = 'film';
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, '''film'', ', '') WHERE type = 'table' AND name IN ('actions', 'training_actions');
PRAGMA writable_schema = RESET;
