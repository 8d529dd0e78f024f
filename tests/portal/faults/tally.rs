//! What was seen in a run, and the table of it.

use std::collections::BTreeMap;
use std::time::Duration;

/// What was seen, of one person or of all.
#[derive(Default, Debug)]
pub struct Tally {
    /// How often each kind of act was acknowledged.
    pub acknowledged: BTreeMap<&'static str, u64>,
    /// How often each status refused an act or a look.
    pub refused: BTreeMap<u16, u64>,
    /// What was acknowledged and is not there, in words.
    pub lost: Vec<String>,
    /// What should never have happened, in words.
    pub wrong: Vec<String>,
}

impl Tally {
    /// One more act of this kind was acknowledged.
    pub fn acknowledge(&mut self, kind: &'static str) {
        *self.acknowledged.entry(kind).or_default() += 1;
    }

    /// Adds what another one saw.
    pub fn add(&mut self, other: Self) {
        for (kind, count) in other.acknowledged {
            *self.acknowledged.entry(kind).or_default() += count;
        }
        for (status, count) in other.refused {
            *self.refused.entry(status).or_default() += count;
        }
        self.lost.extend(other.lost);
        self.wrong.extend(other.wrong);
    }
}

/// The run on one database.
pub struct Report {
    /// Which fault, on which database.
    pub what: String,
    /// How many rounds.
    pub rounds: usize,
    /// What was seen in them.
    pub tally: Tally,
    /// Bytes or keys without a row that the sweep destroyed.
    pub swept: usize,
    /// How long it took each time until the first page, or until the first act after a restart.
    pub ready: Vec<Duration>,
}

impl Report {
    /// The middle one of the times until the portal was there again.
    pub fn median(&self) -> Duration {
        let mut all = self.ready.clone();
        all.sort();
        all.get(all.len() / 2).copied().unwrap_or_default()
    }

    /// Prints the table, and fails when something was lost or went wrong.
    pub fn close(&self) {
        let kinds = ["uploaded", "confirmed", "withdrawn", "saved", "submitted", "placed", "taken out"];
        let of = |kind: &str| self.tally.acknowledged.get(kind).copied().unwrap_or_default();
        print!("\n{:<24} {:>6}", "acknowledged", "rounds");
        kinds.iter().for_each(|kind| print!(" {kind:>9}"));
        println!(" {:>5} {:>6} {:>7} {:>9} {:>9}", "lost", "wrong", "orphans", "median ms", "slowest");
        print!("{:<24} {:>6}", self.what, self.rounds);
        kinds.iter().for_each(|kind| print!(" {:>9}", of(kind)));
        let slowest = self.ready.iter().max().copied().unwrap_or_default();
        println!(
            " {:>5} {:>6} {:>7} {:>9} {:>9}",
            self.tally.lost.len(),
            self.tally.wrong.len(),
            self.swept,
            self.median().as_millis(),
            slowest.as_millis()
        );
        for (status, count) in &self.tally.refused {
            println!("{count} requests were answered with {status}");
        }
        let first = |all: &[String]| all.iter().take(20).map(|line| format!("  {line}\n")).collect::<String>();
        assert!(self.tally.lost.is_empty(), "acknowledged and lost:\n{}", first(&self.tally.lost));
        assert!(self.tally.wrong.is_empty(), "this may not happen:\n{}", first(&self.tally.wrong));
        let idle: Vec<_> = kinds.iter().filter(|kind| of(kind) == 0).collect();
        assert!(idle.is_empty(), "nobody did this, so nothing is proven about it: {idle:?}");
    }
}
