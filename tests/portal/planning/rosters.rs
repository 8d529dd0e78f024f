//! The list of participants as the client sends it: looked at first, then imported.

use std::time::Instant;

use chrono::TimeDelta;

use super::workbook::workbook;
use super::{AUTUMN, PERMITS, SPACE, ask, group, project};
use crate::support::{Browser, Page, TestApp, people};

/// Sends `bytes` in for the project at `project`, and opens the dry run.
fn look(browser: &mut Browser, project: &str, bytes: &[u8]) -> (String, Page) {
    let sent = browser.upload(&format!("{project}/roster"), &[], "deelnemers.csv", bytes);
    assert_eq!(sent.status, 303, "{}", sent.words());
    let page = browser.get(&sent.location);
    assert_eq!(page.status, 200);
    (sent.location, page)
}

/// The numbers on top of a dry run: new, known and joining, taking part already, wrong.
fn counts(page: &Page) -> Vec<String> {
    page.all(".tile b")
}

fn import(browser: &mut Browser, dry_run: &str) -> String {
    let done = browser.post(&format!("{dry_run}/import"), &[]);
    assert_eq!(done.status, 303);
    browser.get(&done.location).all(".notice").join(" ")
}

const PEOPLE: &str = "SELECT COUNT(*) FROM people";
const PARTICIPANTS: &str = "SELECT COUNT(*) FROM participants";

#[test]
fn a_list_is_looked_at_first_and_changes_nothing_until_somebody_says_yes() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    assert_eq!(fatima.get(&format!("{space}/roster")).status, 200);
    let letters = ask(&app, "SELECT COUNT(*) FROM letters");
    let before = (ask(&app, PEOPLE), ask(&app, PARTICIPANTS));
    let list = "\u{feff}Pers.nr.;Voorletters;Roepnaam;Tussenvoegsel;Achternaam;E-mailadres;Functie;Schoenmaat\r\n\
                0042;P.;Piet;van der;Aa;p.vanderaa@lindedam.example.nl;beleidsadviseur;43\r\n\
                ;;Samira;;Bakker;samira.bakker@lindedam.example.nl;;\r\n\
                ;;Thijs;;Wiersma;thijs.wiersma@lindedam.example.nl;;\r\n\
                ;;Joke;;Smit;joke@lindedam;;\r\n\
                ;;;;;;;\r\n\r\n";
    let (dry_run, page) = look(&mut fatima, &space, list.as_bytes());
    assert_eq!(counts(&page), ["1", "1", "1", "1"]);
    let rows = page.all("tbody tr");
    assert_eq!(rows[0], "5 klopt niet E-mail: dit is geen e-mailadres.", "the wrong row comes first");
    assert_eq!(rows[1], "2 nieuw Aa, Piet van der p.vanderaa@lindedam.example.nl");
    assert!(rows[2].starts_with("3 bekend, komt erbij Bakker, Samira"), "{rows:?}");
    assert!(rows[3].starts_with("4 doet al mee Wiersma, Thijs"), "{rows:?}");
    assert!(page.words().contains("Deze kolommen slaan we over: Schoenmaat."));
    assert_eq!((ask(&app, PEOPLE), ask(&app, PARTICIPANTS)), before);

    let said = import(&mut fatima, &dry_run);
    assert_eq!(said, "De lijst is ingelezen. Nieuw: 1. Bekend en erbij gekomen: 1. Deed al mee: 1. Overgeslagen: 1.");
    assert_eq!((ask(&app, PEOPLE), ask(&app, PARTICIPANTS)), (before.0 + 1, before.1 + 2));
    let names = fatima.get(&space).all("section[aria-labelledby='participants'] tbody th");
    assert!(
        names.contains(&"Aa, Piet van der".to_owned()) && names.contains(&"Bakker, Samira".to_owned()),
        "{names:?}"
    );
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM letters"), letters, "inviting comes after");
    assert_eq!(
        ask(&app, "SELECT COUNT(*) FROM employments WHERE personnel_number = '0042' AND job_title = 'beleidsadviseur'"),
        1
    );
}

#[test]
fn lists_are_read_in_every_dialect_that_offices_write() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let western = encoding_rs::WINDOWS_1252
        .encode("Achternaam;Voorletters;E-mail\r\nMüller;S.J.;s.muller@lindedam.example.nl\r\n")
        .0
        .into_owned();
    let tabs =
        "Last name\tFirst name\tE-mail address\tLanguage\r\nŞen\tIJsbrand\ti.sen@lindedam.example.nl\tEnglish\r\n";
    let unicode: Vec<u8> = std::iter::once(0xfeff).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let commas = b"Email,Name\nana@lindedam.example.nl,\"Berg, Ana van den\"\n,\n,\n".to_vec();
    for (bytes, name) in [
        (western, "Müller, S.J."),
        (unicode, "Şen, IJsbrand"),
        (commas, "Berg, Ana van den"),
        (workbook(&[&["Naam", "E-mail"], &["Zoë van 't Hoff-Łoś", "zl@lindedam.example.nl"]]), "Hoff-Łoś, Zoë van 't"),
    ] {
        let (_, page) = look(&mut fatima, &space, &bytes);
        assert_eq!(counts(&page), ["1", "0", "0", "0"], "{name}");
        let people = page.all("tbody th");
        assert!(people.len() == 1 && people[0].starts_with(name), "{people:?}");
    }
}

#[test]
fn a_repeated_import_changes_nothing_twice() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let list = "Naam;E-mail;Telefoon;Afdeling\nPiet Jansen;piet@lindedam.example.nl;06-1234;Groen\n\
                Samira Bakker;samira.bakker@lindedam.example.nl;;Burgerzaken\n";
    let (dry_run, _) = look(&mut fatima, &space, list.as_bytes());
    import(&mut fatima, &dry_run);
    let tables = ["people", "employments", "accounts", "participants", "enrolments", "register_lines"];
    let all = |app: &TestApp| tables.map(|t| ask(app, &format!("SELECT COUNT(*) FROM {t}")));
    let before = all(&app);

    // Pressed twice: the second press says what the first one did.
    assert!(import(&mut fatima, &dry_run).contains("Nieuw: 1. Bekend en erbij gekomen: 1."));
    let (again, page) = look(&mut fatima, &space, list.as_bytes());
    assert_eq!(counts(&page), ["0", "0", "2", "0"]);
    assert!(import(&mut fatima, &again).contains("Deed al mee: 2."));
    let mut after = all(&app);
    after[5] -= 1; // the line that says a list was read
    assert_eq!(after, before);
}

#[test]
fn the_same_list_imported_twice_at_the_same_time_makes_nobody_twice() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let mut list = String::from("Naam;E-mail\n");
    for number in 0..450 {
        list += &format!("Jan de Boer;jan{number}@lindedam.example.nl\n");
    }
    let before = (ask(&app, PEOPLE), ask(&app, PARTICIPANTS));
    let dry_runs = [0, 1].map(|_| look(&mut fatima, &space, list.as_bytes()).0);
    let presses: Vec<_> = [&dry_runs[0], &dry_runs[0], &dry_runs[1]]
        .into_iter()
        .map(|dry_run| {
            let (mut browser, path) = (fatima.clone(), format!("{dry_run}/import"));
            std::thread::spawn(move || browser.post(&path, &[]).status)
        })
        .collect();
    for press in presses {
        assert_eq!(press.join().unwrap(), 303);
    }
    assert_eq!((ask(&app, PEOPLE), ask(&app, PARTICIPANTS)), (before.0 + 450, before.1 + 450));
}

#[test]
fn what_we_know_otherwise_is_shown_and_stays_and_what_we_lacked_is_added() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let first = "Naam;E-mail;Telefoon\nPiet Jansen;piet@lindedam.example.nl;06-1234\n";
    let (dry_run, _) = look(&mut fatima, &space, first.as_bytes());
    import(&mut fatima, &dry_run);
    let second = "Naam;E-mail;Telefoon;Functie\nPiet JANSEN;Piet@lindedam.example.nl;06-9999;adviseur\n";
    let (dry_run, page) = look(&mut fatima, &space, second.as_bytes());
    let words = page.words();
    assert!(words.contains("Wordt aangevuld: Functie."), "{words}");
    assert!(
        words.contains("Telefoon: wij hebben ‘06-1234’, de lijst zegt ‘06-9999’. Wat wij hebben, blijft staan."),
        "{words}"
    );
    import(&mut fatima, &dry_run);
    assert_eq!(
        ask(&app, "SELECT COUNT(*) FROM people WHERE phone = '06-1234' AND email = 'piet@lindedam.example.nl'"),
        1
    );
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM employments WHERE job_title = 'adviseur'"), 1);
}

#[test]
fn two_people_who_share_a_mailbox_are_two_people_with_their_own_sign_in_names() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let list = "Naam;E-mail\nPiet Jansen;balie@lindedam.example.nl\nJoke Smit;BALIE@lindedam.example.nl\n\
                Frits Bakker;samira.bakker@lindedam.example.nl\n";
    let (dry_run, page) = look(&mut fatima, &space, list.as_bytes());
    assert_eq!(counts(&page), ["3", "0", "0", "0"]);
    let rows = page.all("tbody tr");
    assert!(rows[0].contains("Deelt het adres met Joke Smit"), "{rows:?}");
    assert!(rows[2].contains("Deelt het adres met Samira Bakker"), "{rows:?}");
    import(&mut fatima, &dry_run);
    let accounts = "SELECT COUNT(DISTINCT a.sign_in_folded) FROM accounts a JOIN people p ON p.id = a.person_id \
                    WHERE p.email_folded IN ('balie@lindedam.example.nl', 'samira.bakker@lindedam.example.nl')";
    assert_eq!(ask(&app, accounts), 4);
    assert_ne!(app.signed_in(people::SAMIRA).get("/student").status, 303, "Samira's own account is as it was");
}

#[test]
fn a_person_known_to_another_client_is_never_merged_across_the_wall() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let list = format!("Naam;E-mail;Telefoon\nHugo Schippers;{};06-55\n", people::HUGO);
    let (dry_run, page) = look(&mut fatima, &space, list.as_bytes());
    assert_eq!(counts(&page), ["1", "0", "0", "0"]);
    let words = page.words();
    assert!(words.contains("Adres ook bekend bij een andere organisatie."), "{words}");
    assert!(!words.contains("Oostervaart"), "{words}");
    import(&mut fatima, &dry_run);
    assert_eq!(ask(&app, &format!("SELECT COUNT(*) FROM people WHERE email_folded = '{}'", people::HUGO)), 2);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM people WHERE phone = '06-55'"), 1);
    let each = "SELECT COUNT(*) FROM employments e JOIN people p ON p.id = e.person_id WHERE p.last_name = 'Schippers'";
    assert_eq!(ask(&app, each), 2, "one at each client");
    // The Hugo of Oostervaart still signs in with his address, and leads into his own project only.
    assert_eq!(app.signed_in(people::HUGO).get("/").location, "/student");
    let permits = project(&mut fatima, PERMITS);
    let again = format!("Naam;E-mail\nHugo Schippers;{}\n", people::HUGO);
    assert_eq!(counts(&look(&mut fatima, &permits, again.as_bytes()).1), ["0", "0", "1", "0"]);
}

#[test]
fn a_group_in_the_list_gives_a_place_when_it_exists_and_has_room() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let mut list = String::from("Naam;E-mail;Groep\nSamira Bakker;samira.bakker@lindedam.example.nl;Donderdagmiddag\n");
    list += "Nel Zuid;nel@lindedam.example.nl;Zondag\n";
    // Of the eight places on Tuesday five are taken.
    for number in 1..=4 {
        list += &format!(
            "Kees Nummer{};kees{number}@lindedam.example.nl;dinsdag-ochtend\n",
            ["een", "twee", "drie", "vier"][number - 1]
        );
    }
    let list = list.replace("dinsdag-ochtend", "DINSDAGOCHTEND");
    let (dry_run, page) = look(&mut fatima, &autumn, list.as_bytes());
    let rows = page.all("tbody tr");
    assert!(rows[0].contains("Houdt de plaats in groep Dinsdagochtend."), "{rows:?}");
    assert!(rows[1].contains("Dit project heeft geen groep Zondag."), "{rows:?}");
    assert!(rows[4].contains("Krijgt een plaats in groep Dinsdagochtend."), "{rows:?}");
    assert!(rows[5].contains("Groep Dinsdagochtend is vol."), "{rows:?}");
    import(&mut fatima, &dry_run);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    assert!(fatima.get(&tuesday).words().contains("8 van 8 plaatsen"));
}

#[test]
fn five_thousand_rows_are_read_and_imported_well_within_a_minute() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let mut list = String::from("Voornaam;Achternaam;E-mail;Personeelsnummer;Afdeling\r\n");
    for number in 0..5_000 {
        let wrong = if number % 100 == 99 { "" } else { "@lindedam.example.nl" };
        list += &format!("Jan{number};de Boer;jan.deboer{number}{wrong};{number:05};Afdeling {}\r\n", number % 40);
    }
    list += ";;;;\r\n\r\n   ;;;;\r\n";
    let began = Instant::now();
    let (dry_run, page) = look(&mut fatima, &space, list.as_bytes());
    assert_eq!(counts(&page), ["4950", "0", "0", "50"]);
    assert_eq!(page.all("tbody tr").len(), 200);
    assert!(page.all("tbody tr")[..50].iter().all(|r| r.contains("klopt niet")));
    let last = fatima.get(&format!("{dry_run}?page=25"));
    assert!(last.words().contains("4801 tot en met 5000 van 5000"), "{}", last.words());
    let said = import(&mut fatima, &dry_run);
    assert!(said.contains("Nieuw: 4950.") && said.contains("Overgeslagen: 50."), "{said}");
    assert_eq!(ask(&app, &format!("{PARTICIPANTS} WHERE invited_at IS NULL")), 4_950);
    fatima.post(&format!("{space}/invitations"), &[("who", "waiting")]);
    assert!(fatima.get(&space).words().contains("4950 uitnodigingen zijn onderweg."));
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    let page = fatima.get(&format!("{space}?page=3"));
    assert_eq!(page.all("section[aria-labelledby='participants'] tbody tr").len(), 50);
}

#[test]
fn a_list_that_cannot_be_read_says_why_and_what_to_do() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let mut said = |bytes: &[u8]| {
        let page = fatima.upload(&format!("{space}/roster"), &[], "lijst.csv", bytes);
        assert_eq!(page.status, 422);
        page.all("#file-error").join(" ")
    };
    assert_eq!(said(b""), "Dit bestand is leeg.");
    assert!(said(b"Voornaam;Achternaam\nJan;Boer\n").contains("Noem die kolom E-mail."));
    assert!(said(b"%PDF-1.7").contains("kunnen we niet lezen als lijst"));
    assert!(said(&vec![b'a'; 20_000_001]).contains("niet groter zijn dan 20 MB"));
    let none = fatima.upload(&format!("{space}/roster"), &[], "", b"");
    assert_eq!(none.all("#file-error"), ["Kies eerst een bestand."]);
}

#[test]
fn a_list_that_nobody_imports_is_gone_after_a_day() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let (dry_run, _) = look(&mut fatima, &space, b"Naam;E-mail\nPiet Jansen;piet@lindedam.example.nl\n");
    app.running.advance(TimeDelta::hours(25));
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(fatima.get(&dry_run).status, 404);
    assert_eq!(fatima.post(&format!("{dry_run}/import"), &[]).status, 404);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM rosters"), 1);
    app.running.work();
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM rosters"), 0);
}

#[test]
fn once_imported_nobody_is_in_the_waiting_list_any_more() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let (dry_run, _) = look(&mut fatima, &space, b"Naam;E-mail\nPiet Jansen;piet@lindedam.example.nl\n");
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM rosters WHERE sheet LIKE '%Jansen%'"), 1);
    import(&mut fatima, &dry_run);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM rosters WHERE sheet LIKE '%Jansen%'"), 0);
    assert_eq!(fatima.get(&dry_run).location, space);
}

#[test]
fn only_who_enters_participants_reads_lists() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let list = b"Naam;E-mail\nPiet Jansen;piet@lindedam.example.nl\n";
    let (dry_run, _) = look(&mut fatima, &space, list);
    for who in
        [people::JOOST, people::PETRA, people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER, people::SAMIRA]
    {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get(&format!("{space}/roster")).status, 404, "{who}");
        assert_eq!(browser.upload(&format!("{space}/roster"), &[], "l.csv", list).status, 404, "{who}");
        assert_eq!(browser.get(&dry_run).status, 404, "{who}");
        assert_eq!(browser.post(&format!("{dry_run}/import"), &[]).status, 404, "{who}");
    }
    assert_eq!(fatima.get("/staff/rosters/999").status, 404);
    assert_eq!(fatima.get("/staff/projects/999/roster").status, 404);
}

/// What the command line says about `list`: exit status, standard output, standard error.
fn command(app: &TestApp, list: Option<&[u8]>, project: &str, more: &[&str]) -> (i32, String, String) {
    let file = app.folder().join("lijst van de klant.csv");
    if let Some(list) = list {
        std::fs::write(&file, list).unwrap();
    }
    let line = ["import", "roster", file.to_str().unwrap(), "--project", project];
    let done = app.command(&[&line, more].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

#[test]
fn the_command_line_says_what_an_import_would_do_and_does_it() {
    let app = TestApp::new();
    let list = "Naam;E-mail\nPiet Jansen;piet@lindedam.example.nl\n\
                Samira Bakker;samira.bakker@lindedam.example.nl\nJoke Smit;joke\n";
    let before = ask(&app, PARTICIPANTS);
    let expected = r#"{"new":1,"known":1,"bad":1,"rows":[{"row":4,"column":"email","reason":"not_an_email"}]}"#;
    let (code, out, _) = command(&app, Some(list.as_bytes()), "3", &["--dry-run", "--json"]);
    assert_eq!((code, out.trim()), (0, expected));
    assert_eq!(ask(&app, PARTICIPANTS), before);
    let (code, out, _) = command(&app, Some(list.as_bytes()), "3", &["--json"]);
    assert_eq!((code, out.trim()), (0, expected));
    assert_eq!(ask(&app, PARTICIPANTS), before + 2);
    let (code, out, _) = command(&app, Some(list.as_bytes()), "3", &[]);
    assert_eq!((code, out.as_str()), (0, "0 new, 2 known, 1 bad\nrow 4, email: not_an_email\n"));
    assert_eq!(ask(&app, PARTICIPANTS), before + 2);
}

#[test]
fn the_command_line_says_in_one_sentence_why_it_cannot() {
    let app = TestApp::new();
    for (list, project, sentence) in [
        (None, "3", "cannot be read: No such file or directory"),
        (Some(b"%PDF-1.7".as_slice()), "3", "cannot be read: the file is a PDF"),
        (Some(b"Naam\nPiet Jansen\n".as_slice()), "3", "cannot be read: no heading row was found"),
        (Some(b"Naam;E-mail\n".as_slice()), "999", "there is no project 999"),
    ] {
        let (code, out, said) = command(&app, list, project, &["--dry-run", "--json"]);
        assert_eq!((code, out.as_str()), (2, ""), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(sentence), "{said}");
    }
}
