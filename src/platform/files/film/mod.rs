//! What a film says of itself, read while it streams by: whether browsers can play it, and how long it takes. Only a
//! few small parts are looked at; pictures and sound go by unread.

mod mp4;
mod webm;

use mp4::Mp4Watch;
use webm::WebmWatch;

/// The longest film whose length is believed, in seconds: a day.
const LONGEST: f64 = 86_400.0;

/// What was looked for by the first bytes.
#[derive(Default)]
enum Looking {
    /// There were too few of them yet.
    #[default]
    Nothing,
    Mp4(Mp4Watch),
    Webm(WebmWatch),
    /// It is neither.
    Other,
}

/// Looks at a film that streams by.
#[derive(Default)]
pub(super) struct FilmWatch {
    first: Vec<u8>,
    looking: Looking,
}

impl FilmWatch {
    /// The next bytes of the file, cut anywhere.
    pub(super) fn feed(&mut self, data: &[u8]) {
        match &mut self.looking {
            Looking::Nothing => {
                self.first.extend_from_slice(data);
                if self.first.len() < 8 {
                    return;
                }
                let first = std::mem::take(&mut self.first);
                self.looking = match first.get(..8) {
                    Some([0x1a, 0x45, 0xdf, 0xa3, ..]) => Looking::Webm(WebmWatch::default()),
                    Some([_, _, _, _, b'f', b't', b'y', b'p']) => Looking::Mp4(Mp4Watch::default()),
                    _ => Looking::Other,
                };
                self.feed(&first);
            }
            Looking::Mp4(watch) => watch.feed(data),
            Looking::Webm(watch) => watch.feed(data),
            Looking::Other => {}
        }
    }

    /// Whether it is an MP4 with H.264, and with AAC or without sound.
    pub(super) fn is_mp4(&self) -> bool {
        matches!(&self.looking, Looking::Mp4(watch) if watch.tracks.is_playable())
    }

    /// Whether it is a WebM.
    pub(super) fn is_webm(&self) -> bool {
        matches!(&self.looking, Looking::Webm(watch) if watch.is_webm && watch.tracks.is_playable())
    }

    /// How long it takes in whole seconds, rounded down; nothing when it does not say so, or nonsense.
    pub(super) fn seconds(&self) -> Option<i32> {
        let seconds = match &self.looking {
            Looking::Mp4(watch) => watch.seconds(),
            Looking::Webm(watch) => watch.seconds(),
            Looking::Nothing | Looking::Other => None,
        }?;
        #[allow(clippy::cast_possible_truncation, reason = "it lies within a day")]
        (1.0..=LONGEST).contains(&seconds).then_some(seconds as i32)
    }
}

/// The tracks of a film.
#[derive(Default)]
struct Tracks {
    pictures: bool,
    strange: bool,
}

impl Tracks {
    /// Notes a track of pictures, of a kind that every browser plays or of another.
    fn pictures(&mut self, known: bool) {
        self.pictures |= known;
        self.strange |= !known;
    }

    /// The same of a track of sound.
    fn sound(&mut self, known: bool) {
        self.strange |= !known;
    }

    fn is_playable(&self) -> bool {
        self.pictures && !self.strange
    }
}

/// A part of a file that is collected before it is looked at.
#[derive(Default)]
struct Collected {
    bytes: Vec<u8>,
}

impl Collected {
    /// Takes from `data` until there are `wanted` bytes; whether there are.
    fn fill(&mut self, data: &mut &[u8], wanted: usize) -> bool {
        let missing = wanted.saturating_sub(self.bytes.len()).min(data.len());
        let (taken, rest) = data.split_at(missing);
        self.bytes.extend_from_slice(taken);
        *data = rest;
        self.bytes.len() >= wanted
    }
}

/// Leaves out of `data` what is still to be skipped; whether that was all of it.
fn skipped(skip: &mut u64, data: &mut &[u8]) -> bool {
    let passed = usize::try_from(*skip).unwrap_or(usize::MAX).min(data.len());
    *skip -= passed as u64;
    *data = data.get(passed..).unwrap_or_default();
    *skip == 0
}

/// The number of up to eight bytes, the first one highest.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests;
