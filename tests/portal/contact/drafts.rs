//! A message that is begun is kept, on both sides, and only who wrote it sees it.

use chrono::TimeDelta;

use super::{said, talk, thread, write};
use crate::support::{Browser, TestApp, people};

const NOOR: &str = "noor.lukasik@lindedam.example.nl";

/// Both sides with a page of their own: the student's, and that of the trainer.
fn sides(app: &TestApp) -> [(&'static str, String); 2] {
    [
        (people::SAMIRA, talk(app, people::SAMIRA, "trainer")),
        (people::JOOST, format!("/staff/conversations/{}", thread(app, people::SAMIRA, "trainer"))),
    ]
}

fn keep(browser: &mut Browser, path: &str, version: &str, words: &str) -> crate::support::Page {
    browser.post(path, &[("version", version), ("after", "0"), ("body", words), ("keep", "on")])
}

#[test]
fn a_button_keeps_a_message_for_later() {
    let app = TestApp::new();
    for (who, path) in sides(&app) {
        let mut browser = app.signed_in(who);
        let before = said(&browser.get(&path)).len();
        let kept = keep(&mut browser, &path, "0", "Ik schrijf straks\r\nverder");
        assert_eq!((kept.status, kept.location), (303, format!("{path}#write")));
        let page = browser.get(&path);
        assert_eq!(page.all(".notice"), ["Je bericht is bewaard en nog niet verstuurd."]);
        assert!(page.words().contains("Bewaard op dinsdag 24 november 2026, 10.00 uur. Nog niet verstuurd."));
        // In another browser, too.
        let mut other = app.signed_in(who);
        let page = other.get(&path);
        assert!(page.text().contains("Ik schrijf straks\nverder"));
        assert_eq!((page.value("version").as_deref(), said(&page).len()), (Some("1"), before));
        assert_eq!(write(&mut other, &path, "Ik schrijf straks verder, en nu dus.").status, 303);
        let page = other.get(&path);
        assert_eq!((page.value("body").as_deref(), page.value("version").as_deref()), (Some(""), Some("0")));
        assert_eq!(said(&page).len(), before + 1);
        assert_eq!(app.number("SELECT count(*) AS number FROM message_drafts"), 0);
    }
}

#[test]
fn the_script_keeps_it_in_passing() {
    let app = TestApp::new();
    for (who, path) in sides(&app) {
        let browser = app.signed_in(who);
        let mut script = browser.with_header("x-requested-with", "autosave").with_header("accept", "application/json");
        let form = |version: &'static str, words: &'static str| [("version", version), ("body", words)];
        let answer = script.post(&path, &form("0", "Half af"));
        assert_eq!(answer.status, 200);
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let expected =
            serde_json::json!({ "saved_at_text": "Bewaard om 10.00 uur. Nog niet verstuurd.", "version": 1 });
        assert_eq!(told, expected);
        assert_eq!(script.post(&path, &form("0", "Iets anders")).status, 409);
        assert_eq!(script.post(&path, &form("0", "Half af")).status, 200, "the same words are no conflict");
        // What is emptied is not kept.
        let emptied = script.post(&path, &form("1", " "));
        let told: serde_json::Value = serde_json::from_slice(&emptied.body).unwrap();
        assert_eq!(told["version"], 0);
        assert_eq!(app.number("SELECT count(*) AS number FROM message_drafts"), 0);
        assert_eq!(script.post(&path, &form("0", "Opnieuw")).status, 200);
        app.execute("DELETE FROM message_drafts");
    }
    app.running.advance(TimeDelta::hours(13));
    let (_, path) = &sides(&app)[0];
    let mut late = app.browser().with_header("x-requested-with", "autosave");
    assert_eq!(late.post(path, &[("body", "x")]).status, 401);
}

#[test]
fn only_who_wrote_it_sees_it() {
    let app = TestApp::new();
    let helpdesk = talk(&app, people::SAMIRA, "helpdesk");
    let mut samira = app.signed_in(people::SAMIRA);
    keep(&mut samira, &helpdesk, "0", "nog-niet-verstuurd");
    assert!(samira.get("/student/conversations").words().contains("niet verstuurd"));
    let id = thread(&app, people::SAMIRA, "helpdesk");
    assert!(id > 0);
    for who in [people::SJOERD, people::FATIMA] {
        let mut staff = app.signed_in(who);
        let path = format!("/staff/conversations/{id}");
        assert_eq!(staff.get(&path).status, 404, "a thread in which nothing was said is not there");
        assert!(!staff.get("/staff/conversations?all=on").words().contains("Samira"));
    }
    write(&mut samira, &helpdesk, "Nu wel verstuurd");
    let path = format!("/staff/conversations/{id}");
    keep(&mut app.signed_in(people::SJOERD), &path, "0", "antwoord-van-sjoerd");
    keep(&mut app.signed_in(people::FATIMA), &path, "0", "antwoord-van-fatima");
    assert_eq!(app.signed_in(people::SJOERD).get(&path).value("body").as_deref(), Some("antwoord-van-sjoerd"));
    assert_eq!(app.signed_in(people::FATIMA).get(&path).value("body").as_deref(), Some("antwoord-van-fatima"));
    assert!(!samira.get(&helpdesk).text().contains("antwoord-van"));
}

#[test]
fn two_windows_do_not_undo_each_other() {
    let app = TestApp::new();
    for (who, path) in sides(&app) {
        let mut browser = app.signed_in(who);
        assert_eq!(keep(&mut browser, &path, "0", "Uit het eerste venster").status, 303);
        let page = keep(&mut browser, &path, "0", "Uit het tweede venster");
        assert_eq!(page.status, 409);
        assert!(page.words().contains("Dit bericht is in een ander venster veranderd"));
        assert_eq!(page.value("body").as_deref(), Some("Uit het tweede venster"), "what was typed stays in the field");
        assert_eq!(page.all("main form blockquote"), ["Uit het eerste venster"], "what was kept stands beside it");
        assert_eq!(page.value("version").as_deref(), Some("1"), "now they know, and may choose");
        // Sent from the older window, what the other kept is not thrown away.
        let sent = browser.post(&path, &[("version", "0"), ("after", "0"), ("body", "Uit het derde venster")]);
        assert_eq!(sent.status, 303);
        let page = browser.get(&path);
        assert_eq!(page.value("body").as_deref(), Some("Uit het eerste venster"));
        assert_eq!(said(&page).last().unwrap(), "Uit het derde venster");
    }
}

#[test]
fn a_session_that_ends_halfway_loses_nothing() {
    for keeping in [false, true] {
        let app = TestApp::new();
        for (who, path) in sides(&app) {
            let browser = app.signed_in(who);
            app.running.advance(TimeDelta::hours(13));
            let mut late = browser.with_header("referer", &format!("{}{path}", app.url()));
            let mut form = vec![("version", "0"), ("after", "0"), ("body", "Getypt toen de sessie al over was")];
            if keeping {
                form.push(("keep", "on"));
            }
            let asked = late.post(&path, &form);
            assert_eq!(asked.location, format!("/login?back={}", path.replace('/', "%2F")), "{who}");
            assert_eq!(app.sign_in(&mut late, who, &path).location, path, "{who}");
            let page = late.get(&path);
            assert!(page.words().contains("Wat je typte, is er nog"), "{}", page.words());
            assert_eq!(page.value("body").as_deref(), Some("Getypt toen de sessie al over was"));
            assert_eq!(page.attributes("form[data-unsaved]", "action"), std::slice::from_ref(&path));
            // It stays until it is sent or kept: a page that is loaded again loses nothing.
            assert_eq!(late.get(&path).value("body").as_deref(), Some("Getypt toen de sessie al over was"));
            assert_eq!(write(&mut late, &path, "Getypt toen de sessie al over was").status, 303);
            let page = late.get(&path);
            assert!(!page.words().contains("Wat je typte, is er nog"), "{}", page.words());
            assert_eq!(page.value("body").as_deref(), Some(""));
            assert_eq!(said(&page).last().unwrap(), "Getypt toen de sessie al over was");
        }
    }
}

#[test]
fn what_was_held_does_not_push_away_a_draft_of_another_window() {
    let app = TestApp::new();
    let path = talk(&app, NOOR, "trainer");
    let browser = app.signed_in(NOOR);
    app.running.advance(TimeDelta::hours(13));
    let mut phone = app.signed_in(NOOR);
    keep(&mut phone, &path, "0", "Op de telefoon");
    browser.clone().post(&path, &[("version", "0"), ("body", "Op de laptop"), ("keep", "on")]);
    let page = phone.get(&path);
    assert_eq!(page.value("body").as_deref(), Some("Op de laptop"));
    assert_eq!(page.all("main form blockquote"), ["Op de telefoon"]);
    assert!(page.attributes("form[data-unsaved]", "action").is_empty(), "a script does not choose for them");
}
