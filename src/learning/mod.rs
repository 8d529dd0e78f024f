//! What people do to learn: the actions of their project, the intake, what they hand in.

pub mod actions;
pub mod activity;
pub mod certificates;
pub mod evaluations;
pub mod films;
pub mod intakes;
pub mod knowledge;
pub mod material;
pub mod portfolios;
mod questionnaire;
pub mod tests;
pub mod uploads;
