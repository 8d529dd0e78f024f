//! What a certificate says outlives the registration of whom it was given to, and nothing else of them does: whoever
//! is shown it can check it for five years.

use chrono::TimeDelta;

use crate::support::people::LUKASZ;
use crate::support::{TestApp, people};

/// The number of the certificate of `who`.
pub fn number(app: &TestApp, who: &str) -> String {
    let facts = format!(
        "SELECT f.number AS line FROM certificate_facts f JOIN participants p ON p.id = f.participant_id \
         JOIN people h ON h.id = p.person_id WHERE h.email = '{who}'"
    );
    app.texts(&facts).remove(0)
}

/// What the check page says of it.
fn verdict(app: &TestApp, number: &str) -> String {
    app.browser().post("/certificates", &[("number", number), ("letter", "z")]).words()
}

fn person(app: &TestApp, who: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM people WHERE email = '{who}'"))
}

fn count(app: &TestApp, what: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM {what}"))
}

fn of(app: &TestApp, table: &str, person: i64) -> i64 {
    count(app, &format!("{table} t JOIN participants p ON p.id = t.participant_id WHERE p.person_id = {person}"))
}

fn works(app: &TestApp, days: i64) {
    app.running.advance(TimeDelta::days(days));
    for (task, outcome) in app.running.work() {
        assert!(outcome.is_ok(), "{task}: {outcome:?}");
    }
}

/// Lets the registration of `who` end: they were here two years ago, and are told thirty days before.
pub fn lapse(app: &TestApp, who: &str) -> i64 {
    let (person, long_ago) = (person(app, who), "'2024-12-10 12:00:00'");
    app.execute(&format!(
        "UPDATE projects SET ends_on = '2026-10-31';
         UPDATE people SET created_at = {long_ago} WHERE id = {person};
         UPDATE participants SET created_at = {long_ago} WHERE person_id = {person};
         UPDATE accounts SET created_at = {long_ago}, last_seen_at = {long_ago} WHERE person_id = {person}"
    ));
    for _ in 0..32 {
        works(app, 1);
    }
    assert_eq!(count(app, &format!("people WHERE id = {person} AND erased_at IS NOT NULL AND email = ''")), 1);
    person
}

#[test]
fn the_end_of_a_registration_leaves_the_certificate_and_nothing_else() {
    let app = TestApp::new();
    let number = number(&app, LUKASZ);
    let lukasz = lapse(&app, LUKASZ);
    for table in ["evaluations", "attendances", "completions", "enrolments"] {
        assert_eq!(of(&app, table, lukasz), 0, "{table}");
    }
    assert_eq!(count(&app, &format!("accounts WHERE person_id = {lukasz}")), 0);
    let said = verdict(&app, &number);
    assert!(said.contains("Dit certificaat is echt") && said.contains("Łukasz Żuławski"), "{said}");
    // Nobody has a certificate made anew for a name that is gone, nor sees it in a list.
    let id = app.number(&format!("SELECT certificate_id AS number FROM certificate_facts WHERE number = '{number}'"));
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(fatima.get(&format!("/staff/certificates/{id}")).status, 404);
    let project = app.number(&format!("SELECT project_id AS number FROM participants WHERE person_id = {lukasz}"));
    let list = fatima.get(&format!("/staff/projects/{project}/certificates"));
    assert!(list.status == 200 && !list.words().contains(&format!("#{lukasz}")), "{}", list.words());

    // Whoever has the paper can ask for it to be erased.
    let mut hanna = app.signed_in(people::HANNA);
    let found = hanna.get(&format!("/staff/erasure?q={number}"));
    assert_eq!(found.all("tbody th a"), ["Łukasz Żuławski"], "{}", found.words());
    assert_eq!(hanna.get(&format!("/staff/erasure/{lukasz}")).status, 200);

    // Three years after the project he is still there as a number, for the certificate; after five he is not.
    works(&app, 3 * 365);
    assert_eq!(count(&app, &format!("participants WHERE person_id = {lukasz}")), 1);
    assert!(verdict(&app, &number).contains("Łukasz Żuławski"));
    works(&app, 2 * 365);
    works(&app, 1);
    works(&app, 1);
    assert_eq!(app.signed_in(people::HANNA).get(&format!("/staff/erasure/{lukasz}")).status, 404);
    assert_eq!(count(&app, &format!("participants WHERE person_id = {lukasz}")), 0);
    assert_eq!(count(&app, &format!("people WHERE id = {lukasz}")), 0);
    let said = verdict(&app, &number);
    assert!(said.contains("Dit certificaat is echt afgegeven") && !said.contains("Łukasz"), "{said}");
}

#[test]
fn three_years_after_a_project_only_what_the_certificate_needs_is_left_of_who_took_part() {
    let app = TestApp::new();
    let lukasz = person(&app, LUKASZ);
    app.execute("UPDATE projects SET ends_on = '2023-11-23'");
    works(&app, 0);
    works(&app, 1);
    let without = "participants p WHERE NOT EXISTS (SELECT 1 FROM certificate_facts f WHERE f.participant_id = p.id) \
                   AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.participant_id = p.id)";
    assert_eq!(count(&app, without), 0);
    assert_eq!(count(&app, &format!("participants WHERE person_id = {lukasz}")), 1);
    for table in ["enrolments", "attendances"] {
        assert_eq!(of(&app, table, lukasz), 0, "{table}");
    }
    // His own page of it still opens, and the paper too.
    let project = app.number(&format!("SELECT project_id AS number FROM participants WHERE person_id = {lukasz}"));
    let mut browser = app.signed_in(LUKASZ);
    let page = browser.get(&format!("/student/certificates/{project}"));
    assert!(page.words().contains("Je certificaat is er"), "{}", page.words());
    assert_eq!(browser.get(&format!("/student/certificates/{project}/file")).status, 200);
}

#[test]
fn whoever_asks_to_be_erased_loses_what_the_certificate_says_and_keeps_that_it_was_genuine() {
    let app = TestApp::new();
    let (number, lukasz) = (number(&app, LUKASZ), person(&app, LUKASZ));
    let id = app.number(&format!("SELECT id AS number FROM certificate_facts WHERE number = '{number}'"));
    let page = app.signed_in(people::HANNA).post(&format!("/staff/erasure/{lukasz}"), &[("name", "Łukasz Żuławski")]);
    assert_eq!(page.status, 303, "{}", page.words());
    assert_eq!(of(&app, "certificate_facts", lukasz), 0);
    let said = verdict(&app, &number);
    assert!(said.contains("Dit certificaat is echt afgegeven") && !said.contains("Łukasz"), "{said}");
    let line = "register_lines WHERE act = 'destroyed' AND subject = 'certificate_facts' AND subject_row";
    assert_eq!(count(&app, &format!("{line} = {id}")), 1);
    // Nothing is given to a number.
    works(&app, 1);
    assert_eq!(of(&app, "certificate_facts", lukasz), 0);
}

#[test]
fn a_hold_keeps_evaluations_and_certificates_too() {
    let app = TestApp::new();
    let lukasz = person(&app, LUKASZ);
    let project = app.number(&format!("SELECT project_id AS number FROM participants WHERE person_id = {lukasz}"));
    let words = format!(
        "anonymous_answers a JOIN evaluation_questions q ON q.id = a.question_id WHERE q.project_id = {project}"
    );
    let before = [count(&app, "evaluations"), count(&app, "certificate_facts"), count(&app, &words)];
    assert!(before.iter().all(|count| *count > 0), "{before:?}");
    let held = |about: &str, number: i64, until: &str| {
        let number = number.to_string();
        let fields = [("about", about), ("number", number.as_str()), ("until", until), ("reason", "dispute")];
        assert_eq!(app.signed_in(people::HANNA).post("/staff/retention/holds", &fields).status, 303, "{until}");
    };
    held("project", project, "2027-11-24");
    for year in ["2028-11-23", "2029-11-22", "2030-11-21", "2031-11-20", "2032-11-18"] {
        app.running.advance(TimeDelta::days(364));
        held("project", project, year);
        works(&app, 0);
    }
    // Of the project that is held everything is there, of the others nothing.
    let of_project = |table: &str| {
        count(&app, &format!("{table} t JOIN participants p ON p.id = t.participant_id WHERE p.project_id = {project}"))
    };
    assert_eq!(count(&app, "evaluations"), of_project("evaluations"));
    assert!(of_project("evaluations") > 0 && of_project("certificate_facts") > 0);
    assert_eq!(count(&app, &words), before[2]);
    assert_eq!(count(&app, "anonymous_answers"), before[2]);
    app.running.advance(TimeDelta::days(370));
    works(&app, 0);
    works(&app, 1);
    let after = [count(&app, "evaluations"), count(&app, "certificate_facts"), count(&app, "anonymous_answers")];
    assert_eq!(after, [0; 3]);
}
