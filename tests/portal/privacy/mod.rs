//! What is owed to the people whose data this is.

mod register;
mod register_chain;
mod register_months;
mod retention;

mod statement;
