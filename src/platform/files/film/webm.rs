use super::{Collected, Tracks, number, skipped};

/// The most of an element that is collected, in bytes: names of codecs and numbers.
const MOST: u64 = 64;

const EBML: u64 = 0x1a45_dfa3;
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_a966;
const TRACKS: u64 = 0x1654_ae6b;
const TRACK_ENTRY: u64 = 0xae;
const DOC_TYPE: u64 = 0x4282;
const SCALE: u64 = 0x002a_d7b1;
const DURATION: u64 = 0x4489;
const CODEC: u64 = 0x86;
const CLUSTER: u64 = 0x1f43_b675;

/// Walks through the elements of a WebM (RFC 8794 and RFC 9559) up to its pictures. An element that holds others is not
/// skipped, so that what it holds comes next.
pub(super) struct WebmWatch {
    skip: u64,
    collected: Collected,
    /// The element that is collected: its number, and how long it is.
    inside: Option<(u64, usize)>,
    over: bool,
    /// How many nanoseconds one unit of time is.
    scale: u64,
    length: f64,
    pub(super) is_webm: bool,
    pub(super) tracks: Tracks,
}

impl Default for WebmWatch {
    fn default() -> Self {
        Self {
            skip: 0,
            collected: Collected::default(),
            inside: None,
            over: false,
            scale: 1_000_000,
            length: 0.0,
            is_webm: false,
            tracks: Tracks::default(),
        }
    }
}

impl WebmWatch {
    pub(super) fn feed(&mut self, mut data: &[u8]) {
        while !self.over && skipped(&mut self.skip, &mut data) && !data.is_empty() {
            match self.inside {
                Some((element, length)) => {
                    if self.collected.fill(&mut data, length) {
                        let bytes = std::mem::take(&mut self.collected.bytes);
                        self.inside = None;
                        self.look(element, &bytes);
                    }
                }
                None => self.header(&mut data),
            }
        }
    }

    pub(super) fn seconds(&self) -> Option<f64> {
        (self.length > 0.0).then(|| self.length * self.scale as f64 / 1e9)
    }

    /// The number of an element and its size, each as long as its first byte says.
    fn header(&mut self, data: &mut &[u8]) {
        let Some(first) = self.length_of(data, 0, 4) else { return };
        let Some(second) = self.length_of(data, first, 8) else { return };
        let bytes = std::mem::take(&mut self.collected.bytes);
        let element = number(bytes.get(..first).unwrap_or_default());
        let size = number(bytes.get(first..first + second).unwrap_or_default());
        // The bit that says how long a number is, is no part of a size.
        let most = (1_u64 << (7 * second)) - 1;
        let size = Some(size & most).filter(|size| *size < most);
        match (element, size) {
            (EBML | SEGMENT | INFO | TRACKS | TRACK_ENTRY, _) => {}
            // Where the pictures begin, all that is looked for was said.
            (CLUSTER, _) | (_, None) => self.over = true,
            (DOC_TYPE | SCALE | DURATION | CODEC, Some(size)) if size > 0 && size <= MOST => {
                self.inside = usize::try_from(size).ok().map(|size| (element, size));
            }
            (_, Some(size)) => self.skip = size,
        }
    }

    /// How long the number is that begins at `from`, once all of it is there; `most` bytes at most.
    fn length_of(&mut self, data: &mut &[u8], from: usize, most: usize) -> Option<usize> {
        if !self.collected.fill(data, from + 1) {
            return None;
        }
        let length = self.collected.bytes.get(from).map(|byte| byte.leading_zeros() as usize + 1)?;
        if length > most {
            self.over = true;
            return None;
        }
        self.collected.fill(data, from + length).then_some(length)
    }

    fn look(&mut self, element: u64, bytes: &[u8]) {
        match element {
            DOC_TYPE => self.is_webm = bytes.strip_suffix(&[0]).unwrap_or(bytes) == b"webm",
            SCALE if bytes.len() <= 8 => self.scale = number(bytes),
            DURATION => {
                let long = <[u8; 8]>::try_from(bytes).map(f64::from_be_bytes).ok();
                let short = <[u8; 4]>::try_from(bytes).map(|bytes| f64::from(f32::from_be_bytes(bytes))).ok();
                self.length = long.or(short).filter(|length| length.is_finite()).unwrap_or_default();
            }
            CODEC if bytes.starts_with(b"V_") => {
                self.tracks.pictures(matches!(bytes, b"V_VP8" | b"V_VP9" | b"V_AV1"));
            }
            CODEC if bytes.starts_with(b"A_") => self.tracks.sound(matches!(bytes, b"A_VORBIS" | b"A_OPUS")),
            _ => {}
        }
    }
}
