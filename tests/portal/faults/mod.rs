//! What is left after the worst: the server killed in the middle of its work, a disk that is full or refuses, a
//! database server that restarts under load. The program itself runs, on the data of the demo, and people work
//! on it at the same time. Whatever was acknowledged must be there afterwards, and nothing by half.
//!
//! `tests/all faults` runs these and `tests/all faults --long` runs many more rounds; as they take minutes, plain
//! `cargo test` does not. Each run prints its seed; `FAULTS_SEED` repeats the same choices.

mod control;
mod disk;
mod installation;
mod intakes;
mod kills;
mod people;
mod places;
mod postgres;
mod restarts;
mod rounds;
mod shim;
mod small_disk;
mod tally;
mod truth;
mod uploads;

use std::time::SystemTime;

/// Chance that can be repeated.
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    /// The seed of this run: that of `FAULTS_SEED`, or of the moment. It is printed.
    pub fn of_run(what: &str) -> Self {
        let given = std::env::var("FAULTS_SEED").ok().and_then(|s| s.parse().ok());
        let seed = given.unwrap_or_else(|| SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis() as u64);
        println!("{what}: FAULTS_SEED={seed}");
        Self(seed)
    }

    /// Another one that goes its own way.
    pub fn branch(&mut self) -> Self {
        Self(self.next())
    }

    /// A number under `most`.
    pub fn under(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// `short` rounds, or `long` ones when the run is a long one.
pub fn rounds(short: usize, long: usize) -> usize {
    let given = std::env::var("FAULTS_ROUNDS").ok().and_then(|n| n.parse().ok());
    let is_long = std::env::var("FAULTS").is_ok_and(|form| form == "long");
    given.unwrap_or(if is_long { long } else { short })
}
