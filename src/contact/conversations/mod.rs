//! Conversations: what a student and the people around a project write to each other. A student has one thread
//! per project with their trainer, one with the adviser and one with the help desk, and chooses to whom they
//! write; staff answer the threads of their own desk, those that wait longest first. Clients read none of it.

mod beginning;
mod desks;
mod forms;
mod letters;
mod model;
mod page;
mod queries;
mod reach;
mod staff;
mod student;
mod words;

use crate::platform::web::Routes;

pub use desks::Desks;
pub use letters::render;
pub use model::{Addressee, Side};
pub(crate) use reach::threads_at;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    beginning::routes(r);
    staff::routes(r);
}
