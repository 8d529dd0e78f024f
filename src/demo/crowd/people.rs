//! The clients of the crowd, everybody who works there, and their trainers.

use diesel::dsl::max;
use diesel::prelude::*;

use super::names;
use super::plan::{Course, PROJECTS, Plan, leader, trainer};
use super::rows::{Rows, count_on, row};
use crate::access::Role;
use crate::crm::people::Name;
use crate::platform::clock::local;
use crate::platform::db::schema::{accounts, organisations, people};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::platform::folding::folded;
use crate::privacy::statement;

/// The numbers of the first rows: students come first, then leaders, then trainers, in both tables alike.
#[derive(Debug, Clone, Copy)]
pub struct Firsts {
    organisation: i64,
    person: i64,
    account: i64,
    students: u64,
    clients: u64,
}

impl Firsts {
    /// The row of client `number`.
    pub fn organisation(&self, number: u64) -> i64 {
        self.organisation + number.cast_signed()
    }

    /// The person of student `number`.
    pub fn student(&self, number: u64) -> i64 {
        self.person + number.cast_signed()
    }

    /// The person who leads the projects of client `number`.
    pub fn leader(&self, number: u64) -> i64 {
        self.person + (self.students + number).cast_signed()
    }

    /// The person of trainer `number`.
    pub fn trainer(&self, number: u64) -> i64 {
        self.person + (self.students + self.clients + number).cast_signed()
    }

    fn account_of(&self, person: i64) -> i64 {
        self.account + person - self.person
    }
}

/// Makes them.
pub fn all(tx: &mut Tx, plan: &Plan, hash: &str) -> Result<Firsts> {
    let first = Firsts {
        organisation: 1 + organisations::table
            .select(max(organisations::id))
            .first::<Option<i64>>(tx.db())?
            .unwrap_or(0),
        person: 1 + people::table.select(max(people::id)).first::<Option<i64>>(tx.db())?.unwrap_or(0),
        account: 1 + accounts::table.select(max(accounts::id)).first::<Option<i64>>(tx.db())?.unwrap_or(0),
        students: plan.students,
        clients: plan.clients,
    };
    clients(tx, plan, &first)?;
    persons(tx, plan, &first)?;
    employments(tx, plan, &first)?;
    logins(tx, plan, &first, hash)?;
    roles(tx, plan, &first)?;
    count_on(tx, &["organisations", "people", "accounts"])?;
    Ok(first)
}

fn clients(tx: &mut Tx, plan: &Plan, first: &Firsts) -> Result<()> {
    let mut rows = Rows::of("organisations (id, name, name_folded, created_at)");
    for number in 0..plan.clients {
        let (name, _, _) = names::client(number);
        rows.add(tx, row![first.organisation(number), &*name, &*folded(&name), plan.now()])?;
    }
    rows.end(tx).map(drop)
}

/// Everybody in the order of [`Firsts`], with the project that a student is in and whether they were ever in.
fn everybody(
    plan: &Plan,
    mut each: impl FnMut(Option<&Course>, u64, bool, (Name, String)) -> Result<()>,
) -> Result<()> {
    for course in plan.courses() {
        for student in course.people(plan.now()) {
            each(Some(&course), student.number, student.opened, course.student(student.number))?;
        }
    }
    for number in 0..plan.clients {
        each(None, number, true, leader(number))?;
    }
    for number in 0..plan.trainers {
        each(None, number, true, trainer(number))?;
    }
    Ok(())
}

fn since(course: Option<&Course>, now: Moment) -> Moment {
    course.map_or(now, |c| c.invited_at(now))
}

fn persons(tx: &mut Tx, plan: &Plan, first: &Firsts) -> Result<()> {
    let mut rows = Rows::of("people (id, first_name, infix, last_name, name_folded, email, email_folded, created_at)");
    let mut id = first.person;
    everybody(plan, |course, _, _, (name, email)| {
        let at = since(course, plan.now());
        let (given, infix) = (name.first_name.as_deref(), name.infix.as_deref());
        rows.add(tx, row![id, given, infix, &*name.last_name, &*name.folded(), &*email, &*email, at])?;
        id += 1;
        Ok(())
    })?;
    rows.end(tx).map(drop)
}

fn employments(tx: &mut Tx, plan: &Plan, first: &Firsts) -> Result<()> {
    let mut rows = Rows::of("employments (person_id, organisation_id, personnel_number, created_at)");
    for course in plan.courses() {
        for number in course.students.clone() {
            let personnel = format!("{:06}", 100_000 + number % 900_000);
            let (person, at) = (first.student(number), course.invited_at(plan.now()));
            rows.add(tx, row![person, first.organisation(course.client), &*personnel, at])?;
        }
        if course.number % PROJECTS == 0 {
            let (person, at) = (first.leader(course.client), course.invited_at(plan.now()));
            rows.add(tx, row![person, first.organisation(course.client), None::<&str>, at])?;
        }
    }
    rows.end(tx).map(drop)
}

fn logins(tx: &mut Tx, plan: &Plan, first: &Firsts, hash: &str) -> Result<()> {
    let mut rows = Rows::of(
        "accounts (id, person_id, sign_in_name, sign_in_folded, password_hash, must_change, accepted_version, created_at)",
    );
    let mut accepted = Vec::new();
    let mut person = first.person;
    everybody(plan, |course, _, opened, (_, email)| {
        let (id, at) = (first.account_of(person), since(course, plan.now()));
        let (hash, version) = (opened.then_some(hash), opened.then_some(statement::VERSION));
        rows.add(tx, row![id, person, &*email, &*email, hash, false, version, at])?;
        if opened {
            accepted.push((id, at));
        }
        person += 1;
        Ok(())
    })?;
    rows.end(tx)?;
    let mut rows = Rows::of("acceptances (account_id, version, accepted_at)");
    for (account, at) in accepted {
        rows.add(tx, row![account, statement::VERSION, at])?;
    }
    rows.end(tx).map(drop)
}

fn roles(tx: &mut Tx, plan: &Plan, first: &Firsts) -> Result<()> {
    let today = local(plan.now()).date();
    let mut rows = Rows::of("staff_roles (person_id, role, agreed_on, starts_on)");
    for number in 0..plan.trainers {
        rows.add(tx, row![first.trainer(number), Role::Trainer.as_str(), today, today])?;
    }
    rows.end(tx).map(drop)
}
