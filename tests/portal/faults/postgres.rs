//! A PostgreSQL of our own, that may be stopped and started at will.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use super::Chance;

/// A private server on this machine; gone when it is dropped.
pub struct Postgres {
    bin: PathBuf,
    folder: tempfile::TempDir,
    owner: Option<String>,
    port: u16,
}

/// How a server goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// Everybody is cut off, and what is running is rolled back.
    Fast,
    /// As by a crash: it recovers when it starts.
    Crash,
}

impl Postgres {
    /// Starts one. A commit that was acknowledged is written to the operating system before, as it must be for
    /// its crash to lose nothing; the disk itself is not waited for, as no power is cut here.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("traject-postgres-").tempdir().unwrap();
        let root = output(Command::new("id").arg("-u")).0.trim() == "0";
        let owner = root.then(|| {
            let known = Command::new("id").arg("postgres").output().is_ok_and(|o| o.status.success());
            if known { "postgres".to_owned() } else { "nobody".to_owned() }
        });
        if let Some(owner) = &owner {
            let (_, ok) = output(Command::new("chown").arg(owner).arg(folder.path()));
            assert!(ok, "the folder of PostgreSQL cannot be given to {owner}");
        }
        let mut server = Self { bin: bin(), folder, owner, port: 0 };
        let data = server.folder.path().join("data");
        let mut made = server.run("initdb");
        made.arg("-D").arg(&data).args(["-U", "traject", "--auth=trust", "-E", "UTF8", "--locale=C"]);
        let (said, ok) = output(&mut made);
        assert!(ok, "initdb: {said}");
        for attempt in 1.. {
            server.port = free_port();
            let (said, ok) = server.control(&["start", "-w", "-s"]);
            if ok {
                break;
            }
            assert!(attempt < 8, "PostgreSQL does not start: {said}");
        }
        server
    }

    /// Stops it and starts it again; says how long it was away.
    pub fn restart(&self, going: Going) -> Duration {
        let began = Instant::now();
        let mode = if going == Going::Fast { "fast" } else { "immediate" };
        let (said, ok) = self.control(&["restart", "-w", "-s", "-m", mode]);
        assert!(ok, "PostgreSQL does not come back: {said}");
        began.elapsed()
    }

    /// A new, empty database; its address.
    pub fn database(&self, name: &str) -> String {
        let mut connection = PgConnection::establish(&self.address("postgres")).unwrap();
        connection.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        self.address(name)
    }

    fn address(&self, name: &str) -> String {
        format!("postgres://traject@127.0.0.1:{}/{name}", self.port)
    }

    fn control(&self, words: &[&str]) -> (String, bool) {
        let (data, log) = (self.folder.path().join("data"), self.folder.path().join("log"));
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off -c max_connections=100",
            self.port,
            self.folder.path().display()
        );
        let mut command = self.run("pg_ctl");
        command.args(words).arg("-D").arg(data).arg("-l").arg(log).arg("-o").arg(settings).args(["-t", "60"]);
        output(&mut command)
    }

    /// PostgreSQL does not run as root.
    fn run(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = match &self.owner {
            None => Command::new(program),
            Some(owner) => {
                let mut command = Command::new("runuser");
                command.args(["-u", owner, "--"]).arg(program);
                command
            }
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let _ = self.run("pg_ctl").args(["stop", "-m", "immediate", "-s", "-D"]).arg(data).output();
    }
}

/// A port that is free, and that the system gives to nobody by itself: while the server is away, a client that
/// tries and tries could otherwise be given it, and keep the server out.
fn free_port() -> u16 {
    let mut chance = Chance(std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64);
    loop {
        let port = 20_000 + chance.under(12_000) as u16;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// The programs of the newest PostgreSQL here.
fn bin() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|v| Some((v.file_name().to_string_lossy().parse().ok()?, v.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists())
        .collect();
    found.sort();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|p| p.join("initdb").exists());
    found.pop().map(|f| f.1).or_else(on_path).expect("PostgreSQL is installed: its initdb is nowhere to be found")
}

fn output(command: &mut Command) -> (String, bool) {
    // A server that is started keeps what it was given open, so it is given nothing to keep.
    let file = tempfile::tempfile().unwrap();
    let (one, two) = (file.try_clone().unwrap(), file.try_clone().unwrap());
    let done = command.stdin(std::process::Stdio::null()).stdout(one).stderr(two).status();
    let mut said = String::new();
    let mut file = file;
    std::io::Seek::rewind(&mut file).unwrap();
    std::io::Read::read_to_string(&mut file, &mut said).unwrap();
    (said, done.is_ok_and(|s| s.success()))
}
