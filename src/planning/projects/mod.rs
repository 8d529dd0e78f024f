//! Projects: a training delivered to one client, with its leaders, participants, groups and actions.
//! A project gets its own copy of the training's actions and questions, so that a change in the catalogue
//! leaves what is under way alone.

mod leader;
mod model;
mod queries;
mod reach;

pub use model::{NewProject, ParticipantId, ProjectId, UploadAnchor};
pub use queries::create;
pub(crate) use reach::{participants_within, projects_within};

use crate::platform::web::Routes;

/// The pages of projects.
pub fn routes(r: &mut Routes) {
    leader::routes(r);
}
