//! What is planned for people: trainings, projects, groups and who takes part.

pub mod attendance;
pub mod absences;
pub mod calendars;
pub mod groups;
pub mod invitations;
pub mod participations;
pub mod projects;
pub mod rosters;
pub mod trainings;
