//! Work in the background: rows with a lease, taken by a guarded UPDATE. No lock is held during work.

pub mod jump;
mod lease;
mod mark;
pub mod timetable;
pub mod worker;
