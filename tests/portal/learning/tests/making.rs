//! Making tests, in a project and in the catalogue.

use super::{project, test};
use crate::planning::{AUTUMN, project as page_of};
use crate::support::{Browser, TestApp, people};

/// Keeps the catalogue.
const ILSE: &str = "ilse.kortekaas@opleider.example.nl";

const SETTINGS: &[(&str, &str)] = &[
    ("title", "Slottoets"),
    ("introduction", "Wat weet je nog?"),
    ("due", "2026-12-20"),
    ("minutes", "10"),
    ("attempts", "1"),
    ("pass_mark", "50"),
    ("result", "at_once"),
];

fn question(browser: &mut Browser, test: &str, fields: &[(&str, &str)]) -> u16 {
    let common = [("points", "2"), ("position", "9"), ("prompt", "Hoe begin je?")];
    let own = |name: &str| fields.iter().any(|f| f.0 == name);
    let all: Vec<_> = common.into_iter().filter(|c| !own(c.0)).chain(fields.iter().copied()).collect();
    browser.post(&format!("{test}/questions/new"), &all).status
}

/// A question of each kind.
const KINDS: [&[(&str, &str)]; 5] = [
    &[("kind", "single"), ("text-1", "Zo"), ("text-2", "Anders"), ("right", "1")],
    &[("kind", "multiple"), ("text-1", "Een"), ("text-2", "Twee"), ("text-3", "Drie"), ("right", "1"), ("right", "3")],
    &[("kind", "open")],
    &[("kind", "order"), ("text-1", "Eerst"), ("text-2", "Dan")],
    &[("kind", "matching"), ("text-1", "u"), ("pair-1", "klant"), ("text-2", "jij"), ("pair-2", "collega")],
];

#[test]
fn the_assistant_makes_a_test_and_a_student_takes_it() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = page_of(&mut fatima, AUTUMN);
    assert!(fatima.get(&autumn).attributes("main a", "href").contains(&format!("{autumn}/tests")));
    let wrong = fatima.post(&format!("{autumn}/tests/new"), &[("title", "Alleen een naam"), ("attempts", "0")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Alleen een naam") && wrong.all(".errors li").len() == 4, "{}", wrong.words());
    let made = fatima.post(&format!("{autumn}/tests/new"), SETTINGS);
    assert_eq!(made.status, 303, "{}", made.words());
    let path = made.location.trim_end_matches("/questions").to_owned();
    // It cannot be taken without a question.
    fatima.post(&format!("{path}/opening"), &[]);
    assert!(fatima.get(&made.location).words().contains("Voeg minstens één vraag toe"));
    for fields in KINDS {
        assert_eq!(question(&mut fatima, &path, fields), 303, "{fields:?}");
    }
    for bad in [
        &[("kind", "single"), ("text-1", "Zo"), ("text-2", "Anders")][..],
        &[("kind", "single"), ("text-1", "Zo"), ("right", "1")],
        &[("kind", "multiple"), ("text-1", "Zo"), ("text-2", "Zo"), ("right", "1")],
        &[("kind", "matching"), ("text-1", "u"), ("text-2", "jij"), ("pair-2", "collega")],
        &[("kind", "order"), ("text-1", "Eerst"), ("text-2", "Dan"), ("points", "0")],
    ] {
        assert_eq!(question(&mut fatima, &path, bad), 422, "{bad:?}");
    }
    let page = fatima.get(&made.location);
    assert!(page.words().contains("Samen 10 punten."), "{}", page.words());
    assert_eq!(fatima.post(&format!("{path}/opening"), &[]).status, 303);
    let mut samira = app.signed_in(people::SAMIRA);
    let home = samira.get("/student");
    let test = home.attributes(".path a[href^='/student/tests/']", "href").remove(0);
    assert!(home.words().contains("0 van 6 stappen gedaan") && home.words().contains("0% gedaan"), "{}", home.words());
    let sheet = samira.get(&format!("{test}/attempt"));
    assert_eq!((sheet.status, sheet.all("fieldset").len()), (200, 4), "{}", sheet.words());
    // From the first answer on the questions stay as they are.
    let hidden = ["version", "revision", "number"].map(|name| sheet.value(name).unwrap());
    let fields = [("version", &*hidden[0]), ("revision", &*hidden[1]), ("number", &*hidden[2])];
    assert_eq!(samira.post(&format!("{test}/attempt"), &fields).status, 303);
    assert_eq!(question(&mut fatima, &path, KINDS[2]), 422);
    let page = fatima.get(&made.location);
    assert!(
        page.words().contains("Daarom liggen de vragen vast") && page.all("main section").len() == 1,
        "{}",
        page.words()
    );
    let change = |name: &str, value: &'static str| -> Vec<(&str, &str)> {
        SETTINGS.iter().map(|f| if f.0 == name { (f.0, value) } else { *f }).collect()
    };
    let settings = format!("{path}/settings");
    assert_eq!(fatima.post(&settings, &change("pass_mark", "90")).status, 422);
    assert_eq!(fatima.post(&settings, &change("result", "by_staff")).status, 422);
    assert_eq!(fatima.post(&settings, &change("attempts", "3")).status, 303);
    assert_eq!(fatima.post(&settings, &change("title", "Eindtoets")).status, 303);
    assert_eq!(fatima.post(&format!("{path}/removal"), &[]).status, 409);
    assert!(samira.get("/student").words().contains("Eindtoets"));
}

#[test]
fn a_page_with_questions_that_changed_meanwhile_is_not_taken_for_the_new_ones() {
    let app = TestApp::new();
    let mut aletta = super::Taker::new(&app, super::ALETTA);
    let page = aletta.page();
    let form = aletta.form(&page, super::RIGHT);
    // Nobody has begun, so questions can change.
    app.execute("DELETE FROM test_attempts");
    let mut fatima = app.signed_in(people::FATIMA);
    let path = format!("/staff/tests/{}", test(&app));
    let first = fatima.get(&format!("{path}/questions")).attributes("ol a", "href").remove(0);
    assert_eq!(fatima.post(&format!("{first}/removal"), &[]).status, 303);
    let sent = aletta.send("submission", &form);
    assert_eq!(sent.status, 409, "{}", sent.words());
    assert!(sent.text().contains("lepelaar"), "what still has a question is still there");
    assert_eq!(app.number("SELECT count(*) AS number FROM test_attempts"), 0);
}

#[test]
fn whoever_keeps_the_catalogue_makes_tests_of_trainings_that_new_projects_copy() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    let list = ilse.get("/staff/catalogue/tests");
    let path = list.attributes("main li a", "href").remove(0).trim_end_matches("/questions").to_owned();
    assert_eq!(
        question(&mut ilse, &path, &[("kind", "open"), ("prompt", "Nieuw in de catalogus?"), ("position", "1")]),
        303
    );
    let page = ilse.get(&format!("{path}/questions"));
    assert_eq!(page.all("ol li").len(), 6);
    assert!(page.all("ol li")[0].contains("Nieuw in de catalogus?"), "{}", page.words());
    let of = |project: i64| {
        app.number(&format!(
            "SELECT count(*) AS number FROM test_questions q JOIN tests t ON t.id = q.test_id \
             JOIN actions a ON a.id = t.action_id WHERE a.project_id = {project} AND t.open"
        ))
    };
    assert_eq!(of(project(&app)), 5, "what is under way stays as it is");
    let mut fatima = app.signed_in(people::FATIMA);
    let training =
        app.number("SELECT id AS number FROM trainings WHERE name = 'Heldere brieven en e-mails'").to_string();
    let fields = [
        ("name", "Brieven voor iedereen"),
        ("new_organisation", "Provincie Vechtrand"),
        ("training", &training),
        ("starts_on", "2027-01-11"),
        ("ends_on", "2027-03-31"),
        ("upload_anchor", "confirmation"),
    ];
    let made = fatima.post("/staff/projects", &fields);
    assert_eq!(made.status, 303, "{}", made.words());
    let new = app.number("SELECT id AS number FROM projects WHERE name = 'Brieven voor iedereen'");
    assert_eq!(of(new), 6);
    // Each keeps to their own.
    let own = format!("/staff/tests/{}/questions", test(&app));
    assert_eq!(ilse.get(&own).status, 404, "no page about people");
    assert_eq!(fatima.get(&format!("{path}/questions")).status, 404);
    assert_eq!(app.signed_in(people::MIRJAM).get(&own).status, 404, "a trainer marks and does not make");
}
