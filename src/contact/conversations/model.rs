//! A thread, its messages, and to whom one can write.

use diesel::prelude::*;

use crate::access::Role;
use crate::crm::people::{Name, PersonId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, id, text_enum};
use crate::platform::i18n::Texts;

/// The most characters of a message. Whoever has more to say sends a file, or calls.
pub const LONGEST: usize = 4000;

id!(
    /// The number of a thread.
    ThreadId
);

id!(
    /// The number of a message.
    MessageId
);

text_enum!(
    /// To whom a student writes.
    Addressee {
        /// The trainer of their group, whoever that is at the moment.
        Trainer = "trainer",
        /// The adviser of the project.
        Adviser = "adviser",
        /// The provider's help desk.
        Helpdesk = "helpdesk",
    }
);

impl Addressee {
    /// The roles that answer. The communication assistant does what the help desk does, by the matrix.
    pub fn answered_by(self) -> &'static [Role] {
        match self {
            Self::Trainer => &[Role::Trainer],
            Self::Adviser => &[Role::Adviser],
            Self::Helpdesk => &[Role::Helpdesk, Role::Assistant],
        }
    }

    /// As the student calls them: "je trainer".
    pub fn say(self, t: &Texts) -> String {
        t.conversations_to(self.as_str())
    }
}

text_enum!(
    /// Who speaks.
    Side {
        /// The participant.
        Student = "student",
        /// Somebody of the provider.
        Provider = "provider",
    }
);

/// A thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Thread {
    /// Its number.
    pub id: ThreadId,
    /// When the last message was sent; none while nothing was.
    pub last_at: Option<Moment>,
    /// Since when the student waits for an answer.
    pub asked_at: Option<Moment>,
    /// When staff closed it, unless somebody wrote since.
    pub closed_at: Option<Moment>,
}

/// A message that was begun and not sent. Only who wrote it sees it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Draft {
    /// Counts the times it was saved, so that one window does not undo what another did.
    pub version: i32,
    /// What stands in it.
    pub body: String,
    /// When it was saved.
    pub saved_at: Moment,
}

/// What a student has with one of the people around a project.
#[derive(Debug, Clone, Queryable)]
pub struct Contact {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The student.
    pub person: PersonId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The trainer of their group, if there is one.
    pub trainer: Option<Name>,
    /// The adviser of the project, if there is one.
    pub adviser: Option<Name>,
    /// Their thread, once something was written, be it a draft.
    pub thread: Option<Thread>,
    /// What the student is writing.
    pub draft: Option<Draft>,
}

impl Contact {
    /// What they are called; none of the help desk, which is more than one person.
    pub fn name(&self, to: Addressee) -> Option<&Name> {
        match to {
            Addressee::Trainer => self.trainer.as_ref(),
            Addressee::Adviser => self.adviser.as_ref(),
            Addressee::Helpdesk => None,
        }
    }

    /// Whether there is somebody to write to.
    pub fn is_there(&self, to: Addressee) -> bool {
        to == Addressee::Helpdesk || self.name(to).is_some()
    }
}

/// A thread as staff see it.
#[derive(Debug, Clone, Queryable)]
pub struct Case {
    /// The thread.
    pub thread: Thread,
    /// To whom it is written.
    pub addressee: Addressee,
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The client it is for.
    pub organisation: String,
    /// The group they are in, if any.
    pub group: Option<String>,
    /// What the reader is writing.
    pub draft: Option<Draft>,
}

/// What somebody of the provider has with a participant at one of their desks.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// At which desk.
    pub desk: Addressee,
    /// The participant.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The client it is for.
    pub organisation: String,
    /// The thread, once something was written, be it a draft.
    pub thread: Option<Thread>,
    /// What the reader is writing.
    pub draft: Option<Draft>,
}

impl Beginning {
    /// Whose project it is.
    pub fn about(&self) -> String {
        format!("{} · {}", self.project_name, self.organisation)
    }
}

/// A thread of a list of staff.
#[derive(Debug, Clone, Queryable)]
pub struct Waiting {
    /// The thread.
    pub thread: Thread,
    /// To whom it is written.
    pub addressee: Addressee,
    /// Whose it is.
    pub name: Name,
    /// What the project is called.
    pub project_name: String,
    /// The client it is for.
    pub organisation: String,
    /// Whether there is a message in it that nobody of the provider has seen.
    pub unread: bool,
}

/// A thread of a student's list.
#[derive(Debug, Clone, Queryable)]
pub struct Own {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// To whom it is written.
    pub addressee: Addressee,
    /// The thread.
    pub thread: Thread,
    /// How many messages in it the student has not seen.
    pub unread: i64,
    /// Whether they are writing something in it.
    pub drafted: bool,
}

/// One message.
#[derive(Debug, Clone, Queryable)]
pub struct Message {
    /// Its number.
    pub id: MessageId,
    /// Who speaks.
    pub side: Side,
    /// Who wrote it, as long as they are known here.
    pub author: Option<Name>,
    /// What they wrote.
    pub body: String,
    /// When it was sent.
    pub sent_at: Moment,
    /// Whether the other side has seen it.
    pub read: bool,
}

/// A message that is to be sent.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Who speaks.
    pub side: Side,
    /// Who writes.
    pub author: PersonId,
    /// What they write.
    pub body: String,
    /// The newest message that was on their page.
    pub after: MessageId,
    /// The version of the draft that it was made of.
    pub version: i32,
}
