//! Material as staff keep it: two desks, each with its own shelves.

use super::{listed, numbered, project, write};
use crate::support::{TestApp, people};

const ILSE: &str = "ilse.kortekaas@opleider.example.nl";

fn lines(app: &TestApp, act: &str, material: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'materials' AND subject_row = {material}"
    ))
}

fn readers(app: &TestApp) -> i64 {
    app.number("SELECT id AS number FROM trainings WHERE name = 'Schrijven voor je lezer'")
}

#[test]
fn the_keeper_of_the_catalogue_writes_for_every_project_of_a_training() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    assert!(ilse.get("/staff/material").words().contains("Schrijven voor je lezer 4 stukken"));
    let shelf = format!("trainings/{}", readers(&app));
    let page = ilse.get(&format!("/staff/material/{shelf}"));
    assert!(page.words().contains("zichtbaar vanaf 7 dagen na de eerste dag van het project"), "{}", page.words());
    // Who keeps the catalogue sees no people, and so no groups.
    assert!(ilse.get(&format!("/staff/material/{shelf}/texts/new")).all("#audience").is_empty());
    let sent = write(&mut ilse, &shelf, &[("title", "Nieuw stuk"), ("audience", "participant-1")]);
    assert_eq!(sent.location, format!("/staff/material/{shelf}"));
    let id = numbered(&app, "Nieuw stuk");
    assert_eq!(
        (
            lines(&app, "created", id),
            app.number(&format!("SELECT count(*) AS number FROM materials WHERE id = {id} AND participant_id IS NULL"))
        ),
        (1, 1)
    );
    for who in [people::SAMIRA, people::HUGO] {
        assert!(listed(&mut app.signed_in(who)).contains(&"Nieuw stuk nieuw".to_owned()), "{who}");
    }
}

#[test]
fn a_desk_reaches_its_own_shelves_and_no_others() {
    let app = TestApp::new();
    let (training, lindedam) = (readers(&app), project(&app, "Schrijven voor je lezer – najaar"));
    let card = numbered(&app, "Schrijfkaart");
    let given = numbered(&app, "Zinnen uit jullie eigen brieven");
    let catalogue = [format!("trainings/{training}"), format!("catalogue/{card}"), format!("catalogue/{card}/file")];
    let projects = [format!("projects/{lindedam}"), format!("given/{given}")];
    let (mut ilse, mut fatima) = (app.signed_in(ILSE), app.signed_in(people::FATIMA));
    for path in &catalogue {
        assert_eq!(ilse.get(&format!("/staff/material/{path}")).status, 200, "{path}");
        assert_eq!(fatima.get(&format!("/staff/material/{path}")).status, 404, "{path}");
    }
    for path in &projects {
        assert_eq!(fatima.get(&format!("/staff/material/{path}")).status, 200, "{path}");
        assert_eq!(ilse.get(&format!("/staff/material/{path}")).status, 404, "{path}");
    }
    // The number of a piece of the other desk is none at this one.
    assert_eq!(ilse.get(&format!("/staff/material/catalogue/{given}")).status, 404);
    assert_eq!(fatima.get(&format!("/staff/material/given/{card}")).status, 404);
    for who in [people::JOOST, people::PETRA, people::SJOERD, people::LIEKE, people::HANNA, people::SAMIRA] {
        let mut other = app.signed_in(who);
        for path in catalogue.iter().chain(&projects) {
            assert_eq!(other.get(&format!("/staff/material/{path}")).status, 404, "{who} {path}");
        }
    }
}

#[test]
fn a_preview_is_shown_and_nothing_is_saved() {
    let app = TestApp::new();
    let shelf = format!("projects/{}", project(&app, "Helder mailen – Ruimte"));
    let mut fatima = app.signed_in(people::FATIMA);
    let text = "# Kop\n\nEen *woord* en <script>alert(1)</script> [x](javascript:alert(1))";
    let page = write(&mut fatima, &shelf, &[("body", text), ("act", "preview")]);
    assert_eq!((page.status, page.all("article h2")), (200, vec!["Kop".to_owned()]));
    assert!(page.text().contains("<em>woord</em> en &lt;script&gt;alert(1)&lt;/script&gt; x</p>"), "{}", page.text());
    assert_eq!(page.value("title").as_deref(), Some("Route"));
    assert_eq!(numbered(&app, "Route"), 0);
}

#[test]
fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let app = TestApp::new();
    let shelf = format!("projects/{}", project(&app, "Helder mailen – Ruimte"));
    let mut fatima = app.signed_in(people::FATIMA);
    let wrong =
        [("title", ""), ("release", "later"), ("date", "gisteren"), ("audience", "group-1"), ("body", "Blijft staan")];
    let page = write(&mut fatima, &shelf, &wrong);
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#title", "#date", "#audience"]);
    assert_eq!(page.value("body").as_deref(), Some("Blijft staan"));
}

#[test]
fn two_who_write_at_once_lose_nothing_unseen() {
    let app = TestApp::new();
    let shelf = format!("projects/{}", project(&app, "Helder mailen – Ruimte"));
    let mut fatima = app.signed_in(people::FATIMA);
    write(&mut fatima, &shelf, &[]);
    let address = format!("/staff/material/given/{}", numbered(&app, "Route"));
    let seen = fatima.get(&address).value("seen").unwrap();
    app.running.advance(chrono::TimeDelta::minutes(1));
    let fields = |body, seen| {
        [("title", "Route"), ("body", body), ("release", "now"), ("audience", "everybody"), ("seen", seen)]
    };
    assert_eq!(fatima.post(&address, &fields("Van de een", &seen)).status, 303);
    let late = fatima.post(&address, &fields("Van de ander", &seen));
    assert_eq!((late.status, late.value("body").as_deref()), (409, Some("Van de ander")), "{}", late.words());
    assert!(late.words().contains("intussen veranderd"));
    assert!(fatima.get(&address).text().contains("Van de een"));
    let again = late.value("seen").unwrap();
    assert_eq!(fatima.post(&address, &fields("Van de ander", &again)).status, 303);
    assert!(fatima.get(&address).text().contains("Van de ander"));
}

#[test]
fn a_file_is_sent_first_and_seen_by_nobody_until_it_is_released() {
    let app = TestApp::new();
    let lindedam = project(&app, "Schrijven voor je lezer – najaar");
    let mut fatima = app.signed_in(people::FATIMA);
    let form = format!("/staff/material/projects/{lindedam}/files");
    let page = fatima.get(&format!("{form}/new"));
    assert!(page.words().contains("25 MB"), "the limit is said before: {}", page.words());
    let refused = fatima.upload(&form, &[], "sommen.exe", b"MZ not a text");
    assert_eq!((refused.status, refused.all("#file-error").len()), (422, 1));
    let disguised = fatima.upload(&form, &[], "sommen.pdf", b"MZ not a text");
    assert_eq!(disguised.status, 422);
    assert_eq!(app.number("SELECT count(*) AS number FROM materials WHERE file_name LIKE 'sommen%'"), 0);

    let sent = fatima.upload(&form, &[], "Oefenboek 2.txt", b"Oefening 1: maak van een lange zin twee korte.");
    let id = numbered(&app, "Oefenboek 2");
    assert_eq!(sent.location, format!("/staff/material/given/{id}"));
    let page = fatima.get(&sent.location);
    assert_eq!(page.attributes("input[name=release][checked]", "value"), ["hidden"]);
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&format!("/student/material/{id}/file")).status, 404);
    let seen = page.value("seen").unwrap();
    let fields = [("title", "Oefenboek"), ("release", "now"), ("audience", "everybody"), ("seen", seen.as_str())];
    assert_eq!(fatima.post(&sent.location, &fields).status, 303);
    let file = samira.get(&format!("/student/material/{id}/file"));
    assert_eq!((file.status, file.body.as_slice()), (200, &b"Oefening 1: maak van een lange zin twee korte."[..]));
    assert!(fatima.get(&format!("/staff/material/projects/{lindedam}")).words().contains("door 1 deelnemer geopend"));
    assert_eq!((lines(&app, "uploaded", id), lines(&app, "changed", id)), (1, 1));
}

#[test]
fn pieces_move_along_their_shelf() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    let shelf = format!("/staff/material/trainings/{}", readers(&app));
    let card = numbered(&app, "Schrijfkaart");
    let order = |ilse: &mut crate::support::Browser| ilse.get(&shelf).all("main .file .file-name a");
    assert_eq!(order(&mut ilse)[2], "Schrijfkaart");
    for (to, place) in [("up", 1), ("up", 0), ("up", 0), ("down", 1), ("sideways", 1)] {
        assert_eq!(ilse.post(&format!("/staff/material/catalogue/{card}/moving"), &[("to", to)]).status, 303);
        assert_eq!(order(&mut ilse)[place], "Schrijfkaart", "{to}");
    }
    let first = listed(&mut app.signed_in(people::SAMIRA));
    assert!(first[1].starts_with("Schrijfkaart"), "{first:?}");
}
