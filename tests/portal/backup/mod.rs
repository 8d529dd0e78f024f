//! Backups, putting them back, and the keys, through the command line.

mod certificates;
mod journal;
mod keys;
mod restoring;
mod taking;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::database::TestData;
use crate::support::{Browser, TestApp, people};

/// A word that is nowhere else.
const CANARY: &str = "kanariegeel-5120";

/// Room to put a backup back in, with the keys of another installation.
struct Place {
    data: TestData,
    keys: PathBuf,
}

impl Place {
    /// Room beside `app`, whose keys survived.
    fn beside(app: &TestApp) -> Self {
        Self { data: TestData::empty(), keys: app.folder().join("keys") }
    }

    /// Room where nothing survived.
    fn bare() -> Self {
        let data = TestData::empty();
        let keys = data.folder().join("keys");
        Self { data, keys }
    }

    fn line(&self, line: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
        command.args(line).arg("--data").arg(self.data.folder());
        command.env_remove("TRAJECT_TEST_DATABASE").env("TRAJECT_KEYS", &self.keys).env("TRAJECT_LOG", "error");
        if let Some(url) = self.data.database() {
            command.env("TRAJECT_DATABASE", url);
        }
        command
    }

    /// Runs the program on it; what it said. It must go well.
    fn run(&self, line: &[&str]) -> String {
        went_well(self.line(line).output().unwrap())
    }

    /// Runs the program on it; what it complained about. It must not go well.
    fn refused(&self, line: &[&str]) -> String {
        refused(self.line(line).output().unwrap())
    }

    /// Serves it.
    fn serve(self) -> TestApp {
        let keys = self.keys.display().to_string();
        TestApp::on(self.data, &[("TRAJECT_KEYS", &keys)])
    }
}

fn went_well(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(output: Output) -> String {
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(said.trim_end().lines().count(), 1, "one sentence: {said}");
    said
}

/// Makes a backup of `app` in `folder`; where it is.
fn back_up(app: &TestApp, folder: &Path) -> PathBuf {
    let said = went_well(app.command(&["backup", text(folder)]));
    said.lines().find_map(|line| line.strip_prefix("backup: ")).unwrap().into()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Runs `command` with `typed` on its standard input.
fn typing(mut command: Command, typed: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// Every file below `folder`.
fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|e| e.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// The files below `folder` that have `word` in their name or their bytes.
fn that_say(folder: &Path, word: &str) -> Vec<PathBuf> {
    let says = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        text(path).contains(word) || bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    below(folder).into_iter().filter(says).collect()
}

/// Samira, with a file of that name that she handed in, and its number.
fn samira_hands_in(app: &TestApp, name: &str) -> (Browser, i64) {
    let mut samira = app.signed_in(people::SAMIRA);
    let action = crate::learning::uploads::action(app, people::SAMIRA);
    let text = format!("Geachte heer, {CANARY} is goedgekeurd.\n");
    let id = crate::learning::uploads::hand_in(&mut samira, action, name, text.as_bytes());
    (samira, id)
}

/// What the store calls the bytes of upload `id`.
fn blob_of(app: &TestApp, id: i64) -> String {
    app.texts(&format!("SELECT blob AS line FROM uploads WHERE id = {id}")).remove(0)
}
