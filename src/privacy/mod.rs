//! What is owed to the people whose data this is: why it is kept, how long, and the proof that it went.

pub mod cookies;
pub mod data_map;
pub mod erasure;
pub mod export;
pub mod files;
pub mod leave;
pub mod register;
pub mod requests;
pub mod retention;
pub mod statement;
