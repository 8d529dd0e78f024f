//! Tests: questions with a score. A test belongs to a step of a training or of a project; a student hands in an
//! attempt, the program marks what it can, and staff mark what was answered in words.

mod forms;
mod making;
mod model;
mod queries;
mod scoring;
mod staff;
mod student;

use crate::platform::web::Routes;

pub use making::{Due, NewQuestion, NewTest, Place, Release, shuffle};
pub use model::{Item, Question, QuestionKind, Stage, State};
pub use queries::hand_in;
pub use queries::making::{add, add_question, copy, open};
pub use queries::marking::give;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}
