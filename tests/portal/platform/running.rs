//! The program as its operator runs it: its log, its figures, and how it stops.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use crate::learning::uploads::action;
use crate::support::{Browser, PASSWORD, TestApp, people};

/// The program itself on the data of `app`.
struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(app: &TestApp, settings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
        command.args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(app.folder());
        command.env_remove("TRAJECT_TEST_DATABASE").envs(settings.iter().copied());
        if let Some(url) = app.database() {
            command.env("TRAJECT_DATABASE", url);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = lines.map_while(Result::ok).find_map(|line| line.strip_prefix("ready ").map(str::to_owned));
        Self { child, url: url.expect("it says when it is ready") }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// The status it ends with, and what it logged.
    fn end(mut self) -> (Option<i32>, String) {
        let mut logged = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut logged).unwrap();
        (self.child.wait().unwrap().code(), logged)
    }
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[test]
fn an_upload_that_runs_is_finished_before_the_program_stops() {
    let app = TestApp::new();
    let program = Program::start(&app, &[("TRAJECT_LOG", "warn")]);
    let mut samira = Browser::new(program.url.clone());
    samira.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    let cookies: Vec<_> = samira.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mark = "traject-test-mark";
    let start = format!(
        "--{mark}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"brief.txt\"\r\n\
         Content-Type: text/plain\r\n\r\nGeachte mevrouw, "
    );
    let end = format!("hierbij de brief.\r\n--{mark}--\r\n");
    let mut wire = TcpStream::connect(program.url.trim_start_matches("http://")).unwrap();
    // The server says 100 when it begins to read: from then on the upload runs.
    write!(
        wire,
        "POST /student/uploads/new/{} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary={mark}\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\
         Connection: close\r\n\r\n",
        action(&app, people::SAMIRA),
        cookies.join("; "),
        start.len() + end.len()
    )
    .unwrap();
    let mut answer = BufReader::new(wire.try_clone().unwrap());
    let mut line = String::new();
    answer.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 100"), "{line}");
    wire.write_all(start.as_bytes()).unwrap();
    program.signal("TERM");
    // Nobody new is let in any more: then the signal has come through.
    for _ in 0..500 {
        if TcpStream::connect(program.url.trim_start_matches("http://")).is_err() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    wire.write_all(end.as_bytes()).unwrap();
    let mut rest = String::new();
    answer.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("HTTP/1.1 303"), "{rest}");
    let (status, logged) = program.end();
    assert_eq!(status, Some(0), "{logged}");
    assert_eq!(app.number("SELECT count(*) AS number FROM uploads WHERE file_name = 'brief.txt'"), 1);
}

#[test]
fn an_interrupt_and_a_worker_of_its_own_stop_well_too() {
    let app = TestApp::new();
    let program = Program::start(&app, &[("TRAJECT_LOG", "warn")]);
    program.signal("INT");
    let (status, logged) = program.end();
    assert_eq!((status, logged.contains("panicked")), (Some(0), false), "{logged}");
}

#[test]
fn a_request_is_one_line_in_the_log_without_a_secret_or_an_address() {
    let app = TestApp::new();
    let program = Program::start(&app, &[("TRAJECT_LOG", "info"), ("TRAJECT_LOG_FORMAT", "json")]);
    let mut browser = Browser::new(program.url.clone());
    let named = browser.clone().with_header("x-request-id", "chosen-by-me").get("/password/geheim-7319?x=geheim-7320");
    browser.post("/login", &[("email", "niemand@example.nl"), ("password", "geheim-7321")]);
    browser.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    let home = browser.get("/student");
    assert_eq!(home.status, 200);
    program.signal("TERM");
    let (_, logged) = program.end();
    for secret in ["geheim", "niemand@", "samira", "chosen-by-me", "127.0.0.1\"", PASSWORD] {
        assert!(!logged.contains(secret), "{secret} is in the log:\n{logged}");
    }
    let lines: Vec<serde_json::Value> =
        logged.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let of =
        |id: &str| lines.iter().filter(|line| line["id"] == id && line["message"] == "request").collect::<Vec<_>>();
    let lost = of(&named.headers["x-request-id"]);
    assert_eq!(lost.len(), 1, "{logged}");
    assert_eq!((&lost[0]["pattern"], &lost[0]["method"]), (&"/password/{token}".into(), &"GET".into()));
    let signed_in = of(&home.headers["x-request-id"]);
    let account = app.number(&format!("SELECT id AS number FROM accounts WHERE sign_in_folded = '{}'", people::SAMIRA));
    assert_eq!((&signed_in[0]["account"], &signed_in[0]["status"]), (&account.into(), &200.into()));
    assert_eq!(signed_in[0]["from"], "127.0.0.0/24");
}

#[test]
fn figures_are_served_on_a_port_of_their_own() {
    let app = TestApp::new();
    let address = free_address();
    let program = Program::start(&app, &[("TRAJECT_METRICS", &address), ("TRAJECT_LOG", "warn")]);
    assert_eq!(Browser::new(program.url.clone()).get("/metrics").status, 404);
    Browser::new(program.url.clone()).get("/login");
    let figures = Browser::new(format!("http://{address}")).get("/metrics");
    assert_eq!(figures.status, 200);
    assert!(figures.headers["content-type"].starts_with("application/openmetrics-text"));
    let text = figures.text();
    assert!(text.contains("traject_requests_total{method=\"GET\",route=\"/login\",status=\"200\"} 1\n"), "{text}");
    assert!(text.contains("traject_memory_anonymous_bytes "), "{text}");
    program.signal("TERM");
    assert_eq!(program.end().0, Some(0));
}
