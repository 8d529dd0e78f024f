//! What the people of the demo did so far.

use actix_web::web;
use chrono::{Days, NaiveTime};
use diesel::prelude::*;

use super::answers::{self, Filled};
use super::projects::Seeded;
use crate::learning::actions::{ActionId, Kind};
use crate::learning::intakes::{IntakeId, QuestionId, QuestionKind, State, Terms};
use crate::planning::projects::ParticipantId;
use crate::platform::clock::from_local;
use crate::platform::db::schema::{actions, answers as rows, completions, intakes, projects, questions};
use crate::platform::db::{Actor, Json, Moment, Tx};
use crate::platform::error::Result;
use crate::site::Site;

/// How far somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    /// Has not been seen.
    Nowhere,
    /// Began the intake.
    Began,
    /// Read the text, and nothing else.
    Read,
    /// Handed in the intake.
    Intake,
    /// Handed in the intake and read the text.
    Prepared,
    /// Was there, too.
    Trained,
}

/// How far the people of each project are, in the order of its list; the last word counts for the rest.
const FAR: &[&[Far]] = &[
    // Samira began, IJsbrand is prepared; Daan and Kees are behind.
    &[
        Far::Began,
        Far::Prepared,
        Far::Prepared,
        Far::Prepared,
        Far::Intake,
        Far::Nowhere,
        Far::Prepared,
        Far::Began,
        Far::Prepared,
        Far::Read,
        Far::Intake,
    ],
    &[Far::Trained, Far::Trained, Far::Trained, Far::Intake, Far::Trained, Far::Nowhere],
    &[Far::Nowhere],
    &[Far::Intake, Far::Prepared, Far::Prepared, Far::Nowhere, Far::Prepared, Far::Intake, Far::Began, Far::Prepared],
];

/// Lets everybody do as much as their project asks by now, and a few less than that.
pub async fn all(site: &web::Data<Site>, seeded: Vec<Seeded>) -> Result<()> {
    let done = site.write(Actor::OPERATOR, move |tx| {
        for (at, (project, far)) in seeded.iter().zip(FAR).enumerate() {
            let course = Course::of(tx, project)?;
            for (number, (participant, _)) in project.participants.iter().enumerate() {
                let far = far.get(number).or(far.last()).copied().unwrap_or(Far::Nowhere);
                // The client's people answer for themselves: no two are alike within a project.
                let filled = answers::of(at, number);
                one(tx, &course, *participant, far, filled, number as u64)?;
            }
        }
        Ok(seeded.len())
    });
    let projects = done.await?;
    tracing::info!(projects, "the demo is filled");
    Ok(())
}

/// What a project asks of its people.
struct Course {
    starts_on: chrono::NaiveDate,
    ends_on: chrono::NaiveDate,
    actions: Vec<(ActionId, Kind)>,
    questions: Vec<(QuestionId, QuestionKind, Vec<String>)>,
}

impl Course {
    fn of(tx: &mut Tx, seeded: &Seeded) -> Result<Self> {
        type Question = (QuestionId, QuestionKind, Json<Vec<String>>);
        let asked: Vec<Question> = questions::table
            .filter(questions::project_id.eq(seeded.project))
            .order(questions::position)
            .select((questions::id, questions::kind, questions::options))
            .load(tx.db())?;
        Ok(Self {
            starts_on: seeded.starts_on,
            ends_on: projects::table.find(seeded.project).select(projects::ends_on).first(tx.db())?,
            actions: actions::table
                .filter(actions::project_id.eq(seeded.project))
                .order(actions::position)
                .select((actions::id, actions::kind))
                .load(tx.db())?,
            questions: asked.into_iter().map(|(id, kind, options)| (id, kind, options.into_inner())).collect(),
        })
    }

    /// A working hour so many days after the start.
    fn day(&self, days: u64) -> Moment {
        let hour = 8 + u32::try_from(days % 9).unwrap_or_default();
        let time = NaiveTime::from_hms_opt(hour, 12, 0).unwrap_or_default();
        from_local((self.starts_on + Days::new(days)).and_time(time))
    }
}

fn one(tx: &mut Tx, course: &Course, who: ParticipantId, far: Far, filled: &Filled, number: u64) -> Result<()> {
    let intake = matches!(far, Far::Intake | Far::Prepared | Far::Trained);
    if far == Far::Began {
        let saved_at = course.day(20 + number % 3);
        let id = insert_intake(tx, who, State::Draft, saved_at, Terms::FIRST.draft_until(course.ends_on, saved_at))?;
        answer(tx, course, id, filled, 1)?;
    }
    if intake {
        let at = course.day(5 + number);
        let id = insert_intake(tx, who, State::Submitted, at, Terms::FIRST.kept_until(course.ends_on))?;
        answer(tx, course, id, filled, course.questions.len())?;
        complete(tx, course, who, Kind::Intake, at)?;
    }
    if matches!(far, Far::Read | Far::Prepared) {
        complete(tx, course, who, Kind::Reading, course.day(9 + number))?;
    }
    if far == Far::Trained {
        complete(tx, course, who, Kind::Attendance, course.day(31))?;
    }
    Ok(())
}

fn insert_intake(tx: &mut Tx, who: ParticipantId, state: State, at: Moment, destroy_at: Moment) -> Result<IntakeId> {
    Ok(diesel::insert_into(intakes::table)
        .values((
            intakes::participant_id.eq(who),
            intakes::state.eq(state),
            intakes::version.eq(1),
            intakes::saved_at.eq(at),
            intakes::submitted_at.eq((state == State::Submitted).then_some(at)),
            intakes::destroy_at.eq(destroy_at),
        ))
        .returning(intakes::id)
        .get_result(tx.db())?)
}

/// Fills in the first `most` questions.
fn answer(tx: &mut Tx, course: &Course, intake: IntakeId, filled: &Filled, most: usize) -> Result<()> {
    let short = course.questions.len() < filled.long.len();
    let words = if short { filled.short.as_slice() } else { filled.long.as_slice() };
    for ((question, kind, options), said) in course.questions.iter().zip(words).take(most) {
        let chosen = options.get(filled.often).map(String::as_str);
        let said = if *kind == QuestionKind::Choice { chosen.unwrap_or_default() } else { said };
        if !said.is_empty() {
            diesel::insert_into(rows::table)
                .values((rows::intake_id.eq(intake), rows::question_id.eq(question), rows::words.eq(said)))
                .execute(tx.db())?;
        }
    }
    Ok(())
}

fn complete(tx: &mut Tx, course: &Course, who: ParticipantId, kind: Kind, at: Moment) -> Result<()> {
    for (action, _) in course.actions.iter().filter(|a| a.1 == kind) {
        diesel::insert_into(completions::table)
            .values((
                completions::participant_id.eq(who),
                completions::action_id.eq(action),
                completions::done_at.eq(at),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}
