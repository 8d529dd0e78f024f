//! Trainings: what the provider offers, each with its standard actions and intake questions.

use crate::platform::db::id;

id!(
    /// The number of a training.
    TrainingId
);
