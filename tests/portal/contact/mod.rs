//! What is said between the provider and the people around a project.

mod beginning;
mod conversations;
mod drafts;
mod letters;
mod messages_end;
mod waiting_mail;

use crate::planning::ask;
use crate::support::{Browser, Page, TestApp};

/// The page on which the student `who` writes to `to`, in the first project they take part in.
pub fn talk(app: &TestApp, who: &str, to: &str) -> String {
    let project = format!(
        "SELECT MIN(p.project_id) FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{who}'"
    );
    format!("/student/conversations/{}/{to}", ask(app, &project))
}

/// The number of the thread of the student `who` with `to`.
pub fn thread(app: &TestApp, who: &str, to: &str) -> i64 {
    app.number(&format!(
        "SELECT t.id AS number FROM threads t JOIN participants p ON p.id = t.participant_id \
         JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND t.addressee = '{to}'"
    ))
}

/// What stands in the messages of a page, in order.
pub fn said(page: &Page) -> Vec<String> {
    page.all(".said .words")
}

/// Sends `words` as a browser does that has just opened the page `path`.
pub fn write(browser: &mut Browser, path: &str, words: &str) -> Page {
    let page = browser.get(path);
    let (version, after) = (page.value("version").unwrap(), page.value("after").unwrap());
    browser.post(path, &[("version", &version), ("after", &after), ("body", words)])
}
