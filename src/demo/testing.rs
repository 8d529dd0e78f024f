//! The project of the demo with a test: some passed, one may try again, one waits for the trainer. Nobody said this.

use actix_web::web;
use chrono::{Days, TimeDelta, Weekday};
use diesel::prelude::*;

use super::content::{self, Step, Training};
use super::people::STAFF;
use super::projects::{self, Group};
use super::results::met;
use crate::access::Role;
use crate::crm::organisations::OrganisationId;
use crate::crm::people::PersonId;
use crate::learning::actions::{self, ActionId, Kind};
use crate::learning::tests::{self, Due, Item, NewQuestion, NewTest, Place, Question, QuestionKind, Release};
use crate::planning::projects::{self as planning, NewProject, ParticipantId, UploadAnchor};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::local;
use crate::platform::db::schema::{people, projects as rows};
use crate::platform::db::{Actor, Moment, Tx};
use crate::platform::error::Result;
use crate::site::Site;

const LETTERS: Training = Training {
    name: "Heldere brieven en e-mails",
    description: "Je leert brieven en e-mails schrijven waar je lezer meteen iets mee kan.",
    actions: &[
        Step {
            kind: Kind::Reading,
            title: "Lees ‘Begin met het antwoord’",
            preparation: true,
            minutes: 10,
            due: 7,
            description: "Wie een brief opent, wil één ding weten: wat betekent dit voor mij? Zet dat antwoord in de eerste zin. Daarna komt de uitleg, en aan het einde wat je van de lezer vraagt.",
        },
        Step {
            kind: Kind::Attendance,
            title: "Volg de training",
            preparation: false,
            minutes: 180,
            due: 14,
            description: "Eén ochtend met je groep. Neem een brief mee die je zelf schreef.",
        },
        Step {
            kind: Kind::Evaluation,
            title: "Vul de evaluatie in",
            preparation: false,
            minutes: 5,
            due: 60,
            description: "Wat vond je van de training? Met jouw antwoorden maken we de volgende beter.",
        },
    ],
    questions: &[],
    evaluation: &[content::Thought::scale("Welk cijfer geef je de training?", "1 is heel slecht, 10 is heel goed.")],
    worth: None,
};

const GROUP: Group =
    Group { name: "Dinsdag om half tien", trainer: 1, capacity: 8, weekday: Weekday::Tue, meetings: &[8], hour: 9 };

/// The people who take part, and what each did with the test.
const PEOPLE: &[(&str, &[Attempt])] = &[
    (
        "lukasz.zulawski@dewending.example.nl",
        &[handed_in(
            Right,
            "Wilt u dat we u helpen? Vul dan het formulier in en stuur het terug.",
            6,
            "Kort en helder. Beter kan bijna niet.",
        )],
    ),
    (
        "hedwig.kuipers@dewending.example.nl",
        &[
            handed_in(
                Partly,
                "U dient het formulier te retourneren.",
                1,
                "‘Dient’ en ‘retourneren’ zijn nog deftig. Probeer ‘moet’ en ‘terugsturen’.",
            ),
            handed_in(
                Right,
                "Stuur ons het ingevulde formulier. Dan kunnen we u helpen.",
                5,
                "Veel beter! Je zegt nu meteen wat de lezer moet doen.",
            ),
        ],
    ),
    (
        "jaap.terpstra@dewending.example.nl",
        &[handed_in(
            Partly,
            "Om uw verzoek te behandelen, moet u het formulier retourneren.",
            3,
            "De zin is korter. Kun je ook ‘retourneren’ vervangen?",
        )],
    ),
    (
        "siobhan.oneill@dewending.example.nl",
        &[waits(Right, "Vul het formulier in en stuur het naar ons. Daarna lezen we uw vraag.")],
    ),
    ("milan.koster@dewending.example.nl", &[Attempt { how: Partly, words: "", mark: None, whole: false }]),
    ("aletta.brandsma@dewending.example.nl", &[]),
];

/// How well somebody answers what the program marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Right,
    Partly,
}
use How::{Partly, Right};

/// What somebody did in one go.
#[derive(Clone, Copy)]
struct Attempt {
    how: How,
    /// What they wrote as the answer in words.
    words: &'static str,
    /// What the trainer gave for that, and said about it.
    mark: Option<(i32, &'static str)>,
    whole: bool,
}

const fn handed_in(how: How, words: &'static str, points: i32, comment: &'static str) -> Attempt {
    Attempt { how, words, mark: Some((points, comment)), whole: true }
}

const fn waits(how: How, words: &'static str) -> Attempt {
    Attempt { how, words, mark: None, whole: true }
}

/// Makes the training with its test, a project of it, and lets the people do what they did, each at their own moment.
pub async fn all(site: &web::Data<Site>) -> Result<()> {
    let made = site.write(Actor::OPERATOR, make).await?;
    for (number, (who, attempts)) in (0..).zip(made.people.iter().zip(PEOPLE.iter().map(|p| p.1))) {
        let (who, test, reading) = (*who, made.test, made.reading);
        at(site, made.met.minus(TimeDelta::days(6 - number)), move |tx| actions::complete(tx, who.0, reading)).await?;
        for (days, attempt) in (3..).step_by(3).zip(attempts) {
            let (attempt, moment) =
                (*attempt, made.met.plus(TimeDelta::hours(number) + TimeDelta::days(days) - TimeDelta::days(1)));
            let done = at(site, moment, move |tx| {
                tests::hand_in(tx, test, who, attempt.whole, |question| said(question, attempt))
            });
            let id = done.await?;
            if let Some((points, comment)) = attempt.mark {
                at(site, moment.plus(TimeDelta::hours(4)), move |tx| tests::give(tx, id, points, comment)).await?;
            }
        }
    }
    Ok(())
}

/// Writes as of a moment in the past.
async fn at<T: Send + 'static>(
    site: &web::Data<Site>,
    moment: Moment,
    act: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
) -> Result<T> {
    let pool = site.pool.clone();
    web::block(move || pool.write(moment, Actor::OPERATOR, act)).await?
}

/// What was made.
struct Made {
    people: Vec<(ParticipantId, PersonId)>,
    test: ActionId,
    reading: ActionId,
    /// When the meeting was over.
    met: Moment,
}

fn make(tx: &mut Tx) -> Result<Made> {
    let training = content::insert(tx, &LETTERS)?;
    test(tx, training)?;
    let starts_on = local(tx.now()).date() - Days::new(25);
    let (organisation, adviser) = (client(tx)?, staff(tx, Role::Adviser, 0)?);
    let project = planning::create(
        tx,
        &NewProject {
            organisation,
            training,
            name: "Heldere brieven en e-mails – cliëntenbureau".into(),
            starts_on,
            ends_on: starts_on + Days::new(80),
            adviser,
            upload_anchor: UploadAnchor::Confirmation,
        },
    )?;
    diesel::update(rows::table.find(project)).set(rows::certificate.eq(true)).execute(tx.db())?;
    if let Some(leader) = person(tx, "carlijn.verhage@dewending.example.nl")? {
        projects::lead(tx, project, leader)?;
    }
    let trainer = staff(tx, Role::Trainer, 1)?;
    let group = projects::group(tx, project, &GROUP, trainer, starts_on, "Esdoornlaan 40, Wendel")?;
    let mut people = Vec::new();
    for (email, _) in PEOPLE {
        if let Some(person) = person(tx, email)? {
            let who = projects::participant(tx, project, person)?;
            projects::place(tx, who, group)?;
            people.push((who, person));
        }
    }
    let met = met(tx, project)?;
    let step = |tx: &mut Tx, kind| -> Result<ActionId> {
        actions::of_kind(tx.db(), project, kind)?.pop().ok_or(crate::platform::error::Error::NotFound)
    };
    Ok(Made { people, test: step(tx, Kind::Test)?, reading: step(tx, Kind::Reading)?, met })
}

fn client(tx: &mut Tx) -> Result<OrganisationId> {
    use crate::platform::db::schema::organisations;
    let same = organisations::table.filter(organisations::name.eq("Zorggroep De Wending"));
    Ok(same.select(organisations::id).first(tx.db())?)
}

fn person(tx: &mut Tx, email: &str) -> Result<Option<PersonId>> {
    Ok(people::table.filter(people::email.eq(email)).select(people::id).first(tx.db()).optional()?)
}

/// The one with this role in the list of staff, from 0.
fn staff(tx: &mut Tx, role: Role, at: usize) -> Result<Option<PersonId>> {
    let email = STAFF.iter().filter(|s| s.role == role).map(|s| s.email).nth(at);
    email.map_or(Ok(None), |email| person(tx, email))
}

/// How somebody answers `question`.
fn said(question: &Question, attempt: Attempt) -> String {
    let (items, mut lines) = (question.items.get(), question.right());
    match (question.kind, attempt.how) {
        (QuestionKind::Open, _) => return attempt.words.to_owned(),
        (_, Right) => {}
        (QuestionKind::Single, Partly) => {
            lines = items.iter().filter(|i| !i.right).take(1).map(|i| i.text.clone()).collect()
        }
        (QuestionKind::Multiple, Partly) => lines.truncate(2),
        (QuestionKind::Order, Partly) => {
            let places = ["1", "3", "2", "4", "5"];
            lines = items.iter().zip(places).map(|(item, place)| Question::placed(item, place)).collect();
            lines.sort();
        }
        (QuestionKind::Matching, Partly) => {
            let pairs = items.iter().skip(1).chain(items.iter().take(1)).map(|item| item.pair.as_str());
            let pairs = items.iter().zip(pairs).enumerate();
            let own = |(at, (item, other)): (usize, (&Item, &str))| {
                Question::paired(item, if at < 2 { &item.pair } else { other })
            };
            lines = pairs.map(own).collect();
        }
    }
    lines.join("\n")
}

/// A question of the test: what can be chosen, or put in order, or matched, with what belongs to it and whether it is
/// right.
struct Asked {
    kind: QuestionKind,
    points: i32,
    prompt: &'static str,
    items: &'static [(&'static str, &'static str, bool)],
    feedback: &'static str,
}

const QUESTIONS: &[Asked] = &[
    Asked {
        kind: QuestionKind::Single,
        points: 2,
        prompt: "Een klant vraagt of hij zijn afspraak kan verzetten. Waar in je e-mail zet je het antwoord?",
        items: &[
            ("Aan het einde, als besluit van mijn uitleg", "", false),
            ("In de eerste zin", "", true),
            ("In het midden, na de regels die gelden", "", false),
            ("In een bijlage", "", false),
        ],
        feedback: "Je lezer zoekt het antwoord. Staat dat bovenaan, dan leest hij de uitleg daarna met rust.",
    },
    Asked {
        kind: QuestionKind::Multiple,
        points: 3,
        prompt: "In welke zinnen is duidelijk wie iets doet?",
        items: &[
            ("De verpleegkundige belt u morgen voor twaalf uur.", "", true),
            ("Er zal zo spoedig mogelijk contact met u worden opgenomen.", "", false),
            ("U kunt uw afspraak zelf verzetten.", "", true),
            ("Het formulier wordt u per post toegezonden.", "", false),
            ("Wij sturen u het formulier met de post.", "", true),
        ],
        feedback: "‘Wordt’ en ‘zal worden’ verstoppen wie er iets doet. Zet die persoon vooraan in de zin.",
    },
    Asked {
        kind: QuestionKind::Order,
        points: 5,
        prompt: "Zet de delen van een goede e-mail in de goede volgorde.",
        items: &[
            ("De groet", "", false),
            ("Het antwoord of de boodschap", "", false),
            ("De uitleg", "", false),
            ("Wat je van de lezer vraagt", "", false),
            ("De afsluiting met je naam", "", false),
        ],
        feedback: "Eerst het antwoord, dan de uitleg. Wat je van de lezer vraagt, staat vlak voor het einde: dat onthoudt hij.",
    },
    Asked {
        kind: QuestionKind::Matching,
        points: 4,
        prompt: "Welk gewoon woord hoort bij welk deftig woord?",
        items: &[
            ("indien", "als", false),
            ("reeds", "al", false),
            ("inzake", "over", false),
            ("dient te", "moet", false),
        ],
        feedback: "Gebruik het woord dat je aan de telefoon ook gebruikt.",
    },
    Asked {
        kind: QuestionKind::Open,
        points: 6,
        prompt: "Herschrijf deze zin, zodat iedereen hem in één keer begrijpt: ‘Teneinde uw verzoek in behandeling te kunnen nemen, dient u bijgevoegd formulier volledig ingevuld te retourneren.’",
        items: &[],
        feedback: "Bijvoorbeeld: ‘Wilt u dat we u helpen? Vul dan het formulier in en stuur het terug.’",
    },
];

fn test(tx: &mut Tx, training: TrainingId) -> Result<()> {
    let new = NewTest {
        title: "Toets: brieven en e-mails".into(),
        introduction: "Wat weet je nog van de training? De toets heeft vijf vragen en duurt ongeveer een kwartier. Je mag je aantekeningen gebruiken.".into(),
        minutes: Some(15),
        due: Due::After(28),
        attempts: 2,
        pass_mark: Some(60),
        result: Release::AtOnce,
    };
    let id = tests::add(tx, Place::Training(training), &new)?;
    for (position, asked) in (1..).zip(QUESTIONS) {
        let item = |(text, pair, right): &(&str, &str, bool)| Item {
            text: (*text).into(),
            pair: (*pair).into(),
            right: *right,
            shown: 0,
        };
        let mut items: Vec<Item> = asked.items.iter().map(item).collect();
        tests::shuffle(&mut items);
        let new = NewQuestion {
            position,
            kind: asked.kind,
            prompt: asked.prompt.into(),
            items,
            points: asked.points,
            feedback: Some(asked.feedback.into()),
        };
        tests::add_question(tx, id, &new)?;
    }
    tests::open(tx, id, true)?;
    Ok(())
}
