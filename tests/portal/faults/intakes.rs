//! Somebody who fills in an intake, saves it again and again, and hands it in.

use super::Chance;
use super::installation::{Installation, Server};
use super::people::{Came, Person, acknowledges, refused};
use crate::support::{Browser, Page};

/// Somebody who fills in an intake, saves it again and again, and hands it in.
pub struct Writer {
    who: String,
    browser: Browser,
    participant: i64,
    action: i64,
    chance: Chance,
    /// The version on the page, once it was opened.
    version: Option<i64>,
    /// Each field, with the answer that is chosen where one must be.
    fields: Vec<(String, Option<String>)>,
    /// How many times it is saved before it is handed in.
    before: u64,
    saved: Option<String>,
    submitted: bool,
    /// Whether what was typed stood in the answer that did not take it.
    pub kept: bool,
    /// What was sent without an answer, and whether it was handed in.
    doubt: Option<(String, bool)>,
}

impl Writer {
    /// The person with this sign-in name; whatever they handed in before is taken away.
    pub fn new(installation: &Installation, server: &Server, who: &str, chance: Chance) -> Self {
        let of = |column: &str| {
            installation.number(&format!(
                "SELECT min({column}) AS number FROM actions a JOIN participants p ON p.project_id = a.project_id \
                 JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND a.kind = 'intake'"
            ))
        };
        let mut writer = Self {
            who: who.into(),
            browser: server.signed_in(who),
            participant: of("p.id"),
            action: of("a.id"),
            chance,
            version: None,
            fields: Vec::new(),
            before: 3,
            saved: None,
            submitted: true,
            kept: false,
            doubt: None,
        };
        writer.renew(installation);
        writer
    }

    fn path(&self) -> String {
        format!("/student/intakes/{}", self.action)
    }

    /// Opens the questionnaire.
    fn open(&mut self) -> Result<Page, Came> {
        let page = self.browser.try_send("GET", &self.path(), None, b"").map_err(Came::Gone)?;
        if page.status != 200 {
            return Err(refused(&page));
        }
        self.version = page.value("version").and_then(|v| v.parse().ok());
        let mut names = page.attributes("main [name^=answer-]", "name");
        names.dedup();
        let choice =
            |name: &String| page.attributes(&format!("input[type=radio][name='{name}']"), "value").into_iter().next();
        self.fields = names.iter().map(|name| (name.clone(), choice(name))).collect();
        Ok(page)
    }

    /// Sends every field with `words` in it.
    pub fn send(&mut self, words: &str, submit: bool) -> Result<Page, Came> {
        if self.version.is_none() {
            self.open()?;
        }
        let version = self.version.unwrap_or_default().to_string();
        let mut form = vec![("version", version.as_str())];
        form.extend(self.fields.iter().map(|(name, choice)| (name.as_str(), choice.as_deref().unwrap_or(words))));
        let path = if submit { format!("{}/submission", self.path()) } else { self.path() };
        self.doubt = Some((words.to_owned(), submit));
        self.browser.try_post(&path, &form).map_err(Came::Gone)
    }

    /// The next act hands it in, or only saves it.
    pub fn submits_next(&mut self, submit: bool) {
        self.before = if submit { 0 } else { 9 };
    }

    /// What stands in the fields, each different text once; nothing when there are no fields any more.
    fn texts(&self, page: &Page) -> Vec<String> {
        let text = self.fields.iter().filter(|f| f.1.is_none()).filter_map(|(name, _)| page.value(name));
        let mut texts: Vec<String> = text.collect();
        texts.dedup();
        texts
    }
}

impl Person for Writer {
    fn name(&self) -> &str {
        &self.who
    }

    fn act(&mut self) -> Came {
        if self.submitted {
            return Came::Idle;
        }
        let submit = self.before == 0;
        let words = format!("Ik leer graag {:016x}.", self.chance.next());
        match self.send(&words, submit) {
            Ok(page) if acknowledges(&page) => {
                self.doubt = None;
                self.version = self.version.map(|v| v + 1);
                (self.saved, self.submitted) = (Some(words), submit);
                self.before = self.before.saturating_sub(1);
                Came::Acknowledged(if submit { "submitted" } else { "saved" })
            }
            Ok(page) => {
                self.kept = self.texts(&page) == [words];
                refused(&page)
            }
            Err(came) => came,
        }
    }

    fn look(&mut self, _: bool) -> Result<Vec<String>, Came> {
        let page = self.open()?;
        let doubted = self.doubt.as_ref().map(|d| d.0.clone());
        let known: Vec<String> = [self.saved.clone(), doubted].into_iter().flatten().collect();
        let mut lost = Vec::new();
        if self.version.is_some() {
            let texts = self.texts(&page);
            let found = known.iter().find(|words| texts == [(*words).clone()]);
            if self.submitted {
                lost.push(format!("the intake of {} is handed in no more", self.who));
            } else if known.is_empty() || found.is_some() || (self.saved.is_none() && texts == [""]) {
                self.saved = found.cloned().or(self.saved.take());
            } else {
                lost.push(format!("the intake of {} has {texts:?} and not one of {known:?}", self.who));
            }
        } else {
            let shown = page.text();
            let found = known.iter().find(|words| shown.contains(words.as_str()));
            let meant = self.submitted || self.doubt.as_ref().is_some_and(|d| d.1);
            if !meant || found.is_none() {
                lost.push(format!("the intake of {} is closed without one of {known:?}", self.who));
            }
            (self.saved, self.submitted) = (found.cloned().or(self.saved.take()), true);
        }
        self.doubt = None;
        Ok(lost)
    }

    fn goes_on(&mut self, server: &Server, signed_in_again: bool) {
        self.browser.moved_to(&server.url);
        if signed_in_again {
            self.browser = server.signed_in(&self.who);
        }
    }

    /// An intake is handed in once, so one that was is taken away, and the next round has one to fill in.
    fn renew(&mut self, installation: &Installation) {
        if !self.submitted {
            return;
        }
        let of = self.participant;
        installation.execute(&format!(
            "DELETE FROM answers WHERE intake_id IN (SELECT id FROM intakes WHERE participant_id = {of})"
        ));
        installation.execute(&format!("DELETE FROM intakes WHERE participant_id = {of}"));
        installation
            .execute(&format!("DELETE FROM completions WHERE participant_id = {of} AND action_id = {}", self.action));
        (self.saved, self.submitted, self.version) = (None, false, None);
        self.before = self.chance.under(9);
    }
}
