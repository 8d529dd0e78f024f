//! What must be true of the database and the folders, whatever happened.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::installation::{Installation, moment};

/// How the data was before anybody worked on it.
pub struct Before {
    uploads: i64,
    intakes: i64,
    lines: i64,
    places: BTreeMap<String, i64>,
}

/// How many places each person has.
const PLACES: &str = "SELECT p.person_id AS word, count(*) AS number FROM enrolments e \
                      JOIN participants p ON p.id = e.participant_id GROUP BY p.person_id";

impl Before {
    /// The data as it is now.
    pub fn of(installation: &Installation) -> Self {
        let most = |table: &str| installation.number(&format!("SELECT coalesce(max(id), 0) AS number FROM {table}"));
        Self {
            uploads: most("uploads"),
            intakes: most("intakes"),
            lines: most("register_lines"),
            places: places(installation),
        }
    }
}

fn places(installation: &Installation) -> BTreeMap<String, i64> {
    installation.rows(PLACES).into_iter().map(|row| (row.word, row.number)).collect()
}

/// Everything that is not as it must be, in words; `settled` says that the sweep was here, so that nothing may be
/// left over either.
pub fn untruths(installation: &Installation, before: &Before, settled: bool) -> Vec<String> {
    let mut found = files(installation, settled);
    let integrity = installation.integrity();
    if integrity != "ok" {
        found.push(format!("the database is broken: {integrity}"));
    }
    for (rule, sql) in rules(before) {
        found.extend(installation.rows(&sql).into_iter().map(|row| format!("{rule}: {} {}", row.word, row.number)));
    }
    found.extend(half_placed(installation, before));
    found
}

/// Rows without their file or key, and when all is settled also files and keys without a row.
fn files(installation: &Installation, settled: bool) -> Vec<String> {
    let now = moment(Duration::ZERO);
    let alive = format!("CASE WHEN destroy_at >= '{now}' THEN 1 ELSE 0 END");
    let rows = installation.rows(&format!("SELECT blob AS word, {alive} AS number FROM uploads"));
    let mut found = if settled { strays(installation) } else { Vec::new() };
    for folder in ["files", "keys/files"] {
        let names = installation.names_in(folder);
        // What is over may have lost its file already; the sweep takes the row.
        let missing = rows.iter().filter(|row| row.number == 1 && !names.contains(&row.word));
        found.extend(missing.map(|row| format!("a row without its file in {folder}: {}", row.word)));
    }
    found
}

/// Files and keys on disk that no row knows, in words.
pub fn strays(installation: &Installation) -> Vec<String> {
    let rows = installation.rows(
        "SELECT blob AS word, id AS number FROM uploads \
         UNION ALL SELECT blob AS word, id AS number FROM materials WHERE blob IS NOT NULL",
    );
    let known: BTreeSet<&str> = rows.iter().map(|row| row.word.as_str()).collect();
    let in_folder = |folder: &'static str| {
        let names = installation.names_in(folder).into_iter().filter(|name| !known.contains(name.as_str()));
        names.map(move |name| format!("a file without a row in {folder}: {name}")).collect::<Vec<_>>()
    };
    [in_folder("files"), in_folder("keys/files")].concat()
}

/// What no row may be found by, each with the rule it breaks.
fn rules(before: &Before) -> Vec<(&'static str, String)> {
    let line = |act: &str, table: &str| {
        format!(
            "EXISTS (SELECT 1 FROM register_lines l WHERE l.act = '{act}' AND l.subject = '{table}' AND l.subject_row = r.id)"
        )
    };
    let uploads = format!("SELECT r.state AS word, r.id AS number FROM uploads r WHERE r.id > {}", before.uploads);
    let intakes = format!("SELECT r.state AS word, r.id AS number FROM intakes r WHERE r.id > {}", before.intakes);
    let (uploaded, confirmed) = (line("uploaded", "uploads"), line("confirmed", "uploads"));
    let submitted = line("submitted", "intakes");
    let now = moment(Duration::ZERO);
    let done = |kind: &str| {
        format!(
            "EXISTS (SELECT 1 FROM completions c JOIN actions a ON a.id = c.action_id \
             WHERE c.participant_id = r.participant_id AND a.kind = '{kind}')"
        )
    };
    let gone = format!(
        "SELECT u.act AS word, u.subject_row AS number FROM register_lines u WHERE u.id > {} AND u.act = 'uploaded' \
         AND u.subject = 'uploads' AND NOT EXISTS (SELECT 1 FROM uploads r WHERE r.id = u.subject_row) AND NOT EXISTS \
         (SELECT 1 FROM register_lines d WHERE d.act = 'destroyed' AND d.subject = 'uploads' AND d.subject_row = u.subject_row)",
        before.lines
    );
    vec![
        ("an upload without its line in the register", format!("{uploads} AND NOT {uploaded}")),
        ("an upload that went without a line", gone),
        ("a confirmed upload without its line", format!("{uploads} AND r.state = 'confirmed' AND NOT {confirmed}")),
        (
            "a pending upload with a line that it was confirmed",
            format!("{uploads} AND r.state = 'pending' AND {confirmed}"),
        ),
        (
            "a confirmed upload whose action is not done",
            format!("{uploads} AND r.state = 'confirmed' AND r.destroy_at >= '{now}' AND NOT {}", done("upload")),
        ),
        ("an intake handed in without its line", format!("{intakes} AND r.state = 'submitted' AND NOT {submitted}")),
        ("a draft with a line that it was handed in", format!("{intakes} AND r.state = 'draft' AND {submitted}")),
        (
            "an intake handed in whose action is not done",
            format!("{intakes} AND r.state = 'submitted' AND NOT {}", done("intake")),
        ),
        (
            "an intake handed in with fewer answers than its questions ask",
            format!(
                "{intakes} AND r.state = 'submitted' AND (SELECT count(*) FROM answers a WHERE a.intake_id = r.id) < \
                 (SELECT count(*) FROM questions q JOIN participants p ON p.project_id = q.project_id \
                 WHERE p.id = r.participant_id AND q.required)"
            ),
        ),
        (
            "more people in a group than fit",
            "SELECT g.name AS word, count(*) AS number FROM enrolments e JOIN groups g ON g.id = e.group_id \
             GROUP BY g.id, g.name, g.capacity HAVING count(*) > g.capacity"
                .into(),
        ),
    ]
}

/// People who have more or fewer places than the register tells.
fn half_placed(installation: &Installation, before: &Before) -> Vec<String> {
    let told = installation.rows(&format!(
        "SELECT person_number AS word, sum(CASE WHEN act = 'placed' THEN 1 ELSE -1 END) AS number FROM register_lines \
         WHERE id > {} AND subject = 'enrolments' AND act IN ('placed', 'taken_out') GROUP BY person_number",
        before.lines
    ));
    let mut expected = before.places.clone();
    for row in told {
        *expected.entry(row.word).or_default() += row.number;
    }
    expected.retain(|_, count| *count != 0);
    let now = places(installation);
    if now == expected {
        return Vec::new();
    }
    let differing = expected.iter().filter(|(person, count)| now.get(*person) != Some(*count));
    let mut all: Vec<String> = differing
        .map(|(person, count)| format!("person {person} has {:?} places and {count} by the register", now.get(person)))
        .collect();
    let untold = now.keys().filter(|person| !expected.contains_key(*person));
    all.extend(untold.map(|person| format!("person {person} has a place that the register does not know")));
    all
}
