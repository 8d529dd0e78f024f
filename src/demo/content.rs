//! The trainings of the demo: what people do, and what they are asked beforehand.

use diesel::prelude::*;

use crate::learning::actions::Kind;
use crate::learning::evaluations;
use crate::learning::intakes::QuestionKind;
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{training_actions, training_evaluation_questions, training_questions, trainings};
use crate::platform::db::{Json, Tx};
use crate::platform::error::Result;

/// What a training is made of.
pub struct Training {
    pub name: &'static str,
    pub description: &'static str,
    pub actions: &'static [Step],
    pub questions: &'static [Question],
    pub evaluation: &'static [Thought],
    /// Hours of study, points, and who gives them.
    pub worth: Option<(i32, &'static str, &'static str)>,
}

/// Something to do.
pub struct Step {
    pub kind: Kind,
    pub title: &'static str,
    pub description: &'static str,
    pub preparation: bool,
    pub minutes: i32,
    /// Days from the start of the project.
    pub due: i32,
}

/// Something that is asked beforehand.
pub struct Question {
    kind: QuestionKind,
    prompt: &'static str,
    hint: Option<&'static str>,
    options: &'static [&'static str],
    required: bool,
    wish: bool,
}

/// A question of an evaluation.
pub struct Thought {
    kind: evaluations::QuestionKind,
    prompt: &'static str,
    hint: Option<&'static str>,
    options: &'static [&'static str],
    required: bool,
}

impl Thought {
    /// A mark from 1 to 10.
    pub const fn scale(prompt: &'static str, hint: &'static str) -> Self {
        let kind = evaluations::QuestionKind::Scale;
        Self { kind, prompt, hint: Some(hint), options: &[], required: true }
    }
}

const READERS: Training = Training {
    name: "Schrijven voor je lezer",
    description: "Je leert brieven en e-mails schrijven die je lezer in één keer begrijpt.",
    actions: &[
        Step {
            kind: Kind::Intake,
            title: "Vul de intake in",
            preparation: true,
            minutes: 15,
            due: 14,
            description: "Vertel wat je schrijft en wat je wilt leren. Je trainer stemt de training daarop af.",
        },
        Step {
            kind: Kind::Reading,
            title: "Lees het artikel ‘Schrijf zoals je praat’",
            preparation: true,
            minutes: 10,
            due: 21,
            description: "Een gewone zin is zo lang als je adem. Lees je tekst hardop: waar je hapert, hapert je lezer ook. Maak van een lange zin twee korte. Zet het belangrijkste vooraan en gebruik woorden die je aan de telefoon ook gebruikt.",
        },
        Step {
            kind: Kind::Upload,
            title: "Stuur een tekst die je zelf schreef",
            preparation: true,
            minutes: 5,
            due: 28,
            description: "Je trainer gebruikt hem om de training voor jouw groep te maken. Eén of twee bladzijden is genoeg.",
        },
        Step {
            kind: Kind::Attendance,
            title: "Volg de training",
            preparation: false,
            minutes: 360,
            due: 49,
            description: "Twee bijeenkomsten met je groep. Neem je eigen teksten mee.",
        },
        Step {
            kind: Kind::Upload,
            title: "Stuur dezelfde tekst, maar nu beter",
            preparation: false,
            minutes: 45,
            due: 63,
            description: "Herschrijf je tekst met wat je leerde. Je trainer geeft je commentaar.",
        },
    ],
    questions: &[
        Question {
            kind: QuestionKind::Line,
            prompt: "Welke teksten schrijf je het meest?",
            hint: Some("Bijvoorbeeld brieven, e-mails of adviezen."),
            options: &[],
            required: true,
            wish: false,
        },
        Question {
            kind: QuestionKind::Choice,
            prompt: "Hoe vaak schrijf je voor mensen buiten je organisatie?",
            hint: None,
            options: &["Elke dag", "Een paar keer per week", "Een paar keer per maand", "Bijna nooit"],
            required: true,
            wish: false,
        },
        Question {
            kind: QuestionKind::Text,
            prompt: "Wat vind je moeilijk aan schrijven?",
            hint: None,
            options: &[],
            required: true,
            wish: false,
        },
        Question {
            kind: QuestionKind::Text,
            prompt: "Wat wil je na de training kunnen?",
            hint: Some("Denk aan een tekst die je nu te veel tijd kost."),
            options: &[],
            required: true,
            wish: true,
        },
        Question {
            kind: QuestionKind::Text,
            prompt: "Is er iets waar je trainer rekening mee moet houden?",
            hint: Some("Bijvoorbeeld aan hoe je het liefst leert."),
            options: &[],
            required: false,
            wish: false,
        },
    ],
    evaluation: &[],
    worth: None,
};

const MAILS: Training = Training {
    name: "Helder mailen",
    description: "Korte e-mails waarop je antwoord krijgt.",
    actions: &[
        Step {
            kind: Kind::Intake,
            title: "Vul de intake in",
            preparation: true,
            minutes: 10,
            due: 10,
            description: "Vijf minuten voor je begint: wat wil je leren?",
        },
        Step {
            kind: Kind::Upload,
            title: "Stuur een e-mail die je zelf schreef",
            preparation: true,
            minutes: 5,
            due: 17,
            description: "Kies er een waarop het antwoord uitbleef, of niet was wat je wilde.",
        },
        Step {
            kind: Kind::Attendance,
            title: "Volg de training",
            preparation: false,
            minutes: 180,
            due: 35,
            description: "Eén ochtend met je groep.",
        },
    ],
    questions: &[
        Question {
            kind: QuestionKind::Line,
            prompt: "Hoeveel e-mails schrijf je op een dag?",
            hint: None,
            options: &[],
            required: true,
            wish: false,
        },
        Question {
            kind: QuestionKind::Text,
            prompt: "Wat wil je leren?",
            hint: None,
            options: &[],
            required: true,
            wish: true,
        },
    ],
    evaluation: &[],
    worth: None,
};

const MINUTES: Training = Training {
    name: "Notulen die iedereen leest",
    description: "Verslagen van één bladzijde, met besluiten en afspraken waar niemand naar hoeft te zoeken.",
    actions: &[
        Step {
            kind: Kind::Reading,
            title: "Lees het voorbeeldverslag",
            preparation: true,
            minutes: 10,
            due: 10,
            description: "Een goed verslag zegt wat er is besloten, wie iets gaat doen en wanneer. Wie wat zei, is bijna nooit nodig. Streep in een oud verslag alles aan wat je nu nog zou willen weten: dat is wat erin had moeten staan.",
        },
        Step {
            kind: Kind::Attendance,
            title: "Volg de training",
            preparation: false,
            minutes: 360,
            due: 40,
            description: "Twee bijeenkomsten met je groep. Neem een verslag mee van een overleg waar je zelf bij was.",
        },
        Step {
            kind: Kind::Evaluation,
            title: "Vul de evaluatie in",
            preparation: false,
            minutes: 5,
            due: 50,
            description: "Wat vond je van de training? Met jouw antwoorden maken we de volgende beter.",
        },
    ],
    questions: &[],
    evaluation: &[
        Thought {
            kind: evaluations::QuestionKind::Scale,
            prompt: "Welk cijfer geef je de training?",
            hint: Some("1 is heel slecht, 10 is heel goed."),
            options: &[],
            required: true,
        },
        Thought {
            kind: evaluations::QuestionKind::Scale,
            prompt: "Welk cijfer geef je je trainer?",
            hint: Some("1 is heel slecht, 10 is heel goed."),
            options: &[],
            required: true,
        },
        Thought {
            kind: evaluations::QuestionKind::Choice,
            prompt: "Gebruik je wat je hebt geleerd?",
            hint: None,
            options: &["Ja, elke week", "Soms", "Nog niet, maar ik ga het doen", "Nee"],
            required: true,
        },
        Thought {
            kind: evaluations::QuestionKind::Open,
            prompt: "Wat kan er beter?",
            hint: None,
            options: &[],
            required: false,
        },
    ],
    worth: Some((12, "4,5 punten", "Register Bestuursondersteuning")),
};

/// The trainings, in a fixed order.
pub fn trainings(tx: &mut Tx) -> Result<Vec<TrainingId>> {
    [READERS, MAILS, MINUTES].iter().map(|training| insert(tx, training)).collect()
}

/// Puts a training in the catalogue.
pub fn insert(tx: &mut Tx, training: &Training) -> Result<TrainingId> {
    let now = tx.now();
    let id: TrainingId = diesel::insert_into(trainings::table)
        .values((
            trainings::name.eq(training.name),
            trainings::description.eq(training.description),
            trainings::created_at.eq(now),
            trainings::study_hours.eq(training.worth.map(|w| w.0)),
            trainings::accreditation_points.eq(training.worth.map(|w| w.1)),
            trainings::accreditor.eq(training.worth.map(|w| w.2)),
        ))
        .returning(trainings::id)
        .get_result(tx.db())?;
    for (position, step) in (1..).zip(training.actions) {
        diesel::insert_into(training_actions::table)
            .values((
                training_actions::training_id.eq(id),
                training_actions::position.eq(position),
                training_actions::kind.eq(step.kind),
                training_actions::title.eq(step.title),
                training_actions::description.eq(step.description),
                training_actions::preparation.eq(step.preparation),
                training_actions::minutes.eq(step.minutes),
                training_actions::due_days.eq(step.due),
            ))
            .execute(tx.db())?;
    }
    for (position, question) in (1..).zip(training.questions) {
        diesel::insert_into(training_questions::table)
            .values((
                training_questions::training_id.eq(id),
                training_questions::position.eq(position),
                training_questions::kind.eq(question.kind),
                training_questions::prompt.eq(question.prompt),
                training_questions::hint.eq(question.hint),
                training_questions::options
                    .eq(Json::new(question.options.iter().map(|o| (*o).to_owned()).collect::<Vec<_>>())?),
                training_questions::required.eq(question.required),
                training_questions::learning_wish.eq(question.wish),
            ))
            .execute(tx.db())?;
    }
    evaluation(tx, id, training.evaluation)?;
    Ok(id)
}

fn evaluation(tx: &mut Tx, of: TrainingId, thoughts: &[Thought]) -> Result<()> {
    for (position, thought) in (1..).zip(thoughts) {
        let options = thought.options.iter().map(|o| (*o).to_owned()).collect::<Vec<_>>();
        diesel::insert_into(training_evaluation_questions::table)
            .values((
                training_evaluation_questions::training_id.eq(of),
                training_evaluation_questions::position.eq(position),
                training_evaluation_questions::kind.eq(thought.kind),
                training_evaluation_questions::prompt.eq(thought.prompt),
                training_evaluation_questions::hint.eq(thought.hint),
                training_evaluation_questions::options.eq(Json::new(options)?),
                training_evaluation_questions::required.eq(thought.required),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}
