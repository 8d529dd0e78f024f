//! The intake: the questionnaire before the training, filled in over as many sittings as it takes and
//! submitted once. Answers marked as learning wishes are what the project leader reads.

mod forms;
mod model;
mod queries;
mod staff;
mod student;
mod wishes;

use crate::platform::web::Routes;

pub use model::{IntakeId, QuestionId, QuestionKind, State, Terms};
pub use wishes::{Whose, Wish, count_wishes, first_wishes, wishes};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}
