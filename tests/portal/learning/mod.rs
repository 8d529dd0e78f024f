//! What participants do.

mod actions;
mod intakes;
mod uploads;
