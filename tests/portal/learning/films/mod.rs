//! Films: who watches them, what counts as seen, how they are streamed, kept and ended.

mod ending;
mod keeping;
mod streaming;
mod watching;

use crate::support::{Browser, Page, TestApp, people};

/// The film of the demo.
const FILM: &[u8] = include_bytes!("../../../../assets/film/short-sentence.webm");
/// Keeps the catalogue.
const ILSE: &str = "ilse.kortekaas@opleider.example.nl";
/// Has the film as a step, in the project of Merenland.
pub const YARA: &str = "yara.hendriks@merenland.example.nl";

/// The number of the film that stands with the project of Lindedam.
pub fn of_lindedam(app: &TestApp) -> i64 {
    app.number(
        "SELECT m.id AS number FROM materials m JOIN films f ON f.material_id = m.id WHERE m.project_id IS NOT NULL",
    )
}

/// The number of the film that stands with a training.
pub fn of_training(app: &TestApp) -> i64 {
    app.number(
        "SELECT m.id AS number FROM materials m JOIN films f ON f.material_id = m.id WHERE m.training_id IS NOT NULL",
    )
}

/// The project with this name.
fn project(app: &TestApp, name: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name LIKE '{name}%'"))
}

/// Says that these stretches were played, as the script of the page does.
pub fn watch(browser: &mut Browser, film: i64, position: &str, stretches: &str) -> Page {
    let fields = [("position", position), ("stretches", stretches)];
    let mut script = browser.clone().with_header("accept", "application/json");
    script.post(&format!("/student/films/{film}/watching"), &fields)
}

/// The row of what `who` saw: where they left off, the stretches, whether it is their word, and whether it counts.
fn watched(app: &TestApp, who: &str, film: i64) -> Vec<String> {
    app.texts(&format!(
        "SELECT w.left_off || ' ' || w.stretches || ' ' || (CASE WHEN w.own_word THEN 'word' ELSE '-' END) || ' ' || \
         (CASE WHEN w.counted_at IS NULL THEN '-' ELSE 'seen' END) AS line FROM film_watchings w \
         JOIN participants p ON p.id = w.participant_id JOIN people q ON q.id = p.person_id \
         WHERE q.email = '{who}' AND w.material_id = {film}"
    ))
}

/// How many steps of watching a film `who` did.
fn done(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM completions c JOIN actions a ON a.id = c.action_id \
         JOIN participants p ON p.id = c.participant_id JOIN people q ON q.id = p.person_id \
         WHERE q.email = '{who}' AND a.kind = 'film'"
    ))
}

/// Puts `bytes` on the shelf of the project of Lindedam, out of sight; the address of its page for staff.
fn put(app: &TestApp, name: &str, bytes: &[u8]) -> Page {
    let shelf = format!("/staff/films/projects/{}", project(app, "Schrijven voor je lezer – najaar"));
    app.signed_in(people::FATIMA).upload(&shelf, &[], name, bytes)
}

/// A WebM that says how long it takes, when it is to, with so many bytes of something after that.
fn webm(seconds: Option<f64>, after: usize) -> Vec<u8> {
    let element = |id: &[u8], content: &[u8]| {
        let size = (0x1000_0000 | u32::try_from(content.len()).unwrap()).to_be_bytes();
        [id, &size, content].concat()
    };
    let length = seconds.map(|s| element(&[0x44, 0x89], &(s * 1000.0).to_be_bytes())).unwrap_or_default();
    let track = element(&[0xae], &element(&[0x86], b"V_VP9"));
    let rest: Vec<u8> = (0..after).map(|at| (at / 7 % 251) as u8).collect();
    [
        element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], b"webm")),
        vec![0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        element(&[0x15, 0x49, 0xa9, 0x66], &length),
        element(&[0x16, 0x54, 0xae, 0x6b], &track),
        vec![0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        rest,
    ]
    .concat()
}

/// The form of a film on the shelf of a project, as it stands on its page, but for the fields in `other`.
fn save(browser: &mut Browser, path: &str, other: &[(&str, &str)]) -> Page {
    let page = browser.get(path);
    let seen = page.value("seen").unwrap();
    let length = page.value("length").unwrap_or_default();
    let same = [
        ("title", "Nieuwe film"),
        ("length", length.as_str()),
        ("share", "80"),
        ("release", "now"),
        ("audience", "everybody"),
        ("seen", seen.as_str()),
    ];
    let same = same.iter().filter(|(name, _)| other.iter().all(|(known, _)| known != name));
    browser.post(path, &same.chain(other).copied().collect::<Vec<_>>())
}
