//! Every page, in both languages, as everybody who may open it: what a reader, a screen reader and a browser
//! need of any page, and that none leads to nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{ElementRef, Html, Selector};
use traject::app::access_table;

use crate::support::visitors::{self, Row, Visitor, filled, rows_in};
use crate::support::{Page, TestApp};

/// What is wrong with the pages, each once, with a page that has it.
#[derive(Default)]
struct Complaints(BTreeMap<String, String>);

impl Complaints {
    fn add(&mut self, page: &str, complaint: String) {
        self.0.entry(complaint).or_insert_with(|| page.to_owned());
    }
}

#[test]
fn every_page_is_whole_in_both_languages() {
    let app = TestApp::new();
    let mut complaints = Complaints::default();
    let mut leads = Leads::default();
    for visitor in visitors::all(&app) {
        let addresses = pages_of(&app, &visitor);
        for lang in ["nl", "en"] {
            let mut browser = visitor.browser.clone().with_header("accept-language", lang);
            for address in &addresses {
                let page = browser.get(address);
                if page.status == 200 && page.headers["content-type"].starts_with("text/html") {
                    let name = format!("{address} in {lang} as {:?}", visitor.hat);
                    look_at(&name, &page, lang, &mut complaints);
                    leads.collect(&name, &page, &mut browser, &mut complaints);
                }
            }
        }
        leads.opened.clear();
    }
    let said: Vec<_> = complaints.0.iter().map(|(what, page)| format!("{page}: {what}")).collect();
    assert!(said.is_empty(), "{} complaints:\n  {}", said.len(), said.join("\n  "));
}

/// The addresses that `visitor` may open: each page, with two of their own numbers.
fn pages_of(app: &TestApp, visitor: &Visitor) -> Vec<String> {
    let mut addresses = vec!["/nowhere".to_owned()];
    for row in access_table().iter().filter(|r| r.method == "GET" && visitor.hat.is_admitted(&r.who)) {
        let rows = rows_in(row.path);
        let own = |row: &Row| match row {
            Row::Token => vec![1],
            row => row.known(app, visitor).0,
        };
        let numbers: Vec<Vec<i64>> = rows.iter().map(own).collect();
        let longest = numbers.iter().map(Vec::len).min().unwrap_or(1).min(4);
        for at in 0..longest {
            let ids: Vec<_> = numbers.iter().map(|n| n[at].to_string()).collect();
            addresses.push(filled(row.path, &ids));
        }
    }
    addresses
}

fn look_at(name: &str, page: &Page, lang: &str, complaints: &mut Complaints) {
    let html = Html::parse_document(&page.text());
    let all = |selector: &str| -> Vec<ElementRef<'_>> { html.select(&Selector::parse(selector).unwrap()).collect() };
    let mut wrong = |complaint: String| complaints.add(name, complaint);
    if all("html").first().and_then(|e| e.attr("lang")) != Some(lang) {
        wrong(format!("its language is not {lang}"));
    }
    for (selector, what) in [("h1", "h1"), ("main", "main"), ("body > header", "header"), ("body > footer", "footer")] {
        if all(selector).len() != 1 {
            wrong(format!("it has {} of {what}", all(selector).len()));
        }
    }
    let title = all("title").first().map(|e| e.text().collect::<String>()).unwrap_or_default();
    if title.split(" – ").next().unwrap_or_default().trim().is_empty() {
        wrong("its title is empty".into());
    }
    look_at_ids(&html, &mut wrong);
    look_at_controls(&html, &mut wrong);
    look_at_headings(&html, &mut wrong);
    let words = page.words();
    for key in keys().iter().filter(|key| words.contains(key.as_str())) {
        wrong(format!("it shows the name of a text: {key}"));
    }
    if words.contains("{ $") || words.contains("{$") {
        wrong("it shows a gap in a text".into());
    }
    for machine in all("time").iter().filter(|e| e.attr("datetime").is_none_or(str::is_empty)) {
        wrong(format!("a time without datetime: {}", machine.html()));
    }
}

fn look_at_ids(html: &Html, wrong: &mut impl FnMut(String)) {
    let mut ids = BTreeSet::new();
    for element in html.select(&Selector::parse("[id]").unwrap()) {
        if !ids.insert(element.attr("id").unwrap()) {
            wrong(format!("two elements have the id {}", element.attr("id").unwrap()));
        }
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "popovertarget"] {
        for element in html.select(&Selector::parse(&format!("[{attribute}]")).unwrap()) {
            for id in element.attr(attribute).unwrap().split_whitespace().filter(|id| !ids.contains(id)) {
                wrong(format!("{attribute} names {id}, which is not there"));
            }
        }
    }
    for link in html.select(&Selector::parse("a[href^='#']").unwrap()) {
        let id = link.attr("href").unwrap().trim_start_matches('#');
        if !ids.contains(id) {
            wrong(format!("a link leads to #{id}, which is not there"));
        }
    }
}

fn look_at_controls(html: &Html, wrong: &mut impl FnMut(String)) {
    let labelled: BTreeSet<&str> =
        html.select(&Selector::parse("label[for]").unwrap()).filter_map(|l| l.attr("for")).collect();
    for control in html.select(&Selector::parse("input:not([type=hidden]):not([hidden]), select, textarea").unwrap()) {
        let wrapped = control.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "label");
        let named = control.attr("aria-label").is_some() || control.attr("aria-labelledby").is_some();
        if !wrapped && !named && !control.attr("id").is_some_and(|id| labelled.contains(id)) {
            wrong(format!("a field has no label: {}", control.html()));
        }
        let personal = ["email", "tel", "password"].contains(&control.attr("type").unwrap_or_default());
        if personal && control.attr("autocomplete").is_none() {
            wrong(format!("a field does not say what it is to be completed with: {}", control.html()));
        }
    }
    for acting in html.select(&Selector::parse("a[href], button").unwrap()) {
        let text: String = acting.text().collect();
        if text.trim().is_empty() && acting.attr("aria-label").is_none_or(str::is_empty) {
            wrong(format!("a link or button without words: {}", acting.html()));
        }
    }
    for form in html.select(&Selector::parse("form[method=post]").unwrap()) {
        let inner = Selector::parse("button, input[type=submit]").unwrap();
        if form.select(&inner).next().is_none() {
            wrong(format!("a form without a button: {}", form.attr("action").unwrap_or_default()));
        }
    }
}

fn look_at_headings(html: &Html, wrong: &mut impl FnMut(String)) {
    let mut last = 0;
    for heading in html.select(&Selector::parse("main h1, main h2, main h3, main h4, main h5").unwrap()) {
        let level = heading.value().name()[1..].parse::<u8>().unwrap();
        if level > last + 1 {
            wrong(format!("a heading skips a level: {}", heading.html()));
        }
        last = level;
    }
}

/// The names of all texts.
fn keys() -> &'static [String] {
    static KEYS: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    KEYS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/nl");
        let files = std::fs::read_dir(folder).unwrap().map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap());
        let texts: String = files.collect();
        let lines = texts.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
        lines.filter_map(|l| Some(l.split_once('=')?.0.trim().to_owned())).filter(|k| k.contains('-')).collect()
    })
}

/// Where links and forms lead.
#[derive(Default)]
struct Leads {
    opened: BTreeSet<String>,
}

impl Leads {
    fn collect(&mut self, name: &str, page: &Page, browser: &mut crate::support::Browser, complaints: &mut Complaints) {
        for link in page.attributes("a[href^='/']", "href") {
            let bare = link.split('#').next().unwrap_or_default().to_owned();
            if self.opened.insert(bare.clone()) && !browser.get(&bare).is_somewhere() {
                complaints.add(name, format!("a link leads nowhere: {bare}"));
            }
        }
        for (selector, method) in [("form[method=post]", "POST"), ("form:not([method])", "GET")] {
            for action in page.attributes(selector, "action") {
                let bare = action.split('?').next().unwrap_or_default();
                let fits = |path: &str| {
                    let (path, bare): (Vec<_>, Vec<_>) = (path.split('/').collect(), bare.split('/').collect());
                    path.len() == bare.len() && path.iter().zip(&bare).all(|(p, b)| p == b || p.starts_with('{'))
                };
                if !access_table().iter().any(|r| r.method == method && fits(r.path)) {
                    complaints.add(name, format!("a form goes nowhere: {method} {bare}"));
                }
            }
        }
    }
}

impl Page {
    fn is_somewhere(&self) -> bool {
        [200, 303].contains(&self.status)
    }
}

#[test]
fn a_language_that_was_asked_for_is_spoken_at_the_door() {
    let app = TestApp::new();
    for (asked, lang) in [("nl", "nl"), ("en-GB,en;q=0.9", "en"), ("de, en;q=0.5", "en"), ("fr", "nl"), ("", "nl")] {
        let page = app.browser().with_header("accept-language", asked).get("/login");
        assert_eq!(page.attributes("html", "lang"), [lang], "{asked}");
    }
}
