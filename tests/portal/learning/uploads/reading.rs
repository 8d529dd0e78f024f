//! Who may open a file, and how it is sent.

use super::{TEXT, action, lines, samira_hands_in, send};
use crate::support::{TestApp, people};

#[test]
fn a_file_is_something_to_save_and_never_a_page_of_ours() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app);
    let file = samira.clone().with_header("accept-encoding", "gzip, br").get(&format!("/student/uploads/{id}/file"));
    assert_eq!(file.body, TEXT);
    let header = |name: &str| file.headers.get(name).cloned().unwrap_or_default();
    assert_eq!(header("content-disposition"), "attachment; filename=\"brief.txt\"; filename*=UTF-8''brief.txt");
    assert_eq!(header("content-type"), "text/plain");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-length"), TEXT.len().to_string());
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("content-encoding"), "identity");
    assert_eq!(header("cache-control"), "no-store");
    let large: Vec<u8> = (0..2_000_000_u32).map(|i| b'a' + (i % 26) as u8).collect();
    let id = send(&mut samira, action(&app, people::SAMIRA), "groot.txt", &large);
    assert!(samira.get(&format!("/student/uploads/{id}/file")).body == large);
}

#[test]
fn a_file_is_for_its_owner_alone_on_the_portal() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app);
    let action = action(&app, people::SAMIRA);
    let pages = ["", "/file", "/withdrawal"].map(|end| format!("/student/uploads/{id}{end}"));
    let acts = ["/confirmation", "/withdrawal"].map(|end| format!("/student/uploads/{id}{end}"));
    for who in [
        people::IJSBRAND,
        people::HUGO,
        people::WOUTER,
        people::MARLEEN,
        people::ANOUK,
        people::JOOST,
        people::PETRA,
        people::FATIMA,
        people::SJOERD,
    ] {
        let mut other = app.signed_in(who);
        for page in &pages {
            assert_eq!(other.get(page).status, 404, "{who} {page}");
        }
        for act in &acts {
            assert_eq!(other.post(act, &[("confirmed", "on")]).status, 404, "{who} {act}");
        }
    }
    for foreign in [people::HUGO, people::WOUTER, people::JOOST, people::FATIMA] {
        let mut other = app.signed_in(foreign);
        let path = format!("/student/uploads/new/{action}");
        assert_eq!(other.get(&path).status, 404, "{foreign}");
        assert_eq!(other.upload(&path, &[], "brief.txt", TEXT).status, 404, "{foreign}");
    }
    assert_eq!(samira.get(&format!("/student/uploads/{}", id + 1000)).status, 404);
    assert_eq!(samira.get(&pages[0]).status, 200);
    assert_eq!(app.browser().get(&pages[1]).location, format!("/login?back=%2Fstudent%2Fuploads%2F{id}%2Ffile"));
}

#[test]
fn an_action_that_asks_for_no_file_takes_none() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let reading = app.number("SELECT min(id) AS number FROM actions WHERE kind = 'reading'");
    assert_eq!(samira.get(&format!("/student/uploads/new/{reading}")).status, 404);
    assert_eq!(samira.upload(&format!("/student/uploads/new/{reading}"), &[], "brief.txt", TEXT).status, 404);
}

#[test]
fn trainer_and_adviser_read_what_is_within_their_reach() {
    let app = TestApp::new();
    let (_, id) = samira_hands_in(&app);
    for who in [people::JOOST, people::PETRA] {
        let mut reader = app.signed_in(who);
        let list = reader.get("/staff/uploads");
        assert!(list.words().contains("brief.txt") && list.words().contains("Bakker, Samira"), "{who}");
        let page = reader.get(&format!("/staff/uploads/{id}"));
        assert!(page.words().contains("24 februari 2027") && page.words().contains("24 mei 2027"), "{who}");
        let file = reader.get(&format!("/staff/uploads/{id}/file"));
        assert_eq!((file.body.as_slice(), file.headers["x-content-type-options"].as_str()), (TEXT, "nosniff"));
        assert!(file.headers["content-disposition"].starts_with("attachment;"));
    }
    assert_eq!(lines(&app, "read", id), 2);

    // Mirjam teaches other groups, also of the same project.
    let mut mirjam = app.signed_in(people::MIRJAM);
    let list = mirjam.get("/staff/uploads").words();
    assert!(!list.contains("Bakker, Samira") && list.contains("Çelik, IJsbrand"), "{list}");
    assert_eq!(mirjam.get(&format!("/staff/uploads/{id}")).status, 404);
    assert_eq!(mirjam.get(&format!("/staff/uploads/{id}/file")).status, 404);
    assert_eq!(lines(&app, "read", id), 2);
}

#[test]
fn who_may_not_read_uploads_finds_no_such_page() {
    let app = TestApp::new();
    let (_, id) = samira_hands_in(&app);
    for who in [people::FATIMA, people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER, people::SAMIRA] {
        let mut other = app.signed_in(who);
        for page in ["/staff/uploads", &format!("/staff/uploads/{id}"), &format!("/staff/uploads/{id}/file")] {
            assert_eq!(other.get(page).status, 404, "{who} {page}");
        }
    }
}

#[test]
fn a_file_that_waits_to_be_confirmed_is_for_nobody_else() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let id = send(&mut samira, action(&app, people::SAMIRA), "brief.txt", TEXT);
    let mut joost = app.signed_in(people::JOOST);
    assert!(!joost.get("/staff/uploads").words().contains("brief.txt"));
    assert_eq!(joost.get(&format!("/staff/uploads/{id}")).status, 404);
    assert_eq!(joost.get(&format!("/staff/uploads/{id}/file")).status, 404);
}

#[test]
fn the_pages_ask_the_database_little_however_many_files_there_are() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app);
    let mut petra = app.signed_in(people::PETRA);
    let action = action(&app, people::SAMIRA);
    // The sentence about handing in is shown, and forgotten.
    samira.get("/student");
    samira.get(&format!("/student/uploads/{id}"));
    // PostgreSQL is asked before each use of a connection whether it is still there.
    let cost = |browser: &mut crate::support::Browser, path: &str| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    for path in ["/student/uploads", &format!("/student/uploads/{id}"), &format!("/student/uploads/new/{action}")] {
        let cost = cost(&mut samira, path);
        assert!(cost <= 6, "{path}: {cost}");
    }
    for path in ["/staff/uploads", &format!("/staff/uploads/{id}")] {
        let cost = cost(&mut petra, path);
        assert!(cost <= 4, "{path}: {cost}");
    }
}
