//! The training of the crowd: ten steps, three questions.

use crate::learning::actions::Kind;
use crate::learning::intakes::QuestionKind;

/// What the training is called.
pub const NAME: &str = "Schrijven met resultaat";
/// What it is about.
pub const DESCRIPTION: &str = "In vier maanden leer je teksten schrijven waar je lezer iets mee kan.";

/// One step of the training.
pub struct Step {
    /// Its place, from 1.
    pub position: i32,
    /// What there is to do.
    pub kind: Kind,
    /// What it is called.
    pub title: &'static str,
    /// What to do.
    pub description: &'static str,
    /// Whether it comes before the first meeting.
    pub preparation: bool,
    /// How long it takes.
    pub minutes: i64,
    /// Days from the start of the project.
    pub due: i64,
}

const fn step(
    position: i32,
    kind: Kind,
    due: i64,
    minutes: i64,
    title: &'static str,
    description: &'static str,
) -> Step {
    Step { position, kind, title, description, preparation: position <= 4, minutes, due }
}

/// The steps, in order.
pub const STEPS: &[Step] = &[
    step(1, Kind::Intake, 7, 15, "Vul de intake in", "Vertel wat je schrijft en wat je wilt leren."),
    step(
        2,
        Kind::Reading,
        14,
        10,
        "Lees ‘Eerst de vraag, dan de tekst’",
        "Voor je begint: wie leest dit, en wat moet die lezer daarna weten of doen? Schrijf het antwoord in één zin op.",
    ),
    step(
        3,
        Kind::Upload,
        21,
        10,
        "Stuur een tekst die je zelf schreef",
        "Een brief, een e-mail of een advies: één of twee bladzijden is genoeg.",
    ),
    step(
        4,
        Kind::Reading,
        28,
        15,
        "Lees het voorbeeld van een goede brief",
        "Kijk wat vooraan staat, en wat er niet in staat.",
    ),
    step(5, Kind::Attendance, 36, 360, "Volg de training", "Twee bijeenkomsten met je groep. Neem je eigen tekst mee."),
    step(
        6,
        Kind::Upload,
        50,
        45,
        "Herschrijf je tekst",
        "Schrijf dezelfde tekst opnieuw, met wat je leerde. Je trainer geeft je commentaar.",
    ),
    step(
        7,
        Kind::Reading,
        60,
        10,
        "Lees ‘Zo geef je een collega commentaar’",
        "Zeg eerst wat werkt. Vraag dan, en verbeter pas als laatste.",
    ),
    step(8, Kind::Upload, 75, 30, "Stuur een tekst van je team", "Kies er een die vaak vragen oproept."),
    step(9, Kind::Upload, 95, 45, "Stuur de nieuwe tekst van je team", "Laat zien wat jullie samen veranderden."),
    step(
        10,
        Kind::Upload,
        115,
        20,
        "Blik terug",
        "Schrijf op één bladzijde wat je nu anders doet, en wat je nog wilt leren.",
    ),
];

/// One question of the intake.
pub struct Question {
    /// How it is answered.
    pub kind: QuestionKind,
    /// What is asked.
    pub prompt: &'static str,
    /// The choices, as JSON.
    pub options: &'static str,
    /// Whether the answer is a learning wish.
    pub wish: bool,
    /// What people answered.
    pub answers: &'static [&'static str],
}

/// The questions, in order.
pub const QUESTIONS: &[Question] = &[
    Question {
        kind: QuestionKind::Line,
        prompt: "Welke teksten schrijf je het meest?",
        options: "[]",
        wish: false,
        answers: &[
            "Brieven aan bewoners",
            "E-mails",
            "Adviezen aan het bestuur",
            "Verslagen",
            "Besluiten op bezwaar",
            "Teksten voor de website",
        ],
    },
    Question {
        kind: QuestionKind::Choice,
        prompt: "Hoe vaak schrijf je voor mensen buiten je organisatie?",
        options: r#"["Elke dag","Een paar keer per week","Bijna nooit"]"#,
        wish: false,
        answers: &["Elke dag", "Een paar keer per week", "Bijna nooit"],
    },
    Question {
        kind: QuestionKind::Text,
        prompt: "Wat wil je na de training kunnen?",
        options: "[]",
        wish: true,
        answers: &[
            "Een brief schrijven die iemand in één keer begrijpt.",
            "Slecht nieuws brengen zonder eromheen te draaien.",
            "Mijn adviezen op één bladzijde krijgen, met de conclusie vooraan.",
            "Sneller beginnen, en sneller klaar zijn.",
            "E-mails sturen waar ik antwoord op krijg.",
            "Zonder vaktaal uitleggen wat we doen, en toch precies blijven.",
            "Commentaar geven waar een collega iets mee kan.",
            "Onze standaardbrieven durven veranderen.",
        ],
    },
];

/// What people call the files they hand in, with the kind that goes with it.
pub const FILES: &[(&str, &str)] = &[
    ("Brief aan bewoners", "docx"),
    ("mail-aan-klant", "txt"),
    ("Advies B&W concept", "docx"),
    ("verslag overleg", "pdf"),
    ("Besluit op bezwaar", "pdf"),
    ("tekst website", "docx"),
    ("brief parkeren", "rtf"),
    ("Mijn tekst", "docx"),
];
