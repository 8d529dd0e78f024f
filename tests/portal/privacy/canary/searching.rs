//! Every place where something of a person could be left.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::planting::{Canary, Proof};
use crate::support::TestApp;

/// All places of one installation, read at one moment.
pub struct Places(Vec<(String, Vec<u8>)>);

impl Places {
    /// The database file with its log, or a dump of every table; the files, the keys, temporary files, the log.
    pub fn of(app: &TestApp, log: &Path) -> Self {
        let mut places: Vec<(String, Vec<u8>)> = Vec::new();
        for path in files(app.folder()) {
            let name = path.strip_prefix(app.folder()).unwrap().to_string_lossy().into_owned();
            let mut bytes = std::fs::read(&path).unwrap();
            // A name on the disk speaks too.
            bytes.extend(name.bytes());
            places.push((name, bytes));
        }
        places.extend(dump(app));
        places.extend(temporary());
        places.push(("the log".into(), std::fs::read(log).unwrap()));
        Self(places)
    }

    /// The first place that holds `canary`.
    pub fn hold(&self, canary: &Canary) -> Option<&str> {
        let needles: Vec<Vec<u8>> = match &canary.proof {
            Proof::Row => return None,
            // A dump writes bytes as hexadecimal digits.
            Proof::Text(text) => vec![text.clone().into_bytes(), hex(text.as_bytes()).into_bytes()],
            Proof::Number(number) => vec![number.to_string().into_bytes(), number.to_be_bytes()[2..].to_vec()],
            Proof::Bytes(bytes) => vec![bytes.clone(), hex(bytes).into_bytes()],
        };
        let holds = |bytes: &[u8]| needles.iter().any(|needle| contains(bytes, needle));
        self.0.iter().find(|(_, bytes)| holds(bytes)).map(|(place, _)| place.as_str())
    }

    /// How many places, in words.
    pub fn count(&self) -> String {
        format!("{} places", self.0.len())
    }

    /// How much was read, in words.
    pub fn size(&self) -> String {
        format!("{} kB", self.0.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() / 1000)
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| b == first) {
        rest = &rest[at..];
        if rest.starts_with(needle) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file under `folder`.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Each table as text, all columns of all rows.
fn dump(app: &TestApp) -> Vec<(String, Vec<u8>)> {
    let tables = match app.database() {
        Some(_) => app.texts("SELECT CAST(table_name AS TEXT) AS line FROM information_schema.tables WHERE table_schema = current_schema()"),
        None => app.texts("SELECT name AS line FROM sqlite_master WHERE type = 'table'"),
    };
    let rows = |table: &String| match app.database() {
        Some(_) => app.texts(&format!("SELECT CAST(t AS TEXT) AS line FROM {table} t")),
        None => {
            let columns =
                app.texts(&format!("SELECT 'quote(' || name || ')' AS line FROM pragma_table_info('{table}')"));
            app.texts(&format!("SELECT {} AS line FROM {table}", columns.join(" || ',' || ")))
        }
    };
    tables.iter().map(|table| (format!("dump of {table}"), rows(table).join("\n").into_bytes())).collect()
}

/// Files that lie loose in the folder for temporary files.
fn temporary() -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else { return Vec::new() };
    let small = |path: &PathBuf| path.metadata().is_ok_and(|about| about.is_file() && about.len() < 64_000_000);
    let paths = entries.flatten().map(|entry| entry.path()).filter(small);
    paths.filter_map(|path| Some((path.display().to_string(), std::fs::read(&path).ok()?))).collect()
}

/// The log of everything this process does, in full detail.
pub fn log() -> &'static Path {
    static LOG: OnceLock<PathBuf> = OnceLock::new();
    LOG.get_or_init(|| {
        let path = std::env::temp_dir().join(format!("traject-test-{}.log", std::process::id()));
        let file = std::fs::File::create(&path).unwrap();
        let log = tracing_subscriber::fmt().with_env_filter("traject=trace,actix_web=debug,actix_http=debug");
        log.with_writer(std::sync::Mutex::new(file)).with_ansi(false).init();
        tracing::info!("the log is written");
        path
    })
}
