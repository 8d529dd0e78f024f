//! The evaluation: promised beforehand, filled in over several sittings, and read in no way that breaks the promise.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

/// Was at both meetings and still has to say what she thought of it; the promise is: anonymous.
pub const IJDA: &str = "ijda.ijsseldijk@dewending.example.nl";
/// Leads the projects of that client.
const CARLIJN: &str = "carlijn.verhage@dewending.example.nl";
/// Answered with her name.
const ROOS: &str = "roos.wolters@dewending.example.nl";

const SPRING: &str = "Notulen die iedereen leest – voorjaar";
/// The project she took part in.
pub const AUTUMN: &str = "Notulen die iedereen leest – najaar";
const BOARD: &str = "Notulen die iedereen leest – directie";

fn project(app: &TestApp, name: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name = '{name}'"))
}

/// Somebody on the evaluation of the project called `name`, with its address and the names of its fields.
pub fn sheet(app: &TestApp, who: &str, name: &str) -> (Browser, String, Vec<String>) {
    let mut browser = app.signed_in(who);
    let home = browser.get(&format!("/student/projects/{}", project(app, name)));
    let path = home.attributes("a[href^='/student/evaluations/']", "href")[0].clone();
    let page = browser.get(&path);
    let mut fields = page.attributes("main [name^=answer-]", "name");
    fields.dedup();
    (browser, path, fields)
}

/// The form with an answer in each of `fields`.
pub fn form<'a>(
    fields: &'a [String],
    version: &'a str,
    promised: &'a str,
    words: [&'a str; 4],
) -> Vec<(&'a str, &'a str)> {
    let answers = fields.iter().map(String::as_str).zip(words);
    [("version", version), ("promised", promised)].into_iter().chain(answers).collect()
}

const FULL: [&str; 4] = ["9", "8", "Soms", "Een woord dat alleen van IJda is: kwartelkoning."];

fn hand_in(browser: &mut Browser, path: &str, fields: &[String], words: [&str; 4]) -> Page {
    browser.post(&format!("{path}/submission"), &form(fields, "0", "anonymous", words))
}

#[test]
fn the_promise_stands_before_the_first_question_and_the_way_there_is_the_next_step() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let home = ijda.get(&format!("/student/projects/{}", project(&app, AUTUMN)));
    assert_eq!(home.attributes(".now a.button", "href").join(" "), path, "{}", home.words());
    let page = ijda.get(&path);
    let (promise, question) = (page.text().find("Deze evaluatie is anoniem"), page.text().find("Welk cijfer"));
    assert!(promise.unwrap() < question.unwrap());
    assert!(page.words().contains("Je projectleider ziet de gemiddelden"), "{}", page.words());
    assert_eq!(fields.len(), 4);
}

#[test]
fn a_draft_comes_back_and_is_unreadable_in_the_database() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let saved = ijda.post(&path, &form(&fields, "0", "anonymous", ["9", "", "", "Half af, tuurvogel"]));
    assert_eq!(saved.status, 303);
    let page = app.signed_in(IJDA).get(&path);
    assert!(page.text().contains("Half af, tuurvogel"));
    assert_eq!(page.attributes("main input[checked]", "value"), ["9"]);
    let sealed = app.number("SELECT count(*) AS number FROM evaluations WHERE state = 'draft' AND draft IS NOT NULL");
    assert_eq!(sealed, 1);
    if app.database().is_none() {
        let bytes = std::fs::read(app.folder().join("traject.db")).unwrap();
        let log = std::fs::read(app.folder().join("traject.db-wal")).unwrap_or_default();
        for file in [bytes, log] {
            assert!(!file.windows(9).any(|w| w == b"tuurvogel"), "the draft can be read");
        }
    }
    let mut script = app.signed_in(IJDA).with_header("x-requested-with", "autosave");
    let answer = script.post(&path, &form(&fields, "1", "anonymous", ["9", "9", "", "Half af"]));
    assert_eq!(answer.status, 200);
    let stale = script.post(&path, &form(&fields, "1", "anonymous", ["1", "9", "", "Half af"]));
    assert_eq!(stale.status, 409);
    let other = ijda.post(&path, &form(&fields, "1", "anonymous", ["1", "9", "", "Half af"]));
    assert_eq!(other.status, 409);
    assert_eq!(other.all(".notice blockquote"), ["9"], "what the other window saved stands beside it");
    app.running.advance(TimeDelta::hours(13));
    assert_eq!(script.post(&path, &form(&fields, "2", "anonymous", FULL)).status, 401);
}

#[test]
fn what_is_typed_after_the_session_ended_comes_back() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    app.running.advance(TimeDelta::hours(13));
    let late = ijda.post(&format!("{path}/submission"), &form(&fields, "0", "anonymous", FULL));
    assert_eq!(late.status, 303);
    ijda.post("/login", &[("email", IJDA), ("password", crate::support::PASSWORD)]);
    let page = ijda.get(&format!("{path}/submission"));
    assert!(
        page.text().contains("kwartelkoning") && page.words().contains("Wat je typte, is er nog"),
        "{}",
        page.words()
    );
}

#[test]
fn what_is_missing_is_said_and_nothing_is_lost() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let page = hand_in(&mut ijda, &path, &fields, ["11", "", "Soms", "Blijft staan"]);
    assert_eq!(page.status, 422);
    assert_eq!(page.all(".errors li").len(), 2, "{}", page.words());
    assert!(page.text().contains("Blijft staan"));
    assert_eq!(app.number("SELECT count(*) AS number FROM anonymous_answers WHERE words = 'Blijft staan'"), 0);
}

#[test]
fn an_anonymous_answer_is_nobodys() {
    let app = TestApp::new();
    let lines = "SELECT count(*) AS number FROM register_lines WHERE subject = 'evaluations'";
    let before = app.number(lines);
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let sent = hand_in(&mut ijda, &path, &fields, FULL);
    assert_eq!((sent.status, sent.location.as_str()), (303, path.as_str()));
    let page = ijda.get(&path);
    assert!(page.words().contains("los van je naam bewaard") && !page.text().contains("kwartelkoning"));
    // A tick, and no more: no draft, no time but that of the last meeting, no line in the register.
    let tick = "SELECT count(*) AS number FROM evaluations e JOIN participants p ON p.id = e.participant_id
        JOIN people h ON h.id = p.person_id JOIN projects j ON j.id = p.project_id
        WHERE h.last_name = 'IJsseldijk' AND j.name LIKE '%najaar' AND e.state = 'submitted'
        AND e.draft IS NULL AND e.saved_at IS NULL";
    assert_eq!(app.number(tick), 1);
    assert_eq!(app.number(lines), before);
    let told = "SELECT count(*) AS number FROM completions c JOIN actions a ON a.id = c.action_id
        WHERE a.kind = 'evaluation' AND c.done_at >= '2026-11-24 00:00:00'";
    assert_eq!(app.number(told), 0, "when it was handed in is written down nowhere");
    // Sent twice is handed in once.
    assert_eq!(hand_in(&mut ijda, &path, &fields, ["1", "1", "Nee", ""]).status, 303);
    let hers = "SELECT count(*) AS number FROM anonymous_answers WHERE words LIKE '%kwartelkoning%'";
    assert_eq!(app.number(hers), 1);
    // Numbers are drawn by lot: they do not follow the order in which answers came.
    let numbers = app.numbers("SELECT id FROM anonymous_answers ORDER BY id");
    assert!(numbers.iter().all(|n| *n > 1_000_000), "{numbers:?}");
    if app.database().is_none() {
        let log = std::fs::read(app.folder().join("traject.db-wal")).unwrap_or_default();
        assert!(!log.windows(13).any(|w| w == b"kwartelkoning"), "the log still tells the order");
    }
}

#[test]
fn nothing_is_read_before_there_are_five_and_then_five_at_a_time() {
    let app = TestApp::new();
    let path = format!("/staff/projects/{}/evaluation", project(&app, AUTUMN));
    let mut petra = app.signed_in(people::PETRA);
    let page = petra.get(&path);
    assert!(page.words().contains("Er zijn nog te weinig antwoorden") && !page.text().contains("terugkomdag"));
    assert!(page.words().contains("3 van 6 deelnemers hebben de evaluatie ingestuurd."), "{}", page.words());
    let (mut ijda, sheet_path, fields) = sheet(&app, IJDA, AUTUMN);
    hand_in(&mut ijda, &sheet_path, &fields, FULL);
    assert!(!petra.get(&path).text().contains("kwartelkoning"), "four are not enough");
    let (mut noel, sheet_path, fields) = sheet(&app, "ineke.vantspijker@dewending.example.nl", AUTUMN);
    assert_eq!(hand_in(&mut noel, &sheet_path, &fields, ["7", "7", "Nee", "Vijfde"]).status, 303);
    let page = petra.get(&path);
    for words in ["kwartelkoning", "terugkomdag", "Vijfde", "gemiddeld 8,0", "5 deelnemers"] {
        assert!(page.words().contains(words), "{words}: {}", page.words());
    }
    // The sixth answer of the other project waits: whoever looked before it and after it would see whose it is.
    let path = format!("/staff/projects/{}/evaluation", project(&app, SPRING));
    let page = petra.get(&path);
    let waits = "2 deelnemers antwoordden daarna";
    assert!(page.words().contains(waits) && page.words().contains("5 deelnemers"), "{}", page.words());
}

#[test]
fn the_leader_reads_averages_and_no_words() {
    let app = TestApp::new();
    let mut carlijn = app.signed_in(CARLIJN);
    let page = carlijn.get(&format!("/leader/projects/{}/evaluation", project(&app, SPRING)));
    assert!(page.words().contains("gemiddeld"), "{}", page.words());
    for words in ["koud", "verslag", "Wat kan er beter"] {
        assert!(!page.all("section").join(" ").contains(words), "{words}: {}", page.words());
    }
    for few in [AUTUMN, BOARD] {
        let page = carlijn.get(&format!("/leader/projects/{}/evaluation", project(&app, few)));
        assert!(page.words().contains("te weinig antwoorden") && !page.words().contains("gemiddeld "), "{few}");
    }
}

#[test]
fn with_a_name_the_trainer_and_the_adviser_read_it_and_the_register_says_so() {
    let app = TestApp::new();
    let id = project(&app, BOARD);
    let roos = "SELECT p.id AS number FROM participants p JOIN people h ON h.id = p.person_id WHERE p.project_id";
    let roos = app.number(&format!("{roos} = {id} AND h.email = '{ROOS}'"));
    let mut mirjam = app.signed_in(people::MIRJAM);
    let page = mirjam.get(&format!("/staff/projects/{id}/evaluation"));
    assert!(page.words().contains("Wolters, Roos"), "{}", page.words());
    let page = mirjam.get(&format!("/staff/evaluations/{roos}"));
    assert!(page.words().contains("Voor ons mag het tempo hoger."), "{}", page.words());
    // Of somebody who answered without a name there is nothing to read, and reading nothing is no line.
    let nobody = app.number("SELECT min(participant_id) AS number FROM evaluations");
    let page = app.signed_in(people::PETRA).get(&format!("/staff/evaluations/{nobody}"));
    assert!(page.words().contains("Van één persoon is er niets te lezen"), "{}", page.words());
    let line = "SELECT count(*) AS number FROM register_lines WHERE act = 'read' AND subject = 'evaluations'";
    assert_eq!(app.number(line), 1);
    assert_eq!(app.signed_in(people::JOOST).get(&format!("/staff/evaluations/{roos}")).status, 404);
    let own = app.signed_in(ROOS).get(&format!("/student/projects/{id}"));
    let own = own.attributes("a[href^='/student/evaluations/']", "href")[0].clone();
    assert!(app.signed_in(ROOS).get(&own).text().contains("Voor ons mag het tempo hoger."));
}

#[test]
fn a_promise_that_somebody_relies_on_cannot_be_changed() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let path = |name: &str| format!("/staff/projects/{}/certificates/rules", project(&app, name));
    let fields = [("given", "on"), ("attendance", "80"), ("evaluation", "named")];
    let refused = fatima.post(&path(AUTUMN), &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("Dit ligt vast"), "{}", refused.words());
    let free = "Schrijven voor je lezer – najaar";
    assert_eq!(fatima.post(&path(free), &fields).status, 303);
    assert_eq!(
        app.number(&format!("SELECT count(*) AS number FROM projects WHERE name = '{free}' AND evaluation = 'named'")),
        1
    );
    let wrong = fatima.post(&path(free), &[("attendance", "101"), ("evaluation", "named")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.value("attendance").as_deref(), Some("101"));
}

#[test]
fn a_page_that_promised_something_else_is_not_taken() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let page = ijda.post(&format!("{path}/submission"), &form(&fields, "0", "named", FULL));
    assert_eq!(page.status, 409);
    assert!(page.words().contains("Deze evaluatie is anoniem") && page.text().contains("kwartelkoning"));
}

#[test]
fn it_opens_after_the_last_meeting_and_closes_a_month_after_the_project() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    app.execute("UPDATE meetings SET starts_at = '2026-12-01 08:30:00', ends_at = '2026-12-01 11:30:00' WHERE starts_at = (SELECT max(starts_at) FROM meetings WHERE starts_at < '2026-11-24 00:00:00')");
    let page = ijda.get(&path);
    assert!(page.words().contains("Deze evaluatie is nog niet open"), "{}", page.words());
    let shut = hand_in(&mut ijda, &path, &fields, FULL);
    assert!(shut.status == 409 && shut.text().contains("kwartelkoning"), "what was typed is shown: {}", shut.words());
    app.execute("UPDATE meetings SET cancelled_at = '2026-11-20 08:00:00' WHERE starts_at = '2026-12-01 08:30:00'");
    assert!(ijda.get(&path).words().contains("Welk cijfer"), "the one before it was the last");
    app.running.advance(TimeDelta::days(66));
    let page = app.signed_in(IJDA).get(&path);
    assert!(page.words().contains("Deze evaluatie is gesloten"), "{}", page.words());
}

#[test]
fn evaluations_are_destroyed_three_years_after_the_project_with_and_without_a_name() {
    let app = TestApp::new();
    let left = |table: &str| app.number(&format!("SELECT count(*) AS number FROM {table}"));
    assert!(left("evaluation_answers") > 0 && left("anonymous_answers") > 0);
    app.running.advance(TimeDelta::days(3 * 365 + 400));
    for (task, outcome) in app.running.work() {
        assert!(outcome.is_ok(), "{task}: {outcome:?}");
    }
    for table in ["evaluations", "evaluation_answers", "anonymous_answers"] {
        assert_eq!(left(table), 0, "{table}");
    }
}

#[test]
fn no_page_asks_more_for_more_people() {
    let app = TestApp::new();
    let (mut ijda, path, _) = sheet(&app, IJDA, AUTUMN);
    let mut petra = app.signed_in(people::PETRA);
    let mut again = petra.clone();
    let mut carlijn = app.signed_in(CARLIJN);
    let at = |name| project(&app, name);
    let pages = [
        (&mut ijda, path),
        (&mut petra, format!("/staff/projects/{}/evaluation", at(SPRING))),
        (&mut again, format!("/staff/projects/{}/evaluation", at(BOARD))),
        (&mut carlijn, format!("/leader/projects/{}/evaluation", at(SPRING))),
    ];
    for (browser, path) in pages {
        let before = app.running.queries();
        assert_eq!(browser.get(&path).status, 200, "{path}");
        let taken = app.running.queries() - before;
        assert!(taken <= 8, "{path}: {taken}");
    }
}
