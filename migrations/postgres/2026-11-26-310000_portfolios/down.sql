DROP TABLE portfolio_shares;
DROP TABLE portfolio_items;
DROP TABLE portfolios;
