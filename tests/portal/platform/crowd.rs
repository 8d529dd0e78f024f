//! Many people at once: what a page asks of the database stays the same, however many there are.

use crate::support::{Browser, TestApp, people};

/// Statements of a page, the one for the session included.
const MOST: u64 = 6;

fn statements(app: &TestApp, browser: &mut Browser, pages: &[String]) -> Vec<u64> {
    let count = |path: &String| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    pages.iter().map(count).collect()
}

fn projects(leader: &mut Browser) -> Vec<String> {
    leader.get("/leader").attributes("h2 a", "href")
}

#[test]
fn the_pages_that_everybody_opens_need_six_statements_at_most() {
    let app = TestApp::new();
    let small = statements(&app, &mut app.signed_in(people::SAMIRA), &["/student".into()]);
    let mut wouter = app.signed_in(people::WOUTER);
    let led = projects(&mut wouter).remove(0);
    let few = statements(&app, &mut wouter, &[led.clone(), format!("{led}/participants?open=1")]);
    assert!(small.iter().chain(&few).all(|count| (2..=MOST).contains(count)), "{small:?} {few:?}");

    let logins = app.running.crowd(200).unwrap();
    let mut leader = app.signed_in(&logins[0]);
    let large = projects(&mut leader).into_iter().min_by_key(|path| path.len()).unwrap();
    let many = statements(&app, &mut leader, &[large.clone(), format!("{large}/participants")]);
    assert_eq!(many, few);
    for student in &logins[1..] {
        assert!(statements(&app, &mut app.signed_in(student), &["/student".into()])[0] <= MOST);
    }
}

#[test]
fn a_crowd_has_clients_projects_steps_and_files_in_proportion() {
    let app = TestApp::new();
    let count = |table: &str| app.number(&format!("SELECT COUNT(*) AS number FROM {table}"));
    let tables = ["organisations", "projects", "participants", "uploads", "actions"];
    let before = tables.map(count);
    let logins = app.running.crowd(200).unwrap();
    let added: Vec<i64> = tables.iter().zip(before).map(|(table, before)| count(table) - before).collect();
    assert_eq!(added, [2, 4, 200, 1000, 40]);
    assert!(app.running.crowd(200).is_err(), "one crowd is enough");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM uploads WHERE destroy_at < '2026-11-25'"), 0);

    // The first of the crowd have files that are really there.
    let mut student = app.signed_in(&logins[1]);
    let files = student.get("/student/uploads").attributes(".file-name a", "href");
    let file = student.get(&format!("{}/file", files[0]));
    assert!(file.status == 200 && file.body.starts_with(b"Beste lezer,"));
    // Numbers go on from there.
    let name = "Nieuwe klant";
    app.execute(&format!(
        "INSERT INTO organisations (name, name_folded, created_at) VALUES ('{name}', 'nieuwe klant', '2026-11-24')"
    ));
    assert_eq!(count("organisations"), before[0] + 3);
    assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()), "rows without a file are no failure");
}
