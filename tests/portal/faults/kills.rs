//! The server is killed at any moment, as by a machine without memory or an impatient operator.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::installation::{Installation, Server};
use super::postgres::Postgres;
use super::rounds::{Fault, run};
use super::{Chance, rounds};

struct Kill;

impl Fault for Kill {
    fn name(&self) -> &'static str {
        "kill -9"
    }

    fn strike(&self, mut server: Server, chance: &mut Chance, stop: &AtomicBool) -> (Server, Option<Duration>) {
        std::thread::sleep(Duration::from_micros(10_000 + chance.under(500_000)));
        server.kill();
        stop.store(true, Ordering::SeqCst);
        (server, None)
    }

    fn expects(&self) -> fn(u16) -> bool {
        |_| false
    }

    fn cuts(&self) -> bool {
        true
    }
}

fn nothing_is_lost_on(installation: &Installation) {
    let chance = Chance::of_run(&format!("kill -9 on {}", installation.kind()));
    let report = run(installation, &Kill, rounds(50, 500), chance);
    report.close();
    // On a machine that does nothing else it is a fraction of this.
    assert!(report.median() < Duration::from_secs(2), "ready only after {:?}", report.median());
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn killed_on_sqlite_it_keeps_what_it_acknowledged() {
    nothing_is_lost_on(&Installation::new(None));
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn killed_on_postgres_it_keeps_what_it_acknowledged() {
    let postgres = Postgres::start();
    nothing_is_lost_on(&Installation::new(Some(&postgres)));
}
