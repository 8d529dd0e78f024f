DELETE FROM letters WHERE kind IN ('request_made', 'address_asked', 'address_left', 'address_changed');
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, '''request_made'', ''address_asked'', ''address_left'', ''address_changed'', ', '') WHERE type = 'table' AND name = 'letters';
PRAGMA writable_schema = RESET;
DROP TABLE request_words;
DROP TABLE requests;
