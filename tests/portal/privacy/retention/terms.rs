//! Terms are data: two officers change them, shorter at once and longer for what comes.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

const TERMS: &str = "/staff/retention/terms";

fn ask(browser: &mut Browser, kind: &str, portal: &str, destroy: &str, sure: bool) -> Page {
    let sure = if sure { "on" } else { "" };
    browser.post(TERMS, &[("kind", kind), ("portal", portal), ("destroy", destroy), ("sure", sure)])
}

/// Asked by Hanna and confirmed by Bram.
pub fn change(app: &TestApp, kind: &str, portal: &str, destroy: &str) -> Page {
    assert_eq!(ask(&mut app.signed_in(people::HANNA), kind, portal, destroy, true).status, 303);
    app.signed_in(people::BRAM).post(&format!("/staff/retention/changes/{}/confirmation", newest(app)), &[])
}

fn newest(app: &TestApp) -> i64 {
    app.number("SELECT coalesce(max(id), 0) AS number FROM term_changes")
}

fn lines(app: &TestApp, act: &str) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'term_changes'"
    ))
}

fn living(app: &TestApp, and: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM uploads WHERE destroy_at >= '2026-11-24 09:00:00' {and}"))
}

#[test]
fn the_first_officer_sees_what_would_go_sooner_and_changes_nothing() {
    let app = TestApp::new();
    let all = living(&app, "");
    let mut hanna = app.signed_in(people::HANNA);
    let page = ask(&mut hanna, "upload", "2", "4", false);
    assert_eq!(page.status, 200);
    // Two of the demo were handed in four months ago: with four months they end tomorrow and the day after.
    assert!(page.words().contains(&format!("{all} van {all} zouden nu eerder verdwijnen")), "{}", page.words());
    assert!(page.words().contains("De eerste op woensdag 25 november 2026"), "{}", page.words());
    assert!(page.words().contains("Een tweede functionaris kijkt mee"), "{}", page.words());
    assert_eq!(newest(&app), 0);
    let shorter = ask(&mut hanna, "upload", "1", "3", false).words();
    assert!(shorter.contains("Daarvan zijn er 2 meteen voorbij"), "{shorter}");
    let longer = ask(&mut hanna, "upload", "6", "12", false).words();
    assert!(longer.contains("Niets wat er nu is, verdwijnt eerder"), "{longer}");
    assert!(longer.contains("langer dan in de privacyverklaring"), "{longer}");
}

#[test]
fn terms_stay_within_their_bounds() {
    let app = TestApp::new();
    let mut hanna = app.signed_in(people::HANNA);
    for (portal, destroy, field) in
        [("3", "13", "destroy"), ("0", "6", "portal"), ("6", "3", "portal"), ("3", "", "destroy")]
    {
        let page = ask(&mut hanna, "upload", portal, destroy, true);
        assert_eq!(page.status, 422, "{portal} {destroy}");
        assert_eq!(page.attributes("[aria-invalid=true]", "id"), [field], "{portal} {destroy}");
        assert_eq!(page.attributes("#destroy", "value"), [destroy]);
    }
    assert_eq!(ask(&mut hanna, "session", "", "1", true).location, "/staff/retention", "what is fixed is fixed");
    assert_eq!(ask(&mut hanna, "upload", "3", "6", true).location, "/staff/retention");
    assert_eq!(newest(&app), 0, "what holds already is no change");
}

#[test]
fn only_a_second_officer_confirms() {
    let app = TestApp::new();
    let before = living(&app, "AND policy = 1");
    let mut hanna = app.signed_in(people::HANNA);
    ask(&mut hanna, "upload", "2", "4", true);
    let id = newest(&app);
    let own = hanna.get(&format!("/staff/retention/changes/{id}"));
    assert!(own.words().contains("Bevestigen kan alleen een andere functionaris"), "{}", own.words());
    assert!(own.attributes("form[action$=confirmation]", "action").is_empty());
    let refused = hanna.post(&format!("/staff/retention/changes/{id}/confirmation"), &[]);
    assert_eq!((refused.status, lines(&app, "term_confirmed")), (409, 0));
    assert_eq!(living(&app, "AND policy = 1"), before);
    for who in [people::PETRA, people::SJOERD, people::SAMIRA] {
        let stranger = app.signed_in(who).post(&format!("/staff/retention/changes/{id}/confirmation"), &[]);
        assert_eq!(stranger.status, 404, "{who}");
    }
    let mut bram = app.signed_in(people::BRAM);
    assert!(bram.get("/staff").words().contains("nieuwe bewaartermijn op een tweede functionaris"));
    assert!(!hanna.get("/staff").words().contains("nieuwe bewaartermijn op een tweede functionaris"));
    let page = bram.get(&format!("/staff/retention/changes/{id}"));
    assert_eq!(
        page.attributes("form[action$=confirmation]", "action"),
        [format!("/staff/retention/changes/{id}/confirmation")]
    );
    assert_eq!(bram.post(&format!("/staff/retention/changes/{id}/confirmation"), &[]).status, 303);
    assert_eq!((lines(&app, "term_proposed"), lines(&app, "term_confirmed")), (1, 1));
    let twice = bram.post(&format!("/staff/retention/changes/{id}/confirmation"), &[]);
    assert_eq!((twice.status, lines(&app, "term_confirmed")), (409, 1));
}

#[test]
fn shorter_counts_at_once_and_longer_for_what_comes() {
    let app = TestApp::new();
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    assert_eq!(ijsbrand.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 21 februari 2027"]);
    let all = living(&app, "");
    let page = change(&app, "upload", "2", "4");
    assert_eq!(page.location, "/staff/retention");
    assert_eq!(living(&app, "AND policy = 2"), all);
    assert_eq!(ijsbrand.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 21 januari 2027"]);
    let facts = ijsbrand.get("/student/uploads").words();
    assert!(facts.contains("vernietigd na 21 maart 2027"), "{facts}");
    // Back to what it was: what is there keeps what it has, and new files get the longer term.
    let mut samira = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::seconds(1));
    assert_eq!(change(&app, "upload", "3", "6").status, 303);
    assert_eq!(living(&app, "AND policy = 2"), all);
    assert_eq!(ijsbrand.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 21 januari 2027"]);
    let action = crate::learning::upload_action(&app, people::SAMIRA);
    let sent = samira.upload(&format!("/student/uploads/new/{action}"), &[], "brief.txt", b"Beste mevrouw A.");
    samira.post(&format!("{}/confirmation", sent.location), &[("confirmed", "on")]);
    assert_eq!(samira.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 24 februari 2027"]);
    assert_eq!(living(&app, "AND policy = 3"), 1);
}

#[test]
fn what_is_over_by_a_shorter_term_is_out_of_sight_at_once() {
    let app = TestApp::new();
    let hidden = app.number(
        "SELECT min(id) AS number FROM uploads WHERE portal_until < '2026-11-24 09:00:00' AND destroy_at > '2026-11-24 09:00:00'",
    );
    let path = format!("/staff/uploads/{hidden}");
    assert_eq!(app.signed_in(people::PETRA).get(&path).status, 200);
    change(&app, "upload", "1", "3");
    assert_eq!(app.signed_in(people::PETRA).get(&path).status, 404);
    app.running.work();
    assert_eq!(app.number(&format!("SELECT count(*) AS number FROM uploads WHERE id = {hidden}")), 0);
}

#[test]
fn a_change_can_be_taken_back_and_refused() {
    let app = TestApp::new();
    for who in [people::HANNA, people::BRAM] {
        ask(&mut app.signed_in(people::HANNA), "letter", "", "12", true);
        let id = newest(&app);
        let waits = ask(&mut app.signed_in(people::BRAM), "letter", "", "6", true);
        assert_eq!((waits.status, newest(&app)), (303, id), "one at a time");
        assert_eq!(app.signed_in(who).post(&format!("/staff/retention/changes/{id}/withdrawal"), &[]).status, 303);
        let late = app.signed_in(people::BRAM).post(&format!("/staff/retention/changes/{id}/confirmation"), &[]);
        assert_eq!(late.status, 409, "{who}");
    }
    assert_eq!((lines(&app, "term_withdrawn"), lines(&app, "term_confirmed")), (2, 0));
}

#[test]
fn letters_go_by_the_terms_under_which_they_were_sent() {
    let app = TestApp::new();
    app.running.work();
    app.execute("DELETE FROM letters");
    let letter = |key: &str, at: &str| {
        app.execute(&format!(
            "INSERT INTO letters (kind, person_id, address, language, payload, dedupe_key, created_at, due_at, attempts, sent_at) \
             VALUES ('reset', (SELECT min(person_id) FROM participants), 'a@example.nl', 'nl', '[]', '{key}', '{at}', '{at}', 1, '{at}')"
        ));
    };
    letter("old", "2025-11-23 22:59:59");
    letter("young", "2025-11-23 23:00:00");
    let shown = || app.signed_in(people::SJOERD).get("/staff/letters").all("tbody tr").len();
    assert_eq!(shown(), 2);
    change(&app, "letter", "", "12");
    assert_eq!(shown(), 1, "a shorter term hides at once what is over");
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.work();
    assert_eq!(app.number("SELECT count(*) AS number FROM letters"), 1);
    app.running.advance(TimeDelta::hours(1));
    change(&app, "letter", "", "24");
    app.running.advance(TimeDelta::days(1));
    app.running.work();
    assert_eq!(app.number("SELECT count(*) AS number FROM letters"), 0, "longer is for letters that come");
}
