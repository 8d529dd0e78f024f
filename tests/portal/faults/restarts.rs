//! The database server restarts while people work, as by an update of the machine.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::installation::{Installation, Server};
use super::postgres::{Going, Postgres};
use super::rounds::{Fault, run};
use super::{Chance, rounds};
use crate::support::{Browser, people};

struct Restart<'a> {
    postgres: &'a Postgres,
    visitor: Mutex<Option<Browser>>,
}

impl Fault for Restart<'_> {
    fn name(&self) -> &'static str {
        "restart"
    }

    fn strike(&self, server: Server, chance: &mut Chance, stop: &AtomicBool) -> (Server, Option<Duration>) {
        // Signed in before, and still after: their session is in the database.
        let mut visitor = self.visitor.lock().unwrap();
        let visitor = visitor.get_or_insert_with(|| server.signed_in(people::PETRA));
        std::thread::sleep(Duration::from_millis(100 + chance.under(600)));
        self.postgres.restart(if chance.under(2) == 0 { Going::Fast } else { Going::Crash });
        let back = Instant::now();
        while visitor.try_send("GET", "/staff", None, b"").map(|page| page.status) != Ok(200) {
            assert!(back.elapsed() < Duration::from_secs(30), "PostgreSQL is back and the portal is not");
            std::thread::sleep(Duration::from_millis(10));
        }
        let away = back.elapsed();
        std::thread::sleep(Duration::from_millis(chance.under(300)));
        stop.store(true, Ordering::SeqCst);
        (server, Some(away))
    }

    fn expects(&self) -> fn(u16) -> bool {
        |status| status == 503
    }

    fn cuts(&self) -> bool {
        false
    }
}

#[test]
#[ignore = "takes minutes: tests/all faults"]
fn postgres_may_restart_under_load() {
    let postgres = Postgres::start();
    let installation = Installation::new(Some(&postgres));
    let chance = Chance::of_run("restarts of postgres");
    let fault = Restart { postgres: &postgres, visitor: Mutex::new(None) };
    let report = run(&installation, &fault, rounds(8, 50), chance);
    report.close();
    let refused = report.tally.refused.get(&503).copied().unwrap_or_default();
    assert!(refused > 0, "nobody noticed that PostgreSQL was away, so nothing is proven");
    assert!(report.median() < Duration::from_secs(10), "back only after {:?}", report.median());
}
