//! A running installation.

use std::net::TcpListener;
use std::sync::mpsc;

use traject::fixture::{Fixture, Running};

use super::database::TestData;
use super::{Browser, Page, people};

/// An installation with the data of the demo, on a free port, with a clock that stands still.
pub struct TestApp {
    /// The installation itself: its clock, its count of statements, its worker.
    pub running: Running,
    address: String,
    data: TestData,
    settings: Vec<(String, String)>,
}

impl TestApp {
    /// Starts one. Its clock stands at Tuesday 24 November 2026, 10.00 in Amsterdam.
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// Starts one with other settings than the defaults, as `TRAJECT_…` and value.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        Self::on(TestData::new(), settings)
    }

    /// Starts one on data that is there.
    pub fn on(data: TestData, settings: &[(&str, &str)]) -> Self {
        let settings: Vec<_> = settings.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let fixture =
            Fixture { folder: data.folder().to_owned(), database: data.database(), settings: settings.clone() };
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || fixture.run(listener, move |running| tell.send(running).unwrap()).unwrap());
        let running = told.recv().expect("the installation started");
        Self { running, address, data, settings }
    }

    /// The folder of its data.
    pub fn folder(&self) -> &std::path::Path {
        self.data.folder()
    }

    /// The address of its database, when that is not the file in the folder.
    pub fn database(&self) -> Option<String> {
        self.data.database()
    }

    /// The number that a question to the database has for an answer; 0 when there is none.
    pub fn number(&self, sql: &str) -> i64 {
        self.data.number(sql)
    }

    /// Changes the database behind the program's back, for what time or misfortune would do.
    pub fn execute(&self, sql: &str) {
        self.data.execute(sql);
    }

    /// Its address, without a path.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Runs the program with `line` on its data; the output and what it complained about.
    pub fn command(&self, line: &[&str]) -> std::process::Output {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_traject"));
        command
            .args(line)
            .arg("--data")
            .arg(self.folder())
            .env("TRAJECT_LOG", "error")
            .env_remove("TRAJECT_TEST_DATABASE")
            .envs(self.settings.iter().map(|(k, v)| (k, v)));
        if let Some(url) = self.data.database() {
            command.env("TRAJECT_DATABASE", url);
        }
        command.output().unwrap()
    }

    /// The newest letter to `address`, as the help desk sees it; sends what waits first.
    pub fn letter_to(&self, address: &str) -> Page {
        self.running.work();
        let mut helpdesk = self.signed_in(people::SJOERD);
        let list = helpdesk.get("/staff/letters");
        let rows = list.all("tbody tr").into_iter().zip(list.attributes("tbody th a", "href"));
        let newest = rows.into_iter().find(|(row, _)| row.contains(address));
        helpdesk.get(&newest.unwrap_or_else(|| panic!("no letter to {address}")).1)
    }

    /// A browser of somebody who is not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url())
    }

    /// A browser of `who`, signed in with the password of the demo.
    pub fn signed_in(&self, who: &str) -> Browser {
        let mut browser = self.browser();
        self.sign_in(&mut browser, who, "");
        browser
    }

    /// Signs `who` in with the password of the demo, on the way back to `back`; the answer is the last one.
    pub fn sign_in(&self, browser: &mut Browser, who: &str, back: &str) -> Page {
        let page = browser.post("/login", &[("email", who), ("password", super::PASSWORD), ("back", back)]);
        assert_eq!(page.status, 303, "{who} cannot sign in: {}", page.text());
        if page.location != "/login/code" {
            return page;
        }
        // The clock stands still, and a code works once.
        self.execute(&format!("UPDATE accounts SET totp_step = 0 WHERE sign_in_folded = '{who}'"));
        let page = browser.second_step().expect("the demo shows a code that works");
        assert_eq!(page.status, 303, "{who} cannot take the second step: {}", page.words());
        page
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.running.stop();
    }
}
