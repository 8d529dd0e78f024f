DROP TABLE agreements;
DROP TABLE agreement_texts;
