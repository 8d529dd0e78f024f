//! Which rows somebody reaches. Every query takes a scope, and only an admitted actor or a job has one.

use chrono::{NaiveDate, NaiveDateTime};

use crate::crm::people::PersonId;
use crate::platform::db::Moment;

/// The proof that somebody was admitted, how far they reach, and how far back.
#[derive(Debug, Clone, Copy)]
pub struct Scope {
    reach: Reach,
    horizon: Horizon,
}

/// How far back pages look: what lies behind it is over, and waits out of sight for a sweep to destroy it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// Who took part in, led, advised or taught in a project that ended before this day is over.
    pub people: NaiveDate,
    /// What was done before this moment, by people who did nothing since, is over.
    pub progress: Moment,
    /// That somebody signed in before this moment, and did nothing since, is over.
    pub sign_ins: Moment,
    /// From where somebody signed in before this moment is over.
    pub addresses: Moment,
    /// With what somebody signed in before this moment is over.
    pub browsers: Moment,
}

impl Horizon {
    /// That of a job: nothing is over before a sweep says so. No project is as old as this.
    fn none() -> Self {
        let ever = Moment::new(NaiveDateTime::default());
        Self { people: NaiveDate::default(), progress: ever, sign_ins: ever, addresses: ever, browsers: ever }
    }
}

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
    pub(super) fn new(reach: Reach, horizon: Horizon) -> Self {
        Self { reach, horizon }
    }

    /// The scope of a recurring task, which the log names.
    pub fn job(task: &str) -> Self {
        tracing::debug!(task, "a task reaches every row");
        Self { reach: Reach::All, horizon: Horizon::none() }
    }

    /// The same, of a student and without the horizon: for what is kept longer than who took part. Whoever asks for
    /// it leaves out what is not.
    pub fn of_what_is_kept(self) -> Self {
        match self.reach {
            Reach::Own(_) => Self { horizon: Horizon::none(), ..self },
            _ => self,
        }
    }

    /// How far it reaches.
    pub fn reach(self) -> Reach {
        self.reach
    }

    /// How far back it looks.
    pub fn horizon(self) -> Horizon {
        self.horizon
    }
}
