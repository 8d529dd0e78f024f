//! A project and what it is made of.

use chrono::NaiveDate;

use crate::crm::organisations::OrganisationId;
use crate::crm::people::PersonId;
use crate::planning::trainings::TrainingId;
use crate::platform::db::{id, text_enum};

id!(
    /// The number of a project.
    ProjectId
);

id!(
    /// The number of somebody's part in a project.
    ParticipantId
);

text_enum!(
    /// When the clocks of an upload start.
    UploadAnchor {
        /// When it is confirmed.
        Confirmation = "confirmation",
        /// At the end of the project, at most twelve months after confirmation.
        ProjectEnd = "project_end",
    }
);

/// A project to be made.
#[derive(Debug, Clone)]
pub struct NewProject {
    /// The client.
    pub organisation: OrganisationId,
    /// The training it delivers.
    pub training: TrainingId,
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The provider's own lead.
    pub adviser: Option<PersonId>,
    /// When the clocks of its uploads start.
    pub upload_anchor: UploadAnchor,
}
