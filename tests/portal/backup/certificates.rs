//! A certificate when a backup is put back: it stays gone after an erasure, and is there after a registration ended.

use super::{Place, back_up, text};
use crate::privacy::retention::certificates::{lapse, number};
use crate::support::people::LUKASZ;
use crate::support::{TestApp, people};

/// Has a certificate of the same project.
const IJDA: &str = "ijda.ijsseldijk@dewending.example.nl";

#[test]
fn what_an_erasure_took_stays_gone_and_what_the_end_of_a_registration_left_is_there() {
    let app = TestApp::new();
    let folder = tempfile::tempdir().unwrap();
    let (erased, lapsed) = (number(&app, LUKASZ), number(&app, IJDA));
    let lukasz = app.number(&format!("SELECT id AS number FROM people WHERE email = '{LUKASZ}'"));
    back_up(&app, folder.path());
    let page = app.signed_in(people::HANNA).post(&format!("/staff/erasure/{lukasz}"), &[("name", "Łukasz Żuławski")]);
    assert_eq!(page.status, 303, "{}", page.words());
    lapse(&app, IJDA);

    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    let said = place.run(&["restore-finish"]);
    assert!(said.contains("2 people erased again"), "{said}");
    let restored = place.serve();
    let names = |who: &str| restored.number(&format!("SELECT count(*) AS number FROM people WHERE email = '{who}'"));
    assert_eq!((names(LUKASZ), names(IJDA)), (0, 0));
    let check = |number: &str, letter: &str| {
        restored.browser().post("/certificates", &[("number", number), ("letter", letter)]).words()
    };
    let said = check(&erased, "z");
    assert!(said.contains("Dit certificaat is echt afgegeven") && !said.contains("Łukasz"), "{said}");
    let said = check(&lapsed, "i");
    assert!(said.contains("IJda IJsseldijk"), "{said}");
}
