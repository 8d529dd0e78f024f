//! What participants do.

mod actions;
mod intakes;
pub mod uploads;

pub use uploads::action as upload_action;
