//! The attendance list: who was there, as the trainer says.

use super::{group, project};
use crate::support::{Browser, Page, TestApp, people};

/// The project of the demo whose evaluation is still going on.
const MINUTES: &str = "Notulen die iedereen leest – najaar";

/// Mirjam with the list of the last meeting of her group.
fn list(app: &TestApp) -> (Browser, String) {
    let mut mirjam = app.signed_in(people::MIRJAM);
    let project = project(&mut mirjam, MINUTES);
    let group = group(&mut mirjam, &project, "Vrijdagochtend");
    let lists = mirjam.get(&group).attributes("a[href$='/attendance']", "href");
    (mirjam, lists.last().unwrap().clone())
}

/// The fields of the list, with what is chosen in each.
fn marks(page: &Page) -> Vec<(String, Option<String>)> {
    let mut names = page.attributes(".rows input[type=radio]", "name");
    names.dedup();
    let chosen = |name: &str| page.attributes(&format!(".rows input[name='{name}'][checked]"), "value").pop();
    names.into_iter().map(|name| (name.clone(), chosen(&name))).collect()
}

fn is(page: &Page, at: usize) -> Option<String> {
    marks(page)[at].1.clone()
}

#[test]
fn the_rest_is_present_fills_only_what_is_empty_and_can_be_sent_twice() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    app.execute("DELETE FROM attendances WHERE mark <> 'absent'");
    let page = mirjam.get(&path);
    assert_eq!(page.status, 200);
    let fields = marks(&page);
    assert_eq!(fields.len(), 5, "{}", page.words());
    let absent = fields.iter().position(|f| f.1.as_deref() == Some("absent")).unwrap();
    let excused = usize::from(absent == 0);
    let form = [(fields[excused].0.as_str(), "excused"), ("rest", "on"), ("save", "yes")];
    let saved = mirjam.post(&path, &form);
    assert_eq!((saved.status, saved.location.as_str()), (303, path.as_str()));
    let page = mirjam.get(&path);
    assert!(page.words().contains("De lijst is bewaard: 4 personen ingevuld."), "{}", page.words());
    assert_eq!(is(&page, absent).as_deref(), Some("absent"), "what was there stays");
    assert_eq!(is(&page, excused).as_deref(), Some("excused"));
    let present = marks(&page).iter().filter(|f| f.1.as_deref() == Some("present")).count();
    assert_eq!(present, 3);
    let rows = app.number("SELECT count(*) AS number FROM attendances");
    let lines = app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'marked'");
    assert_eq!(mirjam.post(&path, &form).status, 303);
    assert!(mirjam.get(&path).words().contains("Er was niets veranderd."));
    assert_eq!(app.number("SELECT count(*) AS number FROM attendances"), rows);
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'marked'"), lines);
}

#[test]
fn a_mark_can_be_mended_and_an_empty_list_says_what_to_do() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    let name = marks(&mirjam.get(&path))[0].0.clone();
    assert_eq!(mirjam.post(&path, &[(name.as_str(), "late"), ("save", "yes")]).status, 303);
    assert_eq!(is(&mirjam.get(&path), 0).as_deref(), Some("late"));
    let empty = mirjam.post(&path, &[]);
    assert_eq!(empty.status, 422);
    assert!(empty.all(".errors").join("").contains("Vul dit in"), "{}", empty.words());
}

#[test]
fn nobody_is_noted_before_the_meeting_begins() {
    let app = TestApp::new();
    let mut joost = app.signed_in(people::JOOST);
    let path = joost.get("/staff").attributes("a[href$='/attendance']", "href")[0].clone();
    let page = joost.get(&path);
    assert!(page.words().contains("Deze bijeenkomst moet nog beginnen"), "{}", page.words());
    let before = app.number("SELECT count(*) AS number FROM attendances");
    assert_eq!(joost.post(&path, &[("rest", "on")]).status, 422);
    assert_eq!(app.number("SELECT count(*) AS number FROM attendances"), before);
}

#[test]
fn whoever_said_that_they_cannot_come_is_excused_until_the_trainer_says_otherwise() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    app.execute("DELETE FROM attendances");
    let fields = marks(&mirjam.get(&path));
    let (meeting, first) = (path.split('/').nth(3).unwrap(), fields[0].0.trim_start_matches("mark-"));
    app.execute(&format!(
        "INSERT INTO absences (meeting_id, participant_id, reason, created_at) \
         VALUES ({meeting}, {first}, 'travel', '2026-10-20 08:00:00')"
    ));
    let page = mirjam.get(&path);
    assert!(page.words().contains("Meldde zich af: ‘Ik heb geen vervoer’"), "{}", page.words());
    assert_eq!((is(&page, 0).as_deref(), is(&page, 1)), (Some("excused"), None));
    assert!(page.words().contains("Bij 5 personen is nog niets ingevuld"), "{}", page.words());
    // The rest was there, and they are not of the rest.
    assert_eq!(mirjam.post(&path, &[("rest", "on")]).status, 303);
    let page = mirjam.get(&path);
    assert_eq!((is(&page, 0).as_deref(), is(&page, 1).as_deref()), (Some("excused"), Some("present")));
    // They came after all.
    assert_eq!(mirjam.post(&path, &[(fields[0].0.as_str(), "late"), ("save", "yes")]).status, 303);
    assert_eq!(is(&mirjam.get(&path), 0).as_deref(), Some("late"));
}

#[test]
fn a_meeting_that_was_called_off_has_no_list() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    let meeting = path.split('/').nth(3).unwrap();
    app.execute(&format!("UPDATE meetings SET cancelled_at = '2026-10-20 08:00:00' WHERE id = {meeting}"));
    let page = mirjam.get(&path);
    assert!(page.words().contains("Deze bijeenkomst gaat niet door") && marks(&page).is_empty(), "{}", page.words());
    assert_eq!(mirjam.post(&path, &[("rest", "on")]).status, 409);
}

#[test]
fn a_trainer_reaches_the_lists_of_own_groups_only() {
    let app = TestApp::new();
    let (_, path) = list(&app);
    let mut joost = app.signed_in(people::JOOST);
    assert_eq!(joost.get(&path).status, 404);
    assert_eq!(joost.post(&path, &[("rest", "on")]).status, 404);
}

#[test]
fn being_at_enough_meetings_completes_the_step_and_a_mistake_opens_it_again() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    let name = marks(&mirjam.get(&path))[0].0.clone();
    let done = || {
        app.number(&format!(
            "SELECT count(*) AS number FROM completions c JOIN actions a ON a.id = c.action_id
             WHERE a.kind = 'attendance' AND c.participant_id = {}",
            name.trim_start_matches("mark-")
        ))
    };
    assert_eq!(done(), 1, "the demo says they were there");
    mirjam.post(&path, &[(name.as_str(), "absent"), ("save", "yes")]);
    assert_eq!(done(), 0, "one of two is not enough");
    mirjam.post(&path, &[(name.as_str(), "late"), ("save", "yes")]);
    assert_eq!(done(), 1);
}

#[test]
fn the_list_takes_as_many_statements_for_many_as_for_few() {
    let app = TestApp::new();
    let (mut mirjam, path) = list(&app);
    let before = app.running.queries();
    assert_eq!(mirjam.get(&path).status, 200);
    assert!(app.running.queries() - before <= 8, "{}", app.running.queries() - before);
}
