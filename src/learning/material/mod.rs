//! Course material: files and texts that staff give to the people of a training, of a project, of a group, or to one
//! person. Each has a moment from which it is there. Who opened what, and when, is kept for a while, and opening what
//! belongs to a step is doing that step. Project leaders never see any of it.

mod forms;
mod model;
mod queries;
mod staff;
mod student;
mod sweep;

use crate::platform::web::Routes;

pub use forms::{BODY, MaterialForm};
pub use model::{Content, Details, For, Given, MaterialId, Piece, Shelf, Wish};
pub use queries::desk::{Choices, Heading, choices, heading, insert, named, piece, update, withdraw};
pub use queries::{Opened, all_given, complete, find, given, note, of_step};
pub use staff::{Desk, arrived, refused_file, shelf_path, untitled};
pub use sweep::{destroy, destroy_again, destroy_over};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}
