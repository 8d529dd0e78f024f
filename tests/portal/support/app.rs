//! A running installation.

use std::net::TcpListener;
use std::sync::mpsc;

use traject::fixture::{Fixture, Running};

use super::Browser;
use super::database::TestData;

/// An installation with the data of the demo, on a free port, with a clock that stands still.
pub struct TestApp {
    /// The installation itself: its clock, its count of statements, its worker.
    pub running: Running,
    address: String,
    data: TestData,
}

impl TestApp {
    /// Starts one. Its clock stands at Tuesday 24 November 2026, 10.00 in Amsterdam.
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// Starts one with other settings than the defaults, as `TRAJECT_…` and value.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        let settings = settings.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let data = TestData::new();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let fixture = Fixture { folder: data.folder().to_owned(), database: data.database(), settings };
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || fixture.run(listener, move |running| tell.send(running).unwrap()).unwrap());
        let running = told.recv().expect("the installation started");
        Self { running, address, data }
    }

    /// The folder of its data.
    pub fn folder(&self) -> &std::path::Path {
        self.data.folder()
    }

    /// The address of its database, when that is not the file in the folder.
    pub fn database(&self) -> Option<String> {
        self.data.database()
    }

    /// Its address, without a path.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A browser of somebody who is not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url())
    }

    /// A browser of `who`, signed in with the password of the demo.
    pub fn signed_in(&self, who: &str) -> Browser {
        let mut browser = self.browser();
        let page = browser.post("/login", &[("email", who), ("password", super::PASSWORD)]);
        assert_eq!(page.status, 303, "{who} cannot sign in: {}", page.text());
        browser
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.running.stop();
    }
}
