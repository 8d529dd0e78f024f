//! What is owed to people.

mod statement;
