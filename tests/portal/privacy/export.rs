//! Taking along everything about oneself, and answering a request for access.

use std::io::{Cursor, Read};

use traject::fixture::personal_columns;

use super::canary::planting::{self, Proof};
use crate::support::{Browser, PASSWORD, Page, TestApp, people};

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
    assert_eq!((page.status, page.location.as_str()), (200, ""), "{}", page.words());
    assert_eq!(page.headers["content-type"], "application/zip");
    unpacked(&page.body)
}

fn named<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    let names: Vec<_> = files.iter().map(|f| &f.0).collect();
    &files.iter().find(|f| f.0 == name).unwrap_or_else(|| panic!("{name} is not among {names:?}")).1
}

/// Everything about whoever uses `browser`.
fn taken(browser: &mut Browser) -> Page {
    browser.post("/account/export", &[("password", PASSWORD)])
}

fn with_a_file(app: &TestApp) -> Browser {
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
    assert!(samira.get("/account/export").words().contains("Download mijn gegevens"));
    let files = archive(&taken(&mut samira));
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
    let files = archive(&taken(&mut samira));
    assert!(!files.iter().any(|f| f.0.contains("brief.txt")), "the file is off the portal");
}

#[test]
fn who_reads_english_gets_it_in_english() {
    let app = TestApp::new();
    let files = archive(&taken(&mut app.signed_in(people::GRACE)));
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

#[test]
fn whoever_finds_an_open_browser_takes_nothing_along() {
    let app = TestApp::new();
    let mut samira = with_a_file(&app);
    for (typed, said) in [("", "Vul dit in"), ("niet dit wachtwoord", "niet het wachtwoord")] {
        let page = samira.post("/account/export", &[("password", typed)]);
        assert_eq!(page.status, 422, "{typed}");
        assert!(page.all("#password-error").join(" ").contains(said), "{}", page.words());
        assert!(!page.text().contains("niet dit wachtwoord"), "a password is not sent back");
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'exported'"), 0);
    for _ in 0..9 {
        samira.post("/account/export", &[("password", "niet dit wachtwoord")]);
    }
    assert_eq!(samira.post("/account/export", &[("password", PASSWORD)]).status, 429, "guessing is slowed down");
}

#[test]
fn a_leader_and_staff_take_along_what_is_theirs_too() {
    let app = TestApp::new();
    for (who, theirs) in [(people::WOUTER, "Hamersma"), (people::JOOST, "Veerman")] {
        let files = archive(&taken(&mut app.signed_in(who)));
        let data = named(&files, "gegevens.json");
        assert!(data.contains(theirs) && !data.contains("Bakker"), "{who}");
    }
}

#[test]
fn what_was_done_with_ones_data_goes_along_without_the_numbers_of_others() {
    let app = TestApp::new();
    let mut samira = with_a_file(&app);
    let file = app.number("SELECT MAX(id) AS number FROM uploads");
    assert_eq!(app.signed_in(people::JOOST).get(&format!("/staff/uploads/{file}")).status, 200);
    assert_eq!(app.signed_in(people::JOOST).get(&format!("/staff/uploads/{file}/file")).status, 200);
    samira.post("/account/requests", &[("kind", "correction"), ("asked", "Mijn functie klopt niet.")]);
    let seen = samira.get("/account/details").value("seen").unwrap();
    let fields = [("first_name", "Samira"), ("last_name", "Bakker"), ("language", "nl"), ("street", "Kade 4")];
    let fields: Vec<_> = fields.into_iter().chain([("seen", seen.as_str())]).collect();
    assert_eq!(samira.post("/account/details", &fields).status, 303);
    let files = archive(&taken(&mut samira));
    let (page, data) = (named(&files, "overzicht.html"), named(&files, "gegevens.json"));
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let lines = data["tables"]["register_lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["act"] == "read" && line["actor_role"] == "trainer"), "{lines:?}");
    assert!(lines.iter().all(|line| line.get("actor_account").is_none() && line.get("subject_row").is_none()));
    assert!(page.contains("geopend") && page.contains("bestand") && page.contains("trainer"));
    assert_eq!(data["tables"]["request_words"][0]["asked"], "Mijn functie klopt niet.");
    assert_eq!(data["tables"]["requests"][0]["due_on"], "2026-12-22");
    assert!(page.contains("Iets laten verbeteren") && page.contains("22 december 2026"), "in words");
    assert_eq!(data["tables"]["people"][0]["street"], "Kade 4");
    assert!(data["tables"]["muted_news"][0]["news"].is_string() && page.contains("Mail mij als"), "boxes left empty");
}

/// What is personal and not in the archive of whoever it is about, and why; the page says so too.
const WITHHELD: &[(&str, &[&str], &str)] = &[
    ("people", &["name_folded", "email_folded"], "says the same as the column beside it"),
    ("accounts", &["sign_in_folded"], "says the same as the column beside it"),
    ("accounts", &["password_hash", "must_change", "totp_secret", "totp_step"], "a secret that nobody reads"),
    ("sessions", &["key_hash", "state", "half"], "a secret that nobody reads"),
    ("recovery_codes", &["code_hash"], "a secret that nobody reads"),
    ("factor_checks", &["code_hash"], "a secret that nobody reads"),
    ("passkeys", &["credential_id", "credential"], "half a key that nobody reads; the device has it too"),
    ("passkey_ceremonies", &["key_hash", "state"], "a secret that nobody reads"),
    ("links", &["token_hash", "used_at"], "a secret that nobody reads"),
    ("email_changes", &["new_hash", "old_hash"], "a secret that nobody reads"),
    ("calendar_feeds", &["token_hash"], "a secret that nobody reads"),
    ("waiting_places", &["token_hash"], "a secret that nobody reads"),
    ("former_likenesses", &["likeness_hash"], "a hash that nobody reads"),
    ("certificates", &["salt", "seal", "replaced_for", "replaced_on"], "a hash that nobody reads"),
    ("attempts", &["name_hash", "failures", "since"], "may be about somebody else"),
    ("rosters", &["file_name", "sheet"], "about others, and gone within a day"),
    ("employments", &["personnel_number"], "the client's: it is asked for and sent by hand"),
    ("groups", &["trainer_id"], "who teaches a group is in the plan that the client and the provider agreed"),
    ("holds", &["note"], "the officers' own reference; the reason and the days are in it"),
    ("register_lines", &["actor_account", "subject_row", "person_number"], "numbers of others"),
    ("held_forms", &["body"], "sealed; it stands on the page it was sent to"),
    ("evaluations", &["draft"], "sealed; it stands on the page of the evaluation"),
    ("materials", &["blob"], "what the store calls the file, which stands with the course material"),
    ("uploads", &["blob"], "what the store calls the file, which is in the archive itself"),
];

#[test]
fn everything_personal_goes_along_or_there_is_a_reason_why_not() {
    let app = TestApp::new();
    // A canary takes the place of the oldest key of a session.
    app.signed_in(people::SAMIRA);
    let mut samira = app.signed_in(people::SAMIRA);
    let account = format!("person_id = (SELECT id FROM people WHERE email = '{}')", people::SAMIRA);
    let kept = app.texts(&format!("SELECT password_hash AS line FROM accounts WHERE {account}")).remove(0);
    let version = app.texts(&format!("SELECT accepted_version AS line FROM accounts WHERE {account}")).remove(0);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let canaries = planting::plant(&app, people::SAMIRA, false);
    app.execute(&format!(
        "UPDATE accounts SET password_hash = '{kept}', accepted_version = '{version}', \
         second_factor_at = '2026-11-24 08:00:00' WHERE person_id = {person}"
    ));
    app.execute("UPDATE sessions SET half = FALSE");
    // There is no such file.
    app.execute("UPDATE materials SET portal_until = '2026-11-24 08:00:00' WHERE participant_id IS NOT NULL");
    let files = archive(&taken(&mut samira));
    let text = files.iter().find(|f| f.0.ends_with(".json")).map(|f| f.1.clone()).unwrap();
    let data: serde_json::Value = serde_json::from_str(&text).unwrap();
    for column in personal_columns() {
        let (table, name) = (column.table, column.column);
        let why = WITHHELD.iter().find(|(t, columns, _)| *t == table && columns.contains(&name));
        let row = &data["tables"][table][0];
        assert_eq!(row.get(name).is_some(), why.is_none(), "{table}.{name}: {why:?} {row}");
        let planted = canaries.iter().find(|c| c.table == table && c.column == name).map(|c| &c.proof);
        // What signing in goes by was put back, to get at the archive at all.
        if let (Some(Proof::Text(value)), None, false) = (planted, why, name == "accepted_version") {
            assert!(text.contains(value.as_str()), "{table}.{name}");
        }
        if let (Some(Proof::Text(value)), Some(_)) = (planted, why) {
            assert!(files.iter().all(|(_, text)| !text.contains(value.as_str())), "{table}.{name} is in it");
        }
    }
    let columns: Vec<_> = personal_columns().iter().map(|c| (c.table, c.column)).collect();
    for (table, names, _) in WITHHELD {
        assert!(names.iter().all(|name| columns.contains(&(*table, *name))), "{table}: {names:?}");
    }
    let page = &files.iter().find(|f| f.0.ends_with(".html")).unwrap().1;
    for code in ["student", "submitted", "confirmed", "present", "work", "helpdesk", "trainer"] {
        assert!(!page.contains(&format!("<dd>{code}</dd>")), "{code} is no word to read");
    }
}
