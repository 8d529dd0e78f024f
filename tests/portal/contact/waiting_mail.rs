//! The mail that says that a message waits, and never what is in it.

use super::{talk, thread, write};
use crate::support::{TestApp, people};

const NOOR: &str = "noor.lukasik@lindedam.example.nl";

fn mails(app: &TestApp, who: &str) -> i64 {
    app.running.work();
    app.number(&format!(
        "SELECT count(*) AS number FROM letters WHERE kind = 'message_waits' AND address = '{who}' AND sent_at IS NOT NULL"
    ))
}

fn case(app: &TestApp, who: &str, to: &str) -> String {
    format!("/staff/conversations/{}", thread(app, who, to))
}

#[test]
fn one_mail_goes_while_a_message_is_unread_and_it_quotes_nothing() {
    let app = TestApp::new();
    let (path, case) = (talk(&app, people::SAMIRA, "trainer"), case(&app, people::SAMIRA, "trainer"));
    let (mut samira, mut joost) = (app.signed_in(people::SAMIRA), app.signed_in(people::JOOST));
    // She has an unread message since yesterday; of that she was told then.
    write(&mut joost, &case, "Nog een bericht dat zij niet zag.");
    assert_eq!(mails(&app, people::SAMIRA), 0);
    samira.get(&path);
    for words in ["Het eerste geheim van deze week.", "Het tweede geheim."] {
        write(&mut joost, &case, words);
    }
    assert_eq!(mails(&app, people::SAMIRA), 1, "one for both");
    let letter = app.letter_to(people::SAMIRA);
    let words = letter.words();
    assert!(
        words.contains("Je trainer heeft je een bericht gestuurd over Schrijven voor je lezer – najaar."),
        "{words}"
    );
    assert!(words.contains("Er staat een bericht voor je klaar bij Heldere Taal"), "{words}");
    assert!(!words.contains("geheim"), "{words}");
    let link = letter.attributes("main a[href^='/student/conversations/']", "href").remove(0);
    assert_eq!(link, format!("{path}#newest"));
    samira.get(&path);
    write(&mut joost, &case, "En nu iets nieuws.");
    assert_eq!(mails(&app, people::SAMIRA), 2, "once she has read, the next one is told again");
}

#[test]
fn whoever_read_it_meanwhile_is_not_written_to() {
    let app = TestApp::new();
    let (path, case) = (talk(&app, NOOR, "trainer"), case(&app, NOOR, "trainer"));
    write(&mut app.signed_in(people::JOOST), &case, "Dat is goed.");
    app.signed_in(NOOR).get(&path);
    assert_eq!(mails(&app, NOOR), 0);
    assert_eq!(app.number("SELECT count(*) AS number FROM letters WHERE kind = 'message_waits'"), 0, "it is dropped");
}

#[test]
fn the_trainer_and_the_adviser_hear_of_a_question_and_the_help_desk_has_its_list() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    for to in ["trainer", "adviser", "helpdesk"] {
        for _ in 0..2 {
            write(&mut samira, &talk(&app, people::SAMIRA, to), &format!("Een vraag voor {to}"));
        }
    }
    let told = [people::JOOST, people::PETRA, people::SJOERD, people::FATIMA, people::MIRJAM];
    assert_eq!(told.map(|who| mails(&app, who)), [1, 1, 0, 0, 0]);
    let letter = app.letter_to(people::JOOST);
    assert!(
        letter.words().contains("Een deelnemer van Schrijven voor je lezer – najaar heeft je een bericht gestuurd.")
    );
    assert!(!letter.words().contains("Samira") && !letter.words().contains("vraag voor"), "{}", letter.words());
    let to = case(&app, people::SAMIRA, "trainer");
    assert_eq!(letter.attributes("main a[href^='/staff/conversations/']", "href"), [format!("{to}#newest")]);
}

#[test]
fn who_teaches_the_group_no_more_hears_nothing() {
    let app = TestApp::new();
    write(&mut app.signed_in(people::SAMIRA), &talk(&app, people::SAMIRA, "trainer"), "Dag");
    let mirjam = format!("(SELECT id FROM people WHERE email = '{}')", people::MIRJAM);
    app.execute(&format!("UPDATE groups SET trainer_id = {mirjam} WHERE name = 'Dinsdagochtend'"));
    assert_eq!([mails(&app, people::JOOST), mails(&app, people::MIRJAM)], [0, 0]);
}

#[test]
fn it_is_in_the_language_of_the_reader() {
    let app = TestApp::new();
    let case = case(&app, people::GRACE, "trainer");
    write(&mut app.signed_in(people::JOOST), &case, "Bring the English ones.");
    assert_eq!(mails(&app, people::GRACE), 1);
    let words = app.letter_to(people::GRACE).words();
    assert!(words.contains("Your trainer has sent you a message about"), "{words}");
}

#[test]
fn whoever_does_without_these_mails_gets_none_and_others_do() {
    let app = TestApp::new();
    let (mut noor, mut joost) = (app.signed_in(NOOR), app.signed_in(people::JOOST));
    let page = noor.get("/account/details");
    assert_eq!(page.attributes("#messages[checked]", "id").len(), 1, "they come unless somebody does without");
    let typed = ["first_name", "initials", "infix", "last_name", "phone", "seen"].map(|f| (f, page.value(f).unwrap()));
    let typed = typed.iter().map(|(field, value)| (*field, value.as_str()));
    let fields: Vec<_> = typed.chain([("language", "nl"), ("meetings", "on")]).collect();
    assert_eq!(noor.post("/account/details", &fields).status, 303);
    for who in [NOOR, people::GRACE] {
        write(&mut joost, &case(&app, who, "trainer"), "Een bericht voor wie het wil weten.");
    }
    assert_eq!([NOOR, people::GRACE].map(|who| mails(&app, who)), [0, 1]);
    assert!(noor.get("/student").words().contains("1 nieuw bericht"), "the portal says it all the same");
}
