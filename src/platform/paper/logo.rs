//! The logo of the provider, as it stands on papers.

use std::fmt;

use chrono::NaiveDate;
use krilla::Data;
use krilla::image::Image;

use super::{About, document, page};
use crate::platform::i18n::Lang;

/// The largest file of a logo, in bytes: it is in every certificate.
const LARGEST: usize = 500_000;
/// The white around a logo, in points.
const EDGE: f32 = 8.0;

/// The logo of the provider: a picture in PNG that can stand in an archival paper.
#[derive(Clone)]
pub struct Logo {
    picture: Data,
    size: (f32, f32),
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo {:?}", self.size)
    }
}

impl Logo {
    /// The logo in `png`.
    ///
    /// # Errors
    /// What is wrong with the picture, for the operator.
    pub fn read(png: Vec<u8>) -> Result<Self, String> {
        if png.len() > LARGEST {
            return Err(format!("is larger than {} kB", LARGEST / 1000));
        }
        let picture = Data::from(png);
        let (width, height) = image(&picture)?.size();
        let logo = Self { picture, size: (width as f32, height as f32) };
        // What no paper can hold is found when the program starts, and not when somebody wants their certificate.
        let about = About { title: "logo", author: "logo", language: Lang::Nl, date: NaiveDate::default(), id: "logo" };
        let tried = document(&about, |document, faces| {
            let drawn = page(document, faces, (200.0, 200.0), |sheet| {
                Ok(sheet.logo((0.0, 0.0), &logo, (200.0, 200.0), "logo"))
            })?;
            Ok(vec![drawn])
        });
        tried.map(|_| logo).map_err(|error| format!("is a picture that cannot be printed: {error}"))
    }

    /// The picture.
    pub(super) fn image(&self) -> Option<Image> {
        image(&self.picture).ok()
    }

    /// How wide and high it is drawn so that it fits within `most` with its white ground, in points, without and with
    /// that ground.
    pub fn within(&self, most: (f32, f32)) -> ((f32, f32), (f32, f32)) {
        let room = (most.0 - 2.0 * EDGE, most.1 - 2.0 * EDGE);
        let scale = (room.0 / self.size.0).min(room.1 / self.size.1);
        let drawn = (self.size.0 * scale, self.size.1 * scale);
        (drawn, (drawn.0 + 2.0 * EDGE, drawn.1 + 2.0 * EDGE))
    }
}

fn image(picture: &Data) -> Result<Image, String> {
    // An archival paper does not let the reader smooth a picture.
    Image::from_png(picture.clone(), false).map_err(|_| "is no picture in PNG".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_paper_can_hold_is_refused_with_a_reason() {
        let png: &[u8] = include_bytes!("../../../assets/logo/heldere-taal.png");
        assert!(Logo::read(png.to_vec()).is_ok());
        let wrong = |bytes: Vec<u8>| Logo::read(bytes).unwrap_err();
        assert_eq!(wrong(b"<svg/>".to_vec()), "is no picture in PNG");
        assert_eq!(wrong(vec![0; LARGEST + 1]), "is larger than 500 kB");
        // Its size can be read, and nothing else of it.
        assert!(wrong(png[..png.len() / 2].to_vec()).starts_with("is a picture that cannot be printed"));
    }

    #[test]
    fn a_logo_keeps_its_shape_within_its_room() {
        let logo = Logo::read(include_bytes!("../../../assets/logo/heldere-taal.png").to_vec()).unwrap();
        assert_eq!(logo.size, (480.0, 240.0));
        assert_eq!(logo.within((132.0, 72.0)), ((112.0, 56.0), (128.0, 72.0)));
        assert_eq!(logo.within((96.0, 72.0)), ((80.0, 40.0), (96.0, 56.0)));
    }
}
