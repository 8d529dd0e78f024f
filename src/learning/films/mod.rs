//! E-coaching films: material that is watched. A film has captions and a text of what is said in it, is seen when so
//! much of it was watched as staff say, and goes on where somebody left off. Project leaders see that the step is done
//! and no more.

mod captions;
mod forms;
mod model;
mod queries;
mod staff;
mod stretches;
mod student;

use crate::platform::web::Routes;

pub use queries::desk::{NewFilm, insert};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}
