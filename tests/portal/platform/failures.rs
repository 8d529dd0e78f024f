//! What goes wrong around a request, and what a person sees of it.

use chrono::TimeDelta;

use crate::contact::{talk, thread, write};
use crate::learning::evaluations::{self, AUTUMN, IJDA};
use crate::learning::tests::{ALETTA, RIGHT, Taker};
use crate::support::{Browser, TestApp, people};

/// From now on the database refuses to change or add a row of `table`, as it does when its disk is full.
fn fill_the_disk_under(app: &TestApp, table: &str) {
    for act in ["INSERT", "UPDATE"] {
        app.execute(&match app.database() {
            None => format!(
                "CREATE TRIGGER full_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            ),
            Some(_) => format!(
                "CREATE OR REPLACE FUNCTION is_full() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION \
                 'could not extend file: No space left on device'; END $$ LANGUAGE plpgsql; \
                 CREATE TRIGGER full_{act} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION is_full()"
            ),
        });
    }
}

fn make_room_under(app: &TestApp, table: &str) {
    for act in ["INSERT", "UPDATE"] {
        let of = if app.database().is_some() { format!(" ON {table}") } else { String::new() };
        app.execute(&format!("DROP TRIGGER full_{act}{of}"));
    }
}

#[test]
fn a_fault_in_the_middle_of_a_write_leaves_nothing_locked() {
    let app = TestApp::new();
    assert!(app.running.fault_while_writing().is_err());
    let mut browser = app.signed_in(people::SAMIRA);
    assert_eq!(browser.get("/account").status, 200);
}

#[test]
fn an_error_page_is_in_the_language_of_the_person_with_their_menu() {
    let app = TestApp::new();
    let page = app.signed_in(people::GRACE).get("/nothing/here");
    assert_eq!(page.status, 404);
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert!(page.words().contains("Sign out"), "{}", page.words());
}

#[test]
fn a_session_that_cannot_be_kept_gets_a_page_with_a_reference() {
    let app = TestApp::new();
    app.execute("ALTER TABLE sessions RENAME TO elsewhere");
    let page = app.browser().post("/login", &[("email", people::SAMIRA), ("password", crate::support::PASSWORD)]);
    assert_eq!(page.status, 503);
    assert_eq!(page.all("h1").len(), 1);
    assert!(page.headers.contains_key("content-security-policy"));
    app.execute("ALTER TABLE elsewhere RENAME TO sessions");
}

#[test]
fn reading_goes_on_when_nothing_can_be_written() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    fill_the_disk_under(&app, "sessions");
    // By now the session would be marked as in use.
    app.running.advance(TimeDelta::minutes(10));
    for page in ["/student", "/student/uploads", "/account"] {
        assert_eq!(samira.get(page).status, 200, "{page}");
    }
}

#[test]
fn an_act_that_was_done_is_not_said_to_have_failed() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = samira.get("/student").attributes(".path a", "href")[0].clone();
    let version = samira.get(&path).value("version").unwrap();
    fill_the_disk_under(&app, "sessions");
    let saved = samira.post(&path, &[("version", &version)]);
    assert_eq!(saved.status, 303, "{}", saved.words());
    assert_ne!(samira.get(&path).value("version").unwrap(), version);
}

#[test]
fn an_intake_that_cannot_be_saved_comes_back_as_it_was_typed() {
    let app = TestApp::new();
    for (who, title) in
        [(people::SAMIRA, "Je antwoorden zijn nog niet bewaard"), (people::GRACE, "Your answers are not saved yet")]
    {
        app.execute("DELETE FROM answers; DELETE FROM intakes; DELETE FROM completions");
        let mut browser = app.signed_in(who);
        let path = browser.get("/student").attributes(".path a", "href")[0].clone();
        let page = browser.get(&path);
        let field = page.attributes("main textarea", "name")[0].clone();
        let form = [("version", "0"), (field.as_str(), "Brieven zonder moeilijke woorden")];
        fill_the_disk_under(&app, "answers");
        for path in [path.clone(), format!("{path}/submission")] {
            let page = browser.post(&path, &form);
            assert_eq!((page.status, page.all(".warning h2")), (507, vec![title.to_owned()]));
            assert_eq!(page.value(&field).as_deref(), Some("Brieven zonder moeilijke woorden"));
            assert_eq!(app.number("SELECT count(*) AS number FROM intakes"), 0);
        }
        make_room_under(&app, "answers");
        assert_eq!(browser.post(&path, &form).status, 303);
        assert_eq!(browser.get(&path).value(&field).as_deref(), Some("Brieven zonder moeilijke woorden"));
    }
}

/// What is typed in `field` comes back on the page with a sentence and a reference, and can be sent again from there.
fn comes_back(browser: &mut Browser, path: &str, form: &[(&str, &str)], (field, title): (&str, &str)) {
    let typed = form.iter().find(|(name, _)| *name == field).unwrap().1;
    let page = browser.post(path, form);
    assert_eq!((page.status, page.all(".warning h2")), (507, vec![title.to_owned()]), "{path}");
    assert_eq!(page.value(field).as_deref(), Some(typed), "{path}");
    assert!(page.all(".warning .hint").iter().any(|hint| hint.contains("nummer")), "{:?}", page.all(".warning .hint"));
    assert_eq!(page.attributes("form[data-unsaved]", "action").len(), 1, "{path}");
}

#[test]
fn a_message_that_cannot_be_sent_or_kept_comes_back_as_it_was_typed() {
    let app = TestApp::new();
    let anouk = app.number(&format!(
        "SELECT MIN(p.id) AS number FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}'",
        people::ANOUK
    ));
    let pages = [
        (people::SAMIRA, talk(&app, people::SAMIRA, "trainer")),
        (people::JOOST, format!("/staff/conversations/{}", thread(&app, people::SAMIRA, "trainer"))),
        (people::PETRA, format!("/staff/conversations/new/{anouk}/adviser")),
    ];
    for (who, path) in pages {
        let mut browser = app.signed_in(who);
        let page = browser.get(&path);
        let (version, after) = (page.value("version").unwrap(), page.value("after").unwrap());
        let message = [("version", version.as_str()), ("after", &after), ("body", "Een lange brief")];
        let later = [&message[..], &[("keep", "on")]].concat();
        for (table, form) in [("messages", &message[..]), ("message_drafts", &later)] {
            fill_the_disk_under(&app, table);
            comes_back(&mut browser, &path, form, ("body", "Je bericht is nog niet verstuurd"));
            make_room_under(&app, table);
        }
        assert_eq!(app.number("SELECT count(*) AS number FROM messages WHERE body = 'Een lange brief'"), 0);
        assert_eq!(write(&mut browser, &path, "Een lange brief").status, 303, "{path}");
        assert_eq!(app.number("SELECT count(*) AS number FROM messages WHERE body = 'Een lange brief'"), 1);
        app.execute("DELETE FROM messages WHERE body = 'Een lange brief'");
    }
}

#[test]
fn a_test_or_an_evaluation_that_cannot_be_saved_comes_back_as_it_was_typed() {
    let app = TestApp::new();
    let title = "Je antwoorden zijn nog niet bewaard";
    let mut aletta = Taker::new(&app, ALETTA);
    let page = aletta.page();
    let form = aletta.form(&page, RIGHT);
    let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let words = form.last().unwrap().0.as_str();
    fill_the_disk_under(&app, "test_answers");
    for to in ["attempt", "submission"] {
        comes_back(&mut aletta.browser, &format!("{}/{to}", aletta.path), &fields, (words, title));
    }
    make_room_under(&app, "test_answers");
    assert_eq!(aletta.send("submission", &form).status, 303);

    let (mut ijda, path, fields) = evaluations::sheet(&app, IJDA, AUTUMN);
    let form = evaluations::form(&fields, "0", "anonymous", ["9", "8", "Soms", "Een heel verhaal"]);
    fill_the_disk_under(&app, "evaluations");
    for to in ["", "/submission"] {
        comes_back(&mut ijda, &format!("{path}{to}"), &form, (fields[3].as_str(), title));
    }
    make_room_under(&app, "evaluations");
    assert_eq!(ijda.post(&format!("{path}/submission"), &form).status, 303);
}

#[test]
fn a_file_that_gets_no_row_leaves_nothing_on_disk() {
    let app = TestApp::new();
    let files = || {
        let shards = std::fs::read_dir(app.folder().join("files")).unwrap().map(|e| e.unwrap().path());
        shards.filter(|p| p.is_dir()).map(|shard| std::fs::read_dir(shard).unwrap().count()).sum::<usize>()
    };
    let before = files();
    let mut samira = app.signed_in(people::SAMIRA);
    let action = app.numbers(
        "SELECT min(a.id) AS id FROM actions a JOIN participants p ON p.project_id = a.project_id \
         JOIN people q ON q.id = p.person_id WHERE a.kind = 'upload' AND q.email LIKE 'samira%'",
    )[0];
    let path = format!("/student/uploads/new/{action}");
    fill_the_disk_under(&app, "uploads");
    let page = samira.upload(&path, &[], "brief.txt", b"Geachte mevrouw A.,\n");
    assert_eq!((page.status, page.all("h1")), (507, vec!["Er is geen ruimte meer".to_owned()]));
    let answer = samira.clone().with_header("accept", "application/json");
    let answer = answer.clone().upload(&path, &[], "brief.txt", b"Geachte mevrouw A.,\n");
    assert!(answer.status == 507 && answer.text().contains("We konden dit niet bewaren"), "{}", answer.text());
    assert_eq!(files(), before);
    make_room_under(&app, "uploads");
    assert_eq!(samira.upload(&path, &[], "brief.txt", b"Geachte mevrouw A.,\n").status, 303);
    assert_eq!(files(), before + 1);
}
