//! Work in the background: rows with a lease, taken by a guarded UPDATE. No lock is held during work.

pub mod jump;
mod lease;
mod mark;
mod stop;
pub mod timetable;
pub mod worker;

pub use lease::{TaskState, last_ok, newest_ok, states};
pub use stop::Stop;
