//! What only a certificate has: the band of colour with its rings, and the squares that lead to the check page.

use fast_qr::QRCode;
use krilla::geom::{PathBuilder, Rect};
use krilla::tagging::Node;

use crate::platform::paper::{Colour, Sheet, WHITE, circle, rectangle};

/// The page, in points: A4 on its side.
pub const WIDTH: f32 = 841.89;
pub const HEIGHT: f32 = 595.28;
/// How wide the band of colour at the left is.
pub const BAND: f32 = 204.0;
/// Where the text begins and ends.
pub const LEFT: f32 = 250.0;
pub const RIGHT: f32 = 796.0;

/// The band, and the rings in it.
pub fn background(sheet: &mut Sheet, accent: Colour) {
    sheet.decoration(|sheet| {
        sheet.filled(accent, rectangle(0.0, 0.0, BAND, HEIGHT));
        if let Some(band) = rectangle(0.0, 0.0, BAND, HEIGHT) {
            let rings = (0..26).map(|ring| circle(BAND, 250.0, 30.0 + 13.0 * ring as f32));
            sheet.clipped(&band, |sheet| sheet.stroked(WHITE, 0.7, 0.13, rings));
        }
    });
}

/// The squares of `code` on a white ground, `side` points wide; `says` is what it is to who cannot see it.
pub fn code(sheet: &mut Sheet, (x, y): (f32, f32), side: f32, code: &QRCode, says: String) -> Node {
    // Four squares of quiet around it, as the standard asks.
    let step = side / (code.size + 8) as f32;
    let mut dark = PathBuilder::new();
    let rows = code.data.chunks(code.size.max(1)).take(code.size);
    for (row, modules) in rows.enumerate() {
        for column in modules.iter().enumerate().filter(|(_, module)| module.value()).map(|(at, _)| at) {
            let place = |at: usize| (at + 4) as f32 * step;
            if let Some(square) = Rect::from_xywh(x + place(column), y + place(row), step, step) {
                dark.push_rect(square);
            }
        }
    }
    sheet.figure(says, |sheet| {
        sheet.filled(WHITE, rectangle(x, y, side, side));
        sheet.filled((0, 0, 0), dark.finish());
    })
}
