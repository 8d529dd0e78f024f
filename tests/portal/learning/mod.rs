//! What participants do.

mod actions;
mod activity;
mod certificates;
pub mod evaluations;
mod films;
mod intakes;
mod knowledge;
mod material;
mod portfolios;
pub mod tests;
pub mod uploads;

pub use uploads::action as upload_action;
