//! All statements of taking leave.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use serde::Serialize;

use crate::crm::organisations::OrganisationId;
use crate::crm::people::PersonId;
use crate::platform::db::schema::{
    accounts, actions, employments, groups, materials, organisations, participants, people, project_leaders, projects,
    staff_roles, uploads,
};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::privacy::data_map::{Category, tables};

/// What was agreed with a client, as it is handed over.
#[derive(Serialize)]
pub struct Agreed {
    name: String,
    projects: Vec<Project>,
}

impl Agreed {
    /// How many projects there were.
    pub fn projects(&self) -> usize {
        self.projects.len()
    }
}

#[derive(Serialize)]
struct Project {
    id: i64,
    name: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    groups: Vec<String>,
    actions: Vec<Action>,
}

#[derive(Serialize, Queryable)]
struct Action {
    title: String,
    description: String,
    due_on: NaiveDate,
}

/// Somebody whom a client employs.
pub struct Employed {
    /// Who.
    pub id: PersonId,
    /// Whether they belong to another client, or to the provider, as well.
    pub elsewhere: bool,
}

/// A row with a file in a project of the client, or one that may have one.
pub struct Doomed {
    table: &'static str,
    id: i64,
    /// What the store calls the file, if there is one.
    pub blob: Option<String>,
    person: Option<i64>,
}

/// What was agreed with `client`; nothing when there is no such organisation.
pub fn agreed(db: &mut Db, client: OrganisationId) -> Result<Option<Agreed>> {
    let name = organisations::table.find(client).select(organisations::name).first::<String>(db).optional()?;
    let Some(name) = name else { return Ok(None) };
    let rows: Vec<(i64, String, NaiveDate, NaiveDate)> = projects::table
        .filter(projects::organisation_id.eq(client))
        .order(projects::id)
        .select((projects::id, projects::name, projects::starts_on, projects::ends_on))
        .load(db)?;
    let mut list = Vec::new();
    for (id, name, starts_on, ends_on) in rows {
        let groups = groups::table.filter(groups::project_id.eq(id)).order(groups::id).select(groups::name).load(db)?;
        let actions = actions::table
            .filter(actions::project_id.eq(id))
            .order(actions::position)
            .select((actions::title, actions::description, actions::due_on))
            .load(db)?;
        list.push(Project { id, name, starts_on, ends_on, groups, actions });
    }
    Ok(Some(Agreed { name, projects: list }))
}

/// The people whom `client` employs, or who take part in or lead a project of theirs.
pub fn people(db: &mut Db, client: OrganisationId) -> Result<Vec<Employed>> {
    let employed = employments::table.filter(employments::organisation_id.eq(client)).select(employments::person_id);
    let taking_part = participants::table
        .inner_join(projects::table)
        .filter(projects::organisation_id.eq(client))
        .select(participants::person_id);
    let leading = project_leaders::table
        .inner_join(projects::table)
        .filter(projects::organisation_id.eq(client))
        .select(project_leaders::person_id);
    let theirs = people::id.eq_any(employed).or(people::id.eq_any(taking_part)).or(people::id.eq_any(leading));
    let ids: Vec<PersonId> = people::table
        .filter(people::erased_at.is_null())
        .filter(theirs)
        .order(people::id)
        .select(people::id)
        .load(db)?;
    ids.into_iter().map(|id| Ok(Employed { id, elsewhere: elsewhere(db, client, id)? })).collect()
}

fn elsewhere(db: &mut Db, client: OrganisationId, id: PersonId) -> Result<bool> {
    let employed = employments::table
        .filter(employments::person_id.eq(id).and(employments::organisation_id.ne(client)))
        .select(employments::id);
    let appointed = staff_roles::table.filter(staff_roles::person_id.eq(id)).select(staff_roles::id);
    let taking_part = participants::table
        .inner_join(projects::table)
        .filter(participants::person_id.eq(id).and(projects::organisation_id.ne(client)))
        .select(participants::id);
    let leading = project_leaders::table
        .inner_join(projects::table)
        .filter(project_leaders::person_id.eq(id).and(projects::organisation_id.ne(client)))
        .select(project_leaders::id);
    let ways = exists(employed).or(exists(appointed)).or(exists(taking_part)).or(exists(leading));
    Ok(diesel::select(ways).get_result(db)?)
}

/// What tells somebody from everybody else, to be looked for when they are gone.
pub fn traces(db: &mut Db, person: PersonId) -> Result<Vec<String>> {
    let address: (String, String) =
        people::table.find(person).select((people::email, people::name_folded)).first(db)?;
    let number: Vec<Option<String>> =
        employments::table.filter(employments::person_id.eq(person)).select(employments::personnel_number).load(db)?;
    let signs_in: Vec<String> =
        accounts::table.filter(accounts::person_id.eq(person)).select(accounts::sign_in_name).load(db)?;
    let all = [address.0, address.1].into_iter().chain(signs_in).chain(number.into_iter().flatten());
    // A few letters could be part of anything.
    Ok(all.filter(|trace| trace.chars().count() >= 6).collect())
}

/// The files in projects of `client`: what was handed in, and the material.
pub fn files(db: &mut Db, client: OrganisationId) -> Result<Vec<Doomed>> {
    let rows: Vec<(i64, Option<String>, Option<i64>)> = uploads::table
        .inner_join(participants::table.inner_join(projects::table))
        .filter(projects::organisation_id.eq(client))
        .order(uploads::id)
        .select((uploads::id, uploads::blob.nullable(), participants::person_id.nullable()))
        .load(db)?;
    let doomed = |table| move |(id, blob, person)| Doomed { table, id, blob, person };
    let mut files: Vec<Doomed> = rows.into_iter().map(doomed("uploads")).collect();
    let rows: Vec<(i64, Option<String>, Option<i64>)> = materials::table
        .inner_join(projects::table.on(materials::project_id.eq(projects::id.nullable())))
        .left_join(participants::table.on(materials::participant_id.eq(participants::id.nullable())))
        .filter(projects::organisation_id.eq(client))
        .order(materials::id)
        .select((materials::id, materials::blob, participants::person_id.nullable()))
        .load(db)?;
    files.extend(rows.into_iter().map(doomed("materials")));
    Ok(files)
}

/// Deletes the rows of files that were destroyed; says how many had one.
pub fn remove_files(tx: &mut Tx, destroyed: &[Doomed]) -> Result<usize> {
    let mut count = 0;
    for doomed in destroyed {
        let gone = sql_query(format!("DELETE FROM {} WHERE id = $1", doomed.table));
        if gone.bind::<BigInt, _>(doomed.id).execute(tx.db())? == 1 {
            tx.record("destroyed", doomed.table, doomed.id, doomed.person)?;
            count += usize::from(doomed.blob.is_some());
        }
    }
    Ok(count)
}

/// Deletes the projects of `client` with all that hangs on them, where people worked, and the client itself.
pub fn remove(tx: &mut Tx, client: OrganisationId) -> Result<()> {
    let theirs = projects::table.filter(projects::organisation_id.eq(client));
    let ids: Vec<i64> = theirs.select(projects::id).load(tx.db())?;
    for id in ids {
        diesel::delete(projects::table.filter(projects::id.eq(id))).execute(tx.db())?;
        tx.record("destroyed", "projects", id, None)?;
    }
    let worked = employments::table.filter(employments::organisation_id.eq(client));
    diesel::delete(worked).execute(tx.db())?;
    diesel::delete(organisations::table.find(client)).execute(tx.db())?;
    tx.record("destroyed", "organisations", client.0, None)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Looks for each of `traces` in every column that holds words about people. Says how many were looked for, in
/// how many columns, and how often one was found. What somebody who stays shares with who went is not looked for.
pub fn search(db: &mut Db, traces: Vec<String>) -> Result<(usize, usize, usize)> {
    let mut sought = BTreeSet::new();
    for trace in traces {
        let shared = people::table.filter(people::email.eq(&trace).or(people::name_folded.eq(&trace))).count();
        if shared.get_result::<i64>(db)? == 0 {
            sought.insert(trace);
        }
    }
    let worded = |category| {
        matches!(
            category,
            Category::Name | Category::Contact | Category::Work | Category::Access | Category::Words | Category::Given
        )
    };
    let columns: Vec<(&str, &str)> = tables()
        .flat_map(|table| table.personal().map(move |(column, p)| (table.name, column, p)))
        .filter(|(_, _, p)| worded(p.category))
        .map(|(table, column, _)| (table, column))
        .collect();
    let mut found = 0;
    for trace in &sought {
        let like = format!("%{}%", trace.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        for (table, column) in &columns {
            let asked =
                format!("SELECT COUNT(*) AS number FROM {table} WHERE CAST({column} AS TEXT) LIKE $1 ESCAPE '\\'");
            let hits = sql_query(asked).bind::<Text, _>(&like).get_result::<Count>(db)?.number;
            if hits > 0 {
                tracing::error!(table, column, rows = hits, "something of somebody who was erased is left");
                found += 1;
            }
        }
    }
    Ok((sought.len(), columns.len(), found))
}
