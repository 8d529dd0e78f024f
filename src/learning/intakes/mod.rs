//! The intake: the questionnaire before the training, filled in over as many sittings as it takes and
//! submitted once. Answers marked as learning wishes are what the project leader reads.

mod model;

pub use model::QuestionKind;
