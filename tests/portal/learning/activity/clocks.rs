//! When it goes: addresses and browsers after six months, the lines after two years of silence; with holds, erasure,
//! what people take along, and other terms.

use chrono::TimeDelta;

use super::{count, part, quiet, sittings, step};
use crate::privacy::retention::change;
use crate::support::{TestApp, people};

const TONIGHT: TimeDelta = TimeDelta::hours(14);

/// Samira signed in at `at` (UTC), worked at a step at the same time, and did nothing since `seen`.
fn active(at: &str, seen: &str) -> TestApp {
    let app = quiet();
    let (samira, action) = (part(&app, people::SAMIRA), step(&app, 2));
    let account = format!(
        "(SELECT a.id FROM accounts a JOIN people q ON q.id = a.person_id WHERE q.email = '{}')",
        people::SAMIRA
    );
    app.execute(&format!(
        "INSERT INTO sign_ins (account_id, at, address, browser) VALUES ({account}, '{at}', '203.0.113.77', 'Firefox / Windows');
         INSERT INTO sittings (participant_id, action_id, number, began_at, worked_until) VALUES ({samira}, {action}, 1, '{at}', '{at}');
         UPDATE people SET created_at = '2024-01-01 08:00:00';
         UPDATE participants SET created_at = '2024-01-01 08:00:00';
         UPDATE projects SET starts_on = '2024-01-01' WHERE id = (SELECT project_id FROM participants WHERE id = {samira});
         UPDATE accounts SET created_at = '2024-01-01 08:00:00', last_seen_at = '{seen}'"
    ));
    app
}

fn sweep(app: &TestApp) {
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    for (task, outcome) in app.running.work() {
        assert!(outcome.is_ok(), "{task}: {outcome:?}");
    }
}

fn traces(app: &TestApp) -> Vec<String> {
    app.texts("SELECT coalesce(address, '-') || ' ' || coalesce(browser, '-') AS line FROM sign_ins ORDER BY id")
}

fn emptied(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'emptied' AND subject = 'sign_ins'")
}

#[test]
fn address_and_browser_go_after_six_months_and_the_line_stays() {
    let app = active("2026-05-24 08:00:00", "2026-11-24 08:00:00");
    sweep(&app);
    assert_eq!(traces(&app), ["203.0.113.77 Firefox / Windows"], "to the end of the day");
    app.running.advance(TONIGHT);
    // Out of sight from the first second, whether or not it was swept.
    let page = app.signed_in(people::SAMIRA).get("/student/activity");
    let last = page.all("section[aria-labelledby='sign-ins'] tbody tr").pop().unwrap();
    assert_eq!(last, "zondag 24 mei 2026, 10.00 uur gewist gewist");
    assert!(!page.text().contains("203.0.113.77"));
    sweep(&app);
    assert_eq!(traces(&app)[0], "- -");
    assert_eq!(emptied(&app), 2);
    assert_eq!(sittings(&app).len(), 1);
    sweep(&app);
    assert_eq!(emptied(&app), 2, "once");
}

#[test]
fn each_has_a_clock_of_its_own() {
    let app = active("2026-09-24 08:00:00", "2026-11-24 08:00:00");
    assert_eq!(change(&app, "sign_in_address", "", "1").status, 303);
    let page = app.signed_in(people::SAMIRA).get("/student/activity");
    let last = page.all("section[aria-labelledby='sign-ins'] tbody tr").pop().unwrap();
    assert!(last.ends_with("gewist Firefox op Windows"), "{last}");
    assert!(
        page.words().contains("Je internetadres wissen we na 1 maand en je browser na 6 maanden."),
        "{}",
        page.words()
    );
    sweep(&app);
    assert_eq!(traces(&app)[0], "- Firefox / Windows");
    let officer = app.signed_in(people::HANNA).get("/staff/retention").words();
    for said in ["wanneer iemand inlogde", "internetadres waarvandaan iemand inlogde", "browser waarmee iemand inlogde"]
    {
        assert!(officer.contains(said), "{said}: {officer}");
    }
}

#[test]
fn an_officer_sees_what_a_shorter_term_would_end() {
    let app = active("2026-09-24 08:00:00", "2026-11-24 08:00:00");
    let mut hanna = app.signed_in(people::HANNA);
    for (kind, months, said) in [
        ("sign_in_address", "1", "Daarvan is er 1 meteen voorbij"),
        ("sign_in", "1", "1 van 1 zou nu eerder verdwijnen. De eerste op donderdag 24 december 2026"),
    ] {
        let would = hanna.post("/staff/retention/terms", &[("kind", kind), ("destroy", months)]).words();
        assert!(would.contains(said), "{kind}: {would}");
    }
    let most = hanna.post("/staff/retention/terms", &[("kind", "sign_in_address"), ("destroy", "13")]);
    assert_eq!(most.status, 422, "a year at most");
}

#[test]
fn two_years_of_silence_end_the_lines() {
    let app = active("2024-11-20 08:00:00", "2024-11-24 08:00:00");
    let path = format!("/staff/activity/{}", part(&app, people::SAMIRA));
    let trail = |app: &TestApp| app.signed_in(people::PETRA).get(&path).all("section[aria-labelledby='trail'] li");
    assert_eq!(trail(&app).len(), 2, "{:?}", trail(&app));
    sweep(&app);
    assert_eq!((count(&app, "sign_ins"), sittings(&app).len()), (1, 1), "to the end of the day");
    app.running.advance(TONIGHT);
    assert!(trail(&app).is_empty(), "{:?}", trail(&app));
    assert!(app.signed_in(people::PETRA).get(&path).words().contains("Laatst actief: geen activiteit"));
    sweep(&app);
    assert_eq!((count(&app, "sign_ins"), sittings(&app).len()), (0, 0));
    let gone =
        "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject IN ('sign_ins', 'sittings')";
    assert_eq!(app.number(gone), 2);
}

#[test]
fn whoever_was_seen_lately_keeps_the_lines() {
    let app = active("2024-11-20 08:00:00", "2024-12-01 08:00:00");
    app.running.advance(TONIGHT);
    sweep(&app);
    assert_eq!((count(&app, "sign_ins"), sittings(&app).len()), (1, 1));
    assert_eq!(traces(&app), ["- -"]);
}

#[test]
fn what_is_held_stays_as_it_is() {
    let hold = |column: &str, number: &str| {
        let app = active("2024-11-20 08:00:00", "2024-11-20 08:00:00");
        app.execute(&format!(
            "INSERT INTO holds ({column}, reason, note, placed_at, until_at) VALUES ({number}, 'dispute', 'x', '2026-11-23 08:00:00', '2027-11-24 08:00:00')"
        ));
        app.running.advance(TONIGHT);
        sweep(&app);
        assert_eq!(traces(&app), ["203.0.113.77 Firefox / Windows"], "{column}");
        assert_eq!(sittings(&app).len(), 1, "{column}");
    };
    let person = format!("(SELECT id FROM people WHERE email = '{}')", people::SAMIRA);
    hold("person_id", &person);
    hold("project_id", "(SELECT id FROM projects WHERE name = 'Schrijven voor je lezer – najaar')");
}

#[test]
fn erasing_somebody_takes_their_activity_and_nobody_else_s() {
    let app = active("2026-11-20 08:00:00", "2026-11-24 08:00:00");
    app.signed_in(people::GRACE).get(&format!("/student/actions/{}", step(&app, 2)));
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let mut hanna = app.signed_in(people::HANNA);
    let page = hanna.get(&format!("/staff/erasure/{person}")).words();
    assert!(page.contains("Wanneer je inlogde") && page.contains("Wanneer je met stappen bezig was"), "{page}");
    assert_eq!(hanna.post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]).status, 303);
    assert_eq!((count(&app, "sign_ins"), sittings(&app).len()), (1, 1));
}

#[test]
fn people_take_their_activity_along() {
    let app = active("2026-11-20 08:00:00", "2026-11-24 08:00:00");
    let page = app.signed_in(people::SAMIRA).post("/account/export", &[("password", crate::support::PASSWORD)]);
    let files = crate::privacy::export::unpacked(&page.body);
    let data = &files.iter().find(|file| file.0 == "gegevens.json").unwrap().1;
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let (signed_in, sat) = (&data["tables"]["sign_ins"][0], &data["tables"]["sittings"][0]);
    assert_eq!((&signed_in["address"], &signed_in["at"]), (&"203.0.113.77".into(), &"2026-11-20T08:00:00Z".into()));
    assert_eq!(sat["began_at"], "2026-11-20T08:00:00Z");
    assert!(sat["action_id"].as_str().is_some_and(|title| !title.is_empty()));
}

#[test]
fn a_client_that_leaves_takes_along_the_day_of_nobody() {
    let app = active("2026-11-20 08:00:00", "2026-11-24 08:00:00");
    let client = app.number("SELECT id AS number FROM organisations WHERE name = 'Gemeente Lindedam'");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("leave.zip");
    let done = app.command(&["leave", &client.to_string(), "--export", file.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let files = crate::privacy::export::unpacked(&std::fs::read(&file).unwrap());
    for (name, text) in files.iter().filter(|file| file.0.ends_with(".json")) {
        for hidden in ["203.0.113.77", "Firefox", "last_seen_at", "began_at", "sign_ins"] {
            assert!(!text.contains(hidden), "{name} says {hidden}");
        }
    }
    assert_eq!((count(&app, "sign_ins"), sittings(&app).len()), (0, 0));
}
