//! The demo, whose people have no telephones.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::database::TestData;
use crate::support::{Authenticator, Browser, PASSWORD, people};

/// A demo of its own, and what it printed.
struct Demo {
    child: Child,
    url: String,
    logins: Vec<Vec<String>>,
}

impl Demo {
    fn start(data: &TestData, settings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
        command.args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(data.folder());
        command.env_remove("TRAJECT_TEST_DATABASE").env("TRAJECT_LOG", "error").envs(settings.iter().copied());
        if let Some(url) = data.database() {
            command.env("TRAJECT_DATABASE", url);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let (mut logins, mut url) = (Vec::new(), String::new());
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            match words[0].as_str() {
                "login" => logins.push(words),
                "ready" => {
                    words[1].trim_end_matches('/').clone_into(&mut url);
                    break;
                }
                _ => {}
            }
        }
        assert!(!url.is_empty(), "the demo does not start");
        Self { child, url, logins }
    }

    fn login(&self, who: &str) -> &[String] {
        self.logins.iter().find(|words| words[2] == who).unwrap()
    }

    fn sign_in(&self, who: &str) -> (Browser, String) {
        let mut browser = Browser::new(self.url.clone());
        let page = browser.post("/login", &[("email", who), ("password", PASSWORD)]);
        (browser, page.location)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        drop((self.child.kill(), self.child.wait()));
    }
}

#[test]
fn staff_of_the_demo_sign_in_with_the_secret_that_it_prints() {
    let data = TestData::new();
    let demo = Demo::start(&data, &[]);
    let (mut petra, asked) = demo.sign_in(people::PETRA);
    assert_eq!(asked, "/login/code");
    let [_, role, _, password, secret] = demo.login(people::PETRA) else { panic!("{:?}", demo.logins) };
    assert_eq!((role.as_str(), password.as_str(), secret.len()), ("adviser", PASSWORD, 32));
    let right = petra.post("/login/code", &[("code", &Authenticator::of_today(secret).code(0))]);
    assert_eq!(right.status, 303, "{}", right.words());
    assert_eq!(petra.get("/staff").status, 200);
    assert_eq!(demo.login(people::SAMIRA).len(), 4, "a participant has none");
    // Whoever has no app at hand reads the next code on the page.
    let (mut fatima, _) = demo.sign_in(people::FATIMA);
    assert_eq!(fatima.second_step().map(|page| page.status), Some(303));
}

#[test]
fn where_it_is_offered_the_demo_lets_staff_in_by_their_password() {
    let data = TestData::empty();
    let demo = Demo::start(&data, &[("TRAJECT_SECOND_FACTOR", "offered")]);
    assert!(demo.logins.iter().all(|words| words.len() == 4), "{:?}", demo.logins);
    let (mut petra, on) = demo.sign_in(people::PETRA);
    assert_eq!((on.as_str(), petra.get("/staff").status), ("/", 200));
}
