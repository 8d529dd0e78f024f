//! Taking leave of a client, from the command line.

use super::export::unpacked;
use crate::support::{TestApp, people};

fn leave(app: &TestApp, client: i64, file: &std::path::Path) -> (Option<i32>, String, String) {
    let done = app.command(&["leave", &client.to_string(), "--export", file.to_str().unwrap()]);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

fn client(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT e.organisation_id AS number FROM employments e JOIN people p ON p.id = e.person_id WHERE p.email = '{who}'"
    ))
}

#[test]
fn a_client_takes_everything_along_and_leaves_nothing() {
    let app = TestApp::new();
    let lindedam = client(&app, people::SAMIRA);
    // One of their people works for the other client as well.
    let (both, other) = (people::IJSBRAND, client(&app, people::HUGO));
    app.execute(&format!(
        "INSERT INTO employments (person_id, organisation_id, department, created_at) \
         SELECT id, {other}, 'Dijken', '2026-11-24 09:00:00' FROM people WHERE email = '{both}'"
    ));
    let theirs = app.number(&format!("SELECT COUNT(*) AS number FROM employments WHERE organisation_id = {lindedam}"));
    let files = app.number(&format!("SELECT COUNT(*) AS number FROM uploads u JOIN participants p ON p.id = u.participant_id JOIN projects q ON q.id = p.project_id WHERE q.organisation_id = {lindedam}"));
    let films = app.number(&format!("SELECT COUNT(*) AS number FROM materials m JOIN projects q ON q.id = m.project_id WHERE m.blob IS NOT NULL AND q.organisation_id = {lindedam}"));
    assert!(theirs > 3 && files > 0 && films > 0);
    let files = files + films;
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("lindedam.zip");
    let (code, said, complaint) = leave(&app, lindedam, &zip);
    assert_eq!(code, Some(0), "{said}{complaint}");
    assert!(said.contains(&format!("destroyed {files} files")) && said.contains(": 0 found"), "{said}");
    assert!(said.contains("1 belong to somebody else too"), "{said}");
    println!("{said}");

    let archive = unpacked(&std::fs::read(&zip).unwrap());
    let all: String = archive.iter().map(|(name, text)| format!("{name}\n{text}\n")).collect();
    assert!(all.contains("organisation.json") && all.contains("Bakker") && all.contains("IJsbrand"));
    assert!(!all.contains("Dijken") && !all.contains("Schippers"), "what is another client's stays out");
    assert!(!archive.iter().any(|(name, _)| name.contains("bestanden/")), "a client never gets a file");

    let count = |what: &str| app.number(&format!("SELECT COUNT(*) AS number FROM {what}"));
    assert_eq!(count(&format!("organisations WHERE id = {lindedam}")), 0);
    assert_eq!(count(&format!("projects WHERE organisation_id = {lindedam}")), 0);
    assert_eq!(count("people WHERE email LIKE '%@lindedam.example.nl'"), 1, "only who works elsewhere too");
    assert_eq!(count(&format!("employments e JOIN people p ON p.id = e.person_id WHERE p.email = '{both}'")), 1);
    assert_eq!(count("people WHERE erased_at IS NOT NULL"), 0, "nothing needs a stub any more");
    app.signed_in(people::HUGO);
    // Asked again, there is nobody to take leave of.
    let (code, _, complaint) = leave(&app, lindedam, &folder.path().join("again.zip"));
    assert_eq!(code, Some(2));
    assert!(complaint.contains(&format!("there is no organisation {lindedam}")), "{complaint}");
}

#[test]
fn nothing_is_erased_when_the_archive_cannot_be_written() {
    let app = TestApp::new();
    let lindedam = client(&app, people::SAMIRA);
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("there.zip");
    std::fs::write(&zip, "somebody else's").unwrap();
    let (code, _, complaint) = leave(&app, lindedam, &zip);
    assert_eq!(code, Some(2));
    assert!(complaint.contains("cannot be made"), "{complaint}");
    assert_eq!(std::fs::read_to_string(&zip).unwrap(), "somebody else's");
    app.signed_in(people::SAMIRA);
}
