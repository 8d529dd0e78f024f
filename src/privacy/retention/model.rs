//! The policies: how long each kind of data lives, from when, and how far an installation may change that.

use chrono::NaiveDate;

use super::term::{Term, months_later};
use crate::planning::projects::UploadAnchor;
use crate::platform::clock::{end_of_day, local};
use crate::platform::db::{Moment, text_enum};

text_enum!(
    /// A kind of data whose terms an installation may change.
    Kind {
        /// A file that was handed in.
        Upload = "upload",
        /// A file that was sent, and not handed in.
        PendingUpload = "pending_upload",
        /// The answers of an intake.
        Intake = "intake",
        /// An intake that was begun and left.
        IntakeDraft = "intake_draft",
        /// A letter.
        Letter = "letter",
        /// A message in a conversation.
        Message = "message",
        /// A message that was begun and left.
        MessageDraft = "message_draft",
        /// What somebody has done of a training.
        Progress = "progress",
        /// The person and the account.
        Registration = "registration",
        /// Person and account of staff who left.
        StaffAccount = "staff_account",
        /// Who took part in, led or gave a project, and in which group.
        Participation = "participation",
        /// That somebody signed in.
        SignIn = "sign_in",
        /// From which address they did.
        SignInAddress = "sign_in_address",
        /// With which kind of browser they did.
        SignInBrowser = "sign_in_browser",
        /// A hold that ended.
        Hold = "hold",
    }
);

impl Kind {
    /// What holds for it as long as nobody changed it.
    pub fn policy(self) -> Policy {
        match self {
            Self::Upload => UPLOAD,
            Self::PendingUpload => PENDING_UPLOAD,
            Self::Intake => INTAKE,
            Self::IntakeDraft => INTAKE_DRAFT,
            Self::Letter => LETTER,
            Self::Message => MESSAGE,
            Self::MessageDraft => MESSAGE_DRAFT,
            Self::Progress => PROGRESS,
            Self::Registration => REGISTRATION,
            Self::StaffAccount => STAFF_ACCOUNT,
            Self::Participation => PARTICIPATION,
            Self::SignIn => SIGN_IN,
            Self::SignInAddress => SIGN_IN_ADDRESS,
            Self::SignInBrowser => SIGN_IN_BROWSER,
            Self::Hold => HOLD,
        }
    }
}

text_enum!(
    /// What starts a clock.
    Anchor {
        /// The moment it was made or received.
        Creation = "creation",
        /// The moment its owner confirmed it, or the end of the project where the project says so.
        Confirmation = "confirmation",
        /// The end of the project.
        ProjectEnd = "project_end",
        /// The moment it was sent.
        Sending = "sending",
        /// The last time it was used.
        LastUse = "last_use",
        /// The last thing the person did.
        LastActivity = "last_activity",
        /// The moment somebody signed in.
        SignIn = "sign_in",
        /// The day somebody left, or something ended.
        Ending = "ending",
    }
);

/// How long one kind of data lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What it is about, as a word.
    pub kind: &'static str,
    /// Counts up with every change of the terms; each row remembers under which version it was stamped.
    pub version: i32,
    /// How long its owner sees it, when that is shorter than it is kept.
    pub portal: Option<Term>,
    /// How long it is kept.
    pub destroy: Term,
    /// What starts the clock.
    pub anchor: Anchor,
    /// The longest term that officers may set, in the same unit; none when the term is not theirs to set.
    pub most: Option<Term>,
}

const fn policy(kind: &'static str, destroy: Term, anchor: Anchor, most: Term) -> Policy {
    Policy { kind, version: 1, portal: None, destroy, anchor, most: Some(most) }
}

const fn fixed(kind: &'static str, destroy: Term, anchor: Anchor) -> Policy {
    Policy { kind, version: 1, portal: None, destroy, anchor, most: None }
}

// The longest terms: where a source promises a term to people or clients it is that term; where the term is
// our own there is room above it, and for uploads the twelve months that a project may choose.

/// A file that was handed in.
pub const UPLOAD: Policy = Policy {
    portal: Some(Term::Months(3)),
    ..policy("upload", Term::Months(6), Anchor::Confirmation, Term::Months(12))
};
/// A file that was sent, and not handed in yet.
pub const PENDING_UPLOAD: Policy = policy("pending_upload", Term::Hours(24), Anchor::Creation, Term::Hours(72));
/// The answers of an intake, the learning wishes among them.
pub const INTAKE: Policy = policy("intake", Term::years(1), Anchor::ProjectEnd, Term::years(2));
/// An intake that was begun and left; each time it is saved, its clock starts anew.
pub const INTAKE_DRAFT: Policy = policy("intake_draft", Term::Days(30), Anchor::LastUse, Term::Days(90));
/// An evaluation with a name, and the tick of one without.
pub const EVALUATION: Policy = fixed("evaluation", Term::years(3), Anchor::ProjectEnd);
/// An evaluation that was begun and left; each time it is saved, its clock starts anew.
pub const EVALUATION_DRAFT: Policy = fixed("evaluation_draft", Term::Days(30), Anchor::LastUse);
/// An attempt at a test that was begun and left; each time it is saved, its clock starts anew.
pub const TEST_DRAFT: Policy = fixed("test_draft", Term::Days(30), Anchor::LastUse);
/// What stands on a certificate.
pub const CERTIFICATE: Policy = fixed("certificate", Term::years(5), Anchor::Creation);
/// A letter that was sent, or could not be.
pub const LETTER: Policy = policy("letter", Term::years(2), Anchor::Sending, Term::years(5));
/// A message in a conversation.
pub const MESSAGE: Policy = policy("message", Term::years(2), Anchor::Sending, Term::years(5));
/// A message that was begun and left; each time it is kept, its clock starts anew.
pub const MESSAGE_DRAFT: Policy = policy("message_draft", Term::Days(30), Anchor::LastUse, Term::Days(90));
/// What somebody has done of a training.
pub const PROGRESS: Policy = policy("progress", Term::years(2), Anchor::LastActivity, Term::years(2));
/// The person and the account, once no project of theirs is open.
pub const REGISTRATION: Policy = policy("registration", Term::years(2), Anchor::LastActivity, Term::years(2));
/// Person and account of staff who left.
pub const STAFF_ACCOUNT: Policy = policy("staff_account", Term::years(2), Anchor::Ending, Term::years(5));
/// Who took part in, led, advised or taught in a project.
pub const PARTICIPATION: Policy = policy("participation", Term::years(3), Anchor::ProjectEnd, Term::years(3));
/// That somebody signed in.
pub const SIGN_IN: Policy = policy("sign_in", Term::years(2), Anchor::LastActivity, Term::years(2));
/// From which address somebody signed in; what is left of the line says when.
pub const SIGN_IN_ADDRESS: Policy = policy("sign_in_address", Term::Months(6), Anchor::SignIn, Term::Months(12));
/// With which kind of browser somebody signed in.
pub const SIGN_IN_BROWSER: Policy = policy("sign_in_browser", Term::Months(6), Anchor::SignIn, Term::Months(12));
/// A hold that ended.
pub const HOLD: Policy = policy("hold", Term::years(1), Anchor::Ending, Term::years(5));
/// Every policy, as the officer reads them. Those that have no name here are carried out by the feature that
/// makes the rows, and belong to how it keeps strangers out or counts, so that they are no matter of taste.
pub const POLICIES: &[Policy] = &[
    UPLOAD,
    PENDING_UPLOAD,
    INTAKE,
    INTAKE_DRAFT,
    EVALUATION,
    EVALUATION_DRAFT,
    TEST_DRAFT,
    CERTIFICATE,
    PROGRESS,
    SIGN_IN,
    SIGN_IN_ADDRESS,
    SIGN_IN_BROWSER,
    PARTICIPATION,
    REGISTRATION,
    STAFF_ACCOUNT,
    LETTER,
    MESSAGE,
    MESSAGE_DRAFT,
    HOLD,
    fixed("roster", Term::Hours(24), Anchor::Creation),
    fixed("request", Term::years(5), Anchor::Creation),
    fixed("register_line", Term::years(5), Anchor::Creation),
    fixed("session", Term::Hours(12), Anchor::LastUse),
    fixed("link", Term::Hours(72), Anchor::Sending),
    fixed("held_form", Term::Hours(24), Anchor::Creation),
];

/// The clocks of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The last moment its owner sees it.
    pub portal_until: Moment,
    /// The last moment it exists; after it, the sweep destroys it.
    pub destroy_at: Moment,
    /// The version of the policy.
    pub version: i32,
}

impl Policy {
    /// The clocks of what starts at `from`.
    pub fn stamp(&self, from: Moment) -> Stamp {
        let destroy_at = self.destroy.end(from);
        let portal_until = self.portal.map_or(destroy_at, |term| term.end(from));
        Stamp { portal_until, destroy_at, version: self.version }
    }
}

/// When the clocks of an upload start that was confirmed at `confirmed`, in a project that ends on `ends_on`.
///
/// Never before the file was there: an old end date must not take fresh work away. Never later than twelve
/// months after confirmation: an end date is typed by hand.
pub fn upload_start(anchor: UploadAnchor, confirmed: Moment, ends_on: NaiveDate) -> Moment {
    match anchor {
        UploadAnchor::Confirmation => confirmed,
        UploadAnchor::ProjectEnd => {
            let latest = end_of_day(months_later(local(confirmed).date(), 12));
            end_of_day(ends_on).clamp(confirmed, latest)
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::platform::clock::parse;

    #[test]
    fn every_kind_that_can_be_changed_is_on_the_list_with_its_bound() {
        for kind in Kind::ALL {
            let policy = kind.policy();
            assert_eq!(policy.kind, kind.as_str());
            assert!(POLICIES.contains(&policy), "{}", policy.kind);
            let most = policy.most.unwrap();
            assert_eq!(most.of_same_unit(policy.destroy.count()), policy.destroy, "one unit: {}", policy.kind);
            assert!(most.count() >= policy.destroy.count(), "{}", policy.kind);
        }
        assert_eq!(POLICIES.iter().filter(|p| p.most.is_some()).count(), Kind::ALL.len());
    }

    fn upload(from: &str) -> (String, String) {
        let stamp = UPLOAD.stamp(parse(from).unwrap());
        (stamp.portal_until.rfc3339(), stamp.destroy_at.rfc3339())
    }

    fn ends(from: &str, portal: &str, destroy: &str) {
        assert_eq!(upload(from), (portal.to_owned(), destroy.to_owned()), "{from}");
    }

    #[test]
    fn a_clock_ends_with_the_day_it_names() {
        ends("2026-11-24T10:00", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-11-24T00:00", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-11-24T23:59:59", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
    }

    #[test]
    fn the_day_is_the_day_in_amsterdam() {
        // Half past eleven in the evening in London is the next day in Amsterdam.
        ends("2026-11-23T23:30:00Z", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-07-01T22:30:00Z", "2026-10-02T21:59:59Z", "2027-01-02T22:59:59Z");
    }

    #[test]
    fn a_month_that_is_too_short_ends_with_its_last_day() {
        ends("2026-11-30T12:00", "2027-02-28T22:59:59Z", "2027-05-30T21:59:59Z");
        ends("2027-11-30T12:00", "2028-02-29T22:59:59Z", "2028-05-30T21:59:59Z");
        ends("2027-08-31T12:00", "2027-11-30T22:59:59Z", "2028-02-29T22:59:59Z");
        ends("2028-02-29T12:00", "2028-05-29T21:59:59Z", "2028-08-29T21:59:59Z");
        let year_later = INTAKE.stamp(parse("2028-02-29T12:00").unwrap()).destroy_at;
        assert_eq!(year_later.rfc3339(), "2029-02-28T22:59:59Z");
    }

    #[test]
    fn the_nights_the_clock_changes_are_days_like_others() {
        // Handed in during the hour that comes twice, before and after the clock went back.
        ends("2026-10-25T00:30:00Z", "2027-01-25T22:59:59Z", "2027-04-25T21:59:59Z");
        ends("2026-10-25T01:30:00Z", "2027-01-25T22:59:59Z", "2027-04-25T21:59:59Z");
        // Ending on such a day: 23 hours long in spring, 25 in autumn.
        ends("2026-12-28T12:00", "2027-03-28T21:59:59Z", "2027-06-28T21:59:59Z");
        ends("2027-07-31T12:00", "2027-10-31T22:59:59Z", "2028-01-31T22:59:59Z");
        // Handed in on the night the clock goes on.
        ends("2027-03-28T01:59:59", "2027-06-28T21:59:59Z", "2027-09-28T21:59:59Z");
        ends("2027-03-28T03:00:00", "2027-06-28T21:59:59Z", "2027-09-28T21:59:59Z");
    }

    #[test]
    fn hours_are_hours_whatever_the_clock_does() {
        let stamp = PENDING_UPLOAD.stamp(parse("2026-10-24T14:00").unwrap());
        assert_eq!(stamp.destroy_at, parse("2026-10-25T13:00").unwrap());
        assert_eq!(stamp.portal_until, stamp.destroy_at);
    }

    #[test]
    fn what_is_over_can_be_told_from_its_start() {
        for term in [Term::Months(24), Term::Months(1), Term::Days(30), Term::Hours(24)] {
            for day in 0..800 {
                let now = parse("2027-01-01T03:00").unwrap().plus(TimeDelta::days(day));
                let first = term.start_of_what_lasts(now);
                assert!(term.end(first) >= now, "{}", now.rfc3339());
                assert!(term.end(first.minus(TimeDelta::seconds(1))) < now, "{}", now.rfc3339());
            }
        }
    }

    #[test]
    fn a_project_may_start_the_clocks_at_its_end_within_bounds() {
        let confirmed = parse("2026-11-24T10:00").unwrap();
        let start = |anchor, ends_on: &str| upload_start(anchor, confirmed, ends_on.parse().unwrap()).rfc3339();
        assert_eq!(start(UploadAnchor::Confirmation, "2027-01-31"), confirmed.rfc3339());
        assert_eq!(start(UploadAnchor::ProjectEnd, "2027-01-31"), "2027-01-31T22:59:59Z");
        assert_eq!(start(UploadAnchor::ProjectEnd, "2030-01-31"), "2027-11-24T22:59:59Z");
        assert_eq!(start(UploadAnchor::ProjectEnd, "2025-01-31"), confirmed.rfc3339());
    }
}
