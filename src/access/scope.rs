//! Which rows somebody reaches. Every query takes a scope, and only an admitted actor or a job has one.

use crate::crm::people::PersonId;

/// The proof that somebody was admitted, and how far they reach.
#[derive(Debug, Clone, Copy)]
pub struct Scope(Reach);

/// How far a scope reaches. Each feature decides what that means for its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A student: what is theirs.
    Own(PersonId),
    /// A project leader: the projects they lead.
    Led(PersonId),
    /// A trainer: the groups they teach.
    Taught(PersonId),
    /// The provider's own staff: every project.
    All,
}

impl Scope {
    pub(super) fn new(reach: Reach) -> Self {
        Self(reach)
    }

    /// The scope of a recurring task, which the log names.
    pub fn job(task: &str) -> Self {
        tracing::debug!(task, "a task reaches every row");
        Self(Reach::All)
    }

    /// How far it reaches.
    pub fn reach(self) -> Reach {
        self.0
    }
}
