//! What participants do.

mod actions;
mod certificates;
pub mod evaluations;
mod intakes;
pub mod tests;
pub mod uploads;

pub use uploads::action as upload_action;
