//! What is planned for people.

mod projects_leader;
