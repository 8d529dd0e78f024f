//! Course material: who finds it, from when, what opening it does, and its end.

mod ending;
mod keeping;
mod ranges;
mod reading;

use crate::support::{Browser, Page, TestApp};

/// The number of the material with this title.
fn numbered(app: &TestApp, title: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM materials WHERE title = '{title}'"))
}

/// How often `who` opened the material with this number.
fn openings(app: &TestApp, who: &str, material: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM material_openings o JOIN participants p ON p.id = o.participant_id \
         JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND o.material_id = {material}"
    ))
}

/// The titles in the list of a student, tags and all.
fn listed(student: &mut Browser) -> Vec<String> {
    student.get("/student/material").all("main .file .file-name")
}

/// A piece on the shelf of the project of Lindedam, put there by the assistant.
const TEXT: &[(&str, &str)] =
    &[("title", "Route"), ("body", "Neem **lijn 4**."), ("release", "now"), ("audience", "everybody")];

/// The project with this name.
fn project(app: &TestApp, name: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name LIKE '{name}%'"))
}

/// Writes a text with the fields of [`TEXT`], but for those that are given.
fn write(browser: &mut Browser, shelf: &str, other: &[(&str, &str)]) -> Page {
    let same = TEXT.iter().filter(|(name, _)| other.iter().all(|(known, _)| known != name));
    let fields: Vec<_> = same.chain(other).copied().collect();
    browser.post(&format!("/staff/material/{shelf}/texts"), &fields)
}
