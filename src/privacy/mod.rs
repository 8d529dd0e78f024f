//! What is owed to the people whose data this is: why it is kept, how long, and the proof that it went.

pub mod data_map;
pub mod erasure;
pub mod export;
pub mod files;
pub mod leave;
pub mod register;
pub mod retention;
pub mod statement;
