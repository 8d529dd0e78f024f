//! Activity: what is written down of sign-ins and steps, who reads what of it, and when it goes.

mod clocks;
mod reading;
mod recording;

use crate::support::TestApp;

/// An installation in which nobody was ever active.
fn quiet() -> TestApp {
    let app = TestApp::new();
    app.execute(
        "DELETE FROM sign_ins; DELETE FROM sittings; DELETE FROM completions; DELETE FROM answers; \
         DELETE FROM intakes; DELETE FROM material_openings; UPDATE accounts SET last_seen_at = NULL",
    );
    app
}

/// The step at `position` of the running project of Lindedam.
fn step(app: &TestApp, position: i64) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM actions a JOIN projects p ON p.id = a.project_id \
         WHERE p.name = 'Schrijven voor je lezer – najaar' AND a.position = {position}"
    ))
}

/// The part of `email` in that project.
fn part(app: &TestApp, email: &str) -> i64 {
    app.number(&format!(
        "SELECT t.id AS number FROM participants t JOIN people q ON q.id = t.person_id \
         JOIN projects p ON p.id = t.project_id WHERE q.email = '{email}' AND p.name = 'Schrijven voor je lezer – najaar'"
    ))
}

fn sittings(app: &TestApp) -> Vec<String> {
    app.texts(
        "SELECT CAST(number AS TEXT) || ' ' || CAST(began_at AS TEXT) || ' ' || CAST(worked_until AS TEXT) AS line \
         FROM sittings ORDER BY id",
    )
}

fn count(app: &TestApp, table: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM {table}"))
}
