//! The words in which the data map speaks: each is a closed list, so that the register, the statement and the
//! exports that are made of it can say all of them in two languages.

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All of them, in their order.
            #[allow(dead_code, reason = "not every list is walked")]
            pub const ALL: &'static [$name] = &[$(Self::$variant),+];

            /// In words, for the listing.
            pub fn says(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// As the texts in two languages know it.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    };
}

terms!(
    /// What kind of thing a column says about somebody.
    Category {
        /// What somebody is called.
        Name = "name",
        /// How to reach and address them.
        Contact = "contact",
        /// Where they work and as what.
        Work = "work",
        /// The number their employer knows them by.
        PersonnelNumber = "personnel number",
        /// How they get in.
        Access = "access",
        /// What they did, and when.
        Activity = "activity",
        /// What they wrote.
        Words = "own words",
        /// What they handed in.
        File = "file",
        /// What the provider gave to them and to nobody else.
        Given = "given",
        /// What their browser told.
        Technical = "technical",
    }
);

terms!(
    /// What something is kept for.
    Purpose {
        /// Giving the training that was agreed with the client.
        Training = "giving the training",
        /// Writing to people about their training.
        Contact = "writing about the training",
        /// Letting the right person in and keeping others out.
        Security = "letting the right person in",
        /// Running the provider's own work: who teaches, advises and may do what.
        Staff = "running the provider's own work",
        /// Being able to say who did what with whose data.
        Accountability = "accounting for the use of data",
    }
);

terms!(
    /// On what ground the law allows a purpose.
    Basis {
        /// The training that was agreed.
        Agreement = "agreement",
        /// What the law demands.
        LegalDuty = "legal duty",
        /// What any careful provider needs.
        LegitimateInterest = "legitimate interest",
    }
);

impl Purpose {
    /// The lawful basis: recorded per purpose, so that two columns for one purpose cannot differ.
    pub fn basis(self) -> Basis {
        match self {
            Self::Training | Self::Contact | Self::Staff => Basis::Agreement,
            Self::Security => Basis::LegitimateInterest,
            Self::Accountability => Basis::LegalDuty,
        }
    }
}

/// Who gets to see a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// The person it is about.
    Oneself,
    /// Those in the same group.
    Group,
    /// The project leaders of the project, on the portal.
    Leader,
    /// The project leaders of the project, of the answers that are learning wishes.
    LeaderOfWishes,
    /// The project leaders of the project, who see the day and no time.
    LeaderByDay,
    /// The client, in an export; never on the portal.
    Client,
    /// The roles that have this permission, within their reach.
    Staff(&'static str),
}

impl Reader {
    /// In words, for the listing.
    pub fn says(self) -> String {
        match self {
            Self::Oneself => "oneself".into(),
            Self::Group => "the group".into(),
            Self::Leader => "the project leader".into(),
            Self::LeaderOfWishes => "the project leader where it is a learning wish".into(),
            Self::LeaderByDay => "the project leader, by day".into(),
            Self::Client => "the client in an export".into(),
            Self::Staff(permission) => format!("staff who may {permission}"),
        }
    }
}

terms!(
    /// The retention terms, by their names.
    Clock {
        /// Person and account of somebody who takes part or leads.
        Registration = "registration: 2 years without activity and no open project",
        /// Person, account and role of staff.
        StaffAccount = "staff account: 2 years after leaving",
        /// Participants and groups.
        Roster = "roster: 3 years after the end of the project",
        /// What was done of the training.
        Progress = "progress: 2 years without activity",
        /// That somebody signed in.
        SignIn = "sign-in: 2 years without activity",
        /// From where somebody signed in.
        SignInAddress = "address of a sign-in: 6 months",
        /// With what somebody signed in.
        SignInBrowser = "browser of a sign-in: 6 months",
        /// Intake answers and learning wishes.
        Intake = "intake: 1 year after the end of the project",
        /// Evaluations with a name, and the tick of those without.
        Evaluation = "evaluation: 3 years after the end of the project",
        /// What stands on a certificate.
        Certificate = "certificate: 5 years after it was issued, then only a salted hash",
        /// The salted hash by which the check page knows that a certificate was genuine.
        CertificateSeal = "hash of a certificate: as long as certificates are checked; leads to nobody",
        /// Files handed in.
        Upload = "upload: off the portal after 3 months, destroyed after 6",
        /// Sent letters.
        Letters = "letters: 2 years after sending",
        /// What participants and the provider write to each other in the portal.
        Messages = "messages: 2 years after sending",
        /// Messages that were begun and not sent.
        MessageDrafts = "drafts of messages: 30 days",
        /// Invitation and password links.
        Links = "links: 72 hours",
        /// Being signed in.
        Sessions = "sessions: 12 hours idle, 30 days at most, staff 8 hours",
        /// Counting wrong passwords.
        Attempts = "attempts: 3 minutes, removed within the hour",
        /// Forms sent after the session ended.
        HeldForms = "held forms: 24 hours",
        /// Lists of participants between reading and importing.
        Staging = "import staging: 24 hours",
        /// A hold on destruction.
        Holds = "hold: 1 year after it ended",
        /// What people ask about their own data.
        Requests = "requests: 5 years after receipt",
        /// The processing register.
        Register = "register: 5 years, pseudonymous after erasure",
    }
);

impl Clock {
    /// The kind of the policy that carries it out, where there is one.
    pub fn policy(self) -> Option<&'static str> {
        match self {
            Self::Intake => Some("intake"),
            Self::Evaluation => Some("evaluation"),
            Self::Upload => Some("upload"),
            Self::Letters => Some("letter"),
            Self::Messages => Some("message"),
            Self::MessageDrafts => Some("message_draft"),
            Self::Links => Some("link"),
            Self::HeldForms => Some("held_form"),
            Self::Staging => Some("roster"),
            Self::Holds => Some("hold"),
            Self::Requests => Some("request"),
            Self::Register => Some("register_line"),
            Self::Registration => Some("registration"),
            Self::StaffAccount => Some("staff_account"),
            Self::Roster => Some("participation"),
            Self::Progress => Some("progress"),
            Self::SignIn => Some("sign_in"),
            Self::SignInAddress => Some("sign_in_address"),
            Self::SignInBrowser => Some("sign_in_browser"),
            // And then something of it stays.
            Self::Certificate | Self::CertificateSeal => None,
            // Two terms at once: idle, and at most.
            Self::Sessions | Self::Attempts => None,
        }
    }

    /// Whether that is a term from one moment on and nothing more.
    pub fn is_plain(self) -> bool {
        !matches!(self, Self::Registration | Self::StaffAccount | Self::Roster | Self::Progress | Self::SignIn)
    }
}

terms!(
    /// What happens to a column when its person is erased.
    Erasure {
        /// The row is deleted, and with a file its bytes and its key.
        RowGoes = "the row goes",
        /// The row stays for what the law keeps longer, and this is taken out of it.
        Overwritten = "it is overwritten",
        /// The number stays and leads to nobody any more.
        NumberStays = "a number stays that leads to nobody",
        /// It is gone by its own clock within days, and cannot be found by person before.
        Expires = "nothing: its clock is shorter",
    }
);
