//! A test as a student takes it.

use chrono::TimeDelta;

use super::{
    ALETTA, JAAP, LETTERS, LUKASZ, MILAN, NOTHING, RIGHT, SECRETS, SIOBHAN, Says, Taker, action, attempts, last, part,
    project, test,
};
use crate::support::{REGISTER_LINE, TestApp, people};

#[test]
fn the_step_leads_to_the_test_and_the_page_tells_no_answers() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    let path = aletta.path.clone();
    assert!(home.attributes(".path a", "href").contains(&path), "{}", home.words());
    assert_eq!(aletta.browser.get(&path).location, format!("{path}/attempt"));
    let page = aletta.page();
    assert_eq!(page.status, 200);
    for words in ["Je hebt nog 2 pogingen.", "Je bent geslaagd vanaf 60%", "Bewaar en ga later verder"] {
        assert!(page.words().contains(words), "{words}: {}", page.words());
    }
    for secret in SECRETS {
        assert!(!page.text().contains(secret), "{secret}");
    }
    let shown = page.all("fieldset:nth-of-type(3) label");
    assert_eq!(shown.len(), 5);
    assert_ne!(shown, super::ORDER, "the page does not tell the order");
    let pairs = page.all("fieldset:nth-of-type(4) select:first-of-type option");
    assert_ne!(pairs[1..5].to_vec(), super::PAIRS.map(|pair| pair.1).to_vec(), "nor what belongs together");
}

#[test]
fn each_kind_of_question_earns_its_points_once_the_words_are_read() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let sent = aletta.hand_in(Says {
        multiple: &["De verpleegkundige belt u morgen voor twaalf uur.", "U kunt uw afspraak zelf verzetten."],
        places: ["1", "3", "2", "4", "5"],
        pairs: ["als", "al", "moet", "over"],
        ..RIGHT
    });
    assert_eq!((sent.status, sent.location.as_str()), (303, aletta.path.as_str()), "{}", sent.words());
    let page = aletta.browser.get(&aletta.path.clone());
    assert_eq!(page.all("#verdict"), ["Je toets wordt nagekeken"]);
    for secret in SECRETS {
        assert!(!page.text().contains(secret), "{secret}");
    }
    assert!(!page.words().contains("punten") && !page.words().contains("geslaagd vanaf"), "{}", page.words());
    assert!(page.text().contains("lepelaar"), "their own words are theirs to read");
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.words().contains("ingestuurd, de uitslag komt nog"), "{}", home.words());
    let id = last(&app, ALETTA);
    let mut mirjam = app.signed_in(people::MIRJAM);
    let page = mirjam.get(&format!("/staff/attempts/{id}"));
    let points = page.attributes("input[type=number]", "name");
    assert_eq!(points.len(), 1, "one answer is to be read");
    let tags: Vec<_> = page.all("main section .tag");
    assert_eq!(tags, ["2 van 2 punten", "2 van 3 punten", "3 van 5 punten", "2 van 4 punten"]);
    let version = page.value("version").unwrap();
    let marked = mirjam.post(&format!("/staff/attempts/{id}"), &[("version", &version), (&points[0], "3")]);
    assert_eq!(marked.status, 303, "{}", marked.words());
    let page = aletta.browser.get(&aletta.path.clone());
    assert_eq!(page.all("#verdict"), ["Je bent geslaagd"], "exactly 60 % passes");
    assert!(page.words().contains("12 van de 20 punten (60%)"), "{}", page.words());
    assert!(page.words().contains("Je lezer zoekt het antwoord") && page.words().contains("Het goede antwoord"));
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.words().contains("2 van 4 stappen gedaan") || home.words().contains("van 4 stappen gedaan"));
    assert!(home.all(".path .is-done").iter().any(|step| step.contains("Toets")), "{}", home.words());
    // There is nothing more to try.
    assert!(aletta.page().all("form textarea").is_empty());
}

#[test]
fn a_point_less_does_not_pass() {
    for (mark, passes) in [(70, true), (71, false)] {
        let app = TestApp::new();
        app.execute(&format!("UPDATE tests SET pass_mark = {mark}"));
        let mut aletta = Taker::new(&app, ALETTA);
        assert_eq!(aletta.hand_in(Says { words: "", ..RIGHT }).status, 303);
        let page = aletta.browser.get(&aletta.path.clone());
        assert!(page.words().contains("14 van de 20 punten (70%)"), "no words, nobody to read them: {}", page.words());
        assert_eq!(page.all("#verdict"), [if passes { "Je bent geslaagd" } else { "Je bent nog niet geslaagd" }]);
        let done = app.number(&format!(
            "SELECT count(*) AS number FROM completions WHERE action_id = {} AND participant_id = {}",
            action(&app),
            part(&app, ALETTA)
        ));
        assert_eq!(done == 1, passes);
    }
}

#[test]
fn right_answers_wait_until_they_are_of_no_more_use() {
    let app = TestApp::new();
    let mut jaap = Taker::new(&app, JAAP);
    let page = jaap.browser.get(&jaap.path.clone());
    assert_eq!(page.all("#verdict"), ["Je bent nog niet geslaagd"]);
    assert!(page.words().contains("Je hebt nog 1 poging.") && page.words().contains("Uitleg"), "{}", page.words());
    assert!(!page.words().contains("Het goede antwoord"), "{}", page.words());
    assert_eq!(jaap.hand_in(Says { single: "In een bijlage", ..NOTHING }).status, 303);
    let page = jaap.browser.get(&jaap.path.clone());
    assert!(page.words().contains("Het goede antwoord") && page.words().contains("Je hebt geen pogingen meer"));
    assert!(page.words().contains("Eerdere pogingen"), "{}", page.words());
    let home = jaap.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.words().contains("niet geslaagd, je pogingen zijn op"), "{}", home.words());
    assert!(home.attributes(".now a.button", "href").iter().all(|href| !href.contains("/tests/")));
}

#[test]
fn nobody_gets_more_attempts_by_pressing_many_times_at_once() {
    let app = TestApp::new();
    for (who, number, total) in [(ALETTA, "1", 1), (JAAP, "2", 2)] {
        let mut taker = Taker::new(&app, who);
        let page = taker.page();
        let form = taker.form(&page, RIGHT);
        assert!(form.contains(&("number".to_owned(), number.to_owned())));
        let sent: Vec<_> = (0..8)
            .map(|at| {
                let (mut browser, path, mut form) = (taker.browser.clone(), taker.path.clone(), form.clone());
                form.last_mut().unwrap().1 = format!("Woorden {}", at % 3);
                std::thread::spawn(move || {
                    let fields: Vec<_> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                    browser.post(&format!("{path}/submission"), &fields).status
                })
            })
            .collect();
        let answers: Vec<u16> = sent.into_iter().map(|answer| answer.join().unwrap()).collect();
        assert!(answers.contains(&303) && answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
        assert_eq!(attempts(&app, who, "1 = 1"), total, "{answers:?}");
        let late = taker.send("submission", &form);
        assert_eq!(late.status, 409, "{}", late.words());
        assert!(late.words().contains("Dit is niet ingestuurd") && late.text().contains("lepelaar"), "nothing is lost");
        assert_eq!(attempts(&app, who, "1 = 1"), total);
    }
}

#[test]
fn what_was_typed_comes_back_and_two_windows_do_not_undo_each_other() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let first = aletta.page();
    let form = aletta.form(&first, Says { places: ["2", "", "", "", "1"], pairs: ["als", "", "", ""], ..RIGHT });
    assert_eq!(aletta.send("attempt", &form).status, 303);
    let page = aletta.page();
    assert_eq!(page.attributes("input[checked]", "value").len(), 4);
    assert_eq!(page.attributes("option[selected]", "value").len(), 3, "two places and a pair");
    assert!(page.text().contains("lepelaar"));
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.words().contains("Ga verder met de toets") || home.words().contains("Toets: brieven"));
    // The window from before, with something else.
    let stale = aletta.send("attempt", &aletta.form(&first, Says { words: "Iets anders", ..RIGHT }));
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("Iets anders") && stale.all(".notice blockquote").join(" ").contains("lepelaar"));
    // The script saves, and hears of it when it may not.
    let mut script = Taker::new(&app, ALETTA);
    script.browser = script.browser.with_header("x-requested-with", "autosave");
    let saved = script.send("attempt", &aletta.form(&page, RIGHT));
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(script.send("attempt", &aletta.form(&page, NOTHING)).status, 409);
}

#[test]
fn what_is_sent_after_the_session_ended_is_there_after_signing_in() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let page = aletta.page();
    let form = aletta.form(&page, RIGHT);
    app.running.advance(TimeDelta::hours(13));
    assert_eq!(aletta.send("submission", &form).status, 303);
    aletta.browser.post("/login", &[("email", ALETTA), ("password", crate::support::PASSWORD)]);
    let page = aletta.browser.get(&format!("{}/submission", aletta.path));
    assert!(page.text().contains("lepelaar") && page.words().contains("Wat je typte, is er nog"), "{}", page.words());
    assert_eq!(page.attributes("option[selected]", "value").len(), 9);
    assert_eq!(attempts(&app, ALETTA, "1 = 1"), 0);
}

#[test]
fn what_is_missing_is_asked_for_once_and_a_place_is_given_once() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let page = aletta.page();
    let half = Says { places: ["1", "1", "3", "4", "5"], pairs: ["als", "", "", ""], words: "", ..RIGHT };
    let mut form = aletta.form(&page, half);
    let answer = aletta.send("submission", &form);
    assert_eq!(answer.status, 422);
    assert_eq!(answer.all(".errors li").len(), 3, "{}", answer.words());
    assert!(answer.words().contains("Dit staat er twee keer.") && answer.words().contains("zoals hij nu is"));
    assert_eq!(attempts(&app, ALETTA, "state = 'draft'"), 1, "it is kept");
    // Whoever means it hands in without an answer, but not with the same place twice.
    form[0].1 = "1".into();
    form.push(("incomplete".into(), "on".into()));
    let answer = aletta.send("submission", &form);
    assert_eq!((answer.status, answer.all(".errors li").len()), (422, 1), "{}", answer.words());
    // What is no choice is no answer.
    let page = aletta.page();
    let mut forged = aletta.form(&page, Says { single: "In de eerste zin\nIn een bijlage", ..RIGHT });
    forged[0].1 = page.value("version").unwrap();
    assert_eq!(aletta.send("submission", &forged).status, 422);
}

#[test]
fn results_come_out_for_everybody_when_staff_say_so() {
    let app = TestApp::new();
    app.execute(&format!("UPDATE tests SET result = 'by_staff' WHERE action_id = {}", action(&app)));
    let mut aletta = Taker::new(&app, ALETTA);
    assert_eq!(aletta.hand_in(Says { words: "", ..RIGHT }).status, 303);
    let (path, home) = (aletta.path.clone(), format!("/student/projects/{}", project(&app)));
    let page = aletta.browser.get(&path);
    assert_eq!(page.all("#verdict"), ["Je toets is ingestuurd"]);
    assert!(!page.words().contains("punten") && !page.words().contains("Uitleg"), "{}", page.words());
    assert!(aletta.browser.get(&home).all(".path .is-done").iter().all(|step| !step.contains("Toets")));
    assert!(aletta.page().all("form textarea").is_empty(), "no second attempt before the first one is known");
    let before = aletta.browser.post("/account/export", &[("password", crate::support::PASSWORD)]);
    let mut petra = app.signed_in(people::PETRA);
    let results = format!("/staff/tests/{}", test(&app));
    assert!(petra.get(&results).words().contains("De uitslag is nog niet vrijgegeven"));
    assert_eq!(petra.post(&format!("{results}/release"), &[]).status, 303);
    let page = aletta.browser.get(&path);
    assert_eq!(page.all("#verdict"), ["Je bent geslaagd"]);
    assert!(aletta.browser.get(&home).all(".path .is-done").iter().any(|step| step.contains("Toets")));
    assert!(!petra.get(&results).words().contains("nog niet vrijgegeven"));
    assert_eq!(before.status, 200);
}

#[test]
fn a_test_that_nobody_can_fail_is_done_when_it_is_handed_in() {
    let app = TestApp::new();
    app.execute(&format!("UPDATE tests SET pass_mark = NULL WHERE action_id = {}", action(&app)));
    let mut aletta = Taker::new(&app, ALETTA);
    assert_eq!(aletta.hand_in(RIGHT).status, 303);
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.all(".path .is-done").iter().any(|step| step.contains("Toets")), "{}", home.words());
    assert_eq!(aletta.browser.get(&aletta.path.clone()).all("#verdict"), ["Je toets wordt nagekeken"]);
}

#[test]
fn a_test_that_is_not_ready_or_over_cannot_be_taken() {
    let app = TestApp::new();
    let mut aletta = Taker::new(&app, ALETTA);
    let page = aletta.page();
    let form = aletta.form(&page, RIGHT);
    app.execute("UPDATE tests SET open = FALSE");
    let home = aletta.browser.get(&format!("/student/projects/{}", project(&app)));
    assert!(home.words().contains("staat nog niet klaar"), "{}", home.words());
    assert!(aletta.page().words().contains("Deze toets staat nog niet klaar"));
    assert_eq!(aletta.send("submission", &form).status, 409);
    app.execute(&format!(
        "UPDATE tests SET open = TRUE; UPDATE projects SET ends_on = '2026-11-23' WHERE name = '{LETTERS}'"
    ));
    assert!(aletta.page().words().contains("De training is voorbij"));
    assert_eq!(aletta.send("submission", &form).status, 409);
    assert_eq!(attempts(&app, ALETTA, "1 = 1"), 0);
}

#[test]
fn a_certificate_waits_for_the_test_and_says_so() {
    let app = TestApp::new();
    let path = format!("/student/certificates/{}", project(&app));
    let words = |who: &str| app.signed_in(who).get(&path).words();
    assert!(words(LUKASZ).contains("Toets gehaald"), "{}", words(LUKASZ));
    assert!(words(JAAP).contains("Toets nog niet gehaald"), "{}", words(JAAP));
    let links = app.signed_in(JAAP).get(&path).attributes("main a", "href");
    assert!(links.contains(&format!("/student/tests/{}", action(&app))), "{links:?}");
}

#[test]
fn only_those_who_follow_them_read_answers_and_the_leader_reads_a_tick() {
    let app = TestApp::new();
    let (attempt, results) =
        (format!("/staff/attempts/{}", last(&app, LUKASZ)), format!("/staff/tests/{}", test(&app)));
    for (who, status) in [
        (people::MIRJAM, 200),
        (people::PETRA, 200),
        (people::FATIMA, 200),
        (people::JOOST, 404),
        (people::SJOERD, 404),
    ] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get(&attempt).status, status, "{who}");
        assert_eq!(browser.get(&results).status, status, "{who}");
    }
    let draft = format!("/staff/attempts/{}", last(&app, MILAN));
    assert_eq!(app.signed_in(people::MIRJAM).get(&draft).status, 404, "a draft is its owner's");
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/tests/{}", action(&app))).status, 404);
    let mut carlijn = app.signed_in("carlijn.verhage@dewending.example.nl");
    let page = carlijn.get(&format!("/leader/participants/{}", part(&app, LUKASZ)));
    assert!(page.words().contains("Toets: brieven en e-mails"), "{}", page.words());
    for words in ["punten", "formulier in en stuur", "geslaagd"] {
        assert!(!page.words().contains(words), "{words}: {}", page.words());
    }
}

#[test]
fn no_page_asks_more_than_eight_things_and_the_home_six() {
    let app = TestApp::new();
    let (action, home) = (action(&app), format!("/student/projects/{}", project(&app)));
    let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
    for who in [LUKASZ, JAAP, SIOBHAN, MILAN, ALETTA] {
        let mut browser = app.signed_in(who);
        for path in [format!("/student/tests/{action}"), format!("/student/tests/{action}/attempt"), home.clone()] {
            // That a step begins is written down once.
            browser.get(&path);
            let before = app.running.queries();
            let page = browser.get(&path);
            assert!([200, 303].contains(&page.status), "{path}");
            let taken = app.running.queries() - before;
            assert!(taken <= if path == home { 6 } else { 8 + greetings }, "{who} {path}: {taken}");
        }
    }
    let id = test(&app);
    let staff = [
        (people::MIRJAM, "/staff/tests".to_owned()),
        (people::MIRJAM, format!("/staff/projects/{}/tests", project(&app))),
        (people::MIRJAM, format!("/staff/tests/{id}")),
        (people::MIRJAM, format!("/staff/attempts/{}", last(&app, LUKASZ))),
        (people::FATIMA, format!("/staff/tests/{id}/questions")),
        (people::FATIMA, format!("/staff/tests/{id}/settings")),
    ];
    for (who, path) in staff {
        let mut browser = app.signed_in(who);
        let before = app.running.queries();
        assert_eq!(browser.get(&path).status, 200, "{path}");
        let taken = app.running.queries() - before;
        let line = if path.starts_with("/staff/attempts/") { REGISTER_LINE } else { 0 };
        assert!(taken <= 8 + greetings + line, "{path}: {taken}");
    }
}
