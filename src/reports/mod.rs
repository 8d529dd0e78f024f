//! What is reported: to staff what waits for them today.

pub mod today;
