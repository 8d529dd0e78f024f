//! Codes that change with the time (RFC 6238): HMAC-SHA-1, six digits, half a minute each, which is what every
//! authenticator app can do.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroizing;

use crate::platform::db::Moment;
use crate::platform::error::{Error, Result};

/// How long a code lasts, in seconds.
const STEP: i64 = 30;
/// How many steps a clock may be ahead or behind.
const WINDOW: i64 = 1;
/// The bytes of a secret: as many as SHA-1 gives, as RFC 4226 asks for.
const BYTES: usize = 20;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What the codes of one account are made with.
pub struct Secret(Zeroizing<[u8; BYTES]>);

/// What a code that was typed turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// It is the code of this step, which was not used yet.
    Right(i64),
    /// It is a code of now that was used before.
    Used,
    /// It is no code of now.
    Wrong,
}

/// The step that `now` is in.
pub fn step_at(now: Moment) -> i64 {
    now.seconds().div_euclid(STEP)
}

impl Secret {
    /// A fresh one.
    pub fn random() -> Self {
        Self(Zeroizing::new(rand::random()))
    }

    /// The one that these bytes are.
    ///
    /// # Errors
    /// [`Error::Broken`] when they are too few or too many.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let bytes = bytes.try_into().map_err(|_| Error::broken(anyhow::anyhow!("a secret of {}", bytes.len())))?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// Its bytes, to be kept sealed.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The code of one step.
    ///
    /// # Errors
    /// None that can happen: HMAC takes a key of any length.
    pub fn code(&self, step: i64) -> Result<u32> {
        let mac = Hmac::<Sha1>::new_from_slice(self.as_bytes()).map_err(Error::broken)?;
        let mac = mac.chain_update(step.to_be_bytes()).finalize().into_bytes();
        let offset = usize::from(mac.last().copied().unwrap_or_default() & 0x0f);
        let four = mac.iter().skip(offset).take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
        Ok((four & 0x7fff_ffff) % 1_000_000)
    }

    /// What `code` is at `now`, when the newest step of which a code was used is `last`.
    ///
    /// # Errors
    /// As [`Secret::code`].
    pub fn judge(&self, code: u32, now: Moment, last: i64) -> Result<Typed> {
        let here = step_at(now);
        let mut found = Typed::Wrong;
        for step in here - WINDOW..=here + WINDOW {
            if self.code(step)? == code {
                match found {
                    Typed::Right(_) => {}
                    _ if step > last => found = Typed::Right(step),
                    _ => found = Typed::Used,
                }
            }
        }
        Ok(found)
    }

    /// A code that would be accepted at `now`, if one is left: the one an app shows, before its neighbours.
    ///
    /// # Errors
    /// As [`Secret::code`].
    pub fn usable(&self, now: Moment, last: i64) -> Result<Option<u32>> {
        let here = step_at(now);
        let steps = [here, here - WINDOW, here + WINDOW];
        steps.into_iter().find(|step| *step > last).map(|step| self.code(step)).transpose()
    }

    /// The secret as a person types it into an app: base 32, without spaces.
    pub fn text(&self) -> String {
        let bits = self.0.iter().flat_map(|byte| (0..8).rev().map(move |at| (byte >> at) & 1));
        let bits: Vec<u8> = bits.collect();
        let five = |bits: &[u8]| bits.iter().fold(0_usize, |number, bit| (number << 1) | usize::from(*bit));
        bits.chunks(5).filter_map(|bits| ALPHABET.get(five(bits))).map(|letter| char::from(*letter)).collect()
    }

    /// The address that an app reads from the picture.
    pub fn address(&self, issuer: &str, name: &str) -> String {
        let written = |text: &str| {
            let written: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
            // A plus is a space in a form alone.
            written.replace('+', "%20")
        };
        let (issuer, name) = (written(issuer), written(name));
        let secret = self.text();
        format!("otpauth://totp/{issuer}:{name}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}")
    }
}

/// `text` in groups of four, as people read long numbers and secrets.
pub fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A code as an app shows it: `123 456`.
pub fn shown(code: u32) -> String {
    format!("{:03} {:03}", code / 1000, code % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    fn of_the_rfc() -> Secret {
        Secret::from_bytes(b"12345678901234567890").unwrap()
    }

    fn at(seconds: i64) -> Moment {
        Moment::new(chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc())
    }

    /// Appendix D of RFC 4226.
    #[test]
    fn a_counter_gives_the_codes_of_the_rfc() {
        let codes = [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
        for (step, code) in codes.into_iter().enumerate() {
            assert_eq!(of_the_rfc().code(step as i64).unwrap(), code, "{step}");
        }
    }

    /// Appendix B of RFC 6238, the last six of its eight digits.
    #[test]
    fn a_moment_gives_the_code_of_the_rfc() {
        let codes = [
            (59, 287_082),
            (1_111_111_109, 81_804),
            (1_111_111_111, 50_471),
            (1_234_567_890, 5_924),
            (2_000_000_000, 279_037),
            (20_000_000_000, 353_130),
        ];
        for (seconds, code) in codes {
            assert_eq!(of_the_rfc().code(step_at(at(seconds))).unwrap(), code, "{seconds}");
            let step = seconds / 30;
            assert_eq!(of_the_rfc().judge(code, at(seconds), 0).unwrap(), Typed::Right(step), "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_half_a_minute_around_its_own_and_once() {
        let (secret, now) = (of_the_rfc(), clock::parse("2026-11-24T10:00").unwrap());
        let here = step_at(now);
        for (step, right) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = secret.code(here + step).unwrap();
            let expected = if right { Typed::Right(here + step) } else { Typed::Wrong };
            assert_eq!(secret.judge(code, now, 0).unwrap(), expected, "{step}");
        }
        let code = secret.code(here).unwrap();
        assert_eq!(secret.judge(code, now, here).unwrap(), Typed::Used);
        assert_eq!(secret.judge(secret.code(here - 1).unwrap(), now, here).unwrap(), Typed::Used, "no older one");
        assert_eq!(secret.judge(secret.code(here + 1).unwrap(), now, here).unwrap(), Typed::Right(here + 1));
        assert_eq!(secret.usable(now, 0).unwrap(), Some(code));
        assert_eq!(secret.usable(now, here).unwrap(), Some(secret.code(here + 1).unwrap()));
        assert_eq!(secret.usable(now, here + 1).unwrap(), None);
    }

    #[test]
    fn a_secret_is_written_as_apps_read_it() {
        assert_eq!(of_the_rfc().text(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(grouped("GEZDGNBVGY"), "GEZD GNBV GY");
        assert_eq!(shown(5_924), "005 924");
        assert_eq!(
            of_the_rfc().address("Heldere Taal", "zoe+x@example.nl"),
            "otpauth://totp/Heldere%20Taal:zoe%2Bx%40example.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Heldere%20Taal&algorithm=SHA1&digits=6&period=30"
        );
        assert!(Secret::from_bytes(b"short").is_err());
    }
}
