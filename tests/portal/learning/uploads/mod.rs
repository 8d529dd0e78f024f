//! Handing files in, reading them, and their end.

mod ending;
mod reading;
mod sending;

use std::path::{Path, PathBuf};

use crate::support::{Browser, TestApp, people};

/// A text that is nowhere else.
const TEXT: &[u8] = b"Geachte mevrouw A., hierbij deel ik u mede dat kanariegeel-7319 is goedgekeurd.\n";

/// The first action of `who` that asks for a file.
pub fn action(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM actions a JOIN participants p ON p.project_id = a.project_id \
         JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND a.kind = 'upload' ORDER BY a.id LIMIT 1"
    ))
}

/// How often `who` has done their first action that asks for a file.
fn done(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM completions c JOIN participants p ON p.id = c.participant_id \
         JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND c.action_id = {}",
        action(app, who)
    ))
}

/// The number of rows of uploads.
fn rows(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM uploads")
}

/// Lines of the register about `act` on an upload.
fn lines(app: &TestApp, act: &str, upload: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'uploads' AND subject_row = {upload}"
    ))
}

/// Every file under the folders of encrypted bytes and of their keys.
fn stored(app: &TestApp) -> (usize, usize) {
    (all_files(&app.folder().join("files")).len(), all_files(&app.folder().join("keys/files")).len())
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|e| e.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] }).collect()
}

/// Sends a file as `browser` for `action`; the number of the pending upload.
fn send(browser: &mut Browser, action: i64, name: &str, bytes: &[u8]) -> i64 {
    let page = browser.upload(&format!("/student/uploads/new/{action}"), &[], name, bytes);
    assert_eq!(page.status, 303, "{}", page.words());
    page.location.rsplit('/').next().unwrap().parse().unwrap()
}

/// Sends a file and confirms it.
pub fn hand_in(browser: &mut Browser, action: i64, name: &str, bytes: &[u8]) -> i64 {
    let id = send(browser, action, name, bytes);
    let page = browser.post(&format!("/student/uploads/{id}/confirmation"), &[("confirmed", "on")]);
    assert_eq!(page.status, 303, "{}", page.words());
    id
}

/// Samira, with a file she handed in.
fn samira_hands_in(app: &TestApp) -> (Browser, i64) {
    let mut samira = app.signed_in(people::SAMIRA);
    let id = hand_in(&mut samira, action(app, people::SAMIRA), "brief.txt", TEXT);
    (samira, id)
}
