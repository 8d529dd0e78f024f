//! What the tests of the leader's pages set up and look at.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

/// The running project of Lindedam: it began on 1 November 2026.
const AUTUMN: &str = "Schrijven voor je lezer – najaar";

/// Every page that links lead to within the pages of leaders, by path.
pub fn walk(browser: &mut Browser) -> BTreeMap<String, String> {
    let (mut seen, mut todo) = (BTreeMap::new(), vec!["/leader".to_owned()]);
    while let Some(path) = todo.pop() {
        let path = path.split('#').next().unwrap().to_owned();
        if !path.starts_with("/leader") || seen.contains_key(&path) {
            continue;
        }
        let page = browser.get(&path);
        assert_eq!(page.status, 200, "{path}");
        todo.extend(page.attributes("a", "href"));
        seen.insert(path, page.text());
    }
    seen
}

/// An installation in which nobody did anything yet.
pub fn cleared() -> TestApp {
    let app = TestApp::new();
    app.execute("DELETE FROM completions; DELETE FROM answers; DELETE FROM intakes; DELETE FROM uploads");
    app
}

/// The path of the project called `name`, for somebody who leads several.
pub fn project(browser: &Browser, name: &str) -> String {
    let page = browser.clone().get("/leader");
    let at = page.all("h2 a").iter().position(|title| title == name).unwrap();
    page.attributes("h2 a", "href")[at].clone()
}

/// The path of the participant listed as `name`.
pub fn participant(browser: &Browser, project: &str, name: &str) -> String {
    let page = browser.clone().get(&format!("{project}/participants"));
    let at = names(&page).iter().position(|listed| listed == name).unwrap();
    page.attributes("tbody th a", "href")[at].clone()
}

pub fn names(page: &Page) -> Vec<String> {
    page.all("tbody th")
}

/// The statements that each page takes.
pub fn statements(app: &TestApp, browser: &mut Browser, pages: &[String]) -> Vec<u64> {
    let count = |path: &String| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    pages.iter().map(count).collect()
}

/// The number of a participant, as SQL.
pub fn part(email: &str, project: &str) -> String {
    format!(
        "(SELECT participants.id FROM participants JOIN people ON people.id = participants.person_id \
         JOIN projects ON projects.id = participants.project_id \
         WHERE people.email = '{email}' AND projects.name = '{project}')"
    )
}

/// That somebody did these actions on 20 November.
pub fn did(email: &str, project: &str, positions: &[i32]) -> String {
    let one = |position: &i32| {
        format!(
            "INSERT INTO completions (participant_id, action_id, done_at) \
             SELECT {}, actions.id, '2026-11-20 10:00:00' FROM actions \
             JOIN projects ON projects.id = actions.project_id \
             WHERE projects.name = '{project}' AND position = {position};",
            part(email, project)
        )
    };
    positions.iter().map(one).collect()
}

/// An intake with an answer to each question; all but the learning wish hold the word `geheim`.
pub fn intake(email: &str, project: &str, state: &str, until: &str) -> String {
    let part = part(email, project);
    format!(
        "INSERT INTO intakes (participant_id, state, version, saved_at, submitted_at, destroy_at) \
         VALUES ({part}, '{state}', 1, '2026-11-20 10:00:00', '2026-11-20 10:00:00', '{until} 00:00:00'); \
         INSERT INTO answers (intake_id, question_id, words) \
         SELECT intakes.id, questions.id, CASE WHEN learning_wish THEN 'Wens van {email}' ELSE 'geheim' END \
         FROM intakes, questions JOIN projects ON projects.id = questions.project_id \
         WHERE intakes.participant_id = {part} AND projects.name = '{project}';"
    )
}

/// A confirmed upload.
pub fn upload(email: &str, project: &str) -> String {
    format!(
        "INSERT INTO uploads (participant_id, action_id, state, file_name, kind, size, blob, uploaded_at, \
         confirmed_at, portal_until, destroy_at, policy) \
         SELECT {}, actions.id, 'confirmed', 'file-0001.docx', 'docx', 1, 'blob-{email}', '2026-11-20 10:00:00', \
         '2026-11-20 10:00:00', '2027-02-20 23:00:00', '2027-05-20 22:00:00', 1 FROM actions \
         JOIN projects ON projects.id = actions.project_id WHERE projects.name = '{project}' AND position = 3;",
        part(email, project)
    )
}

/// So many more participants.
pub fn crowd(project: &str, count: usize) -> String {
    let one = |n: usize| {
        format!(
            "INSERT INTO people (first_name, last_name, name_folded, email, email_folded, created_at) \
             VALUES ('Noor', 'Menigte{n}', 'menigte{n}', 'm{n}@x.example', 'm{n}@x.example', '2026-11-01 10:00:00'); \
             INSERT INTO participants (project_id, person_id, created_at) \
             SELECT projects.id, people.id, '2026-11-01 10:00:00' FROM projects, people \
             WHERE projects.name = '{project}' AND people.email = 'm{n}@x.example';"
        )
    };
    (0..count).map(one).collect()
}

/// Whether Samira is behind on the day so many days after 24 November.
pub fn is_behind(app: &TestApp, days: i64) -> bool {
    app.running.advance(TimeDelta::days(days));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let behind = names(&wouter.get(&format!("{path}/participants?late=on"))).contains(&"Bakker, Samira".into());
    app.running.advance(TimeDelta::days(-days));
    behind
}
