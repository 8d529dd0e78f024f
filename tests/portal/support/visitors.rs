//! Everybody who may come by, and which rows are theirs: what the walks along all routes go by.

use std::collections::BTreeSet;

use super::shelves::material;
use super::{Browser, TestApp, people};

/// What somebody is to the portal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hat {
    /// Not signed in.
    Nobody,
    /// Takes part in a training.
    Student,
    /// Leads projects of a client.
    Leader,
    /// Works for the provider in this role.
    Staff(&'static str),
}

/// The permission matrix as the source has it, with what stands around it; written down here a second time.
const MATRIX: &[(&str, &[&str])] = &[
    ("programmer", &["work", "system.change", "system.test"]),
    (
        "assistant",
        &[
            "work",
            "projects.create",
            "participants.enter",
            "trainings.link",
            "letters.send",
            "progress.follow",
            "participants.contact",
            "questions.answer",
        ],
    ),
    (
        "trainer",
        &[
            "work",
            "letters.send",
            "progress.follow",
            "uploads.read",
            "portfolios.read",
            "participants.contact",
            "questions.answer",
        ],
    ),
    ("adviser", &["work", "progress.follow", "uploads.read", "participants.contact", "questions.answer"]),
    ("marketing", &["work", "letters.send", "participants.contact"]),
    ("helpdesk", &["work", "letters.send", "participants.contact", "questions.answer", "factors.remove"]),
    ("security", &["work", "staff.appoint", "register.read", "clocks.keep", "requests.run", "factors.remove"]),
    ("content", &["work", "catalogue.edit"]),
    ("planner", &["work", "groups.plan"]),
];

impl Hat {
    /// Whether the access table lets this hat in where it says `who`.
    pub fn is_admitted(self, who: &str) -> bool {
        match (self, who) {
            (_, "anyone") => true,
            (hat, "signed in") => hat != Self::Nobody,
            (hat, "student") => hat == Self::Student,
            (hat, "leader") => hat == Self::Leader,
            (Self::Staff(role), who) => {
                let may = MATRIX.iter().find(|(name, _)| *name == role).unwrap().1;
                may.contains(&who.strip_prefix("staff: ").unwrap())
            }
            _ => false,
        }
    }
}

/// One of them, with a browser.
pub struct Visitor {
    /// Who it is; empty for nobody.
    pub email: &'static str,
    /// What they are.
    pub hat: Hat,
    /// Their browser, signed in.
    pub browser: Browser,
}

/// One of each hat, and of students, leaders and trainers two that do not reach each other's rows.
pub fn all(app: &TestApp) -> Vec<Visitor> {
    let hats = [
        ("", Hat::Nobody),
        (people::SAMIRA, Hat::Student),
        (people::HUGO, Hat::Student),
        (people::LUKASZ, Hat::Student),
        (people::WOUTER, Hat::Leader),
        (people::MARLEEN, Hat::Leader),
        (people::JOOST, Hat::Staff("trainer")),
        (people::MIRJAM, Hat::Staff("trainer")),
        (people::PETRA, Hat::Staff("adviser")),
        (people::FATIMA, Hat::Staff("assistant")),
        (people::SJOERD, Hat::Staff("helpdesk")),
        (people::LIEKE, Hat::Staff("marketing")),
        (people::HANNA, Hat::Staff("security")),
        ("ruben.maas@opleider.example.nl", Hat::Staff("planner")),
        ("ilse.kortekaas@opleider.example.nl", Hat::Staff("content")),
        ("tijn.bosscher@opleider.example.nl", Hat::Staff("programmer")),
    ];
    let arrive = |(email, hat)| Visitor {
        email,
        hat,
        browser: if hat == Hat::Nobody { app.browser() } else { app.signed_in(email) },
    };
    hats.into_iter().map(arrive).collect()
}

/// What the number in an address is the number of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    Project,
    Participant,
    Group,
    Meeting,
    Action,
    Upload,
    Roster,
    Letter,
    Thread,
    Session,
    Passkey,
    Account,
    TermChange,
    Hold,
    Person,
    /// A request of one's own.
    Request,
    /// A request of anybody.
    OfficersRequest,
    Certificate,
    Training,
    Article,
    PortfolioItem,
    Category,
    /// Material as a student finds it.
    Material,
    /// Material with a training.
    Catalogue,
    /// Material with a project.
    Given,
    /// A film as a student finds it.
    Film,
    /// A film with a training.
    FilmOfCatalogue,
    /// A film with a project.
    FilmGiven,
    Test,
    CatalogueTest,
    Attempt,
    /// A question that no test of the address has, or has; nobody reaches it but through its test.
    TestQuestion,
    /// No number but a secret, which the tests of that feature know about.
    Token,
}

/// Every address with a number in it, up to that number. A route that is not here fails the walk.
const ADDRESSES: &[(&str, Row)] = &[
    ("/account/second-factor/passkeys/{id}", Row::Passkey),
    ("/account/requests/{id}", Row::Request),
    ("/account/sessions/{id}", Row::Session),
    ("/calendar/{token}", Row::Token),
    ("/email/{token}", Row::Token),
    ("/invitation/{token}", Row::Token),
    ("/leader/knowledge/{id}", Row::Article),
    ("/leader/participants/{id}", Row::Participant),
    ("/leader/projects/{id}", Row::Project),
    ("/password/{token}", Row::Token),
    ("/staff/agreements/{training}", Row::Training),
    ("/staff/conversations/new/{participant}", Row::Participant),
    ("/staff/conversations/{id}", Row::Thread),
    ("/staff/erasure/{person}", Row::Person),
    ("/staff/export/{person}", Row::Person),
    ("/staff/activity/{participant}", Row::Participant),
    ("/staff/certificates/{id}", Row::Certificate),
    ("/staff/evaluations/{participant}", Row::Participant),
    ("/staff/groups/{id}", Row::Group),
    ("/staff/groups/{id}/meetings/{meeting}", Row::Meeting),
    ("/staff/groups/{id}/placements/{participant}", Row::Participant),
    ("/staff/intakes/{participant}", Row::Participant),
    ("/staff/knowledge/categories/{id}", Row::Category),
    ("/staff/knowledge/{id}", Row::Article),
    ("/staff/letters/{id}", Row::Letter),
    ("/staff/meetings/{id}", Row::Meeting),
    ("/staff/films/catalogue/{id}", Row::FilmOfCatalogue),
    ("/staff/films/given/{id}", Row::FilmGiven),
    ("/staff/films/projects/{id}", Row::Project),
    ("/staff/films/trainings/{id}", Row::Training),
    ("/staff/films/watched/{id}", Row::Project),
    ("/staff/material/catalogue/{id}", Row::Catalogue),
    ("/staff/material/given/{id}", Row::Given),
    ("/staff/material/projects/{id}", Row::Project),
    ("/staff/material/trainings/{id}", Row::Training),
    ("/staff/papers/{participant}", Row::Participant),
    ("/staff/portfolios/{participant}", Row::Participant),
    ("/staff/projects/{id}", Row::Project),
    ("/staff/requests/{id}", Row::OfficersRequest),
    ("/staff/retention/changes/{id}", Row::TermChange),
    ("/staff/retention/holds/{id}", Row::Hold),
    ("/staff/rosters/{id}", Row::Roster),
    ("/staff/second-factor/{account}", Row::Account),
    ("/staff/attempts/{attempt}", Row::Attempt),
    ("/staff/catalogue/tests/{test}", Row::CatalogueTest),
    ("/staff/catalogue/tests/{test}/questions/{question}", Row::TestQuestion),
    ("/staff/catalogue/trainings/{training}", Row::Training),
    ("/staff/tests/{test}", Row::Test),
    ("/staff/tests/{test}/questions/{question}", Row::TestQuestion),
    ("/student/tests/{action}", Row::Action),
    ("/staff/uploads/{id}", Row::Upload),
    ("/student/actions/{action}", Row::Action),
    ("/student/conversations/{project}", Row::Project),
    ("/student/groups/{project}", Row::Project),
    ("/student/certificates/{project}", Row::Project),
    ("/student/evaluations/{action}", Row::Action),
    ("/student/intakes/{action}", Row::Action),
    ("/student/knowledge/{id}", Row::Article),
    ("/student/films/{id}", Row::Film),
    ("/student/material/{id}", Row::Material),
    ("/student/meetings/{meeting}", Row::Meeting),
    ("/student/papers/{project}", Row::Project),
    ("/student/portfolio/items/{item}", Row::PortfolioItem),
    ("/student/projects/{project}", Row::Project),
    ("/student/uploads/new/{action}", Row::Action),
    ("/student/uploads/{id}", Row::Upload),
    ("/waiting/{token}", Row::Token),
];

/// What the numbers in the address `path` are the numbers of, from left to right.
pub fn rows_in(path: &str) -> Vec<Row> {
    let ends = path.match_indices('}').map(|(at, _)| &path[..=at]);
    let known = |address: &str| ADDRESSES.iter().find(|(known, _)| *known == address).map(|(_, row)| *row);
    ends.map(|address| known(address).unwrap_or_else(|| panic!("{address} is new: add it to ADDRESSES"))).collect()
}

/// The address `path` with `ids` in place of its braces.
pub fn filled(path: &str, ids: &[String]) -> String {
    let mut parts = path.split(['{', '}']);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (id, rest) in ids.iter().zip(parts.skip(1).step_by(2)) {
        text.push_str(id);
        text.push_str(rest);
    }
    text
}

impl Row {
    /// The numbers that `visitor` reaches and those that they do not.
    pub fn known(self, app: &TestApp, visitor: &Visitor) -> (Vec<i64>, Vec<i64>) {
        let own: BTreeSet<i64> = app.numbers(&self.reached(visitor)).into_iter().collect();
        let all: BTreeSet<i64> = app.numbers(&format!("SELECT id FROM {}", self.table())).into_iter().collect();
        (own.iter().copied().collect(), all.difference(&own).copied().collect())
    }

    /// The table that holds it.
    pub fn table(self) -> &'static str {
        match self {
            Self::Project => "projects",
            Self::Participant => "participants",
            Self::Group => "groups",
            Self::Meeting => "meetings",
            Self::Action => "actions",
            Self::Upload => "uploads",
            Self::Roster => "rosters",
            Self::Letter => "letters",
            Self::Thread => "threads",
            Self::TermChange => "term_changes",
            Self::Hold => "holds",
            Self::Person => "people",
            Self::Request | Self::OfficersRequest => "requests",
            Self::Certificate => "certificates",
            Self::PortfolioItem => "portfolio_items",
            Self::Training => "trainings",
            Self::Article => "articles",
            Self::Category => "article_categories",
            Self::Material | Self::Catalogue | Self::Given => "materials",
            Self::Film | Self::FilmOfCatalogue | Self::FilmGiven => "materials",
            Self::Account => "accounts",
            Self::Passkey => "passkeys",
            Self::Test | Self::CatalogueTest => "tests",
            Self::Attempt => "test_attempts",
            Self::TestQuestion => "test_questions",
            Self::Session | Self::Token => "sessions",
        }
    }

    /// The wall, written down a second time, in SQL.
    fn reached(self, visitor: &Visitor) -> String {
        let me = format!("(SELECT id FROM people WHERE email = '{}')", visitor.email);
        let projects = match visitor.hat {
            Hat::Student => format!("SELECT project_id FROM participants WHERE person_id = {me}"),
            Hat::Leader => format!("SELECT project_id FROM project_leaders WHERE person_id = {me}"),
            Hat::Staff("trainer") => format!("SELECT project_id FROM groups WHERE trainer_id = {me}"),
            _ => "SELECT id FROM projects".into(),
        };
        let participants = match visitor.hat {
            Hat::Student => format!("SELECT id FROM participants WHERE person_id = {me}"),
            Hat::Staff("trainer") => format!(
                "SELECT e.participant_id FROM enrolments e JOIN groups g ON g.id = e.group_id WHERE g.trainer_id = {me}"
            ),
            _ => format!("SELECT id FROM participants WHERE project_id IN ({projects})"),
        };
        match self {
            Self::Project => format!("SELECT id FROM projects WHERE id IN ({projects})"),
            Self::Participant => format!("SELECT id FROM participants WHERE id IN ({participants})"),
            Self::Group => format!("SELECT id FROM groups WHERE project_id IN ({projects})"),
            Self::Meeting if visitor.hat == Hat::Student => format!(
                "SELECT m.id FROM meetings m JOIN enrolments e ON e.group_id = m.group_id WHERE e.participant_id IN ({participants})"
            ),
            // The list of who was there is filled in by whoever teaches that group.
            Self::Meeting if visitor.hat == Hat::Staff("trainer") => {
                format!("SELECT m.id FROM meetings m JOIN groups g ON g.id = m.group_id WHERE g.trainer_id = {me}")
            }
            Self::Meeting => format!(
                "SELECT m.id FROM meetings m JOIN groups g ON g.id = m.group_id WHERE g.project_id IN ({projects})"
            ),
            Self::Action => format!("SELECT id FROM actions WHERE project_id IN ({projects})"),
            Self::Upload => format!("SELECT id FROM uploads WHERE participant_id IN ({participants})"),
            Self::Roster => format!("SELECT id FROM rosters WHERE project_id IN ({projects})"),
            // Whoever reaches every project reaches every letter, those to colleagues too.
            Self::Letter if matches!(visitor.hat, Hat::Staff(role) if role != "trainer") => {
                "SELECT id FROM letters".into()
            }
            Self::Letter => format!(
                "SELECT id FROM letters WHERE person_id IN (SELECT person_id FROM participants WHERE id IN ({participants}))"
            ),
            Self::Thread => threads(visitor.hat, &participants),
            Self::PortfolioItem => format!("SELECT id FROM portfolio_items WHERE person_id = {me}"),
            Self::TermChange => "SELECT id FROM term_changes".into(),
            Self::Hold => "SELECT id FROM holds".into(),
            Self::Person => "SELECT id FROM people".into(),
            Self::Request => format!("SELECT id FROM requests WHERE person_number = {me}"),
            Self::OfficersRequest => "SELECT id FROM requests".into(),
            Self::Certificate => format!("SELECT id FROM certificates WHERE participant_id IN ({participants})"),
            Self::Training => "SELECT id FROM trainings".into(),
            // Each helps the others, and nobody themselves.
            Self::Account => {
                let staff = if visitor.hat == Hat::Staff("security") { "IN" } else { "NOT IN" };
                format!(
                    "SELECT id FROM accounts WHERE person_id {staff} (SELECT person_id FROM staff_roles) AND person_id <> {me}"
                )
            }
            Self::Passkey => {
                format!("SELECT id FROM passkeys WHERE account_id IN (SELECT id FROM accounts WHERE person_id = {me})")
            }
            Self::Session | Self::Token => {
                format!("SELECT id FROM sessions WHERE account_id IN (SELECT id FROM accounts WHERE person_id = {me})")
            }
            _ => self.reached_in_learning(visitor, &projects, &participants),
        }
    }

    /// The same for what is learned from.
    fn reached_in_learning(self, visitor: &Visitor, projects: &str, participants: &str) -> String {
        match self {
            Self::Article if visitor.hat == Hat::Staff("content") => "SELECT id FROM articles".into(),
            Self::Article => "SELECT id FROM articles WHERE published_at IS NOT NULL".into(),
            Self::Category => "SELECT id FROM article_categories".into(),
            Self::Catalogue => "SELECT id FROM materials WHERE training_id IS NOT NULL".into(),
            Self::Given => "SELECT id FROM materials WHERE project_id IS NOT NULL".into(),
            Self::Material => material(participants),
            Self::Film => format!("{} AND m.kind IN ('mp4', 'webm')", material(participants)),
            Self::FilmOfCatalogue => {
                "SELECT id FROM materials WHERE training_id IS NOT NULL AND kind IN ('mp4', 'webm')".into()
            }
            Self::FilmGiven => {
                "SELECT id FROM materials WHERE project_id IS NOT NULL AND kind IN ('mp4', 'webm')".into()
            }
            Self::Test => format!(
                "SELECT t.id FROM tests t JOIN actions a ON a.id = t.action_id WHERE a.project_id IN ({projects})"
            ),
            Self::CatalogueTest => "SELECT id FROM tests WHERE training_action_id IS NOT NULL".into(),
            Self::Attempt => {
                format!("SELECT id FROM test_attempts WHERE state <> 'draft' AND participant_id IN ({participants})")
            }
            // Any question with any test: where they do not belong together it is not found, which is right too.
            Self::TestQuestion => "SELECT id FROM test_questions".into(),
            _ => unreachable!("it stands above"),
        }
    }
}

/// The threads of `participants` that somebody in `hat` answers.
fn threads(hat: Hat, participants: &str) -> String {
    let to = match hat {
        Hat::Staff(role @ ("trainer" | "adviser")) => role,
        Hat::Staff("helpdesk" | "assistant") => "helpdesk",
        _ => "nobody",
    };
    format!(
        "SELECT id FROM threads WHERE addressee = '{to}' AND last_at IS NOT NULL AND participant_id IN ({participants})"
    )
}
