//! Certificates: given by themselves, never changed, and checked by anybody with the number and a letter.

use chrono::TimeDelta;

use crate::support::people::LUKASZ;
use crate::support::{Browser, Page, TestApp, people};

/// Misses only the evaluation of the project in autumn.
const IJDA: &str = "ijda.ijsseldijk@dewending.example.nl";
/// Was at one of two meetings in spring.
const FARID: &str = "farid.benali@dewending.example.nl";

const SPRING: &str = "Notulen die iedereen leest – voorjaar";
const AUTUMN: &str = "Notulen die iedereen leest – najaar";

fn project(app: &TestApp, name: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name = '{name}'"))
}

/// The number of the certificate of `who`, as it stands on their page.
fn number(app: &TestApp, who: &str, name: &str) -> String {
    let page = app.signed_in(who).get(&format!("/student/certificates/{}", project(app, name)));
    page.all(".now strong").pop().unwrap_or_else(|| panic!("no number: {}", page.words()))
}

fn check(browser: &mut Browser, number: &str, letter: &str) -> Page {
    browser.post("/certificates", &[("number", number), ("letter", letter)])
}

fn given(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM certificates")
}

#[test]
fn a_student_sees_what_is_open_and_gets_it_with_the_last_of_it() {
    let app = TestApp::new();
    let path = format!("/student/certificates/{}", project(&app, AUTUMN));
    let mut ijda = app.signed_in(IJDA);
    let page = ijda.get(&path);
    assert!(page.words().contains("3 van 4 klaar"), "{}", page.words());
    assert!(page.words().contains("Aanwezig bij 2 van 2 bijeenkomsten; nodig: 2"), "{}", page.words());
    let open = page.attributes("main .list a", "href");
    assert_eq!(open.len(), 1);
    assert_eq!(ijda.get(&format!("{path}/file")).status, 404);
    let before = given(&app);
    let sheet = ijda.get(&open[0]);
    let mut fields = sheet.attributes("main [name^=answer-]", "name");
    fields.dedup();
    let mut form = vec![("version", "0"), ("promised", "anonymous")];
    form.extend(fields.iter().map(String::as_str).zip(["9", "9", "Soms", ""]));
    assert_eq!(ijda.post(&format!("{}/submission", open[0]), &form).status, 303);
    assert_eq!(given(&app), before + 1);
    let page = ijda.get(&path);
    assert!(page.words().contains("Je certificaat is er"), "{}", page.words());
    let letter = app.letter_to(IJDA);
    assert!(letter.words().contains("certificaat van ‘Notulen die iedereen leest’"), "{}", letter.words());
    // The timetable looks at everybody again, and gives nothing twice.
    app.running.advance(TimeDelta::hours(2));
    app.running.work();
    assert_eq!(given(&app), before + 1);
}

#[test]
fn the_timetable_gives_what_no_act_brings_about() {
    let app = TestApp::new();
    let before = given(&app);
    app.execute("DELETE FROM certificate_facts");
    app.execute("DELETE FROM certificates");
    let done = app.running.work();
    assert!(
        done.iter().any(|(name, outcome)| name == "certificates.issue" && *outcome == Ok(before as usize)),
        "{done:?}"
    );
    assert_eq!(given(&app), before);
}

#[test]
fn a_meeting_that_was_called_off_is_not_asked_for() {
    let app = TestApp::new();
    let path = format!("/student/certificates/{}", project(&app, AUTUMN));
    app.execute(
        "UPDATE meetings SET cancelled_at = '2026-10-01 08:00:00' WHERE id =
         (SELECT max(m.id) FROM meetings m JOIN groups g ON g.id = m.group_id WHERE g.name = 'Vrijdagochtend')",
    );
    let page = app.signed_in(IJDA).get(&path);
    assert!(page.words().contains("Aanwezig bij 1 van 1 bijeenkomst; nodig: 1"), "{}", page.words());
    // What was noted at it counts for nobody, and who misses the step of coming gets it all the same.
    app.execute("DELETE FROM completions WHERE action_id IN (SELECT id FROM actions WHERE kind = 'attendance')");
    let done = app.running.work();
    assert!(done.iter().all(|(_, outcome)| outcome.is_ok()), "{done:?}");
    let steps = format!(
        "SELECT count(*) AS number FROM completions c JOIN actions a ON a.id = c.action_id
         WHERE a.kind = 'attendance' AND a.project_id = {}",
        project(&app, AUTUMN)
    );
    assert_eq!(app.number(&steps), 5, "all who were at the one that is left");
}

#[test]
fn whoever_missed_too_much_gets_none_and_is_told_why() {
    let app = TestApp::new();
    let page = app.signed_in(FARID).get(&format!("/student/certificates/{}", project(&app, SPRING)));
    assert!(page.words().contains("Aanwezig bij 1 van 2 bijeenkomsten; nodig: 2"), "{}", page.words());
    let page = app.signed_in(people::PETRA).get(&format!("/staff/projects/{}/certificates", project(&app, SPRING)));
    assert!(page.words().contains("6 van 8 hebben een certificaat"), "{}", page.words());
    let list = app.signed_in(LUKASZ).get("/student/certificates");
    assert_eq!(list.attributes("a.button[href$='/file']", "href").len(), 1);
}

#[test]
fn the_paper_is_an_archival_pdf_with_the_name_as_it_is_written() {
    let app = TestApp::new();
    let path = format!("/student/certificates/{}/file", project(&app, SPRING));
    let paper = app.signed_in(LUKASZ).get(&path);
    assert_eq!((paper.status, paper.headers["content-type"].as_str()), (200, "application/pdf"));
    assert!(paper.headers["content-disposition"].starts_with("attachment; filename=\"certificate-"));
    assert!(paper.body.starts_with(b"%PDF-1.7") && paper.text().contains("pdfaid:conformance>A<"));
    assert_eq!(paper.body, app.signed_in(LUKASZ).get(&path).body, "the same paper each time");
    assert_eq!(app.signed_in(people::SAMIRA).get(&path).status, 404, "it is somebody else's");
}

#[test]
fn the_check_page_says_everything_that_was_certified() {
    let app = TestApp::new();
    let number = number(&app, LUKASZ, SPRING);
    let mut anybody = app.browser();
    for letter in ["Z", "ż", "Żuławski"] {
        let page = check(&mut anybody, &number.to_lowercase().replace('-', " "), letter);
        let said = page.words();
        for words in [
            "Dit certificaat is echt",
            "Łukasz Żuławski",
            "Notulen die iedereen leest",
            "Zorggroep De Wending",
            "27 juli 2026 – 25 september 2026",
            "2 van 2 bijgewoond",
            "12 uur",
            "4,5 punten (Register Bestuursondersteuning)",
            &number,
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    let prefilled = anybody.get(&format!("/certificates?number={}", number.replace('-', "")));
    assert_eq!(prefilled.value("number"), Some(number));
    assert_eq!(prefilled.value("letter").as_deref(), Some(""));
}

#[test]
fn a_wrong_number_and_a_wrong_letter_look_the_same() {
    let app = TestApp::new();
    let number = number(&app, LUKASZ, SPRING);
    let mut anybody = app.browser();
    let verdict = |page: &Page| (page.status, page.all("section[aria-labelledby=verdict]"));
    let letter = verdict(&check(&mut anybody, &number, "L"));
    assert!(letter.1.join("").contains("Dit certificaat kennen we niet"));
    assert_eq!(verdict(&check(&mut anybody, "0000-0000-0000-0000-1", "Z")), letter);
    assert_eq!(verdict(&check(&mut anybody, "onzin", "Z")), letter);
    assert_eq!(check(&mut anybody, "", "").status, 422);
}

#[test]
fn asking_too_often_has_to_wait_and_locks_nobody_out() {
    let app = TestApp::new();
    let mut anybody = app.browser();
    let answers: Vec<u16> = (0..12).map(|_| check(&mut anybody, "onzin", "Z").status).collect();
    assert_eq!(answers.iter().filter(|s| **s == 429).count(), 2, "{answers:?}");
    assert_eq!(app.signed_in(people::SAMIRA).get("/student").status, 200);
}

#[test]
fn a_wrong_name_is_mended_by_another_certificate() {
    let app = TestApp::new();
    let old = number(&app, LUKASZ, SPRING);
    let mut fatima = app.signed_in(people::FATIMA);
    let list = fatima.get(&format!("/staff/projects/{}/certificates", project(&app, SPRING)));
    let at = list.all("tbody td a").iter().position(|n| *n == old).unwrap();
    let path = list.attributes("tbody td a", "href")[at].clone();
    let facts = "SELECT count(*) AS number FROM certificate_facts WHERE holder = 'Łukasz Żuławski'";
    let form = |reason| {
        [
            ("what", "name"),
            ("first_name", "Łukasz Jan"),
            ("infix", ""),
            ("last_name", "de Źuławski"),
            ("reason", reason),
        ]
    };
    let refused = fatima.post(&format!("{path}/replacement"), &form(" "));
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("first_name").as_deref(), Some("Łukasz Jan"));
    assert_eq!(app.signed_in(people::PETRA).post(&format!("{path}/replacement"), &form("x")).status, 404);
    let made = fatima.post(&format!("{path}/replacement"), &form("De naam in zijn paspoort is anders."));
    assert_eq!(made.status, 303, "{}", made.words());
    let page = fatima.get(&made.location);
    assert!(page.words().contains("Łukasz Jan de Źuławski") && page.words().contains("paspoort"), "{}", page.words());
    let new = number(&app, LUKASZ, SPRING);
    assert_ne!(new, old);
    assert_eq!(app.number(facts), 1, "the old one still says what it said");
    let mut anybody = app.browser();
    let page = check(&mut anybody, &old, "Z");
    assert!(page.words().contains("Dit certificaat is vervangen") && page.words().contains("met een verbeterde naam"));
    assert!(!page.text().contains(&new) && !page.words().contains("Żuławski"));
    let page = check(&mut anybody, &new, "D");
    assert!(page.words().contains("Łukasz Jan de Źuławski") && !page.words().contains("paspoort"), "{}", page.words());
    assert!(app.letter_to(LUKASZ).words().contains("nieuw certificaat"));
    // Sent twice, there is one.
    let all = given(&app);
    assert_eq!(fatima.post(&format!("{path}/replacement"), &form("Nog eens.")).status, 303);
    assert_eq!(given(&app), all);
}

#[test]
fn after_five_years_only_a_code_is_left_that_says_it_was_genuine() {
    let app = TestApp::new();
    let number = number(&app, LUKASZ, SPRING);
    app.running.advance(TimeDelta::days(5 * 365));
    // The read path does not wait for the sweep.
    let page = check(&mut app.browser(), &number, "Z");
    assert!(page.words().contains("Dit certificaat is echt afgegeven"), "{}", page.words());
    for (task, outcome) in app.running.work() {
        assert!(outcome.is_ok(), "{task}: {outcome:?}");
    }
    let left = "SELECT count(*) AS number FROM certificate_facts WHERE holder LIKE '%awski'";
    assert_eq!(app.number(left), 0);
    let tied = "SELECT count(*) AS number FROM certificates c WHERE c.participant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificate_facts f WHERE f.certificate_id = c.id)";
    assert_eq!(app.number(tied), 0, "a code that is left leads to nobody");
    let mut anybody = app.browser();
    let page = check(&mut anybody, &number, "Z");
    assert!(page.words().contains("Dit certificaat is echt afgegeven") && !page.words().contains("Notulen"));
    assert!(check(&mut anybody, &number, "L").words().contains("kennen we niet"));
}

#[test]
fn no_page_asks_more_for_more_people() {
    let app = TestApp::new();
    let spring = project(&app, SPRING);
    let mut petra = app.signed_in(people::PETRA);
    let mut ijda = app.signed_in(IJDA);
    let first = app.number("SELECT min(certificate_id) AS number FROM certificate_facts");
    let pages = [
        (true, format!("/staff/projects/{spring}/certificates")),
        (true, format!("/staff/certificates/{first}")),
        (false, format!("/student/certificates/{spring}")),
        (false, "/student/certificates".to_owned()),
        (false, "/student".to_owned()),
    ];
    for (staff, path) in pages {
        let browser = if staff { &mut petra } else { &mut ijda };
        let before = app.running.queries();
        assert_eq!(browser.get(&path).status, 200, "{path}");
        let taken = app.running.queries() - before;
        assert!(taken <= if path == "/student" { 6 } else { 8 }, "{path}: {taken}");
    }
}

#[test]
fn many_who_meet_the_last_condition_at_once_get_one_each() {
    let app = TestApp::new();
    let of_autumn = format!(
        "SELECT count(*) AS number FROM certificates c JOIN participants p ON p.id = c.participant_id WHERE p.project_id = {}",
        project(&app, AUTUMN)
    );
    let before = app.number(&of_autumn);
    assert_eq!(before, 3);
    app.execute("DELETE FROM certificate_facts");
    app.execute("DELETE FROM certificates");
    let meeting =
        "SELECT max(m.id) AS number FROM meetings m JOIN groups g ON g.id = m.group_id WHERE g.name = 'Vrijdagochtend'";
    let path = format!("/staff/meetings/{}/attendance", app.number(meeting));
    let mirjam = app.signed_in(people::MIRJAM);
    let name = mirjam.clone().get(&path).attributes(".rows input[type=radio]", "name")[0].clone();
    let send = |at: usize| {
        let (mut browser, path, name) = (mirjam.clone(), path.clone(), name.clone());
        std::thread::spawn(move || {
            let mark = if at.is_multiple_of(2) { "late" } else { "present" };
            browser.post(&path, &[(name.as_str(), mark), ("save", "yes")]).status
        })
    };
    let sent: Vec<_> = (0..8).map(send).collect();
    for answer in sent {
        assert_eq!(answer.join().unwrap(), 303);
    }
    assert_eq!(app.number(&of_autumn), before);
}
