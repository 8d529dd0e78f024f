//! A crowd beside the people of the demo, to see how pages fare when there are many: with 100,000 students come
//! 1,000 clients, 2,000 projects of ten steps (so a million steps to do, of which about six in ten are done), and
//! 500,000 rows of files, of which a hundred have the file that goes with them, and 5,000 articles. Fewer students bring fewer of
//! everything. The same number on the same day is the same crowd, on either database.

mod articles;
mod course;
mod done;
mod names;
mod people;
mod plan;
mod projects;
mod rows;

use std::path::Path;

use actix_web::web;
use anyhow::{Context, bail};
use bytes::Bytes;

use self::plan::Plan;
use super::{Login, PASSWORD};
use crate::platform::db::{Actor, migrate};
use crate::platform::files::Stored;
use crate::site::Site;

/// Files that are really there.
const SAMPLE: usize = 100;
/// Students whose sign-in name is printed.
const SHOWN: usize = 3;
/// Sign-in names in the list beside the data.
const LISTED: usize = 1_000;
/// The file with sign-in names.
const LIST: &str = "logins.txt";

/// Whether the demo in `data` has a crowd.
pub fn made(data: &Path) -> bool {
    data.join(LIST).exists()
}

/// Adds a crowd of so many students to the demo in `data`.
///
/// # Errors
/// When the database refuses, or a file cannot be written.
pub async fn fill(site: &web::Data<Site>, data: &Path, students: u64) -> anyhow::Result<()> {
    if made(data) {
        bail!("{} has a crowd already", data.display());
    }
    let plan = Plan::of(students, site.clock.now());
    let hash = site.hashing.hash(zeroize::Zeroizing::new(PASSWORD.to_owned())).await?;
    let first = site.write(Actor::OPERATOR, move |tx| people::all(tx, &plan, &hash)).await?;
    let begun = site.write(Actor::OPERATOR, move |tx| projects::all(tx, &plan, &first)).await?;
    let steps = site.write(Actor::OPERATOR, move |tx| done::steps(tx, &plan, &begun)).await?;
    site.write(Actor::OPERATOR, move |tx| done::intakes(tx, &plan, &begun)).await?;
    let sample = sample(site).await?;
    let files = site.write(Actor::OPERATOR, move |tx| done::files(tx, &plan, &begun, &sample)).await?;
    let articles = site.write(Actor::OPERATOR, move |tx| articles::all(tx, &plan)).await?;
    site.read(rows::analyse).await?;
    site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    tracing::info!(students, plan.projects, plan.clients, steps, files, articles, "a crowd was made");
    let list: String = everybody(&plan).take(LISTED).map(|l| format!("{} {}\n", l.role, l.email)).collect();
    let path = data.join(LIST);
    std::fs::write(&path, list).with_context(|| format!("{} cannot be written", path.display()))
}

/// A hundred short letters, encrypted and kept like any file.
async fn sample(site: &Site) -> anyhow::Result<Vec<Stored>> {
    let mut stored = Vec::new();
    for number in 1..=SAMPLE {
        let mut writer = site.files.writer().await?;
        let text = format!(
            "Beste lezer,\n\nDit is tekst {number} van {SAMPLE}. Niemand schreef hem, en niemand hoeft hem te \
             verbeteren.\n\nGroet,\nde demo\n"
        );
        writer.write(Bytes::from(text)).await?;
        stored.push(writer.finish().await?);
    }
    Ok(stored)
}

/// Whom to sign in as: a leader of a large project, and students in it.
pub fn logins(data: &Path) -> Vec<Login> {
    let list = std::fs::read_to_string(data.join(LIST)).unwrap_or_default();
    let login = |line: &str| {
        let (role, email) = line.split_once(' ')?;
        let role = ["leader", "student"].into_iter().find(|r| *r == role)?;
        Some(Login { role, email: email.to_owned() })
    };
    list.lines().filter_map(login).take(1 + SHOWN).collect()
}

/// The leader of the first project and some of its students, then students from everywhere; each can sign in.
fn everybody(plan: &Plan) -> impl Iterator<Item = Login> + use<> {
    let (plan, now) = (*plan, plan.now());
    let step = usize::try_from(plan.students).unwrap_or(usize::MAX).div_ceil(LISTED).max(1);
    let students = move |of: plan::Course| {
        let people: Vec<_> = of.people(now).filter(|s| s.opened).collect();
        people.into_iter().map(move |s| Login { role: "student", email: of.student(s.number).1 })
    };
    let first = plan.courses().take(1).flat_map(students).take(SHOWN);
    let rest = plan.courses().flat_map(students).skip(SHOWN).step_by(step);
    std::iter::once(Login { role: "leader", email: plan::leader(0).1 }).chain(first).chain(rest)
}
