//! The register's own clock: months are closed, and destroyed whole after five years.

use chrono::TimeDelta;

use super::register_chain::tamper;
use crate::support::{TestApp, people};

fn number(app: &TestApp, what: &str) -> i64 {
    app.number(&format!("SELECT {what} AS number FROM register_months"))
}

#[test]
fn a_month_is_closed_when_it_is_over() {
    let app = TestApp::new();
    app.running.work();
    let open = number(&app, "count(*)");
    app.running.advance(TimeDelta::days(7));
    app.running.work();
    assert_eq!(number(&app, "count(*)"), open + 1);
    let closed = number(&app, "max(last_line)");
    assert!(closed > 10);
    assert_eq!(
        app.number(&format!(
            "SELECT count(*) AS number FROM register_lines WHERE id <= {closed} AND at >= '2026-11-30 23:00:00'"
        )),
        0
    );
    assert_eq!(app.running.register_faults(), [""; 0]);
    app.execute("UPDATE register_months SET month = '1999-01'");
    let faults = app.running.register_faults();
    assert!(faults.iter().any(|fault| fault.starts_with("the closed month of lines")), "{faults:?}");
}

#[test]
fn after_five_years_a_month_goes_whole_and_the_chain_goes_on() {
    let app = TestApp::new();
    app.running.advance(TimeDelta::days(7));
    app.running.work();
    let closed = number(&app, "max(last_line)");
    app.signed_in(people::SAMIRA);
    // The last day on which it must still be there is in November 2031.
    app.running.advance(TimeDelta::days(5 * 365 - 8));
    app.running.work();
    assert_eq!(app.number("SELECT min(id) AS number FROM register_lines"), 1);
    app.running.advance(TimeDelta::days(8));
    app.running.work();
    assert_eq!(app.number("SELECT min(id) AS number FROM register_lines"), closed + 1);
    assert_eq!(app.running.register_faults(), [""; 0]);
    let proven =
        "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'register_months'";
    assert!(app.number(proven) >= 1);
    app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::days(2));
    app.running.work();
    assert_eq!(app.running.register_faults(), [""; 0]);
    let output = app.command(&["migrate"]);
    assert!(output.status.success());
    assert_eq!(app.running.register_faults(), [""; 0]);
}

#[test]
fn a_month_that_went_before_its_time_is_found() {
    let app = TestApp::new();
    app.running.advance(TimeDelta::days(7));
    app.running.work();
    let closed = number(&app, "max(last_line)");
    tamper(
        &app,
        &format!(
            "UPDATE register_months SET destroyed_at = '2032-01-01 00:00:00', destroyed_seal = seal; \
             DELETE FROM register_lines WHERE id <= {closed}"
        ),
    );
    let faults = app.running.register_faults();
    assert!(faults.iter().any(|fault| fault.starts_with("the closed month of lines")), "{faults:?}");
}
