//! Who looked at one's own data.

use crate::support::{TestApp, people};

#[test]
fn somebody_sees_who_looked_by_role_and_moment_and_never_by_name() {
    let app = TestApp::new();
    let mut zoe = app.signed_in(people::ZOE);
    assert!(zoe.get("/account/register").words().contains("Niemand keek"));
    let part = app.number(&format!(
        "SELECT MIN(p.id) AS number FROM participants p JOIN people q ON q.id = p.person_id JOIN intakes i ON i.participant_id = p.id WHERE q.email = '{}'",
        people::ZOE
    ));
    let read = app.signed_in(people::PETRA).get(&format!("/staff/intakes/{part}"));
    assert_eq!(read.status, 200);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::ZOE));
    assert_eq!(app.signed_in(people::HANNA).post(&format!("/staff/export/{person}"), &[]).status, 200);
    let page = zoe.get("/account/register");
    let lines = page.all(".timeline li");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains("beveiligingsfunctionaris") && lines[0].contains("meegegeven"), "{lines:?}");
    assert!(
        lines[1].contains("adviseur") && lines[1].contains("intake geopend") && lines[1].contains("24 november 2026"),
        "{lines:?}"
    );
    for name in ["Petra", "Noorman", "Hanna", "@"] {
        assert!(!page.all(".timeline").join(" ").contains(name), "{name}");
    }
    // What she does herself is not in it, and nobody else sees hers.
    let before = zoe.get("/account/register?show=all").all(".timeline li");
    assert!(before.len() >= 2, "{before:?}");
    assert_eq!(zoe.post("/account/requests", &[("kind", "access")]).status, 303);
    assert_eq!(zoe.get("/account/register?show=all").all(".timeline li"), before);
    assert_eq!(app.signed_in(people::SAMIRA).get("/account/register").all(".timeline li").len(), 0);
}

#[test]
fn a_long_list_has_pages() {
    let app = TestApp::new();
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::ZOE));
    let last = app.number("SELECT max(id) AS number FROM register_lines");
    for id in last + 1..=last + 120 {
        app.execute(&format!("INSERT INTO register_lines (id, at, actor_role, act, subject, subject_row, person_number) VALUES ({id}, '2026-11-24 08:00:00', 'trainer', 'read', 'uploads', 1, {person})"));
    }
    app.execute(&format!("UPDATE register_head SET lines = {}", last + 120));
    let mut zoe = app.signed_in(people::ZOE);
    let first = zoe.get("/account/register");
    assert_eq!(first.attributes(".pager a", "href"), ["/account/register?page=2"]);
    assert_eq!(zoe.get("/account/register?page=2").all(".timeline li").len(), 20);
    assert_eq!(
        zoe.get("/account/register?show=all&page=1").attributes(".pager a", "href"),
        ["/account/register?show=all&page=2"]
    );
}
