//! The harness itself, put to the test: a loss that is made on purpose must be seen, or all the others would not be.

use super::Chance;
use super::installation::{Installation, Server};
use super::intakes::Writer;
use super::people::Person;
use super::places::Planner;
use super::truth::{Before, untruths};
use super::uploads::Uploader;
use crate::support::people;

/// Does things until this kind of act was acknowledged so many times.
fn work(person: &mut dyn Person, times: usize) {
    for _ in 0..times {
        let came = person.act();
        assert!(matches!(came, super::people::Came::Acknowledged(_)), "{came:?}");
    }
}

/// Takes the newest file of `folder` away.
fn take_away(installation: &Installation, folder: &str, blob: &str) {
    std::fs::remove_file(installation.data().join(folder).join(&blob[..2]).join(blob)).unwrap();
}

fn newest_blob(installation: &Installation) -> String {
    let rows =
        installation.rows("SELECT blob AS word, id AS number FROM uploads WHERE id = (SELECT max(id) FROM uploads)");
    rows[0].word.clone()
}

fn seen(person: &mut dyn Person) -> usize {
    person.look(true).unwrap().len()
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn what_is_lost_on_purpose_is_seen() {
    let installation = Installation::new(None);
    let server: Server = installation.start();
    let mut chance = Chance::of_run("losses on purpose");
    let mut uploader = Uploader::new(&installation, &server, people::SAMIRA, chance.branch());
    let mut writer = Writer::new(&installation, &server, people::ZOE, chance.branch());
    let mut planner = Planner::new(&installation, &server, 0, chance.branch());
    let before = Before::of(&installation);
    uploader.hand_in();
    uploader.hand_in();
    writer.submits_next(false);
    work(&mut writer, 2);
    work(&mut planner, 5);
    let all: [&mut dyn Person; 3] = [&mut uploader, &mut writer, &mut planner];
    assert_eq!(all.map(seen), [0, 0, 0]);
    assert_eq!(untruths(&installation, &before, true), Vec::<String>::new());

    // An answer by half, a place that nobody gave, a row without its key, and a file without its row.
    installation.execute("UPDATE answers SET words = 'iets anders' WHERE id = (SELECT max(id) FROM answers)");
    assert_eq!(seen(&mut writer), 1);
    installation.execute("DELETE FROM enrolments WHERE id = (SELECT min(id) FROM enrolments)");
    assert_eq!(untruths(&installation, &before, true).len(), 1);
    take_away(&installation, "keys/files", &newest_blob(&installation));
    assert_eq!((seen(&mut uploader), untruths(&installation, &before, true).len()), (1, 2));
    installation.execute("DELETE FROM uploads WHERE id = (SELECT max(id) FROM uploads)");
    let found = untruths(&installation, &before, true);
    assert!(found.iter().any(|line| line.starts_with("a file without a row in files")), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("an upload that went without a line")), "{found:?}");
    installation.execute("UPDATE uploads SET state = 'pending' WHERE id = (SELECT max(id) FROM uploads)");
    let found = untruths(&installation, &before, true);
    assert!(found.iter().any(|line| line.starts_with("a pending upload with a line")), "{found:?}");
}
