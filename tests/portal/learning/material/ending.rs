//! The end of material: withdrawn, erased with its person, gone with a client, or over.

use chrono::TimeDelta;

use super::{numbered, project, write};
use crate::support::{TestApp, people};

fn stored(app: &TestApp, blob: &str) -> usize {
    let folders = [app.folder().join("files"), app.folder().join("keys/files")];
    folders.iter().filter(|folder| folder.join(&blob[..2]).join(blob).exists()).count()
}

fn blob(app: &TestApp, id: i64) -> String {
    app.texts(&format!("SELECT blob AS line FROM materials WHERE id = {id}")).remove(0)
}

fn destroyed(app: &TestApp, id: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'materials' AND subject_row = {id}"
    ))
}

/// A file for Samira alone, in the project of Lindedam.
fn for_samira(app: &TestApp) -> i64 {
    let lindedam = project(app, "Schrijven voor je lezer – najaar");
    let part = app.number(&format!(
        "SELECT p.id AS number FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}' AND p.project_id = {lindedam}",
        people::SAMIRA
    ));
    let mut fatima = app.signed_in(people::FATIMA);
    let sent =
        fatima.upload(&format!("/staff/material/projects/{lindedam}/files"), &[], "samira.txt", b"Alleen voor jou.");
    let seen = fatima.get(&sent.location).value("seen").unwrap();
    let who = format!("participant-{part}");
    let fields = [("title", "Voor Samira"), ("release", "now"), ("audience", who.as_str()), ("seen", seen.as_str())];
    assert_eq!(fatima.post(&sent.location, &fields).status, 303);
    numbered(app, "Voor Samira")
}

#[test]
fn what_is_taken_away_is_gone_with_its_key() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&format!("/student/material/{id}/file")).body, b"Alleen voor jou.");
    assert_eq!(app.signed_in(people::GRACE).get(&format!("/student/material/{id}/file")).status, 404);
    assert_eq!(stored(&app, &blob), 2);
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(fatima.post(&format!("/staff/material/given/{id}/withdrawal"), &[]).status, 303);
    assert_eq!((stored(&app, &blob), numbered(&app, "Voor Samira"), destroyed(&app, id)), (0, 0, 1));
    assert_eq!(samira.get(&format!("/student/material/{id}/file")).status, 404);
    // A text has no file, and goes in the same way.
    let shelf = format!("projects/{}", project(&app, "Helder mailen – Ruimte"));
    write(&mut fatima, &shelf, &[]);
    let text = numbered(&app, "Route");
    assert_eq!(fatima.post(&format!("/staff/material/given/{text}/withdrawal"), &[]).status, 303);
    assert_eq!((numbered(&app, "Route"), destroyed(&app, text)), (0, 1));
}

#[test]
fn what_was_cut_off_is_finished_by_the_sweep() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    app.execute(&format!(
        "UPDATE materials SET portal_until = '2026-11-24 08:59:59', destroy_at = '2026-11-24 08:59:59' WHERE id = {id}"
    ));
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/material/{id}/file")).status, 404);
    assert_eq!(app.signed_in(people::FATIMA).get(&format!("/staff/material/given/{id}")).status, 404);
    app.running.advance(TimeDelta::minutes(2));
    app.running.work();
    assert_eq!((stored(&app, &blob), numbered(&app, "Voor Samira"), destroyed(&app, id)), (0, 0, 1));
}

#[test]
fn what_was_for_one_person_goes_with_that_person_and_the_rest_stays() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    let shelf = format!("projects/{}", project(&app, "Schrijven voor je lezer – najaar"));
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let part = app.number(&format!("SELECT MIN(id) AS number FROM participants WHERE person_id = {person}"));
    let only = format!("participant-{part}");
    let words = [("title", "Tekst voor Samira"), ("audience", only.as_str())];
    assert_eq!(write(&mut app.signed_in(people::FATIMA), &shelf, &words).status, 303);
    let all = app.number("SELECT count(*) AS number FROM materials");
    app.signed_in(people::SAMIRA).get(&format!("/student/material/{}", numbered(&app, "Tekst voor Samira")));
    let mut hanna = app.signed_in(people::HANNA);
    let page = hanna.get(&format!("/staff/erasure/{person}"));
    assert!(page.words().contains("Materiaal dat alleen voor jou is"), "{}", page.words());
    assert_eq!(hanna.post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]).status, 303);
    assert_eq!((stored(&app, &blob), destroyed(&app, id)), (0, 1));
    assert_eq!(app.number("SELECT count(*) AS number FROM materials"), all - 2);
    let openings = format!(
        "SELECT count(*) AS number FROM material_openings o JOIN participants p ON p.id = o.participant_id WHERE p.person_id = {person}"
    );
    assert_eq!(app.number(&openings), 0);
}

#[test]
fn what_was_for_one_person_is_destroyed_three_years_after_the_project() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    app.execute("UPDATE projects SET ends_on = '2023-11-24'");
    app.running.work();
    assert_eq!(stored(&app, &blob), 2, "to the end of the day");
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.advance(TimeDelta::days(1));
    for (task, outcome) in app.running.work() {
        assert!(outcome.is_ok(), "{task}: {outcome:?}");
    }
    assert_eq!((stored(&app, &blob), destroyed(&app, id)), (0, 1));
    assert!(numbered(&app, "Schrijfkaart") > 0, "what is for everybody follows no clock of theirs");
}

#[test]
fn what_is_held_stays() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    app.execute("UPDATE projects SET ends_on = '2020-11-24'");
    app.execute(&format!(
        "INSERT INTO holds (person_id, reason, note, placed_at, until_at) VALUES ({person}, 'dispute', 'x', '2026-11-23 08:00:00', '2027-11-24 08:00:00')"
    ));
    app.running.work();
    assert_eq!(numbered(&app, "Voor Samira"), id);
}

#[test]
fn the_files_of_material_are_known_to_the_look_at_the_disk() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    let card = self::blob(&app, numbered(&app, "Schrijfkaart"));
    // Old enough to go, if nobody knows it.
    let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for name in [&blob, &card] {
        for folder in ["files", "keys/files"] {
            let file =
                std::fs::File::options().append(true).open(app.folder().join(folder).join(&name[..2]).join(name));
            file.unwrap().set_modified(old).unwrap();
        }
    }
    app.running.work();
    assert_eq!((stored(&app, &blob), stored(&app, &card)), (2, 2));
    app.execute(&format!("DELETE FROM materials WHERE id = {id}"));
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.work();
    assert_eq!((stored(&app, &blob), stored(&app, &card)), (0, 2));
}

#[test]
fn openings_are_forgotten_after_two_years_without_activity() {
    let app = TestApp::new();
    let card = numbered(&app, "Schrijfkaart");
    let opened = |app: &TestApp| {
        app.number(&format!("SELECT count(*) AS number FROM material_openings WHERE material_id = {card}"))
    };
    app.signed_in(people::SAMIRA).get(&format!("/student/material/{card}/file"));
    assert_eq!(opened(&app), 1);
    app.execute("UPDATE people SET created_at = '2024-01-01 08:00:00'");
    app.execute("UPDATE participants SET created_at = '2024-01-01 08:00:00'");
    app.execute("UPDATE accounts SET created_at = '2024-01-01 08:00:00', last_seen_at = '2024-11-24 08:00:00'");
    app.execute("UPDATE material_openings SET opened_at = '2024-11-24 08:00:00'");
    app.running.work();
    assert_eq!(opened(&app), 1, "to the end of the day");
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.advance(TimeDelta::days(1));
    app.running.work();
    assert_eq!(opened(&app), 0);
}

#[test]
fn a_client_that_leaves_takes_the_material_of_its_projects_along() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    let client = app.number("SELECT id AS number FROM organisations WHERE name = 'Gemeente Lindedam'");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("leave.zip");
    let done = app.command(&["leave", &client.to_string(), "--export", file.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!((stored(&app, &blob), numbered(&app, "Zinnen uit jullie eigen brieven")), (0, 0));
    assert!(numbered(&app, "Schrijfkaart") > 0);
}

#[test]
fn a_backup_holds_the_files_and_ends_again_what_was_taken_away() {
    let app = TestApp::new();
    let id = for_samira(&app);
    let blob = blob(&app, id);
    let folder = tempfile::tempdir().unwrap();
    let said = app.command(&["backup", folder.path().to_str().unwrap()]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8(said.stdout).unwrap();
    let place: std::path::PathBuf = said.lines().find_map(|line| line.strip_prefix("backup: ")).unwrap().into();
    assert!(place.join("files").join(&blob[..2]).join(&blob).exists());
}
