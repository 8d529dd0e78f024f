//! What participants do.

mod actions;
mod intakes;
mod uploads;

pub use uploads::action as upload_action;
