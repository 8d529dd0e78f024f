//! Round after round: people work, a fault comes, and what is left is compared with what was acknowledged.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Chance;
use super::installation::{Installation, Server};
use super::people::{Came, Person, everybody, note};
use super::tally::{Report, Tally};
use super::truth::{Before, untruths};

/// How long the portal may need until it answers well again.
const RECOVERY: Duration = Duration::from_secs(30);

/// A fault, and how the portal comes back from it.
pub trait Fault: Sync {
    /// What it is called in the table.
    fn name(&self) -> &'static str;

    /// Lets it happen while people work, and tells them when to stop; the server that goes on, and how long the
    /// portal was away.
    fn strike(&self, server: Server, chance: &mut Chance, stop: &AtomicBool) -> (Server, Option<Duration>);

    /// Whether a request may meet this answer.
    fn expects(&self) -> fn(u16) -> bool;

    /// Whether a connection may break. Whoever works then stops, as there is nothing to work on.
    fn cuts(&self) -> bool;
}

/// Runs `rounds` of `fault`.
pub fn run(installation: &Installation, fault: &dyn Fault, rounds: usize, mut chance: Chance) -> Report {
    let mut server = installation.start();
    let mut people = everybody(installation, &server, &mut chance);
    let before = Before::of(installation);
    let what = format!("{} on {}", fault.name(), installation.kind());
    let mut report = Report { what, rounds, tally: Tally::default(), swept: 0, ready: Vec::new() };
    for round in 1..=rounds {
        let stop = &AtomicBool::new(false);
        server = std::thread::scope(|scope| {
            let work = |person| scope.spawn(move || live(person, fault, stop));
            let at_work: Vec<_> = people.iter_mut().map(work).collect();
            let end = End(stop);
            let (server, away) = fault.strike(server, &mut chance, stop);
            drop(end);
            at_work.into_iter().for_each(|person| report.tally.add(person.join().unwrap()));
            report.ready.extend(away);
            server
        });
        if fault.cuts() {
            installation.wait_for_quiet();
            server = installation.start();
            report.ready.push(server.took);
        }
        look(&mut people, &server, false, false, &mut report.tally);
        assert!(server.runs(), "the server went down by itself:\n{}", installation.log());
        let untrue = untruths(installation, &before, false);
        report.tally.wrong.extend(untrue.into_iter().map(|line| format!("round {round}: {line}")));
        if !(report.tally.lost.is_empty() && report.tally.wrong.is_empty()) {
            println!("{}", installation.log());
            break;
        }
        people.iter_mut().for_each(|person| person.renew(installation));
    }
    look(&mut people, &server, false, true, &mut report.tally);
    drop(server);
    settle(installation, &before, &mut people, &mut report);
    report
}

/// Sends everybody home, also when something went wrong with the fault itself.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Two days later the sweep was here: nothing is left over, and all that was acknowledged is still there.
fn settle(installation: &Installation, before: &Before, people: &mut [Box<dyn Person>], report: &mut Report) {
    installation.wait_for_quiet();
    let done = installation.work_two_days_later();
    let swept = done.lines().find_map(|line| line.strip_prefix("uploads.orphans ")?.parse().ok());
    report.swept = swept.unwrap_or_else(|| panic!("the sweep did not say what it did: {done}"));
    report.tally.wrong.extend(untruths(installation, before, true));
    installation.check();
    people.iter_mut().for_each(|person| person.after_two_days());
    let server = installation.start();
    look(people, &server, true, true, &mut report.tally);
}

/// Everybody compares what is there with what they were told.
fn look(people: &mut [Box<dyn Person>], server: &Server, again: bool, everything: bool, tally: &mut Tally) {
    for person in people {
        person.goes_on(server, again);
        let began = Instant::now();
        loop {
            match person.look(everything) {
                Ok(lost) => {
                    tally.lost.extend(lost);
                    break;
                }
                Err(came) if began.elapsed() > RECOVERY => {
                    tally.wrong.push(format!("{} cannot look: {came:?}", person.name()));
                    break;
                }
                Err(Came::Refused(503, _)) => std::thread::sleep(Duration::from_millis(50)),
                Err(came) => {
                    tally.wrong.push(format!("{} cannot look: {came:?}", person.name()));
                    break;
                }
            }
        }
    }
}

/// Works until it is time to stop.
fn live(person: &mut Box<dyn Person>, fault: &dyn Fault, stop: &AtomicBool) -> Tally {
    let mut tally = Tally::default();
    let mut unsure = false;
    while !stop.load(Ordering::SeqCst) {
        // Whoever got no acknowledgement looks first how things stand.
        let came = if unsure {
            match person.look(false) {
                Ok(lost) => {
                    tally.lost.extend(lost);
                    unsure = false;
                    continue;
                }
                Err(came) => came,
            }
        } else {
            person.act()
        };
        match &came {
            Came::Gone(_) if fault.cuts() => return tally,
            Came::Acknowledged(_) => {}
            Came::Idle => std::thread::sleep(Duration::from_millis(5)),
            Came::Refused(..) | Came::Gone(_) => {
                unsure = true;
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        note(&mut tally, person.name(), came, fault.expects());
    }
    tally
}
