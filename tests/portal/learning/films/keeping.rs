//! Films as staff keep them.

use super::{FILM, ILSE, of_lindedam, of_training, project, put, save, webm};
use crate::support::{TestApp, people};

#[test]
fn a_film_is_sent_described_and_watched() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    let training = app.number("SELECT id AS number FROM trainings WHERE name = 'Schrijven voor je lezer'");
    let shelf = ilse.get(&format!("/staff/material/trainings/{training}"));
    let new = format!("/staff/films/trainings/{training}/new");
    assert!(shelf.attributes("main a.button", "href").contains(&new));
    assert!(ilse.get(&new).words().contains("van hooguit 2000 MB"));
    let sent = ilse.upload(&format!("/staff/films/trainings/{training}"), &[], "Uitleg bij stap 2.webm", FILM);
    assert_eq!(sent.status, 303, "{}", sent.words());
    let page = ilse.get(&sent.location);
    assert_eq!(
        (page.value("title").as_deref(), page.value("length").as_deref()),
        (Some("Uitleg bij stap 2"), Some("0:42"))
    );
    assert!(page.all("#audience").is_empty(), "who keeps the catalogue sees no people");
    let id = sent.location.rsplit('/').next().unwrap().to_owned();
    assert_eq!(app.signed_in(people::HUGO).get(&format!("/student/films/{id}")).status, 404, "until it is released");
    let captions = "WEBVTT\r\n\r\n00:01.000 --> 00:03.000\r\nHoi\r\n";
    let fields = [("captions_nl", captions), ("body", "# Kop\n\n<script>alert(1)</script>")];
    assert_eq!(save(&mut ilse, &sent.location, &fields).status, 303);
    let mut hugo = app.signed_in(people::HUGO);
    let page = hugo.get(&format!("/student/films/{id}"));
    assert_eq!(page.attributes("track", "srclang"), ["nl"]);
    assert!(page.text().contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.text().contains("<script>alert"));
    assert_eq!(hugo.get(&format!("/student/films/{id}/captions/en")).status, 404);
    // It stands on the shelf between the rest, and leads to its own page.
    let shelf = ilse.get(&format!("/staff/material/trainings/{training}"));
    assert!(shelf.attributes("main .file-name a", "href").contains(&sent.location), "{}", shelf.text());
    assert_eq!(ilse.get(&format!("/staff/material/catalogue/{id}")).location, sent.location);
    assert_eq!(ilse.post(&format!("/staff/material/catalogue/{id}/moving"), &[("to", "up")]).status, 303);
}

#[test]
fn what_is_no_film_is_refused_and_a_film_is_no_document() {
    let app = TestApp::new();
    for (name, bytes) in [
        ("brief.docx", &b"PK\x03\x04"[..]),
        ("film.mp4", b"dit is geen film"),
        ("film.webm", b"\x1a\x45\xdf\xa3 en dan niets"),
        ("film.mp4", FILM),
        ("film.avi", FILM),
    ] {
        let page = put(&app, name, bytes);
        assert_eq!(page.status, 422, "{name}");
        assert!(page.words().contains("Deze film speelt niet in elke browser."), "{name}: {}", page.words());
    }
    let empty = put(&app, "film.webm", b"");
    assert!(empty.status == 422 && empty.words().contains("leeg"), "{}", empty.words());
    let lindedam = project(&app, "Schrijven voor je lezer – najaar");
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(
        fatima.upload(&format!("/staff/material/projects/{lindedam}/files"), &[], "film.webm", FILM).status,
        422
    );
    let mut samira = app.signed_in(people::SAMIRA);
    let action = crate::learning::upload_action(&app, people::SAMIRA);
    assert_eq!(samira.upload(&format!("/student/uploads/new/{action}"), &[], "film.webm", FILM).status, 422);
}

#[test]
fn a_film_has_a_limit_of_its_own() {
    let app = TestApp::with(&[("TRAJECT_FILM_MB", "1"), ("TRAJECT_UPLOAD_MB", "3")]);
    let page = put(&app, "film.webm", &webm(Some(60.0), 1_000_001));
    assert!(page.status == 413 && page.words().contains("1 MB"), "{}", page.words());
    assert_eq!(put(&app, "film.webm", &webm(Some(60.0), 900_000)).status, 303);
}

#[test]
fn what_is_wrong_stays_in_the_form_with_the_line_it_is_in() {
    let app = TestApp::new();
    let path = format!("/staff/films/given/{}", of_lindedam(&app));
    let mut fatima = app.signed_in(people::FATIMA);
    let srt = "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHoi";
    let page = save(&mut fatima, &path, &[("captions_nl", srt), ("share", "0"), ("length", "42"), ("title", "")]);
    assert_eq!(page.status, 422);
    assert!(page.words().contains("Regel 3: schrijf een punt in de tijd en geen komma"), "{}", page.words());
    assert_eq!(page.value("captions_nl").as_deref(), Some("WEBVTT 00:00:01,000 --> 00:00:02,000 Hoi"));
    let fields = page.attributes("[aria-invalid=true]", "name");
    assert_eq!(fields, ["title", "length", "share", "captions_nl"]);
    let late = "WEBVTT\n\n00:50.000 --> 00:52.000\nHoi";
    assert!(save(&mut fatima, &path, &[("captions_en", late)]).words().contains("als de film al voorbij is"));
    // The preview of staff has the captions that are kept.
    assert!(fatima.get(&format!("{path}/captions/nl")).text().contains("Van lang naar kort"));
}

#[test]
fn a_film_that_does_not_say_how_long_it_takes_waits_for_somebody_who_does() {
    let app = TestApp::new();
    let sent = put(&app, "opname.webm", &webm(None, 500));
    let mut fatima = app.signed_in(people::FATIMA);
    let page = fatima.get(&sent.location);
    assert!(page.words().contains("In het bestand staat niet hoelang de film duurt."), "{}", page.words());
    let id = sent.location.rsplit('/').next().unwrap().to_owned();
    assert_eq!(save(&mut fatima, &sent.location, &[]).status, 422);
    app.execute(&format!("UPDATE materials SET released_at = '2026-11-01 08:00:00' WHERE id = {id}"));
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&format!("/student/films/{id}")).status, 404);
    assert_eq!(samira.get("/student/films").all("main .file").len(), 1);
    assert_eq!(save(&mut fatima, &sent.location, &[("length", "1:05")]).status, 303);
    assert!(samira.get(&format!("/student/films/{id}")).words().contains("duur 1:05"));
}

#[test]
fn two_people_at_one_film_do_not_undo_each_other() {
    let app = TestApp::new();
    let path = format!("/staff/films/given/{}", of_lindedam(&app));
    let mut fatima = app.signed_in(people::FATIMA);
    let seen = fatima.get(&path).value("seen").unwrap();
    app.running.advance(chrono::TimeDelta::seconds(3));
    assert_eq!(save(&mut fatima, &path, &[("captions_en", "")]).status, 303);
    let stale = save(&mut fatima, &path, &[("title", "Anders"), ("seen", seen.as_str())]);
    assert_eq!(stale.status, 409);
    assert_eq!(stale.value("title").as_deref(), Some("Anders"));
}

#[test]
fn a_desk_reaches_its_own_films() {
    let app = TestApp::new();
    let (lindedam, training) = (of_lindedam(&app), of_training(&app));
    let (mut ilse, mut fatima) = (app.signed_in(ILSE), app.signed_in(people::FATIMA));
    assert_eq!(ilse.get(&format!("/staff/films/catalogue/{training}")).status, 200);
    assert_eq!(fatima.get(&format!("/staff/films/given/{lindedam}")).status, 200);
    for (browser, path) in [
        (&mut ilse, format!("/staff/films/given/{lindedam}")),
        (&mut fatima, format!("/staff/films/catalogue/{training}")),
    ] {
        assert_eq!(browser.get(&path).status, 404, "{path}");
    }
    assert_eq!(ilse.get(&format!("/staff/films/catalogue/{lindedam}")).status, 404);
    assert_eq!(fatima.get(&format!("/staff/films/given/{training}")).status, 404);
    for who in [people::JOOST, people::PETRA, people::SJOERD, people::HANNA, people::SAMIRA] {
        let mut other = app.signed_in(who);
        for path in [format!("catalogue/{training}"), format!("given/{lindedam}"), "projects/1/new".to_owned()] {
            assert_eq!(other.get(&format!("/staff/films/{path}")).status, 404, "{who} {path}");
        }
    }
}
