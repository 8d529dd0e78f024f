//! What participants do.

mod actions;
mod intakes;
pub mod uploads;
