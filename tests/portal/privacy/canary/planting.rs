//! Values that are nowhere else, in every personal column of one person.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use traject::fixture::{Mapped, personal_columns};

use crate::support::TestApp;

/// A column, and what proves that what it said is gone.
pub struct Canary {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What is looked for.
    pub proof: Proof,
    condition: Option<String>,
}

/// What proves that something is gone.
#[derive(Debug)]
pub enum Proof {
    /// This text is nowhere.
    Text(String),
    /// This number is nowhere.
    Number(i64),
    /// The bytes of a file, as they lay encrypted on the disk, or its key; nowhere, and neither is its name.
    Bytes(Vec<u8>),
    /// The value is one of a few, or a number of another row: there is no row about the person, or it is empty.
    Row,
}

impl Canary {
    /// `table.column`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.table, self.column)
    }

    /// Rows about `person` in which the column is not empty.
    pub fn rows(&self, app: &TestApp, person: i64) -> i64 {
        let condition = self.condition.clone().map_or("1 = 1".into(), |c| c.replace("$1", &person.to_string()));
        let (table, column) = (self.table, self.column);
        app.number(&format!("SELECT COUNT(*) AS number FROM {table} WHERE ({condition}) AND {column} IS NOT NULL"))
    }
}

/// A row about the person where the demo has none. `{p}` is the person, `{a}` the account, `{t}` the participant.
const ROWS: &[(&str, &str)] = &[
    (
        "staff_roles",
        "INSERT INTO staff_roles (person_id, role, agreed_on, starts_on, ends_on) VALUES ({p}, 'planner', '2026-01-01', '2026-01-01', '2027-01-01')",
    ),
    (
        "links",
        "INSERT INTO links (account_id, kind, token_hash, created_at, expires_at) VALUES ({a}, 'reset', 'x', '2026-11-24 08:00:00', '2026-11-27 08:00:00')",
    ),
    (
        "recovery_codes",
        "INSERT INTO recovery_codes (account_id, code_hash, created_at) VALUES ({a}, 'x', '2026-11-24 08:00:00')",
    ),
    (
        "factor_checks",
        "INSERT INTO factor_checks (account_id, code_hash, created_at, expires_at) VALUES ({a}, 'x', '2026-11-24 08:00:00', '2026-11-24 09:00:00')",
    ),
    (
        "passkeys",
        "INSERT INTO passkeys (account_id, called, credential_id, credential, created_at, last_used_at) VALUES ({a}, 'x', 'x', '{}', '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "passkey_ceremonies",
        "INSERT INTO passkey_ceremonies (account_id, key_hash, state, created_at, expires_at) VALUES ({a}, 'x', '{}', '2026-11-24 08:00:00', '2026-11-24 08:05:00')",
    ),
    ("attempts", "INSERT INTO attempts (name_hash, failures, since) VALUES ('x', 1, '2026-11-24 08:00:00')"),
    (
        "held_forms",
        "INSERT INTO held_forms (account_id, path, body, held_at) VALUES ({a}, '/student', 'x', '2026-11-24 08:00:00')",
    ),
    ("projects", "UPDATE projects SET adviser_id = {p} WHERE id = (SELECT MIN(id) FROM projects)"),
    (
        "project_leaders",
        "INSERT INTO project_leaders (project_id, person_id, created_at) VALUES ((SELECT MIN(id) FROM projects), {p}, '2026-11-24 08:00:00')",
    ),
    ("groups", "UPDATE groups SET trainer_id = {p} WHERE id = (SELECT MAX(id) FROM groups)"),
    (
        "enrolments",
        "INSERT INTO enrolments (participant_id, group_id, created_at) VALUES ({t}, (SELECT MIN(g.id) FROM groups g JOIN participants p ON p.project_id = g.project_id WHERE p.id = {t}), '2026-11-24 08:00:00')",
    ),
    (
        "completions",
        "INSERT INTO completions (participant_id, action_id, done_at) VALUES ({t}, (SELECT MIN(a.id) FROM actions a JOIN participants p ON p.project_id = a.project_id WHERE p.id = {t}), '2026-11-24 08:00:00')",
    ),
    (
        "intakes",
        "INSERT INTO intakes (participant_id, state, version, saved_at, submitted_at, destroy_at) VALUES ({t}, 'submitted', 1, '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2028-01-31 22:59:59')",
    ),
    (
        "answers",
        "INSERT INTO answers (intake_id, question_id, words) VALUES ((SELECT id FROM intakes WHERE participant_id = {t}), (SELECT MIN(id) FROM questions), 'x')",
    ),
    (
        "rosters",
        "INSERT INTO rosters (project_id, account_id, file_name, sheet, created_at) VALUES ((SELECT MIN(id) FROM projects), {a}, 'x', 'x', '2026-11-24 08:00:00')",
    ),
    (
        "letters",
        "INSERT INTO letters (kind, person_id, address, language, payload, dedupe_key, created_at, due_at, attempts, sent_at, failed_at) VALUES ('reset', {p}, 'x', 'nl', 'null', 'x', '2026-11-24 08:00:00', '2026-11-24 08:00:00', 1, '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "holds",
        "INSERT INTO holds (person_id, reason, note, placed_at, until_at) VALUES ({p}, 'dispute', 'x', '2026-11-23 08:00:00', '2026-11-24 08:00:00')",
    ),
    ("muted_news", "INSERT INTO muted_news (person_id, news) VALUES ({p}, 'messages')"),
    (
        "former_likenesses",
        "INSERT INTO former_likenesses (person_id, likeness_hash, created_at) VALUES ({p}, 'x', '2026-11-24 08:00:00')",
    ),
    (
        "email_changes",
        "INSERT INTO email_changes (account_id, new_email, new_hash, old_hash, created_at, expires_at, new_confirmed_at, old_confirmed_at, ended_at) VALUES ({a}, 'x', 'x', 'y', '2026-11-24 08:00:00', '2026-11-27 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "calendar_feeds",
        "INSERT INTO calendar_feeds (account_id, token_hash, created_at) VALUES ({a}, 'x', '2026-11-24 08:00:00')",
    ),
    (
        "waiting_places",
        "INSERT INTO waiting_places (participant_id, group_id, created_at, offered_at, offer_until, token_hash) VALUES ({t}, (SELECT MIN(g.id) FROM groups g JOIN participants p ON p.project_id = g.project_id WHERE p.id = {t}), '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-25 08:00:00', 'x')",
    ),
    (
        "absences",
        "INSERT INTO absences (meeting_id, participant_id, reason, created_at) VALUES ((SELECT MIN(m.id) FROM meetings m JOIN groups g ON g.id = m.group_id JOIN participants p ON p.project_id = g.project_id WHERE p.id = {t}), {t}, 'work', '2026-11-24 08:00:00')",
    ),
    (
        "threads",
        "INSERT INTO threads (participant_id, addressee, created_at, last_at, asked_at, closed_at) VALUES ({t}, 'helpdesk', '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "messages",
        "INSERT INTO messages (thread_id, side, body, sent_at, read_at, destroy_at, policy) VALUES ((SELECT MIN(id) FROM threads WHERE participant_id = {t}), 'student', 'x', '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2028-11-24 22:59:59', 1)",
    ),
    (
        "message_drafts",
        "INSERT INTO message_drafts (thread_id, person_id, version, body, saved_at, destroy_at, policy) VALUES ((SELECT MIN(id) FROM threads WHERE participant_id = {t}), {p}, 1, 'x', '2026-11-24 08:00:00', '2026-12-24 22:59:59', 1)",
    ),
    (
        "attendances",
        "INSERT INTO attendances (meeting_id, participant_id, mark, marked_at) VALUES ((SELECT MIN(m.id) FROM meetings m JOIN groups g ON g.id = m.group_id JOIN participants p ON p.project_id = g.project_id WHERE p.id = {t}), {t}, 'present', '2026-11-24 08:00:00')",
    ),
    (
        "evaluations",
        "INSERT INTO evaluations (participant_id, state, version, draft, saved_at, destroy_at) VALUES ({t}, 'submitted', 1, 'x', '2026-11-24 08:00:00', '2030-01-31 22:59:59')",
    ),
    (
        "evaluation_answers",
        "INSERT INTO evaluation_answers (evaluation_id, question_id, words) VALUES ((SELECT id FROM evaluations WHERE participant_id = {t}), (SELECT MIN(id) FROM evaluation_questions), 'x')",
    ),
    (
        "certificate_facts",
        "INSERT INTO certificates (participant_id, issue, bucket, salt, seal) VALUES ({t}, 1, 'x', 'x', 'x'); INSERT INTO certificate_facts (certificate_id, participant_id, number, holder, initial, provider, training, organisation, starts_on, ends_on, meetings, attended, study_hours, accreditation_points, accreditor, issued_on, language, reason, destroy_at) VALUES ((SELECT id FROM certificates WHERE participant_id = {t}), {t}, 'x', 'x', 'x', 'x', 'x', 'x', '2026-09-01', '2026-11-24', 2, 2, 12, 'x', 'x', '2026-11-24', 'nl', 'x', '2031-11-24 22:59:59')",
    ),
    (
        "materials",
        "INSERT INTO materials (project_id, participant_id, position, title, summary, body, file_name, kind, size, blob, released_at, created_at, changed_at) VALUES ((SELECT project_id FROM participants WHERE id = {t}), {t}, 1, 'x', 'x', 'x', 'x', 'x', 1, '0123456789abcdef0123456789abcdef', '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "material_openings",
        "INSERT INTO material_openings (material_id, participant_id, opened_at) VALUES ((SELECT MIN(id) FROM materials), {t}, '2026-11-24 08:00:00')",
    ),
    (
        "sign_ins",
        "INSERT INTO sign_ins (account_id, at, address, browser) VALUES ({a}, '2026-11-24 08:00:00', 'x', 'x')",
    ),
    (
        "sittings",
        "INSERT INTO sittings (participant_id, action_id, number, began_at, worked_until) VALUES ({t}, (SELECT MIN(a.id) FROM actions a JOIN participants p ON p.project_id = a.project_id WHERE p.id = {t}), 1, '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "film_watchings",
        "INSERT INTO film_watchings (material_id, participant_id, left_off, stretches, watched, spare, own_word, started_at, reported_at, counted_at) VALUES ((SELECT MIN(material_id) FROM films), {t}, 1, 'x', 1, 0, FALSE, '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00')",
    ),
    (
        "test_attempts",
        "INSERT INTO test_attempts (test_id, participant_id, number, state, version, saved_at, points, most, passed) VALUES ((SELECT MIN(id) FROM tests WHERE action_id IS NOT NULL), {t}, 1, 'marked', 1, '2026-11-24 08:00:00', 1, 2, TRUE)",
    ),
    (
        "test_answers",
        "INSERT INTO test_answers (attempt_id, question_id, words, points, comment) VALUES ((SELECT id FROM test_attempts WHERE participant_id = {t}), (SELECT MIN(id) FROM test_questions), 'x', 1, 'x')",
    ),
    (
        "agreements",
        "INSERT INTO agreements (participant_id, text_id, language, agreed_at) VALUES ({t}, (SELECT MIN(id) FROM agreement_texts), 'nl', '2026-11-24 08:00:00')",
    ),
    ("portfolios", "INSERT INTO portfolios (person_id, interests, version) VALUES ({p}, 'x', 1)"),
    (
        "portfolio_items",
        "INSERT INTO portfolio_items (person_id, kind, title, organisation, starts, ends, description, version) VALUES ({p}, 'work', 'x', 'x', '2019', '2020', 'x', 1)",
    ),
    (
        "portfolio_shares",
        "INSERT INTO portfolio_shares (person_id, part, shown_at) VALUES ({p}, 'work', '2026-11-24 08:00:00')",
    ),
    ("farewells", "INSERT INTO farewells (person_id, warned_at, letter_key) VALUES ({p}, '2026-11-24 08:00:00', 'x')"),
];

/// Makes sure that there is a row about `who` in every table of the data map, and plants a canary in every
/// personal column that goes when they are erased; with `times`, in moments and numbers too.
pub fn plant(app: &TestApp, who: &str, times: bool) -> Vec<Canary> {
    let (mut browser, text) = (app.signed_in(who), unique(0));
    let action = crate::learning::upload_action(app, who);
    let sent = browser.upload(&format!("/student/uploads/new/{action}"), &[], "brief.txt", text.as_bytes());
    let confirmed = browser.post(&format!("{}/confirmation", sent.location), &[("confirmed", "on")]);
    assert_eq!(confirmed.status, 303, "{}", confirmed.words());
    let asked = browser.post("/account/requests", &[("kind", "erasure"), ("asked", "x")]);
    assert_eq!(asked.status, 303, "{}", asked.words());

    let id = |sql: String| app.number(&sql);
    let person = id(format!("SELECT id AS number FROM people WHERE email = '{who}'"));
    let account = id(format!("SELECT id AS number FROM accounts WHERE person_id = {person}"));
    let part = id(format!("SELECT MIN(id) AS number FROM participants WHERE person_id = {person}"));
    let goes: Vec<Mapped> = personal_columns().into_iter().filter(|c| c.erasure != "NumberStays").collect();
    for (table, statement) in ROWS {
        let condition =
            goes.iter().find(|c| c.table == *table).unwrap_or_else(|| panic!("{table} is gone from the map"));
        if rows(app, condition, person) == 0 {
            let filled = [("{p}", person), ("{a}", account), ("{t}", part)]
                .iter()
                .fold((*statement).to_owned(), |text, (mark, number)| text.replace(mark, &number.to_string()));
            app.execute(&filled);
        }
    }
    let types = types(app);
    let mut canaries: Vec<Canary> = Vec::new();
    for (at, mapped) in goes.into_iter().enumerate() {
        assert!(rows(app, &mapped, person) > 0, "{} has no row about {who}: add one to ROWS", mapped.table);
        let kind = &types[&(mapped.table.to_owned(), mapped.column.to_owned())];
        let proof = proof(app, &mapped, kind, person, at + 1, times);
        canaries.push(Canary { table: mapped.table, column: mapped.column, proof, condition: mapped.condition });
    }
    canaries.extend(file(app, person));
    canaries
}

fn condition(mapped: &Mapped, person: i64) -> String {
    mapped.condition.clone().map_or("1 = 1".into(), |c| c.replace("$1", &person.to_string()))
}

fn rows(app: &TestApp, mapped: &Mapped, person: i64) -> i64 {
    app.number(&format!("SELECT COUNT(*) AS number FROM {} WHERE {}", mapped.table, condition(mapped, person)))
}

/// Plants one canary, in one row about the person.
fn proof(app: &TestApp, mapped: &Mapped, kind: &str, person: i64, at: usize, times: bool) -> Proof {
    let (table, column) = (mapped.table, mapped.column);
    let row = format!("(SELECT MIN(id) FROM {table} WHERE {})", condition(mapped, person));
    let plant = |value: &str| app.try_execute(&format!("UPDATE {table} SET {column} = '{value}' WHERE id = {row}"));
    if column == "blob" {
        let name = app.texts(&format!("SELECT blob AS line FROM {table} WHERE id = {row}"));
        return Proof::Text(name[0].clone());
    }
    let days = |from: &str| from.parse::<NaiveDate>().unwrap() + Days::new(at as u64);
    match kind {
        // One of a closed list is refused.
        "TEXT" | "BLOB" | "BYTEA" => match plant(&unique(at)) {
            Ok(_) => Proof::Text(unique(at)),
            Err(_) => Proof::Row,
        },
        "TIMESTAMP" | "TIMESTAMP WITHOUT TIME ZONE" if times => {
            let value = format!("{} 03:04:05", days("1961-01-01"));
            assert_eq!(plant(&value), Ok(1), "{table}.{column}");
            Proof::Text(value)
        }
        "DATE" if times => {
            let value = days("1931-01-01").to_string();
            assert_eq!(plant(&value), Ok(1), "{table}.{column}");
            Proof::Text(value)
        }
        "BIGINT" if times && !column.ends_with("_id") => {
            let value = 0x7A5E_0000_0000 + i64::try_from(at).unwrap();
            assert_eq!(plant(&value.to_string()), Ok(1), "{table}.{column}");
            Proof::Number(value)
        }
        _ => Proof::Row,
    }
}

/// Text that is nowhere else, for the column with this number.
fn unique(at: usize) -> String {
    static RUN: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    format!("kanarie{at:03}x{:016x}", RUN.get_or_init(rand::random))
}

/// What the newest file of the person is made of.
fn file(app: &TestApp, person: i64) -> Vec<Canary> {
    let blob = app.texts(&format!(
        "SELECT u.blob AS line FROM uploads u JOIN participants p ON p.id = u.participant_id \
         WHERE p.person_id = {person} ORDER BY u.id DESC LIMIT 1"
    ));
    let holding =
        super::searching::files(app.folder()).into_iter().filter(|path| path.to_string_lossy().contains(&blob[0]));
    let bytes: Vec<Vec<u8>> = holding.map(|path| std::fs::read(path).unwrap()).collect();
    assert_eq!(bytes.len(), 2, "a file is its bytes and its key");
    let proofs =
        bytes.into_iter().map(|b| Proof::Bytes(b[b.len() - 32..].to_vec())).chain([Proof::Text(blob[0].clone())]);
    let canary = |proof| Canary { table: "uploads", column: "(file)", proof, condition: None };
    proofs.map(canary).collect()
}

fn types(app: &TestApp) -> BTreeMap<(String, String), String> {
    let lines = match app.database() {
        Some(_) => app.texts("SELECT CAST(table_name || ' ' || column_name || ' ' || upper(data_type) AS TEXT) AS line FROM information_schema.columns WHERE table_schema = current_schema()"),
        None => app.texts("SELECT m.name || ' ' || c.name || ' ' || c.type AS line FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"),
    };
    let parts = |line: String| {
        let mut parts = line.splitn(3, ' ').map(str::to_owned);
        ((parts.next().unwrap(), parts.next().unwrap()), parts.next().unwrap_or_default())
    };
    lines.into_iter().map(parts).collect()
}
