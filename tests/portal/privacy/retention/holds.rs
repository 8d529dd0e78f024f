//! A hold keeps something for a while, for a reason, and says so to whom it concerns.

use chrono::TimeDelta;

use crate::support::{Page, TestApp, people};

fn hold(app: &TestApp, about: &str, number: i64, until: &str) -> Page {
    let number = number.to_string();
    let fields =
        [("about", about), ("number", number.as_str()), ("until", until), ("reason", "dispute"), ("note", "2026/17")];
    app.signed_in(people::HANNA).post("/staff/retention/holds", &fields)
}

fn number_of(app: &TestApp, email: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM people WHERE email = '{email}'"))
}

/// The file of IJsbrand: handed in three days ago, on the portal until 21 February, destroyed after 21 May.
fn ijsbrands_file(app: &TestApp) -> (i64, i64) {
    let of = "SELECT u.id AS number FROM uploads u JOIN participants p ON p.id = u.participant_id WHERE p.person_id";
    let file = app.number(&format!("{of} = {}", number_of(app, people::IJSBRAND)));
    let project = app.number(&format!(
        "SELECT p.project_id AS number FROM uploads u JOIN participants p ON p.id = u.participant_id WHERE u.id = {file}"
    ));
    (file, project)
}

fn is_there(app: &TestApp, file: i64) -> bool {
    app.number(&format!("SELECT count(*) AS number FROM uploads WHERE id = {file}")) == 1
}

#[test]
fn what_is_held_outlives_its_clock_and_goes_when_the_hold_ends() {
    for about in ["person", "project", "upload"] {
        let app = TestApp::new();
        let (file, project) = ijsbrands_file(&app);
        let number = match about {
            "person" => number_of(&app, people::IJSBRAND),
            "project" => project,
            _ => file,
        };
        assert_eq!(hold(&app, about, number, "2027-07-31").location, "/staff/retention", "{about}");
        let mut ijsbrand = app.signed_in(people::IJSBRAND);
        let page = ijsbrand.get("/student/uploads").words();
        assert!(page.contains("er is een geschil; op zijn vroegst vernietigd na 31 juli 2027"), "{about}: {page}");
        assert!(ijsbrand.get(&format!("/student/uploads/{file}")).words().contains("31 juli 2027"), "{about}");

        // 31 July 2027, the last second of the hold; the clock of the file ended in May.
        app.running.advance(TimeDelta::seconds(249 * 86_400 + 12 * 3600 + 59 * 60 + 59));
        app.running.work();
        assert!(is_there(&app, file), "{about}");
        assert_eq!(app.signed_in(people::PETRA).get(&format!("/staff/uploads/{file}")).status, 404, "kept, not shown");
        app.running.advance(TimeDelta::hours(2));
        app.running.work();
        assert!(!is_there(&app, file), "{about}");
    }
}

#[test]
fn what_is_held_cannot_be_withdrawn() {
    let app = TestApp::new();
    let (file, _) = ijsbrands_file(&app);
    hold(&app, "upload", file, "2026-12-24");
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    let path = format!("/student/uploads/{file}/withdrawal");
    assert!(ijsbrand.get("/student/uploads").attributes(&format!("a[href='{path}']"), "href").is_empty());
    let page = ijsbrand.post(&path, &[]);
    assert_eq!(page.status, 409);
    assert!(page.words().contains("Dit bestand kan nu niet weg"), "{}", page.words());
    assert!(page.words().contains("21 mei 2027"), "its clock is longer than the hold: {}", page.words());
    assert!(is_there(&app, file));
    // An officer ends it.
    let id = app.number("SELECT max(id) AS number FROM holds");
    let ended = app.signed_in(people::BRAM).post(&format!("/staff/retention/holds/{id}/ending"), &[]);
    assert_eq!(ended.location, "/staff/retention");
    assert_eq!(ijsbrand.post(&path, &[]).status, 303);
    assert!(!is_there(&app, file));
    let lines = |act: &str| {
        app.number(&format!(
            "SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND person_number = {}",
            number_of(&app, people::IJSBRAND)
        ))
    };
    assert_eq!((lines("held"), lines("hold_ended")), (1, 1));
}

#[test]
fn intakes_letters_and_parts_in_projects_are_held_too() {
    let app = TestApp::new();
    let person = number_of(&app, people::IJSBRAND);
    let of = |table: &str| {
        match table {
        "letters" => app.number(&format!("SELECT count(*) AS number FROM letters WHERE kind = 'reset' AND person_id = {person}")),
        "participants" => app.number(&format!("SELECT count(*) AS number FROM participants WHERE person_id = {person}")),
        table => app.number(&format!(
            "SELECT count(*) AS number FROM {table} t JOIN participants p ON p.id = t.participant_id WHERE p.person_id = {person}"
        )),
    }
    };
    app.execute(&format!(
        "INSERT INTO letters (kind, person_id, address, language, payload, dedupe_key, created_at, due_at, attempts, sent_at) \
         VALUES ('reset', {person}, 'a@example.nl', 'nl', '[]', 'k', '2024-11-25 09:00:00', '2024-11-25 09:00:00', 1, '2024-11-25 09:00:00')"
    ));
    let tables = ["intakes", "completions", "enrolments", "participants"];
    let before = tables.map(of);
    assert!(before.iter().all(|count| *count > 0), "{before:?}");
    assert_eq!(hold(&app, "person", person, "2027-11-24").status, 303);
    // Long over, and held again each year.
    for year in ["2028-11-23", "2029-11-22", "2030-11-21", "2031-11-20"] {
        app.running.advance(TimeDelta::days(364));
        assert_eq!(hold(&app, "person", person, year).status, 303, "{year}");
        app.running.work();
    }
    assert_eq!((tables.map(of), of("letters")), (before, 1));
    assert!(app.number("SELECT count(*) AS number FROM participants") > 0);
    app.running.advance(TimeDelta::days(370));
    for _ in 0..2 {
        app.running.work();
        app.running.advance(TimeDelta::days(1));
    }
    assert_eq!((tables.map(of), of("letters")), ([0; 4], 0));
}

#[test]
fn a_hold_is_about_something_that_is_there_and_ends_within_a_year() {
    let app = TestApp::new();
    for (about, number, until, field) in [
        ("person", 987_654, "2026-12-24", "number"),
        ("upload", 987_654, "2026-12-24", "number"),
        ("person", 1, "2028-01-01", "until"),
        ("person", 1, "2026-11-23", "until"),
        ("", 1, "2026-12-24", "about"),
    ] {
        let page = hold(&app, about, number, until);
        assert_eq!(page.status, 422, "{about} {number} {until}");
        assert!(page.attributes(".errors a", "href").contains(&format!("#{field}")), "{about} {number} {until}");
        assert_eq!(page.attributes("#note", "value"), ["2026/17"], "what was typed is still there");
    }
    assert_eq!(app.number("SELECT count(*) AS number FROM holds"), 0);
}

#[test]
fn an_account_page_says_how_long_the_account_stays_and_what_holds_it() {
    let app = TestApp::new();
    let person = number_of(&app, people::SAMIRA);
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get("/account").words().contains("tot en met 24 november 2028"));
    hold(&app, "person", person, "2027-07-31");
    let words = samira.get("/account").words();
    assert!(words.contains("Er is een geschil") && words.contains("na 31 juli 2027"), "{words}");
    assert!(!words.contains("2026/17"), "the note is for officers");
}
