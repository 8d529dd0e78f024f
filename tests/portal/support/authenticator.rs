//! An app on a telephone that makes codes, written down a second time.

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// The app, with the secret of one account.
#[derive(Clone)]
pub struct Authenticator {
    secret: Vec<u8>,
    now: DateTime<Utc>,
}

impl Authenticator {
    /// With a secret as a page shows it. Its clock stands where that of a fresh installation stands.
    pub fn new(secret: &str) -> Self {
        Self::at(secret, "2026-11-24T09:00:00Z".parse().unwrap())
    }

    /// The same, with the clock of the machine.
    pub fn of_today(secret: &str) -> Self {
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
        Self::at(secret, DateTime::UNIX_EPOCH + TimeDelta::from_std(since).unwrap())
    }

    fn at(secret: &str, now: DateTime<Utc>) -> Self {
        let mut bits = Vec::new();
        for letter in secret.chars().filter(|c| !c.is_whitespace()) {
            let five = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter).unwrap();
            bits.extend((0..5).rev().map(|at| five >> at & 1));
        }
        let bytes = bits.chunks_exact(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | *bit as u8));
        Self { secret: bytes.collect(), now }
    }

    /// Time passes on the telephone too.
    pub fn advance(&mut self, by: TimeDelta) {
        self.now += by;
    }

    /// The code it shows now, or showed or will show so many half minutes away from it.
    pub fn code(&self, away: i64) -> String {
        let step = self.now.timestamp() / 30 + away;
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.secret).unwrap();
        mac.update(&step.to_be_bytes());
        let mac = mac.finalize().into_bytes();
        let from = usize::from(mac[19] & 15);
        let number = u32::from_be_bytes(mac[from..from + 4].try_into().unwrap()) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }

    /// A code that is none of those around now.
    pub fn wrong(&self) -> String {
        let near: Vec<String> = (-3..=3).map(|away| self.code(away)).collect();
        (0..).map(|n: u32| format!("{n:06}")).find(|code| !near.contains(code)).unwrap()
    }
}
