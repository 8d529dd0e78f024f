//! Passwords: how they are kept, and which ones are good enough.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::platform::error::{Error, Result};
use crate::platform::web::Wrong;

/// The fewest characters of a password a person chooses.
pub const LEAST: usize = 10;
/// The most characters that are looked at; far above what anybody types.
pub const MOST: usize = 200;
/// How many checks may wait for their turn; beyond it a caller is asked to come back.
const WAITING: usize = 400;

/// A password as it was typed; wiped from memory when it is dropped.
pub type Typed = Zeroizing<String>;

type Work = Box<dyn FnOnce() + Send>;

/// Checks passwords a few at a time: each check takes 19 MB, and a storm of attempts may not take them all.
/// The checks have threads of their own, so that the memory is used again instead of left behind on many.
#[derive(Clone)]
pub struct Hashing {
    queue: SyncSender<Work>,
    waiting: Arc<AtomicUsize>,
}

impl Hashing {
    /// Checks at most `at_once` passwords at the same time.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(at_once: usize) -> std::io::Result<Self> {
        let (queue, work) = sync_channel::<Work>(WAITING);
        let work = Arc::new(Mutex::new(work));
        for _ in 0..at_once {
            let work = work.clone();
            std::thread::Builder::new().name("passwords".into()).spawn(move || {
                while let Some(next) = next(&work) {
                    // Whoever waits for the answer of a check that failed gets an error of their own.
                    let _ = std::panic::catch_unwind(AssertUnwindSafe(next));
                }
            })?;
        }
        Ok(Self { queue, waiting: Arc::default() })
    }

    /// How many checks wait for their turn, or have it.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// The hash under which `password` is kept: Argon2id with 19 MiB, two passes, one lane (OWASP's figures).
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many wait already.
    pub async fn hash(&self, password: Typed) -> Result<String> {
        self.in_turn(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|h| h.to_string()).map_err(|e| Error::broken(anyhow::anyhow!("{e}")))
        })
        .await
    }

    /// Whether `password` is the one kept as `hash`. Without a hash it takes the same time and is false, so
    /// that nobody learns from the time whether an account exists.
    ///
    /// # Errors
    /// As [`Hashing::hash`].
    pub async fn verify(&self, password: Typed, hash: Option<String>) -> Result<bool> {
        self.in_turn(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
            let hash = PasswordHash::new(&hash).map_err(|e| Error::broken(anyhow::anyhow!("{e}")))?;
            Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known)
        })
        .await
    }

    /// A check whose asker went away is still done in its turn, so that leaving buys nobody a second one.
    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let (tell, told) = oneshot::channel();
        let counted = Counted::new(&self.waiting);
        let work = Box::new(move || {
            let done = work();
            drop(counted);
            drop(tell.send(done));
        });
        self.queue.try_send(work).map_err(|_| Error::TooMany(30))?;
        told.await.map_err(Error::busy)?
    }
}

/// Counted for as long as it is there, also when its check panics or never gets a turn.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn next(work: &Mutex<Receiver<Work>>) -> Option<Work> {
    work.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// A hash with the same costs as a real one, of a password that was thrown away.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$dHJhamVjdC1ub2JvZHk$oaMaNaIQ4tzK3bTXb6yl4pd6V0tZUpCCeTXTlDPX5TU";

/// What is wrong with `password` as a new password for somebody with these names and addresses.
pub fn judge(password: &str, about: &[&str]) -> Option<Wrong> {
    if password.chars().count() < LEAST {
        return Some(Wrong::PasswordShort(LEAST));
    }
    if password.chars().count() > MOST {
        return Some(Wrong::TooLong(MOST));
    }
    // Three of four: safe against guessing over the network, and reachable with three plain words.
    let score = zxcvbn::zxcvbn(password, about).score();
    (score < zxcvbn::Score::Three).then_some(Wrong::PasswordGuessable)
}

/// A first password: four groups of four characters that cannot be misread, 79 random bits.
pub fn generate() -> String {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let letter = || LETTERS.get(rand::random_range(0..LETTERS.len())).map_or('x', |b| char::from(*b));
    let group = || (0..4).map(|_| letter()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_or_common_password_or_ones_own_name_is_refused() {
        assert_eq!(judge("kort", &[]), Some(Wrong::PasswordShort(LEAST)));
        assert_eq!(judge("wachtwoord1", &[]).is_some(), judge("password123", &[]).is_some());
        assert_eq!(judge("password123", &[]), Some(Wrong::PasswordGuessable));
        assert_eq!(judge("samirabakker", &["Samira", "Bakker"]), Some(Wrong::PasswordGuessable));
        assert_eq!(judge("drie paarden lezen kranten", &[]), None);
        assert_eq!(judge(&generate(), &[]), None);
    }

    #[actix_web::test]
    async fn a_kept_password_is_found_again_and_nobody_has_none() {
        let hashing = Hashing::new(1).unwrap();
        let typed = |text: &str| Typed::new(text.to_owned());
        let hash = hashing.hash(typed("drie paarden")).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hashing.verify(typed("drie paarden"), Some(hash.clone())).await.unwrap());
        assert!(!hashing.verify(typed("vier paarden"), Some(hash)).await.unwrap());
        assert!(!hashing.verify(typed("drie paarden"), None).await.unwrap());
    }
}
