//! Watching a film: what a student finds, where it goes on, and what makes it seen.

use chrono::TimeDelta;

use super::{ILSE, YARA, done, of_lindedam, of_training, project, put, save, watch, watched, webm};
use crate::support::{TestApp, people};

const TITLE: &str = "Een lange zin wordt kort";

#[test]
fn a_student_finds_a_film_with_captions_and_a_text() {
    let app = TestApp::new();
    let film = of_lindedam(&app);
    let mut samira = app.signed_in(people::SAMIRA);
    let list = samira.get("/student/films");
    assert_eq!(list.all("main h2"), ["Schrijven voor je lezer – najaar"]);
    assert_eq!(list.all("main .file .file-name"), [format!("{TITLE} nieuw")]);
    assert!(list.words().contains("duur 0:42"), "{}", list.words());
    assert!(!samira.get("/student/material").words().contains(TITLE), "a film is nothing to download");
    let path = format!("/student/films/{film}");
    let page = samira.get(&path);
    assert_eq!(page.status, 200);
    assert_eq!(page.attributes("video source", "src"), [format!("{path}/film")]);
    assert_eq!(page.attributes("video source", "type"), ["video/webm"]);
    assert_eq!(page.attributes("video track", "srclang"), ["nl", "en"]);
    assert_eq!(page.attributes("video track[default]", "srclang"), ["nl"]);
    assert!(page.attributes("video", "preload") == ["metadata"] && page.text().contains("<video id=\"film\" controls"));
    assert!(page.all("details article h2").contains(&"Twee korte zinnen".to_owned()), "{}", page.text());
    // Without script it says so, and there is a button.
    assert!(page.text().contains("<noscript><p>In je browser staan scripts uit."), "{}", page.text());
    assert_eq!(
        page.attributes("#own-word ~ form, section[aria-labelledby=own-word] form", "action"),
        [format!("{path}/own-word")]
    );
    assert!(page.headers["content-security-policy"].contains("media-src 'self';"));
    let captions = samira.get(&format!("{path}/captions/en"));
    assert_eq!(captions.headers["content-type"], "text/vtt; charset=utf-8");
    assert!(captions.text().starts_with("WEBVTT\n") && captions.text().contains("From long to short"));
    // In English, the captions in English are on.
    let english = app.signed_in(people::GRACE).get(&path);
    assert_eq!(english.attributes("video track[default]", "srclang"), ["en"]);
    let material = samira.get(&format!("/student/material/{film}"));
    assert_eq!((material.status, material.location.as_str()), (303, path.as_str()));
    let file = samira.get(&format!("/student/material/{film}/file"));
    assert_eq!((file.status, file.location.as_str()), (303, path.as_str()));
}

#[test]
fn a_film_goes_on_where_one_left_off_without_script_too() {
    let app = TestApp::new();
    let film = of_lindedam(&app);
    let path = format!("/student/films/{film}");
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get(&path);
    app.running.advance(TimeDelta::seconds(21));
    let told = watch(&mut samira, film, "21.4", "0-21.4");
    assert_eq!((told.status, told.text().as_str()), (200, "{\"percent\":50,\"seen\":false}"));
    assert_eq!(watched(&app, people::SAMIRA, film), ["21 0.000-21.400 - -"]);
    let page = samira.get(&path);
    assert_eq!(page.attributes("[data-film-from]", "href"), [format!("{path}?from=21#film")]);
    assert_eq!(page.all("[data-film-from]"), ["Verder vanaf 0:21"]);
    let later = samira.get(&format!("{path}?from=21"));
    assert_eq!(later.attributes("video source", "src"), [format!("{path}/film#t=21")]);
    assert!(later.words().contains("Vanaf het begin"));
    for nonsense in ["-5", "99999", "abc", "NaN"] {
        let page = samira.get(&format!("{path}?from={nonsense}"));
        assert_eq!(page.attributes("video source", "src"), [format!("{path}/film")], "{nonsense}");
    }
    let list = samira.get("/student/films").words();
    assert!(list.contains("50% gezien · je was bij 0:21"), "{list}");
}

#[test]
fn a_film_is_seen_at_its_share_and_then_the_step_is_done() {
    let app = TestApp::new();
    let film = of_training(&app);
    let mut yara = app.signed_in(YARA);
    let action = app.number("SELECT MIN(id) AS number FROM actions WHERE kind = 'film'");
    let step = yara.get(&format!("/student/actions/{action}"));
    assert_eq!(step.attributes("main a.button", "href"), [format!("/student/films/{film}")]);
    yara.get(&format!("/student/films/{film}"));
    app.running.advance(TimeDelta::seconds(34));
    assert!(watch(&mut yara, film, "33.5", "0-20,15-33.5").text().contains("\"seen\":false"));
    assert_eq!(done(&app, YARA), 0);
    assert!(watch(&mut yara, film, "33.6", "33.5-33.6").text().contains("\"seen\":true"));
    assert_eq!((done(&app, YARA), watched(&app, YARA, film)), (1, vec!["33 0.000-33.600 - seen".to_owned()]));
    // To the end, and once more: it is done once.
    app.running.advance(TimeDelta::seconds(60));
    watch(&mut yara, film, "42", "33.6-42");
    assert_eq!(done(&app, YARA), 1);
    let lines = "SELECT count(*) AS number FROM register_lines WHERE act = 'completed' AND subject = 'actions'";
    assert_eq!(app.number(lines), 1);
    let page = yara.get(&format!("/student/films/{film}"));
    assert!(page.words().contains("Je hebt deze film gezien.") && page.all("#own-word").is_empty());
    assert!(yara.get("/student/films").all(".tag.done") == ["gezien"]);
}

#[test]
fn what_was_not_possible_is_not_believed() {
    let app = TestApp::new();
    let film = of_training(&app);
    let mut yara = app.signed_in(YARA);
    yara.get(&format!("/student/films/{film}"));
    for _ in 0..6 {
        let told = watch(&mut yara, film, "42", "0-42");
        assert_eq!(told.text(), "{\"percent\":23,\"seen\":false}", "ten seconds are let pass, and only once");
    }
    for nonsense in ["NaN-42", "-10-42", "42-0", "1e9-2e9", "0-42-7", "; DROP", ""] {
        assert_eq!(watch(&mut yara, film, nonsense, nonsense).status, 200, "{nonsense}");
    }
    assert_eq!(watched(&app, YARA, film), ["0 0.000-10.000 - -"]);
    app.running.advance(TimeDelta::seconds(5));
    assert!(watch(&mut yara, film, "42", "0-42").text().contains("47"));
    assert_eq!(done(&app, YARA), 0);
}

#[test]
fn their_own_word_is_noted_as_that() {
    let app = TestApp::new();
    let film = of_training(&app);
    let mut yara = app.signed_in(YARA);
    let said = yara.post(&format!("/student/films/{film}/own-word"), &[]);
    assert_eq!((said.status, said.location.as_str()), (303, &*format!("/student/films/{film}")));
    assert_eq!((watched(&app, YARA, film), done(&app, YARA)), (vec!["0  word seen".to_owned()], 1));
    let page = yara.open(&format!("/student/films/{film}"));
    assert!(page.words().contains("Je hebt zelf gezegd dat je deze film zag"), "{}", page.words());
    let line = "SELECT count(*) AS number FROM register_lines WHERE act = 'confirmed' AND subject = 'film_watchings'";
    assert_eq!(app.number(line), 1);
    yara.post(&format!("/student/films/{film}/own-word"), &[]);
    assert_eq!(app.number(line), 1, "twice is once");
    let merenland = project(&app, "Duidelijk rapporteren");
    let table = app.signed_in(people::FATIMA).get(&format!("/staff/films/watched/{merenland}")).words();
    assert!(table.contains("0% zegt zelf: gezien 24 november"), "{table}");
}

#[test]
fn nobody_watches_what_is_not_for_them() {
    let app = TestApp::new();
    let (lindedam, training) = (of_lindedam(&app), of_training(&app));
    let hidden: i64 =
        put(&app, "later.webm", &webm(Some(9.0), 100)).location.rsplit('/').next().unwrap().parse().unwrap();
    for (who, film) in [
        (people::HUGO, lindedam),
        (people::SAMIRA, training),
        (people::SAMIRA, hidden),
        (people::WOUTER, lindedam),
        (people::JOOST, lindedam),
        (people::SAMIRA, 987_654),
    ] {
        let mut browser = app.signed_in(who);
        for end in ["", "/film", "/captions/nl", "/captions/en"] {
            assert_eq!(browser.get(&format!("/student/films/{film}{end}")).status, 404, "{who} {film} {end}");
        }
        assert_eq!(watch(&mut browser, film, "1", "0-1").status, 404, "{who} {film}");
        assert_eq!(browser.post(&format!("/student/films/{film}/own-word"), &[]).status, 404, "{who} {film}");
    }
    // A piece that is no film is not watched.
    let card = app.number("SELECT id AS number FROM materials WHERE title = 'Schrijfkaart'");
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/films/{card}")).status, 404);
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/films/{card}/film")).status, 404);
    let signed_out = watch(&mut app.browser(), lindedam, "1", "0-1");
    assert_eq!((signed_out.status, signed_out.text().as_str()), (401, "{\"signed_out\":true}"));
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(save(&mut fatima, &format!("/staff/films/given/{hidden}"), &[]).status, 303);
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/films/{hidden}")).status, 200);
}

#[test]
fn who_follows_progress_sees_the_shares_of_their_own_people() {
    let app = TestApp::new();
    let film = of_lindedam(&app);
    let path = format!("/staff/films/watched/{}", project(&app, "Schrijven voor je lezer – najaar"));
    app.execute("DELETE FROM film_watchings");
    for who in [people::SAMIRA, people::IJSBRAND] {
        let mut browser = app.signed_in(who);
        browser.get(&format!("/student/films/{film}"));
        app.running.advance(TimeDelta::seconds(10));
        watch(&mut browser, film, "10", "0-10");
    }
    let row = |page: &crate::support::Page, name: &str| {
        page.all("tbody tr").into_iter().find(|row| row.contains(name)).unwrap_or_default()
    };
    let joost = app.signed_in(people::JOOST).get(&path);
    assert!(row(&joost, "Bakker").contains("23%") && row(&joost, "Bakker").contains("begonnen"), "{}", joost.words());
    assert_eq!(row(&joost, "Çelik"), "", "another group");
    let petra = app.signed_in(people::PETRA).get(&path);
    assert!(row(&petra, "Çelik").contains("23%"), "{}", petra.words());
    for who in [people::SJOERD, ILSE, people::HANNA, people::WOUTER, people::SAMIRA] {
        assert_eq!(app.signed_in(who).get(&path).status, 404, "{who}");
    }
    let other = format!("/staff/films/watched/{}", project(&app, "Duidelijk rapporteren"));
    assert_eq!(app.signed_in(people::JOOST).get("/staff/films/watched/987654").status, 404);
    assert_eq!(app.signed_in(people::PETRA).get(&other).status, 200);
    // The leader sees that a step is done, and nothing of films.
    let leader = app.signed_in(people::WOUTER).get("/leader").words();
    assert!(!leader.contains(TITLE), "{leader}");
}

#[test]
fn the_pages_of_films_cost_the_same_however_many_there_are() {
    let app = TestApp::new();
    let film = of_lindedam(&app);
    let lindedam = project(&app, "Schrijven voor je lezer – najaar");
    let (mut samira, mut fatima) = (app.signed_in(people::SAMIRA), app.signed_in(people::FATIMA));
    let show = format!("/student/films/{film}");
    samira.get(&show);
    let student = ["/student/films".to_owned(), show.clone(), format!("{show}/film"), "/student".to_owned()];
    let staff = [format!("/staff/films/watched/{lindedam}"), format!("/staff/films/given/{film}")];
    let cost = |browser: &mut crate::support::Browser, pages: &[String]| -> Vec<u64> {
        let one = |path: &String| {
            let before = app.running.queries();
            assert_eq!(browser.get(path).status, 200, "{path}");
            app.running.queries() - before
        };
        pages.iter().map(one).collect()
    };
    fatima.get(&staff[0]);
    let before = (cost(&mut samira, &student), cost(&mut fatima, &staff));
    assert!(before.0.iter().chain(&before.1).all(|cost| *cost <= 8), "{before:?}");
    assert!(before.0[3] <= 6, "{before:?}");
    for number in 0..5 {
        let sent = put(&app, &format!("film {number}.webm"), &webm(Some(30.0), 1000));
        assert_eq!(save(&mut fatima, &sent.location, &[]).status, 303);
    }
    fatima.get(&staff[0]);
    samira.get(&show);
    assert_eq!((cost(&mut samira, &student), cost(&mut fatima, &staff)), before);
}
