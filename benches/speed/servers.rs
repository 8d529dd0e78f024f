//! The servers that are measured, all on the first core: the portal, and bytes from memory.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::{Failed, Wanted};

/// A program that answers, until it is dropped.
pub struct Server {
    pub name: String,
    pub address: SocketAddr,
    pub data: PathBuf,
    child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    /// The portal with so many students on `database`; the data stay for the next run.
    pub fn portal(wanted: &Wanted, database: &str, students: u64) -> Result<Self, Failed> {
        let data = wanted.folder.join(format!("{database}-{students}"));
        let mut command = on_the_first_core();
        command.arg(&wanted.program).args(["demo", "--listen", "127.0.0.1:0", "--students"]);
        command.arg(students.to_string()).arg("--data").arg(&data);
        command
            .env("TRAJECT_TRUSTED_PROXIES", "127.0.0.1")
            .env("TRAJECT_UPLOAD_MB", (wanted.megabytes + 10).to_string());
        if database == "postgres" {
            let server = wanted.postgres.as_deref().unwrap_or_default();
            command.env("TRAJECT_DATABASE", format!("{server}/students_{students}"));
        }
        let log = wanted.folder.join(format!("{database}-{students}.log"));
        Self::started(command, format!("{database} with {students}"), data, &log)
    }

    /// The same bytes, from memory.
    pub fn memory(wanted: &Wanted, name: &str, bytes: &[u8]) -> Result<Self, Failed> {
        let file = wanted.folder.join(format!("{name}.html"));
        std::fs::write(&file, bytes)?;
        let mut command = on_the_first_core();
        command.arg(std::env::current_exe()?).arg("memory").arg(&file);
        Self::started(command, name.to_owned(), file, &wanted.folder.join(format!("{name}.log")))
    }

    fn started(mut command: Command, name: String, data: PathBuf, log: &Path) -> Result<Self, Failed> {
        eprintln!("starting {name}");
        let began = std::time::Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(File::create(log)?).spawn()?;
        let said = child.stdout.take().ok_or("no output")?;
        for line in BufReader::new(said).lines() {
            if let Some(url) = line?.strip_prefix("ready http://") {
                eprintln!("  ready after {:.1} s", began.elapsed().as_secs_f64());
                return Ok(Self { name, address: url.trim_end_matches('/').parse()?, data, child });
            }
        }
        drop(child.wait());
        Err(format!("{name} did not start:\n{}", std::fs::read_to_string(log)?).into())
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

fn on_the_first_core() -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", "0"]);
    command
}

/// The anonymous memory of a process, in bytes.
pub fn anonymous_memory(id: u32) -> Result<u64, Failed> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|l| l.strip_prefix("RssAnon:")).ok_or("no RssAnon")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes * 1024)
}

/// Answers everything with the bytes of `file`, as the portal would: one worker to the core, and packed when
/// the asker takes it packed.
#[allow(clippy::disallowed_methods, reason = "this is no part of the portal")]
pub fn serve_from_memory(file: &str) {
    use actix_web::{App, HttpResponse, HttpServer, middleware::Compress, web};
    let bytes = web::Bytes::from(std::fs::read(file).expect("the file is there"));
    let served = actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(move || {
            let bytes = bytes.clone();
            App::new().wrap(Compress::default()).default_service(web::to(move || {
                let bytes = bytes.clone();
                async move { HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes) }
            }))
        });
        let server = server.workers(1).bind("127.0.0.1:0")?;
        let address = server.addrs().first().copied().expect("it listens");
        println!("ready http://{address}");
        server.run().await
    });
    served.expect("it serves");
}
