//! What is said between the provider and the people around a project.

pub mod conversations;
pub mod letters;
