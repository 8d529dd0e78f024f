//! Taking along everything about oneself, and answering a request for access.

use std::io::{Cursor, Read};

use crate::support::{Page, TestApp, people};

/// The files of an archive, by name.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = Vec::new();
        file.read_to_end(&mut text).unwrap();
        files.push((file.name().unwrap().into_owned(), String::from_utf8_lossy(&text).into_owned()));
    }
    files
}

fn archive(page: &Page) -> Vec<(String, String)> {
    assert_eq!((page.status, page.headers["content-type"].as_str()), (200, "application/zip"), "{}", page.words());
    unpacked(&page.body)
}

fn named<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    let names: Vec<_> = files.iter().map(|f| &f.0).collect();
    &files.iter().find(|f| f.0 == name).unwrap_or_else(|| panic!("{name} is not among {names:?}")).1
}

fn with_a_file(app: &TestApp) -> crate::support::Browser {
    let mut samira = app.signed_in(people::SAMIRA);
    let action = crate::learning::upload_action(app, people::SAMIRA);
    let sent = samira.upload(
        &format!("/student/uploads/new/{action}"),
        &[],
        "brief.txt",
        "Beste buurt, één kanarie.".as_bytes(),
    );
    samira.post(&format!("{}/confirmation", sent.location), &[("confirmed", "on")]);
    app.execute("UPDATE employments SET personnel_number = 'P-77123', department = 'Omgeving' WHERE person_id = (SELECT id FROM people WHERE email = 'samira.bakker@lindedam.example.nl')");
    samira
}

#[test]
fn a_student_takes_along_what_is_theirs_with_their_files() {
    let app = TestApp::new();
    let mut samira = with_a_file(&app);
    assert!(samira.get("/student/export").words().contains("Download mijn gegevens"));
    let files = archive(&samira.post("/student/export", &[]));
    let (page, data) = (named(&files, "overzicht.html"), named(&files, "gegevens.json"));
    for words in ["Samira", "Bakker", people::SAMIRA, "Omgeving", "brief.txt", "Naam en contact", "Hoelang:"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("P-77123") && !data.contains("P-77123"), "the personnel number is not for the portal");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["tables"]["people"][0]["last_name"], "Bakker");
    assert_eq!(data["tables"]["uploads"][0]["file_name"], "brief.txt");
    assert!(data["tables"]["participants"][0]["project_id"].as_str().is_some_and(|name| !name.is_empty()));
    let text = data.to_string();
    assert!(!text.contains("password") && !text.contains("argon2") && !text.contains("key_hash"), "{text}");
    let file = files.iter().find(|f| f.0.starts_with("bestanden/") && f.0.ends_with("-brief.txt")).unwrap();
    assert_eq!(file.1, "Beste buurt, één kanarie.");
    // Nobody else is in it.
    for other in ["Hugo", "Grace", "oostervaart"] {
        assert!(!text.contains(other) && !page.contains(other), "{other}");
    }
    assert_eq!(
        app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'exported' AND actor_role = 'student'"),
        1
    );
}

#[test]
fn what_left_the_portal_does_not_go_along() {
    let app = TestApp::new();
    let mut samira = with_a_file(&app);
    app.execute("UPDATE uploads SET portal_until = '2026-11-01 00:00:00'");
    let files = archive(&samira.post("/student/export", &[]));
    assert!(!files.iter().any(|f| f.0.contains("brief.txt")), "the file is off the portal");
}

#[test]
fn who_reads_english_gets_it_in_english() {
    let app = TestApp::new();
    let files = archive(&app.signed_in(people::GRACE).post("/student/export", &[]));
    let page = named(&files, "overview.html");
    assert!(page.contains("lang=\"en\"") && page.contains("Name and contact") && page.contains("Okonjo"), "{page}");
    assert!(named(&files, "data.json").contains("Okonjo"));
}

#[test]
fn a_request_is_answered_with_what_anybody_reads_and_without_files() {
    let app = TestApp::new();
    with_a_file(&app);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let mut hanna = app.signed_in(people::HANNA);
    assert!(hanna.get(&format!("/staff/erasure/{person}")).words().contains("Om inzage gevraagd?"));
    let files = archive(&hanna.post(&format!("/staff/export/{person}"), &[]));
    let data = named(&files, "gegevens.json");
    assert!(data.contains("P-77123") && data.contains("register_lines") && !data.contains("argon2"));
    assert!(!files.iter().any(|f| f.0.contains("brief.txt")), "the officer sees no file");
    assert_eq!(
        app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'exported' AND actor_role = 'security'"),
        1
    );
    for who in [people::FATIMA, people::SAMIRA, people::WOUTER, people::JOOST] {
        assert_eq!(app.signed_in(who).post(&format!("/staff/export/{person}"), &[]).status, 404, "{who}");
    }
}
