//! What is owed to the people whose data this is.

mod register;
mod retention;

mod statement;
