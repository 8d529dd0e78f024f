//! What participants do.

mod actions;
mod certificates;
pub mod evaluations;
mod intakes;
mod knowledge;
mod material;
mod portfolios;
pub mod uploads;

pub use uploads::action as upload_action;
