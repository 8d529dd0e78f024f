//! What is planned for people: trainings, projects, groups and who takes part.

pub mod absences;
pub mod attendance;
pub mod calendars;
pub mod groups;
pub mod invitations;
pub mod papers;
pub mod participations;
pub mod projects;
pub mod rosters;
pub mod trainings;
