//! Making a backup.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{Place, back_up, below, refused, samira_hands_in, text, went_well};
use crate::learning::uploads::{action, hand_in};
use crate::support::{TestApp, people};

#[test]
fn a_backup_made_while_people_write_is_whole_and_each_row_has_its_file() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let done = AtomicBool::new(false);
    let backup = std::thread::scope(|scope| {
        for who in [people::SAMIRA, people::GRACE] {
            let (app, done) = (&app, &done);
            scope.spawn(move || {
                let mut browser = app.signed_in(who);
                let action = action(app, who);
                while !done.load(Ordering::SeqCst) {
                    let id = hand_in(&mut browser, action, "brief.txt", b"Geachte heer,\n");
                    if id % 3 == 0 {
                        browser.post(&format!("/student/uploads/{id}/withdrawal"), &[]);
                    }
                }
            });
        }
        std::thread::sleep(Duration::from_millis(300));
        let backup = back_up(&app, folder.path());
        done.store(true, Ordering::SeqCst);
        backup
    });

    let place = Place::beside(&app);
    place.run(&["restore", text(&backup)]);
    let said = place.run(&["restore-finish"]);
    assert!(!said.contains("cannot be read"), "{said}");
    assert!(place.run(&["check"]).contains("in order"));
    let restored = place.serve();
    let uploads = restored.numbers("SELECT id FROM uploads WHERE state = 'confirmed'");
    assert!(uploads.len() > 2);
    let mut petra = restored.signed_in(people::PETRA);
    for id in uploads {
        assert_eq!(petra.get(&format!("/staff/uploads/{id}/file")).status, 200, "upload {id}");
    }
}

#[test]
fn a_backup_that_was_cut_short_is_none_and_makes_way_for_the_next() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_traject"))
        .args(["backup", text(folder.path()), "--data", text(app.folder())])
        .env_remove("TRAJECT_TEST_DATABASE")
        .envs(app.database().map(|url| ("TRAJECT_DATABASE", url)))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while below(folder.path()).len() < 2 && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // Whatever is there under the name of a backup is one; a torn one has another name.
    let place = Place::beside(&app);
    let whole = fs::read_dir(folder.path()).unwrap().any(|e| e.unwrap().path().join("manifest.json").is_file());
    if !whole {
        assert!(place.refused(&["restore", text(folder.path())]).contains("no whole backup"));
    }
    // As much of one as there can be without being whole.
    let torn = folder.path().join("20261124T090000Z");
    fs::create_dir(&torn).unwrap();
    fs::write(torn.join("database"), b"SQLite format 3").unwrap();
    assert!(place.refused(&["restore", text(&torn)]).contains("no whole backup"));

    std::thread::sleep(Duration::from_millis(1100));
    let backup = back_up(&app, folder.path());
    let left = fs::read_dir(folder.path())
        .unwrap()
        .filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().starts_with(".unfinished"));
    assert_eq!(left.count(), 0);
    place.run(&["restore", text(&backup)]);
}

#[test]
fn a_backup_that_was_changed_in_any_file_is_not_put_back() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let backup = back_up(&app, folder.path());
    let place = Place::beside(&app);
    let files = below(&backup);
    assert!(files.len() > 4);
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let mut changed = bytes.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        // Not through the file itself, which the installation may share.
        fs::remove_file(&path).unwrap();
        fs::write(&path, changed).unwrap();
        if !path.ends_with("manifest.json") {
            place.refused(&["restore", text(&backup)]);
        }
        fs::remove_file(&path).unwrap();
        place.refused(&["restore", text(&backup)]);
        fs::write(&path, bytes).unwrap();
    }
    place.run(&["restore", text(&backup)]);
}

#[test]
fn keys_are_copied_elsewhere_and_never_into_the_backup() {
    let app = TestApp::new();
    samira_hands_in(&app, "brief.txt");
    let (folder, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for inside in [folder.path().join("keys"), folder.path().to_owned(), app.folder().join("keys/copies")] {
        let said = refused(app.command(&["backup", text(folder.path()), "--keys", text(&inside)]));
        assert!(said.contains("lie in each other"), "{said}");
    }
    let said = went_well(app.command(&["backup", text(folder.path()), "--keys", text(keys.path())]));
    assert!(said.contains("keys: ") && !said.contains("not copied"), "{said}");

    let master = fs::read_to_string(app.folder().join("keys/master.key")).unwrap();
    assert!(super::that_say(folder.path(), master.trim()).is_empty());
    assert_eq!(super::that_say(keys.path(), master.trim()).len(), 1);
    // No key of a file is in the backup either: they are known by their length.
    let small = below(folder.path()).into_iter().filter(|path| fs::metadata(path).unwrap().len() == 73);
    assert_eq!(small.count(), 0);
    let own = below(&app.folder().join("keys/files")).len();
    assert!(own > 0);
    assert_eq!(below(keys.path()).into_iter().filter(|path| text(path).contains("/files/")).count(), own);
    assert!(went_well(app.command(&["backup", text(&folder.path().join("other"))])).contains("keys: not copied"));
}

#[test]
fn copies_older_than_fourteen_days_go_when_a_new_one_is_made() {
    let app = TestApp::new();
    let (folder, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let old = [folder.path().join("20200101T000000Z"), keys.path().join("20200101T000000Z")];
    let strange = folder.path().join("photos");
    for path in old.iter().chain([&strange]) {
        fs::create_dir(path).unwrap();
        fs::write(path.join("master.key"), b"old").unwrap();
    }
    let said = went_well(app.command(&["backup", text(folder.path()), "--keys", text(keys.path())]));
    assert!(said.contains("2 copies older than 14 days removed"), "{said}");
    assert!(old.iter().all(|path| !path.exists()) && strange.exists());
}
