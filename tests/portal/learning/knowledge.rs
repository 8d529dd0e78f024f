//! The knowledge base: reading, searching, writing.

use std::fmt::Write;

use crate::support::{Browser, Page, TestApp, people};

const ILSE: &str = "ilse.kortekaas@opleider.example.nl";

fn asked(browser: &mut Browser, words: &str) -> Page {
    let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let page = browser.get(&format!("/student/knowledge?q={query}"));
    assert_eq!(page.status, 200, "{words}: {}", page.words());
    page
}

/// The titles of what is found, the best first.
fn found(browser: &mut Browser, words: &str) -> Vec<String> {
    asked(browser, words).all("#results h2")
}

fn article<'a>(title: &'a str, body: &'a str, category: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("category", category), ("title_nl", title), ("body_nl", body), ("published", "on")]
}

#[test]
fn everybody_who_is_signed_in_reads_and_the_categories_say_what_there_is() {
    let app = TestApp::new();
    for (who, base) in [(people::SAMIRA, "student"), (people::WOUTER, "leader"), (people::SJOERD, "staff")] {
        let mut reader = app.signed_in(who);
        let page = reader.get(&format!("/{base}/knowledge"));
        let categories = ["De portal", "Groepen en bijeenkomsten", "Teksten insturen", "Beter schrijven"];
        assert_eq!(page.all("main h2"), categories, "{who}");
        let link = page.attributes("#results li a", "href").remove(0);
        let shown = reader.get(&link);
        assert_eq!((shown.status, shown.all("h1")), (200, vec!["De portal op je telefoon".to_owned()]), "{who}");
        assert!(page.all("a[href='/staff/knowledge/new']").is_empty(), "{who} does not write");
    }
    assert_eq!(app.browser().get("/student/knowledge").location, "/login?back=%2Fstudent%2Fknowledge");
    let english = app.signed_in(people::GRACE).get("/student/knowledge");
    assert!(english.words().contains("Writing a") || english.words().contains("Writing better"), "{}", english.words());
}

/// What twenty questions find: the same lists on both databases, in the same order.
const ANSWERS: &[(&str, &[&str])] = &[
    ("cursist", &["Kort schrijven zonder kortaf te zijn"]),
    (
        "brief",
        &[
            "Een brief opbouwen",
            "De portal op je telefoon",
            "Kort schrijven zonder kortaf te zijn",
            "Namen weghalen uit je tekst",
            "Wie doet wat? Schrijf actief",
        ],
    ),
    (
        "brieven",
        &[
            "Een brief opbouwen",
            "De portal op je telefoon",
            "Wie doet wat? Schrijf actief",
            "Kort schrijven zonder kortaf te zijn",
            "Namen weghalen uit je tekst",
        ],
    ),
    ("mail", &["Inloggen lukt niet", "Mijn uitnodiging is verlopen", "Een groep kiezen"]),
    ("e-mail", &["Inloggen lukt niet", "Mijn uitnodiging is verlopen", "Een groep kiezen"]),
    ("groep", &["Een groep kiezen"]),
    ("bijeenkomst", &["De bijeenkomsten in je agenda", "Ik kan niet bij een bijeenkomst zijn"]),
    ("agenda", &["De bijeenkomsten in je agenda"]),
    ("wachtwoord vergeten", &["Inloggen lukt niet"]),
    (
        "bestand",
        &["Waarom staan er twee data bij mijn bestand?", "Een tekst insturen", "De bijeenkomsten in je agenda"],
    ),
    ("insturen", &["Een tekst insturen", "De portal op je telefoon"]),
    (
        "tekst",
        &["Een tekst insturen", "Je tekst hardop lezen", "Namen weghalen uit je tekst", "Wie doet wat? Schrijf actief"],
    ),
    ("namen", &["Namen weghalen uit je tekst"]),
    ("zin", &["Kort schrijven zonder kortaf te zijn", "Je tekst hardop lezen"]),
    ("zinnen", &["Kort schrijven zonder kortaf te zijn", "Je tekst hardop lezen"]),
    ("link", &["Mijn uitnodiging is verlopen", "De bijeenkomsten in je agenda", "Inloggen lukt niet"]),
    ("uitnodig", &["Mijn uitnodiging is verlopen", "Inloggen lukt niet"]),
    ("woorden moeilijk", &["Moeilijke woorden vervangen"]),
    ("een brief schrijven", &["Kort schrijven zonder kortaf te zijn"]),
    ("foto pdf krokodil", &["De portal op je telefoon", "Een tekst insturen"]),
];

#[test]
fn twenty_questions_have_the_same_answers_on_every_database() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let mut differ = String::new();
    for (words, titles) in ANSWERS {
        let found = found(&mut samira, words);
        if found != *titles {
            writeln!(differ, "    ({words:?}, &{found:?}),").unwrap();
        }
    }
    assert!(differ.is_empty(), "found otherwise:\n{differ}");
    assert_eq!(ANSWERS.len(), 20);
}

#[test]
fn titles_come_first_then_how_often_then_the_alphabet() {
    let app = TestApp::new();
    let category = app.number("SELECT MIN(id) AS number FROM article_categories").to_string();
    let mut ilse = app.signed_in(ILSE);
    for (title, body) in [
        ("Bijvangst", "Een otter."),
        ("Aardbei", "Een otter en nog een otter."),
        ("Zoötje over otters", "Niets."),
        ("Otter en das", "Hier staat een otter, en daar nog een otter."),
        ("Citroen", "Een otter."),
    ] {
        assert_eq!(ilse.post("/staff/knowledge", &article(title, body, &category)).status, 303);
    }
    let list = ["Otter en das", "Zoötje over otters", "Aardbei", "Bijvangst", "Citroen"];
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(found(&mut samira, "otter"), list);
    assert_eq!(found(&mut samira, "otters"), list, "in any of its forms");
    assert_eq!(found(&mut samira, "ott"), list, "and while it is typed");
    assert_eq!(found(&mut samira, "zootje"), ["Zoötje over otters"]);
    assert_eq!(found(&mut samira, "ótter dás"), ["Otter en das"], "with all of the words");
    let some = asked(&mut samira, "otter krokodil");
    assert!(some.words().contains("Geen artikel heeft al deze woorden"), "{}", some.words());
    assert_eq!(some.all("#results h2"), list);
}

#[test]
fn what_was_asked_for_is_marked_and_nothing_else() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = asked(&mut samira, "cursist");
    assert_eq!(page.all("#results h2"), ["Kort schrijven zonder kortaf te zijn"]);
    assert_eq!(page.all("mark"), ["cursisten"]);
    assert!(page.words().contains("1 artikel gevonden"));
    assert_eq!(page.value("q").as_deref(), Some("cursist"));
    assert_eq!(asked(&mut samira, "categorie").all("mark"), ["Categorieën"]);
    let typed = asked(&mut samira, "<b>brief</b>");
    assert!(!typed.text().contains("<b>brief"), "{}", typed.text());
    assert!(typed.all("mark").iter().all(|word| word.to_lowercase().starts_with("brie")), "{:?}", typed.all("mark"));
}

#[test]
fn a_question_of_odd_signs_never_fails() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let odd = [
        "\"'*:&|",
        "'",
        "\"",
        "( )",
        "a:*",
        "NOT",
        "AND OR NEAR",
        "-brief",
        "^brief",
        "brief*",
        "{brief}",
        "\\",
        "%",
        "_",
        "\u{0}x",
        "😀",
        "; DROP TABLE articles",
        "🇳🇱 brief",
        "<->",
        "!!",
        "a'b\"c",
    ];
    for words in odd {
        asked(&mut samira, words);
    }
    assert!(asked(&mut samira, "\"'*:&|").words().contains("Typ een woord om te zoeken."));
    asked(&mut samira, &"lang ".repeat(2_000));
    assert!(found(&mut samira, "brief*").contains(&"Een brief opbouwen".to_owned()));
}

#[test]
fn each_reads_their_own_language_and_the_other_where_there_is_no_more() {
    let app = TestApp::new();
    let category = app.number("SELECT MIN(id) AS number FROM article_categories").to_string();
    let mut ilse = app.signed_in(ILSE);
    assert_eq!(ilse.post("/staff/knowledge", &article("Alleen Nederlands", "Over pinguïns.", &category)).status, 303);
    let mut grace = app.signed_in(people::GRACE);
    assert_eq!(found(&mut grace, "meetings").first().map(String::as_str), Some("I cannot come to a meeting"));
    assert!(found(&mut grace, "bijeenkomsten").is_empty(), "there is English for that");
    let page = asked(&mut grace, "pinguin");
    assert_eq!(page.all("#results h2"), ["Alleen Nederlands"]);
    assert_eq!(page.attributes("#results li[lang]", "lang"), ["nl"]);
    let shown = grace.get(&page.attributes("#results h2 a", "href")[0]);
    assert!(shown.words().contains("This article is there in Dutch only."));
    assert_eq!(shown.attributes("article[lang]", "lang"), ["nl"]);
}

#[test]
fn staff_write_look_and_publish() {
    let app = TestApp::new();
    let category = app.number("SELECT MIN(id) AS number FROM article_categories").to_string();
    let mut ilse = app.signed_in(ILSE);
    let mut draft = article("Een schets", "# Kop\n\n<i>Tekst</i>", &category);
    draft.push(("act", "preview"));
    let preview = ilse.post("/staff/knowledge", &draft);
    assert!(
        preview.text().contains("&lt;i&gt;Tekst&lt;/i&gt;") && preview.all("article h2") == ["Kop"],
        "{}",
        preview.text()
    );
    assert_eq!(app.number("SELECT count(*) AS number FROM article_texts WHERE title = 'Een schets'"), 0);

    let unpublished: Vec<_> = draft.iter().filter(|f| !["act", "published"].contains(&f.0)).copied().collect();
    let made = ilse.post("/staff/knowledge", &unpublished);
    let id = made.location.rsplit('/').next().unwrap().to_owned();
    assert!(ilse.get("/staff/knowledge").words().contains("Nog niet gepubliceerd Een schets"));
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&format!("/student/knowledge/{id}")).status, 404);
    assert_eq!(app.signed_in(people::JOOST).get(&format!("/staff/knowledge/{id}")).status, 404);
    assert!(found(&mut samira, "schets").is_empty());

    let seen = ilse.get(&format!("/staff/knowledge/{id}/edit")).value("seen").unwrap();
    let mut changed = article("Een tekening", "Nu anders.", &category);
    changed.push(("seen", &seen));
    app.running.advance(chrono::TimeDelta::minutes(1));
    assert_eq!(ilse.post(&format!("/staff/knowledge/{id}"), &changed).status, 303);
    assert_eq!(found(&mut samira, "tekening"), ["Een tekening"]);
    assert!(found(&mut samira, "schets").is_empty(), "what it said before is found no more");
    let late = ilse.post(&format!("/staff/knowledge/{id}"), &changed);
    assert_eq!((late.status, late.value("body_nl").as_deref()), (409, Some("Nu anders.")));
    assert_eq!(ilse.post("/staff/knowledge", &[("title_nl", "Zonder tekst")]).status, 422);

    assert_eq!(ilse.post(&format!("/staff/knowledge/{id}/removal"), &[]).status, 303);
    assert!(found(&mut samira, "tekening").is_empty());
    for who in [people::JOOST, people::FATIMA, people::SJOERD, people::HANNA] {
        let mut other = app.signed_in(who);
        assert_eq!(other.get("/staff/knowledge").status, 200, "{who}");
        assert_eq!(other.get("/staff/knowledge/new").status, 404, "{who}");
        assert_eq!(other.post("/staff/knowledge", &changed).status, 404, "{who}");
    }
}

#[test]
fn categories_are_kept_and_one_with_articles_stays() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    assert_eq!(ilse.post("/staff/knowledge/categories", &[("name_nl", "De portal"), ("name_en", "Other")]).status, 422);
    assert_eq!(ilse.post("/staff/knowledge/categories", &[("name_nl", "Nieuw"), ("name_en", "New")]).status, 303);
    let id = app.number("SELECT id AS number FROM article_categories WHERE name_nl = 'Nieuw'");
    let path = format!("/staff/knowledge/categories/{id}");
    assert_eq!(ilse.post(&path, &[("name_nl", "Anders"), ("name_en", "New")]).status, 303);
    let used = app.number("SELECT MIN(id) AS number FROM article_categories");
    assert_eq!(ilse.post(&format!("/staff/knowledge/categories/{used}/removal"), &[]).status, 409);
    assert_eq!(ilse.post(&format!("{path}/removal"), &[]).status, 303);
    assert_eq!(app.number("SELECT count(*) AS number FROM article_categories"), 4);
    let one = app.signed_in(people::SAMIRA).get(&format!("/student/knowledge?category={used}"));
    assert_eq!(one.all("#results li").len(), 3);
    assert_eq!(app.signed_in(people::SAMIRA).get("/student/knowledge?category=999999").status, 404);
}

#[test]
fn searching_takes_few_statements_however_many_articles_there_are() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let paths = ["/student/knowledge", "/student/knowledge?q=brief", "/student/knowledge?q=brief+krokodil"];
    samira.get("/student/knowledge");
    let cost = |browser: &mut Browser, path: &str| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    let before: Vec<_> = paths.iter().map(|path| cost(&mut samira, path)).collect();
    assert!(before.iter().all(|cost| *cost <= 5), "{before:?}");
    app.execute(
        "INSERT INTO articles (category_id, published_at, created_at, changed_at)
         SELECT a.category_id, a.published_at, a.created_at, a.changed_at FROM articles a, articles b",
    );
    app.execute(
        "INSERT INTO article_texts (article_id, language, title, title_folded, title_words, body_words, body)
         SELECT a.id, 'nl', t.title, t.title_folded, t.title_words, t.body_words, t.body
         FROM articles a JOIN article_texts t ON t.id = (SELECT MIN(x.id) FROM article_texts x WHERE x.title LIKE 'Een brief%')
         WHERE NOT EXISTS (SELECT 1 FROM article_texts o WHERE o.article_id = a.id)",
    );
    samira.get("/student/knowledge");
    assert_eq!(paths.iter().map(|path| cost(&mut samira, path)).collect::<Vec<_>>(), before);
    let page = samira.get("/student/knowledge?q=brief&page=2");
    assert!(page.words().contains("21 tot en met 40 van "), "{}", page.words());
    assert_eq!(page.all("#results h2").len(), 20);
}
