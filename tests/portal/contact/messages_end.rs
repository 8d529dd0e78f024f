//! How long messages are kept, what is written down about them, and what somebody takes along.

use std::io::Read;

use chrono::TimeDelta;

use super::{said, talk, thread, write};
use crate::support::{PASSWORD, TestApp, people};

const NOOR: &str = "noor.lukasik@lindedam.example.nl";

fn count(app: &TestApp, table: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM {table}"))
}

fn work(app: &TestApp) {
    app.execute("UPDATE tasks SET due_at = '2026-01-01 00:00:00', leased_until = NULL");
    let done = app.running.work();
    assert!(done.iter().all(|(_, outcome)| outcome.is_ok()), "{done:?}");
}

#[test]
fn a_message_is_gone_two_years_after_it_was_sent_and_its_thread_after_the_last() {
    let app = TestApp::new();
    app.execute("UPDATE projects SET ends_on = '2029-06-30'");
    let path = talk(&app, people::SAMIRA, "helpdesk");
    let mut samira = app.signed_in(people::SAMIRA);
    write(&mut samira, &path, "Een vraag");
    assert!(samira.get(&path).words().contains("Een bericht bewaren we 2 jaar na het versturen."));
    // To the last second of 24 November 2028.
    app.running.advance(TimeDelta::days(731) + TimeDelta::seconds(13 * 3600 + 59 * 60 + 59));
    let kept = app.signed_in(people::SAMIRA).get(&path);
    assert_eq!(said(&kept), ["Een vraag"]);
    app.running.advance(TimeDelta::days(1));
    assert!(said(&app.signed_in(people::SAMIRA).get(&path)).is_empty(), "gone from the page before any sweep");
    assert_eq!(count(&app, "messages WHERE body = 'Een vraag'"), 1);
    work(&app);
    assert_eq!((count(&app, "messages"), count(&app, "threads")), (0, 0));
    let proven = |table: &str| {
        count(&app, &format!("register_lines WHERE act = 'destroyed' AND actor_role = 'job' AND subject = '{table}'"))
    };
    assert!(proven("messages") > 0 && proven("threads") > 0);
}

#[test]
fn what_was_begun_and_left_is_gone_after_thirty_days() {
    let app = TestApp::new();
    let path = talk(&app, people::SAMIRA, "helpdesk");
    let mut samira = app.signed_in(people::SAMIRA);
    samira.post(&path, &[("version", "0"), ("body", "Nog niet af"), ("keep", "on")]);
    app.running.advance(TimeDelta::days(30));
    assert_eq!(app.signed_in(people::SAMIRA).get(&path).value("body").as_deref(), Some("Nog niet af"));
    app.running.advance(TimeDelta::days(1));
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&path).value("body").as_deref(), Some(""), "gone from the page before any sweep");
    // And a new one can be begun in its place.
    assert_eq!(samira.post(&path, &[("version", "0"), ("body", "Opnieuw"), ("keep", "on")]).status, 303);
    work(&app);
    assert_eq!(count(&app, "message_drafts"), 1);
    app.running.advance(TimeDelta::days(32));
    work(&app);
    assert_eq!(count(&app, "message_drafts"), 0);
    assert_eq!(thread(&app, people::SAMIRA, "helpdesk"), 0, "nothing was said in it");
}

#[test]
fn what_is_held_stays() {
    let app = TestApp::new();
    app.execute("UPDATE messages SET destroy_at = '2026-11-23 22:59:59'");
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    app.execute(&format!(
        "INSERT INTO holds (person_id, reason, note, placed_at, until_at) \
         VALUES ({person}, 'dispute', '', '2026-11-20 08:00:00', '2027-01-31 22:59:59')"
    ));
    work(&app);
    assert_eq!((count(&app, "messages"), count(&app, "threads")), (4, 1), "those of Samira with her trainer");
}

#[test]
fn a_shorter_term_holds_for_what_is_there() {
    let app = TestApp::new();
    app.execute(
        "INSERT INTO term_changes (kind, destroy, state, proposed_at, decided_at, version) \
         VALUES ('message', 1, 'in_force', '2026-11-24 08:00:00', '2026-11-24 08:00:00', 2)",
    );
    work(&app);
    let first = "SELECT count(*) AS number FROM messages WHERE destroy_at > '2026-12-31 00:00:00'";
    assert_eq!(app.number(first), 0);
    let page = app.signed_in(people::SAMIRA).get(&talk(&app, people::SAMIRA, "trainer"));
    assert!(page.words().contains("Een bericht bewaren we 1 maand na het versturen."), "{}", page.words());
}

#[test]
fn the_register_says_who_read_and_wrote_in_whose_thread_and_not_what() {
    let app = TestApp::new();
    let id = thread(&app, NOOR, "trainer");
    let mut joost = app.signed_in(people::JOOST);
    write(&mut joost, &format!("/staff/conversations/{id}"), "kenmerkend-woord");
    write(&mut app.signed_in(NOOR), &talk(&app, NOOR, "trainer"), "Dank je");
    joost.post(&format!("/staff/conversations/{id}/closing"), &[]);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{NOOR}'"));
    let lines = |act: &str, subject: &str, role: &str| {
        count(
            &app,
            &format!(
                "register_lines WHERE act = '{act}' AND subject = '{subject}' AND actor_role = '{role}' \
                 AND person_number = {person}"
            ),
        )
    };
    assert_eq!(lines("read", "threads", "trainer"), 1);
    assert_eq!((lines("wrote", "messages", "trainer"), lines("wrote", "messages", "student")), (1, 1));
    assert_eq!(lines("closed", "threads", "trainer"), 1);
    let words = app.signed_in(people::HANNA).get("/staff/register").words();
    assert!(words.contains("geschreven") && words.contains("gesprek") && !words.contains("kenmerkend"), "{words}");
}

#[test]
fn somebody_takes_their_messages_along_and_no_drafts_of_others() {
    let app = TestApp::new();
    let path = talk(&app, people::SAMIRA, "trainer");
    let mut samira = app.signed_in(people::SAMIRA);
    samira.post(&path, &[("version", "0"), ("body", "mijn-eigen-begin"), ("keep", "on")]);
    let case = format!("/staff/conversations/{}", thread(&app, people::SAMIRA, "trainer"));
    app.signed_in(people::JOOST).post(&case, &[("version", "0"), ("body", "begin-van-joost"), ("keep", "on")]);
    let archive = samira.post("/account/export", &[("password", PASSWORD)]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive.body)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (data, overview) = (read("gegevens.json"), read("overzicht.html"));
    assert!(data.contains("Zo’n brief is juist goed om mee te oefenen") && data.contains("een uitkering die stopt"));
    assert!(data.contains("mijn-eigen-begin") && !data.contains("begin-van-joost"));
    assert!(overview.contains("Gesprekken") && overview.contains("(trainer)"));
}

fn erase(app: &TestApp, who: &str) {
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{who}'"));
    let mut hanna = app.signed_in(people::HANNA);
    let address = format!("/staff/erasure/{person}");
    let name = hanna.get(&address).all("h1").remove(0);
    let done = hanna.post(&address, &[("name", name.strip_suffix(" wissen").unwrap())]);
    assert_eq!(done.status, 303, "{}", done.words());
}

#[test]
fn with_a_student_goes_the_whole_thread_and_what_staff_began_in_it() {
    let app = TestApp::new();
    let id = thread(&app, people::SAMIRA, "trainer");
    let case = format!("/staff/conversations/{id}");
    app.signed_in(people::JOOST).post(&case, &[("version", "0"), ("body", "Over Samira"), ("keep", "on")]);
    assert_eq!(count(&app, "message_drafts"), 1);
    erase(&app, people::SAMIRA);
    assert_eq!(count(&app, &format!("threads WHERE id = {id}")), 0);
    assert_eq!(count(&app, &format!("messages WHERE thread_id = {id}")), 0);
    assert_eq!(count(&app, "message_drafts"), 0);
}

#[test]
fn of_staff_who_are_erased_the_answers_stay_without_their_name() {
    let app = TestApp::new();
    let case = format!("/staff/conversations/{}", thread(&app, people::HUGO, "helpdesk"));
    app.signed_in(people::SJOERD).post(&case, &[("version", "0"), ("body", "Begin"), ("keep", "on")]);
    erase(&app, people::SJOERD);
    let page = app.signed_in(people::HUGO).get(&talk(&app, people::HUGO, "helpdesk"));
    assert_eq!(said(&page).last().unwrap(), "Dat is gedaan, Hugo. Klopt het zo?");
    assert!(page.all(".said #newest strong").contains(&"Heldere Taal".to_owned()), "{}", page.words());
    assert!(!page.words().contains("Sjoerd") && !page.words().contains('#'), "{}", page.words());
    assert_eq!(count(&app, "message_drafts"), 0);
}
