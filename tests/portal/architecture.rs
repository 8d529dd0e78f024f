//! Rules of the house that the compiler cannot hold. Each test reads the sources and says which line breaks one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where statements stand besides a feature's `queries`: plumbing that is nothing but its own small table.
const PLUMBING: &[&str] = &[
    "src/access/accounts/held.rs",
    "src/access/accounts/sessions.rs",
    "src/access/accounts/throttle.rs",
    "src/planning/projects/reach.rs",
    "src/platform/jobs/lease.rs",
    "src/platform/jobs/mark.rs",
    "src/platform/mail/outbox.rs",
];

/// What a feature counts for others to show, each a subject of its own beside the feature's `queries`.
const FIGURES: &[&str] = &["src/learning/actions/progress.rs", "src/learning/intakes/wishes.rs"];

/// A file of the repository.
struct Source {
    /// Its path from the root of the repository.
    path: String,
    text: String,
}

impl Source {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The lines of the program itself with their numbers: no comments, and nothing from the unit tests on.
    fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, line))
    }

    /// Where the program says one of `words`.
    fn says(&self, words: &[&str]) -> Vec<String> {
        let found = self.program().filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found.map(|(at, line)| format!("{}:{at}: {}", self.path, line.trim())).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under `folder` whose name ends in one of `endings`, sorted.
fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    let wanted = |path: &PathBuf| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending));
    let read = |path: PathBuf| Source {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root()).unwrap().to_string_lossy().into_owned(),
    };
    let files: Vec<Source> = paths.into_iter().filter(wanted).map(read).collect();
    assert!(!files.is_empty(), "nothing found in {folder}: this test looks in the wrong place");
    files
}

fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name == "node_modules" || name == "vendor") {
            continue;
        }
        if path.is_dir() { walk(&path, into) } else { into.push(path) }
    }
}

/// The program, without the files that only hold unit tests.
fn sources() -> Vec<Source> {
    files("src", &[".rs"]).into_iter().filter(|s| s.name() != "tests.rs").collect()
}

fn none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}\n  {}\n", broken.join("\n  "));
}

#[test]
fn statements_stand_in_queries() {
    let statement = ["::table", "insert_into(", "diesel::update(", "diesel::delete(", "sql_query("];
    let elsewhere = sources().into_iter().filter(|s| {
        let own = s.name() == "queries.rs" || s.path.contains("/queries/");
        let plumbing =
            s.path.starts_with("src/platform/db/") || [PLUMBING, FIGURES].concat().contains(&s.path.as_str());
        !own && !plumbing && !s.path.starts_with("src/demo/")
    });
    let broken: Vec<_> = elsewhere.flat_map(|s| s.says(&statement)).collect();
    none(&broken, "A statement stands in its feature's queries.rs (or a file in queries/), so that all SQL is found:");
}

#[test]
fn nobody_reaches_into_the_queries_of_another_feature() {
    let mut broken = Vec::new();
    for source in sources() {
        for (at, line) in source.program() {
            let before = line.split("::queries").next().filter(|before| before.len() < line.len());
            let owner = before.and_then(|b| b.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next());
            let own = |owner: &str| ["super", "self"].contains(&owner) || source.path.contains(&format!("/{owner}/"));
            if owner.is_some_and(|owner| !own(owner)) || line.contains("pub mod queries") {
                broken.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(&broken, "A feature offers what others may use in its mod.rs; its queries are its own:");
}

#[test]
fn no_answer_of_the_database_is_dropped() {
    let mut broken = Vec::new();
    for source in sources() {
        let program: Vec<_> = source.program().collect();
        let text: String = program.iter().map(|(_, line)| format!("{line}\n")).collect();
        for statement in text.split_inclusive([';', '{', '}']) {
            let asks = [".execute(", ".load(", ".first(", ".get_result(", ".write(", ".read("];
            let drops = statement.ends_with(".ok();") || statement.trim_start().starts_with("let _ =");
            if drops && asks.iter().any(|a| statement.contains(a)) {
                broken.push(format!("{}: {}", source.path, statement.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
        }
    }
    none(&broken, "What the database answers is looked at; a failed statement must not pass in silence:");
}

#[test]
fn a_page_stands_in_the_file_of_its_audience() {
    let mut broken = Vec::new();
    for source in sources() {
        let file = source.path.trim_end_matches(".rs").rsplit('/').take(2).collect::<Vec<_>>();
        let audience = ["student", "leader", "staff"].into_iter().find(|a| file.contains(a));
        for (at, line) in source.program() {
            for path in line.split("\"/").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()) {
                let route = line.contains(".get(\"/") || line.contains(".post(\"/");
                let first = path.split('/').next().unwrap_or_default();
                let belongs = ["student", "leader", "staff"].into_iter().find(|a| *a == first);
                if route && belongs != audience {
                    broken.push(format!("{}:{at}: /{path}", source.path));
                }
            }
        }
    }
    none(&broken, "An address begins with the name of the file that answers it (student, leader or staff):");
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |kind: &str| -> BTreeSet<String> {
        let folders = fs::read_dir(root().join("migrations").join(kind)).unwrap();
        folders.map(|f| f.unwrap().file_name().to_string_lossy().into_owned()).collect()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    assert!(!sqlite.is_empty());
    let broken: Vec<_> = sqlite.symmetric_difference(&postgres).cloned().collect();
    none(&broken, "A migration is written for SQLite and for PostgreSQL, under the same name:");
}

#[test]
fn a_file_is_read_at_one_sitting() {
    let rust = files("src", &[".rs"]).into_iter().chain(files("tests", &[".rs", ".mjs"]));
    let pages = files("templates", &[".html", ".txt"]).into_iter().chain(files("static", &[".js"]));
    // The schema is a table of tables: splitting it would only hide half of it.
    let long = rust.chain(pages).filter(|s| s.name() != "schema.rs" && s.text.lines().count() > 400);
    let broken: Vec<_> = long.map(|s| format!("{}: {} lines", s.path, s.text.lines().count())).collect();
    none(&broken, "No file is longer than 400 lines:");
}

#[test]
fn templates_hold_neither_style_nor_script() {
    let mut broken = Vec::new();
    for source in files("templates", &[".html"]).iter().filter(|s| !s.path.contains("/mail/")) {
        for (at, line) in source.text.lines().enumerate() {
            let attribute = |start: &str| {
                let after = line.split(start).skip(1);
                after.into_iter().any(|rest| {
                    let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
                    !name.is_empty() && rest.chars().nth(name.len()) == Some('=')
                })
            };
            let inline = line.contains(" style=") || line.contains("<style") || line.contains("javascript:");
            let script = line.contains("<script") && !line.contains("src=");
            if inline || script || attribute(" on") {
                broken.push(format!("{}:{}: {}", source.path, at + 1, line.trim()));
            }
        }
    }
    none(&broken, "The content policy refuses style and script in a page; they belong in static/:");
}

#[test]
fn each_module_says_what_it_is() {
    let modules = sources().into_iter().filter(|s| s.name() == "mod.rs" && !s.text.starts_with("//! "));
    let broken: Vec<_> = modules.map(|s| s.path).collect();
    none(&broken, "A mod.rs begins with //! and what the feature is:");
}

#[test]
fn the_program_does_not_panic_on_purpose() {
    let words = [".unwrap()", ".expect(", ".unwrap_err()", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let broken: Vec<_> = sources().iter().flat_map(|s| s.says(&words)).collect();
    none(&broken, "A fault is returned, not thrown: outside unit tests nothing may panic:");
}

#[test]
fn names_say_what_a_thing_does() {
    let empty = ["service", "manager", "helper", "helpers", "util", "utils", "common", "misc"];
    let stem = |s: &Source| s.name().split('.').next().unwrap_or_default().to_owned();
    let named = sources()
        .into_iter()
        .filter(|s| s.path.split('/').any(|p| empty.contains(&p)) || empty.contains(&stem(s).as_str()));
    let broken: Vec<_> = named.map(|s| s.path).collect();
    none(&broken, "A module is called after what it does, not service, manager, helper, util or common:");
}

#[test]
fn both_languages_say_the_same() {
    let keys = |language: &str| -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for source in files(&format!("locales/{language}"), &[".ftl"]) {
            let feature = source.name().trim_end_matches(".ftl").replace('_', "-");
            for line in source.text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic())) {
                let key = line.split('=').next().unwrap_or_default().trim();
                assert!(keys.insert(format!("{feature}: {key}")), "{}: {key} is there twice", source.path);
            }
        }
        keys
    };
    let (dutch, english) = (keys("nl"), keys("en"));
    let broken: Vec<_> = dutch.symmetric_difference(&english).cloned().collect();
    none(&broken, "A text is there in Dutch and in English, in files of the same name:");
    let known = |key: &str| key.split_once(": ").is_some_and(|(file, key)| key.starts_with(&format!("{file}-")));
    // The parts of forms also say what can be wrong with a field.
    let broken: Vec<_> = dutch.iter().filter(|k| !known(k) && !k.starts_with("form: wrong-")).cloned().collect();
    none(&broken, "The name of a text begins with its feature:");
}

#[test]
fn nothing_is_left_open_and_no_machine_shows() {
    let homes: Vec<String> = ["work", "root", "home"].iter().map(|folder| format!("/{folder}/")).collect();
    let open: Vec<String> = ["TO", "FIX"].iter().zip(["DO", "ME"]).map(|(a, b)| format!("{a}{b}")).collect();
    let own = root().parent().map(|p| format!("{}/", p.display())).unwrap_or_default();
    let endings = [".rs", ".html", ".txt", ".ftl", ".sql", ".js", ".mjs", ".css"];
    let folders = ["src", "templates", "locales", "migrations", "static", "tests"];
    let mut broken = Vec::new();
    for source in folders.iter().flat_map(|folder| files(folder, &endings)) {
        for (at, line) in source.text.lines().enumerate() {
            let machine = homes.iter().any(|h| line.contains(h.as_str())) || (own.len() > 1 && line.contains(&own));
            if machine || open.iter().any(|word| line.contains(word.as_str())) {
                broken.push(format!("{}:{}: {}", source.path, at + 1, line.trim()));
            }
        }
    }
    none(&broken, "Work left open goes into an issue, and paths of one machine nowhere:");
}
