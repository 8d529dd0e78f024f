//! What participants do.

mod actions;
mod certificates;
mod evaluations;
mod intakes;
mod uploads;
