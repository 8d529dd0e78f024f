//! A QR code as one path of an SVG, drawn here and not by anybody else: it holds a secret.

use fast_qr::{ECL, QRBuilder};

use crate::platform::error::{Error, Result};

/// The empty edge that a camera needs, in squares.
const EDGE: usize = 4;

/// A picture of squares.
pub struct Picture {
    /// How many squares it is wide and high, with its edge.
    pub size: usize,
    /// The dark squares, as the path of an SVG.
    pub path: String,
}

impl Picture {
    /// The QR code that says `text`.
    ///
    /// # Errors
    /// [`Error::Broken`] when it is too long for one.
    pub fn of(text: &str) -> Result<Self> {
        let drawn = QRBuilder::new(text).ecl(ECL::M).build();
        let drawn = drawn.map_err(|error| Error::broken(anyhow::anyhow!("{error}")))?;
        let mut path = String::new();
        for (y, row) in drawn.data.chunks(drawn.size).take(drawn.size).enumerate() {
            let mut x = 0;
            // Dark squares beside each other are one piece.
            for piece in row.chunk_by(|a, b| a.value() == b.value()) {
                if piece.first().is_some_and(|square| square.value()) {
                    path.push_str(&format!("M{} {}h{}v1h-{}z", x + EDGE, y + EDGE, piece.len(), piece.len()));
                }
                x += piece.len();
            }
        }
        Ok(Self { size: drawn.size + 2 * EDGE, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_an_edge_and_three_corners() {
        let picture = Picture::of("otpauth://totp/Heldere%20Taal:zoe%40example.nl?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(picture.size > 30 && picture.size < 80, "{}", picture.size);
        let (start, end) = (EDGE, picture.size - EDGE - 7);
        for (x, y) in [(start, start), (end, start), (start, end)] {
            assert!(picture.path.contains(&format!("M{x} {y}h7v1h-7z")), "no corner at {x} {y}: {}", picture.path);
        }
        assert!(Picture::of(&"x".repeat(5000)).is_err());
    }
}
