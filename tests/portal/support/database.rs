//! A filled database and its files for each test, copied from one that was filled once.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, SystemTime};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};
use traject::fixture::Fixture;

/// The data of one test; gone when the test is over.
pub struct TestData {
    folder: tempfile::TempDir,
    postgres: Option<String>,
}

impl TestData {
    /// A copy of the filled demo.
    pub fn new() -> Self {
        let template = template();
        let folder = tempfile::tempdir().unwrap();
        copy(&template.folder, folder.path());
        let postgres = server().map(|server| {
            let name = format!("t_{}_{}", std::process::id(), next());
            on_server(&server, &format!("CREATE DATABASE {name} TEMPLATE {}", template.name));
            name
        });
        Self { folder, postgres }
    }

    /// Room for an installation in which nothing is yet.
    pub fn empty() -> Self {
        let postgres = server().map(|server| {
            let name = format!("t_{}_{}", std::process::id(), next());
            on_server(&server, &format!("CREATE DATABASE {name}"));
            name
        });
        Self { folder: tempfile::tempdir().unwrap(), postgres }
    }

    /// The folder of the data.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The number that `sql` asks for; 0 when there is none.
    pub fn number(&self, sql: &str) -> i64 {
        #[derive(diesel::QueryableByName)]
        struct Number {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            number: i64,
        }
        let sql = format!("SELECT CAST(number AS BIGINT) AS number FROM ({sql}) AS asked");
        let found: Vec<Number> = match self.database() {
            Some(url) => sql_query(sql).load(&mut connected(&url)).unwrap(),
            None => sql_query(sql).load(&mut self.file()).unwrap(),
        };
        found.first().map_or(0, |n| n.number)
    }

    /// Changes the database behind the program's back, with one statement or several.
    pub fn execute(&self, sql: &str) {
        match self.database() {
            Some(url) => connected(&url).batch_execute(sql).unwrap(),
            None => self.file().batch_execute(sql).unwrap(),
        }
    }

    fn file(&self) -> SqliteConnection {
        let mut file = SqliteConnection::establish(&self.folder().join("traject.db").to_string_lossy()).unwrap();
        sql_query("PRAGMA busy_timeout = 5000").execute(&mut file).unwrap();
        file
    }

    /// The address of the database, when it is not the file in the folder.
    pub fn database(&self) -> Option<String> {
        Some(format!("{}/{}", server()?, self.postgres.as_ref()?))
    }
}

impl Drop for TestData {
    fn drop(&mut self) {
        if let (Some(server), Some(name)) = (server(), &self.postgres) {
            on_server(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

struct Template {
    folder: PathBuf,
    name: String,
}

/// Filled once for all the processes that run the tests side by side.
fn template() -> &'static Template {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let kind = if server().is_some() { "postgres" } else { "sqlite" };
        let built = std::fs::metadata(std::env::current_exe().unwrap()).unwrap().modified().unwrap();
        let built = built.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis();
        let run = std::env::var("NEXTEST_RUN_ID").unwrap_or_else(|_| std::process::id().to_string());
        let key = format!("{built}_{}", run.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
        let folder = std::env::temp_dir().join(format!("traject-test-{kind}-{key}"));
        let name = format!("template_{key}").to_lowercase();
        let lock = folder.with_extension("lock");
        match std::fs::create_dir(&lock) {
            Ok(()) => fill(&folder, &name),
            Err(_) => wait_for(&folder.with_extension("ready")),
        }
        Template { folder, name }
    })
}

fn fill(folder: &Path, name: &str) {
    let database = server().map(|server| {
        on_server(&server, &format!("CREATE DATABASE {name}"));
        format!("{server}/{name}")
    });
    Fixture { folder: folder.to_owned(), database, settings: Vec::new() }.fill().unwrap();
    std::fs::write(folder.with_extension("ready"), "").unwrap();
}

fn wait_for(ready: &Path) {
    for _ in 0..1200 {
        if ready.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the template was not filled within two minutes");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The PostgreSQL server to test on, without a database name; none for SQLite.
pub fn server() -> Option<String> {
    match std::env::var("TRAJECT_TEST_DATABASE").as_deref() {
        Ok("sqlite") | Err(_) => None,
        Ok(server) => Some(server.trim_end_matches('/').to_owned()),
    }
}

/// A connection to the database at `url`. A server that is being started, or has all its places taken for a moment,
/// is waited for; one that stays away is named, as it is then the server that fails and not what is tested.
pub fn connected(url: &str) -> PgConnection {
    for wait in 0..100 {
        match PgConnection::establish(url) {
            Ok(connection) => return connection,
            Err(error) if wait == 99 => panic!("PostgreSQL does not answer at {url}: {error}"),
            Err(_) => std::thread::sleep(Duration::from_millis(50 + wait)),
        }
    }
    unreachable!("the last try returns")
}

fn on_server(server: &str, statement: &str) {
    // CREATE DATABASE … TEMPLATE refuses while another copy is being made.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut connection = connected(&format!("{server}/postgres"));
    for wait in 0..100 {
        match sql_query(statement).execute(&mut connection) {
            Ok(_) => return,
            Err(error) if wait == 99 => panic!("{statement}: {error}"),
            Err(_) => std::thread::sleep(Duration::from_millis(50 + wait)),
        }
    }
}

fn next() -> u64 {
    static COUNT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    COUNT.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
}
