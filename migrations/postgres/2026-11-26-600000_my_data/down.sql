DROP TABLE former_likenesses;
DROP TABLE muted_news;
ALTER TABLE people DROP COLUMN city;
ALTER TABLE people DROP COLUMN postcode;
ALTER TABLE people DROP COLUMN street;
