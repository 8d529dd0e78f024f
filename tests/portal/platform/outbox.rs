//! The outbox, when something is wrong with a letter in it.

use crate::support::{TestApp, people};

#[test]
fn a_letter_that_cannot_be_written_does_not_hold_up_the_next() {
    let app = TestApp::new();
    for address in ["broken@example.nl", people::SAMIRA] {
        assert_eq!(app.browser().post("/password/forgotten", &[("email", address)]).status, 303);
    }
    app.execute("UPDATE letters SET payload = '{' WHERE address = 'broken@example.nl'");
    app.running.work();
    let sent = |address: &str| {
        app.number(&format!(
            "SELECT COUNT(*) AS number FROM letters WHERE sent_at IS NOT NULL AND address = '{address}'"
        ))
    };
    assert_eq!((sent(people::SAMIRA), sent("broken@example.nl")), (1, 0));
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM letters WHERE last_error IS NOT NULL"), 1);
}
