//! The end of films, and of what is known of watching them.

use chrono::TimeDelta;

use super::{of_lindedam, watch};
use crate::support::{TestApp, people};

fn rows(app: &TestApp, film: i64) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM film_watchings WHERE material_id = {film}"))
}

fn person(app: &TestApp, email: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM people WHERE email = '{email}'"))
}

/// Lets Samira watch a little; the number of the film.
fn begun(app: &TestApp) -> i64 {
    let film = of_lindedam(app);
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get(&format!("/student/films/{film}"));
    assert_eq!(watch(&mut samira, film, "5", "0-5").status, 200);
    film
}

/// Makes everybody's last activity that of two years ago.
fn two_years_ago(app: &TestApp) {
    app.execute("UPDATE people SET created_at = '2024-01-01 08:00:00'");
    app.execute("UPDATE participants SET created_at = '2024-01-01 08:00:00'");
    app.execute("UPDATE accounts SET created_at = '2024-01-01 08:00:00', last_seen_at = '2024-11-24 08:00:00'");
    app.execute("UPDATE film_watchings SET started_at = '2024-11-24 08:00:00', reported_at = '2024-11-24 08:00:00'");
}

#[test]
fn what_was_watched_is_forgotten_after_two_years_without_activity() {
    let app = TestApp::new();
    let film = begun(&app);
    app.execute(&format!(
        "INSERT INTO holds (person_id, reason, note, placed_at, until_at) VALUES ({}, 'dispute', 'x', '2026-11-23 08:00:00', '2027-11-24 08:00:00')",
        person(&app, people::ZOE)
    ));
    let held = format!(
        "SELECT count(*) AS number FROM film_watchings w JOIN participants p ON p.id = w.participant_id WHERE p.person_id = {}",
        person(&app, people::ZOE)
    );
    let of_zoe = app.number(&held);
    let all = rows(&app, film);
    two_years_ago(&app);
    app.running.work();
    assert_eq!(rows(&app, film), all, "to the end of the day");
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.advance(TimeDelta::days(1));
    // Out of sight before anything is destroyed.
    let lindedam = super::project(&app, "Schrijven voor je lezer – najaar");
    let table = app.signed_in(people::PETRA).get(&format!("/staff/films/watched/{lindedam}"));
    assert!(table.all("tbody tr").len() > 5 && table.all("tbody .tag").is_empty(), "{}", table.words());
    app.running.work();
    assert_eq!((rows(&app, film), app.number(&held)), (of_zoe, of_zoe), "but for what is held");
    let lines = "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'film_watchings'";
    assert_eq!(app.number(lines), all - of_zoe);
}

#[test]
fn what_somebody_watched_goes_with_them_and_is_handed_over_when_they_ask() {
    let app = TestApp::new();
    let film = begun(&app);
    let all = rows(&app, film);
    let samira = person(&app, people::SAMIRA);
    let mut hanna = app.signed_in(people::HANNA);
    let page = hanna.get(&format!("/staff/erasure/{samira}"));
    assert!(page.words().contains("Wat je van films zag"), "{}", page.words());
    assert_eq!(hanna.post(&format!("/staff/erasure/{samira}"), &[("name", "Samira Bakker")]).status, 303);
    assert_eq!(rows(&app, film), all - 1);
    assert!(of_lindedam(&app) == film, "the film itself is for everybody");
}

#[test]
fn a_film_that_is_taken_away_is_gone_with_its_key_and_what_was_seen_of_it() {
    let app = TestApp::new();
    let film = begun(&app);
    let blob = app.texts(&format!("SELECT blob AS line FROM materials WHERE id = {film}")).remove(0);
    let stored = || {
        let folders = [app.folder().join("files"), app.folder().join("keys/files")];
        folders.iter().filter(|folder| folder.join(&blob[..2]).join(&blob).exists()).count()
    };
    assert_eq!(stored(), 2);
    let gone = app.signed_in(people::FATIMA).post(&format!("/staff/films/given/{film}/withdrawal"), &[]);
    assert_eq!(gone.status, 303, "{}", gone.words());
    assert_eq!((stored(), rows(&app, film)), (0, 0));
    assert_eq!(app.number(&format!("SELECT count(*) AS number FROM film_captions WHERE material_id = {film}")), 0);
    for end in ["", "/film", "/captions/nl"] {
        assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/films/{film}{end}")).status, 404, "{end}");
    }
}
