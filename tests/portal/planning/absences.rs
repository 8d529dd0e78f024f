//! "Ik ben verhinderd" for one meeting.

use chrono::TimeDelta;

use crate::support::{Browser, TestApp, people};

/// The page of the absence from the first meeting ahead.
fn absence(student: &mut Browser) -> String {
    student.get("/student").attributes("a[href$='/absence']", "href").remove(0)
}

#[test]
fn a_student_is_excused_with_a_reason_and_takes_it_back() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = absence(&mut samira);
    let empty = samira.post(&page, &[]);
    assert_eq!((empty.status, empty.attributes("[data-error-summary] a", "href")), (422, vec!["#reason".to_owned()]));
    assert_eq!(samira.post(&page, &[("reason", "griep")]).status, 422, "the list is closed");
    assert_eq!(samira.post(&page, &[("reason", "travel")]).status, 303);
    assert!(
        samira.get(&page).words().contains("Je bent afgemeld Ik heb geen vervoer"),
        "{}",
        samira.get(&page).words()
    );
    assert!(samira.get("/student").words().contains("je bent afgemeld"));
    // Another reason takes the place of the first.
    assert_eq!(samira.post(&page, &[("reason", "work")]).status, 303);

    for (who, sees) in [(people::JOOST, true), (people::SJOERD, true), (people::FATIMA, true), (people::MIRJAM, false)]
    {
        let list = app.signed_in(who).get("/staff/absences");
        assert_eq!(list.status, 200, "{who}");
        assert_eq!(list.words().contains("Bakker, Samira"), sees, "{who}: {}", list.words());
    }
    assert!(app.signed_in(people::SJOERD).get("/staff/absences").words().contains("Mijn werk gaat voor"));
    for who in [people::LIEKE, people::HANNA, people::WOUTER] {
        assert_eq!(app.signed_in(who).get("/staff/absences").status, 404, "{who}");
    }

    let row = app.number("SELECT max(id) AS number FROM absences");
    assert_eq!(samira.post(&format!("{page}/ending"), &[]).status, 303);
    // The register names the row that went, by which a restore takes it away once more.
    let named = "SELECT subject_row AS id FROM register_lines WHERE act = 'withdrawn' AND subject = 'absences'";
    assert_eq!(app.numbers(named), [row]);
    assert!(!samira.get("/student").words().contains("je bent afgemeld"));
    assert!(!app.signed_in(people::JOOST).get("/staff/absences").words().contains("Samira"));
}

#[test]
fn the_leader_sees_that_somebody_is_excused_and_not_why() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = absence(&mut samira);
    samira.post(&page, &[("reason", "travel")]);
    let participant = app.number(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id WHERE p.email LIKE 'samira%'",
    );
    let seen = app.signed_in(people::WOUTER).get(&format!("/leader/participants/{participant}"));
    assert!(seen.words().contains("afgemeld voor dinsdag 8 december 2026"), "{}", seen.words());
    assert!(!seen.words().contains("vervoer"), "{}", seen.words());
}

#[test]
fn after_the_beginning_it_is_too_late() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = absence(&mut samira);
    samira.post(&page, &[("reason", "leave")]);
    app.running.advance(TimeDelta::days(14));
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get(&page).words().contains("Deze bijeenkomst is al begonnen"), "{}", samira.get(&page).words());
    for address in [page.clone(), format!("{page}/ending")] {
        assert_eq!(samira.post(&address, &[("reason", "work")]).status, 422, "{address}");
    }
    assert_eq!(app.number("SELECT count(*) AS number FROM absences WHERE reason = 'leave'"), 1);
}

#[test]
fn an_absence_is_destroyed_three_years_after_the_project() {
    let app = TestApp::new();
    let all = app.number("SELECT count(*) AS number FROM absences");
    assert!(all > 0);
    app.execute("UPDATE projects SET ends_on = '2023-11-24'");
    app.running.work();
    assert_eq!(app.number("SELECT count(*) AS number FROM absences"), all, "to the end of the day");
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.advance(TimeDelta::days(1));
    app.running.work();
    assert_eq!(app.number("SELECT count(*) AS number FROM absences"), 0);
    // They go with the part in the project that they hang on, which is where it is proven.
    let proven = "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'participants'";
    assert!(app.number(proven) > 0);
}

#[test]
fn the_pages_take_few_statements() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = absence(&mut samira);
    let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
    let mut sjoerd = app.signed_in(people::SJOERD);
    for (browser, path) in [(&mut samira, page.as_str()), (&mut sjoerd, "/staff/absences")] {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200);
        assert!(app.running.queries() - before <= 8 + greetings, "{path}: {}", app.running.queries() - before);
    }
}
