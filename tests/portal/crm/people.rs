//! One's own data: changing them, in two windows at once too, and which letters come.

use crate::support::{Browser, TestApp, people};

const SAMIRAS: [(&str, &str); 9] = [
    ("first_name", "Samira"),
    ("initials", ""),
    ("infix", ""),
    ("last_name", "Bakker"),
    ("street", ""),
    ("postcode", ""),
    ("city", ""),
    ("phone", ""),
    ("language", "nl"),
];

/// What the form of `browser` shows, with `changes`, as that window sends it.
fn filled(browser: &mut Browser, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get("/account/details");
    let mut fields: Vec<(String, String)> = SAMIRAS
        .iter()
        .map(|(name, _)| match *name {
            "language" => ("language".to_owned(), page.attributes("#language option[selected]", "value").remove(0)),
            name => (name.to_owned(), page.value(name).unwrap()),
        })
        .collect();
    for tick in ["messages", "meetings"] {
        if !page.attributes(&format!("#{tick}[checked]"), "id").is_empty() {
            fields.push((tick.to_owned(), "on".to_owned()));
        }
    }
    fields.push(("seen".to_owned(), page.value("seen").unwrap()));
    for (name, value) in changes {
        fields.retain(|f| f.0 != *name);
        if !["messages", "meetings"].contains(name) || !value.is_empty() {
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    fields
}

fn send(browser: &mut Browser, fields: &[(String, String)]) -> crate::support::Page {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/account/details", &fields)
}

fn kept(app: &TestApp, column: &str) -> Vec<String> {
    app.texts(&format!("SELECT coalesce({column}, '') AS line FROM people WHERE email = '{}'", people::SAMIRA))
}

#[test]
fn somebody_puts_their_own_data_right_and_everybody_sees_it_at_once() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let fields = filled(
        &mut samira,
        &[
            ("first_name", "Samira"),
            ("infix", "el"),
            ("last_name", " Bakkér "),
            ("street", "Kade 4"),
            ("postcode", "1234ab"),
            ("city", "Lindedam"),
            ("phone", "06 12345678"),
        ],
    );
    let done = send(&mut samira, &fields);
    assert_eq!((done.status, done.location.as_str()), (303, "/account/details"), "{}", done.words());
    let page = samira.get("/account/details");
    assert!(page.all(".notice")[0].contains("bewaard"));
    for (name, value) in
        [("last_name", "Bakkér"), ("postcode", "1234 AB"), ("phone", "06 12345678"), ("city", "Lindedam")]
    {
        assert_eq!(page.value(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(
        (kept(&app, "name_folded"), kept(&app, "street")),
        (vec!["bakker, samira el".to_owned()], vec!["Kade 4".to_owned()])
    );
    let project = app.number(&format!(
        "SELECT MIN(p.project_id) AS number FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}'",
        people::SAMIRA
    ));
    let leader = app.signed_in(people::WOUTER).get(&format!("/leader/projects/{project}/participants")).words();
    assert!(leader.contains("Bakkér, Samira el") && !leader.contains("Bakker, Samira"), "{leader}");
    let changed = "SELECT COUNT(*) AS number FROM register_lines WHERE act = 'changed' AND subject = 'people' AND actor_role = 'student'";
    assert_eq!(app.number(changed), 1);
    // What is there already is kept by keeping it again, and is no change.
    let same = filled(&mut samira, &[]);
    assert_eq!(send(&mut samira, &same).status, 303);
    assert_eq!(app.number(changed), 1);
}

#[test]
fn what_cannot_be_is_said_at_the_field_and_what_was_typed_stays() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let long = "x".repeat(81);
    for (name, value) in
        [("last_name", ""), ("first_name", ""), ("phone", "zes"), ("city", long.as_str()), ("language", "xx")]
    {
        let fields = filled(&mut samira, &[(name, value), ("street", "Nergens 1")]);
        let page = send(&mut samira, &fields);
        assert_eq!((page.status, page.all(&format!("#{name}-error")).len()), (422, 1), "{name}: {}", page.words());
        assert_eq!(page.all("[data-error-summary] a").len(), 1, "{name}");
        assert_eq!(page.value("street").as_deref(), Some("Nergens 1"), "{name}");
        if name != "language" {
            assert_eq!(page.value(name).as_deref(), Some(value), "{name}");
        }
    }
    assert_eq!(kept(&app, "street"), [""]);
    // Initials are a name too.
    let fields = filled(&mut samira, &[("first_name", ""), ("initials", "S.")]);
    assert_eq!(send(&mut samira, &fields).status, 303);
}

#[test]
fn two_windows_keep_what_each_changed() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let one = filled(&mut samira, &[("phone", "06 11111111")]);
    let two = filled(&mut samira, &[("city", "Gouda"), ("messages", "")]);
    assert_eq!((send(&mut samira, &one).status, send(&mut samira, &two).status), (303, 303));
    assert_eq!((kept(&app, "phone"), kept(&app, "city")), (vec!["06 11111111".to_owned()], vec!["Gouda".to_owned()]));
    let page = samira.get("/account/details");
    assert!(
        page.attributes("#messages[checked]", "id").is_empty()
            && page.attributes("#meetings[checked]", "id").len() == 1
    );
}

#[test]
fn of_the_same_field_changed_in_two_windows_nothing_is_lost_unseen() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let one = filled(&mut samira, &[("phone", "06 11111111")]);
    let two = filled(&mut samira, &[("phone", "06 22222222"), ("city", "Gouda")]);
    send(&mut samira, &one);
    let page = send(&mut samira, &two);
    assert_eq!(page.status, 422);
    assert!(page.all("#phone-error")[0].contains("06 11111111"), "{}", page.words());
    assert_eq!((page.value("phone").as_deref(), page.value("city").as_deref()), (Some("06 22222222"), Some("Gouda")));
    assert_eq!((kept(&app, "phone"), kept(&app, "city")), (vec!["06 11111111".to_owned()], vec![String::new()]));
    // Kept once more, it counts.
    let mut again = two.clone();
    again.retain(|f| f.0 != "seen");
    again.push(("seen".to_owned(), page.value("seen").unwrap()));
    assert_eq!(send(&mut samira, &again).status, 303);
    assert_eq!((kept(&app, "phone"), kept(&app, "city")), (vec!["06 22222222".to_owned()], vec!["Gouda".to_owned()]));
}

#[test]
fn what_was_typed_after_the_session_ended_comes_back() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let fields = filled(&mut samira, &[("street", "Lange weg 12"), ("phone", "06 12345678")]);
    app.running.advance(chrono::TimeDelta::hours(13));
    let sent = send(&mut samira, &fields);
    assert_eq!(sent.location, "/login?back=%2Faccount%2Fdetails");
    let mut samira = app.signed_in(people::SAMIRA);
    let page = samira.get("/account/details");
    assert_eq!(
        (page.value("street").as_deref(), page.value("phone").as_deref()),
        (Some("Lange weg 12"), Some("06 12345678"))
    );
}

#[test]
fn a_language_chosen_here_is_spoken_at_once() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let fields = filled(&mut samira, &[("language", "en")]);
    send(&mut samira, &fields);
    let page = samira.get("/account/details");
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert!(page.all(".notice")[0].contains("saved"), "{}", page.words());
}

/// Calls off the first meeting of Samira's group, and says how many letters about it went to her.
fn letters_about_meetings(app: &TestApp) -> i64 {
    let (group, meeting) = (
        "SELECT e.group_id AS number FROM enrolments e JOIN participants p ON p.id = e.participant_id JOIN people q ON q.id = p.person_id WHERE q.email = 'samira.bakker@lindedam.example.nl'",
        "SELECT MIN(m.id) AS number FROM meetings m WHERE m.cancelled_at IS NULL AND m.group_id = ",
    );
    let group = app.number(group);
    let meeting = app.number(&format!("{meeting}{group}"));
    let done =
        app.signed_in(people::FATIMA).post(&format!("/staff/groups/{group}/meetings/{meeting}/cancellation"), &[]);
    assert_eq!(done.status, 303, "{}", done.words());
    app.running.work();
    let others = "SELECT COUNT(*) AS number FROM letters WHERE kind = 'meetings_changed' AND sent_at IS NOT NULL AND address <> 'samira.bakker@lindedam.example.nl'";
    assert!(app.number(others) > 0, "the others in the group are told");
    app.number("SELECT COUNT(*) AS number FROM letters WHERE kind = 'meetings_changed' AND address = 'samira.bakker@lindedam.example.nl'")
}

#[test]
fn letters_about_meetings_can_be_done_without_by_whoever_has_a_calendar_that_follows_them() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let fields = filled(&mut samira, &[("meetings", "")]);
    send(&mut samira, &fields);
    let page = samira.get("/account/details");
    assert!(page.words().contains("dichte deur") && page.attributes("#meetings[checked]", "id").is_empty());
    assert_eq!(letters_about_meetings(&app), 1, "without a calendar they come all the same");
    samira.post("/account/calendar", &[]);
    assert!(!samira.get("/account/details").words().contains("dichte deur"));
    assert_eq!(letters_about_meetings(&app), 1, "no second one");
    // What nobody may do without always comes.
    app.browser().post("/password/forgotten", &[("email", people::SAMIRA)]);
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM letters WHERE kind = 'reset' AND sent_at IS NOT NULL"), 1);
}

#[test]
fn a_list_of_the_client_with_the_old_name_is_about_the_same_person() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let fields = filled(&mut samira, &[("last_name", "de Boer"), ("first_name", "Sam")]);
    send(&mut samira, &fields);
    let (all, parts) = ("SELECT COUNT(*) AS number FROM people", "SELECT COUNT(*) AS number FROM participants");
    let before = (app.number(all), app.number(parts));
    let project = app.number(&format!(
        "SELECT MIN(p.project_id) AS number FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}'",
        people::SAMIRA
    ));
    let mut fatima = app.signed_in(people::FATIMA);
    let list = format!("voornaam;achternaam;e-mail\nSamira;Bakker;{}\n", people::SAMIRA);
    let read = fatima.upload(&format!("/staff/projects/{project}/roster"), &[], "lijst.csv", list.as_bytes());
    let page = fatima.get(&read.location);
    assert!(page.all("tbody tr")[0].contains("doet al mee"), "{}", page.words());
    assert_eq!(fatima.post(&format!("{}/import", read.location), &[]).status, 303);
    assert_eq!((app.number(all), app.number(parts)), before, "nobody is there twice");
    assert_eq!(kept(&app, "last_name"), ["de Boer"], "and the name they chose stays");
}

#[test]
fn the_pages_of_ones_own_data_take_few_statements() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let greetings = if crate::support::database::server().is_some() { 3 } else { 0 };
    for path in [
        "/account/details",
        "/account/email",
        "/account/export",
        "/account/register",
        "/account/requests",
        "/account/requests/new",
    ] {
        let before = app.running.queries();
        assert_eq!(samira.get(path).status, 200, "{path}");
        let taken = app.running.queries() - before;
        assert!(taken <= 8 + greetings, "{path}: {taken}");
    }
}
