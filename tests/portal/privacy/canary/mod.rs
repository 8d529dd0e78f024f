//! Erased is erased: a person whose every column holds a value that is nowhere else is erased, or left alone until
//! the clocks run out, and after that the value is nowhere at all.

pub mod planting;
mod searching;

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::support::{TestApp, people};
use planting::{Canary, Proof};
use searching::Places;

/// The tables in which the clocks of today leave something of a person behind: what has no sweep of its own yet.
/// A sweep that is added makes this list shorter; the test says so.
const WITHOUT_A_SWEEP: &[&str] = &[];

/// What the test planted, in words.
fn planted(canaries: &[Canary]) -> (usize, usize) {
    let own = canaries.iter().filter(|c| !matches!(c.proof, Proof::Row)).count();
    (own, canaries.len() - own)
}

/// The columns whose canary is in one of `places`.
fn found(canaries: &[Canary], places: &Places) -> Vec<String> {
    let hit = |canary: &Canary| places.hold(canary).map(|place| format!("{} in {place}", canary.name()));
    canaries.iter().filter_map(hit).collect()
}

fn erase(app: &TestApp, who: &str) {
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{who}'"));
    erase_number(app, person);
}

fn erase_number(app: &TestApp, person: i64) {
    let mut hanna = app.signed_in(people::HANNA);
    let address = format!("/staff/erasure/{person}");
    let name = hanna.get(&address).all("h1").remove(0);
    let name = name.strip_suffix(" wissen").unwrap().to_owned();
    let done = hanna.post(&address, &[("name", &name)]);
    assert_eq!((done.status, done.location.as_str()), (303, "/staff/erasure"), "{}", done.words());
    assert_eq!(hanna.get("/staff/erasure").status, 200);
}

#[test]
fn an_erased_person_is_nowhere() {
    let log = searching::log();
    let app = TestApp::new();
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let canaries = planting::plant(&app, people::SAMIRA, true);
    let (own, rows) = planted(&canaries);
    let before = Places::of(&app, log);
    for canary in canaries.iter().filter(|c| !matches!(c.proof, Proof::Row)) {
        assert!(before.hold(canary).is_some(), "{} has no canary: {:?}", canary.name(), canary.proof);
    }

    erase_number(&app, person);
    // What cannot be found by person is gone by its own clock within a day.
    app.running.advance(TimeDelta::hours(25));
    app.running.work();
    app.running.advance(TimeDelta::hours(25));
    app.running.work();

    let after = Places::of(&app, log);
    let left = found(&canaries, &after);
    assert!(left.is_empty(), "{} canaries live:\n  {}", left.len(), left.join("\n  "));
    for canary in canaries.iter().filter(|c| matches!(c.proof, Proof::Row)) {
        assert_eq!(canary.rows(&app, person), 0, "{} still says something of them", canary.name());
    }
    println!(
        "canary: {} columns of {} tables, {own} with a value of their own and {rows} by their row; {} in {}: 0 found",
        canaries.len(),
        canaries.iter().map(|c| c.table).collect::<BTreeSet<_>>().len(),
        after.count(),
        after.size(),
    );
    // A number that leads to nobody stays where the law asks for it.
    assert!(app.number(&format!("SELECT COUNT(*) AS number FROM participants WHERE person_id = {person}")) > 0);
    let stub =
        format!("SELECT COUNT(*) AS number FROM people WHERE id = {person} AND last_name = '#{person}' AND email = ''");
    assert_eq!(app.number(&stub), 1);
}

#[test]
fn the_clocks_run_out_for_whoever_is_left_alone() {
    let log = searching::log();
    let app = TestApp::new();
    let canaries = planting::plant(&app, people::SAMIRA, false);
    for _ in 0..84 {
        app.running.advance(TimeDelta::days(30));
        for (task, outcome) in app.running.work() {
            assert!(outcome.is_ok(), "{task}: {outcome:?}");
        }
    }
    let places = Places::of(&app, log);
    let left: BTreeSet<&str> = canaries.iter().filter(|c| places.hold(c).is_some()).map(|c| c.table).collect();
    let gone: BTreeSet<&str> = canaries.iter().filter(|c| !matches!(c.proof, Proof::Row)).map(|c| c.table).collect();
    let gone: Vec<_> = gone.difference(&left).collect();
    println!(
        "canary: after 7 years nothing is left in {gone:?}; without a sweep: {left:?}; {} searched",
        places.count()
    );
    assert_eq!(left, WITHOUT_A_SWEEP.iter().copied().collect(), "the tables in which something is left");
}

#[test]
fn who_was_erased_twice_is_erased_once() {
    let app = TestApp::new();
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    erase(&app, people::SAMIRA);
    assert_eq!(app.signed_in(people::HANNA).get(&format!("/staff/erasure/{person}")).status, 404);
    let lines = "SELECT COUNT(*) AS number FROM register_lines WHERE act = 'erased' AND actor_role = 'security'";
    assert_eq!(app.number(lines), 1);
}
