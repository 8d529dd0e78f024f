//! Projects: a training delivered to one client, with its leaders, participants, groups and actions.
//! A project gets its own copy of the training's actions and questions, so that a change in the catalogue
//! leaves what is under way alone.

mod forms;
mod leader;
mod model;
mod queries;
mod reach;
mod staff;

use crate::platform::web::Routes;

pub use model::{Choosing, Entry, Facts, NewProject, ParticipantId, Phase, ProjectId, UploadAnchor};
pub use queries::{choose_by, create, enter, facts};
pub(crate) use reach::{lasting, participants_within, projects_within};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    leader::routes(r);
    staff::routes(r);
}
