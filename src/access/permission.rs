//! The permission matrix: one type per permission, one line per role. Empty cells are as binding as full ones.

use crate::platform::db::text_enum;

/// Something a member of staff may do. The type is the permission; a page names it in its handler.
pub trait Permission: 'static {
    /// The name in the access table and the register.
    const NAME: &'static str;
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $(
            $(#[$doc])*
            pub struct $name;
            impl Permission for $name {
                const NAME: &'static str = $text;
            }
        )+
    };
}

permissions! {
    /// Being at work: the start page of staff, which every role has.
    AtWork = "work";
    /// Changing the system.
    ChangeSystem = "system.change";
    /// Testing the system.
    TestSystem = "system.test";
    /// Creating projects and groups.
    CreateProjects = "projects.create";
    /// Entering participants.
    EnterParticipants = "participants.enter";
    /// Linking trainings and e-learnings to participants.
    LinkTrainings = "trainings.link";
    /// Sending mails.
    SendLetters = "letters.send";
    /// Reading the letters that went to people in reach. Who may send may read, but for marketing.
    ReadLetters = "letters.read";
    /// Following progress.
    FollowProgress = "progress.follow";
    /// Reading uploads.
    ReadUploads = "uploads.read";
    /// Reading what students of one's own groups show of their portfolio.
    ReadPortfolios = "portfolios.read";
    /// Contacting participants.
    ContactParticipants = "participants.contact";
    /// Answering questions.
    AnswerQuestions = "questions.answer";
    /// Appointing and ending staff roles.
    AppointStaff = "staff.appoint";
    /// Reading the processing register.
    ReadRegister = "register.read";
    /// Keeping the clocks: retention terms, holds, and the clock itself after a jump.
    KeepClocks = "clocks.keep";
    /// Carrying out what people ask about their own data: seeing it, having it erased.
    RunRequests = "requests.run";
    /// Removing the second factor of somebody who lost it: of staff, or of everybody else.
    RemoveFactors = "factors.remove";
    /// The catalogue, materials and questionnaires, without personal data.
    EditCatalogue = "catalogue.edit";
    /// Dates, places and trainers of groups, without personal data.
    PlanGroups = "groups.plan";
}

text_enum!(
    /// A role of staff, as the matrix knows them.
    Role {
        /// Builds and maintains the system.
        Programmer = "programmer",
        /// Sets up projects and invites participants.
        Assistant = "assistant",
        /// Gives the trainings.
        Trainer = "trainer",
        /// Leads projects on the provider's side.
        Adviser = "adviser",
        /// Sends content to participants.
        Marketing = "marketing",
        /// Answers questions of participants.
        Helpdesk = "helpdesk",
        /// Appoints staff and keeps the register.
        Security = "security",
        /// Keeps the catalogue.
        Content = "content",
        /// Plans groups.
        Planner = "planner",
    }
);

impl Role {
    /// What this role may do.
    pub fn permissions(self) -> &'static [&'static str] {
        match self {
            Self::Programmer => &[AtWork::NAME, ChangeSystem::NAME, TestSystem::NAME],
            Self::Assistant => &[
                AtWork::NAME,
                CreateProjects::NAME,
                EnterParticipants::NAME,
                LinkTrainings::NAME,
                SendLetters::NAME,
                ReadLetters::NAME,
                FollowProgress::NAME,
                ContactParticipants::NAME,
                AnswerQuestions::NAME,
            ],
            Self::Trainer => &[
                AtWork::NAME,
                SendLetters::NAME,
                ReadLetters::NAME,
                FollowProgress::NAME,
                ReadUploads::NAME,
                ReadPortfolios::NAME,
                ContactParticipants::NAME,
                AnswerQuestions::NAME,
            ],
            Self::Adviser => &[
                AtWork::NAME,
                FollowProgress::NAME,
                ReadUploads::NAME,
                ContactParticipants::NAME,
                AnswerQuestions::NAME,
            ],
            Self::Marketing => &[AtWork::NAME, SendLetters::NAME, ContactParticipants::NAME],
            Self::Helpdesk => &[
                AtWork::NAME,
                SendLetters::NAME,
                ReadLetters::NAME,
                ContactParticipants::NAME,
                AnswerQuestions::NAME,
                RemoveFactors::NAME,
            ],
            Self::Security => &[
                AtWork::NAME,
                AppointStaff::NAME,
                ReadRegister::NAME,
                KeepClocks::NAME,
                RunRequests::NAME,
                RemoveFactors::NAME,
            ],
            Self::Content => &[AtWork::NAME, EditCatalogue::NAME],
            Self::Planner => &[AtWork::NAME, PlanGroups::NAME],
        }
    }

    /// Whether this role may do `P`.
    pub fn may<P: Permission>(self) -> bool {
        self.permissions().contains(&P::NAME)
    }

    /// Whether this role's people reach only the groups they teach.
    pub fn teaches(self) -> bool {
        self == Self::Trainer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ten lines of the matrix, cell by cell, empty cells included.
    #[test]
    fn the_matrix_is_what_the_source_says() {
        let columns =
            [Role::Programmer, Role::Assistant, Role::Trainer, Role::Adviser, Role::Marketing, Role::Helpdesk];
        let matrix = [
            (ChangeSystem::NAME, "x....."),
            (TestSystem::NAME, "x....."),
            (CreateProjects::NAME, ".x...."),
            (EnterParticipants::NAME, ".x...."),
            (LinkTrainings::NAME, ".x...."),
            (SendLetters::NAME, ".xx.xx"),
            (FollowProgress::NAME, ".xxx.."),
            (ReadUploads::NAME, "..xx.."),
            (ContactParticipants::NAME, ".xxxxx"),
            (AnswerQuestions::NAME, ".xxx.x"),
        ];
        for (permission, cells) in matrix {
            for (role, cell) in columns.iter().zip(cells.chars()) {
                assert_eq!(role.permissions().contains(&permission), cell == 'x', "{permission} for {}", role.as_str());
            }
        }
    }

    #[test]
    fn who_keeps_order_sees_no_dossiers() {
        for role in [Role::Security, Role::Content, Role::Planner, Role::Programmer] {
            for personal in [
                FollowProgress::NAME,
                ReadUploads::NAME,
                ReadPortfolios::NAME,
                ContactParticipants::NAME,
                SendLetters::NAME,
                ReadLetters::NAME,
            ] {
                assert!(!role.permissions().contains(&personal), "{personal} for {}", role.as_str());
            }
        }
    }
}
