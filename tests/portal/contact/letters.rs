//! Letters as staff see them.

use chrono::TimeDelta;

use crate::support::{TestApp, people};

fn addresses(app: &TestApp, who: &str) -> Vec<String> {
    app.signed_in(who).get("/staff/letters").all("tbody td:nth-of-type(2)")
}

fn forgot(app: &TestApp, who: &str) {
    app.browser().post("/password/forgotten", &[("email", who)]);
    app.running.work();
}

#[test]
fn who_may_send_letters_sees_those_of_the_people_in_reach() {
    let app = TestApp::new();
    app.running.work();
    for who in [people::SAMIRA, people::IJSBRAND, people::HUGO, people::HANNA] {
        forgot(&app, who);
    }
    for staff in [people::FATIMA, people::SJOERD] {
        let seen = addresses(&app, staff);
        for who in [people::SAMIRA, people::IJSBRAND, people::HUGO, people::LOES] {
            assert!(seen.iter().any(|a| a == who), "{staff} misses {who}");
        }
    }
    let of_joost = addresses(&app, people::JOOST);
    assert!(of_joost.iter().any(|a| a == people::SAMIRA));
    assert!(of_joost.iter().all(|a| a != people::IJSBRAND && a != people::HUGO && a != people::HANNA), "{of_joost:?}");
    let marketing = app.signed_in(people::LIEKE).get("/staff/letters");
    assert_eq!((marketing.status, marketing.all("tbody tr").len()), (200, 0));
    for nobody in [people::PETRA, people::HANNA, people::SAMIRA, people::WOUTER] {
        assert_eq!(app.signed_in(nobody).get("/staff/letters").status, 404, "{nobody}");
    }
}

#[test]
fn a_letter_out_of_reach_is_not_there() {
    let app = TestApp::new();
    forgot(&app, people::HUGO);
    let mut helpdesk = app.signed_in(people::SJOERD);
    let list = helpdesk.get("/staff/letters");
    let rows = list.all("tbody tr").into_iter().zip(list.attributes("tbody th a", "href"));
    let letter = rows.into_iter().find(|(row, _)| row.contains(people::HUGO)).unwrap().1;
    assert_eq!(helpdesk.get(&letter).status, 200);
    for other in [people::JOOST, people::LIEKE, people::PETRA, people::HUGO] {
        assert_eq!(app.signed_in(other).get(&letter).status, 404, "{other}");
    }
    assert_eq!(helpdesk.get("/staff/letters/999999").status, 404);
}

#[test]
fn a_setting_widens_the_reach_of_trainers() {
    let app = TestApp::with(&[("TRAJECT_TRAINER_REACH", "projects")]);
    forgot(&app, people::HUGO);
    assert!(addresses(&app, people::JOOST).iter().any(|a| a == people::HUGO));
}

#[test]
fn each_letter_says_how_far_it_is() {
    let app = TestApp::new();
    let row = || app.signed_in(people::FATIMA).get("/staff/letters").all("tbody tr").remove(0);
    assert!(row().contains("wacht") && row().contains("Uitnodiging"), "{}", row());
    app.execute("UPDATE letters SET last_error = 'the server is away', due_at = '2027-01-01 09:00:00'");
    assert!(row().contains("wacht na een fout") && row().contains("the server is away"), "{}", row());
    app.execute("UPDATE letters SET failed_at = created_at");
    assert!(row().contains("mislukt"), "{}", row());
    app.execute("UPDATE letters SET failed_at = NULL, last_error = NULL, due_at = created_at");
    app.running.work();
    assert!(row().contains("verzonden") && row().contains("Je kunt aan de slag"), "{}", row());
}

fn add_sixty(app: &TestApp) {
    for number in 0..60 {
        app.execute(&format!(
            "INSERT INTO letters (kind, person_id, address, language, payload, dedupe_key, created_at, due_at, attempts) \
             SELECT kind, person_id, 'n{number}@example.nl', language, payload, 'test-{number}', '2026-12-{:02} 09:00:00', due_at, 0 \
             FROM letters ORDER BY id LIMIT 1",
            1 + number / 3
        ));
    }
}

#[test]
fn a_long_list_has_pages_of_fifty_newest_first() {
    let app = TestApp::new();
    app.running.work();
    app.running.advance(TimeDelta::hours(1));
    add_sixty(&app);
    let mut staff = app.signed_in(people::FATIMA);
    let first = staff.get("/staff/letters");
    assert_eq!(first.all("tbody tr").len(), 50);
    assert!(first.all("tbody tr")[0].contains("20 december 2026"));
    let older = first.attributes("a[rel=next]", "href").remove(0);
    assert!(first.attributes("a[rel=prev]", "href").is_empty());
    let second = staff.get(&older);
    assert!(second.all("tbody tr").len() >= 10);
    assert!(second.attributes("a[rel=next]", "href").is_empty());
    assert_eq!(second.attributes("a[rel=prev]", "href"), ["/staff/letters?page=1"]);
    let beyond = staff.get("/staff/letters?page=99");
    assert_eq!((beyond.status, beyond.all("tbody tr").len()), (200, 0));
}

#[test]
fn the_list_costs_as_much_with_many_letters_as_with_few() {
    let app = TestApp::new();
    let mut staff = app.signed_in(people::FATIMA);
    let mut cost = || {
        let before = app.running.queries();
        staff.get("/staff/letters");
        app.running.queries() - before
    };
    let few = cost();
    add_sixty(&app);
    assert_eq!(cost(), few);
    // The session and the list; PostgreSQL is asked each time whether it is still there.
    assert!(few <= 4, "{few}");
}
