//! The program as it is installed: a process of its own on data of the demo.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant, SystemTime};

use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::{PgConnection, SqliteConnection, sql_query};

use super::postgres::Postgres;
use crate::support::database::connected;
use crate::support::{Browser, PASSWORD};

/// No start, not even one that fills the demo on a machine with much to do, takes longer.
const LONGEST_START: Duration = Duration::from_secs(120);
/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A data folder and a database, and what runs on them.
pub struct Installation {
    folder: tempfile::TempDir,
    /// Where the data is, when that is not in the folder.
    moved: Option<PathBuf>,
    database: Option<String>,
    /// The connection to a database server over which this looks, as long as it lasts.
    open: Mutex<Option<PgConnection>>,
}

/// A row of which a test wants a word and a number.
#[derive(QueryableByName, Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The word.
    #[diesel(sql_type = Text)]
    pub word: String,
    /// The number.
    #[diesel(sql_type = BigInt)]
    pub number: i64,
}

impl Installation {
    /// An empty one: on SQLite, or on a new database of `postgres`.
    pub fn new(postgres: Option<&Postgres>) -> Self {
        let folder = tempfile::Builder::new().prefix("traject-faults-").tempdir().unwrap();
        let database = postgres.map(|server| server.database("faults"));
        Self { folder, moved: None, database, open: Mutex::new(None) }
    }

    /// The same installation, from now on with its data in `folder`.
    pub fn moved_to(mut self, folder: PathBuf) -> Self {
        self.moved = Some(folder);
        self
    }

    /// The folder of its data.
    pub fn data(&self) -> PathBuf {
        self.moved.clone().unwrap_or_else(|| self.folder.path().join("data"))
    }

    /// A place beside the data.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the database is called in a table.
    pub fn kind(&self) -> &'static str {
        if self.database.is_some() { "postgres" } else { "sqlite" }
    }

    /// Starts it and waits until it answers.
    pub fn start(&self) -> Server {
        self.start_with(&[])
    }

    /// The same, with more in its environment.
    pub fn start_with(&self, environment: &[(&str, &Path)]) -> Server {
        let began = Instant::now();
        let mut command = self.command(&["demo", "--listen", "127.0.0.1:0"]);
        command.envs(environment.iter().copied()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (tell, told) = mpsc::channel();
        let out = child.stdout.take().unwrap();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if let Some(url) = line.strip_prefix("ready ") {
                    // Whoever waited may have given up.
                    let _ = tell.send(url.trim_end_matches('/').to_owned());
                }
            }
        });
        let mut server = Server { child, url: String::new(), took: Duration::ZERO };
        match told.recv_timeout(LONGEST_START) {
            Ok(url) => server.url = url,
            Err(_) => panic!("the server does not start:\n{}", self.log()),
        }
        let mut browser = Browser::new(server.url.clone()).with_patience(PATIENCE);
        while browser.try_send("GET", "/login", None, b"").map(|page| page.status) != Ok(200) {
            assert!(began.elapsed() < LONGEST_START, "the server does not answer:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
        server.took = began.elapsed();
        server
    }

    /// Runs the recurring tasks once, as if it were two days later: by then everything that nobody confirmed is
    /// over, and what has no row is old enough to be destroyed.
    pub fn work_two_days_later(&self) -> String {
        let at = moment(Duration::from_secs(2 * 24 * 3600)).replace(' ', "T");
        let done = self.command(&["work", "--once", "--at", &at[..16]]).stdout(Stdio::piped()).output().unwrap();
        assert!(done.status.success(), "the recurring tasks failed:\n{}", self.log());
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    /// Whether the program itself finds everything in order.
    pub fn check(&self) {
        let done = self.command(&["check"]).stdout(Stdio::null()).status().unwrap();
        assert!(done.success(), "the check of the program fails:\n{}", self.log());
    }

    /// What the program complained about most recently.
    pub fn log(&self) -> String {
        let text = std::fs::read(self.beside("log")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }

    fn command(&self, line: &[&str]) -> Command {
        let log = File::options().create(true).append(true).open(self.beside("log")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TRAJECT_")) {
            command.env_remove(name);
        }
        command.args(line).arg("--data").arg(self.data()).env("TRAJECT_LOG", "warn").env("NO_COLOR", "1");
        // A code works once, and after each fault somebody of the staff signs in again.
        command.env("TRAJECT_SECOND_FACTOR", "offered");
        if let Some(address) = &self.database {
            command.env("TRAJECT_DATABASE", address);
        }
        command.stdin(Stdio::null()).stderr(log);
        command
    }

    /// The rows that `sql` asks for, each a `word` and a `number`.
    pub fn rows(&self, sql: &str) -> Vec<Row> {
        let sql = format!("SELECT CAST(word AS TEXT) AS word, CAST(number AS BIGINT) AS number FROM ({sql}) AS asked");
        match &self.database {
            Some(address) => self.asked(address, |db| sql_query(&sql).load(db)),
            None => sql_query(sql).load(&mut self.file()).unwrap(),
        }
    }

    /// Asks the database server, anew where it restarted since the last time.
    fn asked<T>(&self, address: &str, ask: impl Fn(&mut PgConnection) -> QueryResult<T>) -> T {
        let mut open = self.open.lock().unwrap();
        let answer = open.as_mut().and_then(|db| ask(db).ok());
        answer.unwrap_or_else(|| ask(open.insert(connected(address))).unwrap())
    }

    /// The number that `sql` asks for as `number`.
    pub fn number(&self, sql: &str) -> i64 {
        let rows = self.rows(&format!("SELECT '' AS word, number FROM ({sql}) AS one"));
        rows.first().unwrap_or_else(|| panic!("nothing found by {sql}")).number
    }

    /// Changes the database behind the program's back.
    pub fn execute(&self, sql: &str) {
        match &self.database {
            Some(address) => self.asked(address, |db| sql_query(sql).execute(db)),
            None => sql_query(sql).execute(&mut self.file()).unwrap(),
        };
    }

    fn file(&self) -> SqliteConnection {
        let mut file = SqliteConnection::establish(&self.data().join("traject.db").to_string_lossy()).unwrap();
        sql_query("PRAGMA busy_timeout = 10000").execute(&mut file).unwrap();
        file
    }

    /// What the database says of itself: `ok`, or what is broken in it.
    pub fn integrity(&self) -> String {
        if self.database.is_some() {
            // Reading every row of every table is what a dump would do.
            let tables = self.rows("SELECT relname AS word, 0 AS number FROM pg_stat_user_tables");
            tables.iter().for_each(|t| {
                drop(self.rows(&format!("SELECT CAST(t AS TEXT) AS word, 0 AS number FROM {} t", t.word)))
            });
            return "ok".into();
        }
        let broken = self.rows("SELECT integrity_check AS word, 0 AS number FROM pragma_integrity_check");
        let dangling = self.rows("SELECT \"table\" AS word, 0 AS number FROM pragma_foreign_key_check");
        broken.into_iter().chain(dangling).map(|row| row.word).collect::<Vec<_>>().join(", ")
    }

    /// Waits until a database server has ended what a killed process asked of it: its last commit may be under way.
    pub fn wait_for_quiet(&self) {
        if self.database.is_none() {
            return;
        }
        let others = "SELECT count(*) AS number FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
        let began = Instant::now();
        while self.number(others) > 0 {
            assert!(began.elapsed() < PATIENCE, "PostgreSQL still works for a process that is gone");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The names of files on disk: of their encrypted bytes, or of their keys, unfinished ones too.
    pub fn names_in(&self, folder: &str) -> BTreeSet<String> {
        let shards = std::fs::read_dir(self.data().join(folder)).unwrap().map(|e| e.unwrap().path());
        let files = shards.filter(|p| p.is_dir()).flat_map(|shard| std::fs::read_dir(shard).unwrap());
        files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

/// A running server.
pub struct Server {
    child: Child,
    /// Its address, without a path.
    pub url: String,
    /// How long it took from its start to its first page.
    pub took: Duration,
}

impl Server {
    /// Ends it as the kernel does, in the middle of whatever it is doing.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// A browser of nobody in particular.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url.clone()).with_patience(PATIENCE)
    }

    /// A browser of `who`, signed in.
    pub fn signed_in(&self, who: &str) -> Browser {
        let mut browser = self.browser();
        let page = browser.post("/login", &[("email", who), ("password", PASSWORD)]);
        assert_eq!(page.status, 303, "{who} cannot sign in: {}", page.words());
        browser
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The moment that is `later` than now, in UTC, as both databases read it.
pub fn moment(later: Duration) -> String {
    let at = SystemTime::UNIX_EPOCH.elapsed().unwrap() + later;
    let at = chrono::DateTime::from_timestamp(at.as_secs() as i64, 0).unwrap();
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}
