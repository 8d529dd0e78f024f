/// A kind of file that people may hand in, or that staff give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Word, since 2007.
    Docx,
    /// OpenDocument text, as LibreOffice writes it.
    Odt,
    /// Portable Document Format.
    Pdf,
    /// Plain text in UTF-8, UTF-16 or Windows-1252.
    Txt,
    /// Rich Text Format.
    Rtf,
    /// Excel, since 2007.
    Xlsx,
    /// PowerPoint, since 2007.
    Pptx,
    /// A JPEG picture.
    Jpg,
    /// A PNG picture.
    Png,
    /// A picture as telephones of Apple and Samsung make them.
    Heic,
    /// A film of H.264 and AAC.
    Mp4,
    /// A film of VP8, VP9 or AV1 with Vorbis or Opus.
    Webm,
}

impl Kind {
    /// Every kind that can be handed in, in the order in which to name them to people.
    pub const ALL: [Self; 10] = [
        Self::Docx,
        Self::Odt,
        Self::Pdf,
        Self::Txt,
        Self::Rtf,
        Self::Xlsx,
        Self::Pptx,
        Self::Jpg,
        Self::Png,
        Self::Heic,
    ];
    /// The kinds of films, which every browser of today plays.
    pub const FILMS: [Self; 2] = [Self::Mp4, Self::Webm];

    /// The kind that an extension stands for, in any case and without its dot.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        let usual = if extension == "jpeg" { "jpg" } else { &extension };
        Self::ALL.into_iter().chain(Self::FILMS).find(|kind| kind.extension() == usual)
    }

    /// The endings that a browser offers; a telephone calls its pictures `jpeg` now and then.
    pub fn endings() -> String {
        let endings = Self::ALL.into_iter().map(Self::extension).chain(["jpeg"]);
        endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }

    /// The usual extension, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
            Self::Txt => "txt",
            Self::Rtf => "rtf",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Jpg => "jpg",
            Self::Png => "png",
            Self::Heic => "heic",
            Self::Mp4 => "mp4",
            Self::Webm => "webm",
        }
    }

    /// The media type to send it with (IANA). Of a text the encoding is left open: it is unknown.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Pdf => "application/pdf",
            Self::Txt => "text/plain",
            Self::Rtf => "application/rtf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Jpg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heic => "image/heic",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_and_media_types_belong_together() {
        for kind in Kind::ALL.into_iter().chain(Kind::FILMS) {
            assert_eq!(Kind::of_extension(kind.extension()), Some(kind));
            assert!(kind.media_type().contains('/'));
        }
        assert_eq!(Kind::of_extension("JPEG"), Some(Kind::Jpg));
        assert_eq!(Kind::of_extension("exe"), None);
    }
}
