use super::{Collected, Tracks, number, skipped};

/// The most of a box that is collected, in bytes; what is looked at stands at its beginning.
const MOST: u64 = 1024;

/// Walks through the boxes of an MP4 (ISO/IEC 14496-12, 4.2). A box that holds others is not skipped, so that what it
/// holds comes next.
#[derive(Default)]
pub(super) struct Mp4Watch {
    skip: u64,
    collected: Collected,
    /// The box that is collected: its kind, and how much of it there is to collect.
    inside: Option<([u8; 4], usize)>,
    /// How much of it is to be skipped after that.
    after: u64,
    /// What the track at hand is for: `vide` or `soun`.
    handler: [u8; 4],
    over: bool,
    scale: f64,
    length: f64,
    pub(super) tracks: Tracks,
}

impl Mp4Watch {
    pub(super) fn feed(&mut self, mut data: &[u8]) {
        while !self.over && skipped(&mut self.skip, &mut data) && !data.is_empty() {
            match self.inside {
                Some((kind, length)) => {
                    if self.collected.fill(&mut data, length) {
                        let bytes = std::mem::take(&mut self.collected.bytes);
                        self.inside = None;
                        self.skip = std::mem::take(&mut self.after);
                        self.look(kind, &bytes);
                    }
                }
                None => self.header(&mut data),
            }
        }
    }

    pub(super) fn seconds(&self) -> Option<f64> {
        (self.scale > 0.0 && self.length > 0.0).then(|| self.length / self.scale)
    }

    fn header(&mut self, data: &mut &[u8]) {
        if !self.collected.fill(data, 8) {
            return;
        }
        let large = number(self.collected.bytes.get(..4).unwrap_or_default()) == 1;
        if large && !self.collected.fill(data, 16) {
            return;
        }
        let bytes = std::mem::take(&mut self.collected.bytes);
        let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
        let size = number(if large { at(8, 16) } else { at(0, 4) });
        let Some(rest) = size.checked_sub(bytes.len() as u64) else {
            // To the end of the file, or nonsense: nothing comes after it.
            self.over = true;
            return;
        };
        match at(4, 8) {
            b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" | b"mvex" => {}
            kind @ (b"mvhd" | b"hdlr" | b"stsd" | b"mehd") => {
                let length = rest.min(MOST);
                self.inside = kind.try_into().ok().zip(usize::try_from(length).ok());
                self.after = rest - length;
            }
            _ => self.skip = rest,
        }
    }

    fn look(&mut self, kind: [u8; 4], bytes: &[u8]) {
        let at = |from: usize, to: usize| bytes.get(from..to).map(number).unwrap_or_default() as f64;
        let long = bytes.first() == Some(&1);
        match &kind {
            b"mvhd" if long => (self.scale, self.length) = (at(20, 24), at(24, 32)),
            b"mvhd" => (self.scale, self.length) = (at(12, 16), at(16, 20)),
            // Of a film in fragments the length stands here, and is 0 above.
            b"mehd" if self.length == 0.0 => self.length = if long { at(4, 12) } else { at(4, 8) },
            b"hdlr" => self.handler = bytes.get(8..12).and_then(|b| b.try_into().ok()).unwrap_or_default(),
            b"stsd" => {
                let coding = bytes.get(12..16).unwrap_or_default();
                match &self.handler {
                    b"vide" => self.tracks.pictures(matches!(coding, b"avc1" | b"avc3")),
                    b"soun" => self.tracks.sound(coding == b"mp4a"),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}
