//! What is owed to the people whose data this is.

mod canary;
mod erasure;
pub mod export;
mod leave;
mod register;
mod register_chain;
mod register_months;
pub mod retention;
mod statement;
