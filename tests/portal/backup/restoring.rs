//! Putting a backup back without bringing back what was erased.

use std::fs;

use super::{CANARY, Place, back_up, blob_of, refused, samira_hands_in, text, that_say, went_well};
use crate::learning::uploads::{action, hand_in};
use crate::support::{TestApp, people};

const FIRST: &str = "the backup ";

/// What each command says as long as the restore is not finished.
fn nothing_opens(place: &Place) {
    for line in [
        &["serve"][..],
        &["demo"],
        &["work", "--once"],
        &["check"],
        &["migrate"],
        &["backup", "/nowhere"],
        &["keys", "rotate"],
    ] {
        let said = place.refused(line);
        assert!(said.contains(FIRST) && said.contains("run traject restore-finish before anything else"), "{said}");
    }
}

#[test]
fn what_was_withdrawn_after_a_backup_stays_gone_when_it_is_put_back() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (mut samira, withdrawn) = samira_hands_in(&app, &format!("{CANARY}.txt"));
    let stays = hand_in(&mut samira, action(&app, people::SAMIRA), "blijft.txt", b"Geachte heer,\n");
    let blob = blob_of(&app, withdrawn);
    let backup = back_up(&app, folder.path());
    assert!(!that_say(&backup, &blob).is_empty());

    assert_eq!(samira.post(&format!("/student/uploads/{withdrawn}/withdrawal"), &[]).status, 303);
    // Another row that ends after the backup, by its clock.
    let intake = app.number("SELECT min(id) AS number FROM intakes");
    app.execute(&format!("UPDATE intakes SET destroy_at = '2026-01-01 00:00:00' WHERE id = {intake}"));
    app.running.work();
    assert_eq!(app.number(&format!("SELECT count(*) AS number FROM intakes WHERE id = {intake}")), 0);
    let files = app.number("SELECT count(*) AS number FROM uploads");

    // Twice, because the first time may go wrong for another reason.
    for _ in 0..2 {
        let place = Place::beside(&app);
        let said = place.run(&["restore", text(folder.path())]);
        assert!(said.contains("run traject restore-finish"), "{said}");
        assert!(!that_say(place.data.folder(), &blob).is_empty());
        nothing_opens(&place);

        let said = place.run(&["restore-finish"]);
        assert!(said.contains("1 files destroyed again") && said.contains("1 other rows"), "{said}");
        assert!(that_say(place.data.folder(), &blob).is_empty());
        assert!(that_say(place.data.folder(), CANARY).is_empty());
        assert!(place.run(&["restore-finish"]).contains("nothing to finish"));
        assert!(place.run(&["check"]).contains("in order"));

        let restored = place.serve();
        assert_eq!(restored.number(&format!("SELECT count(*) AS number FROM uploads WHERE id = {withdrawn}")), 0);
        assert_eq!(restored.number(&format!("SELECT count(*) AS number FROM intakes WHERE id = {intake}")), 0);
        assert_eq!(restored.number("SELECT count(*) AS number FROM uploads"), files);
        let named = format!("SELECT count(*) AS number FROM uploads WHERE file_name LIKE '%{CANARY}%'");
        assert_eq!(restored.number(&named), 0);
        for (act, subject, row) in [("destroyed", "uploads", withdrawn), ("destroyed", "intakes", intake)] {
            let line = format!(
                "SELECT count(*) AS number FROM register_lines WHERE actor_role <> 'student' AND act = '{act}' \
                 AND subject = '{subject}' AND subject_row = {row}"
            );
            assert_eq!(restored.number(&line), 1, "{act} {subject}");
        }
        let lines = restored.texts("SELECT subject AS line FROM register_lines WHERE act = 'restored'");
        assert_eq!(lines, ["register_head"], "that a backup was put back is said once");
        let mut petra = restored.signed_in(people::PETRA);
        assert_eq!(petra.get(&format!("/staff/uploads/{withdrawn}/file")).status, 404);
        assert_eq!(petra.get(&format!("/staff/uploads/{stays}/file")).status, 200);
    }
}

/// Nothing of `words` is in the database, the log or the files of `place`, nor in a backup of it.
fn nothing_says(place: &Place, words: &[&str]) {
    let dump = tempfile::tempdir().unwrap();
    place.run(&["backup", text(dump.path())]);
    for word in words {
        for folder in [place.data.folder(), dump.path()] {
            assert_eq!(that_say(folder, word), Vec::<std::path::PathBuf>::new(), "{word}");
        }
    }
}

#[test]
fn somebody_who_was_erased_after_a_backup_stays_erased_when_it_is_put_back() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (_, upload) = samira_hands_in(&app, &format!("{CANARY}.txt"));
    let blob = blob_of(&app, upload);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    back_up(&app, folder.path());
    assert!(!that_say(folder.path(), people::SAMIRA).is_empty());
    let page = app.signed_in(people::HANNA).post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    assert_eq!(page.status, 303);

    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    assert_eq!(
        place.data.number(&format!("SELECT count(*) AS number FROM people WHERE email = '{}'", people::SAMIRA)),
        1
    );
    nothing_opens(&place);
    let said = place.run(&["restore-finish"]);
    assert!(said.contains("1 files destroyed again, 1 people erased again"), "{said}");
    nothing_says(&place, &[people::SAMIRA, CANARY, &blob]);
    let line = format!(
        "SELECT count(*) AS number FROM register_lines WHERE actor_role = 'operator' AND act = 'erased' AND \
         subject = 'people' AND subject_row = {person}"
    );
    assert_eq!(place.data.number(&line), 1);
    // Whoever was not erased is still there.
    let restored = place.serve();
    assert_eq!(restored.signed_in(people::GRACE).get("/student").status, 200);
}

#[test]
fn a_client_who_left_after_a_backup_stays_away_when_it_is_put_back() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let client = app.number("SELECT id AS number FROM organisations WHERE name_folded LIKE '%lindedam%'");
    back_up(&app, folder.path());
    let export = folder.path().join("lindedam.zip");
    let left = went_well(app.command(&["leave", &client.to_string(), "--export", text(&export)]));
    assert!(left.contains("0 found"), "{left}");
    let people = "SELECT count(*) AS number FROM people";
    let stayed = app.number(people);

    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    place.run(&["restore-finish"]);
    assert_eq!(place.data.number(&format!("SELECT count(*) AS number FROM organisations WHERE id = {client}")), 0);
    assert_eq!(
        place.data.number(&format!("SELECT count(*) AS number FROM projects WHERE organisation_id = {client}")),
        0
    );
    assert_eq!(place.data.number(people), stayed);
    nothing_says(&place, &["samira.bakker@", "grace.okonjo@"]);
}

#[test]
fn numbers_given_out_after_a_restore_were_never_given_out_before() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let backup = back_up(&app, folder.path());
    // A row that the backup does not know, and that ends before the restore.
    let (mut samira, first) = samira_hands_in(&app, "brief.txt");
    samira.post(&format!("/student/uploads/{first}/withdrawal"), &[]);

    let mut given = vec![first];
    for _ in 0..2 {
        let place = Place::beside(&app);
        place.run(&["restore", text(&backup)]);
        assert!(place.run(&["restore-finish"]).contains("0 files destroyed again"));
        let restored = place.serve();
        let (_, id) = samira_hands_in(&restored, "nieuw.txt");
        assert!(given.iter().all(|other| id > other + 900_000), "{id} after {given:?}");
        // What it was ended under before does not end what has its place now.
        let next = back_up(&restored, &folder.path().join(id.to_string()));
        let again = Place { data: crate::support::database::TestData::empty(), keys: app.folder().join("keys") };
        again.run(&["restore", text(&next)]);
        again.run(&["restore-finish"]);
        let again = again.serve();
        assert_eq!(again.number(&format!("SELECT count(*) AS number FROM uploads WHERE id = {id}")), 1);
        given.push(id);
    }
}

#[test]
fn sessions_that_came_back_are_ended() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get("/student").status, 200);
    let backup = back_up(&app, folder.path());
    let place = Place::beside(&app);
    place.run(&["restore", text(&backup)]);
    assert!(place.data.number("SELECT count(*) AS number FROM sessions") > 0);
    place.run(&["restore-finish"]);
    assert_eq!(place.data.number("SELECT count(*) AS number FROM sessions"), 0);
}

#[test]
fn a_backup_is_put_back_only_where_nothing_is() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let backup = back_up(&app, folder.path());
    assert!(refused(app.command(&["restore", text(&backup)])).contains("there is a database already"));

    let place = Place::beside(&app);
    let shard = place.data.folder().join("files/ab");
    fs::create_dir_all(&shard).unwrap();
    fs::write(shard.join(format!("ab{:030x}", 7)), b"of somebody else").unwrap();
    assert!(place.refused(&["restore", text(&backup)]).contains("is in the way"));
    fs::remove_dir_all(&shard).unwrap();
    // What an earlier attempt left, before it was cut short, is not in the way.
    let first = super::below(&backup.join("files")).remove(0);
    let name = first.strip_prefix(backup.join("files")).unwrap();
    let there = place.data.folder().join("files").join(name);
    fs::create_dir_all(there.parent().unwrap()).unwrap();
    fs::write(&there, b"half").unwrap();
    place.run(&["restore", text(&backup)]);
    assert_eq!(fs::read(&there).unwrap(), fs::read(&first).unwrap());
    assert!(place.refused(&["restore", text(&backup)]).contains("there is a database already"));
}

#[test]
fn with_data_and_keys_lost_both_copies_bring_everything_back() {
    let app = TestApp::new();
    let (folder, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (_, id) = samira_hands_in(&app, "brief.txt");
    went_well(app.command(&["backup", text(folder.path()), "--keys", text(keys.path())]));
    let place = Place::bare();
    place.run(&["restore", text(folder.path()), "--keys", text(keys.path())]);
    assert!(place.run(&["restore-finish"]).contains("0 erasures since the backup"));
    let restored = place.serve();
    let page = restored.signed_in(people::PETRA).get(&format!("/staff/uploads/{id}/file"));
    assert_eq!(page.status, 200);
    assert!(page.text().contains(CANARY));
}

#[test]
fn files_whose_keys_are_gone_are_counted_and_break_nothing() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (_, id) = samira_hands_in(&app, "brief.txt");
    let blob = blob_of(&app, id);
    let backup = back_up(&app, folder.path());
    fs::remove_file(app.folder().join("keys/files").join(&blob[..2]).join(&blob)).unwrap();
    let place = Place::beside(&app);
    place.run(&["restore", text(&backup)]);
    assert!(place.run(&["restore-finish"]).contains("1 files cannot be read any more"));
    let restored = place.serve();
    restored.running.work();
    let mut petra = restored.signed_in(people::PETRA);
    assert_eq!(petra.get(&format!("/staff/uploads/{id}/file")).status, 404);
    assert_eq!(petra.get("/staff/uploads").status, 200);
}
