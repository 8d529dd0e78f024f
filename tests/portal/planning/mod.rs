//! Projects, groups, rosters and invitations.

mod absences;
mod attendance;
mod calendars;
mod choosing;
mod groups;
mod invitations;
mod leading;
mod papers;
mod projects_leader;
mod projects_leader_wall;
mod projects_staff;
mod rosters;
mod waiting;
mod workbook;

use crate::support::{Browser, TestApp};

/// The project of the demo that is under way at Lindedam.
pub const AUTUMN: &str = "Schrijven voor je lezer – najaar";
/// The project of the demo at Lindedam that has not begun and has no groups.
pub const SPACE: &str = "Helder mailen – Ruimte";
/// The project of the demo at Oostervaart.
pub const PERMITS: &str = "Schrijven voor je lezer – Vergunningen";

/// The project of the demo in which people choose a group.
pub const WINTER: &str = "Duidelijk rapporteren – winter";

/// The page of the project called `name`.
pub fn project(browser: &mut Browser, name: &str) -> String {
    let list = browser.get("/staff/projects");
    let names = list.all("tbody th a");
    let at = names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no {name} in {names:?}"));
    list.attributes("tbody th a", "href")[at].clone()
}

/// The page of the group called `name` of the project at `project`.
pub fn group(browser: &mut Browser, project: &str, name: &str) -> String {
    let page = browser.get(project);
    let links = page.attributes("section[aria-labelledby='groups'] li a", "href");
    let names = page.all("section[aria-labelledby='groups'] li a");
    links[names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no {name} in {names:?}"))].clone()
}

/// The number that `sql` selects: for what no page shows.
pub fn ask(app: &TestApp, sql: &str) -> i64 {
    app.number(&format!("SELECT ({sql}) AS number"))
}
