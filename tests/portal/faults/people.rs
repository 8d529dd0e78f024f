//! Somebody who works on the portal and remembers what it acknowledged.

use super::installation::{Installation, Server};
use super::intakes::Writer;
use super::places::Planner;
use super::uploads::Uploader;
use super::{Chance, tally::Tally};
use crate::support::{Page, people};

/// What came of an act, or of a look.
#[derive(Debug)]
pub enum Came {
    /// An act of this kind was acknowledged.
    Acknowledged(&'static str),
    /// There is nothing left to do in this round.
    Idle,
    /// The portal answered that it did not do it.
    Refused(u16, String),
    /// There was no answer.
    Gone(String),
}

/// Somebody who works on the portal and remembers what it acknowledged.
pub trait Person: Send {
    /// Their sign-in name.
    fn name(&self) -> &str;

    /// Does one thing.
    fn act(&mut self) -> Came;

    /// Compares what is there with what was acknowledged, most of it or `everything`, and settles whether the act
    /// that had no answer was done. Each line tells of a loss.
    fn look(&mut self, everything: bool) -> Result<Vec<String>, Came>;

    /// Goes on with another browser.
    fn goes_on(&mut self, server: &Server, signed_in_again: bool);

    /// Makes room for the next round, while nobody works.
    fn renew(&mut self, _: &Installation) {}

    /// Two days went by.
    fn after_two_days(&mut self) {}
}

/// Everybody who works in a run: some at each of the three things that are put to the test.
pub fn everybody(installation: &Installation, server: &Server, chance: &mut Chance) -> Vec<Box<dyn Person>> {
    let mut all: Vec<Box<dyn Person>> = Vec::new();
    for who in [people::SAMIRA, people::HUGO, people::IJSBRAND] {
        all.push(Box::new(Uploader::new(installation, server, who, chance.branch())));
    }
    for who in [people::ZOE, "nanne.postma@oostervaart.example.nl", people::GRACE] {
        all.push(Box::new(Writer::new(installation, server, who, chance.branch())));
    }
    for half in 0..2 {
        all.push(Box::new(Planner::new(installation, server, half, chance.branch())));
    }
    all
}

/// An answer that is no acknowledgement: what it is, with the beginning of its words.
pub fn refused(page: &Page) -> Came {
    let words = page.all("main").join(" ");
    Came::Refused(page.status, format!("{} {}", page.location, words.chars().take(400).collect::<String>()))
}

/// Whether the answer sends on to a page of the portal, which is how it acknowledges an act.
pub fn acknowledges(page: &Page) -> bool {
    page.status == 303 && !page.location.is_empty() && !page.location.starts_with("/login")
}

/// Notes what came of something that `who` did.
pub fn note(tally: &mut Tally, who: &str, came: Came, expected: fn(u16) -> bool) {
    match came {
        Came::Acknowledged(kind) => tally.acknowledge(kind),
        Came::Idle => {}
        Came::Refused(status, words) => {
            *tally.refused.entry(status).or_default() += 1;
            if !expected(status) {
                tally.wrong.push(format!("{who}: {status} {words}"));
            }
        }
        Came::Gone(why) => tally.wrong.push(format!("{who}: no answer: {why}")),
    }
}
