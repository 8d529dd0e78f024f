//! The projects of the crowd, with their steps, questions and groups, and who is in which.

use chrono::{Days, NaiveTime, TimeDelta};
use diesel::dsl::max;
use diesel::prelude::*;

use super::course::{DESCRIPTION, NAME, QUESTIONS, STEPS};
use super::names::{self, chance};
use super::people::Firsts;
use super::plan::{Course, IN_A_GROUP, Plan};
use super::rows::{Rows, count_on, row};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::from_local;
use crate::platform::db::schema::{actions, groups, participants, people, projects, questions, staff_roles, trainings};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::platform::folding::folded;

/// The numbers of the first rows.
#[derive(Debug, Clone, Copy)]
pub struct Begun {
    project: i64,
    action: i64,
    question: i64,
    group: i64,
    participant: i64,
}

impl Begun {
    fn project(&self, course: &Course) -> i64 {
        self.project + course.number.cast_signed()
    }

    /// The row of the action at `position` (from 1) of a project.
    pub fn action(&self, course: &Course, position: i32) -> i64 {
        self.action + course.number.cast_signed() * STEPS.len() as i64 + i64::from(position) - 1
    }

    /// The row of question `at` (from 0) of a project.
    pub fn question(&self, course: &Course, at: usize) -> i64 {
        self.question + course.number.cast_signed() * QUESTIONS.len() as i64 + at as i64
    }

    /// The participant that student `number` is.
    pub fn participant(&self, number: u64) -> i64 {
        self.participant + number.cast_signed()
    }
}

macro_rules! next {
    ($tx:expr, $table:ident) => {
        1 + $table::table.select(max($table::id)).first::<Option<i64>>($tx.db())?.unwrap_or(0)
    };
}

/// Makes them.
pub fn all(tx: &mut Tx, plan: &Plan, first: &Firsts) -> Result<Begun> {
    let begun = Begun {
        project: next!(tx, projects),
        action: next!(tx, actions),
        question: next!(tx, questions),
        group: next!(tx, groups),
        participant: next!(tx, participants),
    };
    let training = training(tx)?;
    let adviser = adviser(tx)?;
    rows_of_projects(tx, plan, first, &begun, training, adviser)?;
    what_they_ask(tx, plan, &begun)?;
    part_takers(tx, plan, first, &begun)?;
    in_groups(tx, plan, first, &begun)?;
    count_on(tx, &["projects", "actions", "questions", "groups", "participants"])?;
    Ok(begun)
}

fn training(tx: &mut Tx) -> Result<TrainingId> {
    let now = tx.now();
    let id: TrainingId = diesel::insert_into(trainings::table)
        .values((trainings::name.eq(NAME), trainings::description.eq(DESCRIPTION), trainings::created_at.eq(now)))
        .returning(trainings::id)
        .get_result(tx.db())?;
    let mut rows =
        Rows::of("training_actions (training_id, position, kind, title, description, preparation, minutes, due_days)");
    for step in STEPS {
        let (place, kind) = (i64::from(step.position), step.kind.as_str());
        let (title, words) = (step.title, step.description);
        rows.add(tx, row![id.0, place, kind, title, words, step.preparation, step.minutes, step.due])?;
    }
    rows.end(tx)?;
    let mut rows =
        Rows::of("training_questions (training_id, position, kind, prompt, options, required, learning_wish)");
    for (place, question) in (1_i64..).zip(QUESTIONS) {
        let (kind, prompt) = (question.kind.as_str(), question.prompt);
        rows.add(tx, row![id.0, place, kind, prompt, question.options, true, question.wish])?;
    }
    rows.end(tx)?;
    Ok(id)
}

/// The adviser of the demo leads every project of the crowd.
fn adviser(tx: &mut Tx) -> Result<Option<i64>> {
    let advisers = people::table.inner_join(staff_roles::table).filter(staff_roles::role.eq("adviser"));
    Ok(advisers.select(people::id).order(people::id).first(tx.db()).optional()?)
}

fn rows_of_projects(
    tx: &mut Tx,
    plan: &Plan,
    first: &Firsts,
    begun: &Begun,
    training: TrainingId,
    adviser: Option<i64>,
) -> Result<()> {
    const DEPARTMENTS: &[&str] =
        &["Burgerzaken", "Vergunningen", "Communicatie", "Klantcontact", "Juridische zaken", "Beheer", "Wonen", "Werk"];
    let mut rows = Rows::of(
        "projects (id, organisation_id, training_id, name, name_folded, starts_on, ends_on, adviser_id, upload_anchor, created_at)",
    );
    for course in plan.courses() {
        let name = format!("{NAME} – {}", names::one(DEPARTMENTS, course.number, 30).unwrap_or_default());
        let (id, client) = (begun.project(&course), first.organisation(course.client));
        let (from, to, at) = (course.starts_on, course.ends_on, course.invited_at(plan.now()));
        let folded = folded(&name);
        rows.add(tx, row![id, client, training.0, &*name, &*folded, from, to, adviser, "confirmation", at])?;
    }
    rows.end(tx)?;
    let mut rows = Rows::of("project_leaders (project_id, person_id, created_at)");
    for course in plan.courses() {
        rows.add(tx, row![begun.project(&course), first.leader(course.client), course.invited_at(plan.now())])?;
    }
    rows.end(tx).map(drop)
}

fn what_they_ask(tx: &mut Tx, plan: &Plan, begun: &Begun) -> Result<()> {
    let mut rows =
        Rows::of("actions (id, project_id, position, kind, title, description, preparation, minutes, due_on)");
    for course in plan.courses() {
        for step in STEPS {
            let (id, place, kind) =
                (begun.action(&course, step.position), i64::from(step.position), step.kind.as_str());
            let (project, due) = (begun.project(&course), course.starts_on + TimeDelta::days(step.due));
            let (title, words) = (step.title, step.description);
            rows.add(tx, row![id, project, place, kind, title, words, step.preparation, step.minutes, due])?;
        }
    }
    rows.end(tx)?;
    let mut rows = Rows::of("questions (id, project_id, position, kind, prompt, options, required, learning_wish)");
    for course in plan.courses() {
        for (at, question) in QUESTIONS.iter().enumerate() {
            let (id, project, kind) = (begun.question(&course, at), begun.project(&course), question.kind.as_str());
            let (prompt, options) = (question.prompt, question.options);
            rows.add(tx, row![id, project, at as i64 + 1, kind, prompt, options, true, question.wish])?;
        }
    }
    rows.end(tx).map(drop)
}

fn part_takers(tx: &mut Tx, plan: &Plan, first: &Firsts, begun: &Begun) -> Result<()> {
    let mut rows = Rows::of("participants (id, project_id, person_id, created_at, invited_at)");
    for course in plan.courses() {
        let at = course.invited_at(plan.now());
        for number in course.students.clone() {
            let project = begun.project(&course);
            rows.add(tx, row![begun.participant(number), project, first.student(number), at, at])?;
        }
    }
    rows.end(tx).map(drop)
}

fn in_groups(tx: &mut Tx, plan: &Plan, first: &Firsts, begun: &Begun) -> Result<()> {
    const DAYS: &[(&str, u64)] = &[("Maandag", 0), ("Dinsdag", 1), ("Woensdag", 2), ("Donderdag", 3), ("Vrijdag", 4)];
    let mut rows = Rows::of("groups (id, project_id, name, trainer_id, capacity)");
    let mut placed: Vec<(i64, u64, Moment)> = Vec::new();
    let mut meetings: Vec<(i64, Moment, String)> = Vec::new();
    let mut id = begun.group;
    for course in plan.courses() {
        let (_, town, _) = names::client(course.client);
        let size = course.students.end - course.students.start;
        for (at, from) in (0..size).step_by(IN_A_GROUP as usize).enumerate() {
            let (day, later) = names::one(DAYS, course.number + at as u64, 31).unwrap_or_default();
            let name = format!("{day} {}", at + 1);
            let trainer = first.trainer(chance(id.unsigned_abs(), 32) % plan.trainers);
            rows.add(tx, row![id, begun.project(&course), &*name, trainer, 14_i64])?;
            for week in 0..2 {
                let time = NaiveTime::from_hms_opt(9 + 4 * (at as u32 % 2), 30, 0).unwrap_or_default();
                // Monday of the fifth week, and the day of the group.
                let monday = course.starts_on + Days::new(22);
                let monday = monday - Days::new(u64::from(chrono::Datelike::weekday(&monday).num_days_from_monday()));
                let begins = from_local((monday + Days::new(later + 7 * week)).and_time(time));
                meetings.push((id, begins, format!("Raadhuisplein {}, {town}, zaal {}", 1 + at % 9, 1 + at % 4)));
            }
            let members = (course.students.start + from)..(course.students.start + (from + IN_A_GROUP).min(size));
            // One in fifty has no group yet.
            let members = members.filter(|number| !chance(*number, 33).is_multiple_of(50));
            placed.extend(members.map(|number| (id, number, course.invited_at(plan.now()))));
            id += 1;
        }
    }
    rows.end(tx)?;
    let mut rows = Rows::of("meetings (group_id, starts_at, ends_at, location, uid)");
    for (number, (group, at, place)) in meetings.iter().enumerate() {
        let uid = format!("crowd-{number}");
        rows.add(tx, row![*group, *at, at.plus(TimeDelta::hours(3)), &**place, &*uid])?;
    }
    rows.end(tx)?;
    let mut rows = Rows::of("enrolments (participant_id, group_id, created_at)");
    for (group, number, at) in placed {
        rows.add(tx, row![begun.participant(number), group, at])?;
    }
    rows.end(tx).map(drop)
}
