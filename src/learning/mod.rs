//! What people do to learn: the actions of their project, the intake, what they hand in.

pub mod actions;
pub mod certificates;
pub mod evaluations;
pub mod intakes;
mod questionnaire;
pub mod tests;
pub mod uploads;
