//! The intake: filled in over several sittings, and handed in once.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

const GRACE: &str = "grace.okonjo@lindedam.example.nl";

/// The address of somebody's intake.
fn intake(browser: &mut Browser) -> String {
    browser.get("/student").attributes(".path a", "href").into_iter().next().unwrap()
}

/// The names of the fields, in order: line, choice, text, wish, note.
fn fields(page: &Page) -> [String; 5] {
    let mut names = page.attributes("main [name^=answer-]", "name");
    names.dedup();
    names.try_into().unwrap()
}

/// Samira on her intake, with its address and its fields.
fn samira(app: &TestApp) -> (Browser, String, [String; 5]) {
    let mut browser = app.signed_in(people::SAMIRA);
    let path = intake(&mut browser);
    let names = fields(&browser.get(&path));
    (browser, path, names)
}

/// A filled form as a browser sends it.
fn form<'a>(names: &'a [String; 5], version: &'a str, words: [&'a str; 5]) -> Vec<(&'a str, &'a str)> {
    let answers = names.iter().map(String::as_str).zip(words);
    std::iter::once(("version", version)).chain(answers).collect()
}

const FULL: [&str; 5] = ["Brieven", "Elke dag", "Beginnen.", "Korter schrijven.", ""];

fn submission(path: &str) -> String {
    format!("{path}/submission")
}

#[test]
fn a_draft_is_there_again_in_another_browser() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let page = browser.get(&path);
    assert_eq!(page.value(&names[0]).as_deref(), Some("Brieven over uitkeringen en e-mails aan bewoners"));
    let words = ["Brieven", "Elke dag", "Eerste regel\r\ntweede regel", "", ""];
    let saved = browser.post(&path, &form(&names, "1", words));
    assert_eq!(saved.status, 303);
    let home = browser.get(&saved.location);
    assert_eq!(home.all(".notice"), ["Je antwoorden zijn bewaard. Ga verder wanneer het je uitkomt."]);
    assert!(home.all(".card.now").join("").contains("Je bewaarde ze op dinsdag 24 november 2026, 10.00 uur"));
    let elsewhere = app.signed_in(people::SAMIRA).get(&path);
    assert_eq!(elsewhere.value(&names[0]).as_deref(), Some("Brieven"));
    assert_eq!(elsewhere.attributes("main input[checked]", "value"), ["Elke dag"]);
    assert!(elsewhere.text().contains("Eerste regel\ntweede regel"));
    assert_eq!(elsewhere.value("version").as_deref(), Some("2"));
}

#[test]
fn the_script_saves_in_passing() {
    let app = TestApp::new();
    let (browser, path, names) = samira(&app);
    let mut script = browser.with_header("x-requested-with", "autosave").with_header("accept", "application/json");
    let answer = script.post(&path, &form(&names, "1", ["Brieven", "", "", "", ""]));
    assert_eq!(answer.status, 200);
    let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(said, serde_json::json!({ "saved_at_text": "Bewaard om 10.00 uur", "version": 2 }));
    let stale = script.post(&path, &form(&names, "1", ["Iets anders", "", "", "", ""]));
    assert_eq!(stale.status, 409);
    app.running.advance(TimeDelta::hours(13));
    assert_eq!(script.post(&path, &form(&names, "2", FULL)).status, 401);
    let page = app.signed_in(people::SAMIRA).get(&path);
    assert_eq!(page.value(&names[0]).as_deref(), Some("Brieven"));
}

#[test]
fn what_the_project_leader_reads_is_said_at_the_question() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let page = browser.get(&path);
    let told = |name: &str| page.all(&format!("#{name}-hint")).join("").contains("Je projectleider leest dit antwoord");
    let told: Vec<_> = names.iter().map(|name| told(name)).collect();
    assert_eq!(told, [false, false, false, true, false]);
    assert!(page.words().contains("Je trainer, je adviseur en de communicatieassistent van Heldere Taal"));
    assert!(page.words().contains("bewaren we tot en met 21 december 2026"));
    assert_eq!(page.all(".optional"), ["(niet verplicht)"]);
    let again = page.attributes("form[data-autosave]", "data-sign-in-href");
    assert_eq!(again, [format!("/login?back={}", path.replace('/', "%2F"))], "the script leads back here");
}

#[test]
fn handing_in_too_early_keeps_everything_and_says_what_is_missing() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let words = ["Brieven", "", "Beginnen. <b>", "", "Ik kom later."];
    let page = browser.post(&submission(&path), &form(&names, "1", words));
    assert_eq!(page.status, 422);
    assert_eq!(
        page.all("[data-error-summary] a"),
        ["Hoe vaak schrijf je voor mensen buiten je organisatie?", "Wat wil je na de training kunnen?"]
    );
    assert_eq!(page.attributes("[aria-invalid=true]", "name"), [names[3].clone()]);
    for (at, kept) in [(0, "Brieven"), (2, "Beginnen. <b>"), (3, ""), (4, "Ik kom later.")] {
        assert_eq!(page.value(&names[at]).as_deref(), Some(kept));
    }
    // Saved too, and the page knows the new version: what was missing can be added and handed in.
    assert_eq!(page.value("version").as_deref(), Some("2"));
    assert_eq!(app.signed_in(people::SAMIRA).get(&path).value(&names[4]).as_deref(), Some("Ik kom later."));
    assert_eq!(browser.get(&submission(&path)).value(&names[2]).as_deref(), Some("Beginnen. <b>"), "a reload");
    assert_eq!(browser.post(&submission(&path), &form(&names, "2", FULL)).status, 303);
}

#[test]
fn what_is_too_long_is_marked_and_kept() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let fits = format!("{}\r\n{}", "é".repeat(2000), "é".repeat(1999));
    let long = format!("{fits}é");
    let page = browser.post(&path, &form(&names, "1", ["", "", &long, "", ""]));
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes("[aria-invalid=true]", "name"), [names[2].clone()]);
    assert!(page.words().contains("Dit is te lang. Gebruik niet meer dan 4000 tekens."));
    assert!(app.signed_in(people::SAMIRA).get(&path).text().contains(&"é".repeat(2000)), "the draft has it");
    let saved = browser.post(&path, &form(&names, "2", ["", "Soms", &fits, "", ""]));
    assert_eq!(saved.status, 422);
    assert!(saved.words().contains("Kies een van de mogelijkheden."));
    assert_eq!(saved.attributes("[aria-invalid=true]", "name"), Vec::<String>::new(), "the text fits exactly");
}

#[test]
fn it_is_handed_in_once() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let sent = form(&names, "1", FULL);
    let first = browser.post(&submission(&path), &sent);
    assert_eq!((first.status, first.location.as_str()), (303, path.as_str()));
    let page = browser.get(&path);
    assert_eq!(page.all(".notice"), ["Je intake is ingestuurd. Bedankt!"]);
    assert!(page.all("main form").is_empty(), "nothing can be changed");
    assert!(page.words().contains("ingestuurd op dinsdag 24 november 2026, 10.00 uur"));
    assert!(page.words().contains("We bewaren je antwoorden tot en met 30 januari 2028"));
    assert!(page.words().contains("Korter schrijven."));
    assert_eq!(page.all("main .tag"), ["ook voor je projectleider"]);
    assert_eq!(browser.get("/student").all(".gauge"), ["1 van 5 stappen gedaan"]);
    // Pressing twice is handing in once.
    app.running.advance(TimeDelta::hours(1));
    for path in [submission(&path), path.clone()] {
        assert_eq!(browser.post(&path, &sent).status, 303);
    }
    assert!(browser.get(&path).words().contains("ingestuurd op dinsdag 24 november 2026, 10.00 uur"));
    // What another window wanted to add is not taken in, and not thrown away either.
    let late = browser.post(&path, &form(&names, "1", ["Brieven", "Elke dag", "Beginnen.", "Anders.", ""]));
    assert_eq!(late.status, 409);
    assert_eq!(late.all(".warning blockquote"), ["Anders."]);
    assert!(!browser.get(&path).words().contains("Anders."));
}

#[test]
fn two_windows_do_not_undo_each_other() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    assert_eq!(browser.post(&path, &form(&names, "1", ["Brieven", "", "", "", ""])).status, 303);
    let second = ["Brieven", "", "Uit het tweede venster", "", ""];
    for at in [path.clone(), submission(&path)] {
        let page = browser.post(&at, &form(&names, "1", ["Mails", "", "Uit het tweede venster", "", ""]));
        assert_eq!(page.status, 409);
        assert!(page.words().contains("Deze intake is in een ander venster veranderd"));
        assert_eq!(page.value(&names[0]).as_deref(), Some("Mails"), "what was typed stays in the field");
        assert_eq!(page.all("main blockquote"), ["Brieven"], "and what was saved stands beside it");
        assert_eq!(page.value(&names[2]).as_deref(), Some("Uit het tweede venster"));
        assert_eq!(page.value("version").as_deref(), Some("2"), "now they know, and may choose");
    }
    assert_eq!(browser.post(&path, &form(&names, "2", second)).status, 303);
    assert_eq!(browser.get(&path).value(&names[2]).as_deref(), Some("Uit het tweede venster"));
}

#[test]
fn a_session_that_ends_halfway_loses_nothing() {
    let app = TestApp::new();
    for handing_in in [false, true] {
        let (mut browser, path, names) = samira(&app);
        let version = browser.get(&path).value("version").unwrap();
        app.running.advance(TimeDelta::hours(13));
        let to = if handing_in { submission(&path) } else { path.clone() };
        let words = ["Brieven", "Elke dag", "Getypt toen de sessie al over was", "", ""];
        let mut late = browser.clone().with_header("referer", &format!("{}{path}", app.url()));
        let asked = late.post(&to, &form(&names, &version, words));
        assert_eq!(asked.status, 303);
        assert_eq!(asked.location, format!("/login?back={}", path.replace('/', "%2F")));
        let signed_in =
            late.post("/login", &[("email", people::SAMIRA), ("password", crate::support::PASSWORD), ("back", &path)]);
        assert_eq!(signed_in.location, path);
        let page = late.get(&path);
        assert!(page.words().contains("Wat je typte, is er nog"), "{}", page.words());
        assert_eq!(page.value(&names[2]).as_deref(), Some("Getypt toen de sessie al over was"));
        assert_eq!(page.attributes("main input[checked]", "value"), ["Elke dag"]);
        assert_eq!(
            page.attributes("form[data-unsaved]", "action"),
            std::slice::from_ref(&path),
            "the script saves it at once"
        );
        // It stays until it is saved: a page that is loaded again loses nothing.
        assert_eq!(late.get(&path).value(&names[2]).as_deref(), Some("Getypt toen de sessie al over was"));
        late.post(&path, &form(&names, "1", ["", "", "Nu bewaard", "", ""]));
        let saved = late.get(&path);
        assert!(!saved.words().contains("Wat je typte, is er nog"), "{}", saved.words());
        assert_eq!(saved.value(&names[2]).as_deref(), Some("Nu bewaard"));
    }
}

#[test]
fn a_browser_that_does_not_say_where_it_came_from_loses_nothing_either() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    app.running.advance(TimeDelta::hours(13));
    let asked = browser.post(&submission(&path), &form(&names, "1", FULL));
    assert_eq!(asked.location, format!("/login?back={}", submission(&path).replace('/', "%2F")));
    let mut again = app.signed_in(people::SAMIRA);
    let page = again.get(&submission(&path));
    assert_eq!((page.status, page.value(&names[3]).as_deref()), (200, Some("Korter schrijven.")));
}

#[test]
fn a_draft_of_before_is_not_overwritten_by_what_was_held() {
    let app = TestApp::new();
    let (browser, path, names) = samira(&app);
    app.running.advance(TimeDelta::hours(13));
    let mut phone = app.signed_in(people::SAMIRA);
    phone.post(&path, &form(&names, "1", ["Op de telefoon", "", "", "", ""]));
    browser.clone().post(&path, &form(&names, "1", ["Op de laptop", "", "", "", ""]));
    let page = phone.get(&path);
    assert_eq!(page.value(&names[0]).as_deref(), Some("Op de laptop"));
    assert_eq!(page.all("main blockquote"), ["Op de telefoon"]);
    assert!(page.attributes("form[data-unsaved]", "action").is_empty(), "a script does not choose for them");
}

#[test]
fn staff_within_reach_read_what_was_handed_in_and_nobody_reads_a_draft() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    let read = |who: &str, participant: i64| app.signed_in(who).get(&format!("/staff/intakes/{participant}"));
    let (samira, ijsbrand) = (1, 2);
    let draft = read(people::JOOST, samira);
    assert_eq!(draft.status, 200);
    assert!(draft.words().contains("Samira Bakker heeft nog geen intake ingestuurd"));
    assert!(!draft.words().contains("Brieven over uitkeringen"));
    browser.post(&submission(&path), &form(&names, "1", FULL));
    for who in [people::JOOST, people::PETRA, people::FATIMA] {
        let page = read(who, samira);
        assert!(page.words().contains("Korter schrijven."), "{who}");
        assert_eq!(page.all("main .tag"), ["leerwens"]);
    }
    assert_eq!(read(people::JOOST, ijsbrand).status, 404, "in the group of another trainer");
    assert_eq!(read(people::MIRJAM, ijsbrand).status, 200);
    for who in [people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER, people::IJSBRAND] {
        assert_eq!(read(who, samira).status, 404, "{who}");
    }
    assert_eq!(read(people::PETRA, 999_999).status, 404);
}

#[test]
fn reading_and_handing_in_leave_a_line_in_the_register() {
    let app = TestApp::new();
    let (mut browser, path, names) = samira(&app);
    browser.post(&submission(&path), &form(&names, "1", FULL));
    app.signed_in(people::JOOST).get("/staff/intakes/1");
    let register = app.signed_in(people::HANNA).get("/staff/register");
    let rows: Vec<_> = register.all("tbody tr").into_iter().filter(|row| row.contains("intake")).collect();
    assert!(rows.iter().any(|row| row.contains("ingestuurd") && row.contains("deelnemer")), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("geopend") && row.contains("trainer")), "{rows:?}");
}

#[test]
fn a_draft_that_was_left_goes_after_thirty_days() {
    let app = TestApp::new();
    let (_, path, names) = samira(&app);
    // Saved three days ago; the last day is the 21st of December.
    app.running.advance(TimeDelta::days(27));
    let page = app.signed_in(people::SAMIRA).get(&path);
    assert_eq!(page.value(&names[0]).as_deref(), Some("Brieven over uitkeringen en e-mails aan bewoners"));
    app.running.advance(TimeDelta::days(1));
    // Gone from the page before any sweep, and a new one can be begun.
    let mut later = app.signed_in(people::SAMIRA);
    let page = later.get(&path);
    assert_eq!(page.value(&names[0]).as_deref(), Some(""));
    assert_eq!(page.value("version").as_deref(), Some("0"));
    assert_eq!(later.get("/student").all(".card.now .button"), ["Begin met de intake"]);
    assert_eq!(later.post(&path, &form(&names, "0", ["Opnieuw", "", "", "", ""])).status, 303);
    assert_eq!(later.get(&path).value(&names[0]).as_deref(), Some("Opnieuw"));
}

#[test]
fn answers_are_gone_a_year_after_the_project() {
    let app = TestApp::new();
    let (_, _, names) = samira(&app);
    let mut grace = app.signed_in(GRACE);
    let path = intake(&mut grace);
    assert!(grace.get(&path).words().contains("We keep your answers up to and including 30 January 2028"));
    app.running.advance(TimeDelta::days(432));
    let last_day = app.signed_in(GRACE).get(&path);
    assert!(last_day.words().contains("friendly letters in Dutch"), "{}", last_day.words());
    app.running.advance(TimeDelta::days(1));
    let mut after = app.signed_in(GRACE);
    assert!(after.get(&path).words().contains("This intake is closed"));
    assert!(!app.signed_in(people::PETRA).get("/staff/intakes/3").words().contains("friendly letters"));
    let typed = after.post(&path, &form(&names, "0", FULL));
    assert_eq!((typed.status, typed.all(".warning blockquote").len()), (409, 4), "typed in vain, and given back");
}
