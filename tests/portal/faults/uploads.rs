//! Somebody who hands in files, and takes some back.

use super::Chance;
use super::installation::{Installation, Server};
use super::people::{Came, Person, acknowledges, refused};
use crate::support::{Browser, Page};

/// How many of the older files are looked at each time.
const SAMPLE: usize = 5;

/// Somebody who hands in files, and takes some back.
pub struct Uploader {
    who: String,
    browser: Browser,
    action: i64,
    chance: Chance,
    confirmed: Vec<Sent>,
    withdrawn: Vec<i64>,
    pending: Option<Sent>,
    doubt: Option<Doubt>,
}

/// A file that was acknowledged, and from what its bytes are made.
#[derive(Debug, Clone, Copy)]
struct Sent {
    id: i64,
    seed: u64,
}

/// An act without an answer.
enum Doubt {
    Upload,
    Confirmation(Sent),
    Withdrawal(Sent),
}

impl Uploader {
    /// The person with this sign-in name.
    pub fn new(installation: &Installation, server: &Server, who: &str, chance: Chance) -> Self {
        let action = installation.number(&format!(
            "SELECT min(a.id) AS number FROM actions a JOIN participants p ON p.project_id = a.project_id \
             JOIN people q ON q.id = p.person_id WHERE q.email = '{who}' AND a.kind = 'upload'"
        ));
        let browser = server.signed_in(who);
        let (confirmed, withdrawn) = (Vec::new(), Vec::new());
        Self { who: who.into(), browser, action, chance, confirmed, withdrawn, pending: None, doubt: None }
    }

    /// Makes sure that a file waits to be confirmed.
    pub fn wait_for_confirmation(&mut self) {
        if self.pending.is_none() {
            let came = self.upload();
            assert!(matches!(came, Came::Acknowledged(_)), "{came:?}");
        }
    }

    /// Hands in a file.
    pub fn hand_in(&mut self) {
        self.wait_for_confirmation();
        let came = self.confirm_waiting();
        assert!(matches!(came, Came::Acknowledged(_)), "{came:?}");
    }

    /// Confirms the file that waits for it.
    pub fn confirm_waiting(&mut self) -> Came {
        self.pending.map_or(Came::Idle, |sent| self.confirm(sent))
    }

    /// Takes back the newest file that was handed in.
    pub fn withdraw_newest(&mut self) -> Came {
        self.confirmed.pop().map_or(Came::Idle, |sent| self.withdraw(sent))
    }

    /// Sends a file.
    pub fn upload(&mut self) -> Came {
        let seed = self.chance.under(u64::MAX);
        self.doubt = Some(Doubt::Upload);
        let sent = bytes(seed);
        let page =
            match self.browser.try_upload(&format!("/student/uploads/new/{}", self.action), &[], "brief.txt", &sent) {
                Ok(page) => page,
                Err(why) => return Came::Gone(why),
            };
        let id = page.location.strip_prefix("/student/uploads/").and_then(|id| id.parse().ok());
        match id.filter(|_| acknowledges(&page)) {
            Some(id) => {
                self.pending = Some(Sent { id, seed });
                self.doubt = None;
                Came::Acknowledged("uploaded")
            }
            None => refused(&page),
        }
    }

    fn confirm(&mut self, sent: Sent) -> Came {
        self.pending = None;
        self.doubt = Some(Doubt::Confirmation(sent));
        match self.browser.try_post(&format!("/student/uploads/{}/confirmation", sent.id), &[("confirmed", "on")]) {
            Ok(page) if acknowledges(&page) => {
                self.confirmed.push(sent);
                self.doubt = None;
                Came::Acknowledged("confirmed")
            }
            Ok(page) => refused(&page),
            Err(why) => Came::Gone(why),
        }
    }

    fn withdraw(&mut self, sent: Sent) -> Came {
        self.doubt = Some(Doubt::Withdrawal(sent));
        match self.browser.try_post(&format!("/student/uploads/{}/withdrawal", sent.id), &[]) {
            Ok(page) if acknowledges(&page) => {
                self.withdrawn.push(sent.id);
                self.doubt = None;
                Came::Acknowledged("withdrawn")
            }
            Ok(page) => refused(&page),
            Err(why) => Came::Gone(why),
        }
    }

    /// Whether the file is there, whole; a file that is there otherwise is a loss.
    fn is_there(&mut self, sent: Sent, lost: &mut Vec<String>) -> Result<bool, Came> {
        let page = self.get(&format!("/student/uploads/{}/file", sent.id))?;
        match page.status {
            404 => Ok(false),
            200 => {
                if page.body != bytes(sent.seed) {
                    lost.push(format!("upload {} of {} has other bytes than were sent", sent.id, self.who));
                }
                Ok(true)
            }
            _ => Err(refused(&page)),
        }
    }

    fn get(&mut self, path: &str) -> Result<Page, Came> {
        self.browser.try_send("GET", path, None, b"").map_err(Came::Gone)
    }

    fn settle(&mut self, lost: &mut Vec<String>) -> Result<(), Came> {
        match &self.doubt {
            None => {}
            // What waited before it may have made way.
            Some(Doubt::Upload) => {
                if let Some(sent) = self.pending {
                    self.pending = self.is_there(sent, lost)?.then_some(sent);
                }
            }
            Some(Doubt::Confirmation(sent)) => {
                let sent = *sent;
                if !self.is_there(sent, lost)? {
                    lost.push(format!("upload {} of {} went while it was confirmed", sent.id, self.who));
                } else {
                    let page = self.get(&format!("/student/uploads/{}", sent.id))?;
                    if page.status != 200 {
                        return Err(refused(&page));
                    }
                    let waits = !page.attributes("form[action$='/confirmation']", "action").is_empty();
                    if waits { self.pending = Some(sent) } else { self.confirmed.push(sent) }
                }
            }
            Some(Doubt::Withdrawal(sent)) => {
                let sent = *sent;
                if self.is_there(sent, lost)? { self.confirmed.push(sent) } else { self.withdrawn.push(sent.id) }
            }
        }
        self.doubt = None;
        Ok(())
    }
}

impl Person for Uploader {
    fn name(&self) -> &str {
        &self.who
    }

    fn act(&mut self) -> Came {
        match self.pending {
            Some(sent) if self.chance.under(5) > 0 => self.confirm(sent),
            _ if self.confirmed.len() > 2 && self.chance.under(5) == 0 => {
                let at = self.chance.under(self.confirmed.len() as u64) as usize;
                let sent = self.confirmed.swap_remove(at);
                self.withdraw(sent)
            }
            _ => self.upload(),
        }
    }

    fn look(&mut self, everything: bool) -> Result<Vec<String>, Came> {
        let mut lost = Vec::new();
        self.settle(&mut lost)?;
        if let Some(sent) = self.pending
            && !self.is_there(sent, &mut lost)?
        {
            lost.push(format!("upload {} of {}, not confirmed yet", sent.id, self.who));
        }
        let newest = |count: usize| if everything { 0 } else { count.saturating_sub(SAMPLE) };
        let confirmed: Vec<_> = self.confirmed.iter().skip(newest(self.confirmed.len())).copied().collect();
        for sent in confirmed {
            if !self.is_there(sent, &mut lost)? {
                lost.push(format!("confirmed upload {} of {}", sent.id, self.who));
            }
        }
        let withdrawn: Vec<_> = self.withdrawn.iter().skip(newest(self.withdrawn.len())).copied().collect();
        for id in withdrawn {
            let page = self.get(&format!("/student/uploads/{id}/file"))?;
            match page.status {
                404 => {}
                200 => lost.push(format!("withdrawn upload {id} of {} is there again", self.who)),
                _ => return Err(refused(&page)),
            }
        }
        Ok(lost)
    }

    fn goes_on(&mut self, server: &Server, signed_in_again: bool) {
        self.browser.moved_to(&server.url);
        if signed_in_again {
            self.browser = server.signed_in(&self.who);
        }
    }

    fn after_two_days(&mut self) {
        self.pending = None;
    }
}

/// A letter of some hundred bytes, or one of many pages, always the same for the same `seed`.
pub fn bytes(seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    let most = if chance.under(4) == 0 { 300_000 } else { 3_000 };
    let size = 20 + chance.under(most) as usize;
    let mut text = String::from("Geachte mevrouw A.,\n");
    while text.len() < size {
        text.push_str(&format!("{:016x}\n", chance.next()));
    }
    text.truncate(size);
    text.into_bytes()
}
