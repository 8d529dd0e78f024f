//! Who asks, and what for.

use std::path::Path;
use std::time::Instant;

use super::http::{Answer, Connection};
use super::report::Report;
use super::servers::{Server, anonymous_memory};
use super::{Failed, Wanted};

const PASSWORD: &str = "demo-traject-2026";

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Visitor {
    pub cookie: String,
}

/// A request for a page.
pub fn get(path: &str, cookie: &str, encoding: &str) -> Vec<u8> {
    let encoding = if encoding.is_empty() { String::new() } else { format!("accept-encoding: {encoding}\r\n") };
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n{encoding}cookie: {cookie}\r\n\r\n")
        .into_bytes()
}

/// A request to sign in, as a proxy passes it on for an address of its own.
fn sign_in(email: &str, number: usize, host: &str) -> Vec<u8> {
    let email: String = url::form_urlencoded::byte_serialize(email.as_bytes()).collect();
    let body = format!("email={email}&password={PASSWORD}&back=");
    let from = format!("10.{}.{}.{}", number / 65_536 % 256, number / 256 % 256, number % 256);
    format!(
        "POST /login HTTP/1.1\r\nhost: {host}\r\nsec-fetch-site: same-origin\r\nx-forwarded-for: {from}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn names(server: &Server, role: &str) -> Result<Vec<String>, Failed> {
    let list = std::fs::read_to_string(server.data.join("logins.txt"))?;
    Ok(list.lines().filter_map(|l| l.split_once(' ')).filter(|l| l.0 == role).map(|l| l.1.to_owned()).collect())
}

/// Requests to sign in as many different students, each from many addresses.
pub fn sign_in_requests(server: &Server, most: usize) -> Result<Vec<Vec<u8>>, Failed> {
    let names = names(server, "student")?;
    let host = server.address.to_string();
    // As many addresses as an hour of measuring needs: one that asks too often is slowed down.
    let named = names.iter().take(most).cycle().take(20_000).enumerate();
    Ok(named.map(|(number, name)| sign_in(name, number + 70_000, &host)).collect())
}

impl Visitor {
    async fn enter(server: &Server, email: &str, number: usize) -> Result<Self, Failed> {
        let mut connection = Connection::open(server.address).await?;
        let answer = connection.answer(&sign_in(email, number, &server.address.to_string())).await?;
        if answer.status != 303 {
            return Err(format!("{email} could not sign in: {} {}", answer.status, answer.text()).into());
        }
        Ok(Self { cookie: answer.cookies() })
    }

    /// Many students.
    pub async fn students(server: &Server, most: usize) -> Result<Vec<Self>, Failed> {
        let mut all = Vec::new();
        for (number, email) in names(server, "student")?.iter().take(most).enumerate() {
            all.push(Self::enter(server, email, number).await?);
        }
        Ok(all)
    }

    /// Somebody of the demo, who is there beside the crowd.
    pub async fn named(server: &Server, email: &str) -> Result<Self, Failed> {
        Self::enter(server, email, 60_001).await
    }

    /// The leader of a large project.
    pub async fn leader(server: &Server) -> Result<Self, Failed> {
        let name = names(server, "leader")?.into_iter().next().ok_or("no leader")?;
        Self::enter(server, &name, 60_000).await
    }

    /// A page as this person gets it.
    pub async fn page(&self, server: &Server, path: &str, encoding: &str) -> Result<Answer, Failed> {
        let answer = Connection::open(server.address).await?.answer(&get(path, &self.cookie, encoding)).await?;
        if answer.status != 200 {
            return Err(format!("{path} on {}: {}", server.name, answer.status).into());
        }
        Ok(answer)
    }

    /// The address of the largest project: the first that was made.
    pub async fn project(&self, server: &Server) -> Result<String, Failed> {
        let home = self.page(server, "/leader", "").await?.text();
        let numbers = home.split("/leader/projects/").skip(1).filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<u64>().ok())
        });
        Ok(format!("/leader/projects/{}", numbers.min().ok_or("no project")?))
    }
}

/// Sends a large text, three times, and copies the same bytes with `dd`.
pub async fn uploads(wanted: &Wanted, server: &Server, report: &mut Report) -> Result<(), Failed> {
    let mut sender = None;
    for visitor in Visitor::students(server, 20).await? {
        let page = visitor.page(server, "/student", "").await?.text();
        if let Some(rest) = page.split("/student/uploads/new/").nth(1) {
            let action: String = rest.chars().take_while(char::is_ascii_digit).collect();
            sender = Some((visitor, format!("/student/uploads/new/{action}")));
            break;
        }
    }
    let (visitor, path) = sender.ok_or("nobody has a file to hand in")?;
    let line = "Een zin van een tekst die heel lang is en waar niemand iets van hoeft te vinden.\n";
    let text: Vec<u8> = line.bytes().cycle().take(wanted.megabytes * 1_000_000).collect();
    let request = multipart(&path, &visitor.cookie, &text);
    let (source, copy) = (wanted.folder.join("upload.txt"), wanted.folder.join("copy.txt"));
    std::fs::write(&source, &text)?;
    let (mut rates, mut copies, mut growth) = (Vec::new(), Vec::new(), 0);
    for _ in 0..3 {
        let before = anonymous_memory(server.id())?;
        let id = server.id();
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let watch = std::thread::spawn(move || {
            let mut peak = 0;
            while stopped.recv_timeout(std::time::Duration::from_millis(5)).is_err() {
                peak = anonymous_memory(id).unwrap_or(0).max(peak);
            }
            peak
        });
        let began = Instant::now();
        let (status, _) = Connection::open(server.address).await?.ask(&request).await?;
        let took = began.elapsed().as_secs_f64();
        stop.send(())?;
        let peak = watch.join().map_err(|_| "the watch failed")?;
        if status != 303 {
            return Err(format!("the upload was answered with {status}").into());
        }
        rates.push(wanted.megabytes as f64 / took);
        growth = growth.max(peak.saturating_sub(before));
        copies.push(wanted.megabytes as f64 / copied(&source, &copy)?);
    }
    std::fs::remove_file(copy)?;
    rates.sort_by(f64::total_cmp);
    copies.sort_by(f64::total_cmp);
    report.upload(&server.name, rates[1], copies[1], growth);
    Ok(())
}

fn copied(from: &Path, to: &Path) -> Result<f64, Failed> {
    let began = Instant::now();
    let done = std::process::Command::new("taskset")
        .args(["-c", "0", "dd", "bs=1M", "conv=fsync", "status=none"])
        .arg(format!("if={}", from.display()))
        .arg(format!("of={}", to.display()))
        .status()?;
    if !done.success() {
        return Err("dd failed".into());
    }
    Ok(began.elapsed().as_secs_f64())
}

fn multipart(path: &str, cookie: &str, text: &[u8]) -> Vec<u8> {
    let head = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"tekst.txt\"\r\n\
                content-type: text/plain\r\n\r\n";
    let tail = "\r\n--b--\r\n";
    let length = head.len() + text.len() + tail.len();
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: multipart/form-data; boundary=b\r\ncontent-length: {length}\r\n\r\n{head}"
    )
    .into_bytes();
    request.extend_from_slice(text);
    request.extend_from_slice(tail.as_bytes());
    request
}

/// Counts the statements of a page, in a portal of our own in this process.
pub fn queries(folder: &Path) -> Result<Vec<(&'static str, u64)>, Failed> {
    let folder = folder.join("counted");
    drop(std::fs::remove_dir_all(&folder));
    let fixture = traject::fixture::Fixture { folder, database: None, settings: Vec::new() };
    fixture.fill()?;
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let (send, receive) = std::sync::mpsc::channel();
    let serving = std::thread::spawn(move || {
        fixture.run(listener, |running| drop(send.send(running))).map_err(|e| e.to_string())
    });
    let running = receive.recv()?;
    let counted = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let counted = runtime.block_on(async {
            let mut counted = Vec::new();
            for (email, path) in [
                ("samira.bakker@lindedam.example.nl", "/student"),
                ("wouter.hamersma@lindedam.example.nl", "/leader/projects/1"),
            ] {
                let mut connection = Connection::open(address).await.expect("it listens");
                let cookie = connection.answer(&sign_in(email, 1, &address.to_string())).await.expect("an answer");
                let before = running.queries();
                let (status, _) = connection.ask(&get(path, &cookie.cookies(), "")).await.expect("an answer");
                assert_eq!(status, 200, "{path}");
                counted.push((path, running.queries() - before));
            }
            counted
        });
        running.stop();
        counted
    });
    let counted = counted.join().map_err(|_| "counting failed")?;
    serving.join().map_err(|_| "serving failed")??;
    Ok(counted)
}
