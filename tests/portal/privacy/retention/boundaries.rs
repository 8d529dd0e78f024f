//! A thousand files around their boundaries: each is seen to its last second and not a second longer.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;

use crate::support::{Browser, TestApp, people};

/// Days on which clocks end: month ends, before and on 29 February, and the days the clock changes.
const DAYS: [&str; 10] = [
    "2027-02-28",
    "2027-03-28",
    "2027-04-30",
    "2027-06-30",
    "2027-11-30",
    "2028-01-31",
    "2028-02-28",
    "2028-02-29",
    "2028-03-26",
    "2028-10-29",
];

fn utc(day: NaiveDate, time: NaiveTime) -> chrono::NaiveDateTime {
    Amsterdam.from_local_datetime(&day.and_time(time)).earliest().unwrap().with_timezone(&Utc).naive_utc()
}

/// The days from which `months` months end on `end`, told by looking at each day of that month.
fn starts(end: NaiveDate, months: u32) -> Vec<NaiveDate> {
    let first = end.with_day(1).unwrap() - Months::new(months);
    let days: Vec<_> = (0..31).map(|n| first + Days::new(n)).filter(|d| d.month() == first.month()).collect();
    let last_of_month = (end + Days::new(1)).month() != end.month();
    days.into_iter().filter(|d| d.day() == end.day() || (last_of_month && d.day() > end.day())).collect()
}

/// Puts 50 files in the database that were handed in such that `months` months end on `end`, at all times of the
/// day; what their clocks are is left to the program.
fn insert(app: &TestApp, participant: i64, end: NaiveDate, months: u32) {
    let starts = starts(end, months);
    assert!(!starts.is_empty(), "nothing ends on {end}");
    let rows: Vec<String> = (0..50_u32)
        .map(|n| {
            let time = match n {
                0 => NaiveTime::MIN,
                1 => NaiveTime::from_hms_opt(23, 59, 59).unwrap(),
                // Around the hours that are skipped or come twice.
                n => NaiveTime::from_hms_opt(n % 24, (7 * n) % 60, (11 * n) % 60).unwrap(),
            };
            let day = starts[n as usize % starts.len()];
            let time = if Amsterdam.from_local_datetime(&day.and_time(time)).earliest().is_some() { time } else { NaiveTime::MIN };
            let at = utc(day, time).format("%Y-%m-%d %H:%M:%S");
            format!(
                "({participant}, (SELECT min(id) FROM actions WHERE kind = 'upload'), 'confirmed', 'grens-{months}-{n}.txt', 'txt', 9, \
                 '{:08x}{:08x}{n:016x}', '{at}', '{at}', '2099-01-01 00:00:00', '2099-01-01 00:00:00', 0)",
                end.num_days_from_ce(),
                months
            )
        })
        .collect();
    app.execute(&format!(
        "INSERT INTO uploads (participant_id, action_id, state, file_name, kind, size, blob, uploaded_at, confirmed_at, \
         portal_until, destroy_at, policy) VALUES {}",
        rows.join(", ")
    ));
}

fn work(app: &TestApp) {
    app.execute("UPDATE tasks SET due_at = '2026-01-01 00:00:00', leased_until = NULL");
    let done = app.running.work();
    assert!(done.iter().all(|(_, outcome)| outcome.is_ok()), "{done:?}");
}

#[test]
fn a_thousand_files_go_on_their_second() {
    let app = TestApp::new();
    app.execute("DELETE FROM uploads");
    let participant = app.number(&format!(
        "SELECT p.id AS number FROM participants p JOIN people q ON q.id = p.person_id WHERE q.email = '{}'",
        people::SAMIRA
    ));
    app.execute(
        "INSERT INTO term_changes (kind, portal, destroy, state, proposed_at, decided_at, version) \
         VALUES ('upload', 3, 6, 'in_force', '2026-11-24 09:00:00', '2026-11-24 09:00:00', 2)",
    );
    let mut now = utc("2026-11-24".parse().unwrap(), NaiveTime::from_hms_opt(10, 0, 0).unwrap());
    let mut move_to = |app: &TestApp, at: chrono::NaiveDateTime| {
        app.running.advance(at - now);
        now = at;
    };
    let left = |app: &TestApp| app.number("SELECT count(*) AS number FROM uploads");
    let seen = |samira: &mut Browser, months: u32| {
        let page = samira.get("/student/uploads").text();
        page.matches(&format!(">grens-{months}-")).count()
    };
    let read = |petra: &mut Browser| {
        (1..=3)
            .map(|page| petra.get(&format!("/staff/uploads?page={page}")).text().matches(">grens-").count())
            .sum::<usize>()
    };
    let destroyed = |app: &TestApp| {
        app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'uploads'")
    };
    for (n, end) in (0_i64..).zip(DAYS) {
        let end: NaiveDate = end.parse().unwrap();
        let midnight = utc(end + Days::new(1), NaiveTime::MIN);
        move_to(&app, midnight - TimeDelta::seconds(1));
        insert(&app, participant, end, 3);
        insert(&app, participant, end, 6);
        app.execute("UPDATE term_changes SET applied_at = NULL");
        work(&app);
        // Sessions last this night and not until the next; signing in for each look would be too often.
        let (mut samira, mut petra) = (app.signed_in(people::SAMIRA), app.signed_in(people::PETRA));
        assert_eq!(
            (left(&app), seen(&mut samira, 3), seen(&mut samira, 6), read(&mut petra)),
            (100, 50, 0, 100),
            "the last second of {end}"
        );
        move_to(&app, midnight);
        assert_eq!(
            (seen(&mut samira, 3), seen(&mut samira, 6), read(&mut petra)),
            (0, 0, 50),
            "the first second after {end}"
        );
        // What ended within the last minute may still be read by a request that saw it alive.
        move_to(&app, midnight + TimeDelta::minutes(2));
        work(&app);
        assert_eq!((left(&app), read(&mut petra), destroyed(&app)), (50, 50, 50 * (n + 1)), "after {end}");
        app.execute("DELETE FROM uploads");
    }
}
