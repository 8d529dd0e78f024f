//! Tests: taken by students, marked by trainers, made by staff.

mod making;
mod marking;
mod taking;

use crate::support::{Browser, Page, TestApp};

/// The project of the demo with a test.
pub const LETTERS: &str = "Heldere brieven en e-mails – cliëntenbureau";
/// Passed at once.
pub use crate::support::people::LUKASZ;
/// Did not pass, and has an attempt left.
pub const JAAP: &str = "jaap.terpstra@dewending.example.nl";
/// Waits for the trainer.
pub const SIOBHAN: &str = "siobhan.oneill@dewending.example.nl";
/// Began.
pub const MILAN: &str = "milan.koster@dewending.example.nl";
/// Did nothing yet.
pub const ALETTA: &str = "aletta.brandsma@dewending.example.nl";

const ORDER: [&str; 5] = [
    "De groet",
    "Het antwoord of de boodschap",
    "De uitleg",
    "Wat je van de lezer vraagt",
    "De afsluiting met je naam",
];
const PAIRS: [(&str, &str); 4] = [("indien", "als"), ("reeds", "al"), ("inzake", "over"), ("dient te", "moet")];
/// What only stands in the explanation, or only as the right answer.
pub const SECRETS: [&str; 5] = [
    "Je lezer zoekt het antwoord",
    "verstoppen wie er iets doet",
    "dat onthoudt hij",
    "aan de telefoon ook gebruikt",
    "Wilt u dat we u helpen?",
];

/// The step that asks for the test.
pub fn action(app: &TestApp) -> i64 {
    let of = "SELECT a.id AS number FROM actions a JOIN projects p ON p.id = a.project_id";
    app.number(&format!("{of} WHERE a.kind = 'test' AND p.name = '{LETTERS}'"))
}

pub fn project(app: &TestApp) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name = '{LETTERS}'"))
}

/// The test itself.
pub fn test(app: &TestApp) -> i64 {
    app.number(&format!("SELECT id AS number FROM tests WHERE action_id = {}", action(app)))
}

/// The part of `who` in the project.
pub fn part(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id \
         WHERE p.email = '{who}' AND a.project_id = {}",
        project(app)
    ))
}

/// How many attempts `who` has for which `which` holds.
pub fn attempts(app: &TestApp, who: &str, which: &str) -> i64 {
    let who = part(app, who);
    app.number(&format!("SELECT count(*) AS number FROM test_attempts WHERE participant_id = {who} AND {which}"))
}

/// The last attempt of `who`.
pub fn last(app: &TestApp, who: &str) -> i64 {
    let who = part(app, who);
    app.number(&format!("SELECT max(id) AS number FROM test_attempts WHERE participant_id = {who}"))
}

/// What somebody answers to each question, in the order of the test.
#[derive(Clone, Copy)]
pub struct Says {
    pub single: &'static str,
    pub multiple: &'static [&'static str],
    /// The place of each thing, in the right order of things.
    pub places: [&'static str; 5],
    pub pairs: [&'static str; 4],
    pub words: &'static str,
}

/// Everything right, as far as the program can tell.
pub const RIGHT: Says = Says {
    single: "In de eerste zin",
    multiple: &[
        "De verpleegkundige belt u morgen voor twaalf uur.",
        "U kunt uw afspraak zelf verzetten.",
        "Wij sturen u het formulier met de post.",
    ],
    places: ["1", "2", "3", "4", "5"],
    pairs: ["als", "al", "over", "moet"],
    words: "Vul het formulier in, lepelaar.",
};
/// Nothing at all.
pub const NOTHING: Says = Says { single: "", multiple: &[], places: [""; 5], pairs: [""; 4], words: "" };

/// Somebody on the page of the test.
pub struct Taker {
    pub browser: Browser,
    pub path: String,
    questions: Vec<i64>,
}

impl Taker {
    pub fn new(app: &TestApp, who: &str) -> Self {
        let of = format!("SELECT id FROM test_questions WHERE test_id = {} ORDER BY position", test(app));
        let (browser, path) = (app.signed_in(who), format!("/student/tests/{}", action(app)));
        Self { browser, path, questions: app.numbers(&of) }
    }

    /// The page with the questions.
    pub fn page(&mut self) -> Page {
        self.browser.get(&format!("{}/attempt", self.path))
    }

    /// What `page` sends when somebody answers as `says`.
    pub fn form(&self, page: &Page, says: Says) -> Vec<(String, String)> {
        let hidden = ["version", "revision", "number"].map(|name| (name.to_owned(), page.value(name).unwrap()));
        let mut form = hidden.to_vec();
        let field = |at: usize| format!("answer-{}", self.questions[at]);
        form.push((field(0), says.single.into()));
        form.extend(says.multiple.iter().map(|text| (field(1), (*text).to_owned())));
        for (at, label) in page.all(&format!("#{} label", field(2))).iter().enumerate() {
            let own = ORDER.iter().position(|text| text == label).unwrap();
            form.push((format!("{}-{at}", field(2)), says.places[own].into()));
        }
        for (at, label) in page.all(&format!("#{} label", field(3))).iter().enumerate() {
            let own = PAIRS.iter().position(|pair| pair.0 == label).unwrap();
            form.push((format!("{}-{at}", field(3)), says.pairs[own].into()));
        }
        form.push((field(4), says.words.into()));
        form
    }

    /// Sends `form`, to be kept or handed in.
    pub fn send(&mut self, to: &str, form: &[(String, String)]) -> Page {
        let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.browser.post(&format!("{}/{to}", self.path), &fields)
    }

    /// Hands in what `says` says, also where that is not everything.
    pub fn hand_in(&mut self, says: Says) -> Page {
        let page = self.page();
        let mut form = self.form(&page, says);
        form.push(("incomplete".into(), "on".into()));
        self.send("submission", &form)
    }
}
