//! What came of the trainings of the demo that are over: who was there, what people thought of it, and who has a
//! certificate. Nobody said this.

use actix_web::web;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::projects::Seeded;
use crate::learning::actions::{self, Kind};
use crate::learning::certificates;
use crate::learning::evaluations::{self, Style, kept_until};
use crate::planning::attendance::Mark;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::schema::{
    attendances, enrolments, evaluation_answers, evaluation_questions, evaluations as rows, groups, meetings, projects,
};
use crate::platform::db::{Actor, Moment, Tx};
use crate::platform::error::Result;
use crate::site::Site;

/// What became of the people of one project.
struct Course {
    /// Its place in the list of projects.
    project: usize,
    style: Style,
    people: &'static [Part],
}

/// What one person did: at which meetings they were, and what they answered.
struct Part {
    marks: &'static [Mark],
    /// Two marks, a choice and some words; nothing when they did not hand it in.
    thought: Option<[&'static str; 4]>,
}

const fn part(marks: &'static [Mark], thought: [&'static str; 4]) -> Part {
    Part { marks, thought: Some(thought) }
}

const BOTH: &[Mark] = &[Mark::Present, Mark::Present];
const OFTEN: &str = "Ja, elke week";
const SOMETIMES: &str = "Soms";
const SOON: &str = "Nog niet, maar ik ga het doen";

const COURSES: &[Course] = &[
    Course {
        project: 4,
        style: Style::Anonymous,
        people: &[
            part(BOTH, ["9", "9", OFTEN, "Iets meer tijd om te oefenen met een eigen verslag."]),
            part(&[Mark::Late, Mark::Present], ["8", "9", OFTEN, ""]),
            part(BOTH, ["8", "8", SOMETIMES, "De zaal was koud."]),
            part(BOTH, ["7", "8", SOON, "A summary in English would help me."]),
            part(BOTH, ["9", "10", OFTEN, "Niets. Mijn verslagen zijn nu half zo lang."]),
            part(BOTH, ["8", "9", SOMETIMES, ""]),
            // Was ill once, so two meetings are not enough; the last one forgot the evaluation.
            part(&[Mark::Excused, Mark::Present], ["7", "8", SOON, ""]),
            Part { marks: &[], thought: None },
        ],
    },
    Course {
        project: 5,
        style: Style::Anonymous,
        people: &[
            part(BOTH, ["8", "8", OFTEN, ""]),
            // IJda still has to say what she thought of it.
            Part { marks: BOTH, thought: None },
            part(BOTH, ["9", "9", OFTEN, "Graag een terugkomdag."]),
            part(BOTH, ["7", "9", SOMETIMES, ""]),
            Part { marks: &[Mark::Present, Mark::Absent], thought: None },
        ],
    },
    Course {
        project: 6,
        style: Style::Named,
        people: &[
            part(&[Mark::Present], ["8", "9", OFTEN, "Voor ons mag het tempo hoger."]),
            part(&[Mark::Present], ["9", "9", SOMETIMES, ""]),
        ],
    },
];

/// Lets the people of each course do what they did, each thing at its own moment.
pub async fn all(site: &web::Data<Site>, seeded: &[Seeded]) -> Result<()> {
    for course in COURSES {
        let Some(project) = seeded.get(course.project) else { continue };
        let id = project.project;
        let last = site.write(Actor::OPERATOR, move |tx| set_up(tx, id, course.style)).await?;
        let done = last.plus(TimeDelta::days(2));
        for (part, (who, _)) in course.people.iter().zip(project.participants.clone()) {
            at(site, last.minus(TimeDelta::days(21)), move |tx| read(tx, id, who)).await?;
            at(site, done, move |tx| take_part(tx, who, part)).await?;
        }
        let provider = site.config.provider.clone();
        at(site, done, move |tx| certificates::attendance_noted(tx, id, &provider).map(|_| ())).await?;
        for (part, (who, _)) in course.people.iter().zip(project.participants.clone()) {
            let provider = site.config.provider.clone();
            let (style, handed_in) = (course.style, done.plus(TimeDelta::days(3)));
            at(site, handed_in, move |tx| think(tx, id, who, style, part, &provider)).await?;
        }
    }
    Ok(())
}

/// Writes as of a moment in the past.
async fn at(
    site: &web::Data<Site>,
    moment: Moment,
    act: impl FnOnce(&mut Tx) -> Result<()> + Send + 'static,
) -> Result<()> {
    let pool = site.pool.clone();
    web::block(move || pool.write(moment, Actor::OPERATOR, act)).await?
}

/// Makes the project give certificates; says when its last meeting ends.
fn set_up(tx: &mut Tx, project: ProjectId, style: Style) -> Result<Moment> {
    diesel::update(projects::table.find(project))
        .set((projects::certificate.eq(true), projects::evaluation.eq(style)))
        .execute(tx.db())?;
    met(tx, project)
}

/// When the last meeting of `project` ends; now when there is none.
pub fn met(tx: &mut Tx, project: ProjectId) -> Result<Moment> {
    let last: Option<Moment> = meetings::table
        .inner_join(groups::table)
        .filter(groups::project_id.eq(project))
        .select(diesel::dsl::max(meetings::ends_at))
        .first(tx.db())?;
    Ok(last.unwrap_or(tx.now()))
}

fn read(tx: &mut Tx, project: ProjectId, who: ParticipantId) -> Result<()> {
    for step in actions::of_kind(tx.db(), project, Kind::Reading)? {
        actions::complete(tx, who, step)?;
    }
    Ok(())
}

fn take_part(tx: &mut Tx, who: ParticipantId, part: &Part) -> Result<()> {
    let held: Vec<(i64, Moment)> = meetings::table
        .inner_join(enrolments::table.on(enrolments::group_id.eq(meetings::group_id)))
        .filter(enrolments::participant_id.eq(who))
        .order(meetings::starts_at)
        .select((meetings::id, meetings::ends_at))
        .load(tx.db())?;
    for ((meeting, ends_at), mark) in held.into_iter().zip(part.marks) {
        diesel::insert_into(attendances::table)
            .values((
                attendances::meeting_id.eq(meeting),
                attendances::participant_id.eq(who),
                attendances::mark.eq(mark),
                attendances::marked_at.eq(ends_at),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

fn think(tx: &mut Tx, project: ProjectId, who: ParticipantId, style: Style, part: &Part, provider: &str) -> Result<()> {
    let Some(words) = part.thought else { return Ok(()) };
    let ends_on = projects::table.find(project).select(projects::ends_on).first(tx.db())?;
    let questions: Vec<evaluations::QuestionId> = evaluation_questions::table
        .filter(evaluation_questions::project_id.eq(project))
        .order(evaluation_questions::position)
        .select(evaluation_questions::id)
        .load(tx.db())?;
    let said = questions.into_iter().zip(words).filter(|(_, words)| !words.is_empty());
    let answers: evaluations::Answers = said.map(|(question, words)| (question, words.to_owned())).collect();
    let now = tx.now();
    let id: i64 = diesel::insert_into(rows::table)
        .values((
            rows::participant_id.eq(who),
            rows::state.eq("submitted"),
            rows::version.eq(2),
            rows::saved_at.eq((style == Style::Named).then_some(now)),
            rows::destroy_at.eq(kept_until(ends_on)),
        ))
        .returning(rows::id)
        .get_result(tx.db())?;
    if style == Style::Anonymous {
        evaluations::hand_in_without_name(tx, project, &answers)?;
    } else {
        for (question, words) in &answers {
            diesel::insert_into(evaluation_answers::table)
                .values((
                    evaluation_answers::evaluation_id.eq(id),
                    evaluation_answers::question_id.eq(question),
                    evaluation_answers::words.eq(words),
                ))
                .execute(tx.db())?;
        }
    }
    for step in actions::of_kind(tx.db(), project, Kind::Evaluation)? {
        actions::complete(tx, who, step)?;
    }
    certificates::issue_to(tx, project, who, provider).map(|_| ())
}
