//! Evaluations: what people thought of a training, asked once when the last meeting of their group is over. A project
//! promises beforehand whether answers are kept with a name or without. Without means: written down apart from the
//! person, by a number drawn by lot, without a time, and read only by five or more at once.

mod forms;
mod leader;
mod model;
mod queries;
mod results;
mod staff;
mod student;
mod sweep;

use crate::platform::web::Routes;

pub use model::{Answers, QuestionId, QuestionKind, Style, closes_at, is_open, kept_until};
pub use queries::results::hand_in_without_name;
pub use queries::{set_style, style};
pub use sweep::destroy_over;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    leader::routes(r);
    staff::routes(r);
}
