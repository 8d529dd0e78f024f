//! Trainings: what the provider offers, each with its standard actions and intake questions.

mod queries;

use crate::platform::db::id;

pub use queries::all;

id!(
    /// The number of a training.
    TrainingId
);
