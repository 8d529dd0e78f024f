//! What people ask about their own data, and the clock on it.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

fn ask(browser: &mut Browser, kind: &str, asked: &str) -> Page {
    browser.post("/account/requests", &[("kind", kind), ("asked", asked)])
}

fn lines(app: &TestApp, act: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'requests'"))
}

/// The newest request.
fn newest(app: &TestApp) -> i64 {
    app.number("SELECT MAX(id) AS number FROM requests")
}

#[test]
fn a_request_has_four_weeks_and_its_owner_sees_until_when() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get("/account/requests").words().contains("Je hebt nog geen verzoek gedaan"));
    let sent = ask(&mut samira, "correction", "Mijn functie klopt niet.\nIk ben jurist.");
    assert_eq!((sent.status, sent.location.as_str()), (303, "/account/requests"));
    let page = samira.get("/account/requests");
    assert!(page.all(".notice")[0].contains("22 december 2026"));
    let card = page.all("main section.card").remove(0);
    for words in ["Iets laten verbeteren", "wacht op antwoord", "uiterlijk op 22 december 2026", "Ik ben jurist."] {
        assert!(card.contains(words), "{words}: {card}");
    }
    assert_eq!(lines(&app, "requested"), 1);
    // The last day counts; after it the page says what it is.
    app.running.advance(TimeDelta::days(28));
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get("/account/requests").words().contains("wacht op antwoord"));
    app.running.advance(TimeDelta::days(1));
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get("/account/requests").words().contains("te laat"));
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_stays() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let long = "x".repeat(4001);
    for (kind, asked, field) in
        [("", "Iets", "kind"), ("xx", "Iets", "kind"), ("objection", " ", "asked"), ("erasure", long.as_str(), "asked")]
    {
        let page = ask(&mut samira, kind, asked);
        assert_eq!((page.status, page.all(&format!("#{field}-error")).len()), (422, 1), "{kind}");
        if asked == "Iets" {
            assert_eq!(page.value("asked").as_deref(), Some("Iets"));
        }
    }
    assert_eq!(
        app.number(&format!(
            "SELECT COUNT(*) AS number FROM requests WHERE person_number = (SELECT id FROM people WHERE email = '{}')",
            people::SAMIRA
        )),
        0
    );
    for kind in ["access", "portability", "erasure"] {
        assert_eq!(ask(&mut samira, kind, "").status, 303, "{kind} speaks for itself");
    }
    assert_eq!(
        samira.get("/account/requests/new?kind=correction").attributes("input[name=kind][checked]", "value"),
        ["correction"]
    );
}

#[test]
fn pressing_twice_is_asking_once_and_nobody_asks_without_end() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let before = app.number("SELECT COUNT(*) AS number FROM requests");
    for _ in 0..3 {
        assert_eq!(ask(&mut samira, "erasure", "Graag alles.").status, 303);
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM requests"), before + 1);
    for number in 1..10 {
        assert_eq!(ask(&mut samira, "objection", &format!("Niet voor {number}.")).status, 303);
    }
    let page = ask(&mut samira, "objection", "Nog een.");
    assert_eq!((page.status, page.value("asked").as_deref()), (422, Some("Nog een.")));
    assert!(page.all("#kind-error")[0].contains("10"));
}

#[test]
fn what_nobody_types_is_left_out_of_what_is_kept() {
    let app = TestApp::new();
    let sent = ask(&mut app.signed_in(people::SAMIRA), "correction", "Mijn\0 functie\0 is %00 geen cijfer.");
    assert_eq!(sent.status, 303, "{}", sent.words());
    let words = app.texts("SELECT asked AS line FROM request_words ORDER BY id DESC LIMIT 1");
    assert_eq!(words, ["Mijn functie is %00 geen cijfer."]);
}

#[test]
fn its_owner_takes_it_back_and_nobody_else_does() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, "erasure", "");
    let path = format!("/account/requests/{}/withdrawal", newest(&app));
    for who in [people::HUGO, people::WOUTER, people::HANNA] {
        assert_eq!(app.signed_in(who).post(&path, &[]).status, 404, "{who}");
    }
    for _ in 0..2 {
        assert_eq!(samira.post(&path, &[]).location, "/account/requests");
    }
    assert_eq!(lines(&app, "request_withdrawn"), 1);
    let words = samira.get("/account/requests").words();
    assert!(words.contains("ingetrokken") && words.contains("Je trok dit in op 24 november 2026"), "{words}");
    assert!(samira.get("/account/requests").attributes("main details form", "action").is_empty());
}

#[test]
fn the_officers_hear_that_there_is_one_and_not_whose_or_what() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, "objection", "Mijn chef mag dit niet weten.");
    app.running.work();
    let sent = app.texts(
        "SELECT address AS line FROM letters WHERE kind = 'request_made' AND sent_at IS NOT NULL ORDER BY address",
    );
    assert_eq!(sent, [people::BRAM, people::HANNA]);
    for body in app.texts("SELECT subject || ' ' || body AS line FROM letters WHERE kind = 'request_made'") {
        for secret in ["Samira", "Bakker", "chef", "ezwaar", "samira"] {
            assert!(!body.contains(secret), "{secret}: {body}");
        }
        assert!(body.contains("22 december 2026") && body.contains("/staff/requests"), "{body}");
    }
    // Taken back before the letter went, there is nothing to tell.
    ask(&mut samira, "erasure", "");
    samira.post(&format!("/account/requests/{}/withdrawal", newest(&app)), &[]);
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM letters WHERE kind = 'request_made'"), 2);
}

#[test]
fn an_officer_sees_what_waits_and_until_when_and_notes_the_answer() {
    let app = TestApp::new();
    app.execute("DELETE FROM requests");
    let mut hanna = app.signed_in(people::HANNA);
    assert!(hanna.get("/staff").all("#requests").is_empty());
    assert!(hanna.get("/staff/requests").words().contains("Er is geen verzoek"));
    ask(&mut app.signed_in(people::SAMIRA), "access", "");
    app.running.advance(TimeDelta::days(1));
    ask(&mut app.signed_in(people::HUGO), "correction", "Mijn naam is Hugo Schipper.");
    let mut hanna = app.signed_in(people::HANNA);
    let home = hanna.get("/staff").words();
    assert!(home.contains("Er zijn 2 verzoeken") && home.contains("uiterlijk op 22 december 2026"), "{home}");
    let page = hanna.get("/staff/requests");
    let rows = page.all("tbody tr");
    assert!(rows[0].contains("Samira Bakker") && rows[0].contains("22 december 2026"), "{rows:?}");
    assert!(rows[1].contains("Hugo Schippers") && rows[1].contains("23 december 2026"), "{rows:?}");
    assert!(!page.words().contains("Hugo Schipper."), "what was asked is read one at a time");

    let path = page.attributes("tbody th a", "href").remove(1);
    let page = hanna.get(&path);
    assert!(page.words().contains("Mijn naam is Hugo Schipper."));
    assert_eq!(lines(&app, "read"), 1);
    assert_eq!(hanna.post(&format!("{path}/answer"), &[]).location, "/staff/requests");
    assert_eq!(lines(&app, "request_answered"), 1);
    assert!(hanna.get("/staff").words().contains("Er is een verzoek"));
    assert!(
        app.signed_in(people::HUGO).get("/account/requests").words().contains("Je kreeg antwoord op 25 november 2026")
    );
    for who in [people::FATIMA, people::PETRA, people::JOOST, people::SJOERD, people::WOUTER, people::SAMIRA] {
        let mut browser = app.signed_in(who);
        for path in ["/staff/requests", path.as_str()] {
            assert_eq!(browser.get(path).status, 404, "{who} {path}");
        }
        assert_eq!(browser.post(&format!("{path}/answer"), &[]).status, 404, "{who}");
    }
}

#[test]
fn an_erasure_takes_the_words_and_the_name_and_leaves_that_it_was_asked() {
    let app = TestApp::new();
    ask(&mut app.signed_in(people::SAMIRA), "erasure", "Wis alles van mij.");
    let (id, person) =
        (newest(&app), app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA)));
    let mut hanna = app.signed_in(people::HANNA);
    hanna.post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    assert_eq!(app.number(&format!("SELECT COUNT(*) AS number FROM request_words WHERE request_id = {id}")), 0);
    let page = hanna.get(&format!("/staff/requests/{id}"));
    let words = page.words();
    assert!(
        words.contains("Deze persoon is gewist") && words.contains(&format!("#{person}")) && !words.contains("Samira"),
        "{words}"
    );
    assert_eq!(hanna.post(&format!("/staff/requests/{id}/answer"), &[]).status, 303);
}

#[test]
fn a_request_is_destroyed_after_five_years_unless_it_is_held() {
    let app = TestApp::new();
    app.execute("DELETE FROM requests");
    ask(&mut app.signed_in(people::HANNA), "access", "");
    let count = || app.number("SELECT COUNT(*) AS number FROM requests");
    app.running.advance(TimeDelta::days(365 * 5 + 1));
    app.running.work();
    assert_eq!(count(), 1, "to the end of the day it came in, five years on");
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::HANNA));
    app.execute(&format!("INSERT INTO holds (person_id, reason, note, placed_at, until_at) VALUES ({person}, 'dispute', '', '2031-11-24 08:00:00', '2031-12-24 08:00:00')"));
    app.running.advance(TimeDelta::days(2));
    app.running.work();
    assert_eq!(count(), 1, "held");
    app.running.advance(TimeDelta::days(40));
    app.running.work();
    assert_eq!((count(), lines(&app, "destroyed")), (0, 1));
}
