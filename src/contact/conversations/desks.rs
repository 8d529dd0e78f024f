//! The desks at which a member of staff answers: one for each role of theirs that students can write to.

use chrono::NaiveDate;

use super::model::Addressee;
use crate::access::{AnswerQuestions, Permission, Reach, Staff};
use crate::crm::people::PersonId;

/// To whom the threads are written that somebody answers, and how far they reach. Only an admitted member of
/// staff has it.
#[derive(Debug, Clone)]
pub struct Desks {
    all: Vec<Addressee>,
    taught: Option<PersonId>,
    since: NaiveDate,
}

impl Desks {
    /// Those of `who`, role by role: whoever teaches and sits at the help desk reaches all that was asked of the
    /// help desk, and still no more than their own groups as a trainer.
    pub fn of<P: Permission>(who: &Staff<P>) -> Self {
        let mut desks = Self { all: Vec::new(), taught: None, since: who.scope().horizon().people };
        for to in Addressee::ALL {
            for scope in to.answered_by().iter().filter_map(|role| who.by_role::<AnswerQuestions>(*role)) {
                match scope.reach() {
                    Reach::All => desks.all.push(*to),
                    Reach::Taught(trainer) if *to == Addressee::Trainer => desks.taught = Some(trainer),
                    Reach::Taught(_) | Reach::Own(_) | Reach::Led(_) => {}
                }
            }
        }
        desks
    }

    /// The desks that reach every project.
    pub fn all(&self) -> Vec<Addressee> {
        self.all.clone()
    }

    /// The trainer whose groups may write to them, when they answer as no more than that.
    pub fn taught(&self) -> Option<PersonId> {
        self.taught
    }

    /// A project that ended before this day has no people any more, and so nobody to answer.
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    /// Whether threads of more than one kind come together here.
    pub fn is_mixed(&self) -> bool {
        self.all.len() + usize::from(self.taught.is_some()) > 1
    }
}
