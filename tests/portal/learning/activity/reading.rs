//! Who reads what: oneself, staff who follow progress, and the project leader.

use chrono::TimeDelta;

use super::{count, part, quiet, step};
use crate::support::{Page, REGISTER_LINE, TestApp, people};

const ADDRESS: &str = "203.0.113.77";

/// Samira signed in on two days, began the intake on the first and finished it on the second, and opened a document.
fn busy() -> TestApp {
    let app = quiet();
    let (samira, intake) = (part(&app, people::SAMIRA), step(&app, 1));
    let account = format!(
        "(SELECT a.id FROM accounts a JOIN people q ON q.id = a.person_id WHERE q.email = '{}')",
        people::SAMIRA
    );
    let card = "(SELECT min(id) FROM materials WHERE title = 'Schrijfkaart')";
    app.execute(&format!(
        "INSERT INTO sign_ins (account_id, at, address, browser) VALUES ({account}, '2026-11-18 08:58:00', '{ADDRESS}', 'Firefox / Windows');
         INSERT INTO sign_ins (account_id, at, address, browser) VALUES ({account}, '2026-11-20 13:00:00', NULL, NULL);
         INSERT INTO sittings (participant_id, action_id, number, began_at, worked_until) VALUES ({samira}, {intake}, 1, '2026-11-18 09:00:00', '2026-11-18 09:20:00');
         INSERT INTO sittings (participant_id, action_id, number, began_at, worked_until) VALUES ({samira}, {intake}, 2, '2026-11-20 13:05:00', '2026-11-20 13:15:00');
         INSERT INTO completions (participant_id, action_id, done_at) VALUES ({samira}, {intake}, '2026-11-20 13:25:00');
         INSERT INTO material_openings (material_id, participant_id, opened_at) VALUES ({card}, {samira}, '2026-11-20 13:30:00');
         INSERT INTO material_openings (material_id, participant_id, opened_at) VALUES ({card}, {samira}, '2026-11-21 10:00:00');
         UPDATE accounts SET last_seen_at = '2026-11-21 23:30:00' WHERE id = {account}"
    ));
    app
}

fn followed(app: &TestApp) -> String {
    format!("/staff/activity/{}", part(app, people::SAMIRA))
}

#[test]
fn a_student_sees_everything_that_was_written_down_about_them() {
    let app = busy();
    let page = app.signed_in(people::SAMIRA).get("/student/activity");
    let words = page.words();
    for said in [
        "Schrijven voor je lezer – najaar",
        "Actief op 3 dagen",
        "november 2026: 18, 20 en 21",
        "18 november 2026, 10.00 uur",
        "20 november 2026, 14.25 uur",
        "Schrijfkaart",
        "2 keer geopend, voor het laatst op zaterdag 21 november 2026, 11.00 uur",
        ADDRESS,
        "Firefox op Windows",
        "Je internetadres wissen we na 6 maanden en je browser na 6 maanden.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let row = page.all("tbody tr").remove(0);
    // Two days and four hours from begin to end; twenty, ten and ten minutes of work.
    assert!(row.ends_with("2 dagen 40 minuten"), "{row}");
    // Three times with the one of just now; of the second one nothing was known.
    let sign_ins = page.all("section[aria-labelledby='sign-ins'] tbody tr");
    assert_eq!(sign_ins.len(), 3);
    assert_eq!(sign_ins[1], "vrijdag 20 november 2026, 14.00 uur niet bekend niet bekend");
    let english = app.signed_in(people::GRACE).get("/student/activity").words();
    assert!(english.contains("When you signed in") && !english.contains(ADDRESS), "{english}");
}

#[test]
fn staff_see_when_somebody_was_active_and_never_from_where() {
    let app = busy();
    for who in [people::JOOST, people::PETRA, people::FATIMA] {
        let page = app.signed_in(who).get(&followed(&app));
        assert_eq!(page.status, 200, "{who}");
        let words = page.words();
        for said in [
            "Activiteit van Samira Bakker",
            "Laatst actief: 22 november 2026",
            "Dag voor dag",
            "Begonnen met: Vul de intake in",
            "Afgerond: Vul de intake in",
            "Geopend: Schrijfkaart",
            "2 dagen 40 minuten",
        ] {
            assert!(words.contains(said), "{who} {said}: {words}");
        }
        assert_eq!(
            page.all("section[aria-labelledby='trail'] h3"),
            ["zaterdag 21 november 2026", "vrijdag 20 november 2026", "woensdag 18 november 2026"]
        );
        let friday: Vec<_> = page.all("section[aria-labelledby='trail'] li")[1..5].to_vec();
        assert_eq!(
            friday,
            [
                "14.30 Geopend: Schrijfkaart",
                "14.25 Afgerond: Vul de intake in",
                "14.00 Ingelogd",
                "10.00 Begonnen met: Vul de intake in"
            ]
        );
        for hidden in [ADDRESS, "127.0.0.1", "Firefox"] {
            assert!(!page.text().contains(hidden), "{who} reads {hidden}");
        }
    }
    let seen =
        app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'followed' AND subject = 'participants'");
    assert_eq!(seen, 3, "each look is in the register");
}

#[test]
fn staff_out_of_reach_find_nothing() {
    let app = busy();
    for who in [people::MIRJAM, people::SJOERD, people::LIEKE, people::HANNA] {
        assert_eq!(app.signed_in(who).get(&followed(&app)).status, 404, "{who}");
    }
    for who in [people::WOUTER, people::SAMIRA, people::HUGO] {
        assert_eq!(app.signed_in(who).get(&followed(&app)).status, 404, "{who}");
    }
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'followed'"), 0);
}

#[test]
fn of_sign_ins_staff_see_those_of_the_time_of_the_project() {
    let app = busy();
    app.execute(&format!(
        "UPDATE projects SET ends_on = '2026-11-19' WHERE id = (SELECT project_id FROM participants WHERE id = {})",
        part(&app, people::SAMIRA)
    ));
    let trail = |app: &TestApp| -> Vec<String> {
        let page = app.signed_in(people::PETRA).get(&followed(app));
        page.all("section[aria-labelledby='trail'] li").into_iter().filter(|l| l.contains("Ingelogd")).collect()
    };
    assert_eq!(trail(&app), ["9.58 Ingelogd"], "what comes after it is about something else");
    app.execute("UPDATE sign_ins SET at = '2026-10-01 08:00:00' WHERE address IS NOT NULL");
    assert!(trail(&app).is_empty());
}

#[test]
fn staff_and_leaders_see_on_which_day_somebody_was_last_active() {
    let app = busy();
    let project =
        app.number(&format!("SELECT project_id AS number FROM participants WHERE id = {}", part(&app, people::SAMIRA)));
    let row = |page: &Page| page.all("tbody tr").into_iter().find(|row| row.contains("Bakker, Samira")).unwrap();
    let list = app.signed_in(people::PETRA).get(&format!("/staff/projects/{project}?q=samira"));
    assert!(row(&list).contains("22 november 2026"), "{}", row(&list));
    assert_eq!(list.attributes(&format!("a[href='{}']", followed(&app)), "href").len(), 1);
    let mut wouter = app.signed_in(people::WOUTER);
    let led = wouter.get(&format!("/leader/projects/{project}/participants"));
    assert!(row(&led).contains("22 november 2026"), "half past midnight is the next day here: {}", row(&led));
    let others = led.all("tbody tr").into_iter().filter(|row| row.contains("geen activiteit")).count();
    assert_eq!(others, led.all("tbody tr").len() - 1);
    let one = wouter.get(&format!("/leader/participants/{}", part(&app, people::SAMIRA)));
    assert!(one.words().contains("Laatst actief: 22 november 2026"), "{}", one.words());
    // The day, and neither the time nor what she opened, when she signed in or when she began.
    for page in [led, one] {
        let text = page.text();
        for hidden in
            ["23:30", "0.30", "T22", "T23", ADDRESS, "Firefox", "Schrijfkaart", "18 november", "14.00", "/activity"]
        {
            assert!(!text.contains(hidden), "a leader reads {hidden}");
        }
    }
}

#[test]
fn a_long_list_comes_in_pages_for_as_many_statements() {
    let app = busy();
    let pages = |app: &TestApp, who: &str, path: &str| {
        let mut browser = app.signed_in(who);
        let before = app.running.queries();
        let page = browser.get(path);
        assert_eq!(page.status, 200);
        (app.running.queries() - before, page)
    };
    let (own, _) = pages(&app, people::SAMIRA, "/student/activity");
    let (staff, _) = pages(&app, people::PETRA, &followed(&app));
    let account = "(SELECT a.id FROM accounts a JOIN people q ON q.id = a.person_id WHERE q.email = 'samira.bakker@lindedam.example.nl')";
    for day in 1..=60 {
        let at = format!("2026-11-{:02} 1{}:00:00", day % 20 + 1, day % 10);
        app.execute(&format!(
            "INSERT INTO sign_ins (account_id, at, address, browser) VALUES ({account}, '{at}', '{ADDRESS}', 'Chrome / Windows');
             INSERT INTO sittings (participant_id, action_id, number, began_at, worked_until) VALUES ({}, {}, {}, '{at}', '{at}');
             INSERT INTO material_openings (material_id, participant_id, opened_at) VALUES ((SELECT min(id) FROM materials), {}, '{at}')",
            part(&app, people::SAMIRA),
            step(&app, 2),
            day,
            part(&app, people::SAMIRA)
        ));
    }
    let (more, first) = pages(&app, people::SAMIRA, "/student/activity");
    assert_eq!(more, own);
    assert!(own <= 8, "{own}");
    assert_eq!(first.all("section[aria-labelledby='sign-ins'] tbody tr").len(), 50);
    let next = first.attributes("a[rel=next]", "href").remove(0);
    let (_, second) = pages(&app, people::SAMIRA, &format!("/student/activity{next}"));
    assert!(second.words().contains("51 tot en met 6"), "{}", second.words());
    assert!(second.attributes("a[rel=next]", "href").is_empty());
    // A page past the end is the first one, and a page that is no number too.
    for odd in ["99", "0", "-3", "x", "9223372036854775807"] {
        let (_, page) = pages(&app, people::SAMIRA, &format!("/student/activity?page={odd}"));
        assert_eq!(page.all("section[aria-labelledby='sign-ins'] tbody tr").len(), 50, "{odd}");
    }
    let (more, trail) = pages(&app, people::PETRA, &followed(&app));
    assert_eq!(more, staff);
    assert!(staff <= 8 + REGISTER_LINE, "{staff}");
    assert_eq!(trail.all("section[aria-labelledby='trail'] li").len(), 50);
    assert_eq!(trail.attributes("a[rel=next]", "href"), ["?page=2#trail"]);
}

#[test]
fn opening_a_step_takes_one_statement_more_and_writes_at_intervals() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/actions/{}", step(&app, 2));
    let asked = |samira: &mut crate::support::Browser| {
        let before = app.running.queries();
        assert_eq!(samira.get(&path).status, 200);
        app.running.queries() - before
    };
    let first = asked(&mut samira);
    let again = asked(&mut samira);
    assert!(again < first && again <= 8, "{first} and then {again}");
    app.running.advance(TimeDelta::minutes(3));
    assert_eq!(asked(&mut samira), again);
}

#[test]
fn the_demo_has_been_busy_for_weeks() {
    let app = TestApp::new();
    assert!(count(&app, "sign_ins") > 20 && count(&app, "sittings") > 20);
    // Nobody finished what they did not begin, and nothing is in the future.
    let odd = app.number(
        "SELECT count(*) AS number FROM completions c JOIN sittings s ON s.participant_id = c.participant_id \
         AND s.action_id = c.action_id WHERE s.began_at > c.done_at OR s.worked_until > c.done_at",
    );
    assert_eq!(odd, 0);
    assert_eq!(app.number("SELECT count(*) AS number FROM sign_ins WHERE at > '2026-11-24 09:00:00'"), 0);
    let traces = "SELECT count(*) AS number FROM sign_ins WHERE at < '2026-05-24 00:00:00' AND address IS NOT NULL";
    assert_eq!(app.number(traces), 0);
    let page = app.signed_in(people::IJSBRAND).get("/student/activity");
    assert!(page.words().contains("Actief op ") && page.words().contains("192.0.2.14"), "{}", page.words());
}
