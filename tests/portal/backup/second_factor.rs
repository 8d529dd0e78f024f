//! What opens accounts, after a rotation of the master key and after a backup was put back.

use super::{Place, back_up, text, went_well};
use crate::access::second_factor::passkeys;
use crate::support::{Authenticator, Browser, Device, PASSWORD, TestApp, people};

const PAGE: &str = "/account/second-factor";

/// Samira turns on the second step.
fn enrolled(app: &TestApp) -> (Authenticator, Vec<String>) {
    let mut samira = app.signed_in(people::SAMIRA);
    samira.post(PAGE, &[("act", "enrol"), ("password", PASSWORD)]);
    let phone = Authenticator::new(&samira.get("/account/second-factor/app").all("#secret")[0]);
    let done = samira.post("/account/second-factor/app", &[("code", &phone.code(0))]);
    (phone, done.all(".codes code"))
}

fn gets_in(app: &TestApp, code: &str) -> bool {
    let mut samira: Browser = app.browser();
    let page = samira.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    assert_eq!(page.location, "/login/code");
    samira.post("/login/code", &[("code", code)]).status == 303
}

#[test]
fn a_second_factor_survives_both_and_a_used_recovery_code_does_not_come_back() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (phone, codes) = enrolled(&app);
    went_well(app.command(&["keys", "rotate"]));
    back_up(&app, folder.path());
    assert!(gets_in(&app, &phone.code(1)), "the server that runs goes on after a rotation");
    assert!(gets_in(&app, &codes[0]));

    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    place.run(&["restore-finish"]);
    let restored = place.serve();
    assert!(!gets_in(&restored, &codes[0]), "it was used after the backup");
    assert!(gets_in(&restored, &codes[1]));
    assert!(gets_in(&restored, &phone.code(1)));
}

#[test]
fn a_passkey_comes_back_and_one_that_was_removed_does_not() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (mut samira, mut kept, mut removed) = passkeys::two(&app, people::SAMIRA);
    went_well(app.command(&["keys", "rotate"]));
    assert_eq!(samira.post("/login/challenge", &[]).status, 200);
    back_up(&app, folder.path());
    assert!(passkeys::door_opens(&app, &mut kept) && passkeys::door_opens(&app, &mut removed));
    passkeys::remove_newest(&mut samira);

    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    place.run(&["restore-finish"]);
    let restored = place.serve();
    let asked = "SELECT COUNT(*) AS number FROM passkey_ceremonies";
    assert_eq!((app.number(asked), restored.number(asked)), (1, 0), "what was answered since is not asked again");
    // The same name at another port is another place.
    let moved = |device: &Device| Device { origin: passkeys::origin(&restored), ..device.clone() };
    assert!(passkeys::door_opens(&restored, &mut moved(&kept)));
    assert!(!passkeys::door_opens(&restored, &mut moved(&removed)));
}
