DROP TABLE article_texts;
DROP TABLE articles;
DROP TABLE article_categories;
