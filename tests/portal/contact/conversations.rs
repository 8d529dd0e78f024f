//! Conversations: who writes to whom, who reads it, and the list of those that wait.

use chrono::TimeDelta;

use super::{said, talk, thread, write};
use crate::support::{Page, TestApp, people};

const NOOR: &str = "noor.lukasik@lindedam.example.nl";
const AYSE: &str = "ayse.demir@lindedam.example.nl";
const DAAN: &str = "daan.degroot@lindedam.example.nl";
/// In the running project without a group.
const FLOOR: &str = "floor.obrien@lindedam.example.nl";

/// The names in the list of `who`, in order.
fn queue(app: &TestApp, who: &str) -> Vec<String> {
    app.signed_in(who).get("/staff/conversations").all("tbody th")
}

fn case(app: &TestApp, who: &str, to: &str) -> String {
    format!("/staff/conversations/{}", thread(app, who, to))
}

#[test]
fn a_student_asks_the_trainer_answers_and_each_sees_what_is_new() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let home = samira.get("/student");
    assert_eq!(home.all("[aria-labelledby=messages] .tag"), ["1 nieuw bericht"]);
    let list = samira.get("/student/conversations");
    assert_eq!(list.all(".list .tag"), ["1 nieuw bericht"]);
    let links = list.attributes(".list a", "href");
    let path = talk(&app, people::SAMIRA, "trainer");
    assert_eq!(links[0], format!("{path}#newest"));
    assert_eq!(links.len(), 3, "the trainer, the adviser and the help desk");

    let page = samira.get(&path);
    assert_eq!(page.all("h1"), ["Joost Veerman"]);
    assert_eq!(page.all(".said li .tag"), ["nieuw"]);
    assert_eq!(samira.get(&path).all(".said li .tag"), Vec::<String>::new(), "seen is seen");
    assert!(samira.get("/student").all("[aria-labelledby=messages] .tag").is_empty());

    let sent = write(&mut samira, &path, "Dan neem ik hem mee.\r\nTot dan!");
    assert_eq!((sent.status, sent.location.as_str()), (303, format!("{path}#newest").as_str()), "{}", sent.words());
    let page = samira.get(&path);
    assert_eq!(page.all(".notice"), ["Je bericht aan je trainer is verstuurd."]);
    assert_eq!(said(&page).last().unwrap(), "Dan neem ik hem mee. Tot dan!");
    assert!(page.text().contains("Dan neem ik hem mee.\nTot dan!"), "the line's end is there");
    assert_eq!(page.all(".said #newest p").last().unwrap(), "nog niet gelezen");

    let mut joost = app.signed_in(people::JOOST);
    let case = case(&app, people::SAMIRA, "trainer");
    let seen = joost.get(&case);
    assert_eq!(seen.all("h1"), ["Samira Bakker"]);
    assert_eq!(seen.all(".said #newest .tag"), ["nieuw"]);
    assert!(!seen.words().contains("nog niet gelezen"), "whether the student has read it is not shown");
    assert_eq!(samira.get(&path).all(".said #newest p").last().unwrap(), "gelezen");

    let answer = write(&mut joost, &case, "Heel goed.");
    assert_eq!(answer.location, "/staff/conversations");
    assert_eq!(joost.get(&answer.location).all(".notice"), ["Je antwoord aan Samira Bakker is verstuurd."]);
    assert_eq!(samira.get("/student").all("[aria-labelledby=messages] .tag"), ["1 nieuw bericht"]);
    assert_eq!(said(&samira.get(&path)).last().unwrap(), "Heel goed.");
}

#[test]
fn what_is_typed_is_text_and_addresses_in_it_can_be_followed() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = talk(&app, people::SAMIRA, "helpdesk");
    let words = "Zie https://example.nl/a?b=1&c=2.\n<b>vet</b> javascript:alert(1)\n  ingesprongen";
    assert_eq!(write(&mut samira, &path, words).status, 303);
    for page in [samira.get(&path), app.signed_in(people::SJOERD).get(&case(&app, people::SAMIRA, "helpdesk"))] {
        assert_eq!(page.attributes(".said a", "href"), ["https://example.nl/a?b=1&c=2"]);
        assert_eq!(page.attributes(".said a", "rel"), ["noopener noreferrer nofollow"]);
        assert!(page.all(".said b").is_empty(), "{}", page.text());
        assert!(said(&page)[0].contains("<b>vet</b> javascript:alert(1)"));
        assert!(page.text().contains("\n  ingesprongen"), "spaces are there too");
    }
}

#[test]
fn nothing_and_too_much_are_refused_and_what_was_typed_stays() {
    let app = TestApp::new();
    let long = "é".repeat(4001);
    let fits = "é\r\n".repeat(2000);
    let student = (people::SAMIRA, talk(&app, people::SAMIRA, "trainer"));
    let staff = (people::JOOST, case(&app, people::SAMIRA, "trainer"));
    for (who, path) in [student, staff] {
        let mut browser = app.signed_in(who);
        let page = browser.get(&path);
        assert!(page.all("#body-hint").join("").contains("niet meer dan 4000 tekens"), "said before");
        let empty = write(&mut browser, &path, " \r\n ");
        assert_eq!((empty.status, empty.attributes("[data-error-summary] a", "href")), (422, vec!["#body".into()]));
        let refused = write(&mut browser, &path, &long);
        assert_eq!(refused.status, 422);
        assert_eq!(refused.value("body").as_deref(), Some(long.as_str()));
        assert!(refused.words().contains("Dit is te lang. Gebruik niet meer dan 4000 tekens."));
        assert_eq!(write(&mut browser, &path, &fits).status, 303, "a line's end counts once");
    }
}

#[test]
fn pressing_twice_is_sending_once() {
    let app = TestApp::new();
    let student = (people::SAMIRA, talk(&app, people::SAMIRA, "helpdesk"), "/student/conversations");
    let staff = (people::JOOST, case(&app, people::SAMIRA, "trainer"), "/staff/conversations");
    for (who, path, _) in [student, staff] {
        let mut browser = app.signed_in(who);
        let page = browser.get(&path);
        let (version, after) = (page.value("version").unwrap(), page.value("after").unwrap());
        let form = [("version", version.as_str()), ("after", after.as_str()), ("body", "Is dit goed aangekomen?")];
        for _ in 0..2 {
            assert_eq!(browser.post(&path, &form).status, 303);
        }
        let sent = "SELECT count(*) AS number FROM messages WHERE body LIKE 'Is dit goed%'";
        let before = app.number(sent);
        // Saying the same again later is saying it again.
        assert_eq!(write(&mut browser, &path, "Is dit goed aangekomen?").status, 303);
        assert_eq!(app.number(sent), before + 1);
        assert_eq!(before % 2, 1, "once by each");
    }
}

#[test]
fn each_desk_reads_what_is_written_to_it_and_nobody_else_does() {
    let app = TestApp::new();
    let trainers = case(&app, people::SAMIRA, "trainer");
    let (advisers, helpdesks) = (case(&app, people::ZOE, "adviser"), case(&app, DAAN, "helpdesk"));
    let reads = [
        (people::JOOST, [true, false, false]),
        (people::MIRJAM, [false, false, false]),
        (people::PETRA, [false, true, false]),
        (people::SJOERD, [false, false, true]),
        (people::FATIMA, [false, false, true]),
        (people::LIEKE, [false, false, false]),
        (people::HANNA, [false, false, false]),
        (people::WOUTER, [false, false, false]),
        (people::SAMIRA, [false, false, false]),
    ];
    for (who, expected) in reads {
        let mut browser = app.signed_in(who);
        for (path, reads) in [&trainers, &advisers, &helpdesks].into_iter().zip(expected) {
            let status = if reads { 200 } else { 404 };
            assert_eq!(browser.get(path).status, status, "{who} {path}");
            if !reads {
                for (act, words) in [(path.clone(), "Dag"), (format!("{path}/closing"), "")] {
                    assert_eq!(browser.post(&act, &[("body", words)]).status, 404, "{who} {act}");
                }
            }
        }
    }
    assert_eq!(app.signed_in(people::MIRJAM).get(&case(&app, people::IJSBRAND, "trainer")).status, 200);
    for who in [people::LIEKE, people::HANNA, people::WOUTER, people::SAMIRA] {
        assert_eq!(app.signed_in(who).get("/staff/conversations").status, 404, "{who}");
    }
    // Hugo takes part in another project; what he asks for is not there.
    let mut hugo = app.signed_in(people::HUGO);
    for to in ["trainer", "adviser", "helpdesk"] {
        let foreign = talk(&app, people::SAMIRA, to);
        assert_eq!(hugo.get(&foreign).status, 404);
        assert_eq!(hugo.post(&foreign, &[("body", "Dag")]).status, 404);
    }
    assert!(!hugo.get("/student/conversations").words().contains("najaar"));
    for who in [people::WOUTER, people::JOOST, people::PETRA] {
        let page = app.signed_in(who).get(&talk(&app, people::SAMIRA, "trainer"));
        assert_eq!(page.status, 404, "{who}");
    }
}

#[test]
fn a_setting_widens_the_reach_of_trainers_and_of_nobody_else() {
    let app = TestApp::with(&[("TRAJECT_TRAINER_REACH", "projects")]);
    assert_eq!(app.signed_in(people::MIRJAM).get(&case(&app, people::SAMIRA, "trainer")).status, 200);
    assert_eq!(app.signed_in(people::MIRJAM).get(&case(&app, DAAN, "helpdesk")).status, 404);
    assert_eq!(app.signed_in(people::PETRA).get(&case(&app, people::SAMIRA, "trainer")).status, 404);
}

#[test]
fn who_teaches_and_sits_at_the_help_desk_reaches_no_other_groups() {
    let app = TestApp::new();
    app.execute(&format!(
        "INSERT INTO staff_roles (person_id, role, agreed_on, starts_on) SELECT id, 'helpdesk', '2026-01-01', '2026-01-01' \
         FROM people WHERE email = '{}'",
        people::JOOST
    ));
    let mut joost = app.signed_in(people::JOOST);
    for (path, status) in [
        (case(&app, people::SAMIRA, "trainer"), 200),
        (case(&app, DAAN, "helpdesk"), 200),
        (case(&app, people::IJSBRAND, "trainer"), 404),
        (case(&app, people::ZOE, "adviser"), 404),
    ] {
        assert_eq!(joost.get(&path).status, status, "{path}");
    }
    assert!(joost.get("/staff/conversations").words().contains("Aan de helpdesk"), "it says at which desk");
}

#[test]
fn who_waits_longest_comes_first_until_somebody_answers() {
    let app = TestApp::new();
    assert_eq!(queue(&app, people::JOOST), ["Łukasik, Noor", "Okonjo, Grace"]);
    assert_eq!(queue(&app, people::MIRJAM), ["Çelik, IJsbrand"]);
    let waits = |page: &Page| page.all("tbody td time[title]");
    let list = app.signed_in(people::JOOST).get("/staff/conversations");
    assert_eq!(waits(&list), ["wacht 46 uur", "wacht 1 uur"]);
    let today = |who: &str| app.signed_in(who).get("/staff").all(".tiles .tile").join("\n");
    assert!(today(people::JOOST).contains("2 gesprekken wachten op antwoord"), "{}", today(people::JOOST));
    assert!(today(people::SJOERD).contains("1 gesprek wacht op antwoord"), "{}", today(people::SJOERD));

    // Samira asks twice; she waits since the first time.
    let path = talk(&app, people::SAMIRA, "trainer");
    write(&mut app.signed_in(people::SAMIRA), &path, "Nog één vraag.");
    app.running.advance(TimeDelta::hours(3));
    write(&mut app.signed_in(people::SAMIRA), &path, "En nog één.");
    let mut joost = app.signed_in(people::JOOST);
    let list = joost.get("/staff/conversations");
    assert_eq!(list.all("tbody th"), ["Łukasik, Noor", "Okonjo, Grace", "Bakker, Samira"]);
    assert_eq!(waits(&list), ["wacht 2 dagen", "wacht 4 uur", "wacht 3 uur"]);

    write(&mut joost, &case(&app, NOOR, "trainer"), "Dat is goed, Noor.");
    assert_eq!(queue(&app, people::JOOST), ["Okonjo, Grace", "Bakker, Samira"]);
    let all = joost.get("/staff/conversations?all=on");
    assert_eq!(all.all("tbody th"), ["Łukasik, Noor", "Bakker, Samira", "Okonjo, Grace", "Demir, Ayşe"]);
    assert!(all.all("tbody tr")[0].contains("beantwoord") && all.all("tbody tr")[3].contains("afgesloten"));
    let calm = app.signed_in(people::PETRA);
    let mut petra = calm.clone();
    write(&mut petra, &case(&app, people::ZOE, "adviser"), "Ja, dat kan.");
    assert!(petra.get("/staff/conversations").words().contains("Niemand wacht op antwoord"));
}

#[test]
fn a_closed_thread_waits_for_nobody_and_opens_when_somebody_writes() {
    let app = TestApp::new();
    let mut joost = app.signed_in(people::JOOST);
    let noor = case(&app, NOOR, "trainer");
    let closed = joost.post(&format!("{noor}/closing"), &[]);
    assert_eq!(closed.location, "/staff/conversations");
    assert_eq!(joost.get("/staff/conversations").all("tbody th"), ["Okonjo, Grace"]);
    assert!(joost.get(&noor).all("form[action$='/closing']").is_empty(), "closing once is enough");
    assert_eq!(joost.post(&format!("{noor}/closing"), &[]).status, 303);

    let path = talk(&app, AYSE, "trainer");
    let mut ayse = app.signed_in(AYSE);
    assert!(ayse.get(&path).words().contains("Dit gesprek is afgesloten. Schrijf je weer, dan gaat het weer open."));
    assert_eq!(write(&mut ayse, &path, "Toch nog iets.").status, 303);
    assert!(!ayse.get(&path).words().contains("Dit gesprek is afgesloten"));
    assert_eq!(queue(&app, people::JOOST), ["Okonjo, Grace", "Demir, Ayşe"]);
    // The trainer opens it by writing, too.
    write(&mut joost, &noor, "Nog even dit.");
    assert!(!app.signed_in(NOOR).get(&talk(&app, NOOR, "trainer")).words().contains("Dit gesprek is afgesloten"));
}

#[test]
fn who_has_no_trainer_writes_to_the_others_and_loses_nothing() {
    let app = TestApp::new();
    let mut floor = app.signed_in(FLOOR);
    let path = talk(&app, FLOOR, "trainer");
    let links = floor.get("/student/conversations").attributes(".list a", "href");
    let links = links.into_iter().filter(|link| link.starts_with(path.trim_end_matches("trainer"))).count();
    assert_eq!((links, floor.get(&path).status), (2, 404));
    assert_eq!(write(&mut floor, &talk(&app, FLOOR, "adviser"), "Wanneer krijg ik een groep?").status, 303);
    assert_eq!(queue(&app, people::PETRA), ["Hoff, Zoë van 't", "O'Brien, Floor"]);

    let path = talk(&app, people::SAMIRA, "trainer");
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get(&path);
    app.execute("UPDATE groups SET trainer_id = NULL WHERE name = 'Dinsdagochtend'");
    let page = samira.get(&path);
    assert!(page.words().contains("Je hebt nu geen trainer") && page.all("main form").is_empty(), "{}", page.words());
    assert_eq!(said(&page).len(), 4, "what was said is still there");
    let refused = samira.post(&path, &[("body", "Wie leest dit nu?")]);
    assert_eq!((refused.status, refused.all(".warning blockquote")), (409, vec!["Wie leest dit nu?".to_owned()]));
    assert_eq!(app.signed_in(people::JOOST).get(&case(&app, people::SAMIRA, "trainer")).status, 404);
}

#[test]
fn a_new_trainer_reads_what_was_written_to_the_trainer() {
    let app = TestApp::new();
    let mirjam = format!("(SELECT id FROM people WHERE email = '{}')", people::MIRJAM);
    app.execute(&format!("UPDATE groups SET trainer_id = {mirjam} WHERE name = 'Dinsdagochtend'"));
    let path = case(&app, people::SAMIRA, "trainer");
    let page = app.signed_in(people::MIRJAM).get(&path);
    assert!(page.words().contains("Joost Veerman"), "it says who answered: {}", page.words());
    assert_eq!(app.signed_in(people::JOOST).get(&path).status, 404);
    let own = app.signed_in(people::SAMIRA).get(&talk(&app, people::SAMIRA, "trainer"));
    assert_eq!(own.all("h1"), ["Mirjam de Wit"]);
    assert!(own.words().contains("Krijg je een andere trainer, dan leest die het ook."));
}

#[test]
fn a_long_thread_has_pages_and_costs_no_more() {
    let app = TestApp::new();
    let (path, case) = (talk(&app, people::SAMIRA, "trainer"), case(&app, people::SAMIRA, "trainer"));
    let (mut samira, mut joost) = (app.signed_in(people::SAMIRA), app.signed_in(people::JOOST));
    samira.get(&path);
    joost.get(&case);
    let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
    let mut cost = |paths: [&str; 4]| {
        paths.map(|path| {
            let browser = if path.starts_with("/staff") { &mut joost } else { &mut samira };
            let before = app.running.queries();
            assert_eq!(browser.get(path).status, 200);
            app.running.queries() - before
        })
    };
    let paths = [path.as_str(), "/student/conversations", case.as_str(), "/staff/conversations"];
    let few = cost(paths);
    let id = thread(&app, people::SAMIRA, "trainer");
    for number in 0..65 {
        app.execute(&format!(
            "INSERT INTO messages (thread_id, side, body, sent_at, read_at, destroy_at, policy) VALUES \
             ({id}, 'student', 'Vraag {number}', '2026-11-24 08:30:00', '2026-11-24 08:40:00', '2028-11-24 22:59:59', 1)"
        ));
    }
    app.execute(
        "INSERT INTO threads (participant_id, addressee, created_at, last_at, asked_at) SELECT p.id, 'helpdesk', \
         '2026-11-24 08:00:00', '2026-11-24 08:00:00', '2026-11-24 08:00:00' FROM participants p \
         WHERE NOT EXISTS (SELECT 1 FROM threads t WHERE t.participant_id = p.id AND t.addressee = 'helpdesk')",
    );
    assert_eq!(cost(paths), few, "statements for {paths:?}");
    let [own, index, of_staff, list] = few;
    assert!(own <= 8 + greetings && index <= 8 + greetings && list <= 8 + greetings, "{few:?}");
    // Besides what is read: the line in the register, and the transaction around both.
    assert!(of_staff <= 10 + greetings, "{few:?}");

    let first = samira.get(&path);
    assert_eq!((said(&first).len(), said(&first).last().unwrap().as_str()), (30, "Vraag 64"));
    let older = first.attributes("a[rel=prev]", "href").remove(0);
    assert!(first.attributes("a[rel=next]", "href").is_empty());
    let second = samira.get(&older);
    assert_eq!((said(&second).len(), said(&second).last().unwrap().as_str()), (30, "Vraag 34"));
    let last = samira.get(&second.attributes("a[rel=prev]", "href").remove(0));
    assert_eq!((said(&last).len(), said(&last)[4].as_str()), (9, "Vraag 0"));
    assert!(last.attributes("a[rel=prev]", "href").is_empty());
    assert_eq!(joost.get(&format!("{case}?page=3")).all(".said li").len(), 9);
}
