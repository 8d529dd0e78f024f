//! The erasure journal, and what happens without it.

use std::fs;

use super::{Place, back_up, refused, samira_hands_in, text, went_well};
use crate::support::TestApp;

#[test]
fn what_ends_is_in_the_journal_and_what_only_changes_is_not() {
    let app = TestApp::new();
    let journal = app.folder().join("keys/erasures.log");
    let lines = || fs::read_to_string(&journal).unwrap().lines().filter(|line| !line.is_empty()).count();
    let before = lines();
    let (mut samira, id) = samira_hands_in(&app, "brief.txt");
    assert_eq!(lines(), before);
    samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]);
    let text = fs::read_to_string(&journal).unwrap();
    let new: Vec<&str> =
        text.lines().filter(|l| !l.is_empty()).skip(before).map(|line| line.split(' ').nth(1).unwrap()).collect();
    assert_eq!(new, ["withdrawn", "destroyed"]);
    assert!(!text.contains("brief"));
}

#[test]
fn nothing_is_ended_that_the_journal_cannot_hold() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app, "brief.txt");
    let journal = app.folder().join("keys/erasures.log");
    fs::rename(&journal, journal.with_extension("away")).unwrap();
    assert_eq!(samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]).status, 503);
    assert_eq!(samira.get(&format!("/student/uploads/{id}")).status, 200);
    fs::rename(journal.with_extension("away"), &journal).unwrap();
    assert_eq!(samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]).status, 303);
}

#[test]
fn without_its_journal_nothing_opens_until_the_clocks_were_swept() {
    let app = TestApp::new();
    let journal = app.folder().join("keys/erasures.log");
    assert!(refused(app.command(&["restore-finish", "--journal-lost"])).contains("is not lost"));
    let intake = app.number("SELECT min(id) AS number FROM intakes");
    app.execute(&format!("UPDATE intakes SET destroy_at = '2026-01-01 00:00:00' WHERE id = {intake}"));
    fs::remove_file(&journal).unwrap();
    for line in [&["serve"][..], &["check"], &["work", "--once"]] {
        let said = refused(app.command(line));
        assert!(said.contains("erasures.log") && said.contains("restore-finish --journal-lost"), "{said}");
    }
    assert!(refused(app.command(&["restore-finish"])).contains("--journal-lost"));
    assert!(!journal.exists(), "a new journal was begun in silence");

    let said = went_well(app.command(&["restore-finish", "--journal-lost"]));
    assert!(said.contains("whose clock was over destroyed"), "{said}");
    assert_eq!(app.number(&format!("SELECT count(*) AS number FROM intakes WHERE id = {intake}")), 0);
    assert!(went_well(app.command(&["check"])).contains("in order"));
}

#[test]
fn a_backup_that_the_journal_does_not_know_is_not_taken_for_a_fresh_one() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let backup = back_up(&app, folder.path());
    let journal = app.folder().join("keys/erasures.log");
    let text_of = fs::read_to_string(&journal).unwrap();
    let without: Vec<&str> = text_of.lines().filter(|line| !line.contains(" backup ")).collect();
    fs::write(&journal, without.join("\n")).unwrap();
    let place = Place::beside(&app);
    place.run(&["restore", text(&backup)]);
    assert!(place.refused(&["restore-finish"]).contains("does not know the backup"));
    place.refused(&["check"]);
    place.run(&["restore-finish", "--journal-lost"]);
    assert!(place.run(&["check"]).contains("in order"));
    // What was in its place is kept, for whoever wants to look.
    assert!(super::below(&place.keys).iter().any(|path| text(path).contains("erasures.log.")));
}
