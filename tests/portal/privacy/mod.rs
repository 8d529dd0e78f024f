//! What is owed to the people whose data this is.

mod canary;
mod cookies;
mod erasure;
pub mod export;
mod leave;
mod own_register;
mod register;
mod register_chain;
mod register_months;
mod requests;
pub mod retention;
mod statement;
