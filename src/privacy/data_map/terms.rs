//! The words in which the data map speaks: each is a closed list, so that the register, the statement and the
//! exports that are made of it can say all of them in two languages.

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// In words, for the listing.
            pub fn says(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
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
        /// How they get in.
        Access = "access",
        /// What they did, and when.
        Activity = "activity",
        /// What they wrote.
        Words = "own words",
        /// What they handed in.
        File = "file",
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The person it is about.
    Oneself,
    /// Those in the same group.
    Group,
    /// The project leaders of the project, on the portal.
    Leader,
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
        /// The processing register.
        Register = "register: 5 years, pseudonymous after erasure",
    }
);

terms!(
    /// What happens to a column when its person is erased.
    Erasure {
        /// The row is deleted, and with an upload its bytes and its key.
        RowGoes = "the row goes",
        /// The row stays for what the law keeps longer, and this is taken out of it.
        Overwritten = "it is overwritten",
        /// The number stays and leads to nobody any more.
        NumberStays = "a number stays that leads to nobody",
        /// It is gone by its own clock within days, and cannot be found by person before.
        Expires = "nothing: its clock is shorter",
    }
);
